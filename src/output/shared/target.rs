//! What the links of a body lead to, as far as its own page needs to know.
use crate::model::{
    Anchor, Body, Date, Delay, Entry, EntryKey, Generated, Kind, OutPath, PageUrl, Site, Target, Task,
};
use crate::stamp::{Stamped, Table};

/// Where a target leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Resolved {
    /// A page, and a place in it.
    Page(PageUrl, Option<Anchor>),
    /// A published file, what follows its name, and the size of a picture.
    File(OutPath, String, Option<(u32, u32)>),
    /// An address as it stands: mail, telephone.
    Plain(String),
    /// An address on the web.
    Web(String),
    /// An entry of the registry.
    Entry(Stamped<EntryLink>),
    /// Nowhere: only the text is shown.
    Nowhere,
}

/// What a page shows of an entry that it only names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct EntryLink {
    pub(crate) key: EntryKey,
    pub(crate) name: String,
    pub(crate) to: Place,
}

/// Where an entry's name leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// Its card in a directory, or its own page.
    Page(PageUrl, Option<Anchor>),
    /// Its own address on the web.
    Web(String),
    /// Its address is a placeholder.
    Missing,
    /// It has no place.
    None,
}

/// What all links of the guide are resolved with.
#[derive(Debug)]
pub(crate) struct Links<'a> {
    site: &'a Site,
    /// What pages show of the entries that they only name: made once, named often.
    entries: Table<&'a EntryKey, Stamped<EntryLink>>,
}

impl<'a> Links<'a> {
    pub(crate) fn new(site: &'a Site) -> Self {
        let made = site.entries.iter().map(|(key, entry)| (key, Stamped::new(link(site, entry))));
        Self { site, entries: made.collect() }
    }

    /// Every target of a body.
    pub(crate) fn of(&self, body: &Body) -> Vec<Resolved> {
        body.targets.iter().map(|target| self.resolve(target)).collect()
    }

    fn resolve(&self, target: &Target) -> Resolved {
        match target {
            Target::Entry(key) => self.entries.get(key).cloned().map_or(Resolved::Nowhere, Resolved::Entry),
            other => resolve(self.site, other),
        }
    }
}

/// Where a target leads that is no entry.
fn resolve(site: &Site, target: &Target) -> Resolved {
    match target {
        Target::Page(source, anchor) => match site.page_of(source) {
            Some(page) => Resolved::Page(page.url.clone(), anchor.clone()),
            None => Resolved::Nowhere,
        },
        Target::Asset(source, after) => match site.assets.get(source) {
            Some(asset) => Resolved::File(asset.path.clone(), after.clone(), asset.picture.size()),
            None => Resolved::Nowhere,
        },
        Target::Web(address) => Resolved::Web(address.clone()),
        Target::Mail(address) | Target::Phone(address) => Resolved::Plain(address.clone()),
        Target::Entry(_) | Target::Nowhere => Resolved::Nowhere,
    }
}

/// What a page shows of an entry that it only names.
pub(crate) fn link(site: &Site, entry: &Entry) -> EntryLink {
    EntryLink { key: entry.key.clone(), name: entry.name().to_owned(), to: place(site, entry) }
}

/// The place of an entry's card in its directory.
pub(crate) fn card_anchor(key: &EntryKey) -> Anchor {
    Anchor::new(format!("{}-{}", key.kind.scheme(), key.id))
}

/// The page that shows all entries of a kind.
pub(crate) fn directory(site: &Site, kind: Kind) -> Option<&PageUrl> {
    site.directories.get(&kind).or_else(|| site.generated.get(&Generated::Directory(kind)))
}

fn place(site: &Site, entry: &Entry) -> Place {
    let web = match entry.record.get("url").map(|located| &located.value) {
        Some(crate::model::Value::Web(address)) => Some(address.0.clone()),
        _ => None,
    };
    let card = || match directory(site, entry.key.kind) {
        Some(url) => Place::Page(url.clone(), Some(card_anchor(&entry.key))),
        None => Place::None,
    };
    match entry.key.kind {
        Kind::Contact | Kind::Term => card(),
        Kind::Tool => web.map_or_else(card, Place::Web),
        Kind::Resource => web.map_or(Place::Missing, Place::Web),
        Kind::Organisation => web.map_or(Place::None, Place::Web),
        Kind::Role => match site.generated.get(&Generated::Role(entry.key.clone())) {
            Some(url) => Place::Page(url.clone(), None),
            None => Place::None,
        },
    }
}

/// A task as a table shows it: its words with the names of entries, who does it, when.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TaskRow {
    pub(crate) words: String,
    pub(crate) roles: Vec<EntryKey>,
    pub(crate) due: Option<Delay>,
    /// The day since which it is out of date.
    pub(crate) outdated: Option<Date>,
    pub(crate) url: PageUrl,
    pub(crate) id: Anchor,
    pub(crate) list: String,
}

/// Every task of the guide that is somebody's, in the order of the guide, branches included.
pub(crate) fn task_rows(site: &Site) -> Vec<TaskRow> {
    let mut rows = Vec::new();
    for (page, list) in site.checklists() {
        for task in &list.tasks {
            if !task.roles.is_empty() {
                add_rows(site, task, &page.url, &list_title(page, list), &mut rows);
            }
        }
    }
    rows
}

/// The day since which a task is out of date: its page says so around it, and it is taken away from there.
pub(crate) fn outdated(site: &Site, task: &Task) -> Option<Date> {
    task.until.filter(|until| site.options.today > *until)
}

/// The title of a checklist: its heading, else its page.
pub(crate) fn list_title(page: &crate::model::Page, list: &crate::model::Checklist) -> String {
    if list.title.is_empty() { page.outline.title.clone() } else { list.title.clone() }
}

fn add_rows(site: &Site, task: &Task, url: &PageUrl, list: &str, rows: &mut Vec<TaskRow>) {
    rows.push(TaskRow {
        words: words(site, &task.text),
        roles: task.roles.clone(),
        due: task.due,
        outdated: outdated(site, task),
        url: url.clone(),
        id: task.id.clone(),
        list: list.to_owned(),
    });
    for below in &task.tasks {
        add_rows(site, below, url, list, rows);
    }
}

/// The words of a body with the names of the entries it refers to.
pub(crate) fn words(site: &Site, body: &Body) -> String {
    use crate::model::Node;
    let mut out = String::new();
    for node in &body.nodes {
        match node {
            Node::Reference(target) | Node::Card(target) => {
                if let Some(Target::Entry(key)) = body.targets.get(*target as usize)
                    && let Some(entry) = site.entry(key)
                {
                    out.push_str(entry.name());
                }
            }
            Node::Text(slice) | Node::Code(slice) => out.push_str(body.str(*slice)),
            Node::Image(number) => out.push_str(body.str(body.images[*number as usize].alt)),
            Node::SoftBreak | Node::HardBreak => out.push(' '),
            // A placeholder keeps its brackets where only words can be shown.
            Node::Placeholder(slice) => {
                out.push('[');
                out.push_str(body.str(*slice));
                out.push(']');
            }
            _ => {}
        }
    }
    tidy(&out)
}

/// One line of words without the gaps that something shown elsewhere left: `the office () in` is `the office in`.
fn tidy(text: &str) -> String {
    let words: Vec<_> = text.split([' ', '\n']).filter(|word| !word.is_empty() && *word != "()").collect();
    words.join(" ").replace(" .", ".").replace(" ,", ",")
}
