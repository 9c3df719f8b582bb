//! Checklists away from their pages.
mod contacts;
mod names;
pub(crate) mod print;
mod runs;
pub(crate) mod sheet;
