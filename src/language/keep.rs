//! Typography that is left to the author.
use crate::text::escape;
use std::borrow::Cow;

/// The text as it is.
pub(super) fn typeset(text: &str, _: Option<char>) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// As [`typeset`], escaped as HTML.
pub(super) fn write_html(out: &mut String, text: &str, _: Option<char>) -> Option<char> {
    escape::html(out, text);
    text.chars().next_back()
}
