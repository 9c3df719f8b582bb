//! The whole build on one page, in two steps.
//!
//! [`understand`] parses and assembles the guide, and can check it. [`publish`] makes the files, and the diagnostics
//! that only the files can give. [`build`] is the two in a row. The cache is the build before.
use crate::check::Extent;
use crate::model::{Diagnostic, Files, Options, OutPath, Parsed, Severity, Site, Sources};
use crate::{assemble, check, output, parse};
use std::sync::Arc;

/// A guide as it is understood, before any file is made of it.
#[derive(Clone, Debug)]
pub struct Understood {
    /// One entry per source file.
    pub parsed: Parsed,
    /// The guide as a whole.
    pub site: Arc<Site>,
    /// The diagnostics of reading, parsing and assembling; levels and waivers are not applied yet.
    raw: Vec<Diagnostic>,
}

impl Understood {
    /// Checks a guide that is not published; gives its diagnostics, sorted by place.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        check::settle(self.checked(), &self.site, &self.parsed, Extent::Guide)
    }

    fn checked(&self) -> Vec<Diagnostic> {
        let mut diagnostics = check::guide(&self.site, &self.parsed);
        diagnostics.extend_from_slice(&self.raw);
        diagnostics
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
    pub files: Files,
    /// The theme, ready for use.
    pub engine: output::Engine,
    /// The search index; none unless options and settings ask for it.
    pub search: Option<output::SearchIndex>,
    /// The diagnostics of all stages, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Build {
    /// Whether the site must not be published.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Understands the guide and makes its files, reusing what is still valid of the build before. `reading` holds the
/// diagnostics of reading the sources.
pub fn build(sources: &Sources, reading: &[Diagnostic], options: Options, before: &Build) -> Build {
    publish(understand(sources, reading, options, &before.parsed), sources, before)
}

/// Parses and assembles the guide. No page is filled and no PDF made.
pub fn understand(
    sources: &Sources,
    reading: &[Diagnostic],
    options: Options,
    before: &Parsed,
) -> Understood {
    let parsed = parse::all(sources, before);
    let assembled = assemble::site(&parsed, sources, options);
    let site = Arc::new(assembled.value);

    let mut raw = assembled.diagnostics;
    raw.extend_from_slice(reading);
    raw.extend(parsed.diagnostics().cloned());
    Understood { parsed, site, raw }
}

/// Makes the files of a guide, and settles the diagnostics of all stages.
pub fn publish(guide: Understood, sources: &Sources, before: &Build) -> Build {
    let mut diagnostics = guide.checked();
    let Understood { parsed, site, .. } = guide;
    let made = output::all(&site, &parsed, sources, &before.files, &before.engine, before.search.as_ref());

    diagnostics.extend(made.search.iter().flat_map(|search| check::index(&site, &parsed, &search.index)));
    diagnostics.extend(check::files(&site, &parsed, &made.files));
    diagnostics.extend(made.diagnostics);
    diagnostics.extend(made.files.values().flat_map(|file| file.value.diagnostics.iter().cloned()));
    let diagnostics = check::settle(diagnostics, &site, &parsed, Extent::Files);
    Build {
        parsed,
        site: Some(site),
        files: made.files,
        engine: made.engine,
        search: made.search,
        diagnostics,
    }
}

/// Adds the diagnostics about addresses on other sites to those of a build.
pub fn with_external(build: Build, more: Vec<Diagnostic>) -> Build {
    let Some(site) = &build.site else { return build };
    let diagnostics = check::settle_external(build.diagnostics, more, site, &build.parsed);
    Build { diagnostics, ..build }
}

/// Paths that are new or whose content differs, and paths that are gone.
pub fn changes(before: &Files, after: &Files) -> (Vec<OutPath>, Vec<OutPath>) {
    let changed = after
        .iter()
        .filter(|(path, made)| before.get(*path).is_none_or(|old| old.value.value != made.value.value))
        .map(|(path, _)| path.clone())
        .collect();
    let gone = before.keys().filter(|path| !after.contains_key(*path)).cloned().collect();
    (changed, gone)
}
