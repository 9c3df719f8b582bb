//! Assets: images, documents and other files that are published unchanged.
use super::address::{Holder, TakenAddresses, check_file};
use super::name;
use super::picture;
use crate::model::{Asset, Diagnostic, OutPath, PageUrl, SourcePath, Sources, Span, codes, is_hidden};
use std::collections::{BTreeMap, HashMap};

/// Folders of the guide that hold neither pages nor assets.
const FOLDERS: [&str; 3] = ["registry/", "theme/", "strings/"];
/// Endings of Markdown files that are no pages: `md` in other capitals, and those that other programs use.
const MARKDOWN_ENDINGS: [&str; 7] = ["md", "markdown", "mdown", "mdx", "mkd", "qmd", "rmd"];
/// Files of the guide that Jalon reads itself.
const FILES: [&str; 3] = ["jalon.yaml", "urls.lock", "search-tests.yaml"];

/// Gives every asset its address: below that of its folder, with its own name. The thesaurus of the settings is none.
pub(super) fn place(
    folders: &mut HashMap<String, String>,
    addresses: &mut TakenAddresses,
    sources: &Sources,
    thesaurus: Option<&SourcePath>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<SourcePath, Asset> {
    let mut assets = BTreeMap::new();
    for (path, source) in sources {
        if !path.in_guide().is_some_and(is_asset) || thesaurus == Some(path) {
            continue;
        }
        let url = PageUrl::new(format!("{}{}", folder(folders, path.folder()), path.name()));
        check_file(path.name(), || Span::start_of(path), diagnostics);
        if MARKDOWN_ENDINGS.iter().any(|ending| path.extension().eq_ignore_ascii_case(ending)) {
            diagnostics.push(Diagnostic::new(codes::FILE_NOT_A_PAGE, Span::start_of(path)));
        }
        let holder = Holder { url: url.clone(), source: Some(path.clone()), page: None };
        let as_folder = PageUrl::new(format!("{url}/"));
        let taken = match addresses.holder(&as_folder) {
            // A file and a folder cannot have the same name.
            Some(page) => Some((codes::ADDRESS_CLASH, page.name().to_owned())),
            None => addresses
                .claim(holder)
                .err()
                .map(|first| (first.conflict_code(&url), first.name().to_owned())),
        };
        if let Some((code, other)) = taken {
            let diagnostic = Diagnostic::new(code, Span::start_of(path));
            diagnostics.push(diagnostic.arg("address", url.as_str()).arg("other", other));
            if code == codes::ADDRESS_DUPLICATE {
                continue;
            }
        }
        let asset = Asset {
            path: OutPath::new(url.as_str().trim_start_matches('/')),
            stamp: source.stamp,
            size: source.size() as u64,
            picture: picture::measure(path, &source.bytes()),
        };
        assets.insert(path.clone(), asset);
    }
    assets
}

/// Whether a file is an asset, by its path below `guide/`.
fn is_asset(inside: &str) -> bool {
    inside.rsplit_once('.').is_none_or(|(_, ending)| ending != "md")
        && !FILES.contains(&inside)
        && !FOLDERS.iter().any(|folder| inside.starts_with(folder))
        && !is_hidden(inside)
}

/// The address of a folder, with or without pages.
fn folder(known: &mut HashMap<String, String>, path: &str) -> String {
    if let Some(url) = known.get(path) {
        return url.clone();
    }
    let mut missing = Vec::new();
    let mut rest = path;
    let mut url = loop {
        let Some((above, name)) = rest.rsplit_once('/') else { break String::from("/") };
        missing.push((rest, name));
        rest = above;
        if let Some(url) = known.get(rest) {
            break url.clone();
        }
    };
    for (path, name) in missing.into_iter().rev() {
        url.push_str(&name::folder_part(name));
        url.push('/');
        known.insert(path.to_owned(), url.clone());
    }
    url
}
