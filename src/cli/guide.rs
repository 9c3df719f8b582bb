//! A guide as commands work with it: loaded, then understood or built, and its diagnostics.
use super::context::CommandContext;
use super::{FINDINGS, REFUSED, machine, terminal};
use crate::failure::Failure;
use crate::load;
use crate::messages::{self, Style};
use crate::model::{
    Code, Diagnostic, Family, FileStore, Noted, Options, OutPath, Severity, Site, SourcePath, Sources,
    StoredFile, codes,
};
use crate::pipeline::{self, Build, CheckedGuide, Understood};
use std::borrow::Cow;
use std::mem::ManuallyDrop;

/// A guide of which no file is made.
pub(crate) struct UnpublishedGuide {
    pub sources: Sources,
    pub understood: Understood,
}

/// A guide of which every file is made.
pub(crate) struct BuiltGuide {
    pub sources: Sources,
    pub build: Build,
}

/// Loads and understands the guide. The result is never dropped: the process ends with the command, and freeing a large
/// guide piece by piece would take as long as parsing it.
pub(crate) fn understand(
    context: &CommandContext,
    options: Options,
) -> Result<ManuallyDrop<UnpublishedGuide>, Failure> {
    let read = load(context)?;
    let understood = context.step("step-understand", || {
        pipeline::understand(&read.value, &read.diagnostics, options, &Build::default())
    });
    Ok(ManuallyDrop::new(UnpublishedGuide { sources: read.value, understood }))
}

/// Loads the guide and makes every file, to see what is wrong with them; none of them is kept.
pub(crate) fn build(context: &CommandContext, options: Options) -> Result<BuiltGuide, Failure> {
    let read = load(context)?;
    let guide = context.step("step-understand", || {
        pipeline::understand(&read.value, &read.diagnostics, options, &Build::default())
    });
    let guide = context.step("step-check", || pipeline::check(guide));
    let build = context.step("step-make", || pipeline::try_files(guide, &read.value, &SizesOnly));
    Ok(BuiltGuide { sources: read.value, build })
}

/// Reads the files of the guide.
pub(crate) fn load(context: &CommandContext) -> Result<Noted<Sources>, Failure> {
    machine::start_threads()?;
    let root = context.root()?;
    context.step("step-read", || load::load(root))
}

/// Keeps the sizes of files and nothing else.
pub(crate) struct SizesOnly;

impl FileStore for SizesOnly {
    fn put(&self, _: &OutPath, bytes: &[u8]) -> Option<StoredFile> {
        Some(StoredFile::of(bytes))
    }
}

/// Makes every file of a guide that was read, to publish them. Once the guide is checked, it is asked where the files go; they
/// are held in memory if nowhere. The text of pages is dropped that no diagnostic shows.
pub(crate) fn build_loaded<'a>(
    context: &CommandContext,
    read: Noted<Sources>,
    options: Options,
    store: impl FnOnce(&CheckedGuide) -> Option<&'a dyn FileStore>,
) -> Result<BuiltGuide, Failure> {
    let root = context.root()?;
    let Noted { value: mut sources, diagnostics: reading } = read;
    let guide = context
        .step("step-understand", || pipeline::understand(&sources, &reading, options, &Build::default()));
    let guide = context.step("step-check", || pipeline::check(guide));
    Ok(context.step("step-make", || {
        let named = guide.named_pages();
        let is_kept = |(path, _): &(SourcePath, _)| !path.is_page() || named.contains(path);
        sources = sources.into_iter().filter(is_kept).collect();
        let store = store(&guide);
        let build = pipeline::publish_to(guide, &sources, store);
        let named = build.diagnostics.iter().map(|diagnostic| &diagnostic.span.file);
        load::read_again(root, named.filter_map(|path| build.parsed.pages.get_key_value(path)), &mut sources);
        BuiltGuide { sources, build }
    }))
}

impl UnpublishedGuide {
    /// Checks the guide: what is wrong with it, as far as that is known without its files.
    pub(crate) fn check(&self) -> Findings<'_> {
        let diagnostics = Cow::Owned(self.understood.diagnostics());
        Findings { diagnostics, sources: &self.sources, site: Some(&self.understood.site) }
    }
}

impl BuiltGuide {
    /// Forgets diagnostics of other codes, and tells how many. What makes the settings unreadable stays: without it, a
    /// guide that could not be checked would seem to be right.
    pub(crate) fn keep_only(&mut self, is_wanted: impl Fn(Code) -> bool) -> usize {
        let before = self.build.diagnostics.len();
        let keep =
            |diagnostic: &Diagnostic| is_wanted(diagnostic.code) || makes_settings_unreadable(diagnostic);
        self.build.diagnostics.retain(keep);
        before - self.build.diagnostics.len()
    }

    /// What is wrong with the guide.
    pub(crate) fn findings(&self) -> Findings<'_> {
        let site = self.build.site.as_deref();
        Findings { diagnostics: Cow::Borrowed(&self.build.diagnostics), sources: &self.sources, site }
    }
}

/// The diagnostics of a guide, and what follows from them for a command.
pub(crate) struct Findings<'a> {
    diagnostics: Cow<'a, [Diagnostic]>,
    sources: &'a Sources,
    site: Option<&'a Site>,
}

impl<'a> Findings<'a> {
    /// What was wrong with a guide that was published, without building it again.
    pub(crate) fn of_published(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Self {
        Self { diagnostics: Cow::Borrowed(diagnostics), sources, site: None }
    }

    /// These and others, each once, in the order of their places.
    #[must_use]
    pub(crate) fn and(mut self, more: Vec<Diagnostic>) -> Self {
        let all = self.diagnostics.to_mut();
        all.extend(more);
        all.sort();
        all.dedup();
        self
    }

    pub(crate) fn print(&self, context: &CommandContext, style: Style) -> Result<(), Failure> {
        terminal::print(messages::render(&self.diagnostics, self.sources, &context.words, style))
    }

    /// Prints a line for each code.
    pub(crate) fn print_summary(&self, context: &CommandContext) -> Result<(), Failure> {
        let colour = context.output_colour;
        terminal::print(messages::summary(&self.diagnostics, self.sources, &context.words, colour))
    }

    /// `2 errors, 3 warnings`.
    pub(crate) fn count(&self, context: &CommandContext) -> String {
        messages::count(&self.diagnostics, &context.words)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether one of them is an error.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The exit status; zero when the site may be published. With `strict`, warnings count as errors.
    pub(crate) fn status(&self, strict: bool) -> u8 {
        // Only settings that could not be read have no title.
        let is_titled = self.site.is_some_and(|site| !site.settings.title.is_empty());
        status(&self.diagnostics, strict, is_titled)
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
        && diagnostic.span.file == SourcePath::new(load::SETTINGS)
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
