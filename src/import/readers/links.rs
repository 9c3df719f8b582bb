//! Finds the file of an address or a way in a list of pages.
use crate::import::source::paths::{folder, is_markdown, join};
use crate::model::{FindingKind, ForeignTree, ImportFinding};

/// The page that a way from a folder names: with or without its ending, as a folder, or as the page of it.
pub(super) fn page(tree: &ForeignTree, from: &str, way: &str) -> Option<String> {
    let way = way.split(['#', '?']).next().unwrap_or_default();
    let decoded = crate::text::percent::decode(way).unwrap_or_default();
    let path = join(from, &decoded)?;
    let bare = path.strip_suffix(".html").unwrap_or(&path);
    let is_page =
        |path: &String| is_markdown(path) && tree.files.get(path).is_some_and(|file| file.bytes.is_some());
    let inside = |name: &str| if bare.is_empty() { name.to_owned() } else { format!("{bare}/{name}") };
    let names = ["index.md", "README.md", "index.mdx", "_index.md", "readme.md"].map(inside);
    let files = [path.clone(), format!("{bare}.md"), format!("{bare}.mdx")];
    files.into_iter().chain(names).find(is_page)
}

/// The folder of the settings and everything below it that is Markdown.
pub(super) fn pages_below<'a>(tree: &'a ForeignTree, root: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let is_read = |path: &&str| tree.bytes(path).is_some();
    crate::import::source::files::below(tree, root).filter(|path| is_markdown(path)).filter(is_read)
}

/// Whether one of the folders above a file is hidden: it begins with a dot or an underscore.
pub(super) fn is_hidden(path: &str) -> bool {
    folder(path).split('/').any(|part| part.starts_with(['.', '_']))
        || path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}

/// A line for a setting of which a program makes former addresses.
pub(super) fn made_redirects(file: &str, setting: &str) -> ImportFinding {
    ImportFinding::new(FindingKind::LeftOut, "made-redirects", file, 0).arg("name", setting)
}
