//! Checks a guide. Each check is one file, or a folder, and one line or two in `list`.
//!
//! 1. [`guide`] asks each page by itself (`heading`, `html`, `image`, `link`, `spelling`, `table`, `task`), what pages say to
//!    each other, the registry and the settings (`copies`, `logo`), both (`date`, `front`, `placeholder`, `registry`), and all pages
//!    together (`missing`, `orphan`, `term`, `urls`). `questions` asks a page, and `answers` keeps all that was found for the
//!    next build; what they have in common is in `shared`.
//! 2. [`index`] and [`files`] run those of the search index (`search`) and of the files to publish (`weight`), once these
//!    are made.
//! 3. [`settle`] applies the author's waivers and levels to the diagnostics of all stages and sorts them; `letter` finds
//!    the places of those about PDFs, and `consequence` holds back what follows from a file that cannot be read.
//!
//! `suggest` finds what an author probably meant by a name that does not exist; several checks use it.
mod answers;
mod consequence;
mod copies;
mod date;
#[cfg(test)]
mod fixture;
mod front;
mod heading;
mod html;
mod image;
mod letter;
mod link;
mod list;
mod logo;
mod missing;
mod orphan;
mod placeholder;
mod questions;
mod registry;
mod search;
mod settle;
mod shared;
mod spelling;
mod suggest;
mod table;
mod task;
mod term;
mod urls;
mod weight;

pub use answers::GuideFindings;
pub use settle::{Extent, settle, settle_external};
pub use weight::{MadeFiles, Weights};

use crate::model::{Diagnostic, PageId, Parsed, Site, SiteChange};
use crate::search::Index;
use list::{CHECKS, Check};
use std::collections::BTreeSet;

/// Checks every page, then the guide as a whole. `before` are the findings of the build before, with what has changed since.
pub fn guide(site: &Site, parsed: &Parsed, before: Option<(&GuideFindings, &SiteChange)>) -> GuideFindings {
    match before {
        Some((findings, change)) => findings.again(site, parsed, change),
        None => GuideFindings::new(site, parsed),
    }
}

/// Checks the search index.
pub fn index(site: &Site, parsed: &Parsed, index: &Index) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for check in CHECKS {
        if let Check::Index(run) = check {
            run(site, parsed, index, &mut diagnostics);
        }
    }
    diagnostics
}

/// Checks the files to publish. `before` are the findings of the build before, with what has changed since and the only pages
/// whose files may differ; without these, all may.
pub fn files(
    site: &Site,
    parsed: &Parsed,
    files: MadeFiles<'_>,
    before: Option<(&Weights, &SiteChange)>,
    asked: Option<&BTreeSet<PageId>>,
) -> Weights {
    let before = before.filter(|(_, change)| !change.has_other_settings && !change.has_other_theme);
    match (before, asked) {
        (Some((weights, _)), Some(asked)) => weights.again(site, parsed, files, asked.iter()),
        _ => Weights::new(site, parsed, files),
    }
}
