//! A tree of files of another program to a guide, and a report of what became of it. Pure: `load` has read the tree, `write`
//! puts the guide in place.
//!
//! 1. `readers` find out which program the files were written for, and read its settings and the order of its pages. `source`
//!    is what they share.
//! 2. `tree` makes a guide of these pages, in the types of `imported`: `body` rewrites their Markdown, `links` their links.
//!    `word` reads documents of word processors; `rich` writes text with marks, lists and tables as Markdown.
//! 3. `layout` gives pages their files, and writes those of the guide; `quoting` quotes its texts.
//! 4. `report` tells what was found, kept, changed and left out.
mod body;
pub(crate) mod imported;
pub(crate) mod layout;
mod links;
mod quoting;
mod readers;
pub(crate) mod report;
mod rich;
mod source;
mod tree;
mod word;

use crate::failure::Failure;
use crate::model::{Date, ForeignKind, ForeignTree, Language};
use imported::{Imported, ImportedFront, ImportedPage};
use readers::Detected;

/// What the user asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ImportRequest {
    /// The program; none to find out.
    pub from: Option<ForeignKind>,
    /// The language of the guide; none to find out.
    pub language: Option<Language>,
    /// The language of a guide that tells nothing.
    pub fallback: Language,
    /// Down to which level headings of a document become pages of their own.
    pub split: u8,
    /// Pages whose day of publication is after it are drafts.
    pub today: Date,
}

/// Reads a tree; its pages are laid out already.
pub(crate) fn import(tree: &ForeignTree, request: ImportRequest) -> Result<Imported, Failure> {
    let mut detected = readers::detect(tree, request.from);
    if let Some((name, kind)) = word::recognise(tree) {
        detected = Detected { kind: request.from.unwrap_or(kind), seen: vec![name], ..detected };
    }
    let mut imported = match detected.kind {
        ForeignKind::Docx | ForeignKind::Odt => word::read(tree, request)?,
        _ => tree::read(tree, &detected, request),
    };
    if imported.pages.iter().all(|page| page.source.is_empty() && page.body.trim().is_empty()) {
        return Err(Failure::plain("failure-import-no-page", tree.name.as_str()));
    }
    imported.seen = detected.seen;
    imported.findings.extend(tree.findings.iter().cloned());
    imported.findings.sort();
    imported.findings.dedup();
    Ok(imported)
}

/// HTML that somebody pastes into a page, as Markdown.
pub(crate) fn pasted(html: &str, language: Language) -> String {
    word::pasted(html, language)
}

/// Adds a home page if there is none. To be done before pages are laid out.
pub(crate) fn ensure_home(pages: &mut Vec<ImportedPage>, title: &str) {
    if pages.iter().any(|page| page.is_home) {
        return;
    }
    let front = ImportedFront { title: Some(title.to_owned()), ..ImportedFront::default() };
    pages.insert(0, ImportedPage { is_home: true, front, ..ImportedPage::default() });
}
