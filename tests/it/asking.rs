//! Commands that ask the guide and publish nothing: they fill no page, and refuse formats that they do not have.
use crate::support::{jalon, package_root, run};
use std::fs;
use std::path::Path;

/// Commands that publish nothing.
const ASKING: [&[&str]; 6] = [
    &["report"],
    &["search", "rentree"],
    &["export", "search"],
    &["checklist"],
    &["checklist", "newcomer"],
    &["urls"],
];

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the disk takes a folder");
    fs::write(path, text).expect("the disk takes a file");
}

/// A guide with a task, whose theme has a template that cannot be filled.
fn guide_with_a_broken_template() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("the disk takes a folder");
    let root = folder.path();
    write(root, "guide/jalon.yaml", "title: Guide\nlanguage: en\ntheme: broken\n");
    write(
        root,
        "guide/index.md",
        "# Guide\n\n## Rentree\n\n- [ ] Sign <role:newcomer>\n\n[TODO: the rest]\n",
    );
    write(root, "guide/registry/roles.yaml", "newcomer:\n  name: Newcomer\n");
    write(root, "themes/broken/theme.yaml", "name: broken\n");
    let page = fs::read_to_string(package_root().join("themes/default/templates/page.html"))
        .expect("there is a template");
    write(
        root,
        "themes/broken/templates/page.html",
        &page.replacen('{', "{{ page.title | no_such_filter }}{", 1),
    );
    folder
}

#[test]
fn commands_that_publish_nothing_fill_no_page() {
    let folder = guide_with_a_broken_template();
    let build = run(&mut jalon(folder.path(), &["build", "--format", "short", "--lang", "en"]));
    let diagnostics = String::from_utf8_lossy(&build.stdout).into_owned();
    assert_eq!(build.status.code(), Some(1), "{diagnostics}");
    assert!(diagnostics.contains("theme/"), "{diagnostics}");
    for words in ASKING {
        let output = run(&mut jalon(folder.path(), words));
        let texts = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
        assert_eq!(output.status.code(), Some(0), "{words:?}: {texts:?}");
        assert!(!texts.concat().contains("theme/"), "{words:?}: {texts:?}");
    }
    assert!(!folder.path().join("public").exists());
}

#[test]
fn errors_of_the_guide_are_still_found_without_its_pages() {
    let folder = guide_with_a_broken_template();
    write(folder.path(), "guide/index.md", "# Guide\n\n[gone](gone.md)\n");
    let checklist = run(&mut jalon(folder.path(), &["checklist", "--lang", "en"]));
    let text = String::from_utf8_lossy(&checklist.stdout).into_owned();
    assert_eq!(checklist.status.code(), Some(1), "{text}");
    assert!(text.contains("link/missing-page") && !text.contains("theme/"), "{text}");
    let export = run(&mut jalon(folder.path(), &["export", "search"]));
    assert_eq!(export.status.code(), Some(1));
    assert!(export.stdout.starts_with(b"{"));
}

#[test]
fn a_format_that_a_command_does_not_have_is_an_error_with_those_it_has() {
    let folder = guide_with_a_broken_template();
    for (words, formats) in [
        (&["checklist", "newcomer", "--format", "sarif"][..], "human, json, csv, ics, pdf"),
        (&["report", "--format", "pdf"], "human, json, csv, ics"),
        (&["search", "x", "--format", "csv"], "human, json"),
        (&["urls", "--format", "short"], "human, json"),
        (&["export", "search", "--format", "csv"], "ndjson"),
        (&["check", "--format", "csv"], "human, short, json, github, gitlab, sarif, junit"),
    ] {
        let output = run(&mut jalon(folder.path(), &[words, &["--lang", "en"]].concat()));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{words:?}: {text}");
        assert!(text.contains(formats) && output.stdout.is_empty(), "{words:?}: {text}");
    }
}

#[test]
fn an_option_that_means_nothing_to_a_command_is_an_error() {
    let folder = guide_with_a_broken_template();
    for words in
        [&["report", "--strict"][..], &["urls", "--drafts"], &["check", "--out", "x"], &["serve", "--force"]]
    {
        let output = run(&mut jalon(folder.path(), words));
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
