//! The theme's folder `pdf/`, kept from one build to the next, and the printer made of it.
use super::{Printer, Strings};
use crate::model::{Diagnostic, Noted, Picture, Site, Sources};
use crate::pdf::{self, Kit, KitFile, Labels, Size};
use crate::stamp::{Made, Stamp, reuse};
use std::sync::Arc;

/// The folder as the build before read it.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptKit(Option<Made<Arc<Noted<Kit>>>>);

impl KeptKit {
    /// Reads fonts and Typst files of the theme, or keeps them when none of them changed.
    pub(super) fn refreshed(&self, site: &Site, sources: &Sources) -> Self {
        let logo = site
            .settings
            .logo_file()
            .filter(|file| site.asset(file).is_some_and(|asset| asset.picture != Picture::Unreadable));
        let logo = logo.as_ref().and_then(|file| Some((file, sources.get(site.on_disk(file))?)));
        let files = || {
            // The logo of the settings stands for one of the theme.
            let is_read = |name: &str| {
                name.strip_prefix("pdf/").is_some_and(|name| logo.is_none() || !name.starts_with("logo."))
            };
            site.theme.files.iter().filter(move |(name, _)| is_read(name))
        };
        let stamp =
            Stamp::of(&(files().collect::<Vec<_>>(), logo.map(|(file, source)| (file, source.stamp))));
        let read = || {
            let found = files().filter_map(|(name, (path, _))| {
                let name = name.strip_prefix("pdf/")?;
                Some(KitFile { name, bytes: sources.get(path)?.shared_bytes()?.clone(), path })
            });
            let mut found: Vec<_> = found.collect();
            let name = logo.map(|(file, _)| format!("logo.{}", file.extension().to_ascii_lowercase()));
            found.extend(logo.zip(name.as_deref()).and_then(|((path, source), name)| {
                Some(KitFile { name, bytes: source.shared_bytes()?.clone(), path })
            }));
            Arc::new(Kit::new(&found))
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
        let fonts = kit.clone();
        let draw_social_card =
            move |title: &str, below: &str, colours| pdf::social_card(&fonts, title, below, colours);
        let (fonts, words) = (kit.clone(), labels.clone());
        let render_book = move |book: &_, about: &_| pdf::render_book(&fonts, &words, book, about);
        let render_book = Box::new(render_book);
        let render = move |sheet: &_, about: &_| pdf::render(&kit, &labels, sheet, size, about);
        Some(Printer {
            stamp,
            render: Box::new(render),
            render_book,
            draw_social_card: Box::new(draw_social_card),
        })
    }
}
