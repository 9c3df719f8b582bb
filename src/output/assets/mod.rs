//! Files that are published as they were read, or nearly.
//!
//! 1. `guide` copies the files of the guide.
//! 2. `theme` copies those of the theme; it has scripts and styles minified by `minify`, and adds the form for ticks to its
//!    script (`ticks`).
mod minify;
mod ticks;

pub(crate) mod guide;
pub(crate) mod theme;
