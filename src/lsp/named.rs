//! What stands at a place of a file: the name of an entry, a link to a page, a heading, a code.
use super::guide::GuideState;
use crate::model::{Anchor, Code, Document, EntryKey, Located, SourcePath, Span, Target, join_path};

/// Something that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NamedThing {
    Entry(EntryKey),
    /// A page, or a place in it.
    Page(SourcePath, Option<Anchor>),
    Asset(SourcePath),
    Code(Code),
}

impl GuideState {
    /// What stands at a byte of a file, and where its name is written.
    pub(super) fn named_at(&self, path: &SourcePath, at: usize) -> Option<Located<NamedThing>> {
        let subjects = match self.document(path) {
            Some(document) => of_page(path, document),
            None => self.of_registry(path),
        };
        let holds =
            |found: &Located<NamedThing>| (found.span.start as usize..=found.span.end as usize).contains(&at);
        subjects.into_iter().find(holds)
    }

    /// All names that stand in the files of the guide.
    pub(super) fn names(&self) -> impl Iterator<Item = Located<NamedThing>> {
        let pages = self.parsed().pages.iter();
        let of_pages = pages.flat_map(|(path, kept)| of_page(path, &kept.value.value));
        let of_registry = self.parsed().registry.keys().flat_map(|path| self.of_registry(path));
        of_pages.chain(of_registry)
    }

    /// A page as it was parsed.
    pub(super) fn document(&self, path: &SourcePath) -> Option<&Document> {
        self.parsed().pages.get(path).map(|kept| &kept.value.value)
    }

    /// The page behind a path that a link names.
    pub(super) fn page_path<'a>(&'a self, path: &'a SourcePath) -> &'a SourcePath {
        self.site().map_or(path, |site| site.on_disk(path))
    }

    fn of_registry(&self, path: &SourcePath) -> Vec<Located<NamedThing>> {
        let Some(file) = self.parsed().registry.get(path) else { return Vec::new() };
        let mut found = Vec::new();
        for entry in &file.value.value.entries {
            found.push(Located::new(entry.span.clone(), NamedThing::Entry(entry.key.clone())));
            found.extend(entry.references().into_iter().map(entry_at));
        }
        found
    }

    /// Where a subject is written for good: an entry in the registry, a heading, the beginning of a page or a file.
    pub(super) fn definition(&self, subject: &NamedThing) -> Option<Span> {
        match subject {
            NamedThing::Entry(key) => self.site()?.entry(key).map(|entry| entry.span.clone()),
            NamedThing::Page(path, anchor) => {
                let path = self.page_path(path);
                let document = self.document(path)?;
                let place = anchor.as_ref().map(Anchor::place).filter(|place| !place.is_empty());
                let headings = document.content.headings.iter();
                let heading = place.and_then(|place| {
                    headings.into_iter().find(|heading| heading.value.anchor.as_str() == place)
                });
                Some(heading.map_or_else(|| document.title_place(path), |heading| heading.span.clone()))
            }
            NamedThing::Asset(path) => {
                let path = self.page_path(path);
                self.sources.contains_key(path).then(|| Span::start_of(path))
            }
            NamedThing::Code(_) => None,
        }
    }

    /// Whether a name that is written somewhere means this subject. A link to a place in a page is also one to the page.
    pub(super) fn is_about(&self, written: &NamedThing, subject: &NamedThing) -> bool {
        match (written, subject) {
            (NamedThing::Page(path, anchor), NamedThing::Page(wanted, place)) => {
                let of = |anchor: &Option<Anchor>| anchor.as_ref().map(|anchor| anchor.place().to_owned());
                self.page_path(path) == self.page_path(wanted) && (place.is_none() || of(anchor) == of(place))
            }
            _ => written == subject,
        }
    }
}

fn entry_at(located: Located<EntryKey>) -> Located<NamedThing> {
    Located::new(located.span, NamedThing::Entry(located.value))
}

/// The names in a page. A first heading is the page.
fn of_page(path: &SourcePath, document: &Document) -> Vec<Located<NamedThing>> {
    let (front, content) = (&document.front, &document.content);
    let mut found = Vec::new();
    for link in &content.links {
        let subject = match &link.target {
            Target::Entry(key) => NamedThing::Entry(key.clone()),
            Target::Page(path, anchor) => NamedThing::Page(path.clone(), anchor.clone()),
            Target::Asset(path, _) => NamedThing::Asset(path.clone()),
            Target::Web(_) | Target::Mail(_) | Target::Phone(_) | Target::Nowhere => continue,
        };
        found.push(Located::new(link.span.clone(), subject));
    }
    found.extend(front.roles.iter().chain(&front.owner).cloned().map(entry_at));
    for step in &front.steps {
        if let Some(full) = join_path(path.folder(), &step.value) {
            found.push(Located::new(step.span.clone(), NamedThing::Page(SourcePath::new(full), None)));
        }
    }
    for waiver in &content.waivers {
        let code = Code::named(&waiver.code);
        found.extend(code.map(|code| Located::new(waiver.span.clone(), NamedThing::Code(code))));
    }
    for heading in &content.headings {
        let anchor = (heading.value.level > 1).then(|| heading.value.anchor.clone());
        found.push(Located::new(heading.span.clone(), NamedThing::Page(path.clone(), anchor)));
    }
    if let Some(title) = front.title.value() {
        found.push(Located::new(title.span.clone(), NamedThing::Page(path.clone(), None)));
    }
    found
}
