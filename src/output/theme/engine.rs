//! The theme, kept from one build to the next.
use super::strings::Strings;
use super::template::Templates;
use super::{Printer, ThemeColours, font};
use crate::model::{Diagnostic, Noted, OutPath, Site, Sources};
use crate::stamp::{Made, Stamp, reuse};
use std::fmt;
use std::sync::Arc;

/// The theme as the build before left it.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    theme: Option<Made<Arc<Noted<LoadedTheme>>>>,
    /// The theme's files for PDFs.
    #[cfg(feature = "pdf")]
    print_kit: super::print_kit::KeptKit,
}

/// A theme, ready for use.
pub(crate) struct LoadedTheme {
    pub(crate) templates: Templates,
    pub(crate) strings: Arc<Strings>,
    /// The font that pages load together with the style.
    pub(crate) font: Option<OutPath>,
    pub(crate) colours: ThemeColours,
    pub(crate) stamp: Stamp,
}

impl fmt::Debug for LoadedTheme {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("LoadedTheme").field("font", &self.font).finish_non_exhaustive()
    }
}

impl PartialEq for LoadedTheme {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

impl LoadedTheme {
    fn read(site: &Site, sources: &Sources, stamp: Stamp) -> Noted<Self> {
        let mut diagnostics = Vec::new();
        let strings = Arc::new(Strings::read(site, sources, &mut diagnostics));
        let templates = Templates::read(site, sources, &strings, &mut diagnostics);
        let font = font::of(site, sources);
        let colours = ThemeColours::of(site, sources);
        Noted { value: Self { templates, strings, font, colours, stamp }, diagnostics }
    }
}

impl Engine {
    /// Reads the theme, or keeps it when none of its files changed.
    pub(crate) fn refreshed(&self, site: &Site, sources: &Sources) -> (Self, Arc<Noted<LoadedTheme>>) {
        let is_read = |name: &str| name.starts_with("templates/") || font::depends_on(name);
        let files: Vec<_> = site.theme.files.iter().filter(|(name, _)| is_read(name)).collect();
        let settings = (site.settings.language, site.settings.limits.output);
        let stamp = Stamp::of(&(&files, &site.theme.strings, settings));
        let made = reuse(self.theme.as_ref(), stamp, || Arc::new(LoadedTheme::read(site, sources, stamp)));
        let theme = Arc::clone(&made.value);
        let engine = Self {
            theme: Some(made),
            #[cfg(feature = "pdf")]
            print_kit: self.print_kit.refreshed(site, sources),
        };
        (engine, theme)
    }

    /// The theme of the last build.
    pub(crate) fn theme(&self) -> Option<Arc<Noted<LoadedTheme>>> {
        self.theme.as_ref().map(|made| Arc::clone(&made.value))
    }

    /// What prints checklists, and the diagnostics about the theme's files for it.
    #[cfg(feature = "pdf")]
    pub(crate) fn printer(&self, site: &Site, strings: &Strings) -> (Option<Printer>, Vec<Diagnostic>) {
        (self.print_kit.printer(site, strings), self.print_kit.diagnostics())
    }

    /// Without the feature `pdf`, nothing prints checklists.
    #[cfg(not(feature = "pdf"))]
    #[expect(clippy::unused_self, reason = "the signature of a program with PDFs")]
    pub(crate) fn printer(&self, _: &Site, _: &Strings) -> (Option<Printer>, Vec<Diagnostic>) {
        (None, Vec::new())
    }
}
