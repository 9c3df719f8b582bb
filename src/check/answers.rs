//! All that the checks of a guide found, kept for the next build.
use super::list::{CHECKS, Check};
use super::missing::MissingLinks;
use super::questions::Questions;
use super::shared::findings::{FindingsByPage, ids};
use super::shared::site_files::SiteFiles;
use super::term::UnexplainedTerms;
use super::urls::LostUrls;
use super::{missing, orphan, term, urls};
use crate::model::{Diagnostic, Page, PageId, Parsed, Site, SiteChange, SourcePath, Target};
use crate::stamp::KeySet;
use rayon::prelude::*;
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
        before.with_pages(site, parsed, pages, (None, false))
    }

    /// Asks only about what may have changed: pages with another file or outline, and pages that link to these.
    pub(super) fn again(&self, site: &Site, parsed: &Parsed, change: &SiteChange) -> Self {
        if change.files.is_empty() && change.is_site_same {
            return self.clone();
        }
        let mut findings = self.clone();
        findings.read_waivers(parsed, &change.files);
        let mut asked: BTreeSet<PageId> = ids(site, &change.files).into_iter().collect();
        if !change.is_site_same {
            let left_out = orphan::left_out(site);
            if left_out != *self.left_out {
                return Self::new(site, parsed);
            }
            findings.about_site = about_site(site, parsed);
            asked.extend(&change.outlines);
            asked.extend(linking(site, parsed, &change.outlines));
        }
        let asked: Vec<PageId> = asked.into_iter().collect();
        let pages = asked.iter().map(|id| site.page(*id));
        let pages = Questions::new(site, parsed, &self.left_out, pages).ask_again(&asked, &self.pages);
        findings.with_pages(site, parsed, pages, (Some(&asked), change.is_site_same))
    }

    fn read_waivers(&mut self, parsed: &Parsed, files: &[SourcePath]) {
        for path in files {
            let is_waived = has_waivers(parsed, path);
            if is_waived != self.waived.contains(path) {
                let waived = Arc::make_mut(&mut self.waived);
                if is_waived {
                    waived.insert(path.clone())
                } else {
                    waived.remove(path)
                };
            }
        }
    }

    /// Answers the questions about all pages together. `changed` are the only pages whose answers may differ from before.
    fn with_pages(
        self,
        site: &Site,
        parsed: &Parsed,
        pages: Arc<FindingsByPage>,
        (changed, is_site_same): (Option<&[PageId]>, bool),
    ) -> Self {
        Self {
            orphans: orphan::guide(site, parsed, &self.left_out, &pages),
            missing: missing::guide(site, parsed, &pages, (&self.missing, changed)),
            terms: term::guide(site, parsed, &pages, (&self.terms, changed)),
            urls: urls::guide(site, parsed, Some(&self.urls).filter(|_| is_site_same)),
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

/// The pages that link to one of these.
fn linking(site: &Site, parsed: &Parsed, pages: &BTreeSet<PageId>) -> Vec<PageId> {
    let targets: KeySet<&SourcePath> = pages.iter().map(|id| &site.page(*id).source).collect();
    let links = |page: &Page| {
        parsed.document(page).is_some_and(|document| {
            document.content.links.iter().any(|link| match &link.target {
                Target::Page(path, _) => targets.contains(site.on_disk(path)),
                _ => false,
            })
        })
    };
    site.pages
        .par_iter()
        .zip(0..u32::MAX)
        .filter(|(page, _)| links(page))
        .map(|(_, number)| PageId(number))
        .collect()
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
