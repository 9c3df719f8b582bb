//! Texts in a form that can be compared.
use crate::text::latin;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text as a listener hears it: lower case, without accents, one space between words, straight apostrophes, no
/// punctuation at either end.
pub(super) fn heard(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // Small letters, most of a text, in one go.
        let small = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        if small > 0 {
            out.push_str(&rest[..small]);
            rest = &rest[small..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        match latin::base(letter) {
            _ if letter.is_ascii() => add(&mut out, letter.to_ascii_lowercase()),
            Some(base) => out.push(base),
            None => std::iter::once(letter)
                .nfd()
                .filter(|part| !is_combining_mark(*part))
                .flat_map(char::to_lowercase)
                .for_each(|part| add(&mut out, part)),
        }
    }
    let kept = out.trim_matches(|letter: char| !letter.is_alphanumeric());
    if kept.len() == out.len() { out } else { kept.to_owned() }
}

fn add(out: &mut String, letter: char) {
    match letter {
        '’' => out.push('\''),
        letter if !letter.is_whitespace() => out.push(letter),
        _ if out.is_empty() || out.ends_with(' ') => {}
        _ => out.push(' '),
    }
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
