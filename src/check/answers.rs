//! All that the checks of a guide found, kept for the next build.
use super::list::{CHECKS, Check};
use super::missing::MissingLinks;
use super::questions::Questions;
use super::registry::typed;
use super::shared::findings::{FindingsByPage, ids};
use super::shared::site_files::SiteFiles;
use super::term::UnexplainedTerms;
use super::urls::LostUrls;
use super::{missing, orphan, spelling, term, urls};
use crate::model::{Diagnostic, Document, Entries, PageId, Parsed, Site, SiteChange, SourcePath, Target};
use crate::stamp::KeySet;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the checks of a guide found.
#[derive(Clone, Debug, Default)]
pub struct GuideFindings {
    /// About what pages say to each other, the registry and the settings.
    about_site: Arc<[Diagnostic]>,
    about_outlines: Arc<[Diagnostic]>,
    /// The entries of the registry then.
    entries: Arc<Entries>,
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
        let questions = Questions::new(site, parsed, &left_out, site.pages.iter().map(|page| &**page));
        let (pages, (about_site, about_outlines)) = rayon::join(
            || Arc::new(questions.ask_all()),
            || (about_site(site, parsed), about_outlines(site)),
        );
        let is_waived = |path: &&SourcePath| has_waivers(parsed, path);
        let waived = Arc::new(parsed.pages.keys().filter(is_waived).cloned().collect());
        let entries = Arc::clone(&site.entries);
        let before = Self { about_site, about_outlines, entries, left_out, waived, ..Self::default() };
        before.with_pages(site, parsed, pages, (None, false))
    }

    /// Asks only about what may have changed: pages with another file or outline, pages that link to these, and pages that
    /// name an entry which says something else.
    pub(super) fn again(&self, site: &Site, parsed: &Parsed, change: &SiteChange) -> Self {
        if change.files.is_empty() && change.is_site_same {
            return self.clone();
        }
        let is_theme_alone = change.files.is_empty()
            && change.outlines.is_empty()
            && Arc::ptr_eq(&self.entries, &site.entries);
        if is_theme_alone && !change.is_site_same && !change.has_other_settings && !self.asks_all(site) {
            return Self { urls: urls::guide(site, parsed, None), ..self.clone() };
        }
        let mut findings = self.clone();
        findings.read_waivers(parsed, &change.files);
        let mut asked: BTreeSet<PageId> = ids(site, &change.files).into_iter().collect();
        if !change.is_site_same {
            if change.has_other_settings || self.asks_all(site) {
                return Self::new(site, parsed);
            }
            findings.about_site = about_site(site, parsed);
            findings.entries = Arc::clone(&site.entries);
            if !change.outlines.is_empty() {
                findings.about_outlines = about_outlines(site);
                asked.extend(&change.outlines);
                asked.extend(pages_with(site, parsed, links_to(site, &change.outlines)));
            }
            let uses = change.entries.iter().filter_map(|key| site.uses.get(key)).flatten();
            asked.extend(uses.map(|used| used.page));
            if typed::registered(&self.entries) != typed::registered(&site.entries) {
                let types = |document: &Document| !document.content.typed.is_empty();
                asked.extend(pages_with(site, parsed, types));
            }
        }
        let asked: Vec<PageId> = asked.into_iter().collect();
        let pages = asked.iter().map(|id| site.page(*id));
        let pages = Questions::new(site, parsed, &self.left_out, pages).ask_again(&asked, &self.pages);
        findings.with_pages(site, parsed, pages, (Some(&asked), change.is_site_same))
    }

    /// Whether something else is asked of every page than before.
    fn asks_all(&self, site: &Site) -> bool {
        orphan::left_out(site) != *self.left_out
            || spelling::replacements(&self.entries) != spelling::replacements(&site.entries)
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
        let of_site = self.about_site.iter().chain(self.about_outlines.iter());
        let of_all = of_site.chain(&self.orphans).chain(self.missing.diagnostics());
        of_pages.chain(of_all).chain(&self.terms.diagnostics).chain(&self.urls.diagnostics)
    }
}

/// The pages whose file is such.
fn pages_with(site: &Site, parsed: &Parsed, is_such: impl Fn(&Document) -> bool + Sync) -> Vec<PageId> {
    // Going through the map once is faster than looking up each page.
    let files: Vec<_> = parsed.pages.iter().collect();
    let such = files.into_par_iter().filter(|(_, kept)| is_such(&kept.value.value));
    let ids = such.filter_map(|(path, _)| site.id_of(path).filter(|id| site.page(*id).written));
    ids.collect()
}

/// Whether a page links to one of these.
fn links_to<'a>(site: &'a Site, pages: &BTreeSet<PageId>) -> impl Fn(&Document) -> bool + use<'a> {
    let targets: KeySet<&SourcePath> = pages.iter().map(|id| &site.page(*id).source).collect();
    move |document| {
        document.content.links.iter().any(|link| match &link.target {
            Target::Page(path, _) => targets.contains(site.on_disk(path)),
            _ => false,
        })
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

fn about_outlines(site: &Site) -> Arc<[Diagnostic]> {
    let mut diagnostics = Vec::new();
    for check in CHECKS {
        if let Check::Outlines(run) = check {
            run(site, &mut diagnostics);
        }
    }
    diagnostics.into()
}

fn has_waivers(parsed: &Parsed, path: &SourcePath) -> bool {
    parsed.pages.get(path).is_some_and(|kept| !kept.value.value.content.waivers.is_empty())
}
