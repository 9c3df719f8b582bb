//! Guides that somebody broke on purpose or by accident. Whatever they hold, a build ends soon, panics never, points at
//! places that exist and makes pages that nest.
use crate::sites::faults;
use crate::support::{Dice, cold, first_guide, guide_of, made_again, options, page, put, said};
use jalon::model::{Source, SourcePath, Sources};
use jalon::pipeline::{Build, build};
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

/// Pieces that mean something to a parser.
const PIECES: &[&str] = &[
    "[",
    "]",
    "(",
    ")",
    "[a](",
    "![",
    "[^1]",
    "[^1]: x\n",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<br>",
    "<details>",
    "</details>",
    "<summary>",
    "<kbd>",
    "</kbd>",
    "<script>",
    "<a href=\"javascript:x\">",
    "&",
    "&amp;",
    "&#0;",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "\n\n",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "    ",
    "> ",
    "> [!NOTE]\n",
    "- ",
    "- [ ] ",
    "1. ",
    "1. [ ] ",
    "# ",
    "## ",
    "###### ",
    "## {#a}\n",
    "{#a}",
    "---\n",
    "---",
    "===\n",
    "| a | b |\n|---|---|\n",
    "|",
    ": ",
    "term\n: def\n",
    "<contact:support-conum>",
    "<contact:*>",
    "<tool:*>",
    "<resource:*>",
    "<term:ccp1>",
    "<role:conum>",
    "<role:conum>\n",
    "<checklist:*>",
    "<checklist:conum>",
    "<due:J-30>",
    "<due:",
    "<inconnu:x>",
    "<!-- until: 2026-01-19 -->\n",
    "<!-- until: 2026-13-45 -->\n",
    "<!-- allow placeholder/open: x -->\n",
    "[À COMPLÉTER : x]",
    "[TODO]",
    "[x](../../../../etc/passwd)",
    "[x](javascript:alert(1))",
    "[x](//a.b)",
    "[x](#)",
    "[x]()",
    "![](x.png)",
    "[x](%00)",
    "[x](é.md#à)",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\u{a0}",
    "é",
    "🦀",
    "e\u{301}",
    "\u{200b}",
    "« ",
    " »",
    "'",
    "\"",
    ";",
    "?",
    "!",
    "title: ",
    "title: [",
    "steps: [",
    "aliases: [/a/, /a/]\n",
    "draft: true\n",
    "roles: [x]\n",
    "&a ",
    "*a",
    "!!binary x",
    "{",
    "}",
    "? ",
    "- - - ",
    "%YAML",
    "...\n",
    "email: x@\n",
    "phone: \"12\"\n",
    "url: null\n",
    "  name: x\n",
    "x:\n",
    "{{ page.title }}",
    "{% if %}",
    "{$x}",
    "{ $",
    "2026-02-30",
    "99999999999999999999",
];

/// Breaks one file, or the row of files; says what it did.
fn harm(sources: &mut Sources, dice: &mut Dice) -> String {
    let paths: Vec<SourcePath> = sources.keys().filter(|path| path.in_guide().is_some()).cloned().collect();
    let path = dice.pick(&paths).clone();
    let mut bytes = sources[&path].bytes.to_vec();
    let at = dice.below(bytes.len() + 1);
    let what = match dice.below(12) {
        0 => {
            for _ in 0..=dice.below(4) {
                let at = dice.below(bytes.len());
                let bit = dice.below(8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            "bits turned"
        }
        1 => {
            bytes.truncate(at);
            "cut off"
        }
        2 | 3 => {
            let lines: Vec<Vec<u8>> =
                bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
            let number = dice.below(lines.len());
            let again = usize::from(dice.below(2) == 0) * 2;
            bytes = lines
                .iter()
                .enumerate()
                .flat_map(|(at, line)| line.repeat(if at == number { again } else { 1 }))
                .collect();
            "a line gone or twice"
        }
        4 => {
            sources.remove(&path);
            return format!("{path} removed");
        }
        5 => {
            let other = dice.pick(&paths).clone();
            let taken = sources[&other].clone();
            sources.insert(path.clone(), taken);
            return format!("{path} is now {other}");
        }
        6 => {
            let source = sources.remove(&path).expect("it was there");
            let name = [
                "guide/a/b.md",
                "guide/index.md",
                "guide/registry/terms.yaml",
                "guide/theme/templates/page.html",
                "guide/strings/fr.ftl",
            ];
            let name = dice.pick(&name);
            sources.insert(SourcePath::new(*name), source);
            return format!("{path} moved to {name}");
        }
        _ => {
            for _ in 0..=dice.below(6) {
                let at = dice.below(bytes.len() + 1);
                let piece = dice.pick(PIECES).as_bytes().to_vec();
                let times = if dice.below(10) == 0 { 40 } else { 1 };
                bytes.splice(at..at, piece.repeat(times));
            }
            "pieces put in"
        }
    };
    put(sources, path.as_str(), &bytes);
    format!("{path}: {what}")
}

/// Fails when a diagnostic points outside of its file or into the middle of a character, or has holes in its words.
fn assert_places(built: &Build, sources: &Sources, about: &str) {
    for note in &built.notes {
        let (start, end) = (note.span.start as usize, note.span.end as usize);
        let source: Option<&Source> = sources.get(&note.span.file);
        let length = source.map_or(0, |source| source.bytes.len());
        assert!(start <= end && end <= length, "{about}: {note:?} is outside of its {length} bytes");
        if let Some(text) = source.and_then(|source| std::str::from_utf8(&source.bytes).ok()) {
            assert!(
                text.is_char_boundary(start) && text.is_char_boundary(end),
                "{about}: {note:?} cuts a letter"
            );
        }
    }
    let words = said(built, sources);
    // A text of the author may hold this, too; then it stands in guillemets or backquotes of ours.
    let holes: Vec<_> = words.lines().filter(|line| line.contains("{$") && !line.contains("{$x}")).collect();
    assert!(holes.is_empty(), "{about}: {holes:#?}");
}

/// What is wrong with the pages; lost links only where no diagnostic could have told of them.
fn unrepairable(built: &Build, only: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = faults(built, only);
    if built.has_errors() {
        wrong.retain(|line| !line.contains(" leads to "));
    }
    wrong
}

#[test]
fn a_thousand_broken_guides_are_built_without_panic() {
    let whole = first_guide();
    let first = cold(&whole, options());
    let mut sources = whole.clone();
    let mut built = first.clone();
    for seed in 0..1000_u64 {
        let mut dice = Dice::new(seed + 1);
        // Harm piles up for a while, then the guide is whole again.
        if seed % 8 == 0 {
            sources = whole.clone();
            built = first.clone();
        }
        let done = harm(&mut sources, &mut dice);
        let about = format!("seed {seed}, {done}");
        let next = build(&sources, options(), &built);
        assert_places(&next, &sources, &about);
        let made = made_again(&built, &next);
        let trusted =
            next.site.as_ref().is_some_and(|site| site.settings.html == jalon::model::HtmlMode::Trusted);
        let themed = sources.keys().any(|path| path.as_str().starts_with("guide/theme/"));
        if !next.has_errors() {
            let site = next.site.as_ref().expect("a build has a site");
            for page in &site.pages {
                assert!(next.files.contains_key(&page.url.file()), "{about}: {} is made", page.url);
            }
        }
        if !trusted && !themed {
            let wrong = unrepairable(&next, &|path| made.contains(path));
            assert!(wrong.is_empty(), "{about}: {wrong:#?}");
        }
        built = next;
    }
}

/// What a thread of this process has used of the processor; the clock where the system does not say.
fn used() -> Duration {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok().and_then(|text| {
        text.split_whitespace().next().and_then(|number| number.parse().ok()).map(Duration::from_nanos)
    });
    counted.unwrap_or_else(|| {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default()
    })
}

/// Builds on one thread, with a kept theme, and says how much of the processor that took.
fn cost(sources: &Sources) -> (Build, Duration) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread starts");
    pool.install(|| {
        let before = cold(&small(""), options());
        let start = used();
        let built = build(sources, options(), &before);
        (built, used() - start)
    })
}

fn small(page: &str) -> Sources {
    guide_of(&[
        ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\nlimits: {page: 64 MiB, output: 1 GiB}\n"),
        ("guide/index.md", "---\ntitle: Un guide\n---\n\nBonjour.\n"),
        ("guide/page.md", page),
    ])
}

#[test]
fn sixty_four_kibibytes_of_brackets_cost_less_than_a_second() {
    const SIZE: usize = 64 << 10;
    let fill = |unit: &str| unit.repeat(SIZE / unit.len());
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
    let mut slow = Vec::new();
    let mut figures = Vec::new();
    for (name, text) in &cases {
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
    if std::env::var_os("FIGURES").is_some() {
        panic!("{:#?}", figures.iter().rev().take(15).collect::<Vec<_>>());
    }
}

#[test]
fn ten_megabytes_on_one_line_cost_less_than_two_seconds() {
    let line = "Une phrase de l'auteur, avec CCP1 ; puis une autre ? ".repeat((10 << 20) / 52);
    let (built, time) = cost(&small(&line));
    assert!(!built.has_errors(), "{}", said(&built, &small("")));
    assert!(page(&built, "page/index.html").len() > 10 << 20);
    assert!(time < Duration::from_secs(2), "{time:?}");
    if std::env::var_os("FIGURES").is_some() {
        panic!("{time:?}");
    }
}

#[test]
fn a_kept_page_repeats_its_remarks() {
    let mut sources = small("[x](nulle-part.md)\n");
    let first = cold(&sources, options());
    put(&mut sources, "guide/index.md", b"---\ntitle: Un autre guide\n---\n\nBonjour.\n");
    let next = build(&sources, options(), &first);
    let path = SourcePath::new("guide/page.md");
    assert!(Arc::ptr_eq(&first.parsed.pages[&path].value, &next.parsed.pages[&path].value));
    let lost =
        |built: &Build| built.notes.iter().filter(|note| note.code.name == "link/missing-page").count();
    assert_eq!((lost(&first), lost(&next)), (1, 1));
}
