//! Links between double brackets: `[[page|words]]`, `![[picture.png]]`.
use super::rewrite::LinkedPage;
use crate::import::source::paths::is_markdown;
use crate::model::ForeignTree;
use std::ops::Range;

/// Links between double brackets outside of code: their ranges, whether they show a picture, what is inside.
pub(super) fn links(page: &LinkedPage<'_>) -> Vec<(Range<usize>, bool, String)> {
    let text = &page.body.text.text;
    let is_code = |at: usize| page.parts.code.iter().any(|range| range.contains(&at));
    let mut found = Vec::new();
    for (at, _) in text.match_indices("[[") {
        let rest = &text[at + 2..];
        let Some(end) = rest.find("]]").filter(|end| *end > 0 && *end < 300) else { continue };
        let inner = &rest[..end];
        if inner.contains(['\n', '[', '`']) || rest[end + 2..].starts_with('(') || is_code(at) {
            continue;
        }
        let is_picture = text[..at].ends_with('!');
        found.push((at - usize::from(is_picture)..at + 2 + end + 2, is_picture, inner.to_owned()));
    }
    found
}

/// The file of the tree with this name, wherever it is.
pub(super) fn file_named(tree: &ForeignTree, inner: &str) -> Option<String> {
    let name = inner.split(['|', '#']).next().unwrap_or_default().trim();
    let name = name.rsplit('/').next().unwrap_or(name);
    let is_it = |path: &&String| path.rsplit('/').next() == Some(name);
    tree.files.keys().filter(|path| !is_markdown(path)).find(is_it).cloned()
}
