//! The words of the interface that an e-book shows.

/// The words of the interface that an e-book shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct EpubWords {
    /// The title of the contents.
    pub(crate) contents: String,
    /// The title of the index of contacts.
    pub(crate) index: String,
    /// The name of the cover.
    pub(crate) cover: String,
    /// What readers with a screen reader can expect.
    pub(crate) accessibility: String,
    /// Stands before the day of the build.
    pub(crate) published: String,
}
