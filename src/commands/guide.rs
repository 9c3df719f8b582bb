//! A guide, loaded and built, and what there is to say about it.
use super::here::Here;
use super::{FINDINGS, REFUSED, terminal};
use crate::failure::Failure;
use crate::model::{Diagnostic, Options, Severity, SourcePath, Sources};
use crate::pipeline::{self, Build};
use crate::search::Merged;
use crate::{load, messages, output};

/// A guide, loaded and built.
pub(super) struct Guide {
    /// What was read.
    pub sources: Sources,
    /// What was made of it.
    pub build: Build,
}

impl Guide {
    /// Loads and builds. On a terminal a line says so once it takes more than a second.
    pub(super) fn build(here: &Here) -> Result<Self, Failure> {
        Self::with(here, here.options()?)
    }

    /// The same of the addresses that readers see, whatever the command line says about drafts; without index and PDFs.
    pub(super) fn build_addresses(here: &Here) -> Result<Self, Failure> {
        Self::with(here, Options { drafts: false, whole: false, ..here.options()? })
    }

    fn with(here: &Here, options: Options) -> Result<Self, Failure> {
        let root = here.root()?;
        terminal::while_saying(here.say("build-working", &[]), || {
            let read = load::load(root)?;
            let build = pipeline::build(&read.value, &read.diagnostics, options, &Build::default());
            Ok(Self { sources: read.value, build })
        })
    }

    /// The index of the search; made here for a guide that does not publish it.
    pub(super) fn index(&mut self) -> &Merged {
        let Build { site, parsed, searched, .. } = &mut self.build;
        let site = site.as_ref().expect("a build has a site");
        &searched.get_or_insert_with(|| output::searched(site, parsed, None)).index
    }

    /// Prints the diagnostics.
    pub(super) fn report(&self, here: &Here) -> Result<(), Failure> {
        terminal::print(&messages::render(&self.build.diagnostics, &self.sources, &here.words, here.style))
    }

    /// The status that the diagnostics ask for; zero when the site may be published.
    pub(super) fn status(&self, here: &Here) -> u8 {
        // Only settings that could not be read have no title.
        let titled = self.build.site.as_ref().is_some_and(|site| !site.settings.title.is_empty());
        status(&self.build.diagnostics, here.strict, titled)
    }
}

fn status(diagnostics: &[Diagnostic], strict: bool, titled: bool) -> u8 {
    if !titled && diagnostics.iter().any(makes_settings_unreadable) {
        REFUSED
    } else if diagnostics.iter().any(|diagnostic| strict || diagnostic.severity == Severity::Error) {
        FINDINGS
    } else {
        0
    }
}

/// Whether it makes the settings something that cannot be read, as opposed to something wrong.
fn makes_settings_unreadable(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
        && diagnostic.span.file == SourcePath::new("guide/jalon.yaml")
        && matches!(diagnostic.code.family(), "yaml" | "front")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Span, codes};

    #[test]
    fn findings_make_the_status() {
        let at = |path: &str, code| Diagnostic::new(code, Span::start_of(&SourcePath::new(path)));
        let warning = at("guide/a.md", codes::PLACEHOLDER_OPEN);
        let error = at("guide/a.md", codes::YAML_SYNTAX);
        let unreadable = at("guide/jalon.yaml", codes::YAML_SYNTAX);
        let wrong = at("guide/jalon.yaml", codes::SETTINGS_UNKNOWN_KEY);
        let one = std::slice::from_ref(&warning);
        assert_eq!((status(&[], true, true), status(one, false, true), status(one, true, true)), (0, 0, 1));
        assert_eq!((status(&[warning.clone(), error], false, true), status(&[wrong], false, false)), (1, 1));
        let broken = [warning, unreadable];
        assert_eq!((status(&broken, false, true), status(&broken, false, false)), (1, 2));
    }
}
