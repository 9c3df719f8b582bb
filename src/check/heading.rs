//! Headings that do not make an outline for people and screen readers: second titles, skipped levels, bold paragraphs.
use crate::language::all;
use crate::model::{Diagnostic, Document, Page, Site, codes};

/// How many characters a heading may have.
const MAX_LENGTH: usize = 120;

pub(super) fn page(_: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut underlined = document.content.underlined.iter().peekable();
    let mut above = 1;
    for heading in &document.content.headings {
        let diagnostic = |code| Diagnostic::new(code, heading.span.clone());
        let (level, text) = (heading.value.level, heading.value.text.trim());
        if text.is_empty() && heading.value.references.is_empty() {
            diagnostics.push(diagnostic(codes::HEADING_EMPTY));
        }
        let own = underlined.next_if(|underlined| underlined.heading == heading.span.start);
        // The title of the page has no anchor.
        let is_second = level == 1 && !heading.value.anchor.as_str().is_empty();
        if let Some(underlined) = own.filter(|underlined| underlined.sentence && !is_second) {
            let mark = if level == 1 { "===" } else { "---" };
            let diagnostic = Diagnostic::new(codes::HEADING_UNDERLINED_SENTENCE, underlined.words.clone());
            diagnostics.push(diagnostic.arg("text", mark));
        }
        if level == 1 {
            if is_second {
                let diagnostic = diagnostic(codes::HEADING_SECOND_TITLE).arg("text", text);
                let help = if own.is_some() { "help-underlined" } else { "help" };
                diagnostics.push(diagnostic.help(help));
            }
        } else if level > above + 1 {
            let diagnostic = diagnostic(codes::HEADING_SKIPPED_LEVEL);
            diagnostics.push(diagnostic.arg("from", usize::from(above)).arg("to", usize::from(level)));
        }
        above = level;
        let size = text.chars().count();
        if size > MAX_LENGTH {
            diagnostics.push(diagnostic(codes::HEADING_VERY_LONG).arg("size", size).arg("limit", MAX_LENGTH));
        }
    }
    let bold_paragraphs = &document.content.bold_paragraphs;
    for bold in bold_paragraphs {
        let text = bold.value.text.trim();
        let is_caption = || {
            let below_code = bold_paragraphs.iter().filter(|bold| bold.value.below_code);
            below_code.filter(|other| other.value.text.trim() == text).count() > 1
        };
        let is_other = is_sentence(text) || is_subtitle(text) || is_name(text) || is_joint(text);
        if is_other || text.chars().count() > MAX_LENGTH || bold.value.below_code && is_caption() {
            continue;
        }
        diagnostics.push(Diagnostic::new(codes::HEADING_BOLD_PARAGRAPH, bold.span.clone()).arg("text", text));
    }
}

/// Whether a bold text is a sentence that is stressed, or leads to what follows ("For example:"). Signs behind its last
/// mark do not count.
fn is_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|letter: char| !letter.is_alphanumeric() && !".!…:;,?".contains(letter));
    bare.ends_with(['.', '!', '…', ':', ';', ','])
}

/// Whether a bold text tells what a page is about: `a quick guide for new colleagues`.
fn is_subtitle(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Whether a bold text is the name of a file, an address or a pattern of one: `YYYY_title.pdf`.
fn is_name(text: &str) -> bool {
    let joins = |at: usize| text[at + 1..].starts_with(char::is_alphanumeric) && at > 0;
    !text.contains(char::is_whitespace) && text.match_indices(['_', '.', '/', '@']).any(|(at, _)| joins(at))
}

/// Whether a bold text is a word that joins what stands above and below it: `OR`.
fn is_joint(text: &str) -> bool {
    let word = text.to_lowercase();
    all().any(|locale| locale.stop_words.contains(&word))
}
