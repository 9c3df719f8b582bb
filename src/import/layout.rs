//! Gives pages their files, and writes the files of the guide.
use super::imported::{Imported, ImportedContent, ImportedFront, ImportedPage, ImportedTerm};
use super::quoting;
use crate::model::{Bytes, NewContent, NewFile, split_order};
use crate::text::slug::{Unique, slug};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The most pages of one folder that get a number in front of their names.
const NUMBERED: usize = 999;

/// The longest name of a file, in bytes, before it is cut at a word.
const NAME_LENGTH: usize = 80;

/// Gives each page its path. With `numbered`, a number in front of the name keeps the order; else names alone decide.
pub(crate) fn place(pages: &mut [ImportedPage], numbered: bool) {
    level(pages);
    let mut folders = vec![OpenFolder::new(String::new(), children(pages, None), numbered)];
    for at in 0..pages.len() {
        if pages[at].is_home {
            pages[at].path.push_str("index.md");
            continue;
        }
        folders.truncate(pages[at].level + 1);
        let folder = folders.last_mut().expect("levels grow by one at most");
        let name = folder.next_name(&pages[at].name);
        let path = if folder.path.is_empty() { name } else { format!("{}/{name}", folder.path) };
        let below = children(pages, Some(at));
        if below > 0 {
            pages[at].path = format!("{path}/index.md");
            folders.push(OpenFolder::new(path, below, numbered));
        } else {
            pages[at].path = format!("{path}.md");
        }
    }
}

/// Makes levels grow by one at most; siblings stay siblings.
fn level(pages: &mut [ImportedPage]) {
    let mut above: Vec<usize> = Vec::new();
    for page in pages.iter_mut().filter(|page| !page.is_home) {
        while above.last().is_some_and(|level| *level >= page.level) {
            above.pop();
        }
        above.push(page.level);
        page.level = above.len() - 1;
    }
}

/// How many pages stand directly below a page, or on the first level.
fn children(pages: &[ImportedPage], of: Option<usize>) -> usize {
    let (from, level) = of.map_or((0, 0), |at| (at + 1, pages[at].level + 1));
    let below = pages[from..].iter().filter(|page| !page.is_home).take_while(|page| page.level >= level);
    below.filter(|page| page.level == level).count()
}

/// A folder whose pages are being named.
struct OpenFolder {
    path: String,
    /// How many figures its numbers have; 0 without numbers.
    width: usize,
    next: usize,
    taken: Unique,
}

impl OpenFolder {
    fn new(path: String, count: usize, numbered: bool) -> Self {
        let width = if numbered && count <= NUMBERED { count.to_string().len() } else { 0 };
        let mut taken = Unique::default();
        // The page of the folder itself, and the folder of the registry.
        for name in ["index", "registry", "strings", "theme"] {
            taken.name(name, name);
        }
        Self { path, width, next: 1, taken }
    }

    fn next_name(&mut self, name: &str) -> String {
        let name = slug(split_order(name).1);
        let cut = name.floor_char_boundary(NAME_LENGTH);
        let cut = if cut < name.len() { name[..cut].rfind('-').unwrap_or(cut) } else { cut };
        // A number that is left would give an order.
        let bare = split_order(&name[..cut]).1.trim_start_matches('-');
        let name = self.taken.name(bare, "page");
        let number = self.next;
        self.next += 1;
        if self.width == 0 {
            name.to_string()
        } else {
            format!("{number:0width$}-{name}", width = self.width)
        }
    }
}

/// The address of a page by its path below `guide/`.
pub(crate) fn address(path: &str) -> String {
    let inside = path.strip_suffix("index.md").or_else(|| path.strip_suffix(".md")).unwrap_or(path);
    let mut address = String::from("/");
    for part in inside.split('/').filter(|part| !part.is_empty()) {
        let part = slug(split_order(part).1);
        address.push_str(if part.is_empty() { "page" } else { &part });
        address.push('/');
    }
    address
}

/// The form in which addresses of the guide are compared, for aliases.
fn folded(address: &str) -> String {
    address.strip_suffix("index.html").unwrap_or(address).to_lowercase()
}

/// Whether front matter takes an address as a former one.
pub(crate) fn is_alias(address: &str) -> bool {
    let odd = |letter: char| letter.is_whitespace() || "\\?#<>\"%:*|".contains(letter);
    let is_way = address.split('/').all(|part| part != "." && part != "..");
    address.len() > 1
        && address.starts_with('/')
        && !address.contains("//")
        && !address.contains(odd)
        && is_way
}

/// The way from one file below `guide/` to another.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    from.pop();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(one, other)| one == other).count();
    let mut way = "../".repeat(from.len() - shared);
    way.push_str(&to[shared..].join("/"));
    way
}

/// The files of the guide.
pub(crate) fn files(imported: &Imported) -> Vec<NewFile> {
    let text = |path: String, text: String| NewFile { path, content: NewContent::Bytes(Bytes::from(text)) };
    let mut files = vec![text("guide/jalon.yaml".to_owned(), settings(imported))];
    let addresses: BTreeSet<String> =
        imported.pages.iter().map(|page| folded(&address(&page.path))).collect();
    let mut taken = BTreeSet::new();
    for page in &imported.pages {
        let is_free = |alias: &&String| {
            let folded = folded(alias);
            is_alias(alias) && !addresses.contains(&folded) && taken.insert(folded)
        };
        let aliases: Vec<&String> = page.aliases.iter().filter(is_free).collect();
        files.push(text(format!("guide/{}", page.path), page_text(page, &aliases)));
    }
    if !imported.terms.is_empty() {
        files.push(text("guide/registry/terms.yaml".to_owned(), terms(&imported.terms)));
    }
    let mut others = BTreeMap::new();
    for file in &imported.files {
        let content = match &file.content {
            ImportedContent::Copy(source) => NewContent::Copy(source.clone()),
            ImportedContent::Bytes(bytes) => NewContent::Bytes(bytes.clone()),
        };
        others.insert(format!("guide/{}", file.path), content);
    }
    files.extend(others.into_iter().map(|(path, content)| NewFile { path, content }));
    files
}

fn settings(imported: &Imported) -> String {
    let settings = &imported.settings;
    let mut out =
        format!("title: {}\nlanguage: {}\n", quoting::text(&settings.title), settings.language.tag());
    let more = [("description", &settings.description), ("base_url", &settings.base_url)];
    for (key, value) in more {
        if let Some(value) = value {
            writeln!(out, "{key}: {}", quoting::text(value)).expect("writing to a string cannot fail");
        }
    }
    out
}

/// The text of a page, with the former addresses that are its own.
fn page_text(page: &ImportedPage, aliases: &[&String]) -> String {
    let head = head(&page.front, aliases);
    let body = page.body.trim_start_matches(['\n', '\r']);
    let mut out = if head.is_empty() { String::new() } else { format!("---\n{head}---\n\n") };
    out.push_str(body);
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

fn head(front: &ImportedFront, aliases: &[&String]) -> String {
    let mut lines = Vec::new();
    for (key, value) in
        [("title", &front.title), ("nav_title", &front.nav_title), ("description", &front.description)]
    {
        lines.extend(value.as_ref().map(|value| format!("{key}: {}", quoting::text(value))));
    }
    if front.draft {
        lines.push("draft: true".to_owned());
    }
    if front.unsearched {
        lines.push("search: false".to_owned());
    }
    lines.extend(front.last_reviewed_on.map(|day| format!("last_reviewed_on: {day}")));
    lines.extend(front.expires.map(|day| format!("expires: {day}")));
    if !aliases.is_empty() {
        lines.push("aliases:".to_owned());
        lines.extend(aliases.iter().map(|alias| format!("  - {}", quoting::text(alias))));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn terms(terms: &[ImportedTerm]) -> String {
    let mut out = String::new();
    let mut ids = Unique::default();
    for term in terms {
        let id = ids.name(&slug(&term.name), "term");
        let key = if term.is_expansion { "expansion" } else { "definition" };
        let (name, definition) = (quoting::text(&term.name), quoting::text(&term.definition));
        writeln!(out, "{id}:\n  name: {name}\n  {key}: {definition}")
            .expect("writing to a string cannot fail");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(level: usize, name: &str) -> ImportedPage {
        ImportedPage { level, name: name.to_owned(), ..ImportedPage::default() }
    }

    fn paths(pages: &[(usize, &str)], numbered: bool) -> Vec<String> {
        let mut pages: Vec<_> = pages.iter().map(|(level, name)| page(*level, name)).collect();
        pages.insert(0, ImportedPage { is_home: true, ..ImportedPage::default() });
        place(&mut pages, numbered);
        pages.into_iter().map(|page| page.path).collect()
    }

    #[test]
    fn pages_become_numbered_files() {
        let pages = [(0, "Début"), (0, "install"), (1, "linux"), (1, "Linux"), (3, "deep"), (0, "02-end")];
        assert_eq!(
            paths(&pages, true),
            [
                "index.md",
                "1-debut.md",
                "2-install/index.md",
                "2-install/1-linux.md",
                "2-install/2-linux-2/index.md",
                "2-install/2-linux-2/1-deep.md",
                "3-end.md"
            ]
        );
        assert_eq!(
            paths(&[(0, "b"), (0, "index"), (0, "—")], false),
            ["index.md", "b.md", "index-2.md", "page.md"]
        );
        let skipped = [(2, "a"), (2, "b"), (4, "c"), (4, "d"), (1, "e")];
        let expected = ["index.md", "a.md", "b/index.md", "b/c.md", "b/d.md", "e.md"];
        assert_eq!(paths(&skipped, false), expected);
    }

    #[test]
    fn links_go_from_file_to_file() {
        assert_eq!(relative("index.md", "1-a/index.md"), "1-a/index.md");
        assert_eq!(relative("1-a/2-b.md", "1-a/1-c.md"), "1-c.md");
        assert_eq!(relative("1-a/2-b/index.md", "3-d.md"), "../../3-d.md");
        assert_eq!(address("1-a/2-Été.md"), "/a/ete/");
        assert_eq!(address("index.md"), "/");
    }
}
