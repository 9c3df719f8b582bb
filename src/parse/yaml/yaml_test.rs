//! The YAML reader on mistakes that people make, with exact spans.
use super::reader::{DEPTH, read};
use super::tree::{SourceText, Yaml, YamlNode};
use crate::model::{Arg, Diagnostic, SourcePath, codes};

/// Reads a text that begins at byte 4 on line 2, as front matter does.
fn yaml(text: &str) -> (Yaml, Vec<Diagnostic>) {
    let file = SourcePath::new("guide/a.md");
    let mut diagnostics = Vec::new();
    let source = SourceText { file: &file, text, offset: 4, line: 2 };
    (read(&source, codes::YAML_DUPLICATE_KEY, &mut diagnostics), diagnostics)
}

/// Codes, the text they point at, and their first argument.
fn failed(text: &str) -> Vec<(&'static str, &str, String)> {
    let mistake = |diagnostic: &Diagnostic| {
        let at = diagnostic.span.start as usize - 4..diagnostic.span.end as usize - 4;
        let first = diagnostic.args.first().map(|(_, arg)| match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Date(date) => date.to_string(),
        });
        (diagnostic.code.name, &text[at], first.unwrap_or_default())
    };
    yaml(text).1.iter().map(mistake).collect()
}

fn mistake(text: &str) -> (&'static str, &str, String) {
    let mut found = failed(text);
    assert_eq!(found.len(), 1, "{text:?}: {found:?}");
    found.remove(0)
}

fn text<'a>(yaml: &'a Yaml, key: &str) -> Option<&'a str> {
    match &yaml.get(key)?.node {
        YamlNode::Text(text) => Some(text),
        _ => None,
    }
}

#[test]
fn values_have_their_places_and_meanings() {
    let source = "é: [a, 'b']\r\nmap:\r\n  n: 12\r\n  d: 2026-11-23\r\nnone:\r\n2026: |\r\n  x\r\n  y\r\n";
    let (yaml, diagnostics) = yaml(source);
    assert_eq!(diagnostics, []);
    let written = |yaml: &Yaml| &source[yaml.span.start as usize - 4..yaml.span.end as usize - 4];
    assert_eq!(written(yaml.get("é").unwrap()), "[a, 'b']");
    assert_eq!(written(yaml.get("map").unwrap()), "n: 12\r\n  d: 2026-11-23");
    assert_eq!(yaml.get("map").unwrap().get("n").unwrap().node, YamlNode::Number(12));
    assert_eq!(
        (&yaml.get("none").unwrap().node, written(yaml.get("none").unwrap())),
        (&YamlNode::Null, "none")
    );
    assert_eq!(text(&yaml, "2026"), Some("x\ny\n"));
    assert_eq!(written(yaml.get("2026").unwrap()), "x\r\n  y");
    assert_eq!(
        (super::yaml_test::yaml("").0.node, super::yaml_test::yaml("# a\n").0.node),
        (YamlNode::Null, YamlNode::Null)
    );
}

#[test]
fn every_key_written_twice_is_reported() {
    let keys: Vec<_> = (0..40).map(|number| format!("k{}: 1\n", number % 30)).collect();
    assert_eq!(failed(&keys.concat()).len(), 10);
}

#[test]
fn a_bomb_of_aliases_is_refused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let before = format!("*a{}", level - 1);
        let nine = [before.as_str(); 9].join(", ");
        bomb.extend(["a", &level.to_string(), ": &a", &level.to_string(), " [", &nine, "]\n"]);
    }
    assert_eq!(failed(&bomb).len(), 20);
}

#[test]
fn depth_and_size_are_limited() {
    let deep = |levels: usize| format!("a: {}{}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(failed(&deep(DEPTH - 1)), []);
    for hostile in [
        deep(DEPTH),
        "[".repeat(100 << 10),
        "- ".repeat(50 << 10),
        "{a: ".repeat(25 << 10),
        "? ".repeat(50 << 10),
    ] {
        let found = failed(&hostile);
        assert_eq!((found.len(), found[0].0, found[0].2.as_str()), (1, "yaml/over-limit", "depth"));
    }
    let (_, _, limit) = mistake(&"- a\n".repeat(100_001)).clone();
    assert_eq!(limit, "nodes");
    assert_eq!(failed(&"a: ".repeat(25 << 10)).len(), 1);
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_the_reader_and_every_place_is_one(
        source in "([a-cé:\\-\\[\\]{},&*!|>%@\"'#?~\u{a0} \t\r\n]|: |- |\n  |À COMPLÉTER){0,60}"
    ) {
        for diagnostic in yaml(&source).1 {
            let at = diagnostic.span.start as usize - 4..diagnostic.span.end as usize - 4;
            proptest::prop_assert!(source.get(at.clone()).is_some(), "{diagnostic:?} {at:?}");
        }
    }
}
