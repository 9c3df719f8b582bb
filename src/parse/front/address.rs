//! Addresses that pages have in other generators, and how Jalon keeps them.
use crate::model::{Diagnostic, SourcePath, codes, split_order};
use crate::parse::fields::is_alias;
use crate::parse::yaml::{Pair, YamlNode};
use crate::text::slug::slug;

/// The diagnostic about a key that gives the address of a page elsewhere: with the line that keeps it.
pub(super) fn foreign_address(file: &SourcePath, (key, value): &Pair, has_aliases: bool) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(codes::FRONT_FOREIGN_KEY, key.span.clone()).arg("key", key.value.as_str());
    let YamlNode::Text(text) = &value.node else { return diagnostic };
    let path = format!("/{}", text.trim().trim_start_matches('/'));
    let path = path.strip_suffix("index.html").unwrap_or(&path);
    let bare = path.trim_matches('/');
    let is_file = matches!(bare.rsplit('.').next(), Some("html" | "htm"));
    let folder = if is_file { path.to_owned() } else { format!("/{bare}/") };
    if !is_alias(&folder) || bare.is_empty() {
        return diagnostic;
    }
    if folder == usual_address(file) {
        return diagnostic.help("help-same-address");
    }
    let is_top = file.folder() == "guide" && file.name() != "index.md";
    if is_top && !bare.contains('/') && slug(bare) == bare {
        return diagnostic.arg("line", format!("slug: {bare}")).help("help-line");
    }
    if has_aliases {
        return diagnostic.arg("line", folder).help("help-alias");
    }
    diagnostic.arg("line", format!("aliases: [{folder}]")).help("help-line")
}

/// The diagnostic about the name that a page has for other pages elsewhere.
pub(super) fn foreign_id((key, value): &Pair) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(codes::FRONT_FOREIGN_KEY, key.span.clone()).arg("key", key.value.as_str());
    match &value.node {
        YamlNode::Text(text) if !text.is_empty() && slug(text) == *text => {
            diagnostic.arg("line", format!("slug: {text}")).help("help-line")
        }
        _ => diagnostic,
    }
}

/// The address of a page whose folders give themselves no other.
fn usual_address(file: &SourcePath) -> String {
    let inside = file.in_guide().unwrap_or_default();
    let inside = inside.strip_suffix("index.md").or_else(|| inside.strip_suffix(".md")).unwrap_or(inside);
    let mut address = String::from("/");
    for part in inside.split('/').filter(|part| !part.is_empty()) {
        address.push_str(&slug(split_order(part).1));
        address.push('/');
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_at_the_address_of_its_folders() {
        let address = |path| usual_address(&SourcePath::new(path));
        assert_eq!(address("guide/1-arrivee/2-Été.md"), "/arrivee/ete/");
        assert_eq!((address("guide/index.md"), address("guide/a/index.md")), ("/".into(), "/a/".into()));
    }
}
