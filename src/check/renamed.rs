//! Where a page went whose file has another name or stands elsewhere by now: beyond doubt, or nowhere.
use crate::model::{Fix, Link, PageUrl, Site, SourcePath, Span};
use crate::urls::usual_address;
use std::collections::HashMap;

/// The pages by what is left of a name when a file is renamed.
pub(super) struct Renamed<'a> {
    former: HashMap<&'a PageUrl, &'a SourcePath>,
    unnumbered: HashMap<(&'a str, &'a str), Option<&'a SourcePath>>,
    named: HashMap<&'a str, Option<&'a SourcePath>>,
}

impl<'a> Renamed<'a> {
    /// Looks at every page that is written.
    pub(super) fn new(site: &'a Site) -> Self {
        let mut renamed = Self { former: HashMap::new(), unnumbered: HashMap::new(), named: HashMap::new() };
        let target = |redirect: &crate::model::Redirect| site.page(redirect.to);
        let redirects = site.redirects.iter().filter(|redirect| target(redirect).written);
        renamed.former.extend(redirects.map(|redirect| (&redirect.from, &target(redirect).source)));
        for path in site.pages.iter().filter(|page| page.written).map(|page| &page.source) {
            // Two of one name: neither is the one.
            let bare = renamed.unnumbered.entry((path.folder(), bare(path.name())));
            bare.and_modify(|one| *one = None).or_insert(Some(path));
            renamed.named.entry(path.name()).and_modify(|one| *one = None).or_insert(Some(path));
        }
        renamed
    }

    /// The page that a missing file has become: the one that has its address as a former one, the one of its folder with
    /// another number in front, the only one of its name.
    pub(super) fn find(&self, missing: &SourcePath) -> Option<&'a SourcePath> {
        if missing.extension() != "md" {
            return None;
        }
        let former = || self.former.get(&usual_address(missing)).copied();
        let bare = || self.unnumbered.get(&(missing.folder(), bare(missing.name()))).copied().flatten();
        let name = || self.named.get(missing.name()).copied().flatten();
        former().or_else(bare).or_else(|| name().filter(|_| missing.name() != "index.md"))
    }
}

/// A file's name without the number in front.
fn bare(name: &str) -> &str {
    let rest = name.trim_start_matches(|letter: char| letter.is_ascii_digit());
    rest.strip_prefix('-').filter(|rest| rest.len() + 1 < name.len()).unwrap_or(name)
}

/// The change of a link's path; none where the link is not written as it reads, or the new path cannot be written bare.
pub(super) fn of_path(link: &Link, path: &str) -> Option<Fix> {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '/' | '~');
    let end = link.written.find(['#', '?']).unwrap_or(link.written.len());
    piece(link, 0, end).filter(|_| path.chars().all(plain)).map(|span| Fix { span, text: path.to_owned() })
}

/// The change of what follows the `#` of a link.
pub(super) fn of_anchor(link: &Link, anchor: &str) -> Option<Fix> {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~');
    let start = link.written.find('#')? + 1;
    let span = piece(link, start, link.written.len()).filter(|_| anchor.chars().all(plain))?;
    Some(Fix { span, text: anchor.to_owned() })
}

/// The place of a piece of a target, if the target is written in the file byte for byte.
fn piece(link: &Link, start: usize, end: usize) -> Option<Span> {
    let place = |at: usize| u32::try_from(at).ok().and_then(|at| link.span.start.checked_add(at));
    let exact = place(link.written.len()) == Some(link.span.end);
    if !exact {
        return None;
    }
    Some(Span { start: place(start)?, end: place(end)?, ..link.span.clone() })
}
