//! The site of the build before with other outlines, where nothing else of it can differ.
use super::{heading, uses};
use crate::model::{Parsed, Site, SourcePath, Sources};

/// The site with the outlines of the pages that changed. Only for a site without diagnostics, made from the same other
/// files. None where a page changed that has another place in the guide now, or that is not published.
pub fn patched(
    site: &Site,
    parsed: &Parsed,
    before: &Parsed,
    changed: &[SourcePath],
    sources: &Sources,
) -> Option<Site> {
    let limit = site.settings.limits.page;
    let mut outlines = Vec::with_capacity(changed.len());
    for path in changed {
        let (new, old) = (&parsed.pages.get(path)?.value.value, &before.pages.get(path)?.value.value);
        let id = site.id_of(path).filter(|id| site.page(*id).written)?;
        if new.size.max(old.size) > limit || !new.outline.has_the_same_place(&old.outline) {
            return None;
        }
        outlines.push((id, &new.outline));
    }
    let strings = || heading::strings(&site.theme, sources, site.settings.language);
    let named = heading::named(outlines.iter().map(|(_, outline)| *outline), &site.entries, &strings);
    let mut patched = site.clone();
    let mut mentions_are_same = true;
    for ((id, _), outline) in outlines.iter().zip(named) {
        let page = &mut patched.pages[id.0 as usize];
        mentions_are_same &= page.outline.mentions == outline.mentions;
        page.outline = outline;
    }
    if !mentions_are_same {
        patched.uses = uses::find(&patched.pages, &patched.entries);
    }
    Some(patched)
}
