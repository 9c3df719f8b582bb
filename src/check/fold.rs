//! Texts in a form that can be compared.
use crate::text::latin;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text as a listener hears it: lower case, without accents, one space between words, straight apostrophes, no
/// punctuation at either end.
pub(super) fn heard(text: &str) -> String {
    let plain = |letter: char| match letter {
        '’' => '\'',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    };
    let mut out = String::with_capacity(text.len());
    let mut add = |letter: char| {
        if letter != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(letter);
        }
    };
    if text.is_ascii() {
        text.chars().for_each(|letter| add(plain(letter.to_ascii_lowercase())));
    } else {
        for letter in text.chars() {
            match latin::base(letter) {
                _ if letter.is_ascii() => add(plain(letter.to_ascii_lowercase())),
                Some(base) => add(base),
                None => std::iter::once(letter)
                    .nfd()
                    .filter(|part| !is_combining_mark(*part))
                    .flat_map(char::to_lowercase)
                    .for_each(|part| add(plain(part))),
            }
        }
    }
    let kept = out.trim_matches(|letter: char| !letter.is_alphanumeric());
    if kept.len() == out.len() { out } else { kept.to_owned() }
}

/// A path as a file system takes it that knows neither case nor normal forms.
pub(super) fn path(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().flat_map(char::to_lowercase).nfc().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_as_they_are_heard() {
        assert_eq!(heard("  Plus d’informations\u{a0}: "), "plus d'informations");
        assert_eq!(heard("« Ici »."), "ici");
        assert_eq!(heard("Click   HERE!"), "click here");
        assert_eq!(heard("À l'été"), "a l'ete");
        assert_eq!(heard("…"), "");
        assert_eq!(path("A/É.md"), path("a/e\u{301}.md"));
    }
}
