//! The whole build on one page, in two steps.
//!
//! [`understand`] parses and assembles the guide, and can check it. [`publish`] makes the files, and the diagnostics
//! that only the files can give. [`build`] is the two in a row. The cache is the build before.
use crate::assemble::FileStamps;
use crate::check::Extent;
use crate::colors::Grammars;
use crate::model::{
    Bytes, Diagnostic, FileStore, Files, Generated, HeldFile, Level, Noted, Options, OutPath, PageUrl,
    PagesOnRequest, Parsed, Severity, Site, SiteChange, SourcePath, Sources, StoredFiles, changed_keys,
};
use crate::parse::{self, ParsedBefore, ParsedNow};
use crate::{assemble, check, output};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// A guide as it is understood, before any file is made of it.
#[derive(Clone, Debug)]
pub struct Understood {
    /// One entry per source file.
    pub parsed: Parsed,
    /// The guide as a whole.
    pub site: Arc<Site>,
    grammars: Option<Arc<Grammars>>,
    assembled: Assembled,
    /// What has changed since the build before, if it is little.
    change: Option<SiteChange>,
    /// The diagnostics of reading, parsing and assembling; levels and waivers are not applied yet.
    raw: Vec<Diagnostic>,
}

/// The site with the diagnostics of assembling it, kept by the stamps of all that it was made from besides pages.
#[derive(Clone, Debug)]
struct Assembled {
    from: FileStamps,
    value: Noted<Arc<Site>>,
}

impl Understood {
    /// Checks a guide that is not published; gives its diagnostics, sorted by place.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let checked = check::guide(&self.site, &self.parsed, None);
        let all = checked.diagnostics().chain(&self.raw).cloned().collect();
        check::settle(all, &self.site, &self.parsed, &checked, Extent::Guide)
    }
}

/// All that a build produced. It refers to nothing outside of itself.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// What it was made from; none where no build follows.
    sources: Sources,
    /// One entry per source file.
    pub parsed: Parsed,
    /// The guide as a whole; none before the first build.
    pub site: Option<Arc<Site>>,
    /// One entry per file to publish that is in memory.
    pub files: Files,
    /// One entry per page that is made again on request.
    pub pages: PagesOnRequest,
    /// One entry per file to publish that is in a store.
    pub stored: Arc<StoredFiles>,
    /// The theme, ready for use.
    pub engine: output::Engine,
    /// The diagnostics of all stages, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    grammars: Option<Arc<Grammars>>,
    assembled: Option<Assembled>,
    checked: check::GuideFindings,
    outputs: output::Outputs,
    weights: check::Weights,
}

impl Build {
    /// The search index; none unless options and settings ask for it.
    pub fn search(&self) -> Option<&output::SearchIndex> {
        self.outputs.search.as_ref()
    }

    /// How many files there are to publish.
    pub fn file_count(&self) -> usize {
        self.files.len() + self.pages.len() + self.stored.len()
    }

    /// The bytes of a page that is made on request.
    pub fn page_at(&self, path: &OutPath) -> Option<Bytes> {
        let site = self.site.as_ref().filter(|_| self.pages.contains_key(path))?;
        let nothing = SiteChange::of_files(Vec::new());
        output::Prepared::new(site, &self.parsed, &self.sources, &self.outputs, Some(&nothing)).page_at(path)
    }

    /// The book that is published at a path; kept from `before` if it is the same.
    pub fn book_at(&self, path: &str, before: &Files) -> Option<(OutPath, HeldFile)> {
        let site = self.site.as_ref().filter(|site| site.settings.pdf.book)?;
        let nothing = SiteChange::of_files(Vec::new());
        let prepared =
            output::Prepared::new(site, &self.parsed, &self.sources, &self.outputs, Some(&nothing));
        output::book_at(&prepared, site, &self.engine, path, before)
    }

    /// Whether the site must not be published.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Understands the guide and makes its files, reusing what is still valid of the build before. `reading` holds the
/// diagnostics of reading the sources.
pub fn build(sources: &Sources, reading: &[Diagnostic], options: Options, before: &Build) -> Build {
    build_showing(sources, reading, options, before, None)
}

/// Parses and assembles the guide. No page is filled and no PDF made.
pub fn understand(sources: &Sources, reading: &[Diagnostic], options: Options, before: &Build) -> Understood {
    let known = ParsedBefore {
        sources: before.sources.clone(),
        parsed: Some(&before.parsed),
        grammars: before.grammars.clone(),
    };
    let ParsedNow { parsed, grammars, changed } = parse::all(sources, known);
    let (assembled, change) = assembled((&parsed, &changed), sources, options, before);
    let mut raw = assembled.value.diagnostics.clone();
    raw.extend_from_slice(reading);
    raw.extend(parsed.diagnostics().cloned());
    Understood { parsed, grammars, site: Arc::clone(&assembled.value.value), assembled, change, raw }
}

/// The site, and what has changed since the build before, if it is little: pages and entries at the places that they had,
/// settings, the theme.
fn assembled(
    (parsed, changed): (&Parsed, &[SourcePath]),
    sources: &Sources,
    options: Options,
    before: &Build,
) -> (Assembled, Option<SiteChange>) {
    let pages: Vec<SourcePath> = changed.iter().filter(|path| path.is_page()).cloned().collect();
    let from = match &before.assembled {
        Some(kept) if pages.len() == changed.len() && kept.value.value.options == options => kept.from,
        _ => FileStamps::new(parsed, sources, options),
    };
    let assemble = || Assembled { from, value: arced(assemble::site(parsed, sources, options)) };
    let is_in_both =
        |path: &SourcePath| [parsed, &before.parsed].iter().all(|all| all.pages.contains_key(path));
    let Some(kept) = before.assembled.as_ref().filter(|_| pages.iter().all(is_in_both)) else {
        return (assemble(), None);
    };
    let old = &kept.value.value;
    let limit = old.settings.limits.page;
    if kept.from == from && parsed.say_the_same(&before.parsed, &pages, limit) {
        return (kept.clone(), Some(SiteChange::of_files(pages)));
    }
    let before = assemble::Before { site: old, parsed: &before.parsed, stamps: kept.from };
    let patched = || assemble::patched(before, parsed, from, &pages, sources);
    // Diagnostics have places.
    let patched = kept.value.diagnostics.is_empty().then(patched).flatten();
    let assembled = match patched {
        Some(site) => Assembled { from, value: Noted::clean(Arc::new(site)) },
        None => assemble(),
    };
    let change = SiteChange::between(old, &assembled.value.value, pages);
    (assembled, change)
}

fn arced(site: Noted<Site>) -> Noted<Arc<Site>> {
    Noted { value: Arc::new(site.value), diagnostics: site.diagnostics }
}

/// Makes the files of a guide, and settles the diagnostics of all stages.
pub fn publish(guide: Understood, sources: &Sources, before: &Build) -> Build {
    publish_showing(guide, sources, before, None)
}

/// Pages that somebody looks at, and what to do with their files before all others are made.
#[derive(Clone, Copy)]
pub struct First<'a> {
    /// The addresses of the pages.
    pub pages: &'a BTreeSet<PageUrl>,
    /// Gets the files that differ from the build before; not called while the guide has errors.
    pub show: &'a dyn Fn(Files),
}

impl fmt::Debug for First<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("First").field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// As [`build`]; gives the files of some pages before the others are made.
pub fn build_showing(
    sources: &Sources,
    reading: &[Diagnostic],
    options: Options,
    before: &Build,
    first: Option<First<'_>>,
) -> Build {
    publish_showing(understand(sources, reading, options, before), sources, before, first)
}

/// A guide that was checked, before any file is made of it.
#[derive(Debug)]
pub struct CheckedGuide {
    guide: Understood,
    findings: check::GuideFindings,
    /// Whether the site must not be published, whatever its files are.
    pub has_errors: bool,
}

impl CheckedGuide {
    /// The pages that something is said about so far.
    pub fn named_pages(&self) -> BTreeSet<SourcePath> {
        let found = self.findings.diagnostics().chain(&self.guide.raw);
        found.map(|diagnostic| diagnostic.span.file.clone()).filter(SourcePath::is_page).collect()
    }
}

/// Checks a guide that is published for the first time.
pub fn check(guide: Understood) -> CheckedGuide {
    let Understood { site, parsed, raw, .. } = &guide;
    let findings = check::guide(site, parsed, None);
    let found = || findings.diagnostics().chain(raw);
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    let has_errors = may_have_errors(site, found())
        && check::settle(found().cloned().collect(), site, parsed, &findings, Extent::Guide)
            .iter()
            .any(is_error);
    CheckedGuide { guide, findings, has_errors }
}

/// Makes the files of a guide when no build follows, and gives each to `store` once it is made. Of the guide, what nobody
/// asks any more is dropped on the way.
pub fn publish_to(guide: CheckedGuide, sources: &Sources, store: Option<&dyn FileStore>) -> Build {
    let CheckedGuide { mut guide, findings, has_errors } = guide;
    let plan = planned(&guide, sources);
    let shows_whole = guide.site.generated.contains_key(&Generated::Whole);
    let mut bodies = None;
    if !has_errors && !plan.is_about_letters() {
        guide.parsed.drop_checked();
        bodies = (!shows_whole).then(|| guide.parsed.take_bodies(&guide.site.pages));
    }
    let outputs = output::Prepared::once((&guide.site, &guide.parsed, sources), plan, bodies, store);
    settled(guide, findings, outputs, &Build::default())
}

/// Makes the files of a guide that is not published, as [`publish_to`] does; the guide stays as it is.
pub fn try_files(guide: CheckedGuide, sources: &Sources, store: &dyn FileStore) -> Build {
    let CheckedGuide { guide, findings, .. } = guide;
    let plan = planned(&guide, sources);
    let outputs = output::Prepared::once((&guide.site, &guide.parsed, sources), plan, None, Some(store));
    settled(guide, findings, outputs, &Build::default())
}

fn planned(guide: &Understood, sources: &Sources) -> output::Planned {
    output::Prepared::new(&guide.site, &guide.parsed, sources, &output::Outputs::default(), None).planned()
}

fn publish_showing(guide: Understood, sources: &Sources, before: &Build, first: Option<First<'_>>) -> Build {
    let Understood { parsed, site, change, raw, .. } = &guide;
    let change = change.as_ref();
    let pages = first.map(|first| first.pages);
    let check = || check::guide(site, parsed, change.map(|change| (&before.checked, change)));
    let prepare = || {
        let prepared = output::Prepared::new(site, parsed, sources, &before.outputs, change);
        let files = pages.map(|pages| prepared.first(pages)).unwrap_or_default();
        (prepared, files)
    };
    // Where the site is the same, both take less time than waking another thread.
    let (checked, (prepared, files)) = match change {
        Some(change) if change.is_site_same => (check(), prepare()),
        _ => rayon::join(check, prepare),
    };
    let is_plain = !files.is_empty() && files.values().all(|made| made.value.diagnostics.is_empty());
    if let Some(first) = first.filter(|_| is_plain)
        && !may_have_errors(site, checked.diagnostics().chain(raw))
    {
        (first.show)(files);
    }
    let outputs = prepared.all();
    Build { sources: sources.clone(), ..settled(guide, checked, outputs, before) }
}

/// Checks what was made, and settles the diagnostics of all stages.
fn settled(
    guide: Understood,
    checked: check::GuideFindings,
    outputs: output::Outputs,
    before: &Build,
) -> Build {
    let Understood { parsed, site, grammars, assembled, change, raw: mut diagnostics } = guide;
    let before = change.as_ref().map(|change| (&before.weights, change));
    let files =
        check::MadeFiles { held: &outputs.files, on_request: &outputs.pages, stored: &outputs.stored };
    let weights = check::files(&site, &parsed, files, before, outputs.asked());

    diagnostics.extend(outputs.search.iter().flat_map(|search| check::index(&site, &parsed, &search.index)));
    let found = checked.diagnostics().chain(outputs.diagnostics()).chain(weights.diagnostics());
    diagnostics.extend(found.cloned());
    let diagnostics = check::settle(diagnostics, &site, &parsed, &checked, Extent::Files);
    Build {
        sources: Sources::new(),
        parsed,
        site: Some(site),
        files: outputs.files.clone(),
        pages: outputs.pages.clone(),
        stored: Arc::clone(&outputs.stored),
        engine: outputs.engine.clone(),
        diagnostics,
        grammars,
        assembled: Some(assembled),
        checked,
        outputs,
        weights,
    }
}

/// Whether there is an error before diagnostics are settled, or a warning that the author's levels may make one.
fn may_have_errors<'a>(site: &Site, mut diagnostics: impl Iterator<Item = &'a Diagnostic>) -> bool {
    let raises = site.settings.levels.iter().any(|(_, level)| *level == Level::Error);
    raises || diagnostics.any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Adds the diagnostics about addresses on other sites to those of a build.
pub fn with_external(build: Build, more: Vec<Diagnostic>) -> Build {
    let Some(site) = &build.site else { return build };
    let diagnostics = check::settle_external(build.diagnostics, more, site, &build.parsed);
    Build { diagnostics, ..build }
}

/// Paths that are new or whose content differs, and paths that are gone. What the builds share is not looked at.
pub fn changes(before: &Build, after: &Build) -> (Vec<OutPath>, Vec<OutPath>) {
    // Made of something else, a file may still be the same.
    let (mut changed, mut gone) =
        changed_keys(&before.files, &after.files, |old, now| old.value == now.value);
    let pages = changed_keys(&before.pages, &after.pages, |old, now| old.value == now.value);
    changed.extend(pages.0);
    gone.extend(pages.1);
    (changed, gone)
}
