//! The theme's folder `pdf/`, kept from one build to the next, and the printer made of it.
use super::{Printer, Strings};
use crate::model::{Diagnostic, Noted, Site, Sources};
use crate::pdf::{self, Kit, KitFile, Labels, Size};
use crate::stamp::{Made, Stamp, reuse};
use std::sync::Arc;

/// The folder as the build before read it.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptKit(Option<Made<Arc<Noted<Kit>>>>);

impl KeptKit {
    /// Reads fonts and Typst files of the theme, or keeps them when none of them changed.
    pub(super) fn refreshed(&self, site: &Site, sources: &Sources) -> Self {
        let files = || site.theme.files.iter().filter(|(name, _)| name.starts_with("pdf/"));
        let stamp = Stamp::of(&files().collect::<Vec<_>>());
        let read = || {
            let found = files().filter_map(|(name, (path, _))| {
                let name = name.strip_prefix("pdf/")?;
                Some(KitFile { name, bytes: sources.get(path)?.bytes.clone(), path })
            });
            Arc::new(Kit::new(&found.collect::<Vec<_>>()))
        };
        Self(Some(reuse(self.0.as_ref(), stamp, read)))
    }

    /// The diagnostics about these files.
    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        self.0.as_ref().map(|made| made.value.diagnostics.clone()).unwrap_or_default()
    }

    /// A printer with the words of the interface and the size that the settings ask for.
    pub(super) fn printer(&self, site: &Site, strings: &Strings) -> Option<Printer> {
        let kit = self.0.as_ref()?.value.value.clone();
        let labels = Labels::new(|key| strings.get(key, &[]));
        let size = if site.settings.pdf.large { Size::Large } else { Size::Usual };
        let stamp = Stamp::of(&(&kit, &labels, size));
        let render = move |sheet: &_, about: &_| pdf::render(&kit, &labels, sheet, size, about);
        Some(Printer { stamp, render: Box::new(render) })
    }
}
