//! Every page and anchor of the old site leads somewhere in the new one. The lists of addresses are what `tests/import/addresses`
//! found when it crawled the sites that `MkDocs` and `mdBook` make of these trees; `/a/#` is the title of a page.
use super::{import, jalon};
use crate::support::{package_root, text_of};
use std::fs;
use std::path::{Path, PathBuf};

/// The page that a file shows: itself, or the one that it leads to.
fn page(site: &Path, file: &Path) -> Option<String> {
    let mut file = file.to_path_buf();
    for _ in 0..3 {
        let html = fs::read_to_string(&file).ok()?;
        let Some((_, rest)) = html.split_once("http-equiv=\"refresh\" content=\"0; url=") else {
            return Some(html);
        };
        let target = rest.split('"').next()?;
        let target = target.split('#').next()?;
        let folder = file.parent()?;
        let mut path: PathBuf =
            if let Some(inside) = target.strip_prefix('/') { site.join(inside) } else { folder.join(target) };
        if target.ends_with('/') || target.is_empty() {
            path = path.join("index.html");
        }
        file = path;
    }
    None
}

/// Imports a fixture and builds it; the addresses that lead nowhere.
fn lost(name: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder is made");
    let source = package_root().join("tests/import").join(name);
    let done = import(folder.path(), &[&source.to_string_lossy(), "new"]);
    let printed = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{printed}");
    let root = folder.path().join("new");
    let (built, said) = jalon(&root, &["build"]);
    assert!(built, "{said}");
    let site = root.join("public");
    let list = text_of(format!("tests/import/{name}/addresses.txt"));
    assert!(list.lines().count() > 15, "the list is whole");
    let leads = |address: &&str| {
        let (path, anchor) =
            address.split_once('#').map_or((*address, None), |(path, anchor)| (path, Some(anchor)));
        let mut file = site.join(path.trim_start_matches('/'));
        if path.ends_with('/') {
            file = file.join("index.html");
        }
        if !path.ends_with('/') && !path.ends_with(".html") {
            return file.is_file();
        }
        let Some(html) = page(&site, &file) else { return false };
        anchor.is_none_or(|anchor| anchor.is_empty() || html.contains(&format!("id=\"{anchor}\"")))
    };
    list.lines().filter(|address| !leads(address)).map(str::to_owned).collect()
}

#[test]
fn every_address_of_a_mkdocs_site_leads_somewhere() {
    assert_eq!(lost("mkdocs"), [""; 0]);
}

#[test]
fn every_address_of_a_site_of_material_leads_somewhere() {
    assert_eq!(lost("material"), [""; 0]);
}

#[test]
fn every_address_of_an_mdbook_leads_somewhere() {
    assert_eq!(lost("mdbook"), [""; 0]);
}
