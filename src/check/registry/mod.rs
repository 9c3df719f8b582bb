//! Does the registry hold together, and does the guide use it?
mod contacts;
mod references;
mod typed;
mod unused;

use crate::model::{Diagnostic, Parsed, Site};

pub(super) fn guide(site: &Site, parsed: &Parsed, notes: &mut Vec<Diagnostic>) {
    references::unknown(site, notes);
    references::cycles(site, notes);
    unused::guide(site, parsed, notes);
    contacts::guide(site, parsed, notes);
    typed::guide(site, parsed, notes);
}
