//! The pages.
mod checklists;
pub(crate) mod directory;
mod generated;
pub(crate) mod gone;
pub(crate) mod map;
pub(crate) mod page;
pub(crate) mod redirect;
pub(crate) mod role;
pub(crate) mod search;
pub(crate) mod statement;
pub(crate) mod view;
pub(crate) mod whole;
pub(crate) mod withdrawn;
