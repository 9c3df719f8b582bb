//! The body of a page: a flat list of nodes over one text, without source positions and independent of other pages.
use super::{Anchor, Branch, Date, Delay, EntryKey, Kind, SourcePath, TaskFlags};
use std::borrow::Cow;
use thin_vec::ThinVec;

/// A range of [`Body::text`], in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slice {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// The content of a page, a task or a heading. `Open` and `Close` are balanced.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// All text of the body, in order.
    pub text: String,
    /// The structure.
    pub nodes: Vec<Node>,
    /// The targets of links and references; nodes hold indices into this.
    pub targets: ThinVec<Target>,
    /// The images; nodes hold indices into this.
    pub images: ThinVec<Image>,
    /// The blocks of code; nodes hold indices into this.
    pub code: ThinVec<CodeBlock>,
    /// The titles of links that have one, in the order of their targets.
    pub titles: ThinVec<LinkTitle>,
    /// The anchors of tasks; nodes hold indices into this.
    pub tasks: ThinVec<Slice>,
    /// How many groups of alternatives it has.
    pub groups: u32,
}

/// What a link says when it is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LinkTitle {
    /// The link, by the index of its target.
    pub target: u32,
    /// The text.
    pub text: Slice,
}

/// What a block of code has besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CodeBlock {
    /// The name of its language, possibly empty.
    pub language: Slice,
    /// The name of its file, possibly empty.
    pub title: Slice,
    /// The lines to mark: first and last of each row of lines, from 1.
    pub marked: Box<[(u32, u32)]>,
    /// Its parts that have a colour, in order and apart from each other.
    pub tokens: Box<[ColoredPart]>,
}

/// A part of code that has a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ColoredPart {
    /// Its range in the text of the body.
    pub text: Slice,
    /// What it is.
    pub kind: CodePart,
}

/// What a part of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodePart {
    /// A comment.
    Comment,
    /// A word that the language reserves.
    Keyword,
    /// A string.
    Text,
    /// A number or another constant.
    Number,
    /// The name of a function, a key, a tag.
    Name,
    /// A type, a variable, an attribute.
    Type,
    /// A line that was added.
    Added,
    /// A line that was taken away.
    Removed,
}

impl CodePart {
    /// Its class in HTML.
    pub fn class(self) -> &'static str {
        match self {
            Self::Comment => "code-comment",
            Self::Keyword => "code-keyword",
            Self::Text => "code-text",
            Self::Number => "code-number",
            Self::Name => "code-name",
            Self::Type => "code-type",
            Self::Added => "code-added",
            Self::Removed => "code-removed",
        }
    }
}

/// An image in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Image {
    /// The file, as an index into the targets.
    pub target: u32,
    /// The alternative text.
    pub alt: Slice,
    /// The title, possibly empty.
    pub title: Slice,
}

impl Body {
    /// The text of a slice.
    pub fn str(&self, slice: Slice) -> &str {
        &self.text[slice.start as usize..slice.end as usize]
    }

    /// Appends text and returns its range.
    pub fn push_text(&mut self, text: &str) -> Slice {
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        Slice { start, end: u32::try_from(self.text.len()).unwrap_or(u32::MAX) }
    }

    /// The text of these nodes on one line, without the names of references.
    pub fn plain(&self, nodes: &[Node]) -> String {
        self.words(nodes).into_owned()
    }

    /// Like [`Body::plain`], but borrowed if the text is in one piece.
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

    /// The words of these nodes, and the references between them. The words are trimmed where they do not touch a
    /// reference.
    pub fn words_and_references(&self, nodes: &[Node]) -> (String, Box<[TextReference]>) {
        let is_reference = |node: &Node| matches!(node, Node::Reference(_) | Node::Due(_));
        if !nodes.iter().any(is_reference) {
            return (self.plain(nodes), Box::default());
        }
        let (mut text, mut references) = (String::new(), Vec::new());
        for piece in nodes.split_inclusive(is_reference) {
            let (piece, reference) = match piece.split_last() {
                Some((last, words)) if is_reference(last) => (words, Some(last)),
                _ => (piece, None),
            };
            for node in piece {
                match node {
                    Node::Text(slice) | Node::Code(slice) | Node::Placeholder(slice) => {
                        text.push_str(self.str(*slice));
                    }
                    Node::Image(number) => text.push_str(self.str(self.images[*number as usize].alt)),
                    Node::SoftBreak | Node::HardBreak => text.push(' '),
                    _ => {}
                }
            }
            if references.is_empty() {
                text.drain(..text.len() - text.trim_start().len());
            }
            let to = match reference {
                Some(Node::Reference(target)) => match &self.targets[*target as usize] {
                    Target::Entry(key) => Referent::Entry(key.clone()),
                    _ => continue,
                },
                Some(Node::Due(delay)) => Referent::Due(*delay),
                _ => {
                    // A blank before the last reference is no end: emphasis may close behind it.
                    let least = references.last().map_or(0, |last: &TextReference| last.at as usize);
                    text.truncate(text.trim_end().len().max(least));
                    continue;
                }
            };
            references.push(TextReference { at: u32::try_from(text.len()).unwrap_or(u32::MAX), to });
        }
        (text, references.into())
    }

    /// Appends an image and returns its index.
    pub fn push_image(&mut self, image: Image) -> u32 {
        self.images.push(image);
        last_index(self.images.len())
    }

    /// Appends a block of code and returns its index.
    pub fn push_code(&mut self, block: CodeBlock) -> u32 {
        self.code.push(block);
        last_index(self.code.len())
    }

    /// Appends the anchor of a task and returns its index.
    pub fn push_task(&mut self, anchor: Slice) -> u32 {
        self.tasks.push(anchor);
        last_index(self.tasks.len())
    }

    /// Adds the title of a link, if it has one. Targets come in their order.
    pub fn push_link_title(&mut self, target: u32, title: &str) {
        if !title.is_empty() {
            let text = self.push_text(title);
            self.titles.push(LinkTitle { target, text });
        }
    }

    /// The title of the link with this target; empty if it has none.
    pub fn link_title(&self, target: u32) -> &str {
        let found = self.titles.binary_search_by_key(&target, |title| title.target);
        found.map_or("", |at| self.str(self.titles[at].text))
    }

    /// The anchor of a task; empty before it is named.
    pub fn task_anchor(&self, number: u32) -> &str {
        self.tasks.get(number as usize).map_or("", |slice| self.str(*slice))
    }

    /// Appends a target and returns its index.
    pub fn push_target(&mut self, target: Target) -> u32 {
        self.targets.push(target);
        last_index(self.targets.len())
    }
}

/// The index of the last one of so many.
fn last_index(length: usize) -> u32 {
    u32::try_from(length - 1).unwrap_or(u32::MAX)
}

/// One step through a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// An element begins.
    Open(Element),
    /// The innermost open element ends.
    Close,
    /// Text before typography.
    Text(Slice),
    /// Inline code.
    Code(Slice),
    /// A line end in the source that is not one in the text.
    SoftBreak,
    /// A line end that the author marked.
    HardBreak,
    /// A thematic break.
    Rule,
    /// Raw HTML as written.
    Html(Slice),
    /// Raw HTML of the form that `safe` accepts.
    SafeHtml(Slice),
    /// An image, by its index.
    Image(u32),
    /// A reference to the registry with the entry's own name, within a paragraph: index of the target.
    Reference(u32),
    /// A reference to the registry alone in its paragraph, shown as a card: index of the target.
    Card(u32),
    /// `<contact:*>`: all entries of a kind.
    Directory(Kind),
    /// `<checklist:*>`: the tasks of all roles; `<checklist:ID>`: those of one role (index of the target).
    Tasks(Option<u32>),
    /// When something is due.
    Due(Delay),
    /// A placeholder: the text after `À COMPLÉTER :`, possibly empty.
    Placeholder(Slice),
    /// The reference to a footnote, by its label.
    FootnoteMark(Slice),
    /// An invisible anchor: a former name of a heading.
    Anchor(Slice),
}

/// A reference in the text of a heading, whose words the registry or the theme has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextReference {
    /// Its offset in the text, in bytes.
    pub at: u32,
    /// What it names.
    pub to: Referent,
}

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Referent {
    /// An entry of the registry.
    Entry(EntryKey),
    /// When something is due.
    Due(Delay),
}

/// An element that contains others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Element {
    /// A paragraph.
    Paragraph,
    /// A heading: level 2 to 6, anchor.
    Heading(u8, Slice),
    /// A quotation.
    Quote,
    /// A callout.
    Alert(Notice),
    /// A callout that begins with a title of its own.
    TitledAlert(Notice),
    /// The title of a callout.
    AlertTitle,
    /// A bullet list.
    Bullets,
    /// A numbered list, and its first number.
    Numbers(u32),
    /// A list of tasks, and its first number if it is numbered.
    TaskList(Option<u32>),
    /// An item of a plain list.
    Item,
    /// An item of a task list: the index of its anchor, the branch it belongs to, and what its first tags depend on.
    Task(u32, Option<Branch>, TaskFlags),
    /// The text of a task, inside `Task`; becomes the label.
    TaskText,
    /// The explanation of a task, inside `Task`, after its text.
    TaskHelp,
    /// A block of code, by its index.
    CodeBlock(u32),
    /// A table.
    Table,
    /// The head of a table: one row of header cells.
    TableHead,
    /// A row of a table.
    TableRow,
    /// A cell; a header cell inside `TableHead`.
    TableCell(Align),
    /// Blocks `<details>` of which one is open at a time.
    Alternatives,
    /// A picture with its caption.
    Figure,
    /// The caption of a picture.
    Caption,
    /// A list of definitions.
    Definitions,
    /// A term in a list of definitions.
    DefinitionTerm,
    /// A definition of a term.
    Definition,
    /// The text of a footnote, by its label.
    Footnote(Slice),
    /// Emphasis.
    Emphasis,
    /// Strong importance.
    Strong,
    /// Struck out.
    Strike,
    /// A link with its own text: index of the target.
    Link(u32),
    /// The roles who do what follows; contains references.
    Banner,
    /// A group of cards; contains `Card` nodes.
    Cards,
    /// A block that is true until a day and marked as out of date after it.
    Dated(Date),
}

/// The five callouts of GitHub's Markdown.
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
    /// The name in CSS classes and string keys.
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

/// The alignment of a table column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// The default of the language.
    None,
    /// Left.
    Left,
    /// Centre.
    Center,
    /// Right.
    Right,
}

/// The target of a link, as far as its text and the path of its page determine it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A page by its source file, possibly the same page, and an anchor.
    Page(SourcePath, Option<Anchor>),
    /// Another file of the guide, and the rest of the address (`#page=2`).
    Asset(SourcePath, String),
    /// An address on another site, as the URL standard writes it.
    Web(String),
    /// A mail address with `mailto:`, percent-encoded where needed.
    Mail(String),
    /// A telephone number, with `tel:`.
    Phone(String),
    /// An entry of the registry.
    Entry(EntryKey),
    /// A broken link, which has its own diagnostic. Its text is shown as plain text.
    Nowhere,
}

#[cfg(test)]
mod tests {
    use super::Node;

    #[test]
    fn a_node_takes_twelve_bytes() {
        // A guide of ten thousand pages has three and a half million of them, and `jalon serve` holds them all.
        assert_eq!(size_of::<Node>(), 12);
    }
}
