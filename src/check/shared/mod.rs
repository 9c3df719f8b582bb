//! What checks share.
//!
//! 1. `site_files` shows the files of a guide without the text of its pages.
//! 2. `findings` holds what was found in each page.
pub(super) mod findings;
pub(super) mod site_files;
