//! Where links led in the source, and where they lead in the guide.
//!
//! 1. `addresses`: the addresses that a page had.
//! 2. `map`: pages by their files, addresses and anchors; what a target means.
//! 3. `headings`: the ids of headings before and after, and one title a page.
//! 4. `rewrite` writes the links of a page anew; `assets` names the files that they lead to.
pub(in crate::import) mod addresses;
pub(in crate::import) mod assets;
pub(in crate::import) mod headings;
pub(in crate::import) mod map;
pub(in crate::import) mod rewrite;
