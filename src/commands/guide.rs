//! A guide as commands work with it: loaded, then understood or built, with its diagnostics.
use super::here::Here;
use super::{FINDINGS, REFUSED, terminal};
use crate::failure::Failure;
use crate::model::{Code, Diagnostic, Family, Options, Parsed, Severity, Site, SourcePath, Sources, codes};
use crate::pipeline::{self, Build};
use crate::search::Merged;
use crate::{load, messages, output};
use std::mem::ManuallyDrop;
use std::sync::Arc;

/// A guide that is understood and not published.
pub(super) struct Understood {
    /// What was read.
    pub sources: Sources,
    /// Each file by itself.
    pub parsed: Parsed,
    /// The guide as a whole.
    pub site: Arc<Site>,
    /// What can be known without the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A guide of which every file is made.
pub(super) struct Built {
    /// What was read.
    pub sources: Sources,
    /// What was made of it.
    pub build: Build,
}

/// Loads and understands. The result is never dropped: the process ends with the command, and taking a large guide
/// apart piece by piece would cost as much as parsing it.
pub(super) fn understand(here: &Here, options: Options) -> Result<ManuallyDrop<Understood>, Failure> {
    working(here, || {
        let read = load::load(here.root()?)?;
        let guide = pipeline::understand(&read.value, &read.diagnostics, options, &Parsed::default());
        let diagnostics = guide.diagnostics();
        let pipeline::Guide { parsed, site, .. } = guide;
        Ok(ManuallyDrop::new(Understood { sources: read.value, parsed, site, diagnostics }))
    })
}

/// Loads, understands and makes every file.
pub(super) fn build(here: &Here) -> Result<Built, Failure> {
    let options = here.options()?;
    working(here, || {
        let read = load::load(here.root()?)?;
        let build = pipeline::build(&read.value, &read.diagnostics, options, &Build::default());
        Ok(Built { sources: read.value, build })
    })
}

/// On a terminal a line says so once it takes more than a second.
fn working<T>(here: &Here, work: impl FnOnce() -> T) -> T {
    terminal::while_saying(here.say("build-working", &[]), work)
}

impl Understood {
    /// The search index.
    pub(super) fn index(&self) -> Arc<Merged> {
        output::search_index(&self.site, &self.parsed, None).index
    }

    /// What is wrong with the guide.
    pub(super) fn findings(&self) -> Findings<'_> {
        Findings { diagnostics: &self.diagnostics, sources: &self.sources, site: Some(&self.site) }
    }
}

impl Built {
    /// What is wrong with the guide.
    pub(super) fn findings(&self) -> Findings<'_> {
        let site = self.build.site.as_deref();
        Findings { diagnostics: &self.build.diagnostics, sources: &self.sources, site }
    }
}

/// The diagnostics of a guide, and what they mean for a command.
#[derive(Clone, Copy)]
pub(super) struct Findings<'a> {
    diagnostics: &'a [Diagnostic],
    sources: &'a Sources,
    site: Option<&'a Site>,
}

impl Findings<'_> {
    /// Prints the diagnostics.
    pub(super) fn print(self, here: &Here) -> Result<(), Failure> {
        terminal::print(&messages::render(self.diagnostics, self.sources, &here.words, here.style))
    }

    /// `2 errors, 3 warnings`.
    pub(super) fn count(self, here: &Here) -> String {
        messages::count(self.diagnostics, &here.words)
    }

    /// Whether one of them is an error.
    pub(super) fn has_errors(self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The exit status that they ask for; zero when the site may be published.
    pub(super) fn status(self, here: &Here) -> u8 {
        // Only settings that could not be read have no title.
        let titled = self.site.is_some_and(|site| !site.settings.title.is_empty());
        status(self.diagnostics, here.strict, titled)
    }
}

/// Warnings that `--strict` does not turn into a failure: an update of Jalon that renames a code breaks no build.
const LENIENT: [Code; 2] = [codes::SETTINGS_RENAMED_CODE, codes::WAIVER_RENAMED_CODE];

fn status(diagnostics: &[Diagnostic], strict: bool, titled: bool) -> u8 {
    if !titled && diagnostics.iter().any(makes_settings_unreadable) {
        REFUSED
    } else if diagnostics.iter().any(|diagnostic| {
        diagnostic.severity == Severity::Error || strict && !LENIENT.contains(&diagnostic.code)
    }) {
        FINDINGS
    } else {
        0
    }
}

/// Whether it makes the settings something that cannot be read, as opposed to something wrong.
fn makes_settings_unreadable(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
        && diagnostic.span.file == SourcePath::new("guide/jalon.yaml")
        && matches!(diagnostic.code.family, Family::Yaml | Family::File)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn findings_make_the_status() {
        let at = |path: &str, code| Diagnostic::new(code, Span::start_of(&SourcePath::new(path)));
        let warning = at("guide/a.md", codes::PLACEHOLDER_OPEN);
        let error = at("guide/a.md", codes::YAML_SYNTAX);
        let unreadable = at("guide/jalon.yaml", codes::YAML_SYNTAX);
        let wrong = at("guide/jalon.yaml", codes::SETTINGS_UNKNOWN_KEY);
        let renamed = at("guide/a.md", codes::WAIVER_RENAMED_CODE);
        assert_eq!(status(&[renamed], true, true), 0);
        let one = std::slice::from_ref(&warning);
        assert_eq!((status(&[], true, true), status(one, false, true), status(one, true, true)), (0, 0, 1));
        assert_eq!((status(&[warning.clone(), error], false, true), status(&[wrong], false, false)), (1, 1));
        let broken = [warning, unreadable];
        assert_eq!((status(&broken, false, true), status(&broken, false, false)), (1, 2));
    }
}
