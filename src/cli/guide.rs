//! A guide as commands work with it: loaded, then checked or built.
use super::context::Context;
use super::{FINDINGS, REFUSED, terminal};
use crate::failure::Failure;
use crate::messages::{self, Style};
use crate::model::{Code, Diagnostic, Family, Options, Parsed, Severity, Site, SourcePath, Sources, codes};
use crate::pipeline::{self, Build, Understood};
use crate::search::Merged;
use crate::{load, output};
use std::mem::ManuallyDrop;
use std::sync::Arc;

/// A guide that is understood and checked, and of which no file is made.
pub(crate) struct CheckedGuide {
    /// What was read.
    pub sources: Sources,
    /// Each file by itself.
    pub parsed: Parsed,
    /// The guide as a whole.
    pub site: Arc<Site>,
    /// What is wrong with it, as far as that is known without the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A guide of which every file is made.
pub(crate) struct BuiltGuide {
    /// What was read.
    pub sources: Sources,
    /// The files and diagnostics.
    pub build: Build,
}

/// Loads, understands and checks the guide. The result is never dropped: the process ends with the command, and
/// freeing a large guide piece by piece would take as long as parsing it.
pub(crate) fn understand(context: &Context, options: Options) -> Result<ManuallyDrop<CheckedGuide>, Failure> {
    with_progress(context, || {
        let read = load::load(context.root()?)?;
        let understood = pipeline::understand(&read.value, &read.diagnostics, options, &Parsed::default());
        let diagnostics = understood.diagnostics();
        let Understood { parsed, site, .. } = understood;
        Ok(ManuallyDrop::new(CheckedGuide { sources: read.value, parsed, site, diagnostics }))
    })
}

/// Loads the guide and makes every file.
pub(crate) fn build(context: &Context, options: Options) -> Result<BuiltGuide, Failure> {
    with_progress(context, || {
        let read = load::load(context.root()?)?;
        let build = pipeline::build(&read.value, &read.diagnostics, options, &Build::default());
        Ok(BuiltGuide { sources: read.value, build })
    })
}

fn with_progress<T>(context: &Context, work: impl FnOnce() -> T) -> T {
    terminal::with_progress(context.sentence("build-working", &[]), work)
}

impl CheckedGuide {
    /// The search index.
    pub(crate) fn index(&self) -> Arc<Merged> {
        output::search_index(&self.site, &self.parsed, None).index
    }

    /// What is wrong with the guide.
    pub(crate) fn findings(&self) -> Findings<'_> {
        Findings { diagnostics: &self.diagnostics, sources: &self.sources, site: Some(&self.site) }
    }
}

impl BuiltGuide {
    /// What is wrong with the guide.
    pub(crate) fn findings(&self) -> Findings<'_> {
        let site = self.build.site.as_deref();
        Findings { diagnostics: &self.build.diagnostics, sources: &self.sources, site }
    }
}

/// The diagnostics of a guide, and what follows from them for a command.
#[derive(Clone, Copy)]
pub(crate) struct Findings<'a> {
    diagnostics: &'a [Diagnostic],
    sources: &'a Sources,
    site: Option<&'a Site>,
}

impl Findings<'_> {
    /// Prints the diagnostics to standard output.
    pub(crate) fn print(self, context: &Context, style: Style) -> Result<(), Failure> {
        terminal::print(&messages::render(self.diagnostics, self.sources, &context.words, style))
    }

    /// `2 errors, 3 warnings`.
    pub(crate) fn count(self, context: &Context) -> String {
        messages::count(self.diagnostics, &context.words)
    }

    /// Whether there are no diagnostics.
    pub(crate) fn is_empty(self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether one of them is an error.
    pub(crate) fn has_errors(self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The exit status; zero when the site may be published. With `strict`, warnings count as errors.
    pub(crate) fn status(self, strict: bool) -> u8 {
        // Only settings that could not be read have no title.
        let is_titled = self.site.is_some_and(|site| !site.settings.title.is_empty());
        status(self.diagnostics, strict, is_titled)
    }
}

/// Warnings that `--strict` accepts, so that an update of Jalon that renames a code breaks no build.
const LENIENT: [Code; 2] = [codes::SETTINGS_RENAMED_CODE, codes::WAIVER_RENAMED_CODE];

fn status(diagnostics: &[Diagnostic], strict: bool, is_titled: bool) -> u8 {
    let fails = |diagnostic: &Diagnostic| {
        diagnostic.severity == Severity::Error || strict && !LENIENT.contains(&diagnostic.code)
    };
    if !is_titled && diagnostics.iter().any(makes_settings_unreadable) {
        REFUSED
    } else if diagnostics.iter().any(fails) {
        FINDINGS
    } else {
        0
    }
}

/// Whether the settings cannot be read because of it; a wrong value is not such a case.
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
    fn diagnostics_decide_the_exit_status() {
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
