//! Copies of pages that desktops and programs which synchronise folders make beside the original.
use crate::model::{Diagnostic, Page, Site, Span, codes};
use crate::stamp::Table;
use crate::text::slug::slug;
use rayon::prelude::*;
use std::sync::Arc;

/// Words, folded, by which programs mark a version that they could not put together with another one.
const CONFLICTS: [&str; 8] = [
    "sync-conflict",
    "conflicted-copy",
    "conflict-copy",
    "copie-en-conflit",
    "copie-conflictuelle",
    "case-conflict",
    "sfconflict",
    "conflict-20",
];

/// What stands before or after the name of the original, in lower case; a number may follow.
const BEFORE: [&str; 2] = ["copie de ", "copy of "];
const AFTER: [&str; 8] = [" - copie", " - copy", " copie", " copy", "-copie", "-copy", "_copie", "_copy"];

/// The versions that a merge of git leaves beside a file, each with a number behind it.
const MERGES: [&str; 4] = ["_BACKUP_", "_BASE_", "_LOCAL_", "_REMOTE_"];

pub(super) fn site(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let written = || site.pages.iter().filter(|page| page.written);
    let by_stem: Table<(&str, &str), &Page> =
        written().map(|page| ((page.source.folder(), stem(page)), &**page)).collect();
    let about = |page: &Arc<Page>| {
        let beside = |stem: &str| by_stem.get(&(page.source.folder(), stem)).copied();
        let original = original(page, beside);
        let diagnostic = || Diagnostic::new(codes::FILE_COPY, Span::start_of(&page.source));
        match original {
            Some(original) => Some(diagnostic().arg("other", original.source.name()).help("help-other")),
            None => is_marked(stem(page)).then(|| diagnostic().arg("other", "none")),
        }
    };
    let pages = site.pages.par_iter().filter(|page| page.written && stem(page) != "index");
    diagnostics.extend(pages.filter_map(about).collect::<Vec<_>>());
}

fn stem(page: &Page) -> &str {
    page.source.name().strip_suffix(".md").unwrap_or(page.source.name())
}

/// The page that another one is a copy of, by its name, or by a name that goes on and the same title.
fn original<'a>(page: &Page, beside: impl Fn(&str) -> Option<&'a Page>) -> Option<&'a Page> {
    let stem = stem(page);
    let lower = stem.to_lowercase();
    // Lower case has other lengths in a few scripts; there only the title tells.
    let cut = |from: usize, to: usize| stem.get(from..to).filter(|_| lower.len() == stem.len());
    let before = BEFORE.iter().filter(|mark| lower.starts_with(**mark));
    let before = before.filter_map(|mark| cut(mark.len(), stem.len()));
    let bare = without_number(&lower);
    let after = AFTER.iter().filter(|mark| bare.ends_with(**mark));
    let after = after.filter_map(|mark| cut(0, bare.len() - mark.len()));
    let by_name = before.chain(after).find_map(&beside);
    by_name.or_else(|| {
        let ends = stem.char_indices().filter(|(_, letter)| !letter.is_alphanumeric()).map(|(at, _)| at);
        let mut shorter = ends.filter_map(|end| beside(stem[..end].trim_end()));
        shorter.find(|other| other.source != page.source && other.outline.name == page.outline.name)
    })
}

/// A name without a number at its end: `a (2)`, `a 2`.
fn without_number(stem: &str) -> &str {
    let bare = stem.trim_end_matches(')').trim_end_matches(|letter: char| letter.is_ascii_digit());
    let bare = bare.trim_end_matches('(').trim_end();
    if bare.len() < stem.len() { bare } else { stem }
}

/// Whether a name has marks of a copy that nobody types.
fn is_marked(stem: &str) -> bool {
    let folded = slug(stem);
    let bare = without_number(stem).to_lowercase();
    let is_conflict = CONFLICTS.iter().any(|mark| folded.contains(mark));
    let is_copy = [" - copie", " - copy"].iter().any(|mark| bare.ends_with(mark));
    let is_merge = MERGES.iter().any(|mark| {
        let rest = stem.split_once(mark).map(|(_, rest)| rest);
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    });
    is_conflict || is_copy || is_merge
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_copies_are_known() {
        for stem in [
            "accueil - Copie",
            "accueil - Copie (3)",
            "accueil.sync-conflict-20260101-120000-ABC",
            "accueil (Copie en conflit de Marie 2026-01-01)",
            "accueil (conflicted copy 2026-01-01 120000)",
            "accueil (Marie’s conflicted copy 2026-01-01)",
            "accueil_BACKUP_1234",
        ] {
            assert!(is_marked(stem), "{stem}");
        }
        for stem in ["accueil", "note-copie", "gerer-un-conflit", "accueil (1)", "backup", "copie"] {
            assert!(!is_marked(stem), "{stem}");
        }
    }
}
