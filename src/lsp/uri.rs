//! Files as the protocol names them: `file:///home/a/guide/a.md`.
use crate::model::SourcePath;
use std::path::{Path, PathBuf};
use url::Url;

/// The path of a file; none for another kind of address, such as that of a text that was never saved.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let url = Url::parse(uri).ok().filter(|url| url.scheme() == "file")?;
    url.to_file_path().ok()
}

/// The address of a file.
pub(super) fn of_path(path: &Path) -> Option<String> {
    Url::from_file_path(path).ok().map(String::from)
}

/// The path of a file below the root of a guide; none outside of it.
pub(super) fn source_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let inside = path.strip_prefix(root).ok()?.to_str()?;
    Some(SourcePath::new(inside.replace('\\', "/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn files_are_found_by_their_addresses() {
        let accents = PathBuf::from("/a b/é.md");
        assert_eq!(path("file:///a%20b/%C3%A9.md"), Some(accents.clone()));
        assert_eq!(path("file:///a b/é.md"), Some(accents.clone()));
        assert_eq!(path(&of_path(&accents).unwrap()), Some(accents));
        for other in ["untitled:Untitled-1", "http://localhost/a.md", "", "file://server/a.md"] {
            assert_eq!(path(other), None, "{other}");
        }
        let inside = source_path(Path::new("/a"), Path::new("/a/guide/b.md"));
        assert_eq!(inside, Some(SourcePath::new("guide/b.md")));
        assert_eq!(source_path(Path::new("/a"), Path::new("/ab/guide/b.md")), None);
    }
}
