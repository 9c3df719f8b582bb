//! What an author probably meant by something that does not exist.
//!
//! 1. `fold` brings texts and paths into a form in which they can be compared.
//! 2. `entry` finds the nearest id of the registry, and reports an unknown one.
//! 3. `file` finds the file that a path probably means.
//! 4. `renamed` finds where a renamed page went, and makes the fix of a link to it.
pub(super) mod entry;
pub(super) mod file;
pub(super) mod fold;
pub(super) mod renamed;

/// For how many unknown names of one check the nearest name is looked for. Comparing names is slow, and a guide with
/// more errors than this has another problem.
pub(super) const MAX_GUESSES: usize = 500;
/// How many names are compared for one guess.
pub(super) const MAX_COMPARED: usize = 2000;
