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
fn a_colon_in_a_text_is_named_and_the_rest_is_read() {
    let source = "nav_title: é\r\ntitle: Vérification : la convention # x\r\nslug: a\r\n";
    let found = mistake(source);
    assert_eq!(
        found,
        ("yaml/colon-in-text", "Vérification : la convention", "\"Vérification : la convention\"".to_owned())
    );
    let (yaml, _) = yaml(source);
    assert_eq!((text(&yaml, "nav_title"), text(&yaml, "slug")), (Some("é"), Some("a")));
    assert_eq!(yaml.get("title").unwrap().node, YamlNode::Broken);
    assert_eq!(mistake("a:\n  b: c : d\n  e: f\n").1, "c : d");
    assert_eq!(mistake("a:\n  - Qui : le service : RH\n").1, "Qui : le service : RH");
    assert_eq!(mistake("title: Attention :\n  suite: x\n").0, "yaml/colon-in-text");
}

#[test]
fn several_slips_are_told_at_once() {
    let found = failed("a: b : c\nd: \"e\nf: g\nh: @i\nj: [k, l\nm: n\n");
    let reported: Vec<_> = found.iter().map(|(code, at, cause)| (*code, *at, cause.as_str())).collect();
    assert_eq!(
        reported,
        [
            ("yaml/colon-in-text", "b : c", "\"b : c\""),
            ("yaml/syntax", "\"", "quote-open"),
            ("yaml/syntax", "@", "reserved"),
            ("yaml/syntax", "[", "bracket"),
        ]
    );
}

#[test]
fn causes_are_named_at_their_place() {
    for (source, at, cause) in [
        ("a:\n\tb: c\n", "\t", "tab"),
        ("a:\n  b: c\n\td: e\n", "\t", "tab"),
        ("a: 'l'été'\n", "é", "apostrophe"),
        ("a: \"b\" c\n", "c", "after-quote"),
        ("a: b\n c: d\n", "c: d", "indent"),
        ("a: b\nfoo\n", "f", "key"),
        ("a: `b\n", "`", "reserved"),
        ("a: \"\\q\"\n", "\\", "escape"),
        ("a: b\n---\nc: d\n", "-", "documents"),
        ("%YAML 1.2\n---\na: b\n", "%", "directive"),
        ("[a]: b\n", "[a]", "key"),
        ("a: b #c : d\n  e: f\n", "#", "comment"),
    ] {
        assert_eq!(mistake(source), ("yaml/syntax", at, cause.to_owned()), "{source:?}");
    }
}

#[test]
fn a_key_written_twice_keeps_its_first_value() {
    let source = "title: a\nb: {c: 1, c: 2}\ntitle: d\n";
    let (yaml, diagnostics) = yaml(source);
    assert_eq!(text(&yaml, "title"), Some("a"));
    let reported: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.code, diagnostic.span.start, diagnostic.args.clone()))
        .collect();
    let args = |key: &str, line: usize| vec![("key", Arg::from(key)), ("first_line", Arg::from(line))];
    assert_eq!(
        reported,
        [(codes::YAML_DUPLICATE_KEY, 23, args("c", 3)), (codes::YAML_DUPLICATE_KEY, 29, args("title", 2))]
    );
    let keys: Vec<_> = (0..40).map(|number| format!("k{}: 1\n", number % 30)).collect();
    let many = keys.concat();
    assert_eq!(failed(&many).len(), 10);
}

#[test]
fn aliases_anchors_and_tags_are_refused() {
    assert_eq!(mistake("a: *gras* x\n").0, "yaml/alias");
    assert_eq!(mistake("a: *x\nb: c\n"), ("yaml/alias", "*x", "*x".to_owned()));
    assert_eq!(mistake("a: &x 1\n"), ("yaml/alias", "&x", "&x".to_owned()));
    assert_eq!(mistake("a: !important b\n"), ("yaml/tag", "!important", "!important".to_owned()));
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
