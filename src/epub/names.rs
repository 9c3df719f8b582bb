//! Names and text as XML accepts them.
use crate::text::escape;
use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// Appends what a format makes.
pub(super) fn write_to(out: &mut String, args: fmt::Arguments<'_>) {
    out.write_fmt(args).expect("writing to a string cannot fail");
}

/// Text, escaped; characters that XML does not have become U+FFFD.
pub(super) fn push_text(out: &mut String, text: &str) {
    let is_no_character = |letter: char| matches!(u32::from(letter) & 0xffff, 0xfffe | 0xffff);
    if text.contains(is_no_character) {
        escape::html(out, &text.replace(is_no_character, "\u{fffd}"));
    } else {
        escape::html(out, text);
    }
}

/// Text, escaped.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_text(&mut out, text);
    out
}

/// The id of a place, with the characters that XML has no names with replaced by their numbers.
pub(super) fn id(id: &str) -> Cow<'_, str> {
    let is_plain = |letter: char| {
        letter.is_ascii_alphanumeric() || "-_.".contains(letter) || matches!(letter, 'à'..='ö' | 'ø'..='ÿ')
    };
    if id.chars().all(is_plain) {
        return Cow::Borrowed(id);
    }
    let one = |letter: char| {
        if is_plain(letter) { letter.to_string() } else { format!("_{:x}_", u32::from(letter)) }
    };
    Cow::Owned(id.chars().map(one).collect())
}

/// The address of a place of the book: the page of its chapter, and its id there.
pub(super) fn href(place: &str) -> String {
    match place.split_once('-') {
        Some((chapter, _)) => {
            let name = id(place);
            let mut address = format!("{chapter}.xhtml#");
            crate::text::percent::push_reference(&mut address, &name);
            address
        }
        None => format!("{place}.xhtml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_names_and_addresses() {
        assert_eq!(id("p1-l-été"), "p1-l-été");
        assert_eq!(id("p1-a b/c"), "p1-a_20_b_2f_c");
        assert_eq!(href("p3"), "p3.xhtml");
        assert_eq!(href("p12-é:1"), "p12.xhtml#p12-%C3%A9_3a_1");
        assert_eq!(text("a<\u{ffff}\u{1}"), "a&lt;\u{fffd}\u{fffd}");
    }
}
