//! `rewrites` of `VitePress`: pages whose addresses are made of other ways than those of their files.
use super::links::pages_below;
use crate::import::source::data::ForeignData;
use crate::import::source::files::Origin;
use crate::import::source::paths::below;
use std::collections::BTreeMap;

/// The pages with the ways that make their addresses. What a function rewrites is not known.
pub(super) fn moved(origin: Origin<'_>, root: &str, rewrites: &ForeignData) -> BTreeMap<String, String> {
    let rules: Vec<(&str, &str)> =
        rewrites.pairs().iter().filter_map(|(from, to)| Some((from.as_str(), to.text()?))).collect();
    if rules.is_empty() {
        return BTreeMap::new();
    }
    let way = |path: &str| {
        let way = below(root, path)?;
        // The first rule that fits decides.
        let way = rules.iter().find_map(|(from, to)| rewritten(from, to, way))?;
        Some((path.to_owned(), way))
    };
    pages_below(origin.tree, root).filter_map(way).collect()
}

/// A way by one rule: `en/:rest*` stands for all that is below a folder, `:page` for one part of a way.
fn rewritten(from: &str, to: &str, way: &str) -> Option<String> {
    let mut named: Vec<(&str, String)> = Vec::new();
    let mut parts = way.split('/');
    for pattern in from.split('/') {
        match pattern.strip_prefix(':') {
            Some(name) if name.ends_with('*') || name.ends_with("(.*)") => {
                let rest: Vec<&str> = parts.by_ref().collect();
                named.push((bare(name), rest.join("/")));
            }
            Some(name) => {
                let (name, ending) =
                    name.split_once('.').map_or((name, None), |(name, end)| (name, Some(end)));
                let part = parts.next()?;
                let part = match ending {
                    Some(ending) => part.strip_suffix(ending)?.strip_suffix('.')?,
                    None => part,
                };
                named.push((name, part.to_owned()));
            }
            None if parts.next() == Some(pattern) => {}
            None => return None,
        }
    }
    if parts.next().is_some() {
        return None;
    }
    let written = to.split('/').map(|part| {
        let Some(name) = part.strip_prefix(':') else { return Some(part.to_owned()) };
        let (name, ending) =
            name.split_once('.').map_or((name, ""), |(name, _)| (name, &part[1 + name.len()..]));
        let value = named.iter().find(|(known, _)| *known == bare(name)).map(|(_, value)| value)?;
        Some(format!("{value}{ending}"))
    });
    Some(written.collect::<Option<Vec<String>>>()?.join("/"))
}

/// The name of a part without the sign that it may be long.
fn bare(name: &str) -> &str {
    name.trim_end_matches("(.*)").trim_end_matches(['*', '+', '?'])
}

#[cfg(test)]
mod tests {
    use super::rewritten;

    #[test]
    fn ways_are_rewritten_by_rules() {
        let one = |from: &str, to: &str, way: &str| rewritten(from, to, way);
        assert_eq!(one("a/b.md", "c.md", "a/b.md").as_deref(), Some("c.md"));
        assert_eq!(one("en/:rest*", ":rest*", "en/guide/x.md").as_deref(), Some("guide/x.md"));
        assert_eq!(
            one("p/:pkg/src/:page.md", ":pkg/:page.md", "p/one/src/x.md").as_deref(),
            Some("one/x.md")
        );
        assert_eq!(one(":pkg/:slug(.*)", "all/:slug", "one/a/b.md").as_deref(), Some("all/a/b.md"));
        assert_eq!(
            (one("a/:x", ":x", "a/b/c.md"), one("a", "b", "c"), one("a", ":y", "a")),
            (None, None, None)
        );
    }
}
