//! The cost of texts that are meant to be slow, on one thread.
use crate::hostile::{assert_places, unrepairable};
use crate::support::{clean_build, diagnostics_of, guide_of, options, page, put};
use jalon::model::Sources;
use jalon::pipeline::{Build, build};
use std::fmt::Write as _;
use std::time::Duration;

/// The CPU time of this process; the clock where the system does not tell.
pub(crate) fn used() -> Duration {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok().and_then(|text| {
        text.split_whitespace().next().and_then(|number| number.parse().ok()).map(Duration::from_nanos)
    });
    counted.unwrap_or_else(|| {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default()
    })
}

/// Builds on one thread, with a theme from an earlier build, and returns the CPU time.
pub(crate) fn cost(sources: &Sources) -> (Build, Duration) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread starts");
    pool.install(|| {
        let before = clean_build(&small(""), options());
        let start = used();
        let built = build(sources, &[], options(), &before);
        (built, used().saturating_sub(start))
    })
}

/// A guide with one page besides the home page, and high limits.
pub(crate) fn small(page: &str) -> Sources {
    guide_of(&[
        ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\nlimits: {page: 64 MiB, output: 1 GiB}\n"),
        ("guide/index.md", "---\ntitle: Un guide\n---\n\nBonjour.\n"),
        ("guide/page.md", page),
    ])
}

/// The size of each text.
const SIZE: usize = 64 << 10;

fn fill(unit: &str) -> String {
    unit.repeat(SIZE / unit.len())
}

/// Pages that repeat or nest one construct far too often, by name.
fn bombs() -> Vec<(String, String)> {
    let deep =
        |unit: &str| (0..360).fold(String::new(), |all, depth| all + &" ".repeat(depth) + unit + "a\n");
    let mut cases: Vec<(String, String)> = [
        "[",
        "![",
        "]",
        "*",
        "**a",
        "_",
        "*a _b ",
        "`",
        "``a`",
        "<",
        "<!--",
        "<a ",
        "<br",
        "</",
        "> ",
        ">",
        "- ",
        "1. ",
        "- [ ] ",
        "[a](",
        "[a](b",
        "[a]: b\n",
        "[^a]",
        "[^a]: ",
        "|",
        "|a",
        "&",
        "&#x",
        "(",
        "{",
        "{#",
        "\"",
        "'",
        "« ",
        "\\",
        "~~",
        "~",
        "#",
        "# \n",
        "=\n",
        ": ",
        "a\n: b\n",
        "\n",
        " ",
        "\t",
        "<contact:x>",
        "<term:*> ",
        "[À COMPLÉTER : ",
        "[TODO] ",
        "<!-- until: 2026-01-19 -->\n",
        "> [!NOTE]\n",
        "<kbd>",
        "<details>",
        "http://a.b/",
        "a@b.fr ",
        "01 58 50 89 42 ",
        "\u{202e}",
        "e\u{301}",
        "- [ ] a\n",
        "[a](#a) ",
    ]
    .iter()
    .map(|unit| ((*unit).to_owned(), fill(unit)))
    .collect();
    cases.push(("nested lists".to_owned(), deep("- ")));
    cases.push(("nested tasks".to_owned(), deep("- [ ] ")));
    cases.push(("tasks below one task".to_owned(), "- [ ] a\n".to_owned() + &"  - [ ] b\n".repeat(6 << 10)));
    cases.push((
        "nested quotes".to_owned(),
        (1..360).fold(String::new(), |all, depth| all + &"> ".repeat(depth) + "a\n"),
    ));
    cases.push((
        "a table".to_owned(),
        format!("{}\n{}\n{}", "|a".repeat(8 << 10), "|-".repeat(8 << 10), "|b\n".repeat(8 << 10)),
    ));
    cases.push((
        "definitions".to_owned(),
        (0..4000).fold(String::new(), |mut all, at| {
            writeln!(all, "[{at}]: /x\n[a][{at}]").expect("a text takes more");
            all
        }),
    ));
    cases
}

#[test]
fn sixty_four_kibibytes_of_brackets_cost_less_than_a_second() {
    let mut slow = Vec::new();
    let mut figures = Vec::new();
    for (name, text) in &bombs() {
        let (built, time) = cost(&small(text));
        assert_places(&built, &small(text), name);
        let wrong = unrepairable(&built, &|_| true);
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        figures.push((time, name.clone()));
        if time > Duration::from_secs(1) {
            slow.push(format!("{name:?} takes {time:?}"));
        }
    }
    for unit in [
        "[", "{", "- ", "? ", "a: ", "a:\n ", "&a [", "*a ", "\"", "'", "!x ", "- - ", "|\n", "[a, ", "{a: ",
        "#",
    ] {
        let yaml = fill(unit);
        for file in ["guide/registry/contacts.yaml", "guide/jalon.yaml", "guide/page.md"] {
            let mut sources = small("");
            let text = if file.ends_with(".md") { format!("---\n{yaml}\n---\n") } else { yaml.clone() };
            put(&mut sources, file, text.as_bytes());
            let (built, time) = cost(&sources);
            assert_places(&built, &sources, unit);
            figures.push((time, format!("YAML {unit} in {file}")));
            if time > Duration::from_secs(1) {
                slow.push(format!("YAML {unit:?} in {file} takes {time:?}"));
            }
        }
    }
    figures.sort();
    assert!(slow.is_empty(), "{slow:#?}");
    assert!(figures.len() > 100, "all are measured: {figures:?}");
}

#[test]
fn ten_megabytes_on_one_line_cost_less_than_two_seconds() {
    let line = "Une phrase de l'auteur, avec CCP1 ; puis une autre ? ".repeat((10 << 20) / 52);
    let (built, time) = cost(&small(&line));
    assert!(!built.has_errors(), "{}", diagnostics_of(&built, &small("")));
    assert!(page(&built, "page/index.html").len() > 10 << 20);
    assert!(time < Duration::from_secs(2), "{time:?}");
}
