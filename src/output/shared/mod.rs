//! What pages, lists and the search share.
pub(crate) mod address;
pub(crate) mod cards;
pub(crate) mod chrome;
pub(crate) mod target;
pub(crate) mod terms;
