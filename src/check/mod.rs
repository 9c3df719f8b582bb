//! The questions we ask of a site. One file a family, one line here.
mod date;
#[cfg(test)]
mod fixture;
mod fold;
mod front;
mod heading;
mod html;
mod image;
mod link;
mod lost;
mod near;
mod orphan;
mod placeholder;
mod registry;
mod renamed;
mod search;
mod settle;
mod spelling;
mod table;
mod task;
mod term;
mod urls;
mod weight;

pub use search::search;
pub use settle::{settle, settle_external};
pub use weight::weight;

use crate::model::{Diagnostic, Document, Page, Parsed, Site};
use rayon::prelude::*;

/// A family of questions. None of them changes anything; each only adds what it has to say.
struct Check {
    /// Asked of every published page with its document, in parallel.
    page: fn(&Site, &Page, &Document, &mut Vec<Diagnostic>),
    /// Asked once of the whole guide.
    guide: fn(&Site, &Parsed, &mut Vec<Diagnostic>),
}

/// Nothing to ask of a page.
const NO_PAGE: fn(&Site, &Page, &Document, &mut Vec<Diagnostic>) = |_, _, _, _| {};
/// Nothing to ask of the guide.
const NO_GUIDE: fn(&Site, &Parsed, &mut Vec<Diagnostic>) = |_, _, _| {};

const CHECKS: [Check; 15] = [
    Check { page: NO_PAGE, guide: front::guide },
    Check { page: link::page, guide: NO_GUIDE },
    Check { page: NO_PAGE, guide: lost::guide },
    Check { page: NO_PAGE, guide: orphan::guide },
    Check { page: heading::page, guide: NO_GUIDE },
    Check { page: task::page, guide: NO_GUIDE },
    Check { page: image::page, guide: NO_GUIDE },
    Check { page: table::page, guide: NO_GUIDE },
    Check { page: NO_PAGE, guide: term::guide },
    Check { page: NO_PAGE, guide: spelling::guide },
    Check { page: html::page, guide: NO_GUIDE },
    Check { page: placeholder::page, guide: placeholder::guide },
    Check { page: date::page, guide: date::guide },
    Check { page: NO_PAGE, guide: registry::guide },
    Check { page: NO_PAGE, guide: urls::guide },
];

/// Asks everything of everybody.
pub fn all(site: &Site, parsed: &Parsed) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = site
        .pages
        .par_iter()
        .filter(|page| page.written)
        .flat_map_iter(|page| {
            let mut diagnostics = Vec::new();
            if let Some(kept) = parsed.pages.get(&page.source) {
                for check in &CHECKS {
                    (check.page)(site, page, &kept.value.value, &mut diagnostics);
                }
            }
            diagnostics
        })
        .collect();
    for check in &CHECKS {
        (check.guide)(site, parsed, &mut diagnostics);
    }
    diagnostics
}
