//! The files of a build, put together.
//!
//! 1. `outputs` collects the files of all outputs, and what the next build can keep.
//! 2. `update` puts those that may differ in the place of those of the build before.
//! 3. `again` makes the files of pages whose content changed, where the site is the same.
mod again;
mod outputs;
mod update;

pub use outputs::Outputs;

pub(super) use again::pages as again;
pub(super) use outputs::Collection;
pub(super) use update::Update;
