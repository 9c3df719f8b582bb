//! What a page can refer to: the other pages and the entries of the registry, by name.
use super::ReadGuide;
use crate::model::{Kind, SourcePath};
use crate::text::percent;
use serde_json::{Value, json};

/// The pages and entries, with what a page writes to refer to them.
pub(super) fn of(guide: &ReadGuide, page: &SourcePath) -> Value {
    let Some(site) = &guide.build.site else { return json!({ "pages": [], "entries": [] }) };
    let others = site.pages.iter().filter(|other| other.written && other.source != *page);
    let pages: Vec<_> = others
        .map(|other| {
            let link = other.source.relative_to(page.folder());
            json!([other.outline.title, percent::encode_blanks(&link)])
        })
        .collect();
    let entries: Vec<_> = Kind::ALL
        .iter()
        .flat_map(|kind| site.entries_of(*kind))
        .map(|entry| json!([entry.name(), entry.key.to_string(), entry.key.kind.scheme()]))
        .collect();
    json!({ "pages": pages, "entries": entries })
}
