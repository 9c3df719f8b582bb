//! The addresses that a page had, from the root of its site.
use crate::import::source::book::{AddressRule, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::paths::{folder, is_index, stem};
use crate::model::{ForeignKind, split_order};

/// All of them; the one that readers saw comes first.
pub(in crate::import) fn former(program: &Program, path: &str, front: &ForeignData) -> Vec<String> {
    let (way, prefix) = program.place(path).unwrap_or((path, ""));
    let own = |key: &str| front.get(key).owned();
    let mut found = Vec::new();
    let whole = own("permalink").or_else(|| own("url")).or_else(|| own("path"));
    found.extend(
        whole.filter(|address| !address.contains([':', '{', '\\'])).map(|address| absolute(&address)),
    );
    if program.addresses == AddressRule::None {
        return found;
    }
    let mut parts: Vec<String> =
        folder(way).split('/').filter(|part| !part.is_empty()).map(|part| part_of(program, part)).collect();
    let is_index =
        is_index(way) || (program.kind == ForeignKind::Docusaurus && folder(way).ends_with(stem(way)));
    let slug = own("slug").or_else(|| own("id").filter(|_| program.kind == ForeignKind::Docusaurus));
    match slug {
        Some(slug) if slug.starts_with('/') => {
            parts = slug.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        }
        Some(slug) if !is_index || program.kind == ForeignKind::Hugo => {
            if is_index {
                parts.pop();
            }
            parts.push(slug);
        }
        _ if is_index => {}
        _ => parts.extend(post(program, way).unwrap_or_else(|| vec![part_of(program, stem(way))])),
    }
    let bare = format!("{prefix}{}", parts.join("/"));
    let bare = bare.trim_matches('/');
    let folder = if bare.is_empty() { "/".to_owned() } else { format!("/{bare}/") };
    match program.addresses {
        AddressRule::File | AddressRule::Both if is_index || bare.is_empty() => {
            found.push(folder.clone());
            found.push(format!("{folder}index.html"));
        }
        AddressRule::File => found.push(format!("/{bare}.html")),
        AddressRule::Both => {
            found.push(format!("/{bare}.html"));
            found.push(folder);
        }
        AddressRule::SmallFolder => found.push(small(&folder)),
        AddressRule::Folder => found.push(folder),
        AddressRule::None => {}
    }
    found.dedup();
    let unversioned = program.other_versions.iter().map(|other| other.prefix.as_str());
    for other in unversioned.filter(|other| prefix.len() > other.len() && prefix.starts_with(other)) {
        // The plain address was that of another version of this page.
        let again = found.iter().filter_map(|own| own.strip_prefix('/')?.strip_prefix(prefix));
        let again: Vec<String> = again.map(|rest| format!("/{other}{rest}")).collect();
        found.extend(again);
    }
    found
}

/// The former addresses that front matter names, from the root of the site.
pub(in crate::import) fn named(front: &ForeignData, main: Option<&String>) -> Vec<String> {
    let keys = ["aliases", "alias", "redirect_from", "redirects", "redirectFrom"];
    let values = keys.iter().flat_map(|key| front.get(key).each());
    let texts = values.filter_map(|value| value.text().or_else(|| value.get("from").text()));
    let parent = main.map_or("/", |main| {
        let bare = main.trim_end_matches('/');
        &bare[..bare.rfind('/').map_or(0, |end| end + 1)]
    });
    let of = |text: &str| {
        if text.starts_with('/') { absolute(text) } else { absolute(&format!("{parent}{text}")) }
    };
    texts.filter(|text| !text.contains("://")).map(of).collect()
}

/// An address that begins at the root; a folder unless it names a file.
pub(in crate::import) fn absolute(address: &str) -> String {
    let bare = address.split(['#', '?']).next().unwrap_or_default().trim();
    let path = bare.trim_matches('/');
    let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if path.is_empty() {
        "/".to_owned()
    } else if is_file {
        format!("/{path}")
    } else {
        format!("/{path}/")
    }
}

fn part_of(program: &Program, part: &str) -> String {
    let part = if program.drops_numbers { split_order(part).1 } else { part };
    if program.kind == ForeignKind::Jekyll {
        part.trim_start_matches('_').to_owned()
    } else {
        part.to_owned()
    }
}

/// The address of a post of Jekyll: its day and its name.
fn post(program: &Program, way: &str) -> Option<Vec<String>> {
    let is_post = program.kind == ForeignKind::Jekyll && way.contains("_posts/");
    let name = stem(way);
    let day = name.get(..10).filter(|day| is_post && day.split('-').count() == 3)?;
    let mut parts: Vec<String> = day.split('-').map(str::to_owned).collect();
    parts.push(name.get(11..)?.to_owned());
    Some(parts)
}

/// As Hugo and Starlight write addresses.
fn small(address: &str) -> String {
    let kept = address.chars().filter(|letter| letter.is_alphanumeric() || "/-_. ".contains(*letter));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::slugs::SlugRule;

    #[test]
    fn each_program_has_addresses_of_its_own() {
        let program = |kind, rule| Program::new(kind, "docs", SlugRule::Github, rule);
        let none = ForeignData::Null;
        let book = program(ForeignKind::Mdbook, AddressRule::File);
        assert_eq!(former(&book, "docs/a/b.md", &none), ["/a/b.html"]);
        assert_eq!(former(&book, "docs/a/README.md", &none), ["/a/", "/a/index.html"]);
        assert_eq!(
            former(&program(ForeignKind::Mkdocs, AddressRule::Folder), "docs/a/b.md", &none),
            ["/a/b/"]
        );
        let hugo = program(ForeignKind::Hugo, AddressRule::SmallFolder);
        assert_eq!(former(&hugo, "docs/Big Part/Page.md", &none), ["/big-part/page/"]);
        let front = ForeignData::Map(vec![
            ("slug".into(), ForeignData::Text("other".into())),
            (
                "aliases".into(),
                ForeignData::List(vec![
                    ForeignData::Text("/old".into()),
                    ForeignData::Text("older.html".into()),
                ]),
            ),
        ]);
        let now = former(&hugo, "docs/a/b.md", &front);
        assert_eq!(now, ["/a/other/"]);
        assert_eq!(named(&front, now.first()), ["/old/", "/a/older.html"]);
        let mut docusaurus = program(ForeignKind::Docusaurus, AddressRule::Both);
        docusaurus.drops_numbers = true;
        docusaurus.folders[0].prefix = "docs/".into();
        assert_eq!(former(&docusaurus, "docs/01-a/02-b.md", &none), ["/docs/a/b.html", "/docs/a/b/"]);
    }
}
