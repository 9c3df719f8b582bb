//! The whole guide as one book, in words that need no other page: what is printed or packed as one file.
use super::{Bytes, CodePart, Date, Language, Notice};

/// The whole guide, in reading order. Typography is done; links lead to places of the book or to whole addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct GuideBook {
    /// Unique and stable for the same guide.
    pub id: String,
    /// Language of the text.
    pub language: Language,
    /// Name of the guide.
    pub title: String,
    /// What it is about, if the settings say so.
    pub description: Option<String>,
    /// Who publishes, if the settings say so.
    pub publisher: Option<String>,
    /// Edition of the guide, if the settings name it.
    pub edition: Option<String>,
    /// Licence of the texts, if the settings name it.
    pub license: Option<String>,
    /// Address of the site, if it is known.
    pub url: Option<String>,
    /// Day of the build.
    pub published: Option<Date>,
    /// The pages, then the lists of the registry that no page shows.
    pub chapters: Vec<Chapter>,
    /// The contacts in the order of their names, with the places that name them.
    pub index: Vec<IndexLine>,
    /// The pictures, each once.
    pub pictures: Vec<BookPicture>,
    /// The picture of who publishes, as an index into the pictures.
    pub logo: Option<usize>,
    /// The colour of the theme, as `#0b5147`.
    pub accent: Option<String>,
}

/// A page of the guide as a part of the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Chapter {
    /// Its id, which begins the ids of all places in it: `p3`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The level of its title, from 1.
    pub level: u8,
    /// Its content.
    pub nodes: Vec<BookNode>,
}

/// A contact in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct IndexLine {
    /// Its name.
    pub name: String,
    /// How to reach it, each with the address of the link.
    pub ways: Vec<(String, String)>,
    /// Where it is named: title of the chapter, and the id of the place.
    pub places: Vec<(String, String)>,
}

/// A picture of the book.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BookPicture {
    /// The extension of its file, in small letters.
    pub format: String,
    /// Its content.
    pub bytes: Bytes,
    /// Width and height in CSS pixels, if the file gives them.
    pub size: Option<(u32, u32)>,
}

/// A piece of a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BookNode {
    /// Text as the reader sees it, without needless spaces.
    Text(String),
    /// An element.
    Element(BookElement),
}

/// An element with what it contains.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BookElement {
    /// What it is.
    pub tag: BookTag,
    /// The name of this place, unique in the book.
    pub id: Option<String>,
    /// The language of its text, where it is another one, as a tag.
    pub language: Option<String>,
    /// What it contains.
    pub nodes: Vec<BookNode>,
}

/// What an element of a book is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BookTag {
    /// A block that only groups.
    Group,
    /// A paragraph.
    Paragraph,
    /// A paragraph that explains or comes second: what a task needs, what is to be verified.
    Note,
    /// A heading, by its level in the book from 1.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A callout; its first child is its title.
    Alert(Notice),
    /// The title of a callout, of a block out of date, of a block with a title.
    BlockTitle,
    /// A block that is out of date; its first child says so.
    Outdated,
    /// A block with a title, folded on the page.
    Details,
    /// A bullet list.
    Bullets,
    /// A list without bullets: cards, actions of a card.
    Plain,
    /// A numbered list and its first number.
    Numbers(u32),
    /// An item of a list.
    Item,
    /// A list of tasks, and its first number if it is numbered.
    Tasks(Option<u32>),
    /// A task: its number where that is not the next one, and whether it is done only after an answer.
    Task(Option<u32>, Option<super::Branch>),
    /// A block of code; its text has line ends.
    CodeBlock,
    /// A table.
    Table,
    /// A row of a table, and whether it belongs to the head.
    Row(bool),
    /// A cell of a table.
    Cell(BookCell),
    /// A picture with its caption.
    Figure,
    /// A caption.
    Caption,
    /// A list of definitions.
    Definitions,
    /// A term.
    Term,
    /// Its definition.
    Definition,
    /// The footnotes of a chapter.
    Footnotes,
    /// An entry of the registry.
    Card,
    /// A thematic break.
    Rule,
    /// Text that only has a language, an id or nothing of its own.
    Span,
    /// Emphasis.
    Emphasis,
    /// Strong importance.
    Strong,
    /// Struck out.
    Strike,
    /// Code within a line.
    Code,
    /// A part of a block of code that has a colour.
    CodePart(CodePart),
    /// Marked.
    Mark,
    /// Below the line.
    Subscript,
    /// Above the line.
    Superscript,
    /// A key.
    Key,
    /// An abbreviation, and what it stands for.
    Abbreviation(String),
    /// A word that stands out: to be verified, important.
    Flag,
    /// Something that is still missing.
    Placeholder,
    /// A link.
    Link(BookLink),
    /// A picture, as an index into those of the book, with its alternative text.
    Picture(usize, String),
    /// A box to tick, and whether it is ticked.
    TickBox(bool),
    /// A line end.
    Break,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BookLink {
    /// To a place of the book, by its id.
    Inside(String),
    /// To a whole address.
    Outside(String),
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BookCell {
    /// Whether it names its row or column.
    pub is_header: bool,
    /// Its alignment.
    pub align: super::Align,
    /// How many columns it takes.
    pub columns: u16,
    /// How many rows it takes.
    pub rows: u16,
}

impl BookTag {
    /// Whether it begins a line of its own.
    pub fn is_block(&self) -> bool {
        !matches!(
            self,
            Self::Span
                | Self::Emphasis
                | Self::Strong
                | Self::Strike
                | Self::Code
                | Self::CodePart(_)
                | Self::Mark
                | Self::Subscript
                | Self::Superscript
                | Self::Key
                | Self::Abbreviation(_)
                | Self::Flag
                | Self::Placeholder
                | Self::Link(_)
                | Self::Picture(..)
                | Self::TickBox(_)
                | Self::Break
        )
    }
}

impl BookNode {
    /// Whether it begins a line of its own.
    pub fn is_block(&self) -> bool {
        matches!(self, Self::Element(element) if element.tag.is_block())
    }
}

/// The text of nodes as readers see it, with spaces for line ends.
pub fn book_text(nodes: &[BookNode]) -> String {
    let mut out = String::new();
    push_text(nodes, &mut out);
    out
}

fn push_text(nodes: &[BookNode], out: &mut String) {
    for node in nodes {
        match node {
            BookNode::Text(text) => out.push_str(text),
            BookNode::Element(element) => match &element.tag {
                BookTag::Picture(_, alt) => out.push_str(alt),
                BookTag::Break => out.push(' '),
                tag => {
                    let before = out.len();
                    push_text(&element.nodes, out);
                    if tag.is_block() && out.len() > before {
                        out.push(' ');
                    }
                }
            },
        }
    }
}
