//! What all readers of Markdown share.
//!
//! 1. `data`: the tree that settings and front matter are read into. `formats` reads YAML and TOML, `script` JavaScript and
//!    JSON.
//! 2. `front`: a page as its front matter and the lines of its body.
//! 3. `book`: what a reader gives: the pages in their order, and how the program makes addresses.
//! 4. `slugs`: how programs name headings. `paths`: ways between files. `files`: their texts.
//! 5. `markdown`: what stands where in a text.
pub(in crate::import) mod book;
pub(in crate::import) mod data;
pub(in crate::import) mod files;
pub(in crate::import) mod formats;
pub(in crate::import) mod front;
pub(in crate::import) mod markdown;
pub(in crate::import) mod paths;
pub(in crate::import) mod script;
pub(in crate::import) mod slugs;
