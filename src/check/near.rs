//! What somebody probably meant by a path or an id. Asked only when something is wrong, so that a sound guide costs
//! nothing; bounded, so that a broken one does not cost an afternoon.
use super::fold;
use crate::model::{EntryKey, Site, SourcePath};
use crate::text::nearest::nearest;

/// How many files or ids are looked at for one fault.
const LOOKED_AT: usize = 2000;

/// The file that was meant, and how surely.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// The same path in other letters: case, or accents composed otherwise. Written as in the linking file.
    Spelling(String),
    /// A path that is close.
    Close(String),
    /// No idea.
    Nothing,
}

/// The page or other file that was meant by a path that leads to nothing.
pub(super) fn file<'a>(
    from: &SourcePath,
    missing: &SourcePath,
    files: impl Iterator<Item = &'a SourcePath> + Clone,
) -> Meant {
    let written = |path: &str| relative(from.folder(), path);
    let folded = fold::path(missing.as_str());
    if let Some(same) = files.clone().find(|path| fold::path(path.as_str()) == folded) {
        return Meant::Spelling(written(same.as_str()));
    }
    let beside = files.clone().filter(|path| path.folder() == missing.folder()).take(LOOKED_AT);
    if let Some(name) = nearest(missing.name(), beside.map(SourcePath::name)) {
        return Meant::Close(written(&format!("{}/{name}", missing.folder())));
    }
    // An index names its folder only; elsewhere the same name says nothing.
    let moved = files.clone().find(|path| path.name() == missing.name() && path.name() != "index.md");
    let close = moved.map(SourcePath::as_str);
    let close = close.or_else(|| nearest(missing.as_str(), files.take(LOOKED_AT).map(SourcePath::as_str)));
    close.map_or(Meant::Nothing, |path| Meant::Close(written(path)))
}

/// The id of the same kind that was meant.
pub(super) fn id<'a>(site: &'a Site, missing: &EntryKey) -> Option<&'a str> {
    let ids = site.entries.keys().filter(|key| key.kind == missing.kind).map(|key| key.id.as_str());
    nearest(missing.id.as_str(), ids.take(LOOKED_AT))
}

/// A path as it is written in a file of a folder.
pub(super) fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let common = from.iter().zip(&to[..to.len() - 1]).take_while(|(left, right)| left == right).count();
    let mut parts = vec![".."; from.len() - common];
    parts.extend(&to[common..]);
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_as_it_would_be_written() {
        let files: Vec<_> = ["guide/index.md", "guide/a/2-arrivee.md", "guide/a/Été.md", "guide/b/depart.md"]
            .into_iter()
            .map(SourcePath::new)
            .collect();
        let from = SourcePath::new("guide/b/x.md");
        let meant = |path: &str| file(&from, &SourcePath::new(path), files.iter());
        assert_eq!(meant("guide/a/arrivee.md"), Meant::Close("../a/2-arrivee.md".to_owned()));
        assert_eq!(meant("guide/a/e\u{301}te\u{301}.md"), Meant::Spelling("../a/Été.md".to_owned()));
        assert_eq!(meant("guide/a/depart.md"), Meant::Close("depart.md".to_owned()));
        assert_eq!(meant("guide/bb/depar.md"), Meant::Close("depart.md".to_owned()));
        assert_eq!(meant("guide/zzz.md"), Meant::Nothing);
    }
}
