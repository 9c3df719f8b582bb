//! The registry, and how the guide uses it.
//!
//! 1. `references`: references between entries.
//! 2. `unused`: entries that no page shows.
//! 3. `contacts`: contacts who cannot be reached, or who have not decided whether they are published.
//! 4. `typed`: addresses and telephone numbers typed in a page.
mod contacts;
mod references;
mod typed;
mod unused;

use crate::model::{Diagnostic, Parsed, Site};

pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    references::unknown(site, diagnostics);
    references::cycles(site, diagnostics);
    unused::guide(site, parsed, diagnostics);
    contacts::guide(site, parsed, diagnostics);
    typed::guide(site, parsed, diagnostics);
}
