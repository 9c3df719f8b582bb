//! `jalon build` again: whatever has changed since, or not, it says and publishes what a first build does. Where nothing
//! has changed it makes no page and writes nothing.
use crate::support::{RandomNumbers, jalon, run, site_root};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Options that a build may be run with.
const OPTIONS: &[&[&str]] = &[
    &[],
    &["--strict"],
    &["--drafts"],
    &["--portable"],
    &["--format", "json"],
    &["--format", "sarif", "--lang", "en"],
    &["--lang", "en", "--all"],
    &["--today", "2031-05-06"],
];

/// Lines that an author may add to a page: without fault, with a warning, with an error, and one that allows a warning.
const LINES: &[&str] = &[
    "Une phrase de plus.",
    "[À COMPLÉTER : la date]",
    "Voir [perdu](nulle-part.md).",
    "<!-- allow placeholder/open: on attend -->\n[À COMPLÉTER : tout]",
];

/// What a build said and published.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    status: Option<i32>,
    said: String,
    summary: String,
    site: BTreeMap<String, Vec<u8>>,
}

/// A guide on the disk.
struct Guide {
    root: TempDir,
    random: RandomNumbers,
}

impl Guide {
    fn new(seed: u64) -> Self {
        let guide = Self { root: tempfile::tempdir().expect("a folder"), random: RandomNumbers::new(seed) };
        copy(&site_root("small"), guide.root.path());
        guide.write("guide/brouillon.md", "---\ndraft: true\n---\n# Brouillon\n\nDu texte.\n");
        guide.write("guide/ouvert.md", "# Ouvert\n\n[À COMPLÉTER : « tout »]\n");
        guide
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.root.path().join(path), text).expect("the disk takes a file");
    }

    fn record(&self) -> PathBuf {
        self.root.path().join(".jalon/build.json")
    }

    /// Changes something, and says what.
    fn change(&mut self) -> String {
        let (root, record) = (self.root.path().to_path_buf(), self.record());
        let random = &mut self.random;
        let pages: Vec<_> =
            files(&root.join("guide")).into_keys().filter(|path| path.ends_with(".md")).collect();
        // What a changed list does not name is no file of ours, and is not touched.
        let published = files(&root.join("public")).into_keys().filter(|path| path != ".jalon-manifest.json");
        let published: Vec<_> = published.collect();
        let page = root.join("guide").join(random.pick(&pages));
        let kind = random.below(10);
        match kind {
            0..=2 => {
                let mut text = fs::read_to_string(&page).expect("a page");
                text += &["\n", *random.pick(LINES), "\n"].concat();
                fs::write(&page, text).expect("the disk takes it");
            }
            3 => {
                let text = fs::read_to_string(&page).expect("a page");
                let last = text.trim_end().rfind('\n').unwrap_or(0);
                fs::write(&page, &text[..=last]).expect("the disk takes it");
            }
            4 | 5 if !published.is_empty() => {
                // With the size and the date that it had.
                let file = root.join("public").join(random.pick(&published));
                let date = fs::metadata(&file).and_then(|data| data.modified()).expect("a date");
                let mut bytes = fs::read(&file).expect("a published file");
                let at = random.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1;
                }
                fs::write(&file, bytes).expect("the disk takes it");
                let file = fs::File::options().write(true).open(&file).expect("a published file");
                file.set_modified(date).expect("the date is set");
            }
            6 if !published.is_empty() => {
                fs::remove_file(root.join("public").join(random.pick(&published))).expect("it is removed");
            }
            7 if record.exists() => {
                let mut bytes = fs::read(&record).expect("a record");
                let at = random.below(bytes.len());
                bytes[at] = bytes[at].wrapping_add(1);
                fs::write(&record, bytes).expect("the disk takes it");
            }
            8 => fs::remove_dir_all(root.join("public")).unwrap_or_default(),
            _ => return "nothing".to_owned(),
        }
        format!("{kind} {}", page.display())
    }

    fn clean(&self, args: &[&str]) -> Outcome {
        let other = tempfile::tempdir().expect("a folder");
        copy(&self.root.path().join("guide"), &other.path().join("guide"));
        build(other.path(), args)
    }
}

/// What the build of a guide gives.
fn build(root: &Path, args: &[&str]) -> Outcome {
    let mut all = vec!["build"];
    all.extend(args);
    let mut command = jalon(root, &all);
    let output = run(&mut command);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&*root.to_string_lossy(), "ROOT");
    let messages = text(&output.stderr);
    Outcome {
        status: output.status.code(),
        said: text(&output.stdout),
        // Whether a site is there already is no part of the comparison.
        summary: messages
            .lines()
            .take_while(|line| !line.starts_with("Nothing was"))
            .map(without_counts)
            .collect(),
        site: files(&root.join("public")),
    }
}

/// A line of the summary without what was written and how long it took.
fn without_counts(line: &str) -> String {
    let shown = line.replace('\u{a0}', " ");
    match (shown.find(" ("), shown.rfind(", ")) {
        (Some(open), Some(last)) if open < last => {
            let close = shown.find(')').unwrap_or(open);
            format!("{}{}\n", &shown[..open], shown.get(close + 1..last).unwrap_or_default())
        }
        _ => format!("{shown}\n"),
    }
}

/// The files below a folder with what they hold.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(folder).expect("it is below");
            let bytes = fs::read(entry.path()).expect("it can be read");
            found.insert(inside.to_string_lossy().into_owned(), bytes);
        }
    }
    found
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let to = to.join(path);
        fs::create_dir_all(to.parent().expect("it is below")).expect("a folder");
        fs::write(to, bytes).expect("the disk takes it");
    }
}

/// When each published file was written, as far as the disk tells.
fn dates(root: &Path) -> BTreeMap<PathBuf, std::time::SystemTime> {
    let all = walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let date = |entry: walkdir::DirEntry| {
        let date = entry.metadata().expect("it is there").modified().expect("a date");
        (entry.into_path(), date)
    };
    all.map(date).collect()
}

#[test]
fn a_build_again_is_a_first_build() {
    for seed in 1..=2 {
        let mut guide = Guide::new(seed);
        for step in 0..30 {
            let change = guide.change();
            let args = *guide.random.pick(OPTIONS);
            let about = format!("seed {seed}, step {step}, {change}, {args:?}");
            let (now, clean) = (build(guide.root.path(), args), guide.clean(args));
            assert_eq!(
                (now.status, &now.said, &now.summary),
                (clean.status, &clean.said, &clean.summary),
                "{about}"
            );
            if clean.status == Some(0) {
                let differ: Vec<_> =
                    clean.site.iter().filter(|(path, bytes)| now.site.get(*path) != Some(bytes)).collect();
                assert!(differ.is_empty() && now.site.len() == clean.site.len(), "{about}: {differ:?}");
                let before = dates(guide.root.path());
                let again = build(guide.root.path(), args);
                assert_eq!(
                    (again.status, &again.said, &again.summary),
                    (now.status, &now.said, &now.summary),
                    "{about}"
                );
                // A build that makes pages keeps a new record of it.
                assert_eq!(dates(guide.root.path()), before, "{about}: nothing is written");
            }
        }
    }
}

#[test]
fn an_output_folder_that_is_not_what_was_published_is_put_right() {
    let guide = Guide::new(1);
    let root = guide.root.path();
    let whole = build(root, &[]);
    assert_eq!((whole.status, whole.site.contains_key("index.html")), (Some(0), true));
    let puts_right = |about: &str| {
        let record = fs::metadata(guide.record()).expect("a record").modified().expect("a date");
        assert!(build(root, &[]) == whole, "{about}");
        assert_ne!(fs::metadata(guide.record()).expect("a record").modified().ok(), Some(record), "{about}");
    };
    fs::write(root.join("public/.jalon-manifest.json"), "{}").expect("the disk takes it");
    assert_eq!(run(&mut jalon(root, &["build"])).status.code(), Some(2), "whose files are these?");
    assert_eq!(run(&mut jalon(root, &["build", "--force"])).status.code(), Some(0));
    fs::remove_file(root.join("public/index.html")).expect("it is removed");
    puts_right("a file that was removed");
    fs::write(root.join("public/mien.txt"), "le mien").expect("the disk takes it");
    let refused = run(&mut jalon(root, &["build"]));
    assert_eq!(refused.status.code(), Some(2), "a file of others is refused again");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("mien.txt"));
}
