//! `jalon import`, with the program itself.
//!
//! `kinds`: a small tree of each program. `addresses`: what the pages of two programs were found at;
//! `former_addresses`: what settings and front matter say of older ones. `hostile`: trees that do
//! harm.
mod addresses;
mod former_addresses;
mod hostile;
mod kinds;

use crate::support::TODAY;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs `jalon import` with these arguments in a folder.
pub(super) fn import(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["import", "--today", TODAY, "--lang", "en"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

/// Writes files below a folder.
pub(super) fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("folders are made");
        fs::write(path, text).expect("files are written");
    }
}

/// All files below a folder with their bytes.
pub(super) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name();
    let files = walk.into_iter().map(|entry| entry.expect("the folder can be listed"));
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("it is below the folder");
            (path.display().to_string(), fs::read(entry.path()).expect("files are read"))
        })
        .collect()
}

#[test]
fn a_folder_becomes_a_guide_and_a_report() {
    let folder = tempfile::tempdir().expect("a folder is made");
    write(
        folder.path(),
        &[
            ("notes/README.md", "# Notes\n\nWelcome.\n"),
            ("notes/a.md", "# First\n\nText.\n"),
            ("notes/part/README.md", "# Part\n\nText.\n"),
            ("notes/part/b.md", "# Second\n\nText.\n"),
        ],
    );
    let done = import(folder.path(), &["notes", "guide-of-notes", "--language", "en"]);
    let printed = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{printed}{}", String::from_utf8_lossy(&done.stderr));
    assert!(
        printed.starts_with("Markdown: 4 pages, 0 pictures and files\n100 % of the pages are whole"),
        "{printed}"
    );
    let made = files(&folder.path().join("guide-of-notes"));
    let paths: Vec<&str> = made.iter().map(|(path, _)| path.as_str()).collect();
    let expected = [
        "guide/a.md",
        "guide/index.md",
        "guide/jalon.yaml",
        "guide/part/b.md",
        "guide/part/index.md",
        "import-report.md",
    ];
    assert_eq!(paths, expected);

    let again = import(folder.path(), &["notes", "second", "--language", "en"]);
    assert!(again.status.success());
    assert_eq!(files(&folder.path().join("second")), made, "the same source gives the same bytes");
    let refused = import(folder.path(), &["notes", "second"]);
    assert_eq!(refused.status.code(), Some(2), "a folder that exists is refused");
    assert_eq!(files(&folder.path().join("second")), made);
    assert_eq!(fs::read_dir(folder.path()).expect("it can be listed").count(), 3, "nothing else is left");
}

/// Runs another command on the guide in a folder; gives what it prints.
pub(super) fn jalon(root: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(arguments)
        .args(["--today", TODAY, "--lang", "en"])
        .arg("--root")
        .arg(root)
        .output()
        .expect("the program starts");
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.success(), text.into_owned())
}

/// Imports a tree; gives what is printed first, the pages of the guide, and its texts put together.
pub(super) fn imported(tree: &[(&str, &str)]) -> (String, Vec<String>, String) {
    let folder = tempfile::tempdir().expect("a folder is made");
    let (printed, made, texts) = right(folder.path(), tree);
    let pages = made.iter().map(|(path, _)| path.clone()).filter(|path| path.ends_with(".md")).collect();
    (printed.split(':').next().unwrap_or_default().to_owned(), pages, texts)
}

/// Imports a tree; gives the report and the home page.
pub(super) fn report(tree: &[(&str, &str)]) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder is made");
    right(folder.path(), tree);
    let read = |path: &str| fs::read_to_string(folder.path().join("new").join(path)).expect("it is there");
    (read("import-report.md"), read("guide/index.md"))
}

/// Imports a tree into a guide in which nothing is wrong; gives what is printed, the files, and their texts put together.
fn right(folder: &Path, tree: &[(&str, &str)]) -> (String, Vec<(String, Vec<u8>)>, String) {
    write(&folder.join("source"), tree);
    let done = import(folder, &["source", "new", "--language", "en"]);
    let printed = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{printed}{}", String::from_utf8_lossy(&done.stderr));
    let (is_right, said) = jalon(&folder.join("new"), &["check"]);
    let made = files(&folder.join("new/guide"));
    let texts = made.iter().map(|(path, bytes)| format!("=== {path}\n{}", String::from_utf8_lossy(bytes)));
    let texts = texts.collect::<String>();
    assert!(is_right, "{said}\n{texts}");
    (printed, made, texts)
}
