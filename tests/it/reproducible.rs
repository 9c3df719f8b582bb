//! A guide gives the same bytes, wherever it is, in whatever order its files were made, whatever the clock, the
//! language and the number of threads of the machine.
use crate::support::{RandomNumbers, files_below, jalon, package_root, run};
use std::collections::BTreeMap;
use std::path::Path;

/// Copies the first guide, with its files in random order.
fn copy_shuffled(to: &Path, seed: u64) {
    let mut files = files_below("guide");
    let mut random = RandomNumbers::new(seed);
    for at in (1..files.len()).rev() {
        files.swap(at, random.below(at + 1));
    }
    for file in files {
        let target = to.join(&file);
        std::fs::create_dir_all(target.parent().expect("it is in a folder")).expect("a folder is made");
        std::fs::copy(package_root().join(&file), target).expect("a file is copied");
    }
}

/// Every file below a folder with its bytes.
fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.expect("the site can be listed");
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(root).expect("it is below").to_string_lossy().into_owned();
            found.insert(inside, std::fs::read(entry.path()).expect("it can be read"));
        }
    }
    found
}

#[test]
fn builds_in_different_conditions_give_the_same_tree() {
    let conditions: [&[(&str, &str)]; 4] = [
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC")],
        &[("RAYON_NUM_THREADS", "4"), ("TZ", "Pacific/Kiritimati"), ("LANG", "fr_FR.UTF-8")],
        &[("TZ", "Pacific/Pago_Pago"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/nonexistent")],
        &[("RAYON_NUM_THREADS", "3"), ("LC_ALL", "C"), ("NO_COLOR", "1"), ("SOURCE_DATE_EPOCH", "0")],
    ];
    let mut trees = Vec::new();
    for (seed, condition) in (1..).zip(conditions) {
        let folder = tempfile::Builder::new().prefix(&"x".repeat(seed)).tempdir().expect("a folder is made");
        let seed = u64::try_from(seed).expect("a small number");
        copy_shuffled(folder.path(), seed);
        let done = run(jalon(folder.path(), &["build"]).envs(condition.iter().copied()));
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        trees.push(tree(&folder.path().join("public")));
    }
    let first = &trees[0];
    assert!(first.len() > 30, "{:?}", first.keys());
    for (at, other) in trees.iter().enumerate().skip(1) {
        assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "build {at}");
        let different: Vec<_> = first.iter().filter(|(path, bytes)| other[*path] != **bytes).collect();
        let different: Vec<_> = different.into_iter().map(|(path, _)| path).collect();
        assert!(different.is_empty(), "build {at}: {different:?}");
    }
}

#[test]
fn a_second_build_into_the_same_folder_leaves_the_same_tree() {
    let folder = tempfile::tempdir().expect("a folder is made");
    copy_shuffled(folder.path(), 7);
    let build = || {
        let done = run(&mut jalon(folder.path(), &["build"]));
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        tree(&folder.path().join("public"))
    };
    let first = build();
    assert!(build() == first, "nothing changed");
}
