//! Reads a page: front matter, body, headings.
use super::front;
use crate::import::body::{self, BodyContext, ConvertedBody, Edit};
use crate::import::imported::ImportedFront;
use crate::import::links::addresses;
use crate::import::links::headings::{self, KnownTitles, is_same_title};
use crate::import::links::map::Places;
use crate::import::readers::title_of;
use crate::import::source::book::{BookEntry, Program};
use crate::import::source::files::decode;
use crate::import::source::front::split;
use crate::import::source::markdown::{self, MarkdownParts};
use crate::import::source::paths::{self, folder, is_index};
use crate::model::{Date, FindingKind, ForeignTree, ImportFinding};

/// A page before its links are written.
#[derive(Debug, Default)]
pub(super) struct PageDraft {
    /// Its file; empty for a part that only has a name.
    pub(super) source: String,
    pub(super) front: ImportedFront,
    /// The heading that is its title.
    pub(super) title: Option<String>,
    pub(super) body: ConvertedBody,
    pub(super) parts: MarkdownParts,
    pub(super) places: Places,
    /// The addresses that it had; the one that readers saw comes first.
    pub(super) addresses: Vec<String>,
    /// The former addresses that it names.
    pub(super) aliases: Vec<String>,
    /// The name by which pages of `DocFX` link to it.
    pub(super) uid: Option<String>,
    pub(super) edits: Vec<Edit>,
    pub(super) findings: Vec<ImportFinding>,
}

/// Reads the page of an entry.
pub(super) fn read(tree: &ForeignTree, program: &Program, entry: &BookEntry, today: Date) -> PageDraft {
    let part =
        ImportedFront { title: entry.title.clone(), draft: entry.is_withheld, ..ImportedFront::default() };
    let nothing = || PageDraft { front: part.clone(), ..PageDraft::default() };
    let Some(source) = &entry.source else { return nothing() };
    let Some(bytes) = tree.bytes(source) else { return nothing() };
    let mut findings = Vec::new();
    let (text, is_utf8) = decode(bytes);
    if !is_utf8 {
        findings.push(ImportFinding::new(FindingKind::Changed, "encoding", source.as_str(), 1));
    }
    let page = split(&text);
    if let Some(mistake) = &page.mistake {
        let found = ImportFinding::new(FindingKind::Wrong, "front", source.as_str(), mistake.line);
        findings.push(found.arg("why", mistake.why.as_str()));
    }
    let body = body::convert(BodyContext { tree, program, path: source }, page.body, page.line);
    let parts = markdown::parts(&body.text.text);
    let menu = entry.title.as_deref().map(body::without_tags);
    let known = KnownTitles { front: page.front.get("title").text(), menu: menu.as_deref() };
    let headings = headings::read(&body.text.text, &parts, program.slugs, known);
    if headings.demoted > 0 {
        let found = ImportFinding::new(FindingKind::Changed, "titles", source.as_str(), 0);
        findings.push(found.arg("count", headings.demoted));
    }
    if headings.footnotes > 0 {
        findings.push(ImportFinding::new(FindingKind::Changed, "title-note", source.as_str(), 0));
    }
    let addresses = addresses::former(program, source, &page.front);
    let aliases = addresses::named(&page.front, addresses.first());
    let mut front = front::read(source, &page.front, today, &mut findings);
    front.draft |= entry.is_withheld;
    name(&mut front, headings.title.as_deref(), entry, source);
    findings.extend(body.findings.iter().cloned());
    PageDraft {
        source: source.clone(),
        front,
        title: headings.title,
        body,
        parts,
        places: headings.places,
        addresses,
        aliases,
        uid: page.front.get("uid").owned(),
        edits: headings.edits,
        findings,
    }
}

/// The title in front matter, where the text has none; the title of the menu, where it is another one. A home page without any
/// has that of the site, which is not known here.
fn name(front: &mut ImportedFront, heading: Option<&str>, entry: &BookEntry, source: &str) {
    let heading = heading.filter(|heading| !heading.is_empty());
    if let (Some(title), Some(heading)) = (front.title.as_deref(), heading)
        && is_same_title(title, heading)
    {
        front.title = None;
    }
    if heading.is_none() && front.title.is_none() {
        let own = folder(source);
        let named = match is_index(source) {
            true if own.is_empty() || entry.is_home => None,
            true => Some(title_of(paths::name(own))),
            false => Some(paths::stem(source).replace(['-', '_'], " ")),
        };
        front.title = entry.title.clone().or(named);
    }
    let shown = front.title.as_deref().or(heading);
    let menu = entry.title.as_deref().map(body::without_tags).filter(|title| !title.is_empty());
    if front.nav_title.is_none() {
        front.nav_title = menu;
    }
    if front.nav_title.as_deref() == shown || front.nav_title.as_deref() == heading {
        front.nav_title = None;
    }
}
