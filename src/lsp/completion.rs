//! What can be written at a place: `complete_text` knows it for the text of a page, `complete_yaml` for front matter, registry
//! and settings.
use super::guide::GuideState;
use super::hover;
use super::session::Session;
use super::text::{Position, TextEdit, TextLines};
use super::{complete_text, complete_yaml};
use crate::model::{Document, Entry, Kept, Kind, Site, SourcePath};
use crate::stamp::Stamped;
use crate::text::percent;
use serde_json::{Value, json};

/// Kinds of proposals, as the protocol numbers them.
#[derive(Clone, Copy, Debug)]
pub(super) enum ProposalKind {
    Property = 10,
    Word = 12,
    File = 17,
    Reference = 18,
}

/// Something that can be written in place of what stands before the cursor.
#[derive(Debug)]
pub(super) struct Proposal {
    /// What is written.
    pub(super) text: String,
    /// What it is, on the same line.
    pub(super) detail: String,
    /// More about it, in Markdown.
    pub(super) about: Option<String>,
    pub(super) kind: ProposalKind,
    /// The first byte that it replaces.
    pub(super) start: usize,
}

/// What is proposed from, at one place.
pub(super) struct Cursor<'a> {
    pub(super) session: &'a Session,
    pub(super) guide: &'a GuideState,
    pub(super) site: &'a Site,
    pub(super) path: &'a SourcePath,
    pub(super) lines: &'a TextLines<'a>,
    /// The line of the cursor.
    pub(super) line: u32,
    /// What stands on it before the cursor.
    pub(super) before: &'a str,
    /// The byte of the cursor.
    pub(super) at: usize,
}

/// What can be written at a byte of a file.
pub(super) fn complete(session: &Session, guide: &GuideState, path: &SourcePath, at: usize) -> Value {
    let (Some(lines), Some(site)) = (guide.lines(path, session.workspace.encoding), guide.site()) else {
        return Value::Null;
    };
    let line = lines.position(at).line;
    let start = lines.offset(Position { line, character: 0 });
    let before = String::from_utf8_lossy(&lines.bytes()[start..at]);
    let cursor = Cursor { session, guide, site, path, lines: &lines, line, before: &before, at };
    let found = match complete_yaml::region(path, &lines, line) {
        Some(region) => complete_yaml::proposals(&cursor, &region),
        None if path.is_page() => complete_text::proposals(&cursor),
        None => Vec::new(),
    };
    json!({"isIncomplete": false, "items": found.iter().map(|found| item(found, &lines, at)).collect::<Vec<_>>()})
}

fn item(proposal: &Proposal, lines: &TextLines<'_>, at: usize) -> Value {
    let edit = TextEdit { range: lines.range_of(proposal.start, at), new_text: proposal.text.clone() };
    let mut item = json!({
        "label": proposal.text.trim_end_matches(['>', ':', ' ']),
        "detail": proposal.detail,
        "kind": proposal.kind as u8,
        "textEdit": edit,
    });
    if let Some(about) = &proposal.about {
        item["documentation"] = json!({"kind": "markdown", "value": about});
    }
    item
}

impl Cursor<'_> {
    /// The entries of a kind, to be written from a byte on, each with something behind its id.
    pub(super) fn entries(&self, kind: Kind, start: usize, behind: &str) -> Vec<Proposal> {
        let entries = self.site.entries_of(kind);
        let proposal = |entry: &Stamped<Entry>| Proposal {
            text: format!("{}{behind}", entry.key.id),
            detail: entry.name().to_owned(),
            about: hover::card(self.session, self.guide, &entry.key),
            kind: ProposalKind::Reference,
            start,
        };
        entries.map(proposal).collect()
    }

    /// The other pages by their paths from this one.
    pub(super) fn pages(&self, start: usize) -> Vec<Proposal> {
        let others = self.guide.parsed().pages.iter().filter(|(path, _)| *path != self.path);
        let proposal = |(path, kept): (&SourcePath, &Kept<Document>)| Proposal {
            text: percent::encode_blanks(&path.relative_to(self.path.folder())).into_owned(),
            detail: kept.value.value.outline.title.clone(),
            about: hover::page(self.guide, path, None),
            kind: ProposalKind::File,
            start,
        };
        others.map(proposal).collect()
    }
}
