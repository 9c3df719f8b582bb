//! The site of the build before with other outlines, entries, settings or another theme, where nothing else of it can
//! differ.
use super::{FileStamps, heading, registry, theme, uses};
use crate::model::{Entries, Kind, Outline, PageId, Parsed, Settings, Site, SourcePath, Sources};
use crate::stamp::Stamped;
use std::sync::Arc;

/// What the site of the build before was made from.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The site; nothing was reported about it.
    pub site: &'a Site,
    /// Every file as understood.
    pub parsed: &'a Parsed,
    /// The files that are no pages.
    pub stamps: FileStamps,
}

/// The site with the files that changed since; `changed` are those of pages. None where a page has another place in the guide
/// now or is not published, where an entry was added or removed, and where there is something to report.
pub fn patched(
    before: Before<'_>,
    parsed: &Parsed,
    stamps: FileStamps,
    changed: &[SourcePath],
    sources: &Sources,
) -> Option<Site> {
    let old = before.site;
    if stamps.rest != before.stamps.rest {
        return None;
    }
    let mut site = old.clone();
    let mut diagnostics = Vec::new();
    if stamps.settings != before.stamps.settings {
        site.settings = Stamped::new(parsed.settings.as_ref()?.value.value.clone());
        if !assembles_the_same(old, &site.settings) {
            return None;
        }
    }
    if stamps.registry != before.stamps.registry {
        site.entries = Arc::new(registry::entries(parsed, sources, &site.settings, &mut diagnostics));
        // Titles of withdrawn pages may name entries.
        if !site.withdrawn.is_empty() || !have_the_same_pages(&old.entries, &site.entries) {
            return None;
        }
    }
    if stamps.theme != before.stamps.theme {
        site.theme = theme::layers(parsed, sources, &site.settings, &mut diagnostics);
    }
    let outlines = outlines(before, parsed, changed, &site)?;
    put_outlines(&mut site, &outlines, sources);
    diagnostics.is_empty().then_some(site)
}

/// Whether settings leave pages, addresses and the names of the theme's files as they are: whatever this stage reads of them
/// is the same.
fn assembles_the_same(old: &Site, new: &Settings) -> bool {
    let has_home = old.pages.first().is_some_and(|home| home.written);
    (has_home || old.settings.title == new.title)
        && old.settings.language == new.language
        && old.settings.theme.value == new.theme.value
        && old.settings.limits == new.limits
        && old.settings.thesaurus_file() == new.thesaurus_file()
}

/// Whether the same entries are there, and roles have a page of their own as before.
fn have_the_same_pages(old: &Entries, new: &Entries) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|((old_key, old), (key, new))| {
            let is_reader = |role: &crate::model::Entry| role.record.flag("reader");
            old_key == key && (key.kind != Kind::Role || is_reader(old) == is_reader(new))
        })
}

/// The outlines that may differ: those of pages that changed, and those with words of other files. None where a page has
/// another place now.
fn outlines<'a>(
    before: Before<'_>,
    parsed: &'a Parsed,
    changed: &[SourcePath],
    site: &Site,
) -> Option<Vec<(PageId, &'a Stamped<Outline>)>> {
    let limit = site.settings.limits.page;
    let mut outlines = Vec::with_capacity(changed.len());
    for path in changed {
        let (new, old) = (&parsed.pages.get(path)?.value.value, &before.parsed.pages.get(path)?.value.value);
        let id = site.id_of(path).filter(|id| site.page(*id).written)?;
        if new.size.max(old.size) > limit || !new.outline.has_the_same_place(&old.outline) {
            return None;
        }
        outlines.push((id, &new.outline));
    }
    if Arc::ptr_eq(&site.entries, &before.site.entries) && site.theme.strings == before.site.theme.strings {
        return Some(outlines);
    }
    let numbered = site.pages.iter().zip((0..).map(PageId));
    for (page, id) in numbered.filter(|(page, _)| heading::has_references(&page.outline)) {
        let outline = &parsed.pages.get(&page.source)?.value.value.outline;
        if !outlines.iter().any(|(known, _)| *known == id) {
            outlines.push((id, outline));
        }
    }
    Some(outlines)
}

fn put_outlines(site: &mut Site, outlines: &[(PageId, &Stamped<Outline>)], sources: &Sources) {
    let strings = || heading::strings(&site.theme, sources, site.settings.language);
    let named = heading::named(outlines.iter().map(|(_, outline)| *outline), &site.entries, &strings);
    let mut mentions_are_same = true;
    for ((id, _), outline) in outlines.iter().zip(named) {
        let page = Arc::make_mut(&mut site.pages[id.0 as usize]);
        mentions_are_same &= page.outline.mentions == outline.mentions;
        page.outline = outline;
    }
    if !mentions_are_same {
        site.uses = Arc::new(uses::find(site.pages.iter().map(|page| &**page), &site.entries));
    }
}
