//! What somebody probably meant by an id, and how a path is written from a folder.
use crate::model::{EntryKey, Kind, Site};
use crate::text::nearest::nearest;

/// The id of the same kind that was meant, among so many of them.
pub(super) fn id<'a>(site: &'a Site, missing: &EntryKey, compared: usize) -> Option<&'a str> {
    let ids = site.entries.keys().filter(|key| key.kind == missing.kind).map(|key| key.id.as_str());
    nearest(missing.id.as_str(), ids.take(compared))
}

/// The entry of another kind that has the id, as references name it.
pub(super) fn of_another_kind(site: &Site, missing: &EntryKey) -> Option<String> {
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != missing.kind);
    let mut keys = kinds.map(|kind| EntryKey { kind, id: missing.id.clone() });
    keys.find(|key| site.entry(key).is_some()).map(|key| key.to_string())
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
    use super::relative;

    #[test]
    fn a_path_is_written_from_a_folder() {
        assert_eq!(relative("guide/b", "guide/a/x.md"), "../a/x.md");
        assert_eq!(relative("guide/a", "guide/a/x.md"), "x.md");
        assert_eq!(relative("guide", "guide/a/x.md"), "a/x.md");
    }
}
