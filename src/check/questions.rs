//! What is asked of each page by itself.
use super::list::{CHECKS, Check};
use super::registry::typed::{self, Registered};
use super::shared::findings::{FindingsByPage, PageFindings};
use super::{missing, orphan, spelling, term};
use crate::model::{Diagnostic, Document, Page, PageId, Parsed, Site};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the questions about pages need of the site, made once for all pages.
pub(super) struct Questions<'a> {
    site: &'a Site,
    parsed: &'a Parsed,
    spellings: Vec<(&'a str, &'a str)>,
    registered: Registered<'a>,
    orphans: &'a BTreeSet<PageId>,
}

impl<'a> Questions<'a> {
    /// Prepares the questions about these pages.
    pub(super) fn new(
        site: &'a Site,
        parsed: &'a Parsed,
        orphans: &'a BTreeSet<PageId>,
        mut pages: impl Iterator<Item = &'a Page>,
    ) -> Self {
        let is_typed =
            pages.any(|page| parsed.document(page).is_some_and(|page| !page.content.typed.is_empty()));
        let registered = if is_typed { typed::registered(&site.entries) } else { Registered::default() };
        Self { site, parsed, spellings: spelling::replacements(&site.entries), registered, orphans }
    }

    /// Asks all pages.
    pub(super) fn ask_all(&self) -> FindingsByPage {
        let count = u32::try_from(self.site.pages.len()).unwrap_or(u32::MAX);
        let found =
            (0..count).into_par_iter().filter_map(|number| Some((PageId(number), self.ask(PageId(number))?)));
        found.collect::<Vec<_>>().into_iter().collect()
    }

    /// Asks these pages, and takes the findings of all others from before.
    pub(super) fn ask_again(&self, ids: &[PageId], before: &Arc<FindingsByPage>) -> Arc<FindingsByPage> {
        let is_other = |(id, found): &(PageId, Option<Arc<PageFindings>>)| found.as_ref() != before.get(id);
        // Waking another thread takes longer than asking a few pages.
        let found: Vec<_> =
            ids.par_iter().with_min_len(8).map(|id| (*id, self.ask(*id))).filter(is_other).collect();
        let mut findings = Arc::clone(before);
        for (id, found) in found {
            let findings = Arc::make_mut(&mut findings);
            match found {
                Some(found) => findings.insert(id, found),
                None => findings.remove(&id),
            };
        }
        findings
    }

    /// What is found in a page; none if nothing is.
    fn ask(&self, id: PageId) -> Option<Arc<PageFindings>> {
        let page = self.site.page(id);
        let document = self.parsed.document(page)?;
        let mut found = PageFindings {
            broken: missing::broken(self.site, self.parsed, page, document),
            acronyms: term::acronyms(document),
            reaches: orphan::reached(self.site, page, document, self.orphans),
            diagnostics: Vec::new(),
        };
        self.diagnose(page, document, &mut found.diagnostics);
        (found != PageFindings::default()).then(|| Arc::new(found))
    }

    fn diagnose(&self, page: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
        for check in CHECKS {
            if let Check::Page(run) = check {
                run(self.site, page, document, diagnostics);
            }
        }
        spelling::page(page, document, &self.spellings, diagnostics);
        typed::page(self.site, document, &self.registered, diagnostics);
    }
}
