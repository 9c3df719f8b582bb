//! The whole build on one page. The cache is the build before.
use crate::model::{Diagnostic, Files, Options, OutPath, Parsed, Severity, Site, Sources};
use crate::{assemble, check, output, parse};
use std::sync::Arc;

/// All that a build produced. Nothing here points outside of it.
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
    /// The index of the search; none unless options and settings ask for it.
    pub searched: Option<output::Searched>,
    /// Everything there is to say, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Build {
    /// Whether the site must not be published.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Builds the site, reusing what is still true of the build before. `read` is what reading the sources left to say.
pub fn build(sources: &Sources, read: &[Diagnostic], options: Options, before: &Build) -> Build {
    let parsed = parse::all(sources, &before.parsed);
    let placed = assemble::site(&parsed, sources, options);
    let site = placed.value;
    let asked = check::guide(&site, &parsed);
    let made = output::all(&site, &parsed, sources, &before.files, &before.engine, before.searched.as_ref());

    let mut diagnostics = placed.diagnostics;
    diagnostics.extend_from_slice(read);
    diagnostics.extend(asked);
    diagnostics.extend(made.searched.iter().flat_map(|made| check::index(&site, &parsed, &made.index)));
    diagnostics.extend(check::files(&site, &parsed, &made.files));
    diagnostics.extend(made.diagnostics);
    diagnostics.extend(parsed.diagnostics().cloned());
    diagnostics.extend(made.files.values().flat_map(|file| file.value.diagnostics.iter().cloned()));
    let diagnostics = check::settle(diagnostics, &site, &parsed);
    Build {
        parsed,
        site: Some(Arc::new(site)),
        files: made.files,
        engine: made.engine,
        searched: made.searched,
        diagnostics,
    }
}

/// Adds what other sites answered.
pub fn with_external(build: Build, more: Vec<Diagnostic>) -> Build {
    let Some(site) = &build.site else { return build };
    let diagnostics = check::settle_external(build.diagnostics, more, site, &build.parsed);
    Build { diagnostics, ..build }
}

/// Paths whose content differs, and paths that are gone.
pub fn changes(before: &Files, after: &Files) -> (Vec<OutPath>, Vec<OutPath>) {
    let changed = after
        .iter()
        .filter(|(path, made)| before.get(*path).is_none_or(|old| old.value.value != made.value.value))
        .map(|(path, _)| path.clone())
        .collect();
    let gone = before.keys().filter(|path| !after.contains_key(*path)).cloned().collect();
    (changed, gone)
}
