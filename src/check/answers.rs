//! All that the checks of a guide found, kept for the next build.
use super::list::{CHECKS, Check};
use super::missing::MissingLinks;
use super::questions::Questions;
use super::shared::findings::{FindingsByPage, ids};
use super::shared::site_files::SiteFiles;
use super::term::UnexplainedTerms;
use super::urls::LostUrls;
use super::{missing, orphan, term, urls};
use crate::model::{Diagnostic, PageId, Parsed, Site, SourcePath};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the checks of a guide found.
#[derive(Clone, Debug, Default)]
pub struct GuideFindings {
    /// About what pages say to each other, the registry and the settings.
    about_site: Arc<[Diagnostic]>,
    pages: Arc<FindingsByPage>,
    /// Pages that the journey of their section leaves out.
    left_out: Arc<BTreeSet<PageId>>,
    /// About pages without a link to them.
    orphans: Vec<Diagnostic>,
    missing: MissingLinks,
    terms: UnexplainedTerms,
    urls: LostUrls,
    /// The files with waivers.
    pub(super) waived: Arc<BTreeSet<SourcePath>>,
}

impl GuideFindings {
    /// Asks everything.
    pub(super) fn new(site: &Site, parsed: &Parsed) -> Self {
        let left_out = Arc::new(orphan::left_out(site));
        let questions = Questions::new(site, parsed, &left_out, site.pages.iter());
        let (pages, about_site) = rayon::join(|| Arc::new(questions.ask_all()), || about_site(site, parsed));
        let is_waived = |path: &&SourcePath| has_waivers(parsed, path);
        let waived = Arc::new(parsed.pages.keys().filter(is_waived).cloned().collect());
        let before = Self { about_site, left_out, waived, ..Self::default() };
        before.with_pages(site, parsed, pages, None)
    }

    /// Asks only about these pages, whose content changed while the site is the same.
    pub(super) fn again(&self, site: &Site, parsed: &Parsed, changed: &[SourcePath]) -> Self {
        if changed.is_empty() {
            return self.clone();
        }
        let ids = ids(site, changed);
        let asked = ids.iter().map(|id| site.page(*id));
        let pages = Questions::new(site, parsed, &self.left_out, asked).ask_again(&ids, &self.pages);
        let mut checked = self.clone();
        for path in changed {
            let is_waived = has_waivers(parsed, path);
            if is_waived != checked.waived.contains(path) {
                let waived = Arc::make_mut(&mut checked.waived);
                if is_waived {
                    waived.insert(path.clone())
                } else {
                    waived.remove(path)
                };
            }
        }
        checked.with_pages(site, parsed, pages, Some(&ids))
    }

    /// Answers the questions about all pages together. `changed` are the only pages that may differ from before.
    fn with_pages(
        self,
        site: &Site,
        parsed: &Parsed,
        pages: Arc<FindingsByPage>,
        changed: Option<&[PageId]>,
    ) -> Self {
        Self {
            orphans: orphan::guide(site, parsed, &self.left_out, &pages),
            missing: missing::guide(site, parsed, &pages, (&self.missing, changed)),
            terms: term::guide(site, parsed, &pages, (&self.terms, changed)),
            urls: urls::guide(site, parsed, (&self.urls, changed)),
            pages,
            ..self
        }
    }

    /// All diagnostics.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        let of_pages = self.pages.values().flat_map(|found| &found.diagnostics);
        let of_all = self.about_site.iter().chain(&self.orphans).chain(self.missing.diagnostics());
        of_pages.chain(of_all).chain(&self.terms.diagnostics).chain(&self.urls.diagnostics)
    }
}

fn about_site(site: &Site, parsed: &Parsed) -> Arc<[Diagnostic]> {
    let mut diagnostics = Vec::new();
    for check in CHECKS {
        if let Check::Site(run) = check {
            run(site, SiteFiles::new(parsed), &mut diagnostics);
        }
    }
    diagnostics.into()
}

fn has_waivers(parsed: &Parsed, path: &SourcePath) -> bool {
    parsed.pages.get(path).is_some_and(|kept| !kept.value.value.content.waivers.is_empty())
}
