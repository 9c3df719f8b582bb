//! Texts and paths in a form in which they can be compared.
use crate::text::latin;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text in lower case, without accents, with one space between words, straight apostrophes, and no punctuation at
/// either end.
pub(in crate::check) fn fold_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let small = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        let (taken, more) = rest.split_at(small.max(letter.len_utf8()));
        rest = more;
        if small > 0 {
            out.push_str(taken);
        } else if letter.is_ascii() {
            add(&mut out, letter.to_ascii_lowercase());
        } else if let Some(base) = latin::base(letter) {
            out.push(base);
        } else {
            let parts = std::iter::once(letter).nfd().filter(|part| !is_combining_mark(*part));
            parts.flat_map(char::to_lowercase).for_each(|part| add(&mut out, part));
        }
    }
    out.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

fn add(out: &mut String, letter: char) {
    match letter {
        '’' => out.push('\''),
        letter if !letter.is_whitespace() => out.push(letter),
        _ if out.is_empty() || out.ends_with(' ') => {}
        _ => out.push(' '),
    }
}

/// A path as a file system compares it that ignores case and how accents are composed.
pub(in crate::check) fn fold_path(text: &str) -> Cow<'_, str> {
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
    fn texts_that_sound_alike_are_equal() {
        assert_eq!(fold_text("  Plus d’informations\u{a0}: "), "plus d'informations");
        assert_eq!(fold_text("« Ici »."), "ici");
        assert_eq!(fold_text("Click   HERE!"), "click here");
        assert_eq!(fold_text("À l'été"), "a l'ete");
        assert_eq!(fold_text("…"), "");
        assert_eq!(fold_path("A/É.md"), fold_path("a/e\u{301}.md"));
    }
}
