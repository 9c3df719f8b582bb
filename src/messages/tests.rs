//! The formats of diagnostics.
use super::*;
use crate::model::{Code, Source, SourcePath, Span, codes};

fn one(path: &str, text: &[u8], code: Code, wanted: &str) -> (Diagnostic, Sources) {
    let path = SourcePath::new(path);
    let start = text.windows(wanted.len()).position(|part| part == wanted.as_bytes()).unwrap();
    let span = Span::new(&path, start, start + wanted.len());
    (Diagnostic::new(code, span), Sources::from_iter([(path, Source::new(text))]))
}

fn french() -> Words {
    words(Language::French)
}

fn missing_page(text: &str, target: &str) -> (Diagnostic, Sources) {
    let (diagnostic, sources) =
        one("guide/1-recruter/2-candidature.md", text.as_bytes(), codes::LINK_MISSING_PAGE, target);
    (diagnostic.arg("target", target), sources)
}

#[test]
fn a_diagnostic_has_message_location_excerpt_and_help() {
    let text = format!("{}Voir [l'arrivée](arivee.md).\n", "\n".repeat(13));
    let (diagnostic, sources) = missing_page(&text, "arivee.md");
    let diagnostic = diagnostic.nearest(Some("arrivee.md"));
    let diagnostics = [diagnostic];
    assert_eq!(
        render(&diagnostics, &sources, &french(), Style::Human(Colour::Off, Detail::All)),
        "erreur[link/missing-page]: la page `arivee.md` n’existe pas
   ┌─ guide/1-recruter/2-candidature.md:14:18
14 │ Voir [l'arrivée](arivee.md).
   │                  ^^^^^^^^^ aucun fichier de ce nom
   = aide\u{a0}: vouliez-vous dire `arrivee.md`\u{202f}?

"
    );
    assert_eq!(
        render(&diagnostics, &sources, &words(Language::English), Style::Short),
        "guide/1-recruter/2-candidature.md:14:18: error[link/missing-page] the page `arivee.md` does not exist\n"
    );
    assert_eq!(count(&diagnostics, &french()), "1 erreur");
}

#[test]
fn json_is_one_object_a_line_as_the_schema_says() {
    let (diagnostic, sources) = missing_page("é [x](\u{9b}\u{202e}.md)\r\n", "\u{9b}\u{202e}.md");
    let text = render(&[diagnostic], &sources, &french(), Style::Json);
    assert!(!text.chars().any(|letter| letter != '\n' && visible::is_control(letter)));
    let line: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&line["line"], &line["column"], &line["end_column"]), (&1.into(), &7.into(), &12.into()));
    assert_eq!(line["severity"], "error");
    let schema: serde_json::Value = serde_json::from_str(DIAGNOSTICS_SCHEMA).unwrap();
    let keys = |value: &serde_json::Value| {
        value.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(keys(&line), keys(&schema["properties"]));
    assert_eq!(keys(&line).len(), schema["required"].as_array().unwrap().len());
}

#[test]
fn text_of_sources_does_not_control_the_terminal() {
    let hostile = "\u{1b}]0;titre\u{7}\u{9b}2J\u{202e}dm.x";
    let (diagnostic, sources) = missing_page(&format!("[a]({hostile})\rb"), hostile);
    for style in [Style::Human(Colour::Off, Detail::All), Style::Short, Style::Json] {
        let text = render(std::slice::from_ref(&diagnostic), &sources, &french(), style);
        assert!(!text.chars().any(|letter| letter != '\n' && visible::is_control(letter)), "{text:?}");
    }
    let failure = Failure { what: "failure-read", at: hostile.to_owned(), why: hostile.to_owned() };
    let text = super::failure(&failure, &french(), Colour::Off);
    assert!(!text.chars().any(|letter| letter != '\n' && visible::is_control(letter)), "{text:?}");
}

#[test]
fn colours_are_only_printed_when_asked_for() {
    let (diagnostic, sources) = missing_page("[a](b.md)", "b.md");
    let shown = |colour| {
        render(std::slice::from_ref(&diagnostic), &sources, &french(), Style::Human(colour, Detail::All))
    };
    assert!(!shown(Colour::Off).contains('\u{1b}'));
    assert!(shown(Colour::On).starts_with("\u{1b}[1;31merreur[link/missing-page]:\u{1b}[0m "));
}

#[test]
fn marks_stand_under_the_span() {
    for (line, wanted) in [
        ("été\tici X fin", "X"),
        ("日本語 X", "X"),
        ("🙂 e\u{301}X", "X"),
        ("\u{1b}[1mX", "X"),
        ("\u{feff}X", "X"),
        ("bon X\r\nsuite", "X"),
    ] {
        let (diagnostic, sources) = missing_page(line, wanted);
        let text = render(&[diagnostic], &sources, &french(), Style::Human(Colour::Off, Detail::All));
        let rows: Vec<&str> = text.lines().collect();
        let before = |row: &str, sign: char| {
            visible::width(row.split_once("│ ").unwrap().1.split(sign).next().unwrap())
        };
        assert_eq!(before(rows[2], 'X'), before(rows[3], '^'), "{text}");
    }
}

#[test]
fn a_span_over_several_lines_marks_the_first() {
    let (diagnostic, sources) = missing_page("a\nun [lien\nlong](b)\nc", "[lien\nlong](b)");
    let text = render(&[diagnostic], &sources, &french(), Style::Human(Colour::Off, Detail::All));
    assert!(text.contains("2 │ un [lien\n  │    ^^^^^ aucun"), "{text}");
}

#[test]
fn a_very_long_line_is_cut_around_the_place() {
    let text = format!("{}[a](perdu.md){}", "é".repeat(2_500_000), "日".repeat(2_000_000));
    let (diagnostic, sources) = missing_page(&text, "perdu.md");
    let diagnostics = vec![diagnostic; 2_000];
    let shown = render(&diagnostics, &sources, &french(), Style::Human(Colour::Off, Detail::All));
    let rows: Vec<&str> = shown.lines().take(4).collect();
    assert!(rows[1].ends_with(":1:2500005"), "{}", rows[1]);
    assert!(rows[2].contains("…é") && rows[2].contains("[a](perdu.md)日") && rows[2].ends_with("日…"));
    assert!(visible::width(rows[2]) < 120);
    assert!(rows[3].contains("^^^^^^^^ aucun"));
}

#[test]
fn many_diagnostics_in_one_file_are_printed_fast() {
    let text = "Voir [x](y.md) et la suite.\n".repeat(10_000);
    let path = SourcePath::new("guide/a.md");
    let sources = Sources::from_iter([(path.clone(), Source::new(text.as_bytes()))]);
    let diagnostics: Vec<Diagnostic> = (0..10_000)
        .map(|line| {
            Diagnostic::new(codes::LINK_MISSING_PAGE, Span::new(&path, line * 28 + 9, line * 28 + 13))
                .arg("target", "y.md")
        })
        .collect();
    let shown = render(&diagnostics, &sources, &french(), Style::Short);
    assert_eq!(shown.lines().count(), 10_000);
    assert!(shown.ends_with("guide/a.md:10000:10: erreur[link/missing-page] la page `y.md` n’existe pas\n"));
    assert_eq!(count(&diagnostics, &french()), "1 erreur (10\u{202f}000 endroits)");
}

#[test]
fn a_file_that_was_not_read_shows_its_path() {
    let path = SourcePath::new("guide/x/index.md");
    let diagnostic = Diagnostic::new(codes::FILE_NO_INDEX, Span::start_of(&path));
    let shown = |style| render(std::slice::from_ref(&diagnostic), &Sources::new(), &french(), style);
    assert!(shown(Style::Human(Colour::Off, Detail::All)).contains("  ┌─ guide/x/index.md\n"));
    assert!(shown(Style::Short).starts_with("guide/x/index.md: avertissement[file/no-index] "));
    assert!(shown(Style::Json).contains("\"line\":null"));
}

#[test]
fn types_and_kinds_are_described_in_words() {
    let (diagnostic, sources) =
        one("guide/registry/contacts.yaml", b"a:\n  kind: x\n", codes::REGISTRY_WRONG_TYPE, "x");
    let diagnostic = diagnostic
        .arg("key", "kind")
        .arg("expected", "one-of")
        .arg("choices", "desk, person")
        .arg("found", "text");
    let text = render(&[diagnostic], &sources, &french(), Style::Short);
    assert!(
        text.contains("le champ `kind` attend un mot d’une liste fermée, et contient un texte"),
        "{text}"
    );
    let (diagnostic, sources) = one("guide/a.md", b"<role:x>", codes::REGISTRY_UNKNOWN_ID, "x");
    let text = render(&[diagnostic.arg("kind", "role").arg("id", "x")], &sources, &french(), Style::Short);
    assert!(text.contains("aucun rôle du registre ne s’appelle `x`"), "{text}");
}

#[test]
fn a_failure_has_a_way_out() {
    let failure = Failure::plain("failure-no-guide", "/tmp");
    let text = super::failure(&failure, &french(), Colour::Off);
    assert!(text.contains("pas de guide dans /tmp") && text.contains("jalon init"), "{text}");
    let failure = Failure::plain("failure-unknown-code", "link/mising-page");
    let text = super::failure(&failure, &words(Language::English), Colour::Off);
    assert!(text.contains("did you mean `link/missing-page`?"), "{text}");
}

/// Two equal diagnostics in one line and one in another, in a file whose name and text must be escaped.
fn three() -> (Vec<Diagnostic>, Sources) {
    let path = SourcePath::new("guide/été, 100 %:<x>.md");
    let text = "é [x](y.md) [x](y.md)\n\n[\"&\"](z.md)\n";
    let at = |wanted: &str, skip: usize| {
        let start = text.match_indices(wanted).nth(skip).unwrap().0;
        let span = Span::new(&path, start, start + wanted.len());
        Diagnostic::new(codes::LINK_MISSING_PAGE, span).arg("target", wanted)
    };
    let diagnostics = vec![at("y.md", 0), at("y.md", 1), at("z.md", 0)];
    (diagnostics, Sources::from_iter([(path.clone(), Source::new(text.as_bytes()))]))
}

#[test]
fn workflow_commands_are_escaped() {
    let (diagnostics, sources) = three();
    let text = render(&diagnostics[..1], &sources, &words(Language::English), Style::Github);
    assert!(
        text.starts_with(
            "::error file=guide/été%2C 100 %25%3A<x>.md,line=1,endLine=1,col=7,endColumn=11,\
             title=link/missing-page::the page `y.md` does not exist"
        ),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn fingerprints_do_not_depend_on_lines_and_are_unique() {
    let (diagnostics, sources) = three();
    let marks = |sources: &Sources, diagnostics: &[Diagnostic]| -> Vec<String> {
        let text = render(diagnostics, sources, &words(Language::English), Style::Gitlab);
        let issues: serde_json::Value = serde_json::from_str(&text).unwrap();
        let issues = issues.as_array().unwrap();
        assert!(issues.iter().all(|issue| issue["location"]["lines"]["begin"].is_u64()));
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let first = marks(&sources, &diagnostics);
    assert_eq!(first.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    // The same diagnostics four lines further down.
    let lower: Sources = sources
        .iter()
        .map(|(path, source)| (path.clone(), Source::new([b"a\n\nb\n\n", &*source.bytes()].concat())))
        .collect();
    let moved: Vec<Diagnostic> = diagnostics
        .iter()
        .map(|diagnostic| {
            let span = Span {
                start: diagnostic.span.start + 6,
                end: diagnostic.span.end + 6,
                ..diagnostic.span.clone()
            };
            Diagnostic { span, ..diagnostic.clone() }
        })
        .collect();
    assert_eq!(marks(&lower, &moved), first);
    assert_eq!(render(&[], &sources, &french(), Style::Gitlab), "[]\n");
}

#[test]
fn sarif_counts_characters_and_names_its_rules() {
    let (diagnostics, sources) = three();
    let text = render(&diagnostics, &sources, &french(), Style::Sarif);
    let log: serde_json::Value = serde_json::from_str(&text).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 1);
    for result in run["results"].as_array().unwrap() {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[rule]["id"], result["ruleId"]);
    }
    let place = &run["results"][1]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "guide/%C3%A9t%C3%A9,%20100%20%25%3A%3Cx%3E.md");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&1.into(), &17.into()));
}

#[test]
fn junit_is_escaped_and_never_empty() {
    let (diagnostics, sources) = three();
    let text = render(&diagnostics, &sources, &words(Language::English), Style::Junit);
    assert_eq!(text.matches("<testcase ").count(), 3);
    assert!(
        text.contains("classname=\"guide/été, 100 %:&lt;x&gt;.md\" name=\"link/missing-page 1:7\""),
        "{text}"
    );
    let none = render(&[], &sources, &words(Language::English), Style::Junit);
    assert!(none.contains("tests=\"1\" failures=\"0\"") && none.contains("<testcase "), "{none}");
}
