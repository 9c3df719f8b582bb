//! Keys and values of front matter, of the registry and of the settings, from the tables of fields.
use super::completion::{Cursor, Proposal, ProposalKind};
use super::text::TextLines;
use crate::model::{ALL_CODES, Kind, SourcePath};
use crate::parse::keys::{KeyFacts, KeyValue, keys};

/// Lines of YAML in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct YamlRegion {
    /// The name of its schema.
    what: &'static str,
    /// Its first line.
    first: u32,
    /// How many keys stand around those of the schema: one, the id, in the registry.
    depth: usize,
}

/// The YAML that a line belongs to.
pub(super) fn region(path: &SourcePath, lines: &TextLines<'_>, line: u32) -> Option<YamlRegion> {
    if let Some(kind) = Kind::of_source(path) {
        return Some(YamlRegion { what: kind.file(), first: 0, depth: 1 });
    }
    if path.as_str() == "guide/jalon.yaml" {
        return Some(YamlRegion { what: "settings", first: 0, depth: 0 });
    }
    let is_mark = |number: u32| lines.line(number).trim_end() == "---";
    let is_front = path.is_page() && line > 0 && is_mark(0) && !(1..line).any(is_mark) && !is_mark(line);
    is_front.then_some(YamlRegion { what: "page", first: 1, depth: 0 })
}

/// A line as YAML: where its content begins, behind blanks and the marks of a list.
struct YamlLine<'a> {
    indent: usize,
    is_item: bool,
    content: &'a str,
}

impl<'a> YamlLine<'a> {
    fn read(line: &'a str) -> Self {
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        match content.strip_prefix("- ") {
            Some(inside) => Self { indent: indent + 2, is_item: true, content: inside.trim_start() },
            None => Self { indent, is_item: false, content },
        }
    }

    /// Its key, if it has one.
    fn key(&self) -> Option<&'a str> {
        let (key, rest) = self.content.split_once(':')?;
        let is_key = !key.is_empty() && !key.starts_with(['#', '"', '\'']) && !key.contains(' ');
        (is_key && (rest.is_empty() || rest.starts_with([' ', '\r']))).then_some(key)
    }
}

/// What fits at the cursor.
pub(super) fn proposals(cursor: &Cursor<'_>, region: &YamlRegion) -> Vec<Proposal> {
    let line = YamlLine::read(cursor.before);
    let parents = parents(cursor, region, &line);
    let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
    let Some(path) = parents.get(region.depth..) else { return Vec::new() };
    let is_levels = region.what == "settings" && path == ["check", "levels"];
    let language = cursor.session.words.language();
    if let Some(key) = line.key() {
        let written = line.content[key.len() + 1..].trim_start();
        if is_levels {
            return words(cursor, &["off", "warning", "error"], written);
        }
        let all = keys(region.what, path, language).unwrap_or_default();
        let facts = all.iter().find(|facts| facts.name == key);
        return facts.map(|facts| values(cursor, region, facts, written)).unwrap_or_default();
    }
    if line.content.contains([':', '"', '#', '[']) {
        return Vec::new();
    }
    if line.is_item
        && let [around @ .., key] = path
    {
        let all = keys(region.what, around, language).unwrap_or_default();
        let facts = all.iter().find(|facts| facts.name == *key);
        let found = facts.map(|facts| values(cursor, region, facts, line.content)).unwrap_or_default();
        if !found.is_empty() {
            return found;
        }
    }
    if is_levels {
        return ALL_CODES.iter().map(|code| key_proposal(cursor, code.name, "", line.content)).collect();
    }
    let present = siblings(cursor, region, &line);
    let all = keys(region.what, path, language).unwrap_or_default();
    let missing = all.iter().filter(|facts| !present.iter().any(|key| key == facts.name));
    missing.map(|facts| key_proposal(cursor, facts.name, facts.about, line.content)).collect()
}

fn key_proposal(cursor: &Cursor<'_>, name: &str, detail: &str, written: &str) -> Proposal {
    Proposal {
        text: format!("{name}: "),
        detail: detail.to_owned(),
        about: None,
        kind: ProposalKind::Property,
        start: cursor.at.saturating_sub(written.len()),
    }
}

/// The values of a key, for the last one of a list in brackets too.
fn values(cursor: &Cursor<'_>, region: &YamlRegion, facts: &KeyFacts, written: &str) -> Vec<Proposal> {
    let last = written.rsplit(['[', ',']).next().unwrap_or_default().trim_start();
    let start = cursor.at.saturating_sub(last.len());
    match facts.takes {
        KeyValue::OneOf(all) => words(cursor, all, last),
        KeyValue::Flag => words(cursor, &["true", "false"], last),
        KeyValue::Entry(kind) => cursor.entries(kind, start, ""),
        KeyValue::Date => words(cursor, &[&cursor.site.options.today.to_string()], last),
        KeyValue::Other if region.what == "page" && facts.name == "steps" => cursor.pages(start),
        KeyValue::Map | KeyValue::Other => Vec::new(),
    }
}

fn words(cursor: &Cursor<'_>, all: &[&str], written: &str) -> Vec<Proposal> {
    let start = cursor.at.saturating_sub(written.len());
    let proposal = |word: &&str| Proposal {
        text: (*word).to_owned(),
        detail: String::new(),
        about: None,
        kind: ProposalKind::Word,
        start,
    };
    all.iter().map(proposal).collect()
}

/// The keys that the line stands below, the outermost first.
fn parents(cursor: &Cursor<'_>, region: &YamlRegion, line: &YamlLine<'_>) -> Vec<String> {
    let mut parents = Vec::new();
    // A list may stand as far left as its key.
    let mut indent = if line.is_item { line.indent - 1 } else { line.indent };
    for number in (region.first..cursor.line).rev() {
        let text = cursor.lines.line(number);
        let above = YamlLine::read(&text);
        if let Some(key) = above.key().filter(|_| above.indent < indent) {
            indent = above.indent;
            parents.insert(0, key.to_owned());
        }
    }
    parents
}

/// The keys of the map that the line is part of.
fn siblings(cursor: &Cursor<'_>, region: &YamlRegion, line: &YamlLine<'_>) -> Vec<String> {
    let read = |number: u32| -> Option<Option<String>> {
        let text = cursor.lines.line(number);
        let other = YamlLine::read(&text);
        if text.trim().is_empty() || other.indent > line.indent {
            return Some(None);
        }
        let is_outside = other.indent < line.indent || text.trim_end() == "---";
        (!is_outside).then(|| other.key().map(str::to_owned))
    };
    let above = (region.first..cursor.line).rev().map_while(read).flatten();
    let below = (cursor.line + 1..cursor.lines.count()).map_while(read).flatten();
    above.chain(below).collect()
}
