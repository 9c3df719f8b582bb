//! The theme.
mod font;
#[cfg(feature = "pdf")]
mod press;
pub(crate) mod template;
