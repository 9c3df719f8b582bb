//! Does the registry hold together, and does the guide use it?
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
