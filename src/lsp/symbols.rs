//! What a file holds, and what a guide holds: headings, pages, entries.
use super::guide::GuideState;
use super::places;
use super::text::TextLines;
use super::workspace::Workspace;
use crate::model::{SourcePath, Span};
use serde_json::{Value, json};

/// Kinds of symbols, as the protocol numbers them.
const FILE: u8 = 1;
const TEXT: u8 = 15;
const OBJECT: u8 = 19;

/// How many symbols of a guide are shown at most.
const MOST: usize = 500;

/// A heading or an entry of a file, with all that belongs to it.
struct FilePart {
    name: String,
    detail: String,
    level: u8,
    kind: u8,
    /// Its name in the file.
    place: Span,
    /// One past its last byte.
    end: usize,
}

/// The headings of a page, each with those below it; the entries of a file of the registry.
pub(super) fn of_file(guide: &GuideState, path: &SourcePath, lines: &TextLines<'_>) -> Value {
    let mut parts = parts(guide, path, lines).into_iter().peekable();
    Value::Array(tree(&mut parts, 0, lines))
}

fn tree(
    parts: &mut std::iter::Peekable<impl Iterator<Item = FilePart>>,
    level: u8,
    lines: &TextLines<'_>,
) -> Vec<Value> {
    let mut found = Vec::new();
    while let Some(part) = parts.next_if(|part| part.level > level) {
        let children = tree(parts, part.level, lines);
        found.push(json!({
            "name": part.name,
            "detail": part.detail,
            "kind": part.kind,
            "range": lines.range_of(part.place.start as usize, part.end),
            "selectionRange": lines.range(&part.place),
            "children": children,
        }));
    }
    found
}

fn parts(guide: &GuideState, path: &SourcePath, lines: &TextLines<'_>) -> Vec<FilePart> {
    let mut parts = Vec::new();
    if let Some(document) = guide.document(path) {
        for heading in &document.content.headings {
            let name = heading.value.text.trim();
            let name = if name.is_empty() { "#" } else { name }.to_owned();
            let (detail, place) = (String::new(), heading.span.clone());
            parts.push(FilePart { name, detail, level: heading.value.level, kind: TEXT, place, end: 0 });
        }
    }
    if let Some(file) = guide.parsed().registry.get(path) {
        for entry in &file.value.value.entries {
            let (name, detail) = (entry.key.id.to_string(), entry.name().to_owned());
            parts.push(FilePart { name, detail, level: 1, kind: OBJECT, place: entry.span.clone(), end: 0 });
        }
    }
    // A part ends where the next of its level begins.
    for at in 0..parts.len() {
        let next = parts[at + 1..].iter().find(|next| next.level <= parts[at].level);
        let end = next.map_or(lines.bytes().len(), |next| next.place.start as usize);
        let text = &lines.bytes()[..end.min(lines.bytes().len())];
        parts[at].end = text.trim_ascii_end().len().max(parts[at].place.end as usize);
    }
    parts
}

/// Where the parts of a file begin and end, for folding.
pub(super) fn sections(guide: &GuideState, path: &SourcePath, lines: &TextLines<'_>) -> Vec<(usize, usize)> {
    parts(guide, path, lines).into_iter().map(|part| (part.place.start as usize, part.end)).collect()
}

/// Pages, headings and entries whose name holds the letters of a query in their order.
pub(super) fn of_guides(workspace: &Workspace, query: &str) -> Value {
    let mut found = Vec::new();
    for guide in workspace.guides.values() {
        for (path, kept) in &guide.parsed().pages {
            let document = &kept.value.value;
            let title = &document.outline.title;
            let mut add = |name: &str, kind: u8, span: Span, container: &str| {
                if !name.is_empty() && is_match(name, query) && found.len() < MOST {
                    found.extend(symbol(workspace, guide, (name, kind, container), &span));
                }
            };
            add(title, FILE, document.title_place(path), path.folder());
            for heading in document.content.headings.iter().filter(|heading| heading.value.level > 1) {
                add(&heading.value.text, TEXT, heading.span.clone(), title);
            }
        }
        for entry in guide.site().iter().flat_map(|site| site.entries.values()) {
            let is_wanted = is_match(entry.name(), query) || is_match(&entry.key.to_string(), query);
            if is_wanted && found.len() < MOST {
                let key = entry.key.to_string();
                found.extend(symbol(workspace, guide, (entry.name(), OBJECT, &key), &entry.span));
            }
        }
    }
    Value::Array(found)
}

fn symbol(
    workspace: &Workspace,
    guide: &GuideState,
    (name, kind, container): (&str, u8, &str),
    span: &Span,
) -> Option<Value> {
    let location = places::location(workspace, guide, span)?;
    Some(json!({"name": name, "kind": kind, "containerName": container, "location": location}))
}

/// Whether a name holds all letters of a query, in their order.
fn is_match(name: &str, query: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    query.chars().flat_map(char::to_lowercase).all(|wanted| letters.any(|letter| letter == wanted))
}

#[cfg(test)]
mod tests {
    use super::is_match;

    #[test]
    fn letters_are_found_in_their_order() {
        assert!(is_match("Le premier jour", "PREJOUR") && is_match("a", ""));
        assert!(!is_match("Le premier jour", "jourpre") && !is_match("", "a"));
    }
}
