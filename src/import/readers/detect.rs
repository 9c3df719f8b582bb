//! Finds out which program files were written for, by the files that only it has.
use crate::import::source::files::text;
use crate::import::source::paths::{folder, name};
use crate::model::{ForeignKind, ForeignTree};

/// How deep settings are looked for.
const DEPTH: usize = 3;

/// A kind, the folder of its settings, and the files that it was recognised by.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) struct Detected {
    pub(in crate::import) kind: ForeignKind,
    pub(in crate::import) folder: String,
    pub(in crate::import) seen: Vec<String>,
}

/// Finds the kind of a tree, or the settings of the kind that the user names.
pub(in crate::import) fn detect(tree: &ForeignTree, from: Option<ForeignKind>) -> Detected {
    let is_wanted = |kind: ForeignKind| from.is_none_or(|from| from == kind);
    let mut best: Option<(usize, usize, Detected)> = None;
    for path in tree.files.keys() {
        let Some((rank, kind, at)) = mark(tree, path) else { continue };
        let depth = if at.is_empty() { 0 } else { at.matches('/').count() + 1 };
        let is_better =
            best.as_ref().is_none_or(|(known, known_rank, _)| (depth, rank) < (*known, *known_rank));
        if depth <= DEPTH && is_wanted(kind) && is_better {
            best = Some((depth, rank, Detected { kind, folder: at.to_owned(), seen: vec![path.clone()] }));
        }
    }
    let nothing =
        Detected { kind: from.unwrap_or(ForeignKind::Folder), folder: String::new(), seen: Vec::new() };
    best.map_or(nothing, |(_, _, found)| found)
}

/// What a file shows: the rank of this mark among those of one folder, the kind, and the folder of the settings.
fn mark<'a>(tree: &ForeignTree, path: &'a str) -> Option<(usize, ForeignKind, &'a str)> {
    let (at, file) = (folder(path), name(path));
    let stem = file.split('.').next().unwrap_or_default();
    let is_script = matches!(file.rsplit('.').next(), Some("js" | "ts" | "mjs" | "mts" | "cjs" | "cts"));
    let holds = |mark: &str| text(tree, path).is_some_and(|text| text.contains(mark));
    let has_folder = |name: &str| {
        let prefix = if at.is_empty() { format!("{name}/") } else { format!("{at}/{name}/") };
        tree.files.range(prefix.clone()..).next().is_some_and(|(path, _)| path.starts_with(&prefix))
    };
    Some(match file {
        "book.toml" => (0, ForeignKind::Mdbook, at),
        "zensical.toml" => (1, ForeignKind::Zensical, at),
        "mkdocs.yml" | "mkdocs.yaml" => (2, ForeignKind::Mkdocs, at),
        "docfx.json" => (3, ForeignKind::Docfx, at),
        _ if stem == "docusaurus" && is_script => (4, ForeignKind::Docusaurus, at),
        _ if stem == "astro" && is_script && holds("starlight") => (5, ForeignKind::Starlight, at),
        _ if matches!(stem, "config" | "index") && folder_is(at, ".vitepress") && is_script => {
            (6, ForeignKind::Vitepress, folder(at))
        }
        _ if stem == "config" && folder_is(at, ".vuepress") => (7, ForeignKind::Vuepress, folder(at)),
        "hugo.toml" | "hugo.yaml" | "hugo.yml" | "hugo.json" if at.ends_with("config/_default") => {
            (8, ForeignKind::Hugo, folder(folder(at)))
        }
        "hugo.toml" | "hugo.yaml" | "hugo.yml" | "hugo.json" => (8, ForeignKind::Hugo, at),
        "config.toml" if has_folder("content") && holds("base_url") => (9, ForeignKind::Zola, at),
        "config.toml" | "config.yaml" | "config.yml" | "config.json" if has_folder("content") => {
            (10, ForeignKind::Hugo, at)
        }
        "_config.yml" | "_config.yaml" => (11, ForeignKind::Jekyll, at),
        ".gitbook.yaml" | ".gitbook.yml" => (12, ForeignKind::Gitbook, at),
        "SUMMARY.md" => (13, ForeignKind::Gitbook, at),
        _ if folder_is(at, ".gitbook") || at.contains(".gitbook/") => {
            (14, ForeignKind::Gitbook, at.split(".gitbook").next().unwrap_or_default().trim_end_matches('/'))
        }
        "toc.yml" => (15, ForeignKind::Docfx, at),
        _ => return None,
    })
}

fn folder_is(path: &str, wanted: &str) -> bool {
    name(path) == wanted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bytes, ForeignFile};

    fn tree(files: &[(&str, &str)]) -> ForeignTree {
        let file = |text: &str| ForeignFile { size: 0, bytes: Some(Bytes::from(text.to_owned())) };
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), file(text))).collect();
        ForeignTree { files, ..ForeignTree::default() }
    }

    /// Files, and the kind and the folder of the settings that they show.
    type Case = (&'static [(&'static str, &'static str)], ForeignKind, &'static str);

    #[test]
    fn settings_tell_the_program() {
        let cases: &[Case] = &[
            (&[("book.toml", ""), ("src/SUMMARY.md", "")], ForeignKind::Mdbook, ""),
            (&[("docs/mkdocs.yml", ""), ("docs/docs/a.md", "")], ForeignKind::Mkdocs, "docs"),
            (&[("docs/.vitepress/config.mts", ""), ("docs/a.md", "")], ForeignKind::Vitepress, "docs"),
            (&[(".vuepress/config.js", "")], ForeignKind::Vuepress, ""),
            (&[("astro.config.mjs", "import starlight")], ForeignKind::Starlight, ""),
            (&[("config.toml", "base_url = 1"), ("content/a.md", "")], ForeignKind::Zola, ""),
            (&[("config.toml", "baseURL = 1"), ("content/a.md", "")], ForeignKind::Hugo, ""),
            (&[("config/_default/hugo.toml", ""), ("content/a.md", "")], ForeignKind::Hugo, ""),
            (&[("_config.yml", "")], ForeignKind::Jekyll, ""),
            (&[("SUMMARY.md", ""), (".gitbook/assets/a.md", "")], ForeignKind::Gitbook, ""),
            (&[("a.md", "")], ForeignKind::Folder, ""),
        ];
        for (files, kind, folder) in cases {
            let found = detect(&tree(files), None);
            assert_eq!((found.kind, found.folder.as_str()), (*kind, *folder), "{files:?}");
        }
        let both = tree(&[("book.toml", ""), ("mkdocs.yml", "")]);
        assert_eq!(detect(&both, Some(ForeignKind::Mkdocs)).seen, ["mkdocs.yml"]);
        assert_eq!(detect(&both, Some(ForeignKind::Hugo)).seen, [""; 0]);
    }
}
