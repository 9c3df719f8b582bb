//! Where a page went whose file was renamed or moved, if only one answer is possible; and the fix of a link to it.
use crate::model::{Fix, Link, PageUrl, Redirect, SEARCH_MARK, Site, SourcePath, Span, split_order};
use crate::urls::usual_address;
use std::collections::HashMap;

/// The pages, by what stays the same when a file is renamed or moved. `None` where two pages have the same key.
pub(in crate::check) struct RenamedPages<'a> {
    /// By a former address.
    former: HashMap<&'a PageUrl, &'a SourcePath>,
    /// By folder, and name without the number in front.
    unnumbered: HashMap<(&'a str, &'a str), Option<&'a SourcePath>>,
    /// By name.
    named: HashMap<&'a str, Option<&'a SourcePath>>,
}

impl<'a> RenamedPages<'a> {
    pub(in crate::check) fn new(site: &'a Site) -> Self {
        let mut renamed = Self { former: HashMap::new(), unnumbered: HashMap::new(), named: HashMap::new() };
        let target = |redirect: &Redirect| site.page(redirect.to);
        let redirects = site.redirects.iter().filter(|redirect| target(redirect).written);
        renamed.former.extend(redirects.map(|redirect| (&redirect.from, &target(redirect).source)));
        for path in site.pages.iter().filter(|page| page.written).map(|page| &page.source) {
            let unnumbered = renamed.unnumbered.entry((path.folder(), split_order(path.name()).1));
            unnumbered.and_modify(|page| *page = None).or_insert(Some(path));
            renamed.named.entry(path.name()).and_modify(|page| *page = None).or_insert(Some(path));
        }
        renamed
    }

    /// The page that a missing file has become: the one that names its address as a former one, else the one in the
    /// same folder with another number in front, else the only one of the same name.
    pub(in crate::check) fn find(&self, missing: &SourcePath) -> Option<&'a SourcePath> {
        if missing.extension() != "md" {
            return None;
        }
        let former = || self.former.get(&usual_address(missing)).copied();
        let unnumbered =
            || self.unnumbered.get(&(missing.folder(), split_order(missing.name()).1)).copied().flatten();
        let named = || self.named.get(missing.name()).copied().flatten();
        former().or_else(unnumbered).or_else(|| named().filter(|_| missing.name() != "index.md"))
    }
}

/// The fix that replaces a link's path. None where the file writes the link in another form, with an escape for
/// instance, or where the new path needs one.
pub(in crate::check) fn fix_path(link: &Link, path: &str) -> Option<Fix> {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '/' | '~');
    let end = link.written.find(['#', '?']).unwrap_or(link.written.len());
    span_within(link, 0, end)
        .filter(|_| path.chars().all(plain))
        .map(|span| Fix { span, text: path.to_owned() })
}

/// The fix that replaces what follows the `#` of a link.
pub(in crate::check) fn fix_anchor(link: &Link, anchor: &str) -> Option<Fix> {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~');
    let start = link.written.find('#')? + 1;
    let end = link.written.find(SEARCH_MARK).unwrap_or(link.written.len());
    let span = span_within(link, start, end).filter(|_| anchor.chars().all(plain))?;
    Some(Fix { span, text: anchor.to_owned() })
}

/// The span of a part of a target, if the file holds the target byte for byte.
fn span_within(link: &Link, start: usize, end: usize) -> Option<Span> {
    let offset = |at: usize| u32::try_from(at).ok().and_then(|at| link.span.start.checked_add(at));
    let is_exact = offset(link.written.len()) == Some(link.span.end);
    if !is_exact {
        return None;
    }
    Some(Span { start: offset(start)?, end: offset(end)?, ..link.span.clone() })
}
