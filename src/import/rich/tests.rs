//! Rich text as Markdown: marks, escapes, lists, tables.
use super::inline::{InlinePlace, inline};
use super::*;

fn run(text: &str, marks: &[RichMark]) -> RichRun {
    let mut run = RichRun::text(text);
    for mark in marks {
        run.marks = run.marks.with(*mark, true);
    }
    run
}

fn linked(text: &str, target: &str, marks: &[RichMark]) -> RichRun {
    RichRun { link: Some(target.into()), ..run(text, marks) }
}

fn paragraph(runs: &[RichRun]) -> String {
    inline(runs, InlinePlace::Paragraph)
}

use RichMark::{Bold, Code, Italic, Strike, Super};

#[test]
fn spaces_stand_outside_of_marks_and_runs_are_joined() {
    let runs = [run("Un ", &[]), run("mot ", &[Bold]), run("gras ", &[Bold]), run("ici", &[])];
    assert_eq!(paragraph(&runs), "Un **mot gras** ici");
    assert_eq!(paragraph(&[run("a", &[Bold]), run(" ", &[]), run("b", &[Bold])]), "**a b**");
    assert_eq!(paragraph(&[run(" ", &[Bold])]), "");
    let runs = [run("a ", &[Bold]), run("b", &[Bold, Italic]), run("c", &[Italic])];
    assert_eq!(paragraph(&runs), "**a *b***_c_".replace('_', "*"));
}

#[test]
fn punctuation_stands_outside_where_a_letter_follows() {
    assert_eq!(paragraph(&[run("« mot »", &[Bold]), run("s", &[])]), "**« mot** »s");
    assert_eq!(paragraph(&[run("a", &[]), run("(b)", &[Bold]), run("c", &[])]), "a(**b**)c");
    assert_eq!(paragraph(&[run("Attention :", &[Bold]), run(" lire", &[])]), "**Attention :** lire");
}

#[test]
fn links_hold_their_marks() {
    let runs = [run("Voir ", &[]), linked("la ", "a.md", &[]), linked("page", "a.md", &[Bold])];
    assert_eq!(paragraph(&runs), "Voir [la **page**](a.md)");
    assert_eq!(paragraph(&[linked("page", "a b(1).md", &[Bold])]), "**[page](a%20b%281%29.md)**");
    assert_eq!(paragraph(&[linked("https://a.fr", "https://a.fr", &[])]), "<https://a.fr>");
    assert_eq!(paragraph(&[linked("a@b.fr", "mailto:a@b.fr", &[])]), "<a@b.fr>");
    assert_eq!(paragraph(&[run("Oh!", &[]), linked("x", "x.md", &[])]), "Oh\\![x](x.md)");
}

#[test]
fn letters_of_markdown_are_protected() {
    let cases = [
        ("1. Lire", "1\\. Lire"),
        ("# titre", "\\# titre"),
        ("- a", "\\- a"),
        ("— a", "— a"),
        ("a*b", "a\\*b"),
        ("2 * 3", "2 * 3"),
        ("mon_nom_x _y_", "mon_nom_x \\_y\\_"),
        ("[x](y)", "\\[x](y)"),
        ("<b>&amp; a < b & c", "\\<b>\\&amp; a < b & c"),
        ("C:\\Users\\*", "C:\\Users\\\\\\*"),
        ("3 000 €, 1er mars", "3 000 €, 1er mars"),
        ("2026. ", "2026\\."),
        ("2026.5", "2026.5"),
        ("tech\u{ad}nique", "technique"),
    ];
    for (text, written) in cases {
        assert_eq!(paragraph(&[RichRun::text(text)]), written);
    }
    let cell = |text| inline(&[RichRun::text(text)], InlinePlace::Cell);
    assert_eq!((cell("a|b"), cell("- a")), ("a\\|b".to_owned(), "- a".to_owned()));
}

#[test]
fn other_content() {
    let breaks = [run("a ", &[]), RichRun::plain(RichContent::Break), run("- b", &[])];
    assert_eq!(paragraph(&breaks), "a\\\n\\- b");
    assert_eq!(inline(&breaks, InlinePlace::Cell), "a<br>- b");
    assert_eq!(inline(&breaks, InlinePlace::Heading), "a - b");
    assert_eq!(paragraph(&[run("a`b", &[Code])]), "``a`b``");
    assert_eq!(paragraph(&[run("1", &[]), run("er", &[Super])]), "1<sup>er</sup>");
    let missing = RichContent::Placeholder("À COMPLÉTER", "le [nom]".to_owned());
    assert_eq!(paragraph(&[RichRun::plain(missing)]), "[À COMPLÉTER\u{a0}: le (nom)]");
    let gap = || RichRun::plain(RichContent::Placeholder("TODO", "x".to_owned()));
    assert_eq!(paragraph(&[gap(), gap(), run("(a) b", &[])]), "[TODO: x] [TODO: x]\\(a) b");
    assert_eq!(paragraph(&[gap(), run(": b", &[])]), "[TODO: x]\\: b");
    let picture =
        RichPicture { target: "a.png".into(), alt: "Un [plan]".into(), caption: "Le \"plan\"".into() };
    assert_eq!(
        paragraph(&[RichRun::plain(RichContent::Picture(picture))]),
        "![Un \\[plan\\]](a.png \"Le \\\"plan\\\"\")"
    );
    assert_eq!(
        paragraph(&[run("vieux", &[Strike]), RichRun::plain(RichContent::Note("1".into()))]),
        "~~vieux~~[^1]"
    );
}

#[test]
fn lists_tables_and_quotations() {
    let text = |text: &str| RichBlock::Paragraph(vec![RichRun::text(text)]);
    let item = |task, blocks| RichItem { task, blocks };
    let inner = RichList { start: Some(3), items: vec![item(Some(false), vec![text("b")])] };
    let list = RichList {
        start: None,
        items: vec![item(Some(true), vec![text("a"), RichBlock::List(inner)]), item(None, vec![text("c")])],
    };
    let rows = vec![vec![vec![RichRun::text("A|")], vec![]], vec![vec![RichRun::text("x")]]];
    let blocks = [
        RichBlock::Heading { level: 2, runs: vec![RichRun::text("C #")], anchor: Some("c".into()) },
        RichBlock::List(list.clone()),
        RichBlock::List(list),
        RichBlock::Table(RichTable { rows }),
        RichBlock::Notice(RichNotice::Tip, vec![text("d"), text("e")]),
        RichBlock::Code("x\n```".into()),
    ];
    let written = write_blocks(&blocks);
    assert_eq!(
        written.text,
        "## C \\# {#c}\n\n- [x] a\n  3. [ ] b\n- c\n\n* [x] a\n  3. [ ] b\n* c\n\n| A\\| | |\n|---|---|\n| x | |\n\n> \
         [!TIP]\n> d\n>\n> e\n\n````\nx\n```\n````\n"
    );
    assert_eq!(written.lines, [1, 3, 7, 11, 15, 20]);
}
