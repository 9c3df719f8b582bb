//! Trees that do harm: nothing outside is touched, nothing is run, and the answer is clear.
use super::{files, import, write};
use std::fs;

/// Imports a tree beside a file that it must not see; gives the report.
fn report(tree: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder is made");
    write(folder.path(), &[("secret.md", "# The secret\n")]);
    write(&folder.path().join("source"), tree);
    let done = import(folder.path(), &["source", "new", "--language", "en"]);
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    for (path, bytes) in files(&folder.path().join("new")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("The secret"), "{path}");
        assert!(!path.contains(".."), "{path}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("it can be listed").count(), 3);
    fs::read_to_string(folder.path().join("new/import-report.md")).expect("there is a report")
}

#[test]
fn ways_out_of_the_source_are_not_followed() {
    let report = report(&[
        ("book.toml", "[book]\nsrc = \"../..\"\n"),
        ("SUMMARY.md", "- [A](a.md)\n- [Out](../secret.md)\n- [Far](/etc/passwd)\n"),
        (
            "a.md",
            "# A\n\n{{#include ../secret.md}}\n\n--8<-- \"../secret.md\"\n\n[s](../secret.md) ![p](../../../etc/passwd) \
             [j](javascript:alert(1))\n\n<script>alert(1)</script>\n\n[d](/../../secret.md)\n",
        ),
    ]);
    for part in [
        "`../secret.md` was to be shown here",
        "“Out” leads to `../secret.md`, outside of the source",
        "`<script>`",
        "`javascript:alert(1)`",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
}

#[test]
fn bombs_and_odd_texts_end_soon() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for number in 1..20 {
        let items = vec![format!("*a{}", number - 1); 10].join(", ");
        bomb.extend([format!("a{number}: &a{number} [{items}]\n")]);
    }
    let deep = "> ".repeat(3000) + "x\n";
    let open = "{% hint style=\"info\" %}\n".repeat(5000);
    let tags = "<div><b><a href=\"x\">".repeat(3000);
    let colons = "::: tip\n".repeat(5000);
    let brackets = "[".repeat(20_000) + "\n";
    let loops = "{% include \"loop.md\" %}\n{{#include loop.md}}\n{{#include loop.md}}\n";
    let begun = std::time::Instant::now();
    let report = report(&[
        ("mkdocs.yml", &bomb),
        ("docs/index.md", "# A\n"),
        ("docs/front.md", &format!("---\n{bomb}---\n# B\n")),
        ("docs/deep.md", &deep),
        ("docs/open.md", &open),
        ("docs/tags.md", &tags),
        ("docs/colons.md", &colons),
        ("docs/brackets.md", &brackets),
        ("docs/loop.md", loops),
        (
            "docs/code.mdx",
            "export const x = () => { while (true) {} }\n\n# C\n\n<Chart data={x()} />\n\n{x()}\n",
        ),
    ]);
    assert!(report.contains("the settings cannot be read in full"), "{report}");
    assert!(report.contains("docs/code.mdx"), "{report}");
    assert!(begun.elapsed() < std::time::Duration::from_mins(1), "{:?}", begun.elapsed());
}

#[cfg(unix)]
#[test]
fn links_and_names_of_the_disk_are_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = tempfile::tempdir().expect("a folder is made");
    let source = folder.path().join("source");
    write(&source, &[("a.md", "# A\n\n![x](out.png)\n"), ("latin.md", "x")]);
    fs::write(source.join("latin.md"), b"# \xc9t\xe9\n").expect("it is written");
    fs::write(source.join(OsStr::from_bytes(b"\xe9.md")), "# B\n").expect("it is written");
    write(folder.path(), &[("secret.png", "The secret")]);
    std::os::unix::fs::symlink("../secret.png", source.join("out.png")).expect("a link is made");
    std::os::unix::fs::symlink("..", source.join("up")).expect("a link is made");
    let done = import(folder.path(), &["source", "new", "--language", "en"]);
    assert!(done.status.success());
    let report = fs::read_to_string(folder.path().join("new/import-report.md")).expect("there is a report");
    for part in [
        "this is a link to `../secret.png`, which is outside",
        "not written in UTF-8",
        "`latin.md:1`: the page was not in UTF-8",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
    let latin = fs::read_to_string(folder.path().join("new/guide/latin.md")).expect("the page is there");
    assert!(latin.starts_with("# Été"), "{latin}");
    assert!(!folder.path().join("new/guide/out.png").exists());
}

#[cfg(unix)]
#[test]
fn a_killed_import_leaves_nothing_in_its_place() {
    let folder = tempfile::tempdir().expect("a folder is made");
    let pages: Vec<(String, String)> = (0..400)
        .map(|number| (format!("source/p{number}.md"), format!("# Page {number}\n\nText.\n")))
        .collect();
    for (path, text) in &pages {
        write(folder.path(), &[(path, text)]);
    }
    for round in 0_u32..8 {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_jalon"))
            .args(["import", "source", "new"])
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        // As soon as something is staged, or at once.
        let is_staged = || fs::read_dir(folder.path()).expect("it can be listed").count() > 1;
        while round > 0 && !is_staged() && child.try_wait().expect("it can be asked").is_none() {
            std::thread::yield_now();
        }
        child.kill().expect("it is killed");
        child.wait().expect("it ends");
        let new = folder.path().join("new");
        if new.exists() {
            assert!(new.join("import-report.md").is_file(), "it is whole");
            fs::remove_dir_all(&new).expect("it is removed");
        }
    }
    let done = import(folder.path(), &["source", "new"]);
    assert!(done.status.success());
    let names: Vec<_> = fs::read_dir(folder.path())
        .expect("it can be listed")
        .map(|entry| entry.expect("it is there").file_name())
        .collect();
    assert_eq!(names.len(), 2, "what was left behind is removed: {names:?}");
}
