//! The file that a path probably means.
use super::MAX_COMPARED;
use super::fold::fold_path;
use crate::model::SourcePath;
use crate::text::nearest::nearest;
use std::collections::HashMap;

/// How well a file matches a path that does not exist.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::check) enum PathMatch<'a> {
    /// A path that only differs in case, or in how accents are composed.
    OtherSpelling(&'a SourcePath),
    /// A path that is close.
    Close(&'a SourcePath),
    /// No file matches.
    None,
}

/// All files that a path can mean, by their folded path, their folder and their name.
pub(in crate::check) struct FileIndex<'a> {
    all: Vec<&'a SourcePath>,
    folded: HashMap<String, &'a SourcePath>,
    by_folder: HashMap<&'a str, Vec<&'a SourcePath>>,
    by_name: HashMap<&'a str, &'a SourcePath>,
}

impl<'a> FileIndex<'a> {
    pub(in crate::check) fn new(files: impl Iterator<Item = &'a SourcePath>) -> Self {
        let all: Vec<_> = files.collect();
        let mut folded = HashMap::with_capacity(all.len());
        let mut by_folder: HashMap<&str, Vec<_>> = HashMap::new();
        let mut by_name = HashMap::with_capacity(all.len());
        for path in &all {
            folded.entry(fold_path(path.as_str()).into_owned()).or_insert(*path);
            by_folder.entry(path.folder()).or_default().push(*path);
            by_name.entry(path.name()).or_insert(*path);
        }
        Self { all, folded, by_folder, by_name }
    }

    /// The page that a path means. Other generators write `convention` for `convention.md` or `convention/index.md`.
    /// `guess` says whether to look for close names, too.
    pub(in crate::check) fn find_page(&self, missing: &SourcePath, guess: bool) -> PathMatch<'a> {
        if !missing.extension().is_empty() {
            return self.find(missing, guess);
        }
        let index = format!("{missing}/index.md");
        if let Some(index) = self.folded.get(&*fold_path(&index)) {
            return PathMatch::Close(index);
        }
        match self.find(&SourcePath::new(format!("{missing}.md")), guess) {
            PathMatch::OtherSpelling(path) => PathMatch::Close(path),
            other => other,
        }
    }

    /// The file of this path, in these or other capitals.
    pub(in crate::check) fn same(&self, path: &SourcePath) -> Option<&'a SourcePath> {
        self.folded.get(&*fold_path(path.as_str())).copied()
    }

    /// The file that a path means.
    pub(in crate::check) fn find(&self, missing: &SourcePath, guess: bool) -> PathMatch<'a> {
        if let Some(same) = self.folded.get(&*fold_path(missing.as_str())) {
            return PathMatch::OtherSpelling(same);
        }
        // Every folder has an `index.md`, so that name alone means nothing elsewhere.
        let moved = || self.by_name.get(missing.name()).filter(|_| missing.name() != "index.md").copied();
        let in_folder = || closest(missing, self.by_folder.get(missing.folder())?);
        let anywhere = || closest(missing, &self.all);
        let file = if guess { in_folder().or_else(moved).or_else(anywhere) } else { moved() };
        file.map_or(PathMatch::None, PathMatch::Close)
    }
}

/// The part of a path by which files of one kind differ: the name without its ending; for an index, the folder's name.
fn stem(path: &SourcePath) -> &str {
    match path.name() {
        "index.md" => path.folder().rsplit('/').next().unwrap_or_default(),
        name => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
    }
}

/// The file with the nearest stem, among those with the same ending. An index only matches an index.
fn closest<'a>(missing: &SourcePath, files: &[&'a SourcePath]) -> Option<&'a SourcePath> {
    let is_index = |path: &SourcePath| path.name() == "index.md";
    let alike = files.iter().copied();
    let alike =
        alike.filter(|path| path.extension() == missing.extension() && is_index(path) == is_index(missing));
    let mut alike = alike.take(MAX_COMPARED);
    let name = nearest(stem(missing), alike.clone().map(stem))?;
    alike.find(|path| stem(path) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_is_found() {
        let files = [
            "guide/index.md",
            "guide/a/2-arrivee.md",
            "guide/a/Été.md",
            "guide/b/depart.md",
            "guide/c/index.md",
        ]
        .map(SourcePath::new);
        let index = FileIndex::new(files.iter());
        let find = |path: &str| index.find_page(&SourcePath::new(path), true);
        assert_eq!(find("guide/a/arrivee.md"), PathMatch::Close(&files[1]));
        assert_eq!(find("guide/a/e\u{301}te\u{301}.md"), PathMatch::OtherSpelling(&files[2]));
        assert_eq!(find("guide/a/depart.md"), PathMatch::Close(&files[3]));
        assert_eq!(find("guide/bb/depar.md"), PathMatch::Close(&files[3]));
        assert_eq!(find("guide/c"), PathMatch::Close(&files[4]));
        assert_eq!(find("guide/b/Depart"), PathMatch::Close(&files[3]));
        assert_eq!(find("guide/zzz.md"), PathMatch::None);
        let without_guess = |path: &str| index.find_page(&SourcePath::new(path), false);
        assert_eq!(without_guess("guide/bb/depart.md"), PathMatch::Close(&files[3]));
        assert_eq!(without_guess("guide/b/depar.md"), PathMatch::None);
    }
}
