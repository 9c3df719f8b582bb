//! Hostile trees of files, read from a real disk.
use super::file::read_plain;
use super::*;
use crate::model::{Code, codes};
use std::fs::{self, OpenOptions};
use tempfile::TempDir;

fn guide(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in [("guide/jalon.yaml", "title: G\nlanguage: fr\n")].iter().chain(files) {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

fn names(sources: &Sources) -> Vec<&str> {
    sources.keys().map(SourcePath::as_str).filter(|path| !path.starts_with("themes/default/")).collect()
}

fn codes_of(read: &Noted<Sources>) -> Vec<(Code, &str)> {
    read.diagnostics.iter().map(|diagnostic| (diagnostic.code, diagnostic.span.file.as_str())).collect()
}

#[test]
fn a_guide_is_what_belongs_to_it() {
    let root = guide(&[
        ("guide/index.md", "# G"),
        ("guide/a/b.md", "# B"),
        ("guide/a/plan.pdf", "%PDF"),
        ("guide/.git/x.md", ""),
        ("guide/_source/x.md", ""),
        ("guide/a/b.md~", ""),
        ("themes/own/theme.yaml", "name: own"),
        ("public/index.html", ""),
    ]);
    let read = load(root.path()).unwrap();
    let expected = ["guide/a/b.md", "guide/a/plan.pdf", "guide/index.md", "guide/jalon.yaml"];
    assert_eq!(names(&read.value)[..4], expected);
    assert_eq!(names(&read.value)[4..], ["themes/own/theme.yaml"]);
    assert_eq!(read.diagnostics, []);
    assert!(read.value.contains_key(&SourcePath::new("themes/default/theme.yaml")), "embedded");
}

#[test]
fn the_disk_s_default_theme_hides_the_embedded_one_file_by_file() {
    let root = guide(&[("themes/default/theme.yaml", "name: mine")]);
    let read = load(root.path()).unwrap();
    let theme = &read.value[&SourcePath::new("themes/default/theme.yaml")];
    assert_eq!(&*theme.bytes(), b"name: mine");
}

#[test]
fn a_root_is_found_from_below() {
    let root = guide(&[("guide/a/b.md", "")]);
    let here = root.path().canonicalize().unwrap();
    assert_eq!(find_root(&here.join("guide/a")), Some(here.clone()));
    assert_eq!(find_root(&here), Some(here.clone()));
    assert_eq!(find_root(here.parent().unwrap()), None);
}

#[test]
fn no_guide_is_a_failure() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(load(root.path()).unwrap_err().what, "failure-no-guide");
    assert_eq!(load(&root.path().join("absent")).unwrap_err().what, "failure-no-guide");
    fs::create_dir_all(root.path().join("guide/jalon.yaml")).unwrap();
    assert_eq!(load(root.path()).unwrap_err().what, "failure-no-guide");
}

#[cfg(unix)]
#[test]
fn pipes_sockets_and_devices_are_never_opened() {
    let root = guide(&[]);
    let pipe = root.path().join("guide/pipe.md");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(root.path().join("guide/socket.md")).unwrap();
    std::os::unix::fs::symlink("pipe.md", root.path().join("guide/to-pipe.md")).unwrap();
    let read = load(root.path()).unwrap();
    let expected = ["guide/pipe.md", "guide/socket.md", "guide/to-pipe.md"];
    assert_eq!(codes_of(&read), expected.map(|path| (codes::FILE_NOT_A_FILE, path)));
    assert!(read_plain(&pipe, 10).unwrap().is_none(), "a pipe that came after the listing");
}

#[cfg(unix)]
#[test]
fn links_stay_inside_the_project() {
    use std::os::unix::fs::symlink;
    let away = tempfile::tempdir().unwrap();
    fs::write(away.path().join("secret.md"), "x").unwrap();
    let root = guide(&[("shared/one.md", "# One"), ("guide/a/x.md", "")]);
    let put = |target: &str, link: &str| symlink(target, root.path().join(link)).unwrap();
    put("../shared", "guide/shared");
    put("a/x.md", "guide/y.md");
    put("/etc/passwd", "guide/passwd.md");
    put(away.path().to_str().unwrap(), "guide/away");
    put("nowhere.md", "guide/dangling.md");
    put("self.md", "guide/self.md");
    put("..", "guide/a/up");
    put("user@host.1:2", "guide/.#lock.md");
    let read = load(root.path()).unwrap();
    let expected = ["guide/a/x.md", "guide/jalon.yaml", "guide/shared/one.md", "guide/y.md"];
    assert_eq!(names(&read.value), expected);
    let expected = [
        (codes::FILE_LINK_LOOP, "guide/a/up"),
        (codes::FILE_OUTSIDE_LINK, "guide/away"),
        (codes::FILE_DANGLING_LINK, "guide/dangling.md"),
        (codes::FILE_OUTSIDE_LINK, "guide/passwd.md"),
        (codes::FILE_LINK_LOOP, "guide/self.md"),
    ];
    assert_eq!(codes_of(&read), expected);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_text_is_told() {
    use std::os::unix::ffi::OsStrExt;
    let root = guide(&[]);
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    fs::write(root.path().join("guide").join(name), "").unwrap();
    let read = load(root.path()).unwrap();
    assert_eq!(codes_of(&read), [(codes::FILE_BAD_NAME, "guide/caf\u{fffd}.md")]);
}

#[test]
fn a_huge_text_is_not_read() {
    let root = guide(&[("guide/huge.md", "")]);
    let huge = OpenOptions::new().write(true).open(root.path().join("guide/huge.md")).unwrap();
    huge.set_len(10 << 30).unwrap();
    let read = load(root.path()).unwrap();
    assert_eq!(codes_of(&read), [(codes::FILE_TOO_LARGE, "guide/huge.md")]);
}

#[test]
fn only_what_changed_is_read_again() {
    let root = guide(&[("guide/a.md", "one"), ("guide/b.md", "two"), ("guide/c.md", "three")]);
    let first = load_changed(root.path(), &Loaded::default()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(60));
    let mut first = load_changed(root.path(), &first).unwrap();
    assert!(first.snapshot.fresh.is_empty());

    // Sources with content that the disk never held show which files were not read again.
    let marked = |path: &SourcePath| (path.clone(), Source::new(*b"marked"));
    first.read.value = first.read.value.keys().map(marked).collect();
    fs::write(root.path().join("guide/b.md"), "owt").unwrap();
    fs::remove_file(root.path().join("guide/c.md")).unwrap();
    fs::write(root.path().join("guide/d.md"), "four").unwrap();
    let next = load_changed(root.path(), &first).unwrap();
    let text =
        |name: &str| next.read.value.get(&SourcePath::new(name)).map(|source| source.bytes().into_owned());
    assert_eq!(text("guide/a.md").unwrap(), b"marked");
    assert_eq!(text("guide/b.md").unwrap(), b"owt", "same size, new date");
    assert_eq!((text("guide/c.md"), text("guide/d.md").unwrap()), (None, b"four".to_vec()));
    let fresh = next.snapshot.fresh.contains(&SourcePath::new("guide/b.md"));
    assert!(fresh, "b.md may change again within one tick of the disk's clock");
}
