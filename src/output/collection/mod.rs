//! The files of a build, put together.
//!
//! 1. `outputs` collects the files of all outputs, and what the next build can keep.
//! 2. `again` takes those of the build before where only the content of some pages changed, and makes the files of these.
mod again;
mod outputs;

pub use outputs::Outputs;

pub(super) use again::pages as again;
pub(super) use outputs::Collection;
