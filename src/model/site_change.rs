//! How a site differs from that of the build before.
use super::{Entries, EntryKey, Kind, Page, PageId, Site, SourcePath};
use crate::stamp::Stamped;
use std::collections::BTreeSet;

/// What changed since the build before, where both sites have the same pages at the same addresses, and the same entries in
/// the same order.
#[derive(Clone, Debug, Default)]
pub struct SiteChange {
    /// The files of pages that changed.
    pub files: Vec<SourcePath>,
    /// Whether the site is that of the build before; what the front matter of pages says is the same, too.
    pub is_site_same: bool,
    /// The pages whose outline changed.
    pub outlines: BTreeSet<PageId>,
    /// The pages that others show otherwise now: the title in menus or the description changed.
    pub shown: BTreeSet<PageId>,
    /// The entries that say something else.
    pub entries: BTreeSet<EntryKey>,
    /// Whether the settings differ.
    pub has_other_settings: bool,
    /// Whether the theme differs.
    pub has_other_theme: bool,
}

impl SiteChange {
    /// The site is that of the build before, and these pages changed.
    pub fn of_files(files: Vec<SourcePath>) -> Self {
        Self { files, is_site_same: true, ..Self::default() }
    }

    /// Compares two sites. None where they differ in more than outlines, the text of entries, settings and the theme.
    pub fn between(before: &Site, after: &Site, files: Vec<SourcePath>) -> Option<Self> {
        // Every field has its part in the comparison. Uses follow from outlines and are only shown in directories.
        let Site {
            settings,
            options,
            pages,
            by_source,
            composed,
            unpublished,
            assets,
            entries,
            uses: _,
            directories,
            generated,
            redirects,
            withdrawn,
            gone,
            theme,
        } = after;
        let is_same = *options == before.options
            && pages.len() == before.pages.len()
            && *by_source == before.by_source
            && *composed == before.composed
            && *unpublished == before.unpublished
            && *assets == before.assets
            && *directories == before.directories
            && *generated == before.generated
            && *redirects == before.redirects
            && *withdrawn == before.withdrawn
            && *gone == before.gone;
        if !is_same {
            return None;
        }
        let mut change = Self {
            files,
            entries: changed_entries(&before.entries, entries)?,
            has_other_settings: *settings != before.settings,
            has_other_theme: *theme != before.theme,
            ..Self::default()
        };
        for ((old, new), number) in before.pages.iter().zip(pages).zip(0..) {
            if !is_at_the_same_place(old, new) {
                return None;
            }
            // Equal stamps are equal outlines; other stamps may be.
            if old.outline != new.outline && *old.outline != *new.outline {
                change.outlines.insert(PageId(number));
                let shown = |page: &Page| (page.outline.nav_title.clone(), page.outline.description.clone());
                if shown(old) != shown(new) {
                    change.shown.insert(PageId(number));
                }
            }
        }
        Some(change)
    }
}

/// The entries that say something else than before. None if there are others, or if they stand in another order.
fn changed_entries(before: &Entries, after: &Entries) -> Option<BTreeSet<EntryKey>> {
    if before.len() != after.len() || before.keys().ne(after.keys()) {
        return None;
    }
    let is_other = |key: &EntryKey| before.get(key).map(Stamped::stamp) != after.get(key).map(Stamped::stamp);
    let changed: BTreeSet<_> = after.keys().filter(|key| is_other(key)).cloned().collect();
    Kind::ALL.into_iter().all(|kind| order(before, kind) == order(after, kind)).then_some(changed)
}

/// The entries of a kind in the order in which they are written.
fn order(entries: &Entries, kind: Kind) -> Vec<&EntryKey> {
    let mut of_kind: Vec<_> = entries.iter().filter(|(key, _)| key.kind == kind).collect();
    of_kind.sort_by_key(|(_, entry)| entry.span.start);
    of_kind.into_iter().map(|(key, _)| key).collect()
}

/// Whether two versions of a page have the same file, address and relations.
fn is_at_the_same_place(old: &Page, new: &Page) -> bool {
    let Page { source, written, url, outline: _, parent, children, step, steps } = new;
    *source == old.source
        && *written == old.written
        && *url == old.url
        && *parent == old.parent
        && *children == old.children
        && *step == old.step
        && *steps == old.steps
}
