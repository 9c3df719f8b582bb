//! Files that are published as they are, or nearly.
pub(crate) mod files;
pub(crate) mod ticks;
