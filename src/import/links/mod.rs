//! Where links led in the source, and where they lead in the guide.
//!
//! 1. `addresses`: the addresses that a page had.
//! 2. `map`: pages by their files, addresses and anchors; what a target means.
//! 3. `headings`: the ids of headings before and after, and one title a page.
//! 4. `rewrite` writes the links of a page anew; `assets` names the files that they lead to, `lost` says what becomes of links
//!    that lead to none of them, `outside` where they led, `wiki` finds links between double brackets.
pub(in crate::import) mod addresses;
pub(in crate::import) mod assets;
pub(in crate::import) mod headings;
mod lost;
pub(in crate::import) mod map;
mod outside;
pub(in crate::import) mod rewrite;
mod wiki;
