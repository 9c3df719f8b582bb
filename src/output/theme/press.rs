//! What prints lists in this binary: the theme's folder `pdf/`, the words around a list, and the wishes of the settings.
use super::template::Templates;
use crate::model::{Diagnostic, Noted, Site, Sources};
use crate::output::lists::print::Printer;
use crate::pdf::{self, Kit, Labels, Size, ThemeFile};
use crate::stamp::{Made, Stamp, reuse};
use std::sync::Arc;

/// The theme's part of printing, as the build before left it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Press(Option<Made<Arc<Noted<Kit>>>>);

impl Press {
    /// Reads fonts and Typst files of the theme, or keeps them when none of them changed.
    pub(crate) fn refreshed(&self, site: &Site, sources: &Sources) -> Self {
        let files = || site.theme.files.iter().filter(|(name, _)| name.starts_with("pdf/"));
        let stamp = Stamp::of(&files().collect::<Vec<_>>());
        let read = || {
            let found = files().filter_map(|(name, (path, _))| {
                let name = name.strip_prefix("pdf/")?;
                Some(ThemeFile { name, bytes: sources.get(path)?.bytes.clone(), path })
            });
            Arc::new(Kit::new(&found.collect::<Vec<_>>()))
        };
        Self(Some(reuse(self.0.as_ref(), stamp, read)))
    }

    /// What there is to say about the theme's files.
    pub(crate) fn diagnostics(&self) -> Vec<Diagnostic> {
        self.0.as_ref().map(|made| made.value.diagnostics.clone()).unwrap_or_default()
    }

    /// Ready to print.
    pub(crate) fn printer(&self, site: &Site, words: &Templates) -> Option<Printer> {
        let kit = self.0.as_ref()?.value.value.clone();
        let labels = Labels::new(|key| words.say(key, &[]));
        let size = if site.settings.pdf.large { Size::Large } else { Size::Usual };
        let stamp = Stamp::of(&(&kit, &labels, size));
        let render = move |sheet: &_, about: &_| pdf::render(&kit, &labels, sheet, size, about);
        Some(Printer { stamp, render: Box::new(render) })
    }
}
