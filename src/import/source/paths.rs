//! Ways between files of a tree, as text.
pub(in crate::import) use crate::model::is_markdown;

/// The folder of a path; empty for the first level.
pub(in crate::import) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The last part of a path.
pub(in crate::import) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The last part of a path without its ending.
pub(in crate::import) fn stem(path: &str) -> &str {
    let name = name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// Follows a way from a folder, without `.` and `..`. None if it leaves the tree.
pub(in crate::import) fn join(folder: &str, way: &str) -> Option<String> {
    let mut parts: Vec<&str> = if way.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    parts.retain(|part| !part.is_empty());
    for part in way.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The path below a folder; none if it is elsewhere. Everything is below the empty folder.
pub(in crate::import) fn below<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}

/// Whether a target is on another site, or no address of a page at all.
pub(in crate::import) fn is_elsewhere(target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |scheme: &str| {
        scheme.len() > 1
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
            && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && !scheme.contains(".md")
    };
    target.starts_with("//") || scheme.is_some_and(is_scheme)
}

/// Whether a path ends so, whatever its capitals.
pub(in crate::import) fn ends_with(path: &str, ending: &str) -> bool {
    let at = path.len().checked_sub(ending.len());
    at.and_then(|at| path.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// Whether a file is the page of its folder, by its name.
pub(in crate::import) fn is_index(path: &str) -> bool {
    let stem = stem(path);
    ["index", "_index", "readme"].iter().any(|known| stem.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_stay_in_the_tree() {
        assert_eq!(join("a/b", "../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(join("a", "/c//d/./e").as_deref(), Some("c/d/e"));
        assert_eq!(join("a", "../../etc/passwd"), None);
        assert_eq!(
            (below("docs", "docs/a"), below("docs", "docs2/a"), below("", "a")),
            (Some("a"), None, Some("a"))
        );
        assert!(is_markdown("A.MD") && !is_markdown("a.mdc") && is_index("a/README.md"));
    }
}
