//! Random letters and marks through `jalon import`: what a document shows, its Markdown shows.
use crate::import_word::{docx, read};
use std::fmt::Write as _;

/// What a paragraph shows: its letters, each with whether it is bold and whether it is italic.
type Shown = Vec<(char, bool, bool)>;

/// Letters that Markdown reads as its own, beside others.
const TRICKY: &[char] = &[
    'a', 'b', 'é', '1', ' ', ' ', '\u{a0}', '*', '_', '`', '[', ']', '(', ')', '<', '>', '&', '#', '!', '|',
    '~', '\\', '+', '-', '=', ',', ';', '"', '\'', '{', '}', '^', '$', '«', '»', '/', '%', '?',
];

#[test]
fn letters_of_markdown_come_through_as_they_are() {
    let mut seed = 20_261_123_u64;
    let mut next = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((seed >> 33) % most).expect("it is small")
    };
    // With a heading, none is looked for among bold paragraphs.
    let mut body =
        "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>Titre</w:t></w:r></w:p>".to_owned();
    let mut expected: Vec<Shown> = Vec::new();
    for _ in 0..3_000 {
        // A letter in front, or a dash would begin a list.
        let mut shown = vec![('z', false, false)];
        let mut runs = "<w:r><w:t>z</w:t></w:r>".to_owned();
        for _ in 0..=next(4) {
            let (bold, italic) = (next(3) == 0, next(3) == 0);
            let text: String = (0..=next(6)).map(|_| TRICKY[next(TRICKY.len() as u64)]).collect();
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
            let marks = format!("{}{}", if bold { "<w:b/>" } else { "" }, if italic { "<w:i/>" } else { "" });
            write!(runs, "<w:r><w:rPr>{marks}</w:rPr><w:t xml:space='preserve'>{escaped}</w:t></w:r>")
                .expect("it is written");
            shown.extend(text.chars().map(|letter| (letter, bold, italic)));
        }
        // A line to fill in would be a placeholder.
        let text: String = shown.iter().map(|(letter, _, _)| *letter).collect();
        if !text.contains("__") && !text.contains("_ _") {
            write!(body, "<w:p>{runs}</w:p>").expect("it is written");
            expected.push(shown);
        }
    }
    let text = read("random.docx", &docx(&body));
    let page =
        text.split("===== ").find_map(|part| part.strip_prefix("guide/index.md\n")).expect("there is a page");
    let made = shown(page);
    let plain = |shown: &Shown| {
        shown
            .iter()
            .map(|(letter, _, _)| *letter)
            .filter(|letter| !letter.is_whitespace())
            .collect::<String>()
    };
    let wanted: Vec<String> = expected.iter().map(plain).collect();
    let there: Vec<String> = made.iter().skip(1).map(plain).collect();
    for (wanted, there) in wanted.iter().zip(&there) {
        assert_eq!(wanted, there);
    }
    assert_eq!(wanted.len(), there.len());
    let marks = |shown: &Shown| {
        shown.iter().filter(|(letter, _, _)| letter.is_alphanumeric()).copied().collect::<Vec<_>>()
    };
    let wrong =
        expected.iter().zip(&made[1..]).filter(|(wanted, there)| marks(wanted) != marks(there)).count();
    assert!(
        wrong * 100 <= expected.len(),
        "marks that moved to other letters: {wrong} of {}",
        expected.len()
    );
}

/// What the paragraphs of a page show.
fn shown(page: &str) -> Vec<Shown> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let (mut bold, mut italic) = (0, 0);
    let mut out = Vec::new();
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(Tag::Strong) => bold += 1,
            Event::End(TagEnd::Strong) => bold -= 1,
            Event::Start(Tag::Emphasis) => italic += 1,
            Event::End(TagEnd::Emphasis) => italic -= 1,
            Event::Start(Tag::Paragraph | Tag::Heading { .. }) => out.push(Shown::new()),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                let shown = out.last_mut().expect("text stands in a paragraph");
                shown.extend(text.chars().map(|letter| (letter, bold > 0, italic > 0)));
            }
            _ => {}
        }
    }
    out
}
