//! What checks of the site read of its files: nothing of the text of pages, so that a sentence asks none of them again.
use crate::model::{Document, Front, Outline, Parsed, RegistryFile, SourcePath};

/// The files of a guide without the text of its pages.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct SiteFiles<'a>(&'a Parsed);

/// What a page says to the rest of the guide.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct PageHead<'a> {
    pub(in crate::check) outline: &'a Outline,
    pub(in crate::check) front: &'a Front,
}

impl<'a> SiteFiles<'a> {
    pub(in crate::check) fn new(parsed: &'a Parsed) -> Self {
        Self(parsed)
    }

    /// A page, published or not.
    pub(in crate::check) fn page(self, path: &SourcePath) -> Option<PageHead<'a>> {
        self.0.pages.get(path).map(|kept| head(&kept.value.value))
    }

    /// All pages, published or not, in the order of their paths.
    pub(in crate::check) fn pages(self) -> impl Iterator<Item = (&'a SourcePath, PageHead<'a>)> {
        self.0.pages.iter().map(|(path, kept)| (path, head(&kept.value.value)))
    }

    /// The files of the registry.
    pub(in crate::check) fn registry(self) -> impl Iterator<Item = &'a RegistryFile> {
        self.0.registry.values().map(|kept| &kept.value.value)
    }
}

fn head(document: &Document) -> PageHead<'_> {
    PageHead { outline: &document.outline, front: &document.front }
}
