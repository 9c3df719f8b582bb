//! A tree of Markdown to a guide.
//!
//! 1. `readers` give the pages in their order; `languages` takes out those in other languages, `extras` adds those that no menu
//!    names.
//! 2. `drafts` reads each page: front matter (`front`), body, headings. In parallel. `titles` settles what menus show.
//! 3. Pages get their places (`placing`) and former addresses (`redirects`), and links are written anew. In parallel.
//! 4. `people` proposes contacts, whom `names` finds in the text.
mod drafts;
mod extras;
mod front;
mod languages;
mod names;
mod people;
mod placing;
mod redirects;
mod titles;

use super::body::squeezed;
use super::imported::{Imported, ImportedLinks, ImportedSettings, ImportedTerm};
use super::links::assets::Assets;
use super::links::rewrite::{self, LinkContext, LinkedPage};
use super::readers::{self, Detected};
use super::source::book::{AddressRule, Book};
use super::source::files::Origin;
use super::{ImportRequest, ensure_home, layout};
use crate::model::{ForeignTree, Language};
use drafts::PageDraft;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Reads the guide.
pub(super) fn read(tree: &ForeignTree, detected: &Detected, request: ImportRequest) -> Imported {
    let origin = Origin { tree, kind: detected.kind, folder: &detected.folder };
    let mut book = readers::read(origin);
    let others = languages::choose(tree, &mut book, request.language);
    let extra = extras::add(tree, &mut book);
    let mut drafts: Vec<PageDraft> = book
        .entries
        .par_iter()
        .map(|entry| drafts::read(tree, &book.program, entry, request.today))
        .collect();
    let settings = settings(tree, &book, &drafts, request);
    extras::name(&mut book, &mut drafts, extra, settings.language);
    titles::settle(&book, &mut drafts, &settings.title);
    let mut findings = std::mem::take(&mut book.findings);
    findings.extend(others);
    findings.extend(extras::left_out(tree, &book, &drafts));
    let mut pages: Vec<_> = placing::pages(&book, &drafts);
    let had_home = pages.iter().any(|page| page.is_home);
    ensure_home(&mut pages, &settings.title);
    if !had_home {
        drafts.insert(0, PageDraft::default());
    }
    layout::place(&mut pages, !book.is_by_name);
    let paths: Vec<String> = pages.iter().map(|page| page.path.clone()).collect();
    let mut map = placing::map(tree, &book, &drafts, &mut pages);
    findings.extend(redirects::add(tree, &book, &mut pages, &mut map));
    placing::drop_own_addresses(&mut pages);
    findings.extend(placing::lost_addresses(&pages));
    let context = LinkContext { tree, program: &book.program, map: &map, paths: &paths };
    let (written, assets) = links(&context, &drafts);
    let mut count = ImportedLinks::default();
    let mut linked = BTreeSet::new();
    for (number, links) in written.into_iter().enumerate() {
        let draft = &mut drafts[number];
        draft.edits.extend(links.edits);
        draft.findings.extend(links.findings);
        count.kept += links.count.kept;
        count.lost += links.count.lost;
        linked.extend(links.pages.into_iter().filter(|to| *to != number));
    }
    findings.extend(extras::show_linked(&mut pages, &drafts, &linked));
    let terms = terms(&book, &drafts);
    findings.extend(people::propose(&drafts));
    for (page, draft) in pages.iter_mut().zip(drafts) {
        findings.extend(draft.findings);
        page.body = squeezed(&draft.body.text.edited(draft.edits).text);
    }
    let files = assets.files();
    Imported { kind: detected.kind, seen: Vec::new(), settings, pages, files, terms, findings, links: count }
}

/// The links of all pages, and the files that they lead to.
fn links(context: &LinkContext<'_>, drafts: &[PageDraft]) -> (Vec<rewrite::WrittenLinks>, Assets) {
    let page = |(number, draft)| {
        let PageDraft { source, body, parts, .. }: &PageDraft = draft;
        LinkedPage { number, source, body, parts }
    };
    let files = drafts.par_iter().enumerate().map(|draft| rewrite::files(context, &page(draft)));
    let files: BTreeSet<String> = files.reduce(BTreeSet::new, |mut all, more| {
        all.extend(more);
        all
    });
    let pages: BTreeSet<String> = context.paths.iter().cloned().collect();
    let assets = Assets::name(context.program, &files, &pages);
    let written =
        drafts.par_iter().enumerate().map(|draft| rewrite::write(context, &page(draft), &assets)).collect();
    (written, assets)
}

fn settings(
    tree: &ForeignTree,
    book: &Book,
    drafts: &[PageDraft],
    request: ImportRequest,
) -> ImportedSettings {
    let home = book.entries.iter().zip(drafts).find(|(entry, _)| entry.is_home).map(|(_, draft)| draft);
    let of_home = home.and_then(|home| home.title.clone().or_else(|| home.front.title.clone()));
    let title = book.title.clone().or(of_home).filter(|title| !title.trim().is_empty());
    let language =
        request.language.or(book.language).or_else(|| language(drafts)).unwrap_or(request.fallback);
    let site = book.program.site.clone().filter(|_| book.program.addresses != AddressRule::None);
    ImportedSettings {
        title: title.unwrap_or_else(|| tree.name.clone()),
        language,
        description: book
            .description
            .as_deref()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
        base_url: site.filter(|site| site.starts_with("https://")),
    }
}

/// The language whose little words are more frequent in the first pages; none if there are few of them.
fn language(drafts: &[PageDraft]) -> Option<Language> {
    let (mut french, mut english) = (0_usize, 0_usize);
    for draft in drafts.iter().filter(|draft| !draft.source.is_empty()).take(200) {
        for word in draft.body.text.text.split(|letter: char| !letter.is_alphabetic()).take(2000) {
            match word {
                "le" | "la" | "les" | "des" | "est" | "une" | "pour" | "dans" | "vous" | "et" => french += 1,
                "the" | "is" | "are" | "of" | "and" | "to" | "for" | "you" | "with" | "this" => english += 1,
                _ => {}
            }
        }
    }
    match french.max(english) {
        0..=4 => None,
        _ if french > english => Some(Language::French),
        _ => Some(Language::English),
    }
}

/// The terms of the settings and of all pages, each once.
fn terms(book: &Book, drafts: &[PageDraft]) -> Vec<ImportedTerm> {
    let mut terms: BTreeMap<String, ImportedTerm> = BTreeMap::new();
    for term in book.terms.iter().chain(drafts.iter().flat_map(|draft| &draft.body.terms)) {
        terms.entry(term.name.to_lowercase()).or_insert_with(|| term.clone());
    }
    terms.into_values().collect()
}
