//! What was changed or left out while a document was read.
use crate::model::FindingKind;

/// What is reported about a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::import) enum WordFindingKind {
    /// A picture has no alternative text.
    PictureWithoutAlt,
    /// A picture has an alternative text that a program wrote.
    PictureWithMadeAlt,
    /// A picture in a format that browsers do not show.
    PictureFormat,
    /// A picture whose file is not in the document.
    PictureMissing,
    /// A picture that its author marked as decoration.
    PictureDecorative,
    /// An object that is no text: a chart, a drawing, an embedded file.
    ObjectLeftOut,
    /// A comment.
    CommentLeftOut,
    /// Text that somebody struck out with changes tracked.
    DeletionLeftOut,
    /// Text that somebody added with changes tracked.
    InsertionKept,
    /// Hidden text.
    HiddenLeftOut,
    /// The text of a header.
    HeaderLeftOut,
    /// The text of a footer.
    FooterLeftOut,
    /// A table of contents, or an index.
    ContentsLeftOut,
    /// A number in front of a heading.
    NumberLeftOut,
    /// A heading that is only formatted like one.
    HeadingRecognised,
    /// Levels of headings were skipped.
    HeadingLevel,
    /// A list whose marks are typed.
    ListRecognised,
    /// Items with letters or Roman numbers, which are numbers now.
    ListNumbering,
    /// A table with merged cells.
    TableMerged,
    /// A table in a cell of a table.
    TableNested,
    /// A cell with lists or several paragraphs.
    TableCellFlattened,
    /// A table that only places text; its cells are paragraphs now.
    TableLayout,
    /// The first row of a table is not marked as header.
    TableHeader,
    /// A frame of one cell, or a text box, that is a notice now.
    BoxRecognised,
    /// A text box, now behind its paragraph.
    TextBoxMoved,
    /// Boxes to tick that stand inside of a sentence or a table.
    CheckInText,
    /// A placeholder.
    PlaceholderRecognised,
    /// A link to a place that does not exist.
    LinkLost,
    /// A page number in a reference.
    PageNumber,
    /// A field whose value a program keeps: a date, a document's name.
    FieldFrozen,
    /// The choices of a drop-down list.
    ChoicesLeftOut,
    /// A formula, now plain text.
    FormulaAsText,
    /// Letters of a symbol font that are unknown.
    SymbolUnknown,
    /// Another document that is embedded and cannot be read.
    DocumentLeftOut,
    /// Another document that is embedded, whose words stand in the text now.
    DocumentKept,
    /// Headings of a level are no pages, because there are too many.
    PagesJoined,
    /// The name of the file belongs to another format.
    OtherExtension,
}

/// Something to tell about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct WordFinding {
    /// What happened.
    pub(in crate::import) kind: WordFindingKind,
    /// The block of the document, by its number.
    pub(in crate::import) block: usize,
    /// The text it is about.
    pub(in crate::import) text: String,
}

impl WordFindingKind {
    /// The part of the report, and the key of the message there.
    pub(super) const fn in_report(self) -> (FindingKind, &'static str) {
        use FindingKind::{Changed, LeftOut, Proposed, Wrong};
        match self {
            Self::PictureWithoutAlt => (Wrong, "word-picture-without-alt"),
            Self::PictureWithMadeAlt => (Wrong, "word-picture-with-made-alt"),
            Self::PictureFormat => (LeftOut, "word-picture-format"),
            Self::PictureMissing => (LeftOut, "word-picture-missing"),
            Self::PictureDecorative => (LeftOut, "word-picture-decorative"),
            Self::ObjectLeftOut => (LeftOut, "word-object-left-out"),
            Self::CommentLeftOut => (LeftOut, "word-comment-left-out"),
            Self::DeletionLeftOut => (LeftOut, "word-deletion-left-out"),
            Self::InsertionKept => (Changed, "word-insertion-kept"),
            Self::HiddenLeftOut => (LeftOut, "word-hidden-left-out"),
            Self::HeaderLeftOut => (LeftOut, "word-header-left-out"),
            Self::FooterLeftOut => (LeftOut, "word-footer-left-out"),
            Self::ContentsLeftOut => (Changed, "word-contents-left-out"),
            Self::NumberLeftOut => (Changed, "word-number-left-out"),
            Self::HeadingRecognised => (Changed, "word-heading-recognised"),
            Self::HeadingLevel => (Wrong, "word-heading-level"),
            Self::ListRecognised => (Changed, "word-list-recognised"),
            Self::ListNumbering => (Changed, "word-list-numbering"),
            Self::TableMerged => (Changed, "word-table-merged"),
            Self::TableNested => (Changed, "word-table-nested"),
            Self::TableCellFlattened => (Changed, "word-table-cell-flattened"),
            Self::TableLayout => (Changed, "word-table-layout"),
            Self::TableHeader => (Changed, "word-table-header"),
            Self::BoxRecognised => (Changed, "word-box-recognised"),
            Self::TextBoxMoved => (Changed, "word-text-box-moved"),
            Self::CheckInText => (Changed, "word-check-in-text"),
            Self::PlaceholderRecognised => (Proposed, "word-placeholder-recognised"),
            Self::LinkLost => (Wrong, "word-link-lost"),
            Self::PageNumber => (Changed, "word-page-number"),
            Self::FieldFrozen => (Changed, "word-field-frozen"),
            Self::ChoicesLeftOut => (LeftOut, "word-choices-left-out"),
            Self::FormulaAsText => (Changed, "word-formula-as-text"),
            Self::SymbolUnknown => (Changed, "word-symbol-unknown"),
            Self::DocumentKept => (Changed, "word-document-kept"),
            Self::DocumentLeftOut => (LeftOut, "word-document-left-out"),
            Self::PagesJoined => (Changed, "word-pages-joined"),
            Self::OtherExtension => (Changed, "word-other-extension"),
        }
    }

    /// Whether it is about the document as a whole.
    pub(super) const fn is_of_document(self) -> bool {
        matches!(self, Self::HeaderLeftOut | Self::FooterLeftOut | Self::PagesJoined | Self::OtherExtension)
    }
}
