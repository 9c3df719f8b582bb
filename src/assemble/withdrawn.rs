//! Expired pages. A page at their address says that they were withdrawn.
use super::address::{Holder, TakenAddresses};
use super::folder::Folders;
use super::name;
use crate::model::{Document, Options, PageId, PageUrl, Parsed, SourcePath, Withdrawn};
use crate::stamp::Table;
use std::collections::HashMap;

/// Every withdrawn page with the address that it had, in the order of the files. `urls` holds the addresses of published
/// folders.
pub(super) fn find(
    parsed: &Parsed,
    unpublished: &[SourcePath],
    options: Options,
    folders: &Folders<'_>,
    urls: &HashMap<String, String>,
    by_source: &Table<SourcePath, PageId>,
) -> Vec<Withdrawn> {
    let mut found = Vec::new();
    for path in unpublished {
        let Some(kept) = parsed.pages.get(path) else { continue };
        let Document { outline, front, .. } = &kept.value.value;
        let Some(last) = outline.last_day(options) else { continue };
        let Some((folder, mut url)) = folders.address(path.folder(), urls) else { continue };
        if path.name() != "index.md" {
            url.push_str(&name::page_part(&outline.slug));
            url.push('/');
        }
        let section = by_source.get(&SourcePath::new(format!("{folder}/index.md")));
        found.push(Withdrawn {
            source: path.clone(),
            url: PageUrl::new(url),
            title: outline.title.clone(),
            last,
            reason: front.expired_reason.clone(),
            section: section.copied().unwrap_or(PageId(0)),
        });
    }
    found
}

/// Withdrawn pages whose address is free. If another page or an alias has it, readers are better served by that.
pub(super) fn place(former: Vec<Withdrawn>, addresses: &mut TakenAddresses) -> Vec<Withdrawn> {
    let free = |page: &Withdrawn| {
        let holder = Holder { url: page.url.clone(), source: Some(page.source.clone()), page: None };
        addresses.claim(holder).is_ok()
    };
    former.into_iter().filter(free).collect()
}
