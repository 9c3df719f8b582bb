//! Small guides for the tests of this module.
use super::*;
use crate::model::{
    Date, Diagnostic, Document, Entry, EntryKey, Kind, Located, Outline, Record, RegistryFile, Source,
    SourcePath, Span, ThemeFile, split_order,
};
use crate::stamp::{Made, Stamp};
use std::sync::Arc;

/// Builds a guide from parts.
#[derive(Debug, Default)]
pub(super) struct TestGuide {
    pub(super) parsed: Parsed,
    pub(super) sources: Sources,
    pub(super) drafts: bool,
}

impl TestGuide {
    /// A page; its outline is made from its name as the parser does, then changed at will.
    pub(super) fn page(mut self, path: &str, change: impl FnOnce(&mut Document, &mut Outline)) -> Self {
        let path = SourcePath::new(format!("guide/{path}"));
        let stem = path.name().trim_end_matches(".md");
        let (order, rest) = split_order(stem);
        let slug = if stem == "index" { String::new() } else { rest.to_owned() };
        let mut outline = Outline { title: stem.to_owned(), order, slug, search: true, ..Outline::default() };
        let mut document = Document::default();
        change(&mut document, &mut outline);
        document.outline = Stamped::new(outline);
        let made = Made { from: Stamp::default(), value: Arc::new(Noted::clean(document)) };
        self.sources.insert(path.clone(), Source::new(&b"x"[..]));
        self.parsed.pages.insert(path, made);
        self
    }

    /// Pages without content, by their paths.
    pub(super) fn pages(self, paths: &[&str]) -> Self {
        paths.iter().fold(self, |guide, path| guide.page(path, |_, _| {}))
    }

    /// Files by their whole path.
    pub(super) fn files(mut self, paths: &[&str]) -> Self {
        for path in paths {
            self.sources.insert(SourcePath::new(*path), Source::new(path.as_bytes()));
        }
        self
    }

    /// Entries without fields.
    pub(super) fn entries(mut self, kind: Kind, ids: &[&str]) -> Self {
        let file = SourcePath::new(format!("guide/registry/{}.yaml", kind.file()));
        let span = Span::start_of(&file);
        let entry = |id: &&str| {
            let record = Record::empty(span.clone());
            Stamped::new(Entry { key: EntryKey::new(kind, *id), span: span.clone(), record })
        };
        let value = RegistryFile {
            kind,
            entries: ids.iter().map(entry).collect(),
            placeholders: Vec::new(),
            date_issues: Vec::new(),
        };
        let made = Made { from: Stamp::default(), value: Arc::new(Noted::clean(value)) };
        self.parsed.registry.insert(file, made);
        self
    }

    /// Settings other than the defaults.
    pub(super) fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut value = Settings::default();
        change(&mut value);
        let made = Made { from: Stamp::default(), value: Arc::new(Noted::clean(value)) };
        self.parsed.settings = Some(made);
        self
    }

    /// A theme of one file, with its parent.
    pub(super) fn theme(mut self, name: &str, parent: Option<&str>) -> Self {
        let path = SourcePath::new(format!("themes/{name}/theme.yaml"));
        let value =
            ThemeFile { parent: parent.map(|parent| Located::new(Span::start_of(&path), parent.to_owned())) };
        let made = Made { from: Stamp::default(), value: Arc::new(Noted::clean(value)) };
        self.parsed.themes.insert(path, made);
        let file = format!("themes/{name}/templates/{name}.html");
        self.files(&[&file])
    }

    /// The site on 23 November 2026.
    pub(super) fn site(&self) -> Noted<Site> {
        let today = Date::new(2026, 11, 23).expect("the calendar has this day");
        site(&self.parsed, &self.sources, Options { drafts: self.drafts, ..Options::on(today) })
    }

    /// The diagnostics, one a line, each with file and code.
    pub(super) fn diagnostics(&self) -> Vec<String> {
        self.site().diagnostics.iter().map(one_line).collect()
    }
}

/// A diagnostic in one line: file below the guide, code, values in their order.
pub(super) fn one_line(diagnostic: &Diagnostic) -> String {
    use crate::model::Arg;
    use std::fmt::Write as _;
    let mut line = format!("{} {}", diagnostic.span.file.in_guide().unwrap_or("?"), diagnostic.code.name);
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
