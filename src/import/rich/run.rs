//! Text with marks, links and pictures.
use std::sync::Arc;

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum RichMark {
    /// Strong importance.
    Bold = 1,
    /// Emphasis.
    Italic = 2,
    /// Struck through.
    Strike = 4,
    /// Raised, as in 1ᵉʳ.
    Super = 8,
    /// Lowered, as in H₂O.
    Sub = 16,
    /// With a coloured ground.
    Highlight = 32,
    /// In a font for code.
    Code = 64,
}

/// The marks of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::import) struct RichMarks(u8);

impl RichMarks {
    /// Whether a mark is set.
    pub(in crate::import) fn has(self, mark: RichMark) -> bool {
        self.0 & mark as u8 != 0
    }

    /// Sets a mark or takes it away.
    #[must_use]
    pub(in crate::import) fn with(self, mark: RichMark, is_set: bool) -> Self {
        if is_set { Self(self.0 | mark as u8) } else { Self(self.0 & !(mark as u8)) }
    }

    /// The marks that both have.
    #[must_use]
    pub(super) fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// These marks without those of another set.
    #[must_use]
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// A picture in the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::import) struct RichPicture {
    /// The file.
    pub(in crate::import) target: String,
    /// The alternative text; empty where it is missing.
    pub(in crate::import) alt: String,
    /// The caption; empty without.
    pub(in crate::import) caption: String,
}

/// What a run holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum RichContent {
    /// Text.
    Text(String),
    /// A line ends, the paragraph goes on.
    Break,
    /// A box to tick, and whether it is ticked.
    Check(bool),
    /// A picture.
    Picture(RichPicture),
    /// A reference to a footnote, by its label.
    Note(String),
    /// A place that links may lead to. It is not written.
    Anchor(String),
    /// Something that is still missing: the label of placeholders, and what is missing.
    Placeholder(&'static str, String),
}

/// A piece of text with one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct RichRun {
    /// What it holds.
    pub(in crate::import) content: RichContent,
    /// How it looks.
    pub(in crate::import) marks: RichMarks,
    /// Where it leads. A place in the same document begins with `#`.
    pub(in crate::import) link: Option<Arc<str>>,
}

impl RichRun {
    /// Text without marks.
    pub(in crate::import) fn text(text: impl Into<String>) -> Self {
        Self::plain(RichContent::Text(text.into()))
    }

    /// Content without marks.
    pub(in crate::import) fn plain(content: RichContent) -> Self {
        Self { content, marks: RichMarks::default(), link: None }
    }

    /// Other content with the same look.
    #[must_use]
    pub(in crate::import) fn like(&self, content: RichContent) -> Self {
        Self { content, marks: self.marks, link: self.link.clone() }
    }

    /// The text of a run of text.
    pub(in crate::import) fn as_text(&self) -> Option<&str> {
        if let RichContent::Text(text) = &self.content { Some(text) } else { None }
    }
}
