//! Accents as part of their letters (Unicode NFC).
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// A text with composed accents.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_part_of_their_letters() {
        assert_eq!(composed("e\u{301}te\u{301}.md"), "été.md");
        assert!(matches!(composed("été.md"), Cow::Borrowed("été.md")));
    }
}
