//! Publishes into real folders, in each of the three ways.
use super::*;
use crate::model::{FileStore as _, Files, StoredFiles, files_of as files};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// How the new tree replaces the old one, and whether its files are stored while the site is made.
pub(super) type Way = (SwapMethod, bool);

pub(super) const WAYS: [Way; 6] = [
    (SwapMethod::Swap, true),
    (SwapMethod::Renames, true),
    (SwapMethod::Piecewise, true),
    (SwapMethod::Swap, false),
    (SwapMethod::Renames, false),
    (SwapMethod::Piecewise, false),
];

/// A folder and the path of an output folder in it that does not exist yet.
pub(super) fn output_dir() -> (TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("public");
    (root, out)
}

/// Publishes files as `jalon build` does.
pub(super) fn publish(files: &Files, out: &Path, force: bool) -> Result<PublishSummary, Failure> {
    publish_with(files, out, force, WAYS[0])
}

/// Publishes files that are in memory, or puts each into a store first, as far as it takes them.
pub(super) fn publish_with(
    files: &Files,
    out: &Path,
    force: bool,
    (method, is_stored): Way,
) -> Result<PublishSummary, Failure> {
    let store = if is_stored { StagingStore::open(out)? } else { None };
    let (mut held, mut staged) = (Files::new(), StoredFiles::new());
    for (path, made) in files {
        match store.as_ref().and_then(|store| store.put(path, &made.value.value)) {
            Some(file) => drop(staged.insert(path.clone(), file)),
            None => drop(held.insert(path.clone(), made.clone())),
        }
    }
    super::publish_with(SiteContent { held: &held, staged: &staged }, out, (force, method), store)
}

/// The content of a folder, without the manifest.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let plain =
        entries.filter(|entry| entry.file_type().is_file() && entry.file_name() != output_dir::MANIFEST);
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    plain.map(|entry| (name(entry.path()), fs::read_to_string(entry.path()).unwrap())).collect()
}

pub(super) fn expect(folder: &Path, list: &[(&str, &str)]) {
    let expected: BTreeMap<_, _> =
        list.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(tree(folder), expected);
    let beside: Vec<_> = fs::read_dir(folder.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(".jalon-"))
        .collect();
    assert_eq!(beside, [""; 0], "nothing is left beside");
}

#[cfg(unix)]
pub(super) fn inode(path: &Path) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    let data = fs::metadata(path).unwrap();
    (data.ino(), data.mtime(), data.mtime_nsec())
}

pub(super) const SITE: &[(&str, &str)] =
    &[("index.html", "home"), ("a/index.html", "a"), ("a/b/x.css", "css")];

#[test]
fn the_output_equals_the_build() {
    for way in WAYS {
        let (_root, out) = output_dir();
        let first = publish_with(&files(SITE), &out, false, way).unwrap();
        assert_eq!((first.written, first.kept, first.removed, first.files, first.bytes), (3, 0, 0, 3, 8));
        expect(&out, SITE);

        // One file changed, one gone, one new; a folder becomes a file, and a file a folder.
        let next = &[("index.html", "home!"), ("a", "file"), ("b/index.html", "b")];
        let second = publish_with(&files(next), &out, false, way).unwrap();
        assert_eq!((second.written, second.kept, second.removed), (3, 0, 2), "{way:?}");
        expect(&out, next);
        publish_with(&files(SITE), &out, false, way).unwrap();
        expect(&out, SITE);
    }
}

#[cfg(unix)]
#[test]
fn unchanged_files_keep_their_inode_and_time() {
    for way in WAYS {
        let (_root, out) = output_dir();
        publish_with(&files(SITE), &out, false, way).unwrap();
        let (kept, root) = (inode(&out.join("a/index.html")), inode(&out));
        let same = publish_with(&files(SITE), &out, false, way).unwrap();
        assert_eq!((same.written, same.kept, same.removed), (0, 3, 0));
        assert_eq!(inode(&out), root, "nothing to do, nothing done");

        let next = &[("index.html", "new"), SITE[1], SITE[2]];
        let next = publish_with(&files(next), &out, false, way).unwrap();
        assert_eq!((next.written, next.kept), (1, 2));
        assert_eq!(inode(&out.join("a/index.html")), kept, "{way:?}");
    }
}

#[test]
fn hidden_files_of_others_survive() {
    for way in WAYS {
        let (_root, out) = output_dir();
        fs::create_dir_all(out.join("a/.keep/deep")).unwrap();
        fs::write(out.join(".gitignore"), "*").unwrap();
        fs::write(out.join("a/.htaccess"), "deny").unwrap();
        for round in ["1", "2"] {
            publish_with(&files(&[("a/index.html", round)]), &out, false, way).unwrap();
            expect(&out, &[(".gitignore", "*"), ("a/.htaccess", "deny"), ("a/index.html", round)]);
            assert!(out.join("a/.keep/deep").is_dir());
        }
    }
    let (_root, out) = output_dir();
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join(".gitignore"), "*").unwrap();
    publish(&files(SITE), &out, false).unwrap();
    publish(&files(&SITE[..1]), &out, false).unwrap();
    expect(&out, &[(".gitignore", "*"), SITE[0]]);
}

#[test]
fn a_folder_of_others_is_refused() {
    let (_root, out) = output_dir();
    fs::create_dir_all(out.join("photos")).unwrap();
    for name in ["1", "2", "3", "4", "5", "6"] {
        fs::write(out.join("photos").join(name), name).unwrap();
    }
    let refused = publish(&files(SITE), &out, false).unwrap_err();
    assert_eq!(refused.what, "failure-foreign-output");
    assert_eq!(refused.why, "photos/1, photos/2, photos/3, photos/4, photos/5, …");
    assert!(!out.join("index.html").exists());

    let forced = publish(&files(SITE), &out, true).unwrap();
    assert_eq!((forced.written, forced.foreign.len()), (3, 6));
    publish(&files(&SITE[..1]), &out, true).unwrap();
    assert_eq!((tree(&out).len(), tree(&out)["photos/6"].as_str()), (7, "6"));
    assert_eq!(publish(&files(SITE), &out, false).unwrap_err().what, "failure-foreign-output");
}

#[test]
fn nothing_of_others_is_overwritten() {
    for (foreign, ours) in [("index.html", "index.html"), ("a", "a/index.html"), ("a/x", "a"), (".x/y", ".x")]
    {
        let (_root, out) = output_dir();
        fs::create_dir_all(out.join(foreign).parent().unwrap()).unwrap();
        fs::write(out.join(foreign), "theirs").unwrap();
        let refused = publish(&files(&[(ours, "ours")]), &out, true).unwrap_err();
        assert_eq!(refused.what, "failure-foreign-collision", "{foreign} {ours}");
        expect(&out, &[(foreign, "theirs")]);
    }
    // A file of others with the same bytes is accepted.
    let (_root, out) = output_dir();
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join(".nojekyll"), "").unwrap();
    assert_eq!(publish(&files(&[(".nojekyll", "")]), &out, false).unwrap().kept, 1);
}

#[test]
fn our_files_edited_by_hand_are_put_right() {
    for way in WAYS {
        let (_root, out) = output_dir();
        publish_with(&files(SITE), &out, false, way).unwrap();
        fs::write(out.join("index.html"), "HOME").unwrap();
        fs::remove_file(out.join("a/b/x.css")).unwrap();
        let next = publish_with(&files(SITE), &out, false, way).unwrap();
        assert_eq!((next.written, next.kept), (2, 1));
        expect(&out, SITE);
    }
}

#[test]
fn the_sources_are_never_the_output() {
    let (root, _) = output_dir();
    fs::create_dir_all(root.path().join("guide")).unwrap();
    fs::write(root.path().join("guide/jalon.yaml"), "title: G").unwrap();
    fs::write(root.path().join("file"), "").unwrap();
    let refused = |out: &Path| publish(&files(SITE), out, true).unwrap_err().what;
    for below in ["", "guide", "guide/a/b", "themes/x"] {
        assert_eq!(refused(&root.path().join(below)), "failure-output-in-guide", "{below}");
    }
    let above = tempfile::tempdir().unwrap();
    fs::create_dir_all(above.path().join("project/guide")).unwrap();
    fs::write(above.path().join("project/guide/jalon.yaml"), "").unwrap();
    assert_eq!(refused(above.path()), "failure-output-in-guide");
    assert_eq!(refused(Path::new("/")), "failure-output-place");
    assert_eq!(refused(&root.path().join("file")), "failure-output-place");
    assert!(!root.path().join("guide/a").exists());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (root, out) = output_dir();
    let away = root.path().join("away");
    fs::create_dir(&away).unwrap();
    std::os::unix::fs::symlink(&away, &out).unwrap();
    assert_eq!(publish(&files(SITE), &out, true).unwrap_err().what, "failure-output-link");

    fs::remove_file(&out).unwrap();
    fs::create_dir(&out).unwrap();
    std::os::unix::fs::symlink(&away, out.join("a")).unwrap();
    assert_eq!(publish(&files(SITE), &out, false).unwrap_err().what, "failure-foreign-output");
    assert_eq!(publish(&files(SITE), &out, true).unwrap_err().what, "failure-foreign-collision");
    let other = publish(&files(&SITE[..1]), &out, true).unwrap();
    assert_eq!(other.foreign, ["a"]);
    assert_eq!(fs::read_dir(&away).unwrap().count(), 0);
    assert!(out.join("a").is_symlink());
}

#[test]
fn paths_that_lead_out_are_a_failure() {
    let (root, out) = output_dir();
    for path in ["../x", "/x", "a/../../x", output_dir::MANIFEST] {
        assert_eq!(publish(&files(&[(path, "x")]), &out, true).unwrap_err().what, "failure-output-path");
    }
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
}

#[test]
fn a_build_that_was_killed_is_mended_by_the_next() {
    let (root, out) = output_dir();
    let (staging, old) = (root.path().join(".public.jalon-staging"), root.path().join(".public.jalon-old"));
    let new = &[("index.html", "new"), ("c/index.html", "c")];
    publish(&files(SITE), &out, false).unwrap();
    fs::write(out.join(".gitignore"), "*").unwrap();

    // While staging: half a tree without a manifest.
    fs::create_dir_all(staging.join("a")).unwrap();
    fs::write(staging.join("a/index.html"), "half").unwrap();
    publish(&files(SITE), &out, false).unwrap();
    expect(&out, &[SITE[0], SITE[1], SITE[2], (".gitignore", "*")]);

    // Between two renames: the old site under its other name, the new one complete.
    let (_other, elsewhere) = output_dir();
    publish(&files(new), &elsewhere, false).unwrap();
    fs::rename(&out, &old).unwrap();
    fs::rename(&elsewhere, &staging).unwrap();
    publish(&files(SITE), &out, false).unwrap();
    expect(&out, &[SITE[0], SITE[1], SITE[2], (".gitignore", "*")]);

    // After the swap, before the old tree is removed; others have added a file to it.
    let (_other, elsewhere) = output_dir();
    publish(&files(new), &elsewhere, false).unwrap();
    fs::rename(&out, &staging).unwrap();
    fs::rename(&elsewhere, &out).unwrap();
    fs::write(staging.join("a/.late"), "late").unwrap();
    publish(&files(new), &out, false).unwrap();
    expect(&out, &[new[0], new[1], (".gitignore", "*"), ("a/.late", "late")]);
}

#[test]
fn replacing_one_by_one_can_be_interrupted() {
    let (_root, out) = output_dir();
    publish_with(&files(SITE), &out, false, WAYS[2]).unwrap();
    let new = files(&[("index.html", "new"), ("c/index.html", "c")]);
    // After the manifest of both sites and one new file were written.
    let list = |held: &Files| Manifest::of(SiteContent { held, staged: &StoredFiles::new() });
    let (before, after) = (list(&files(SITE)), list(&new));
    Manifest::during(&before, &after, &["c/index.html", "index.html"]).write(&out).unwrap();
    fs::create_dir(out.join("c")).unwrap();
    fs::write(out.join("c/index.html"), "c").unwrap();
    fs::write(out.join("c/.index.html.00000000.jalon-new"), "ha").unwrap();
    let next = publish_with(&new, &out, false, WAYS[2]).unwrap();
    assert_eq!((next.written, next.kept, next.removed), (1, 1, 2));
    expect(&out, &[("index.html", "new"), ("c/index.html", "c")]);
}

#[test]
fn a_large_old_tree_is_kept_for_the_next_build() {
    let (root, out) = output_dir();
    let spare = root.path().join(".public.jalon-spare");
    let site = |edit: &str, pages: usize| {
        let name = |number: usize| format!("{}/{number}/index.html", number / 100);
        let text = |number: usize| if number.is_multiple_of(50) { edit } else { "same" };
        let list: Vec<_> = (0..pages).map(|number| (name(number), text(number))).collect();
        files(&list.iter().map(|(path, text)| (path.as_str(), *text)).collect::<Vec<_>>())
    };
    let whole = |site: &Files| {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        site.iter()
            .map(|(path, made)| (path.to_string(), text(&made.value.value)))
            .collect::<BTreeMap<_, _>>()
    };
    for (round, edit) in ["one", "two", "three", "four"].iter().enumerate() {
        let next = site(edit, 1100 - round);
        publish(&next, &out, false).unwrap();
        let mut expected = whole(&next);
        if round >= 1 {
            expected.insert(".mine".to_owned(), "mine".to_owned());
            assert_eq!(fs::read_to_string(spare.join(".gitignore")).unwrap(), "*\n");
        }
        if round == 3 {
            expected.insert("0/.late".to_owned(), "late".to_owned());
            expected.remove(".mine");
        }
        assert!(tree(&out) == expected, "{edit}");
        match round {
            0 => fs::write(out.join(".mine"), "mine").unwrap(),
            2 => {
                // One file added to the old tree when it was put away, and one removed by its owner.
                fs::write(spare.join("site/0/.late"), "late").unwrap();
                fs::remove_file(out.join(".mine")).unwrap();
            }
            _ => {}
        }
    }
    publish(&site("five", 10), &out, false).unwrap();
    publish(&site("six", 10), &out, false).unwrap();
    assert!(!spare.exists() && !root.path().join(".public.jalon-staging").exists());
    assert_eq!(tree(&out).len(), 11);
}

#[test]
fn a_failure_leaves_the_old_site() {
    let (_root, out) = output_dir();
    publish(&files(SITE), &out, false).unwrap();
    let long = format!("{}/index.html", "x".repeat(300));
    let refused = publish(&files(&[("index.html", "new"), (&long, "")]), &out, false).unwrap_err();
    assert_eq!((refused.what, refused.why.is_empty()), ("failure-write", false));
    expect(&out, SITE);
}

#[test]
fn two_builds_at_once_take_turns() {
    let (_root, out) = output_dir();
    let sites: Vec<Files> = ["one", "two", "three", "four"]
        .iter()
        .map(|text| files(&[("index.html", text), ("a/index.html", text), (&format!("{text}.html"), text)]))
        .collect();
    std::thread::scope(|scope| {
        for site in &sites {
            scope.spawn(|| (0..10).for_each(|_| drop(publish(site, &out, false).unwrap())));
        }
    });
    let there = tree(&out);
    assert_eq!(there.len(), 3);
    assert_eq!(
        (&there["index.html"], there.get(&format!("{}.html", there["index.html"]))),
        (&there["a/index.html"], Some(&there["index.html"]))
    );
    let text = there["index.html"].clone();
    expect(&out, &[("index.html", &text), ("a/index.html", &text), (&format!("{text}.html"), &text)]);
}
