//! Checks a guide. Each check is one file, or a folder, and one line or two in `CHECKS`.
//!
//! 1. [`guide`] runs the checks of each page (`heading`, `html`, `image`, `link`, `table`, `task`), those of the whole
//!    guide (`copies`, `front`, `missing`, `orphan`, `registry`, `spelling`, `term`, `urls`), and those of both (`date`,
//!    `placeholder`).
//! 2. [`index`] and [`files`] run those of the search index (`search`) and of the files to publish (`weight`), once these
//!    are made.
//! 3. [`settle`] applies the author's waivers and levels to the diagnostics of all stages and sorts them; `letter` finds
//!    the places of those about PDFs.
//!
//! `suggest` finds what an author probably meant by a name that does not exist; several checks use it.
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
mod missing;
mod orphan;
mod placeholder;
mod registry;
mod search;
mod settle;
mod spelling;
mod suggest;
mod table;
mod task;
mod term;
mod urls;
mod weight;

pub use settle::{Extent, settle, settle_external};

use crate::model::{Diagnostic, Document, Files, Page, Parsed, Site};
use crate::search::Index;
use rayon::prelude::*;

/// A check, by what it reads. It only adds diagnostics.
enum Check {
    /// One published page and its document; pages are checked in parallel.
    Page(fn(&Site, &Page, &Document, &mut Vec<Diagnostic>)),
    /// The whole guide, once.
    Guide(fn(&Site, &Parsed, &mut Vec<Diagnostic>)),
    /// The search index, once it is made.
    Index(fn(&Site, &Parsed, &Index, &mut Vec<Diagnostic>)),
    /// The files to publish, once they are made.
    Files(fn(&Site, &Parsed, &Files, &mut Vec<Diagnostic>)),
}

const CHECKS: &[Check] = &[
    Check::Guide(front::guide),
    Check::Guide(copies::guide),
    Check::Page(link::page),
    Check::Guide(missing::guide),
    Check::Guide(orphan::guide),
    Check::Page(heading::page),
    Check::Page(task::page),
    Check::Page(image::page),
    Check::Page(table::page),
    Check::Guide(term::guide),
    Check::Guide(spelling::guide),
    Check::Page(html::page),
    Check::Page(placeholder::page),
    Check::Guide(placeholder::guide),
    Check::Page(date::page),
    Check::Guide(date::guide),
    Check::Guide(registry::guide),
    Check::Guide(urls::guide),
    Check::Index(search::index),
    Check::Files(weight::files),
];

/// Checks every page, then the guide as a whole.
pub fn guide(site: &Site, parsed: &Parsed) -> Vec<Diagnostic> {
    let pages = site.pages.par_iter().filter(|page| page.written);
    let documents = pages.filter_map(|page| Some((page, &parsed.pages.get(&page.source)?.value.value)));
    let mut diagnostics: Vec<Diagnostic> = documents
        .flat_map_iter(|(page, document)| {
            let mut diagnostics = Vec::new();
            for check in CHECKS {
                if let Check::Page(run) = check {
                    run(site, page, document, &mut diagnostics);
                }
            }
            diagnostics
        })
        .collect();
    for check in CHECKS {
        if let Check::Guide(run) = check {
            run(site, parsed, &mut diagnostics);
        }
    }
    diagnostics
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

/// Checks the files to publish.
pub fn files(site: &Site, parsed: &Parsed, files: &Files) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for check in CHECKS {
        if let Check::Files(run) = check {
            run(site, parsed, files, &mut diagnostics);
        }
    }
    diagnostics
}
