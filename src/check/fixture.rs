//! Small sites for the tests of this module.
use super::guide;
use crate::model::{
    Arg, Asset, Date, Diagnostic, Document, Email, Entry, EntryKey, Given, HtmlMode, Kind, Language, Level,
    Link, LinkKind, Located, Noted, Options, OutPath, Outline, Page, PageId, PageUrl, Parsed, Phone, Picture,
    Record, RecordField, RegistryFile, Settings, Site, SourcePath, Span, Target, Theme, Use, Value,
};
use crate::stamp::{Made, Stamp, Stamped};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Builds a site from parts.
#[derive(Debug, Default)]
pub(super) struct TestSite {
    pub(super) parsed: Parsed,
    pub(super) html: HtmlMode,
    pub(super) levels: Vec<(crate::model::Code, Level)>,
    entries: BTreeMap<Kind, Vec<Stamped<Entry>>>,
    unpublished: Vec<SourcePath>,
    assets: BTreeMap<SourcePath, Asset>,
    all_used: bool,
}

impl TestSite {
    /// A page with a title.
    pub(super) fn page(mut self, path: &str, change: impl FnOnce(&mut Document, &mut Outline)) -> Self {
        let mut outline = Outline { title: path.to_owned(), search: true, ..Outline::default() };
        let mut document = Document::default();
        document.front.title = Given::Value(Located::new(at(path), path.to_owned()));
        change(&mut document, &mut outline);
        document.outline = Stamped::new(outline);
        let made = Made { from: Stamp::default(), value: Arc::new(Noted::clean(document)) };
        self.parsed.pages.insert(file(path), made);
        self
    }

    /// A draft.
    pub(super) fn unpublished(mut self, path: &str) -> Self {
        self.unpublished.push(file(path));
        self
    }

    /// A published file of that many bytes.
    pub(super) fn asset(mut self, path: &str, size: u64) -> Self {
        let picture = if path.starts_with("broken") { Picture::Unreadable } else { Picture::None };
        let asset = Asset { path: OutPath::new(path), stamp: Stamp::default(), size, picture };
        self.assets.insert(file(path), asset);
        self
    }

    /// An entry with fields.
    pub(super) fn entry(mut self, kind: Kind, id: &str, fields: Vec<(&'static str, Value)>) -> Self {
        let span = at(&format!("registry/{}.yaml", kind.file()));
        let record = record(&span, fields);
        let entry = Entry { key: EntryKey::new(kind, id), span, record };
        self.entries.entry(kind).or_default().push(Stamped::new(entry));
        self
    }

    /// Marks every entry as mentioned by some page.
    pub(super) fn mentions_all(mut self) -> Self {
        self.all_used = true;
        self
    }

    /// The site on 23 November 2026.
    pub(super) fn site(&self) -> Site {
        let sources = self.parsed.pages.keys();
        let pages: Vec<Page> = sources.map(|source| self.place(source)).collect();
        let by_source = pages.iter().zip(0..).map(|(page, id)| (page.source.clone(), PageId(id))).collect();
        let entries: BTreeMap<_, _> =
            self.entries.values().flatten().map(|entry| (entry.key.clone(), entry.clone())).collect();
        let mut uses: BTreeMap<EntryKey, Vec<Use>> = BTreeMap::new();
        for page in &pages {
            for mention in &page.outline.mentions {
                uses.entry(mention.entry.clone()).or_default();
            }
        }
        if self.all_used {
            uses.extend(entries.keys().map(|key| (key.clone(), Vec::new())));
        }
        Site {
            settings: Stamped::new(self.settings()),
            options: Options {
                today: Date::new(2026, 11, 23).expect("the calendar has this day"),
                drafts: false,
                portable: false,
                whole: false,
                last: false,
            },
            pages,
            by_source,
            unpublished: self.unpublished.clone(),
            assets: self.assets.clone(),
            entries,
            uses,
            directories: BTreeMap::new(),
            generated: BTreeMap::new(),
            gone: Vec::new(),
            redirects: Vec::new(),
            withdrawn: Vec::new(),
            theme: Theme::default(),
        }
    }

    fn place(&self, source: &SourcePath) -> Page {
        Page {
            source: source.clone(),
            written: true,
            url: PageUrl::new(format!("/{}/", source.name())),
            outline: self.parsed.pages[source].value.value.outline.clone(),
            parent: None,
            children: Vec::new(),
            step: None,
            steps: Vec::new(),
        }
    }

    fn settings(&self) -> Settings {
        Settings {
            title: "Guide".to_owned(),
            language: Language::French,
            levels: self.levels.clone(),
            acronyms: vec!["CNIL".to_owned()],
            html: self.html,
            ..Settings::default()
        }
    }

    /// The diagnostics of one file, one a line, in the order of the checks.
    pub(super) fn diagnostics_of(&self, path: &str) -> Vec<String> {
        let mut parsed = self.parsed.clone();
        for (kind, entries) in &self.entries {
            let value = RegistryFile {
                kind: *kind,
                entries: entries.clone(),
                placeholders: Vec::new(),
                date_issues: Vec::new(),
            };
            let made = Made { from: Stamp::default(), value: Arc::new(Noted::clean(value)) };
            parsed.registry.insert(file(&format!("registry/{}.yaml", kind.file())), made);
        }
        let diagnostics = guide(&self.site(), &parsed);
        diagnostics.iter().filter(|diagnostic| diagnostic.span.file == file(path)).map(one_line).collect()
    }
}

/// A diagnostic in one line: code, values in their order.
pub(super) fn one_line(diagnostic: &Diagnostic) -> String {
    use std::fmt::Write as _;
    let mut line = diagnostic.code.name.to_owned();
    for (name, value) in &diagnostic.args {
        match value {
            Arg::Text(text) => write!(line, " {name}={text}"),
            Arg::Number(number) => write!(line, " {name}={number}"),
            Arg::Date(date) => write!(line, " {name}={date}"),
        }
        .expect("writing to a string cannot fail");
    }
    line
}

fn file(path: &str) -> SourcePath {
    SourcePath::new(format!("guide/{path}"))
}

/// The beginning of a file.
pub(super) fn at(path: &str) -> Span {
    Span::start_of(&file(path))
}

/// A place in a file.
pub(super) fn place(path: &str, start: u32, end: u32) -> Span {
    Span { file: file(path), start, end }
}

/// A link whose target is written like its text.
pub(super) fn link(text: &str, target: Target) -> Link {
    Link { span: at("a.md"), kind: LinkKind::Text, written: text.to_owned(), text: text.to_owned(), target }
}

/// An image beside its page.
pub(super) fn image(alt: &str, path: &str) -> Link {
    let target = Target::Asset(file(path), String::new());
    Link { span: at("a.md"), kind: LinkKind::Image, written: path.to_owned(), text: alt.to_owned(), target }
}

/// A text.
pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A mail address.
pub(super) fn email(address: &str) -> Value {
    Value::Email(Email(address.to_owned()))
}

/// A French telephone.
pub(super) fn phone(national: &str) -> Value {
    let digits: String = national.chars().filter(char::is_ascii_digit).skip(1).collect();
    Value::Phone(Phone { e164: format!("+33{digits}"), national: national.to_owned() })
}

/// A reference.
pub(super) fn entry(kind: Kind, id: &str) -> Value {
    Value::Entry(EntryKey::new(kind, id))
}

/// A group of fields.
pub(super) fn group(fields: Vec<(&'static str, Value)>) -> Value {
    let span = at("registry/contacts.yaml");
    Value::Group(record(&span, fields))
}

/// Fields that all stand in one place.
fn record(span: &Span, fields: Vec<(&'static str, Value)>) -> Record {
    let field =
        |(name, value)| RecordField { name, is_private: false, value: Located::new(span.clone(), value) };
    Record { fields: fields.into_iter().map(field).collect(), ..Record::empty(span.clone()) }
}
