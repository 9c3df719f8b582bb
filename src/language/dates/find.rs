//! Where a text tells days, in the forms of French and English.
use super::group::DateGroup;
use super::{day_first, month_first, numeric};
use crate::text::scan::Bytes;

const DIGITS: Bytes = Bytes::of("0123456789");

/// Finds the groups of days of a text, in order.
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

/// Whether a number is not the rest of something longer: a word, a path, a decimal, a price, an amount.
fn stands_alone(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let Some(last) = before.next() else { return true };
    let digit = before.next().is_some_and(|letter| letter.is_ascii_digit());
    !(last.is_alphanumeric()
        || "_/\\.-+°§#=&%€$£@~".contains(last)
        || digit && matches!(last, ',' | ':' | '–' | '\''))
}
