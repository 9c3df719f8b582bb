//! What one file says, and the part of it that other pages may know.
use super::{
    AliasRoom, Anchor, Body, ChecklistMode, Date, DateIssue, Delay, EntryKey, Fix, Front, Located, Options,
    Slice, SourcePath, Span, Target,
};
use crate::stamp::Stamped;

/// One page as understood. Nobody but `check` and the page's own output looks inside another page's document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What other pages may know about this one.
    pub outline: Stamped<Outline>,
    /// What its head says, with places.
    pub front: Front,
    /// What it shows.
    pub body: Stamped<Body>,
    /// What its text contains, for checks.
    pub content: Content,
    /// Whether the file, or its head, could not be understood; then a missing title is not its author's fault.
    pub unreadable: bool,
    /// Where one more former address can be written.
    pub alias_room: Option<AliasRoom>,
    /// Whether its lines end as on Windows.
    pub returns: bool,
}

/// What the text of a page contains that checks and fixes look at, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Every link, image and reference in order, with its place.
    pub links: Vec<Link>,
    /// Every heading of the body in order, with its place; the title as a `#` heading included.
    pub headings: Vec<Located<Heading>>,
    /// `[À COMPLÉTER : …]` in order.
    pub placeholders: Vec<Located<String>>,
    /// `<!-- until: … -->` in order.
    pub dated: Vec<Located<Date>>,
    /// What may be wrong about dates in its text and its head.
    pub date_issues: Vec<Located<DateIssue>>,
    /// `<!-- allow CODE: reason -->` in order.
    pub waivers: Vec<Waiver>,
    /// Raw HTML that is not a comment, in order.
    pub html: Vec<Located<RawHtml>>,
    /// Mail addresses, telephones and web addresses typed as text.
    pub typed: Vec<Located<Typed>>,
    /// Paragraphs that hold nothing but strong text, with that text.
    pub bold_paragraphs: Vec<Located<String>>,
    /// Where running text stands in the file, piece by piece; without what escapes or entities write otherwise.
    pub prose: Vec<Prose>,
    /// Words that look like acronyms, each at its first place.
    pub acronyms: Vec<Located<Acronym>>,
    /// Header cells without words, table by table.
    pub empty_headers: Vec<EmptyHeaders>,
    /// The first line of every task, in the order in which tasks begin: each before those below it.
    pub tasks: Vec<Span>,
    /// First bytes of headings inside quotes and lists; no line can be put above them.
    pub inner_headings: Vec<u32>,
}

impl Document {
    /// Where its title stands; the start of the file where it has none.
    pub fn title_place(&self, file: &SourcePath) -> Span {
        let heading =
            || self.content.headings.iter().find(|heading| heading.value.level == 1).map(|found| &found.span);
        let title = self.front.title.as_ref().map(|title| &title.span);
        title.or_else(heading).cloned().unwrap_or_else(|| Span::start_of(file))
    }

    /// What makes an address a former one of this page; none where its head cannot be changed for certain.
    pub fn with_alias(&self, file: &SourcePath, alias: &str) -> Option<Fix> {
        let room = self.alias_room?;
        let before = self.front.aliases.first().map(|alias| alias.value.as_str());
        let span = Span::new(file, room.start as usize, room.end as usize);
        Some(Fix { span, text: self.lines(room.text(alias, before)?) })
    }

    /// What keeps a name above a heading; none inside quotes and lists, and for a name that a comment cannot hold.
    pub fn with_anchor(&self, heading: &Span, name: &str) -> Option<Fix> {
        let odd = |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '#' | '>');
        if self.content.inner_headings.contains(&heading.start) || name.contains(odd) || name.contains("--") {
            return None;
        }
        let span = Span { end: heading.start, ..heading.clone() };
        Some(Fix { span, text: self.lines(format!("<!-- anchor: {name} -->\n")) })
    }

    /// Lines as this file ends them.
    fn lines(&self, text: String) -> String {
        if self.returns { text.replace('\n', "\r\n") } else { text }
    }
}

/// A piece of running text that stands in the file as readers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The piece in the text of the body.
    pub text: Slice,
    /// Its first byte in the file.
    pub at: u32,
}

/// A word in capitals that looks like an acronym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// As written.
    pub word: String,
    /// Whether the page says anywhere what it means.
    pub explained: bool,
}

/// The header row of a table in which something is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyHeaders {
    /// The row.
    pub span: Span,
    /// Its empty cells in order.
    pub cells: Vec<Span>,
    /// Whether all of its cells are empty.
    pub whole: bool,
}

/// The only part of a page that other pages may depend on. Has no places, so that text inserted above changes
/// nothing for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Outline {
    /// Title, as plain text; never empty.
    pub title: String,
    /// Title in menus, as plain text.
    pub nav_title: String,
    /// One sentence about the page.
    pub description: Option<String>,
    /// Number in front of the file's name; pages without one come after those with one.
    pub order: Option<u32>,
    /// The page's part of the address; empty for an `index.md` that does not name one.
    pub slug: String,
    /// Not published yet.
    pub draft: bool,
    /// No longer published after this day.
    pub expires: Option<Date>,
    /// Former addresses.
    pub aliases: Vec<String>,
    /// Places that can be linked to: headings in order, level 2 to 6.
    pub headings: Vec<Heading>,
    /// Anchors that are no headings: tasks, footnotes.
    pub anchors: Vec<Anchor>,
    /// Places that raw HTML makes; they exist where the settings trust it.
    pub html_places: Vec<Anchor>,
    /// Those of them that `<!-- anchor: … -->` keeps.
    pub former: Vec<Anchor>,
    /// Entries that the page refers to, each once a heading, in order.
    pub mentions: Vec<Mention>,
    /// Kinds of which the page shows the whole directory.
    pub directories: Vec<super::Kind>,
    /// Its checklists in order.
    pub checklists: Vec<Checklist>,
    /// Journey that begins here, as source paths.
    pub steps: Vec<SourcePath>,
    /// Whether the search knows it.
    pub search: bool,
    /// The day somebody last read it through.
    pub last_reviewed_on: Option<Date>,
}

impl Outline {
    /// The last day of publication, if it is over and nothing else keeps the page back.
    pub fn last_day(&self, options: Options) -> Option<Date> {
        let shown = options.drafts || !self.draft;
        self.expires.filter(|last| shown && *last < options.today)
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Heading {
    /// 1 for the title, 2 to 6 below.
    pub level: u8,
    /// Its place; unique in the page.
    pub anchor: Anchor,
    /// Its words as plain text, perhaps none.
    pub text: String,
}

/// A link, image or reference of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The place of the target as written; of the whole link when the target has no place of its own.
    pub span: Span,
    /// What kind of link it is.
    pub kind: LinkKind,
    /// The target as written.
    pub written: String,
    /// What the reader reads; alternative text of an image.
    pub text: String,
    /// What it points at.
    pub target: Target,
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

/// An entry that a page refers to, and under which heading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mention {
    /// Which entry.
    pub entry: EntryKey,
    /// The heading above; none before the first heading.
    pub anchor: Option<Anchor>,
}

/// A section that holds tasks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Checklist {
    /// Where it stands; none before the first heading.
    pub anchor: Option<Anchor>,
    /// Words of its heading, or the page's title.
    pub title: String,
    /// How it is meant.
    pub mode: ChecklistMode,
    /// Whether its tasks are numbered steps.
    pub ordered: bool,
    /// Its tasks of the first level in order.
    pub tasks: Vec<Task>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Task {
    /// Stable name, made of its text; unique in its page.
    pub id: Anchor,
    /// Its words.
    pub text: Body,
    /// What explains it; empty for none.
    pub help: Body,
    /// Who does it: named in the task, else above it, else in the page's head. Perhaps nobody.
    pub roles: Vec<EntryKey>,
    /// When.
    pub due: Option<Delay>,
    /// Until which day it is true, where the author dated the passage it stands in.
    pub until: Option<Date>,
    /// Begins with **Important**.
    pub important: bool,
    /// Which answer to the task above it this belongs to.
    pub branch: Option<Branch>,
    /// Tasks below it.
    pub tasks: Vec<Task>,
}

/// Counts first-level tasks of checklists.
pub fn checklist_count(checklists: &[Checklist]) -> usize {
    checklists.iter().map(|checklist| checklist.tasks.len()).sum()
}

/// The answer that a branch belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Branch {
    /// "Si oui", "If yes".
    Yes,
    /// "Si non", "If no".
    No,
}

/// `<!-- allow CODE: reason -->`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The place of the code.
    pub span: Span,
    /// The code as written.
    pub code: String,
    /// The reason, perhaps empty.
    pub reason: String,
    /// First byte that it covers: the block after the comment, or the block that holds it.
    pub from: u32,
    /// One past the last byte that it covers.
    pub to: u32,
}

/// A piece of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// The piece, at most its first line.
    pub text: String,
    /// Whether it has the form that `safe` accepts.
    pub safe: bool,
}

/// Something typed in a page that the registry may hold: as text, or as where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What it is.
    pub kind: TypedKind,
    /// In a form that can be compared: mail in lower case, telephone as digits, web address without trailing
    /// slash.
    pub key: String,
    /// As written.
    pub written: String,
    /// Whether a link leads there.
    pub linked: bool,
}

/// What can be typed by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypedKind {
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Web,
}
