//! What can be written in the text of a page: ids behind the word of their kind, pages and files in links, anchors behind
//! `#`, codes in waivers.
use super::completion::{Cursor, Proposal, ProposalKind};
use super::hover;
use crate::model::{ALL_CODES, Anchor, Code, Kind, Severity, SourcePath, join_path};
use crate::text::percent;

/// The words before the colon of a reference that are no kind of entry.
const OTHER_SCHEMES: [&str; 2] = ["checklist", "due"];

/// What fits behind what stands before the cursor.
pub(super) fn proposals(cursor: &Cursor<'_>) -> Vec<Proposal> {
    let begun = |mark: &str| cursor.before.rfind(mark).map(|at| at + mark.len());
    if let Some(written) = begun("<!-- allow ").map(|at| &cursor.before[at..])
        && !written.contains([':', ' '])
    {
        return codes(cursor, written);
    }
    let link = begun("](").filter(|at| !cursor.before[*at..].contains([')', ' ']));
    let reference = begun("<").filter(|at| !cursor.before[*at..].contains(['>', ' ']));
    match (link, reference) {
        (Some(link), _) => in_link(cursor, &cursor.before[link..]),
        (None, Some(reference)) => in_reference(cursor, &cursor.before[reference..]),
        (None, None) => Vec::new(),
    }
}

/// Where the text before the cursor begins in the file.
fn start_of(cursor: &Cursor<'_>, written: &str) -> usize {
    cursor.at.saturating_sub(written.len())
}

fn codes(cursor: &Cursor<'_>, written: &str) -> Vec<Proposal> {
    let start = start_of(cursor, written);
    let proposal = |code: &Code| Proposal {
        text: code.name.to_owned(),
        detail: cursor
            .session
            .words
            .say(&format!("family-{}", code.family.name()), None, &[])
            .unwrap_or_default(),
        about: Some(hover::explanation(cursor.session, *code)),
        kind: ProposalKind::Word,
        start,
    };
    ALL_CODES.iter().filter(|code| code.severity == Severity::Warning).map(proposal).collect()
}

/// `<contact:pa`
fn in_reference(cursor: &Cursor<'_>, written: &str) -> Vec<Proposal> {
    // What the editor has closed already is not closed again.
    let is_closed = cursor.lines.bytes().get(cursor.at) == Some(&b'>');
    let behind = if is_closed { "" } else { ">" };
    let Some((scheme, id)) = written.split_once(':') else {
        let schemes = Kind::ALL.map(Kind::scheme).into_iter().chain(OTHER_SCHEMES);
        let start = start_of(cursor, written);
        let proposal = |scheme: &str| Proposal {
            text: format!("{scheme}:"),
            detail: String::new(),
            about: None,
            kind: ProposalKind::Word,
            start,
        };
        return schemes.map(proposal).collect();
    };
    let kind = if scheme == "checklist" { Some(Kind::Role) } else { Kind::of_scheme(scheme) };
    kind.map(|kind| cursor.entries(kind, start_of(cursor, id), behind)).unwrap_or_default()
}

/// `](../a.md#b`
fn in_link(cursor: &Cursor<'_>, written: &str) -> Vec<Proposal> {
    if let Some((path, anchor)) = written.split_once('#') {
        return anchors(cursor, path, start_of(cursor, anchor));
    }
    if let Some((scheme, id)) = written.split_once(':') {
        let kind = Kind::of_scheme(scheme);
        return kind.map(|kind| cursor.entries(kind, start_of(cursor, id), "")).unwrap_or_default();
    }
    let start = start_of(cursor, written);
    let mut found = cursor.pages(start);
    found.extend(cursor.site.assets.keys().map(|path| Proposal {
        text: percent::encode_blanks(&path.relative_to(cursor.path.folder())).into_owned(),
        detail: String::new(),
        about: None,
        kind: ProposalKind::File,
        start,
    }));
    found
}

fn anchors(cursor: &Cursor<'_>, path: &str, start: usize) -> Vec<Proposal> {
    let target = if path.is_empty() {
        Some(cursor.path.clone())
    } else {
        percent::decode(path).and_then(|path| join_path(cursor.path.folder(), &path)).map(SourcePath::new)
    };
    let document = target.as_ref().and_then(|path| cursor.guide.document(cursor.guide.page_path(path)));
    let Some(outline) = document.map(|document| &document.outline) else { return Vec::new() };
    let headings = outline.headings.iter().map(|heading| (&heading.anchor, heading.text.as_str()));
    let others = outline.anchors.iter().chain(&outline.html_places).map(|anchor| (anchor, ""));
    let proposal = |(anchor, detail): (&Anchor, &str)| Proposal {
        text: anchor.to_string(),
        detail: detail.to_owned(),
        about: None,
        kind: ProposalKind::Reference,
        start,
    };
    headings.chain(others).map(proposal).collect()
}
