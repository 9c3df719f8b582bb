//! Thousands of findings: what people see of them, and what it costs.
use crate::costs::used;
use crate::support::{clean_build, guide_of, jalon, options, run};
use jalon::messages::{self, Colour, Detail, Style};
use jalon::model::{Language, Sources};
use std::fmt::Write as _;
use std::fs;

/// A guide with `pages` pages, each with fifty faults of five codes.
fn faulty_guide(pages: usize) -> Vec<(String, String)> {
    let mut files = vec![
        ("guide/jalon.yaml".to_owned(), "title: Guide\nlanguage: en\n".to_owned()),
        ("guide/index.md".to_owned(), "# Guide\n".to_owned()),
    ];
    for page in 0..pages {
        let mut text = format!("# Page {page}\n\n");
        for fault in 0..10 {
            write!(
                text,
                "[x](lost-{page}-{fault}.md), [y](gone.md), <contact:nobody>\n\n![](a-{fault}.png)\n\n[z](#no-{fault})\n\n"
            )
            .expect("writing to a string cannot fail");
        }
        files.push((format!("guide/p{page}.md"), text));
    }
    files
}

fn sources(files: &[(String, String)]) -> Sources {
    guide_of(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

fn on_disk(files: &[(String, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("the disk takes a folder");
    fs::create_dir(folder.path().join("guide")).expect("the disk takes a folder");
    for (path, text) in files {
        fs::write(folder.path().join(path), text).expect("the disk takes a file");
    }
    folder
}

/// Standard output, standard error and status of `jalon check`.
fn check(folder: &tempfile::TempDir, args: &[&str]) -> (String, String, Option<i32>) {
    let args: Vec<&str> = [&["check", "--lang", "en"], args].concat();
    let output = run(jalon(folder.path(), &args).env_remove("GITHUB_ACTIONS"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn a_hundred_thousand_findings_are_under_500_lines_and_cost_little() {
    let sources = sources(&faulty_guide(2_100));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread starts");
    pool.install(|| {
        let start = used();
        let built = clean_build(&sources, options());
        let building = used().saturating_sub(start);
        assert!(built.diagnostics.len() > 100_000, "{}", built.diagnostics.len());
        let words = messages::words(Language::English);
        let start = used();
        let style = Style::Human(Colour::Off, Detail::Limited);
        let text = messages::render(&built.diagnostics, &sources, &words, style);
        let count = messages::count(&built.diagnostics, &words);
        let printing = used().saturating_sub(start);
        assert!(text.lines().count() < 500, "{} lines", text.lines().count());
        assert!(printing.as_secs_f64() < building.as_secs_f64() * 0.1, "{printing:?} of {building:?}");
        assert!(count.ends_with(" places)"), "{count}");
    });
}

#[test]
fn twenty_of_a_code_are_shown_and_the_rest_is_counted() {
    let folder = on_disk(&faulty_guide(3));
    let (shown, closing, status) = check(&folder, &[]);
    assert_eq!(status, Some(1));
    let of = |text: &str, head: &str| text.lines().filter(|line| line.starts_with(head)).count();
    assert_eq!(of(&shown, "error[link/missing-page]"), 20, "{shown}");
    // One page that is missing is one finding, however many links lead to it.
    assert_eq!(shown.matches("the page `gone.md` does not exist").count(), 1, "{shown}");
    assert!(shown.contains(" = also at guide/p0.md:9:23, "), "{shown}");
    assert!(shown.contains("and 25 other places"), "{shown}");
    assert!(shown.contains("│   11 × link/missing-page"), "{shown}");
    assert!(shown.contains("`jalon check --only "), "{shown}");
    assert!(closing.contains(" places)"), "{closing}");

    let (all, _, _) = check(&folder, &["--all"]);
    assert_eq!(of(&all, "error[link/missing-page]"), 60, "{all}");
    let (machine, _, _) = check(&folder, &["--format", "short"]);
    assert_eq!(machine.matches("[link/missing-page]").count(), 60, "{machine}");
}

#[test]
fn a_summary_has_a_line_for_each_code() {
    let mut files = faulty_guide(3);
    files.push(("guide/arrival.md".to_owned(), "# Arrival\n\n## Keys\n\n[t](Arrival.md)\n".to_owned()));
    let folder = on_disk(&files);
    let (shown, closing, status) = check(&folder, &["--summary"]);
    assert_eq!(status, Some(1));
    let row = |code: &str| {
        let line = shown.lines().find(|line| line.split_whitespace().nth(1) == Some(code));
        line.unwrap_or_default().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let missing = row("link/missing-page");
    assert_eq!(missing[..5], ["error", "link/missing-page", "60", "3", "0"], "{shown}");
    assert_eq!(missing.last().map(String::as_str), Some("guide/p0.md:3:5"), "{shown}");
    assert_eq!(row("link/wrong-case")[2..5], ["1", "1", "1"], "{shown}");
    assert!(shown.lines().count() < 15, "{shown}");
    assert!(closing.contains("errors"), "{closing}");
    let (_, refusal, status) = check(&folder, &["--summary", "--format", "json"]);
    assert_eq!(status, Some(2), "{refusal}");
}

#[test]
fn only_looks_at_the_codes_and_families_named() {
    let mut files = faulty_guide(1);
    let line = "# Arrival\n\n[t](Arrival.md) [u](arrival.md#kyes)\n\n## Keys\n";
    files.push(("guide/arrival.md".to_owned(), line.to_owned()));
    let folder = on_disk(&files);
    let (shown, closing, status) = check(&folder, &["--only", "link/wrong-case,image", "--format", "short"]);
    assert_eq!(status, Some(1));
    assert!(shown.contains("[link/wrong-case]") && shown.contains("[image/no-alt]"), "{shown}");
    assert!(!shown.contains("link/missing-page"), "{shown}");
    assert!(closing.contains("findings of other codes are not shown"), "{closing}");

    let (_, closing, status) = check(&folder, &["--only", "date"]);
    assert_eq!(status, Some(0), "{closing}");
    assert!(closing.starts_with("nothing to report\n"), "{closing}");
    let (_, refusal, status) = check(&folder, &["--only", "lnik"]);
    assert_eq!(status, Some(2), "{refusal}");

    // Nothing else is fixed.
    check(&folder, &["--fix", "--only", "link/wrong-case"]);
    let text = fs::read_to_string(folder.path().join("guide/arrival.md")).expect("the page is there");
    assert_eq!(text, line.replace("Arrival.md", "arrival.md"));
}

#[test]
fn settings_that_cannot_be_read_are_reported_whatever_is_selected() {
    let folder = on_disk(&[("guide/jalon.yaml".to_owned(), "title: [\n".to_owned())]);
    let (shown, _, status) = check(&folder, &["--only", "link", "--format", "short"]);
    assert_eq!(status, Some(2), "{shown}");
    assert!(shown.contains("yaml/"), "{shown}");
}
