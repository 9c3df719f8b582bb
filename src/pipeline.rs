//! The whole build on one page, in two steps.
//!
//! [`understand`] parses and assembles the guide, and can check it. [`publish`] makes the files, and the diagnostics
//! that only the files can give. [`build`] is the two in a row. The cache is the build before.
use crate::check::Extent;
use crate::colors::Grammars;
use crate::model::{Diagnostic, Files, Noted, Options, OutPath, Parsed, Severity, Site, SiteChange, Sources};
use crate::stamp::Made;
use crate::{assemble, check, output, parse};
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

/// The site with the diagnostics of assembling it, kept by the stamp of all that it was made from besides pages.
type Assembled = Made<Noted<Arc<Site>>>;

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
    /// One entry per source file.
    pub parsed: Parsed,
    /// The guide as a whole; none before the first build.
    pub site: Option<Arc<Site>>,
    /// One entry per file to publish.
    pub files: Arc<Files>,
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

    /// Whether the site must not be published.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Understands the guide and makes its files, reusing what is still valid of the build before. `reading` holds the
/// diagnostics of reading the sources.
pub fn build(sources: &Sources, reading: &[Diagnostic], options: Options, before: &Build) -> Build {
    publish(understand(sources, reading, options, before), sources, before)
}

/// Parses and assembles the guide. No page is filled and no PDF made.
pub fn understand(sources: &Sources, reading: &[Diagnostic], options: Options, before: &Build) -> Understood {
    let (parsed, grammars) = parse::all(sources, &before.parsed, before.grammars.clone());
    let (assembled, change) = assembled(&parsed, sources, options, before);
    let mut raw = assembled.value.diagnostics.clone();
    raw.extend_from_slice(reading);
    raw.extend(parsed.diagnostics().cloned());
    Understood { parsed, grammars, site: Arc::clone(&assembled.value.value), assembled, change, raw }
}

/// The site, and what has changed since the build before, if it is little: some pages, at the places that they had.
fn assembled(
    parsed: &Parsed,
    sources: &Sources,
    options: Options,
    before: &Build,
) -> (Assembled, Option<SiteChange>) {
    let from = assemble::files_stamp(parsed, sources, options);
    let new = |site| Made { from, value: site };
    let kept = before.assembled.as_ref().filter(|kept| kept.from == from).map(|kept| &kept.value);
    let changed = kept.and_then(|_| parsed.changed_pages(&before.parsed));
    let (Some(kept), Some(changed)) = (kept, changed) else {
        return (new(arced(assemble::site(parsed, sources, options))), None);
    };
    if parsed.say_the_same(&before.parsed, &changed, kept.value.settings.limits.page) {
        return (new(kept.clone()), Some(SiteChange::of_files(changed)));
    }
    // Diagnostics have places in front matter.
    let has_none = kept.diagnostics.is_empty();
    let patched = || assemble::patched(&kept.value, parsed, &before.parsed, &changed, sources);
    let site = has_none.then(patched).flatten().map(Noted::clean);
    let site = site.unwrap_or_else(|| assemble::site(parsed, sources, options));
    let change = SiteChange::between(&kept.value, &site.value, changed);
    (new(arced(site)), change)
}

fn arced(site: Noted<Site>) -> Noted<Arc<Site>> {
    Noted { value: Arc::new(site.value), diagnostics: site.diagnostics }
}

/// Makes the files of a guide, and settles the diagnostics of all stages.
pub fn publish(guide: Understood, sources: &Sources, before: &Build) -> Build {
    let Understood { parsed, site, grammars, assembled, change, raw: mut diagnostics } = guide;
    let change = change.as_ref();
    let checked = check::guide(&site, &parsed, change.map(|change| (&before.checked, change)));
    let outputs = output::all(&site, &parsed, sources, &before.outputs, change);
    let weights =
        check::files(&site, &parsed, &outputs.files, change.map(|change| (&before.weights, change)));

    diagnostics.extend(outputs.search.iter().flat_map(|search| check::index(&site, &parsed, &search.index)));
    let found = checked.diagnostics().chain(outputs.diagnostics()).chain(weights.diagnostics());
    diagnostics.extend(found.cloned());
    let diagnostics = check::settle(diagnostics, &site, &parsed, &checked, Extent::Files);
    Build {
        parsed,
        site: Some(site),
        files: Arc::clone(&outputs.files),
        engine: outputs.engine.clone(),
        diagnostics,
        grammars,
        assembled: Some(assembled),
        checked,
        outputs,
        weights,
    }
}

/// Adds the diagnostics about addresses on other sites to those of a build.
pub fn with_external(build: Build, more: Vec<Diagnostic>) -> Build {
    let Some(site) = &build.site else { return build };
    let diagnostics = check::settle_external(build.diagnostics, more, site, &build.parsed);
    Build { diagnostics, ..build }
}

/// Paths that are new or whose content differs, and paths that are gone. Both maps are sorted, and a file that was kept is
/// not compared byte for byte.
pub fn changes(before: &Files, after: &Files) -> (Vec<OutPath>, Vec<OutPath>) {
    let (mut changed, mut gone) = (Vec::new(), Vec::new());
    let mut known = before.iter().peekable();
    for (path, made) in after {
        while let Some((old, _)) = known.next_if(|(old, _)| *old < path) {
            gone.push(old.clone());
        }
        let old = known.next_if(|(old, _)| *old == path).map(|(_, old)| &old.value);
        let is_same = |old: &Arc<Noted<_>>| Arc::ptr_eq(old, &made.value) || old.value == made.value.value;
        if !old.is_some_and(is_same) {
            changed.push(path.clone());
        }
    }
    gone.extend(known.map(|(old, _)| old.clone()));
    (changed, gone)
}
