//! The theme of a guide, read and ready for use. Knows nothing of pages.
//!
//! 1. `engine` keeps the theme from one build to the next and reads it again when one of its files changed.
//! 2. `strings` reads the words of the interface.
//! 3. `template` compiles the templates, which see those words, and fills them. The only file that knows Tera.
//! 4. `font` finds the font that pages load together with the style.
//! 5. `colours` finds the colours that browsers show around a page; `paths` says where the files of `static/` are published.
//! 6. `printer` and `print_kit` prepare the folder `pdf/` for checklists as PDF (feature `pdf`).
mod colours;
mod engine;
mod font;
pub(crate) mod paths;
#[cfg(feature = "pdf")]
mod print_kit;
mod printer;
mod strings;
pub(crate) mod template;

pub(crate) use colours::ThemeColours;
pub use engine::Engine;
pub(crate) use engine::LoadedTheme;
pub(crate) use printer::Printer;
pub(crate) use strings::Strings;
