//! Files that are stored while a site is made, in real folders.
#![cfg(unix)]
use super::tests::{SITE, expect, inode, output_dir, publish};
use super::*;
use crate::model::{FileStore as _, Files, OutPath, StoredFiles, files_of as files};
use std::fs;

/// Stores these files while a site is made.
fn store(out: &Path, site: &[(&str, &str)]) -> (StagingStore, StoredFiles) {
    let store = StagingStore::open(out).unwrap().unwrap();
    let put = |(path, text): &(&str, &str)| {
        let path = OutPath::new(*path);
        let file = store.put(&path, text.as_bytes()).unwrap();
        (path, file)
    };
    let staged = site.iter().map(put).collect();
    (store, staged)
}

#[test]
fn a_site_that_is_given_up_leaves_the_old_one() {
    let (_root, out) = output_dir();
    publish(&files(SITE), &out, false).unwrap();
    let before = inode(&out.join("a/index.html"));
    drop(store(&out, &[("index.html", "new"), ("c/index.html", "c"), SITE[1]]));
    expect(&out, SITE);
    assert_eq!(inode(&out.join("a/index.html")), before);
}

#[test]
fn a_build_that_was_killed_while_it_made_files_is_mended_by_the_next() {
    let (root, out) = output_dir();
    publish(&files(SITE), &out, false).unwrap();
    let (store, _) = store(&out, &[("index.html", "new"), ("c/index.html", "c"), SITE[1]]);
    // A process that is killed drops nothing, and the system takes its lock away.
    std::mem::forget(store);
    fs::remove_file(root.path().join(".public.jalon-lock")).unwrap();
    assert!(OutputDir::has_leftovers(&out));
    recover(&out).unwrap();
    expect(&out, SITE);
    publish(&files(&SITE[..2]), &out, false).unwrap();
    expect(&out, &SITE[..2]);
}

#[test]
fn stored_files_are_links_where_nothing_changed() {
    let (root, out) = output_dir();
    publish(&files(SITE), &out, false).unwrap();
    let (store, staged) = store(&out, &[("index.html", "new"), SITE[1]]);
    let staging = root.path().join(".public.jalon-staging");
    assert_eq!(inode(&staging.join("a/index.html")), inode(&out.join("a/index.html")));
    assert_eq!(fs::read_to_string(staging.join("index.html")).unwrap(), "new");
    assert_eq!(staged.values().map(|file| file.is_current).collect::<Vec<_>>(), [true, false]);
    // Its owner removes a page meanwhile, and writes over another: what was made counts.
    fs::remove_file(out.join("a/index.html")).unwrap();
    fs::remove_file(out.join("index.html")).unwrap();
    fs::write(out.join("index.html"), "edited").unwrap();
    let content = SiteContent { held: &Files::new(), staged: &staged };
    super::publish(content, &out, false, Some(store)).unwrap();
    expect(&out, &[("index.html", "new"), SITE[1]]);
}

#[test]
fn what_a_store_does_not_take_is_held_and_published() {
    let (_root, out) = output_dir();
    publish(&files(SITE), &out, false).unwrap();
    let (store, mut staged) = store(&out, &[("a", "file")]);
    // A page whose folder has the name of a file, and one that is there already.
    for path in ["a/index.html", "a", "../x", "x/../y"] {
        assert_eq!(store.put(&OutPath::new(path), b"other"), None, "{path}");
    }
    staged.insert(OutPath::new("b"), store.put(&OutPath::new("b"), b"b").unwrap());
    let held = files(&[("c/d", "held")]);
    super::publish(SiteContent { held: &held, staged: &staged }, &out, false, Some(store)).unwrap();
    expect(&out, &[("a", "file"), ("b", "b"), ("c/d", "held")]);
}

#[test]
fn files_of_others_that_hold_the_same_stay_theirs() {
    let (_root, out) = output_dir();
    fs::create_dir(&out).unwrap();
    fs::write(out.join(".nojekyll"), "").unwrap();
    let theirs = inode(&out.join(".nojekyll"));
    let (open, staged) = store(&out, &[(".nojekyll", ""), SITE[0]]);
    let content = SiteContent { held: &Files::new(), staged: &staged };
    assert_eq!(super::publish(content, &out, false, Some(open)).unwrap().kept, 1);
    assert_eq!(inode(&out.join(".nojekyll")), theirs);

    fs::write(out.join("CNAME"), "theirs").unwrap();
    let (open, staged) = store(&out, &[("CNAME", "ours"), ("index.html", "new")]);
    let content = SiteContent { held: &Files::new(), staged: &staged };
    let refused = super::publish(content, &out, false, Some(open)).unwrap_err();
    assert_eq!(refused.what, "failure-foreign-collision");
    expect(&out, &[(".nojekyll", ""), ("CNAME", "theirs"), SITE[0]]);
}
