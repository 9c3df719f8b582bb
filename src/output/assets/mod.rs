//! Files that are published as they were read, or nearly.
//!
//! 1. `guide` copies the files of the guide.
//! 2. `theme` copies those of the theme; it has scripts and styles minified by `minify`, which takes short
//!    names for scripts from `shorten`, and puts words of the interface into its scripts (`script`).
mod minify;
mod script;
mod shorten;

pub(crate) mod guide;
pub(crate) mod theme;
