//! Changes of a guide that keep what refers to the thing changed: a page or a folder that moves, a heading or an id with another name.
//!
//! 1. [`UnderstoodGuide`] (`guide.rs`) is what a change starts from. It can be understood again with changes, without a disk.
//! 2. `moving` finds the files that move, `entry` and `heading` what another name takes; `request`
//!    reads which of them a person means.
//! 3. `targets` finds where pages name pages, files and entries; `names` does it in front matter, settings and search tests.
//!    `destination` writes the target of a link, `scalar` a value of YAML.
//! 4. The guide is understood again with these changes: `addresses` keeps the addresses that pages had, `anchors` the names of
//!    headings.
//! 5. The result is a set of [`GuideChanges`] (`changes.rs`), or a [`Refusal`] that says why there is none.
mod addresses;
mod anchors;
mod changes;
mod destination;
mod entry;
mod guide;
mod heading;
mod moving;
mod names;
mod request;
mod scalar;
mod targets;

pub use changes::{FileChange, GuideChanges, Refusal};
pub use entry::rename_entry;
pub use guide::UnderstoodGuide;
pub use heading::rename_heading;
pub use moving::{page_named, relocate};
pub use request::rename;
