//! Finds the dates of a text, in all their forms.
use super::group::DateGroup;
use super::{day_first, month_first, numeric};
use crate::text::byte_set::ByteSet;

const DIGITS: ByteSet = ByteSet::of("0123456789");

/// The groups of days in a text, in order.
pub(super) fn groups(text: &str) -> Vec<DateGroup> {
    let mut found: Vec<DateGroup> = Vec::new();
    let mut from = 0;
    while let Some(at) = DIGITS.next(text.as_bytes(), from) {
        let run = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        from = at + run;
        if run > 4 || !stands_alone(text, at) {
            continue;
        }
        if let Some(group) = numeric::read(text, at)
            .or_else(|| month_first::read(text, at))
            .or_else(|| day_first::read(text, at))
        {
            from = group.range.end;
            found.push(group);
        }
    }
    found
}

/// Whether a number is not the end of something longer: a word, a path, a decimal, a price.
fn stands_alone(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let Some(last) = before.next() else { return true };
    let is_digit_before = before.next().is_some_and(|letter| letter.is_ascii_digit());
    !(last.is_alphanumeric()
        || "_/\\.-+°§#=&%€$£@~".contains(last)
        || is_digit_before && matches!(last, ',' | ':' | '–' | '\''))
}
