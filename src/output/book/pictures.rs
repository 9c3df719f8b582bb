//! The pictures of a book, each once.
use crate::model::{BookPicture, OutPath, Picture, Site, SourcePath, Sources};
use std::collections::HashMap;

/// Formats of pictures that print and e-books share.
const FORMATS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "gif", "webp"];

/// The pictures that the chapters show.
pub(super) struct Pictures<'a> {
    site: &'a Site,
    sources: &'a Sources,
    files: HashMap<&'a OutPath, &'a SourcePath>,
    numbers: HashMap<&'a SourcePath, usize>,
    shown: Vec<BookPicture>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(site: &'a Site, sources: &'a Sources) -> Self {
        let files = site.assets.iter().map(|(source, asset)| (&asset.path, source)).collect();
        Self { site, sources, files, numbers: HashMap::new(), shown: Vec::new() }
    }

    /// The number of a published picture; none where a book cannot show it.
    pub(super) fn number(&mut self, path: &OutPath) -> Option<usize> {
        let source = *self.files.get(path)?;
        if let Some(number) = self.numbers.get(source) {
            return Some(*number);
        }
        let number = self.add(source)?;
        self.numbers.insert(source, number);
        Some(number)
    }

    /// Adds the picture of a file of the guide.
    pub(super) fn add(&mut self, source: &SourcePath) -> Option<usize> {
        let asset = self.site.asset(source)?;
        let format = source.extension().to_ascii_lowercase();
        if asset.picture == Picture::Unreadable || !FORMATS.contains(&format.as_str()) {
            return None;
        }
        let bytes = self.sources.get(self.site.on_disk(source))?.shared_bytes()?.clone();
        self.shown.push(BookPicture { format, bytes, size: asset.picture.size() });
        Some(self.shown.len() - 1)
    }

    /// All of them.
    pub(super) fn into_shown(self) -> Vec<BookPicture> {
        self.shown
    }
}
