//! The content of one page, and the part of it that other pages may use.
use super::{
    AliasRoom, Anchor, Body, Checklist, Date, DateIssue, EntryKey, Fix, Front, Located, Options, Slice,
    SourcePath, Span, Target, Task, TextReference,
};
use crate::stamp::Stamped;
use std::collections::BTreeSet;

/// A parsed page. Only `check` and the page's own output look inside; other pages use the outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The part that other pages may use.
    pub outline: Stamped<Outline>,
    /// The front matter, with source positions.
    pub front: Front,
    /// The content.
    pub body: Stamped<Body>,
    /// What checks need of its text.
    pub content: Content,
    /// Whether the file or its front matter could not be read. A missing title is then not reported.
    pub unreadable: bool,
    /// Whether the colours of its code take grammars that were not loaded when it was read.
    pub needs_grammars: bool,
    /// Where one more former address can be inserted.
    pub alias_room: Option<AliasRoom>,
    /// Whether its lines end with CR LF.
    pub returns: bool,
    /// Bytes of its file.
    pub size: u64,
}

/// What checks and fixes need of the text of a page. Each list is in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Links, images and references.
    pub links: Vec<Link>,
    /// `[label]: target` in order.
    pub definitions: Vec<DefinedTarget>,
    /// The headings of the body in order, including a title as a `#` heading.
    pub headings: Vec<Located<Heading>>,
    /// `[À COMPLÉTER : …]` in order.
    pub placeholders: Vec<Located<String>>,
    /// `<!-- until: … -->` in order.
    pub dated: Vec<Located<Date>>,
    /// Doubtful dates in its text. Those of the front matter are in [`Front::date_issues`].
    pub date_issues: Vec<Located<DateIssue>>,
    /// `<!-- allow CODE: reason -->` in order.
    pub waivers: Vec<Waiver>,
    /// Raw HTML that is not a comment, in order.
    pub html: Vec<Located<RawHtml>>,
    /// Mail addresses, telephone numbers and web addresses, written as text or as the target of a link.
    pub typed: Vec<Located<Typed>>,
    /// Paragraphs of nothing but strong text.
    pub bold_paragraphs: Vec<Located<BoldParagraph>>,
    /// Where running text is in the file, in pieces; without text that is written with escapes or entities.
    pub prose: Vec<Prose>,
    /// Words that look like acronyms, each where it comes first.
    pub acronyms: Vec<Located<Acronym>>,
    /// Tables with empty header cells.
    pub empty_headers: Vec<EmptyHeaders>,
    /// The first line of every task, parents before their children.
    pub tasks: Vec<Span>,
    /// The offsets of list items whose content is not indented enough to belong to them.
    pub left_items: Vec<u32>,
    /// Headings that a line below their text makes.
    pub underlined: Vec<Underlined>,
    /// The offsets of headings inside quotes and lists, above which no line can be inserted.
    pub inner_headings: Vec<u32>,
}

/// A paragraph of nothing but strong text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoldParagraph {
    /// Its words.
    pub text: String,
    /// Whether it stands right below a block of code.
    pub below_code: bool,
}

impl Document {
    /// Whether the rest of a guide sees no difference between two versions of a page, where a page may have so many bytes.
    /// The guide as a whole is made from the outline, the front matter and the size of a file that is too large.
    pub fn says_the_same(&self, other: &Self, limit: u64) -> bool {
        let is_size_the_same = self.size == other.size || self.size.max(other.size) <= limit;
        is_size_the_same && *self.outline == *other.outline && self.front == other.front
    }

    /// The position of the title; the start of the file if there is none.
    pub fn title_place(&self, file: &SourcePath) -> Span {
        let heading =
            || self.content.headings.iter().find(|heading| heading.value.level == 1).map(|found| &found.span);
        let title = self.front.title.value().map(|title| &title.span);
        title.or_else(heading).cloned().unwrap_or_else(|| Span::start_of(file))
    }

    /// The fix that adds a former address; none if the front matter cannot be changed with certainty.
    pub fn with_alias(&self, file: &SourcePath, alias: &str) -> Option<Fix> {
        let room = self.alias_room?;
        let before = self.front.aliases.first().map(|alias| alias.value.as_str());
        let span = Span::new(file, room.start as usize, room.end as usize);
        Some(Fix { span, text: self.lines(room.text(alias, before)?) })
    }

    /// The fix that keeps a former name of a heading; none inside quotes and lists, or if the name does not fit in a
    /// comment.
    pub fn with_anchor(&self, heading: &Span, name: &str) -> Option<Fix> {
        let odd = |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '#' | '>');
        if self.content.inner_headings.contains(&heading.start) || name.contains(odd) || name.contains("--") {
            return None;
        }
        let span = Span { end: heading.start, ..heading.clone() };
        Some(Fix { span, text: self.lines(format!("<!-- anchor: {name} -->\n")) })
    }

    /// The text with the line ends of this file.
    fn lines(&self, text: String) -> String {
        if self.returns { text.replace('\n', "\r\n") } else { text }
    }
}

/// A piece of running text that is the same in the file as for readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The range in the text of the body.
    pub text: Slice,
    /// Its offset in the file.
    pub at: u32,
}

/// A heading that a line of `---` or `===` below its text makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underlined {
    /// The offset of the heading.
    pub heading: u32,
    /// Its text.
    pub words: Span,
    /// Whether the text ends like a sentence.
    pub sentence: bool,
}

/// A word in capitals that looks like an acronym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// As written.
    pub word: String,
    /// Whether the page explains it anywhere.
    pub explained: bool,
}

/// The header row of a table with empty cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyHeaders {
    /// The row.
    pub span: Span,
    /// The empty cells in order.
    pub cells: Vec<Span>,
    /// Whether all cells are empty.
    pub whole: bool,
}

/// The part of a page that other pages may depend on. It has no source positions, so inserting text above changes
/// nothing for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Outline {
    /// The title as plain text, the `h1` of the page; never empty.
    pub title: String,
    /// The references in the title, if a heading is the title.
    pub title_references: Box<[TextReference]>,
    /// The title in search and in the browser's bar: that of the front matter, else the same.
    pub name: String,
    /// The title in menus, as plain text.
    pub nav_title: String,
    /// One sentence about the page.
    pub description: Option<String>,
    /// The number at the start of the file name. Pages without one come last.
    pub order: Option<u32>,
    /// The page's segment of the address; empty for an `index.md` without one.
    pub slug: String,
    /// Whether it is a draft.
    pub draft: bool,
    /// The last day of publication.
    pub expires: Option<Date>,
    /// Former addresses.
    pub aliases: Vec<String>,
    /// The headings of level 2 to 6, in order.
    pub headings: Vec<Heading>,
    /// Anchors that are not headings: former names of headings, tasks, footnotes.
    pub anchors: Vec<Anchor>,
    /// Anchors in raw HTML; they exist if the settings allow the HTML.
    pub html_places: Vec<Anchor>,
    /// Former names of headings, kept by `<!-- anchor: … -->` comments.
    pub former: Vec<Anchor>,
    /// The roles that its front matter names.
    pub roles: Vec<EntryKey>,
    /// Entries that the page refers to, each once per heading, in order.
    pub mentions: Vec<Mention>,
    /// Kinds whose directory is on this page.
    pub directories: Vec<super::Kind>,
    /// Its checklists in order.
    pub checklists: Vec<Checklist>,
    /// The steps of the journey that begins here.
    pub steps: Vec<SourcePath>,
    /// The names of the section's files and folders in their order, as written.
    pub pages: Vec<String>,
    /// Whether it is part of the search index.
    pub search: bool,
    /// The day of the last review.
    pub last_reviewed_on: Option<Date>,
}

impl Outline {
    /// The last day of publication, if the page has expired and would otherwise be published.
    pub fn last_day(&self, options: Options) -> Option<Date> {
        let shown = options.drafts || !self.draft;
        self.expires.filter(|last| shown && *last < options.today)
    }
}

impl Outline {
    /// Whether two versions of a page have the same place in the guide: order, address, publication, journey, and the
    /// pages that are generated because of them. Only what other pages show of it may differ.
    pub fn has_the_same_place(&self, other: &Self) -> bool {
        // Every field is here or is named as one that places nothing.
        let Self {
            title: _,
            title_references: _,
            name: _,
            nav_title: _,
            description: _,
            order,
            slug,
            draft,
            expires,
            aliases,
            headings: _,
            anchors: _,
            html_places: _,
            former: _,
            roles: _,
            mentions: _,
            directories,
            checklists,
            steps,
            pages,
            search: _,
            last_reviewed_on: _,
        } = self;
        *order == other.order
            && *slug == other.slug
            && *draft == other.draft
            && *expires == other.expires
            && *aliases == other.aliases
            && *directories == other.directories
            && *steps == other.steps
            && *pages == other.pages
            && roles(checklists) == roles(&other.checklists)
    }
}

/// The roles that have tasks.
fn roles(checklists: &[Checklist]) -> BTreeSet<&EntryKey> {
    fn add<'a>(tasks: &'a [Task], found: &mut BTreeSet<&'a EntryKey>) {
        for task in tasks {
            found.extend(&task.roles);
            add(&task.tasks, found);
        }
    }
    let mut found = BTreeSet::new();
    for list in checklists {
        add(&list.tasks, &mut found);
    }
    found
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Heading {
    /// 1 for the title, 2 to 6 below.
    pub level: u8,
    /// The anchor, unique in the page.
    pub anchor: Anchor,
    /// The text, possibly empty; without the words of its references until `assemble` adds them.
    pub text: String,
    /// Its references, in order. `assemble` puts their words into the text.
    pub references: Box<[TextReference]>,
}

/// A link, image or reference of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The position of the target as written, or of the whole link if the target has none.
    pub span: Span,
    /// What kind of link it is.
    pub kind: LinkKind,
    /// The target as written.
    pub written: Box<str>,
    /// The text of the link, or the alternative text of the image.
    pub text: Box<str>,
    /// Whether that text is code: the name of something.
    pub is_code: bool,
    /// What stands in brackets right behind a link.
    pub behind: Box<str>,
    /// The target.
    pub target: Target,
}

/// `[label]: target`, to which links by reference lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinedTarget {
    /// The position of the target as written.
    pub span: Span,
    /// The target, with entities and escapes of Markdown resolved.
    pub written: Box<str>,
    /// The target; none if it is not one.
    pub target: Option<Target>,
}

/// Kinds of links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// `[text](target)`, also by reference.
    Text,
    /// `<target>`
    Auto,
    /// `![alt](target)`
    Image,
}

/// A reference to an entry, with the heading it stands under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mention {
    /// Which entry.
    pub entry: EntryKey,
    /// The heading; none before the first one.
    pub anchor: Option<Anchor>,
}

/// `<!-- allow CODE: reason -->`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The position of the code.
    pub span: Span,
    /// The code as written.
    pub code: String,
    /// The reason, possibly empty.
    pub reason: String,
    /// The start of the block it covers: the one after the comment, or the one around it.
    pub from: u32,
    /// The end of that block.
    pub to: u32,
}

/// A piece of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// The HTML, at most its first line.
    pub text: String,
    /// Whether it has the form that `safe` accepts.
    pub safe: bool,
}

/// A contact detail written in a page, as text or as the target of a link, that the registry may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What it is.
    pub kind: TypedKind,
    /// A form for comparisons: a mail address in lower case, a telephone number as digits, a web address without a
    /// trailing slash.
    pub key: String,
    /// As written.
    pub written: String,
    /// Whether it is the target of a link.
    pub linked: bool,
}

/// Kinds of contact details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypedKind {
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Web,
}
