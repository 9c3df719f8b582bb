//! Runs the commands of the manual: each page from top to bottom, in a folder of its own, as its reader does. A block with
//! a title is written into the file of that name, an `output` block is what the commands above it print.
use super::{folder, pages};
use crate::support::{package_root, text_of};
use jalon::model::Language;
use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Pages whose reader has no guide yet.
const BEFORE_A_GUIDE: [&str; 2] = ["start.md", "import.md"];

/// `jalon` as the blocks call it: a server is stopped once it has told its address.
const CALL: &str = r#"#!/bin/sh
for word in "$@"; do
  shift
  [ "$word" = serve ] && serves=yes
  [ "$word" = --open ] || set -- "$@" "$word"
done
[ "${serves-}" ] || exec "$JALON" "$@"
log=$(mktemp)
"$JALON" "$@" >"$log" 2>&1 &
server=$!
for _ in $(seq 100); do
  grep -q http://localhost: "$log" && break
  sleep 0.1
done
kill "$server"
cat "$log"
grep -q http://localhost: "$log"
"#;

/// A fenced block of a page.
struct Block {
    language: String,
    title: Option<String>,
    text: String,
}

/// The blocks of a page, in order.
fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let fence: String = line.chars().take_while(|letter| *letter == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let about = &line[fence.len()..];
        let title = about.split_once("title=\"").and_then(|(_, rest)| rest.split_once('"'));
        let text = lines
            .by_ref()
            .take_while(|line| *line != fence)
            .fold(String::new(), |text, line| text + line + "\n");
        found.push(Block {
            language: about.split(' ').next().unwrap_or_default().to_owned(),
            title: title.map(|(title, _)| title.to_owned()),
            text,
        });
    }
    found
}

/// A reader of one page: where they are, and what was printed last.
struct Reader {
    language: Language,
    /// Holds the folders below; removed at the end.
    place: tempfile::TempDir,
    current: PathBuf,
    printed: String,
}

impl Reader {
    fn new(language: Language) -> Self {
        let place = tempfile::tempdir().expect("a folder is made");
        let home = place.path().join("home");
        let desk = place.path().join("desk");
        let programs = place.path().join("programs");
        for folder in [&home, &desk, &programs] {
            std::fs::create_dir(folder).expect("a folder is made");
        }
        let call = programs.join("jalon");
        std::fs::write(&call, CALL).expect("the script is written");
        std::fs::set_permissions(&call, std::fs::Permissions::from_mode(0o755)).expect("it can be run");
        Self { language, current: desk, place, printed: String::new() }
    }

    /// Runs a block; a command may find faults only where the page shows what is printed.
    fn run(&mut self, text: &str, shows_output: bool) {
        let installs = "cargo install --path . --locked\n";
        // Compiling takes minutes; what it needs is looked for instead.
        let text = text.replace(installs, "");
        assert!(
            ["Cargo.toml", "Cargo.lock", "src/main.rs"]
                .iter()
                .all(|path| package_root().join(path).is_file())
        );
        let mut path = OsString::from(self.place.path().join("programs"));
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let home = self.place.path().join("home");
        let tells = if shows_output { "+" } else { "-" };
        let output = Command::new("sh")
            .args(["-c", &format!("set {tells}e -u\n{text}\npwd >\"$HOME/.now\"")])
            .current_dir(&self.current)
            .envs([("HOME", home.as_os_str()), ("PATH", path.as_os_str())])
            .env("JALON", env!("CARGO_BIN_EXE_jalon"))
            .env("LANG", if self.language == Language::French { "fr_FR.UTF-8" } else { "en_US.UTF-8" })
            .env_remove("LC_ALL")
            .output()
            .expect("a shell starts");
        self.printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(output.status.success(), "{text}{}", self.printed);
        let now = std::fs::read_to_string(home.join(".now")).expect("the shell has told where it is");
        self.current = PathBuf::from(now.trim_end());
    }

    /// Does what a block shows; returns how many commands it ran.
    fn take(&mut self, block: &Block, next: Option<&Block>) -> usize {
        match (&block.title, block.language.as_str()) {
            (None, "sh") => {
                self.run(&block.text, next.is_some_and(|next| next.language == "output"));
                return block.text.lines().count();
            }
            (None, "output") => {
                // Editors of a text cannot see which spaces do not break.
                let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
                let (shown, printed) = (plain(&block.text), plain(&self.printed));
                assert!(printed.contains(shown.trim()), "shown:\n{shown}\nprinted:\n{printed}");
            }
            (Some(title), "yaml") => {
                let file = self.current.join(title);
                let before = std::fs::read_to_string(&file).unwrap_or_default();
                write(&file, &merged(&before, &block.text));
            }
            (Some(title), _) => write(&self.current.join(title), &block.text),
            // An example to read.
            (None, _) => {}
        }
        0
    }
}

fn write(file: &Path, text: &str) {
    std::fs::create_dir_all(file.parent().expect("it is in a folder")).expect("a folder is made");
    std::fs::write(file, text).expect("the file is written");
}

/// A YAML file in which each key at the margin of the other takes the place of its own, or stands at the end.
fn merged(before: &str, other: &str) -> String {
    let mut parts = parts(before);
    for (key, text) in self::parts(other) {
        match parts.iter_mut().find(|(known, _)| !key.is_empty() && *known == key) {
            Some(part) => part.1 = text,
            None => parts.push((key, text)),
        }
    }
    parts.into_iter().map(|(_, text)| text).collect()
}

/// The lines of a YAML file by the key at the margin that they belong to.
fn parts(text: &str) -> Vec<(String, String)> {
    let mut found = vec![(String::new(), String::new())];
    for line in text.lines() {
        if !line.starts_with([' ', '#', '-']) && line.contains(':') {
            found.push((line.split(':').next().unwrap_or_default().to_owned(), String::new()));
        }
        let (_, part) = found.last_mut().expect("there is a part");
        part.push_str(line);
        part.push('\n');
    }
    found
}

/// What `jalon check` says about the guide that the page has made.
fn findings(reader: &mut Reader) -> String {
    reader.run("jalon check --format short", true);
    let printed = std::mem::take(&mut reader.printed);
    let is_finding = |line: &&str| line.contains(".yaml:") || line.contains(".md:");
    printed.lines().filter(is_finding).collect::<Vec<_>>().join("\n")
}

/// Goes through a page; returns how many commands it ran.
fn follow(language: Language, path: &str, page: &str) -> usize {
    let blocks = blocks(page);
    if !blocks.iter().any(|block| block.language == "sh" || block.title.is_some()) {
        return 0;
    }
    let mut reader = Reader::new(language);
    let old = "# Old home\n\n!!! tip\n    Read on.\n";
    write(&reader.place.path().join("home/my-old-site/index.md"), old);
    write(&reader.place.path().join("home/mon-ancien-site/index.md"), old);
    if !BEFORE_A_GUIDE.contains(&path) {
        reader.run(&format!("jalon init --lang {} .", language.tag()), false);
    }
    let mut ran = 0;
    for (at, block) in blocks.iter().enumerate() {
        assert!(
            block.language != "yaml" || block.title.is_some(),
            "{path}: where does this stand?\n{}",
            block.text
        );
        ran += reader.take(block, blocks.get(at + 1));
    }
    if reader.current.join("guide").is_dir() {
        assert_eq!(findings(&mut reader), "", "{}/{path}: what its guide holds", folder(language));
    }
    ran
}

#[test]
fn every_command_of_the_manual_runs() {
    for language in Language::ALL {
        let pages = pages(language);
        let ran: usize = pages.iter().map(|(path, page)| follow(language, path, page)).sum();
        assert!(ran >= 30, "{}: {ran} commands ran", folder(language));
    }
}

#[test]
fn the_commands_of_the_front_page_run() {
    let page = text_of("README.md");
    let all = blocks(&page);
    let of_a_guide = all.iter().filter(|block| block.language == "sh" && block.text.contains("jalon init"));
    let mut reader = Reader::new(Language::English);
    let mut ran = 0;
    for block in of_a_guide {
        ran += reader.take(block, None);
    }
    assert!(ran >= 5, "{ran} commands ran");
    assert!(reader.current.join("public/index.html").is_file(), "the site is built");
}
