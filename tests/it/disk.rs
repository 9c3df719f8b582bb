//! What only a real disk can do to a guide: links in a circle, pipes, files that come and go.
#![cfg(unix)]
use super::specs::message_faults;
use super::support::{jalon, options};
use jalon::load::load;
use jalon::model::{Noted, SourcePath, Sources};
use jalon::pipeline::Build;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

/// A guide with a home page, in a folder of its own.
fn guide() -> TempDir {
    let root = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(root.path().join("guide")).expect("a folder of the guide");
    write(root.path(), "guide/jalon.yaml", "title: G\nlanguage: fr\n");
    write(root.path(), "guide/index.md", "# G\n");
    root
}

fn write(root: &Path, path: &str, text: &str) {
    fs::write(root.join(path), text).expect("the disk takes a file");
}

/// The diagnostics, one line each. Also checks that their messages can be printed.
fn codes_of(read: &Noted<Sources>) -> Vec<String> {
    assert_eq!(read.diagnostics.iter().flat_map(message_faults).collect::<Vec<_>>(), [""; 0]);
    read.diagnostics
        .iter()
        .map(|diagnostic| format!("{} {}", diagnostic.code.name, diagnostic.span.file))
        .collect()
}

#[test]
fn links_in_a_circle_or_out_of_the_project_are_reported_and_not_followed() {
    let root = guide();
    let at = |path: &str| root.path().join("guide").join(path);
    fs::create_dir(at("a")).expect("a folder");
    symlink("..", at("a/up")).expect("a link");
    symlink("self.md", at("self.md")).expect("a link");
    symlink("two.md", at("one.md")).expect("a link");
    symlink("one.md", at("two.md")).expect("a link");
    symlink("/etc", at("etc")).expect("a link");
    symlink("/etc/hostname", at("host.md")).expect("a link");
    symlink("nowhere.md", at("gone.md")).expect("a link");
    symlink("index.md", at("same.md")).expect("a link");
    let read = load(root.path()).expect("the guide is read");
    assert_eq!(
        codes_of(&read),
        [
            "file/link-loop guide/a/up",
            "file/outside-link guide/etc",
            "file/dangling-link guide/gone.md",
            "file/outside-link guide/host.md",
            "file/link-loop guide/one.md",
            "file/link-loop guide/self.md",
            "file/link-loop guide/two.md",
        ]
    );
    assert!(read.value.contains_key(&SourcePath::new("guide/same.md")), "a link inside the guide is a file");
}

#[test]
fn pipes_and_sockets_are_not_opened() {
    let root = guide();
    let pipe = root.path().join("guide/canal.md");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let socket =
        std::os::unix::net::UnixListener::bind(root.path().join("guide/prise.md")).expect("a socket");
    let read = load(root.path()).expect("the guide is read at once");
    assert_eq!(codes_of(&read), ["file/not-a-file guide/canal.md", "file/not-a-file guide/prise.md"]);
    drop(socket);
}

#[test]
fn settings_silence_diagnostics_of_the_disk() {
    let root = guide();
    let made = Command::new("mkfifo").arg(root.path().join("guide/pipe.md")).status();
    assert!(made.expect("mkfifo runs").success());
    let codes = || {
        let read = load(root.path()).expect("the guide is read");
        let built = jalon::pipeline::build(&read.value, &read.diagnostics, options(), &Build::default());
        built.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect::<Vec<_>>()
    };
    assert_eq!(codes(), ["file/not-a-file"]);
    write(
        root.path(),
        "guide/jalon.yaml",
        "title: G\nlanguage: fr\ncheck: {levels: {file/not-a-file: off}}\n",
    );
    assert_eq!(codes(), [""; 0]);
}

#[test]
fn a_name_that_is_not_utf8_and_a_file_without_permission_are_reported() {
    let root = guide();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    fs::write(root.path().join("guide").join(name), "# C\n").expect("this disk takes any name");
    write(root.path(), "guide/secret.md", "# S\n");
    let secret = root.path().join("guide/secret.md");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).expect("the file is ours");
    let read = load(root.path()).expect("the guide is read");
    let mut expected = vec!["file/bad-name guide/caf\u{fffd}.md".to_owned()];
    // The superuser can read this file too.
    if fs::read(&secret).is_err() {
        expected.push("file/unreadable guide/secret.md".to_owned());
    }
    assert_eq!(codes_of(&read), expected);
}

#[test]
fn files_that_vanish_while_they_are_read_are_absent_or_complete() {
    let root = guide();
    let whole = "# Une page\n\n".to_owned() + &"Texte. ".repeat(20_000);
    let running = AtomicBool::new(true);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 0_u32;
            while running.load(Ordering::Relaxed) {
                turn += 1;
                let path = format!("guide/page-{}.md", turn % 8);
                let spare = root.path().join("guide/.spare");
                fs::write(&spare, &whole).expect("the disk takes a file");
                fs::rename(&spare, root.path().join(&path)).expect("a page comes");
                let old = root.path().join(format!("guide/page-{}.md", (turn + 4) % 8));
                if old.exists() {
                    fs::remove_file(old).expect("a page goes");
                }
            }
        });
        for _ in 0..60 {
            let read = load(root.path()).expect("the guide is read");
            assert_eq!(codes_of(&read), [""; 0]);
            for (path, source) in &read.value {
                if path.as_str().starts_with("guide/page-") {
                    assert_eq!(source.size(), whole.len(), "{path} is whole");
                }
            }
        }
        running.store(false, Ordering::Relaxed);
    });
}

#[test]
fn a_folder_named_like_a_page_is_a_folder() {
    let root = guide();
    fs::create_dir(root.path().join("guide/a.md")).expect("a folder");
    write(root.path(), "guide/a.md/b.md", "# B\n");
    let read = load(root.path()).expect("the guide is read");
    assert_eq!(codes_of(&read), [""; 0]);
    assert!(read.value.contains_key(&SourcePath::new("guide/a.md/b.md")));
}

#[test]
fn the_index_of_another_generator_is_not_lost_in_silence() {
    let root = guide();
    fs::create_dir(root.path().join("guide/a")).expect("a folder");
    write(root.path(), "guide/a/_index.md", "# A\n");
    write(root.path(), "guide/a/_note.md", "# Note\n");
    let read = load(root.path()).expect("the guide is read");
    assert_eq!(codes_of(&read), ["file/left-out guide/a/_index.md"]);
}

/// The exit status of `jalon build` when this call of the system fails at each of its turns, until it does not fail any
/// more; the pages that are published after each turn, and what is printed.
fn with_failing(call: &str, error: &str) -> Vec<(Option<i32>, usize, String)> {
    let mut turns = Vec::new();
    for turn in 1.. {
        let root = guide();
        for path in ["a/index.md", "a/x.md", "a/b/y.md", "c/z.md"] {
            let folder = root.path().join("guide").join(path);
            fs::create_dir_all(folder.parent().expect("a page is in a folder")).expect("a folder");
            write(root.path(), &format!("guide/{path}"), &format!("# {path}\n"));
        }
        symlink("index.md", root.path().join("guide/same.md")).expect("a link");
        let trace = root.path().join("trace");
        let build = jalon(root.path(), &["build", "--lang", "en"]);
        let mut command = Command::new("strace");
        command.args(["-f", "-e", &format!("inject={call}:error={error}:when={turn}"), "-o"]).arg(&trace);
        command.arg(build.get_program()).args(build.get_args()).env("RAYON_NUM_THREADS", "1");
        let output = command.output().expect("strace runs");
        let pages = ["a/index", "a/x/index", "a/b/y/index", "c/z/index", "index"];
        let page = |name: &&str| root.path().join(format!("public/{name}.html")).is_file();
        let printed =
            String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        turns.push((output.status.code(), pages.iter().filter(|name| page(name)).count(), printed));
        if !fs::read_to_string(&trace).expect("a trace").contains("(INJECTED)") {
            break;
        }
    }
    turns
}

#[test]
#[expect(clippy::print_stderr, reason = "the log must say what was not tested")]
fn refused_threads_are_the_refusal_of_the_system() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("strace is missing: what is said where no thread can be started was not tested");
        return;
    }
    let root = guide();
    for verb in ["build", "check", "serve", "report"] {
        let wanted = jalon(root.path(), &[verb, "--lang", "en"]);
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=clone,clone3", "-e", "inject=clone,clone3:error=EAGAIN"]);
        command.args(["-o", "/dev/null"]).arg(wanted.get_program()).args(wanted.get_args());
        let output = command.output().expect("strace runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{verb}: {said}");
        assert!(said.starts_with("cannot go on: the system does not start the threads"), "{verb}: {said}");
        assert!(!root.path().join("public").exists());
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "the log must say what was not tested")]
fn a_folder_that_cannot_be_listed_is_a_failure() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("strace is missing: whether a failing disk stops a build was not tested");
        return;
    }
    for (call, error) in
        [("getdents64", "EIO"), ("getdents64", "ENOMEM"), ("statx", "EIO"), ("statx", "EACCES")]
    {
        let turns = with_failing(call, error);
        assert!(turns.len() > 8, "{call} is called for each folder");
        for (turn, (status, pages, printed)) in turns.iter().enumerate() {
            let whole = *status == Some(0) && *pages == 5;
            let refused = *status != Some(0) && *pages == 0 && !printed.is_empty();
            assert!(whole || refused, "{call} {error} {turn}: {status:?}, {pages} pages: {printed}");
        }
        let said = |text: &str| turns.iter().any(|(.., printed)| printed.contains(text));
        assert!(call == "statx" || said("what is in the folder") && said("guide/a/b cannot be read in full"));
    }
}

/// All files of a folder, with their content.
fn content(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("the folder is listed"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_path_buf(), fs::read(entry.path()).expect("a file"))).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "the log must say what was not tested")]
fn a_disk_that_fills_up_while_pages_are_made_keeps_the_last_good_site() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("strace is missing: what a full disk does to a build was not tested");
        return;
    }
    let root = guide();
    let pages = |text: &str| {
        for number in 0..12 {
            write(root.path(), &format!("guide/p{number}.md"), &format!("# Page {number}\n\n{text}\n"));
        }
    };
    pages("old");
    assert!(jalon(root.path(), &["build"]).output().expect("a build").status.success());
    let old = content(&root.path().join("public"));
    pages("new");
    let (mut refused, mut turn, mut late) = (0, 1, Vec::new());
    // From one call on, no more files can be made or opened.
    loop {
        let build = jalon(root.path(), &["build", "--lang", "en"]);
        let mut command = Command::new("strace");
        command.args([
            "-f",
            "-qq",
            "-e",
            "trace=openat",
            "-e",
            &format!("inject=openat:error=ENOSPC:when={turn}+"),
        ]);
        command.args(["-o", "/dev/null"]).arg(build.get_program()).args(build.get_args());
        let output = command.env("RAYON_NUM_THREADS", "1").output().expect("strace runs");
        if output.status.success() {
            break;
        }
        let said = String::from_utf8_lossy(&output.stderr);
        refused += usize::from(said.contains("/public") || said.contains("/.public.jalon-"));
        let seen = content(&root.path().join("public"));
        if seen != old {
            // The new site has its place, and only the old one could not be removed.
            assert!(
                said.contains("public.jalon-old") || said.contains("public.jalon-staging"),
                "{turn}: {said}"
            );
            late.push(seen);
        }
        turn += 5;
    }
    assert!(refused > 3, "{refused} of {turn} builds fail while they publish");
    let new = content(&root.path().join("public"));
    let page = |number| root.path().join(format!("public/p{number}/index.html"));
    let is_new = |number| String::from_utf8_lossy(&new[&page(number)]).contains("<p>new</p>");
    assert!((0..12).all(is_new));
    assert!(late.iter().all(|seen| *seen == new), "the old site or the new one, whole");
    assert!(jalon(root.path(), &["build"]).output().expect("a build").status.success());
    let beside = fs::read_dir(root.path()).expect("the folder of the project");
    let names: BTreeSet<_> = beside.map(|entry| entry.expect("a name").file_name()).collect();
    assert_eq!(names, ["guide", "public", ".jalon"].map(OsString::from).into());
}
