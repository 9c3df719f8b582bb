//! `jalon publish` to a folder, as a user runs it. `tests/publish/check` does the same with a server, and worse.

#[cfg(not(feature = "publish"))]
#[test]
fn without_the_feature_the_command_says_how_to_get_it() {
    let said = crate::support::run(&mut crate::support::jalon(
        std::path::Path::new("."),
        &["publish", "s3://guides", "--lang", "en"],
    ));
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&said.stderr).contains("--features publish"), "{said:?}");
}

#[cfg(feature = "publish")]
mod to_a_folder {
    use crate::support::{jalon, run};
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;
    use std::process::Output;

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the disk takes a folder");
        fs::write(path, text).expect("the disk takes a file");
    }

    /// A guide that is built, with the pages that are asked for.
    fn built(root: &Path, to: &Path, pages: &[&str]) {
        let settings = format!("title: Guide\nlanguage: en\npublish:\n  to: file://{}\n", to.display());
        fs::remove_dir_all(root.join("guide")).unwrap_or_default();
        write(root, "guide/jalon.yaml", &settings);
        let links: Vec<_> = pages.iter().map(|page| format!("- [The page {page}]({page}.md)")).collect();
        let links = links.join("\n");
        write(root, "guide/index.md", &format!("# Guide\n\n{links}"));
        for page in pages {
            write(
                root,
                &format!("guide/{page}.md"),
                &format!("# The page {page}\n\nSome words about {page}.\n"),
            );
        }
        let done = run(&mut jalon(root, &["build"]));
        assert!(done.status.success(), "{done:?}");
    }

    fn publish(root: &Path, options: &[&str]) -> Output {
        run(jalon(root, &["publish", "--lang", "en"]).args(options))
    }

    fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let walk = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("it can be listed"));
        walk.filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let name = entry.path().strip_prefix(folder).expect("it is below").display().to_string();
                (name, fs::read(entry.path()).expect("it can be read"))
            })
            .filter(|(name, _)| name != ".jalon-manifest.json")
            .collect()
    }

    #[test]
    fn a_folder_holds_the_site_and_what_others_put_there() {
        let work = tempfile::tempdir().expect("the disk takes a folder");
        let (root, to) = (work.path().join("project"), work.path().join("web é"));
        built(&root, &to, &["a", "b"]);
        write(&to, "theirs.html", "theirs");
        let dry = publish(&root, &["--dry-run"]);
        assert!(String::from_utf8_lossy(&dry.stdout).contains("send a/index.html\n"), "{dry:?}");
        assert_eq!(files(&to).len(), 1, "--dry-run writes nothing");
        assert!(publish(&root, &[]).status.success());
        built(&root, &to, &["b", "c"]);
        let done = publish(&root, &[]);
        assert!(done.status.success(), "{done:?}");
        let mut there = files(&to);
        assert_eq!(there.remove("theirs.html").as_deref(), Some(&b"theirs"[..]));
        let site = files(&root.join("public"));
        let old: Vec<_> = there.keys().filter(|path| !site.contains_key(*path)).cloned().collect();
        assert!(
            !old.is_empty() && old.iter().all(|path| path.starts_with("search/")),
            "kept for open pages: {old:?}"
        );
        there.retain(|path, _| site.contains_key(path));
        assert!(there == site, "the files are those of the site");
        let again = publish(&root, &[]);
        assert!(String::from_utf8_lossy(&again.stderr).contains("nothing was sent"), "{again:?}");
        built(&root, &to, &["c"]);
        assert!(publish(&root, &[]).status.success());
        assert!(old.iter().all(|path| !to.join(path).exists()), "one publication later they go");
    }

    #[test]
    fn what_is_not_a_whole_site_is_refused() {
        let work = tempfile::tempdir().expect("the disk takes a folder");
        let (root, to) = (work.path().join("project"), work.path().join("web"));
        built(&root, &to, &["a"]);
        write(&to, "a/index.html", "theirs");
        let said = publish(&root, &[]);
        assert!(
            String::from_utf8_lossy(&said.stderr).contains("names that the site needs: a/index.html"),
            "{said:?}"
        );
        assert_eq!((said.status.code(), files(&to).len()), (Some(2), 1), "nothing is written");
        assert!(publish(&root, &["--force"]).status.success());
        fs::write(root.join("public/a/index.html"), "cut").expect("the disk takes a file");
        let said = publish(&root, &[]);
        assert!(String::from_utf8_lossy(&said.stderr).contains("is not what was built"), "{said:?}");
        fs::remove_file(root.join("public/.jalon-manifest.json")).expect("there is a list");
        assert_eq!(publish(&root, &[]).status.code(), Some(2));
    }
}
