//! What machines read.
pub(crate) mod feed;
pub(crate) mod vcard;
