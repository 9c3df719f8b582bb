//! Keeps the addresses that pages had before files moved.
use super::changes::{EditList, Refusal};
use super::guide::{UnderstoodGuide, text};
use super::names::{self, Moves};
use super::scalar;
use crate::model::{Document, Page, PageUrl, Site, SourcePath};

/// Adds the former address of every page that has another one now, and removes a former address that is its own again.
/// `edits` are those of the move.
pub(super) fn keep(guide: UnderstoodGuide<'_>, moves: &Moves, edits: &mut EditList) -> Result<(), Refusal> {
    let moved = edits.changes(guide.sources, &moves.files, None).applied(guide.sources);
    let (site, _) = (guide.again)(&moved);
    for page in guide.site.pages.iter().filter(|page| page.written) {
        let to = moves.after(&page.source);
        let Some(now) = of(&site, to) else { return Err(Refusal::about("refactor-no-address", to.as_str())) };
        if *now == page.url {
            continue;
        }
        is_free(guide, page, now)?;
        if let Some(document) = guide.document(&page.source) {
            keep_one(guide, page, document, now, edits)?;
        }
    }
    Ok(())
}

/// Makes the address that a page has so far a former one.
fn keep_one(
    guide: UnderstoodGuide<'_>,
    page: &Page,
    document: &Document,
    now: &PageUrl,
    edits: &mut EditList,
) -> Result<(), Refusal> {
    let refused =
        || Refusal::about("refactor-no-alias", page.source.as_str()).arg("address", page.url.as_str());
    let text = text(guide.sources, &page.source).ok_or_else(refused)?;
    let aliases = &document.outline.aliases;
    let mut is_there = aliases.iter().any(|alias| alias == page.url.as_str());
    // A former address that the page has again makes room.
    for (_, written) in
        aliases.iter().zip(&document.front.aliases).filter(|(alias, _)| *alias == now.as_str())
    {
        if is_there {
            edits.replace(names::without_item(&text, &written.span), names::lone(&text, &written.span));
        } else {
            let raw = names::raw(&text, &written.span);
            edits.replace(written.span.clone(), scalar::like(raw, page.url.as_str()));
            is_there = true;
        }
    }
    if !is_there {
        edits.add(document.with_alias(&page.source, page.url.as_str()).ok_or_else(refused)?);
    }
    Ok(())
}

/// The address of a page that its own file makes.
fn of<'a>(site: &'a Site, file: &SourcePath) -> Option<&'a PageUrl> {
    site.page_of(file).filter(|page| page.source == *file).map(|page| &page.url)
}

/// Whether an address is no former one of another page.
fn is_free(guide: UnderstoodGuide<'_>, page: &Page, now: &PageUrl) -> Result<(), Refusal> {
    let others = guide.site.redirects.iter().filter(|redirect| redirect.from == *now);
    let other = others.map(|redirect| guide.site.page(redirect.to)).find(|other| other.source != page.source);
    match other {
        Some(other) => {
            Err(Refusal::about("refactor-former-address", now.as_str()).arg("page", other.source.as_str()))
        }
        None => Ok(()),
    }
}
