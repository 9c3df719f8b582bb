//! Where pages, files and entries are named outside of the text of pages: front matter, settings, search tests, the registry.
use super::changes::EditList;
use super::destination::{DestinationForm, DestinationParts, NewParts, relative, rewritten};
use super::guide::{UnderstoodGuide, text};
use super::scalar;
use crate::model::{Located, SourcePath, Span, Target};
use crate::parse::link_target;
use std::collections::BTreeMap;

/// What moves.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves {
    /// The files, each with where it goes.
    pub(super) files: BTreeMap<SourcePath, SourcePath>,
    /// The folder, with where it goes, if a whole one moves.
    pub(super) folder: Option<(String, String)>,
}

impl Moves {
    /// Where a file is afterwards.
    pub(super) fn after<'a>(&'a self, file: &'a SourcePath) -> &'a SourcePath {
        self.files.get(file).unwrap_or(file)
    }
}

/// Follows the moves of files in front matter, settings and search tests.
pub(super) fn follow(guide: UnderstoodGuide<'_>, moves: &Moves, edits: &mut EditList) {
    for (path, document, text) in guide.pages() {
        for step in &document.front.steps {
            follow_step(guide, moves, path, step, &text, edits);
        }
        let folder = path.folder();
        for listed in &document.front.pages {
            follow_listed(guide, moves, folder, listed, &text, edits);
        }
    }
    let settings = &guide.site.settings;
    for (written, file) in
        [(&settings.logo, settings.logo_file()), (&settings.thesaurus, settings.thesaurus_file())]
    {
        if let (Some(written), Some(to)) = (written, file.and_then(|file| moves.files.get(&file))) {
            below_guide(guide, written, to, "", edits);
        }
    }
    for expected in tests(guide) {
        let DestinationParts { path, .. } = DestinationParts::of(&expected.value);
        let file = SourcePath::new(format!("guide/{}", path.trim_start_matches("guide/")));
        if let Some(to) = moves.files.get(guide.site.on_disk(&file)) {
            below_guide(guide, expected, to, &expected.value[path.len()..], edits);
        }
    }
}

/// What the search tests expect: pages and entries.
pub(super) fn tests(guide: UnderstoodGuide<'_>) -> impl Iterator<Item = &Located<String>> {
    let tests = guide.parsed.search_tests.iter().flat_map(|kept| &kept.value.value);
    tests.flat_map(|test| &test.expected)
}

/// A page that a journey names, relative to the page that it begins on.
fn follow_step(
    guide: UnderstoodGuide<'_>,
    moves: &Moves,
    page: &SourcePath,
    step: &Located<String>,
    text: &str,
    edits: &mut EditList,
) {
    let Some(Target::Page(named, _)) = link_target(page, &step.value) else { return };
    let to = moves.files.get(guide.site.on_disk(&named)).unwrap_or(&named);
    let page = moves.after(page);
    let is_right = matches!(link_target(page, &step.value), Some(Target::Page(path, _)) if path == *to);
    let written = DestinationParts::of(step.value.trim()).path;
    if !is_right && !written.is_empty() {
        let path = relative(to, page.folder(), written);
        let new = NewParts { path: Some(&path), anchor: None };
        let value = rewritten(raw(text, &step.span), step.value.trim(), DestinationForm::Value, new);
        edits.replace(step.span.clone(), value);
    }
}

/// A file or folder in the list of its section. What leaves the section leaves the list.
fn follow_listed(
    guide: UnderstoodGuide<'_>,
    moves: &Moves,
    folder: &str,
    listed: &Located<String>,
    text: &str,
    edits: &mut EditList,
) {
    let written = listed.value.trim();
    let bare = written.strip_prefix("./").unwrap_or(written);
    let before = format!("{folder}/{bare}");
    let after = match before.strip_suffix('/') {
        Some(below) => match &moves.folder {
            Some((from, to)) if from == below => Some(format!("{to}/")),
            _ if is_left_empty(guide, moves, &before) => None,
            _ => return,
        },
        None => match moves.files.get(guide.site.on_disk(&SourcePath::new(before.as_str()))) {
            Some(to) => Some(to.to_string()),
            None => return,
        },
    };
    let index = SourcePath::new(format!("{folder}/index.md"));
    let section = moves.after(&index).folder();
    let name = after.as_deref().and_then(|after| after.strip_prefix(section)?.strip_prefix('/'));
    match name.filter(|name| !name.trim_end_matches('/').contains('/')) {
        Some(name) => {
            let prefix = &written[..written.len() - bare.len()];
            let value = scalar::like(raw(text, &listed.span), &format!("{prefix}{name}"));
            edits.replace(listed.span.clone(), value);
        }
        None => edits.replace(without_item(text, &listed.span), lone(text, &listed.span)),
    }
}

/// Whether a folder that holds pages, written with a slash at its end, has none afterwards.
fn is_left_empty(guide: UnderstoodGuide<'_>, moves: &Moves, folder: &str) -> bool {
    let is_inside = |path: &SourcePath| path.as_str().starts_with(folder);
    let has_now = guide.parsed.pages.keys().any(is_inside);
    has_now && !guide.parsed.pages.keys().any(|path| is_inside(moves.after(path)))
}

/// The range to remove with an item of a list: its line, or its comma.
pub(super) fn without_item(text: &str, item: &Span) -> Span {
    let (start, end) = (item.start as usize, item.end as usize);
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let range = |start: usize, end: usize| Span::new(&item.file, start, end);
    if text[line..start].trim() == "-" {
        let next = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        return range(line, next);
    }
    let rest = &text[end..];
    let after = rest.trim_start();
    if let Some(after) = after.strip_prefix(',') {
        return range(start, text.len() - after.trim_start_matches(' ').len());
    }
    match text[..start].trim_end().strip_suffix(',') {
        Some(before) => range(before.len(), end),
        None => range(start, end),
    }
}

/// What is left of a list that was one value without brackets.
pub(super) fn lone(text: &str, item: &Span) -> String {
    let before = text[..item.start as usize].trim_end_matches([' ', '\t']);
    if before.ends_with(':') { "[]".to_owned() } else { String::new() }
}

/// A path below `guide/`, with what stands behind it.
fn below_guide(
    guide: UnderstoodGuide<'_>,
    written: &Located<String>,
    to: &SourcePath,
    after: &str,
    edits: &mut EditList,
) {
    let Some(text) = text(guide.sources, &written.span.file) else { return };
    let inside = to.in_guide().unwrap_or(to.as_str());
    let prefix = if written.value.trim().starts_with("guide/") { "guide/" } else { "" };
    let value = scalar::like(raw(&text, &written.span), &format!("{prefix}{inside}{after}"));
    edits.replace(written.span.clone(), value);
}

/// The text of a span.
pub(super) fn raw<'a>(text: &'a str, span: &Span) -> &'a str {
    text.get(span.start as usize..span.end as usize).unwrap_or_default()
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[test]
    fn an_item_leaves_its_list() {
        let without = |text: &str, item: &str| {
            let start = text.find(item).expect("the text holds the item");
            let span = Span::new(&SourcePath::new("guide/a.md"), start, start + item.len());
            let range = without_item(text, &span);
            let mut after = text.to_owned();
            after.replace_range(range.start as usize..range.end as usize, &lone(text, &span));
            after
        };
        assert_eq!(without("pages: [a.md, b.md, c/]\n", "a.md"), "pages: [b.md, c/]\n");
        assert_eq!(without("pages: [a.md, b.md, c/]\n", "c/"), "pages: [a.md, b.md]\n");
        assert_eq!(without("pages: [a.md]\n", "a.md"), "pages: []\n");
        assert_eq!(without("pages: a.md # x\n", "a.md"), "pages: [] # x\n");
        assert_eq!(without("pages:\r\n  - 'a.md' # x\r\n  - b.md\r\n", "'a.md'"), "pages:\r\n  - b.md\r\n");
    }
}
