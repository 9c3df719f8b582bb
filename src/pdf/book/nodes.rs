//! What the chapters contain, as `{t, c}` with more for some: `t` says what it is, `c` what it contains.
use super::{code, table};
use crate::model::{BookElement, BookLink, BookNode, BookPicture, BookTag, Branch, CodePart, book_text};
use crate::pdf::data::is_link;
use crate::pdf::glyphs::{GlyphChecker, plain};
use serde_json::{Value, json};

/// A picture for `book.typ`: where it is among the bytes of all, and its format. None where Typst cannot draw it.
pub(super) type PicturePlace = Option<(usize, usize, &'static str)>;

/// Points in a CSS pixel.
const POINTS: f64 = 0.75;
/// The largest picture, in points: the text of a page.
const LARGEST: (f64, f64) = (485.0, 600.0);
/// How many letters a page holds in a line of a table, and how long a word may be in a column.
const LETTERS: usize = 72;
const LONGEST_IN_COLUMN: usize = 18;
/// The largest picture within a cell.
const LARGEST_IN_CELL: (f64, f64) = (130.0, 200.0);

/// Where nodes stand.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// How many letters have room in a line, of a page as many as one may want.
    pub(super) letters: usize,
    /// Whether pictures stand by themselves and not in a line of text.
    pictures_alone: bool,
}

impl Room {
    /// The width of a page.
    const PAGE: Self = Self { letters: usize::MAX, pictures_alone: true };

    /// One of several columns.
    pub(super) fn column_of(columns: usize) -> Self {
        Self { letters: (LETTERS / columns.max(1)).clamp(3, LONGEST_IN_COLUMN), pictures_alone: true }
    }

    fn in_cell(self) -> bool {
        self.letters < usize::MAX
    }
}

/// Writes nodes.
pub(super) struct NodeWriter<'a, 'k> {
    pub(super) pictures: &'a [PicturePlace],
    pub(super) sizes: &'a [BookPicture],
    pub(super) glyphs: &'a mut GlyphChecker<'k>,
    /// Whether the ids of what is written stand before it already.
    are_ids_written: bool,
}

impl<'a, 'k> NodeWriter<'a, 'k> {
    pub(super) fn new(
        pictures: &'a [PicturePlace],
        sizes: &'a [BookPicture],
        glyphs: &'a mut GlyphChecker<'k>,
    ) -> Self {
        Self { pictures, sizes, glyphs, are_ids_written: false }
    }

    /// Nodes of a chapter.
    pub(super) fn nodes(&mut self, nodes: &[BookNode]) -> Value {
        self.inside(nodes, Room::PAGE)
    }

    /// Nodes in a column or elsewhere.
    pub(super) fn inside(&mut self, nodes: &[BookNode], room: Room) -> Value {
        let room = Room { pictures_alone: room.pictures_alone && is_picture(nodes), ..room };
        nodes.iter().flat_map(|node| self.node(node, room)).collect()
    }

    fn node(&mut self, node: &BookNode, room: Room) -> Vec<Value> {
        let element = match node {
            BookNode::Text(text) => return vec![self.text(text, room).into()],
            BookNode::Element(element) => element,
        };
        let room = Room { pictures_alone: room.pictures_alone || element.tag.is_block(), ..room };
        let was_written = self.are_ids_written;
        let mut marks = Vec::new();
        if !was_written && hoists(&element.tag) {
            hoist(&element.nodes, &mut marks);
            self.are_ids_written = true;
        }
        let mut made = self.element(element, room);
        self.are_ids_written = was_written;
        let id = element.id.as_deref().filter(|_| !was_written);
        if made.is_null() {
            marks.extend(id.map(mark));
            return marks;
        }
        if let Some(id) = id {
            made["id"] = id.into();
        }
        if let Some(language) = element.language.as_deref().and_then(|tag| tag.split('-').next()) {
            made["lang"] = language.to_ascii_lowercase().into();
        }
        marks.push(made);
        marks
    }

    fn text(&mut self, text: &str, room: Room) -> String {
        self.glyphs.printable_within(text, room.letters)
    }

    fn element(&mut self, element: &BookElement, room: Room) -> Value {
        match &element.tag {
            BookTag::Table => return table::table(self, element),
            BookTag::CodeBlock => return code::block(self.glyphs, &element.nodes),
            BookTag::Picture(number, alt) => return self.picture(*number, alt, room),
            BookTag::Code => {
                let text = book_text(&element.nodes);
                return json!({ "t": "code", "v": self.text(&text, room) });
            }
            BookTag::TickBox(ticked) => return json!({ "t": "box", "ticked": ticked }),
            BookTag::Break => return json!({ "t": "br" }),
            BookTag::Rule => return json!({ "t": "rule" }),
            BookTag::Link(link) => return self.link(element, link, room),
            BookTag::Task(number, branch) => return self.task(element, *number, *branch, room),
            _ => {}
        }
        let mut made = json!({ "t": name(&element.tag), "c": self.inside(&element.nodes, room) });
        match &element.tag {
            BookTag::Heading(level) => {
                if book_text(&element.nodes).trim().is_empty() {
                    return Value::Null;
                }
                made["level"] = (*level).into();
            }
            BookTag::Alert(notice) => made["kind"] = notice.name().into(),
            BookTag::Numbers(first) => made["start"] = (*first).into(),
            BookTag::Tasks(first) => made["start"] = (*first).into(),
            BookTag::Abbreviation(title) => made["title"] = self.text(title, room).into(),
            BookTag::Paragraph | BookTag::Figure => made["pictures"] = is_picture(&element.nodes).into(),
            _ => {}
        }
        made
    }

    /// A link with its words; without any, its address.
    fn link(&mut self, element: &BookElement, link: &BookLink, room: Room) -> Value {
        let mut inside = self.inside(&element.nodes, room);
        let is_empty = inside.as_array().is_some_and(Vec::is_empty);
        match link {
            BookLink::Inside(_) if is_empty => Value::Null,
            BookLink::Inside(id) => json!({ "t": "link", "to": id, "c": inside }),
            BookLink::Outside(href) => {
                if is_empty {
                    inside = json!([self.text(href, room)]);
                }
                if is_link(href) {
                    json!({ "t": "link", "href": href, "c": inside })
                } else {
                    json!({ "t": "span", "c": inside })
                }
            }
        }
    }

    /// A task: its own box stands before it, like the number of an item.
    fn task(
        &mut self,
        element: &BookElement,
        number: Option<u32>,
        branch: Option<Branch>,
        room: Room,
    ) -> Value {
        let (ticked, id, rest) = match element.nodes.split_first() {
            Some((BookNode::Element(BookElement { tag: BookTag::TickBox(ticked), id, .. }), rest)) => {
                (Some(*ticked), id.as_deref(), rest)
            }
            _ => (None, None, &element.nodes[..]),
        };
        let mut inside = self.inside(rest, room);
        if let (Some(id), Value::Array(inside), false) = (id, &mut inside, self.are_ids_written) {
            inside.insert(0, mark(id));
        }
        let branch = match branch {
            Some(Branch::Yes) => "yes",
            Some(Branch::No) => "no",
            None => "",
        };
        json!({ "t": "task", "number": number, "ticked": ticked, "branch": branch, "c": inside })
    }

    /// A picture, as large as its file says and the page allows; its alternative text where it cannot be drawn.
    fn picture(&mut self, number: usize, alt: &str, room: Room) -> Value {
        let Some(Some((from, to, format))) = self.pictures.get(number).copied() else {
            if alt.is_empty() {
                return Value::Null;
            }
            let alt = self.text(&format!("[{alt}]"), room);
            return json!({ "t": "span", "c": [alt] });
        };
        let largest = if room.in_cell() { LARGEST_IN_CELL } else { LARGEST };
        let (width, height) = self.sizes.get(number).and_then(|picture| picture.size).unwrap_or((400, 300));
        let (width, height) = (f64::from(width.max(1)) * POINTS, f64::from(height.max(1)) * POINTS);
        let scale = (largest.0 / width).min(largest.1 / height).min(1.0);
        json!({
            "t": "picture", "from": from, "to": to, "format": format, "alt": plain(alt),
            "width": width * scale, "height": height * scale, "alone": room.pictures_alone,
        })
    }

    /// The picture of who publishes.
    pub(super) fn logo(&mut self, number: usize) -> Option<Value> {
        let (from, to, format) = self.pictures.get(number).copied().flatten()?;
        Some(json!({ "from": from, "to": to, "format": format }))
    }
}

/// Whether nodes are pictures and nothing else.
fn is_picture(nodes: &[BookNode]) -> bool {
    let is_one = |node: &BookNode| match node {
        BookNode::Text(text) => text.trim().is_empty(),
        BookNode::Element(element) => match &element.tag {
            BookTag::Picture(..) => true,
            BookTag::Link(_) | BookTag::Span => is_picture(&element.nodes),
            _ => false,
        },
    };
    !nodes.is_empty() && nodes.iter().all(is_one)
}

/// Whether the ids inside an element stand before it: print shows headings and tables again, in contents or at the top of
/// pages, and a place can have one name only; of code there is only the text.
fn hoists(tag: &BookTag) -> bool {
    matches!(tag, BookTag::Heading(_) | BookTag::Table | BookTag::Code | BookTag::CodeBlock)
}

/// The names of places inside an element, as marks before it.
fn hoist(nodes: &[BookNode], marks: &mut Vec<Value>) {
    for node in nodes {
        if let BookNode::Element(element) = node {
            marks.extend(element.id.as_deref().map(mark));
            hoist(&element.nodes, marks);
        }
    }
}

fn mark(id: &str) -> Value {
    json!({ "t": "mark", "id": id })
}

/// The name of an element in `book.typ`.
fn name(tag: &BookTag) -> &'static str {
    match tag {
        BookTag::Group | BookTag::Table | BookTag::Row(_) | BookTag::Cell(_) => "group",
        BookTag::Paragraph => "p",
        BookTag::Note => "note",
        BookTag::Heading(_) => "heading",
        BookTag::Quote => "quote",
        BookTag::Alert(_) => "alert",
        BookTag::BlockTitle => "title",
        BookTag::Outdated => "outdated",
        BookTag::Details => "details",
        BookTag::Bullets => "ul",
        BookTag::Plain => "plain",
        BookTag::Numbers(_) => "ol",
        BookTag::Item => "li",
        BookTag::Tasks(_) => "tasks",
        BookTag::Task(..) => "task",
        BookTag::CodeBlock => "pre",
        BookTag::Figure => "figure",
        BookTag::Caption => "caption",
        BookTag::Definitions => "dl",
        BookTag::Term => "dt",
        BookTag::Definition => "dd",
        BookTag::Footnotes => "footnotes",
        BookTag::Card => "card",
        BookTag::Rule => "rule",
        BookTag::Emphasis => "em",
        BookTag::Strong => "strong",
        BookTag::Strike => "strike",
        BookTag::Code => "code",
        BookTag::Mark => "mark",
        BookTag::Subscript => "sub",
        BookTag::Superscript => "sup",
        BookTag::Key => "key",
        BookTag::Abbreviation(_) => "abbr",
        BookTag::Flag => "flag",
        BookTag::Placeholder => "placeholder",
        BookTag::Link(_) => "link",
        BookTag::Picture(..) => "picture",
        BookTag::TickBox(_) => "box",
        BookTag::Break => "br",
        BookTag::Span | BookTag::CodePart(_) => "span",
    }
}

/// The name of a colour of code.
pub(super) fn colour(part: CodePart) -> &'static str {
    part.class().trim_start_matches("code-")
}
