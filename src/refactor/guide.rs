//! The guide that a change starts from.
use crate::model::{Document, Parsed, Site, SourcePath, Sources};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Understands sources without a disk.
type Understand<'a> = &'a dyn Fn(&Sources) -> (Arc<Site>, Parsed);

/// A guide that is understood, and can be once more with other sources.
#[derive(Clone, Copy)]
pub struct UnderstoodGuide<'a> {
    /// Its files.
    pub sources: &'a Sources,
    /// The guide as a whole, as readers see it: without drafts.
    pub site: &'a Site,
    /// Each file as understood.
    pub parsed: &'a Parsed,
    /// Understands other sources with the same options.
    pub again: Understand<'a>,
}

impl fmt::Debug for UnderstoodGuide<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("UnderstoodGuide").field("pages", &self.parsed.pages.len()).finish_non_exhaustive()
    }
}

impl<'a> UnderstoodGuide<'a> {
    /// Every page that could be read, with its text.
    pub(super) fn pages(self) -> impl Iterator<Item = (&'a SourcePath, &'a Document, Cow<'a, str>)> {
        self.parsed
            .pages
            .iter()
            .filter_map(move |(path, kept)| Some((path, &kept.value.value, text(self.sources, path)?)))
    }

    /// A page that could be read.
    pub(super) fn document(self, path: &SourcePath) -> Option<&'a Document> {
        self.parsed.pages.get(path).map(|kept| &kept.value.value)
    }
}

/// The text of a file; none if it is not UTF-8.
pub(super) fn text<'a>(sources: &'a Sources, path: &SourcePath) -> Option<Cow<'a, str>> {
    match sources.get(path)?.bytes() {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}
