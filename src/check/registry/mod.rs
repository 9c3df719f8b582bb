//! The registry, and how the guide uses it.
//!
//! 1. `references`: references between entries.
//! 2. `unused`: entries that no page shows.
//! 3. `contacts`: contacts who cannot be reached, or who have not decided whether they are published.
//! 4. `typed`: addresses and telephone numbers typed in a page, asked page by page.
mod contacts;
mod references;
pub(super) mod typed;
mod unused;

use crate::check::shared::site_files::SiteFiles;
use crate::model::{Diagnostic, Site};

pub(super) fn site(site: &Site, files: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    references::unknown(site, diagnostics);
    references::cycles(site, diagnostics);
    unused::site(site, files, diagnostics);
    contacts::site(site, files, diagnostics);
}
