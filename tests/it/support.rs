//! What all tests use: reading guides, changing them, building them and comparing builds.
use jalon::model::{Date, Options, OutPath, Severity, Source, SourcePath, Sources};
use jalon::pipeline::{Build, build};
use jalon::{load, messages};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

/// The current day in all tests, unless a test sets another.
pub(crate) const TODAY: &str = "2026-11-23";

/// The folder of the package.
pub(crate) fn package_root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the package.
pub(crate) fn text_of(path: impl AsRef<Path>) -> String {
    let path = package_root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// All files below a folder of the package, sorted, with paths relative to the package.
pub(crate) fn files_below(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(package_root().join(folder)).sort_by_file_name() {
        let entry = entry.expect("the package can be listed");
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(package_root()).expect("it is below the package");
            found.push(inside.to_string_lossy().replace('\\', "/"));
        }
    }
    assert!(!found.is_empty(), "{folder} holds files");
    found
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
}

/// The options of a plain build on [`TODAY`].
pub(crate) fn options() -> Options {
    Options { today: day(TODAY), drafts: false, portable: false, whole: true, holds_pages: true, last: false }
}

/// The sources of the guide in this folder.
pub(crate) fn read(root: &Path) -> Sources {
    let read = load::load(root).unwrap_or_else(|why| panic!("{}: {why}", root.display()));
    assert!(
        read.diagnostics.is_empty(),
        "reading {} leaves nothing to say: {:?}",
        root.display(),
        read.diagnostics
    );
    read.value
}

/// The first guide.
pub(crate) fn first_guide() -> Sources {
    read(package_root())
}

/// The small guides of `tests/sites`, by name.
pub(crate) fn site_guides() -> Vec<(String, Sources)> {
    let mut names: Vec<String> = std::fs::read_dir(package_root().join("tests/sites"))
        .expect("there are small guides")
        .map(|entry| entry.expect("they can be listed").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), read(&site_root(&name)))).collect()
}

/// The root of a small guide.
pub(crate) fn site_root(name: &str) -> PathBuf {
    package_root().join("tests/sites").join(name).join("in")
}

/// A guide of these files, with the default theme.
pub(crate) fn guide_of(files: &[(&str, &str)]) -> Sources {
    let mut sources = first_guide();
    sources = sources.into_iter().filter(|(path, _)| path.in_guide().is_none()).collect();
    for (path, text) in files {
        put(&mut sources, path, text.as_bytes());
    }
    sources
}

/// Adds or replaces a file.
pub(crate) fn put(sources: &mut Sources, path: &str, bytes: &[u8]) {
    sources.insert(SourcePath::new(path), Source::new(bytes));
}

/// The text of a file; none if it is missing or not UTF-8.
pub(crate) fn text(sources: &Sources, path: &str) -> Option<String> {
    sources.get(&SourcePath::new(path)).and_then(|source| String::from_utf8(source.bytes().into_owned()).ok())
}

/// Replaces the first occurrence of a text; false if there is none.
pub(crate) fn replace(sources: &mut Sources, path: &str, from: &str, to: &str) -> bool {
    let Some(before) = text(sources, path).filter(|text| text.contains(from)) else { return false };
    put(sources, path, before.replacen(from, to, 1).as_bytes());
    true
}

/// A build without an earlier one.
pub(crate) fn clean_build(sources: &Sources, options: Options) -> Build {
    build(sources, &[], options, &Build::default())
}

/// The content of every published file.
pub(crate) fn published(built: &Build) -> BTreeMap<&str, &[u8]> {
    built.files.iter().map(|(path, made)| (path.as_str(), &*made.value.value)).collect()
}

/// The text of a published file.
pub(crate) fn page<'a>(built: &'a Build, path: &str) -> &'a str {
    let made = built.files.get(&OutPath::new(path)).unwrap_or_else(|| panic!("{path} is published"));
    std::str::from_utf8(&made.value.value).expect("pages are text")
}

/// The published pages: path and text.
pub(crate) fn pages(built: &Build) -> impl Iterator<Item = (&str, &str)> {
    built
        .files
        .keys()
        .map(OutPath::as_str)
        .filter(|path| path.ends_with(".html"))
        .map(|path| (path, page(built, path)))
}

/// The files of the second build that were not reused.
pub(crate) fn rebuilt_files(before: &Build, after: &Build) -> BTreeSet<String> {
    after
        .files
        .iter()
        .filter(|(path, made)| {
            before.files.get(*path).is_none_or(|old| !Arc::ptr_eq(&old.value, &made.value))
        })
        .map(|(path, _)| path.to_string())
        .filter(|path| !is_index(path))
        .collect()
}

/// Whether a file belongs to the search index, which depends on every word of the guide.
pub(crate) fn is_index(path: &str) -> bool {
    path.starts_with("search/") && path.ends_with(".js")
}

/// The files that differ between two builds, without the search index.
pub(crate) fn changed(before: &Build, after: &Build) -> BTreeSet<String> {
    let (changed, gone) = jalon::pipeline::changes(before, after);
    changed.into_iter().chain(gone).map(|path| path.to_string()).filter(|path| !is_index(path)).collect()
}

/// The pages and registry files that the second build parsed again.
pub(crate) fn reparsed_files(before: &Build, after: &Build) -> BTreeSet<String> {
    let (old, new) = (&before.parsed, &after.parsed);
    let pages = new.pages.iter().filter(|(path, kept)| {
        old.pages.get(*path).is_none_or(|before| !Arc::ptr_eq(&before.value, &kept.value))
    });
    let registry = new.registry.iter().filter(|(path, kept)| {
        old.registry.get(*path).is_none_or(|before| !Arc::ptr_eq(&before.value, &kept.value))
    });
    pages.map(|(path, _)| path.to_string()).chain(registry.map(|(path, _)| path.to_string())).collect()
}

/// Fails at the first difference in files or diagnostics.
pub(crate) fn assert_same(warm: &Build, clean: &Build, about: &str) {
    let names = |built: &Build| built.files.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(warm), names(clean), "{about}: the same files");
    assert!(warm.pages.keys().eq(clean.pages.keys()), "{about}: the same pages on request");
    for ((path, warm), clean) in warm.pages.iter().zip(clean.pages.values()) {
        assert_eq!(warm.value, clean.value, "{about}: {path}");
    }
    for ((path, warm), clean) in warm.files.iter().zip(clean.files.values()) {
        if warm.value.value != clean.value.value {
            let (left, right) =
                (String::from_utf8_lossy(&warm.value.value), String::from_utf8_lossy(&clean.value.value));
            let lines = left.lines().zip(right.lines()).find(|(left, right)| left != right);
            panic!("{about}: {path} is not what a clean build makes: {lines:?}");
        }
        assert_eq!(warm.value.diagnostics, clean.value.diagnostics, "{about}: diagnostics of {path}");
    }
    assert_eq!(warm.diagnostics, clean.diagnostics, "{about}: the same diagnostics");
}

/// Fails unless each page that is made on request has the bytes that a build has which holds its pages.
pub(crate) fn assert_made_on_request(built: &Build, sources: &Sources, options: Options, about: &str) {
    let clean = clean_build(sources, Options { holds_pages: true, ..options });
    assert_eq!(built.file_count(), clean.files.len(), "{about}: as many files");
    assert!(clean.pages.is_empty(), "all pages are held");
    for path in built.pages.keys() {
        let made = built.page_at(path).unwrap_or_else(|| panic!("{path} is made, {about}"));
        let held = clean.files.get(path).unwrap_or_else(|| panic!("{path} is a file, {about}"));
        assert!(made == held.value.value, "{about}: {path} on request is not what a build makes");
    }
}

/// The diagnostics of a build in English, one line each.
pub(crate) fn diagnostics_of(built: &Build, sources: &Sources) -> String {
    let words = messages::words(jalon::model::Language::English);
    messages::render(&built.diagnostics, sources, &words, messages::Style::Short)
}

/// Fails if a build has errors, and prints them.
pub(crate) fn assert_no_errors(built: &Build, sources: &Sources) {
    let errors = diagnostics_of(built, sources);
    let errors: Vec<_> = errors.lines().filter(|line| line.contains(": error[")).collect();
    assert!(
        !built.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error),
        "{errors:#?}"
    );
}

/// Runs the program on [`TODAY`], with the environment of the test but for what would change its output.
pub(crate) fn jalon(root: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(args).arg("--root").arg(root);
    let has_no_day = ["completions", "explain", "init", "new", "publish", "schema"];
    if args.first().is_some_and(|verb| !has_no_day.contains(verb)) {
        command.args(["--today", TODAY]);
    }
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH", "TZ"] {
        command.env_remove(name);
    }
    command
}

/// Runs a program to its end and returns its output.
pub(crate) fn run(command: &mut Command) -> Output {
    command.output().expect("the program starts")
}

/// A random number generator with a seed.
#[derive(Debug)]
pub(crate) struct RandomNumbers(u64);

impl RandomNumbers {
    /// Starts with this seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below this bound; 0 if the bound is 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let bound = u64::try_from(bound).expect("a machine word is not larger");
        if bound == 0 { 0 } else { usize::try_from((self.0 >> 11) % bound).expect("it is below the bound") }
    }

    /// One of several values.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
