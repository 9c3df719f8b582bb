//! The body of a page: a flat list of nodes over one text, without places and without knowledge of other pages.
use super::{Anchor, Date, Delay, EntryKey, Kind, SourcePath};
use std::borrow::Cow;

/// A range of [`Body::text`], in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slice {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// What a page, a task or a heading says. `Open` and `Close` nest correctly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// All text of the body, in order.
    pub text: String,
    /// The structure.
    pub nodes: Vec<Node>,
    /// What links and references point at, by the numbers that nodes hold.
    pub targets: Vec<Target>,
    /// The images, by the numbers that nodes hold.
    pub images: Vec<Image>,
}

/// An image in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Image {
    /// Which file: number of a target.
    pub target: u32,
    /// What stands for it.
    pub alt: Slice,
    /// Its title, perhaps empty.
    pub title: Slice,
}

impl Body {
    /// The text of a slice.
    pub fn str(&self, slice: Slice) -> &str {
        &self.text[slice.start as usize..slice.end as usize]
    }

    /// Appends text and says where it is.
    pub fn push_text(&mut self, text: &str) -> Slice {
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        Slice { start, end: u32::try_from(self.text.len()).unwrap_or(u32::MAX) }
    }

    /// The words of some nodes as one line of plain text, without the names of references.
    pub fn plain(&self, nodes: &[Node]) -> String {
        self.words(nodes).into_owned()
    }

    /// The same, lent where they stand in one piece.
    pub fn words(&self, nodes: &[Node]) -> Cow<'_, str> {
        if let [Node::Text(slice)] = nodes {
            return Cow::Borrowed(self.str(*slice).trim());
        }
        let mut out = String::new();
        for node in nodes {
            match node {
                Node::Text(slice) | Node::Code(slice) | Node::Placeholder(slice) => {
                    out.push_str(self.str(*slice));
                }
                Node::Image(number) => out.push_str(self.str(self.images[*number as usize].alt)),
                Node::SoftBreak | Node::HardBreak => out.push(' '),
                _ => {}
            }
        }
        out.truncate(out.trim_end().len());
        out.drain(..out.len() - out.trim_start().len());
        Cow::Owned(out)
    }

    /// Appends an image and gives its number.
    pub fn push_image(&mut self, image: Image) -> u32 {
        self.images.push(image);
        u32::try_from(self.images.len() - 1).unwrap_or(u32::MAX)
    }

    /// Appends a target and gives its number.
    pub fn push_target(&mut self, target: Target) -> u32 {
        self.targets.push(target);
        u32::try_from(self.targets.len() - 1).unwrap_or(u32::MAX)
    }
}

/// One step through a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// An element begins.
    Open(Element),
    /// The innermost open element ends.
    Close,
    /// Text as the reader sees it, before typography.
    Text(Slice),
    /// Inline code.
    Code(Slice),
    /// A line end in the source that is no line end for the reader.
    SoftBreak,
    /// A line end that the author asked for.
    HardBreak,
    /// A thematic break.
    Rule,
    /// Raw HTML, as written. The second says whether it has the form that `safe` accepts.
    Html(Slice, bool),
    /// An image, by its number.
    Image(u32),
    /// A reference to the registry by its own name, in a sentence: target.
    Reference(u32),
    /// A reference to the registry alone in its paragraph, shown as a card: target.
    Card(u32),
    /// `<contact:*>`: all entries of a kind.
    Directory(Kind),
    /// `<checklist:*>`: who does what; `<checklist:ID>`: one role's tasks (target).
    Tasks(Option<u32>),
    /// When something is due.
    Due(Delay),
    /// A placeholder: the words after `À COMPLÉTER :`, perhaps none.
    Placeholder(Slice),
    /// The mark of a footnote, by its label.
    FootnoteMark(Slice),
    /// A place that nobody sees: the name that a heading had before.
    Anchor(Slice),
}

/// An element that holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Element {
    /// A paragraph.
    Paragraph,
    /// A heading: level 2 to 6, anchor.
    Heading(u8, Slice),
    /// A quotation.
    Quote,
    /// A call for attention.
    Alert(Notice),
    /// A bullet list.
    Bullets,
    /// A numbered list from a number on.
    Numbers(u32),
    /// A list of tasks; true if ordered.
    TaskList(bool),
    /// An item of a plain list.
    Item,
    /// An item of a task list: its anchor, and the branch it is.
    Task(Slice, Option<super::Branch>),
    /// The words of a task, inside `Task`: what the label holds.
    TaskText,
    /// What explains a task, inside `Task`, after its text.
    TaskHelp,
    /// Code in lines; the language's name, perhaps empty.
    CodeBlock(Slice),
    /// A table.
    Table,
    /// The head of a table: one row of header cells.
    TableHead,
    /// A row of a table.
    TableRow,
    /// A cell; a header cell inside `TableHead`.
    TableCell(Align),
    /// A list of terms and definitions.
    Definitions,
    /// A term of such a list.
    DefinitionTerm,
    /// A definition of such a list.
    Definition,
    /// The text of a footnote, by its label.
    Footnote(Slice),
    /// Emphasis.
    Emphasis,
    /// Strong importance.
    Strong,
    /// Struck out.
    Strike,
    /// A link with its own text: target, title.
    Link(u32, Slice),
    /// Who does what follows: role references inside.
    Banner,
    /// A group of cards: `Card` nodes inside.
    Cards,
    /// A block that is true until a day; afterwards it is marked as out of date.
    Dated(Date),
}

/// The five alerts of GitHub's Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notice {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

impl Notice {
    /// Its name in class names and string keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// Alignment of a table's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// As the language runs.
    None,
    /// Left.
    Left,
    /// Centre.
    Center,
    /// Right.
    Right,
}

/// What a link points at, read from its text and the path of its own page alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A page by its source file, which may be the page itself, and a place in it.
    Page(SourcePath, Option<Anchor>),
    /// Another file of the guide, with what follows it (`#page=2`).
    Asset(SourcePath, String),
    /// An address elsewhere, as the URL standard writes it.
    Web(String),
    /// A mail address, percent-encoded where needed, with `mailto:`.
    Mail(String),
    /// A telephone number, with `tel:`.
    Phone(String),
    /// An entry of the registry.
    Entry(EntryKey),
    /// A link that leads nowhere; said elsewhere why. Its text is shown as text.
    Nowhere,
}
