//! What a build that was killed leaves behind, and what others put into the output folder, in real folders.
#![cfg(unix)]
use super::tests::{SITE, WAYS, expect, inode, output_dir, publish, publish_with};
use super::*;
use crate::model::{StoredFiles, files_of as files};
use journal::Journal;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

const NEXT: &[(&str, &str)] = &[("index.html", "new"), ("c/index.html", "c"), ("a/b", "file")];

/// A published site with a repository, a hidden link and a hidden file of others in it.
fn with_repository(out: &Path) {
    publish(&files(SITE), out, false).unwrap();
    fs::create_dir_all(out.join(".git/refs")).unwrap();
    fs::write(out.join(".git/HEAD"), "ref").unwrap();
    fs::write(out.join("a/.htaccess"), "deny").unwrap();
    fs::write(out.join("CNAME"), "guide.example.org").unwrap();
    symlink(".git/HEAD", out.join("a/.link")).unwrap();
}

fn beside(out: &Path, ending: &str) -> PathBuf {
    out.with_file_name(format!(".public.jalon-{ending}"))
}

/// A site with what `with_repository` adds, but for the link, which the list of files shows with its target's text.
fn with_theirs<'a>(site: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    site.iter()
        .copied()
        .chain([(".git/HEAD", "ref"), ("a/.htaccess", "deny"), ("CNAME", "guide.example.org")])
        .collect()
}

#[test]
fn a_repository_in_the_output_folder_is_carried_over() {
    for way in WAYS {
        let (_root, out) = output_dir();
        with_repository(&out);
        let (folder, repository) = (inode(&out).0, inode(&out.join(".git")));
        // While it is open, no other folder gets its number.
        let open = fs::File::open(&out).unwrap();
        for site in [&NEXT[..2], SITE] {
            let done = publish_with(&files(site), &out, false, way).unwrap();
            assert_eq!(done.one_by_one, way.0 == SwapMethod::Piecewise);
            expect(&out, &with_theirs(site));
            assert_eq!(inode(&out.join(".git")), repository, "moved, not copied");
            assert_eq!(out.join("a/.link").read_link().unwrap(), Path::new(".git/HEAD"));
        }
        assert_eq!(way.0 == SwapMethod::Piecewise, inode(&out).0 == folder);
        drop(open);
    }
}

#[test]
fn what_a_killed_build_carried_is_put_back() {
    let (_root, out) = output_dir();
    let (_other, elsewhere) = output_dir();
    with_repository(&out);
    publish(&files(&NEXT[..2]), &elsewhere, false).unwrap();
    // Killed before the swap: the repository is in the staged tree. Since then, its owner has saved a file.
    let staging = beside(&out, "staging");
    fs::create_dir(elsewhere.join("a")).unwrap();
    fs::hard_link(out.join("a/.htaccess"), elsewhere.join("a/.htaccess")).unwrap();
    fs::rename(&elsewhere, &staging).unwrap();
    for name in [".git", "a/.link"] {
        fs::rename(out.join(name), staging.join(name)).unwrap();
    }
    fs::write(out.join("a/.saved"), "allow").unwrap();
    fs::rename(out.join("a/.saved"), out.join("a/.htaccess")).unwrap();
    recover(&out).unwrap();
    let mut expected = with_theirs(SITE);
    expected[4].1 = "allow";
    expect(&out, &expected);
    assert!(out.join("a/.link").is_symlink());
}

#[test]
fn what_is_saved_while_the_site_is_replaced_counts() {
    let (_root, out) = output_dir();
    let (_other, elsewhere) = output_dir();
    with_repository(&out);
    publish(&files(&NEXT[..2]), &elsewhere, false).unwrap();
    // Killed after the swap: the old tree stands beside the new one.
    let old = beside(&out, "old");
    fs::rename(&out, &old).unwrap();
    fs::rename(&elsewhere, &out).unwrap();
    fs::rename(old.join(".git"), out.join(".git")).unwrap();
    fs::rename(old.join("CNAME"), out.join("CNAME")).unwrap();
    fs::create_dir(out.join("a")).unwrap();
    fs::hard_link(old.join("a/.htaccess"), out.join("a/.htaccess")).unwrap();
    fs::remove_file(old.join("a/.htaccess")).unwrap();
    fs::write(old.join("a/.htaccess"), "allow").unwrap();
    publish(&files(&NEXT[..2]), &out, false).unwrap();
    let mut expected = with_theirs(&NEXT[..2]);
    expected[3].1 = "allow";
    expect(&out, &expected);
}

#[test]
fn two_repositories_are_left_to_their_owner() {
    let (_root, out) = output_dir();
    let (_other, elsewhere) = output_dir();
    with_repository(&out);
    publish(&files(SITE), &elsewhere, false).unwrap();
    fs::create_dir(elsewhere.join(".git")).unwrap();
    let staging = beside(&out, "staging");
    fs::rename(&elsewhere, &staging).unwrap();
    let refused = publish(&files(NEXT), &out, false).unwrap_err();
    let at = fs::canonicalize(&staging).unwrap().join(".git").display().to_string();
    assert_eq!((refused.what, refused.at), ("failure-left-behind", at));
    assert!(staging.join(".git").is_dir() && out.join(".git/HEAD").is_file());
    fs::remove_dir(staging.join(".git")).unwrap();
    publish(&files(&NEXT[..2]), &out, false).unwrap();
    expect(&out, &with_theirs(&NEXT[..2]));
}

/// A site whose change to `NEXT` is decided and not made.
fn decided(out: &Path) -> Journal {
    publish(&files(SITE), out, false).unwrap();
    let next = files(NEXT);
    let found = OutputDir::find(out).unwrap();
    let content = SiteContent { held: &next, staged: &StoredFiles::new() };
    let survey = survey::take(&found, &content.names(), false).unwrap();
    let plan = WritePlan::make(&found, content, &survey).unwrap();
    let before = survey.manifest.clone().unwrap();
    let journal = Journal::new(out, before, &Manifest::of(content), &plan).unwrap();
    journal.decide(&found, &plan).unwrap();
    journal
}

#[test]
fn a_change_file_by_file_is_finished_by_the_next_build() {
    // After each of the steps at which a build may be killed.
    for steps in 0..=4 {
        let (_root, out) = output_dir();
        let journal = decided(&out);
        let number = |path: &str| journal.written.iter().position(|written| written == path).unwrap();
        let put = |path: &str| {
            fs::create_dir_all(out.join(path).parent().unwrap()).unwrap();
            fs::rename(Journal::content(&out, number(path)), out.join(path)).unwrap();
        };
        if steps >= 1 {
            fs::remove_file(out.join("a/b/x.css")).unwrap();
        }
        if steps >= 2 {
            fs::remove_dir(out.join("a/b")).unwrap();
            put("a/b");
        }
        if steps >= 3 {
            put("c/index.html");
        }
        if steps >= 4 {
            put("index.html");
            fs::remove_file(out.join("a/index.html")).unwrap();
        }
        assert!(OutputDir::has_leftovers(&out));
        recover(&out).unwrap();
        expect(&out, NEXT);
        assert!(!OutputDir::has_leftovers(&out));
        assert_eq!(publish(&files(NEXT), &out, false).unwrap().kept, 3);
    }
}

#[test]
fn a_change_that_is_not_decided_is_dropped() {
    let (_root, out) = output_dir();
    decided(&out);
    fs::remove_file(out.join(".jalon-journal/list.json")).unwrap();
    recover(&out).unwrap();
    expect(&out, SITE);
}

#[test]
fn finishing_a_change_touches_nothing_of_others() {
    let (_root, out) = output_dir();
    decided(&out);
    // Since the build was killed, others took the name of a file that goes and of one that comes.
    fs::write(out.join("a/index.html"), "theirs").unwrap();
    fs::create_dir(out.join("c")).unwrap();
    fs::write(out.join("c/index.html"), "theirs").unwrap();
    assert_eq!(recover(&out).unwrap_err().what, "failure-foreign-collision");
    fs::remove_file(out.join("c/index.html")).unwrap();
    recover(&out).unwrap();
    let mut expected = NEXT.to_vec();
    expected.push(("a/index.html", "theirs"));
    expect(&out, &expected);
}
