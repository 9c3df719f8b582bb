//! Typography of the texts that readers see, never of code, addresses or ids.
use super::of;
use crate::model::Language;
use std::borrow::Cow;

/// Applies the typography of a language to a text. `before` is the character that precedes the text in its line, if
/// any. Idempotent.
pub fn typeset(language: Language, text: &str, before: Option<char>) -> Cow<'_, str> {
    (of(language).typeset)(text, before)
}

/// Appends what [`typeset`] returns, escaped as HTML, in one pass. Returns its last character before escaping.
pub fn write_html(out: &mut String, language: Language, text: &str, before: Option<char>) -> Option<char> {
    (of(language).write_html)(out, text, before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::escape;

    #[test]
    fn one_pass_writes_what_two_would() {
        let marks = [
            "'", " ", "«", "»", "5", "000", "n°", "&", "<b>", "\"", ";", "%", "é", "\u{1}", "\u{85}", "h",
            "€", "\u{a0}",
        ];
        let all = || marks.iter();
        for language in Language::ALL {
            for text in all().flat_map(|a| all().flat_map(move |b| all().map(move |c| [*a, *b, *c].concat())))
            {
                for before in [None, Some('a'), Some('«'), Some('5')] {
                    let typeset = typeset(language, &text, before);
                    let mut out = "x".to_owned();
                    let last = write_html(&mut out, language, &text, before);
                    assert_eq!(out, format!("x{}", escape::to_html(&typeset)), "{text:?} after {before:?}");
                    assert_eq!(last, typeset.chars().next_back(), "{text:?} after {before:?}");
                }
            }
        }
    }

    #[test]
    fn english_is_kept() {
        assert_eq!(typeset(Language::English, "It's 5 %?", None), "It's 5 %?");
    }
}
