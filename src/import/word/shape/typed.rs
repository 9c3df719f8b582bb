//! Numbers and marks that people typed: "1.2 Titre", "a)", "– ".
use crate::import::rich::{RichContent, RichRun};

/// A mark at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedMark {
    /// What kind of mark it is.
    pub(super) kind: TypedForm,
    /// The numbers, one for each level.
    pub(super) numbers: Vec<u32>,
    /// Whether it can be nothing else: it has several levels, or a sign behind the number.
    pub(super) is_certain: bool,
    /// How many bytes of the text it takes, with the spaces behind it.
    pub(super) length: usize,
}

/// The kinds of typed marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TypedForm {
    /// `1`, `1.2`.
    Decimal,
    /// `IV`.
    Roman,
    /// `A`.
    Upper,
    /// `a`.
    Lower,
    /// A dash.
    Dash,
    /// A bullet.
    Bullet,
}

/// Signs that stand for a bullet.
const BULLETS: &str = "•·●▪■◦○➢►➤✓✔❖⬧⬥→⇒";

/// Signs between a number and its text.
const SIGNS: &str = ".):-–—°/";

/// The mark at the beginning of a text; none where it has none.
pub(super) fn typed_mark(text: &str) -> Option<TypedMark> {
    let first = text.chars().next()?;
    if "-–—‒*".contains(first) || BULLETS.contains(first) {
        let rest = &text[first.len_utf8()..];
        let length = text.len() - rest.trim_start().len();
        let is_bullet = BULLETS.contains(first);
        if rest.starts_with(char::is_whitespace) || (is_bullet && !rest.is_empty()) {
            let kind = if is_bullet { TypedForm::Bullet } else { TypedForm::Dash };
            return Some(TypedMark { kind, numbers: Vec::new(), is_certain: is_bullet, length })
                .filter(|_| !rest.trim().is_empty());
        }
        return None;
    }
    numbered(text)
}

fn numbered(text: &str) -> Option<TypedMark> {
    let label: &str = text.split([' ', '\t', '\u{a0}', '\u{202f}']).next()?;
    let core = label.trim_end_matches(|letter| SIGNS.contains(letter));
    let (kind, numbers) = numbers_of(core)?;
    let mut length = label.len();
    let mut rest = &text[length..];
    let mut has_sign = core.len() < label.len();
    let next = rest.trim_start();
    // "1 - Titre": the sign stands behind a space.
    if !has_sign
        && let Some(sign) = next.chars().next().filter(|sign| "-–—:.)".contains(*sign))
        && next[sign.len_utf8()..].starts_with(char::is_whitespace)
    {
        has_sign = true;
        length = text.len() - next.len() + sign.len_utf8();
        rest = &text[length..];
    }
    if !rest.starts_with(char::is_whitespace) || rest.trim().is_empty() {
        return None;
    }
    let is_certain = numbers.len() > 1 || (has_sign && kind == TypedForm::Decimal);
    let is_possible = is_certain || has_sign || kind == TypedForm::Decimal;
    let length = text.len() - rest.trim_start().len();
    is_possible.then_some(TypedMark { kind, numbers, is_certain, length })
}

/// The numbers of a label without its signs.
fn numbers_of(core: &str) -> Option<(TypedForm, Vec<u32>)> {
    let letters = core.chars().count();
    if core.chars().all(|letter| letter.is_ascii_digit() || letter == '.') {
        let numbers: Option<Vec<u32>> = core
            .split('.')
            .map(|part| part.parse().ok().filter(|_| part.len() <= 2 && !part.starts_with('0')))
            .collect();
        return numbers.filter(|numbers| numbers.len() <= 6).map(|numbers| (TypedForm::Decimal, numbers));
    }
    if let Some(number) = roman(core) {
        return Some((TypedForm::Roman, vec![number]));
    }
    let letter = core.chars().next().filter(|_| letters == 1)?;
    let place = |first: char| u32::from(letter) - u32::from(first) + 1;
    match letter {
        'A'..='Z' => Some((TypedForm::Upper, vec![place('A')])),
        'a'..='z' => Some((TypedForm::Lower, vec![place('a')])),
        _ => None,
    }
}

/// A Roman number of capital letters, up to 39.
fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 6 || !text.chars().all(|letter| "IVX".contains(letter)) {
        return None;
    }
    let value = |letter| match letter {
        'I' => 1,
        'V' => 5,
        _ => 10_u32,
    };
    let values: Vec<u32> = text.chars().map(value).collect();
    // What stands in front of more is taken away: "IV" is 4.
    let taken: u32 = values.windows(2).filter(|pair| pair[0] < pair[1]).map(|pair| pair[0]).sum();
    let total: u32 = values.iter().sum();
    total.checked_sub(2 * taken).filter(|number| *number > 0)
}

/// Keeps the last letters of a text that runs hold.
pub(super) fn strip(runs: &mut [RichRun], kept: usize, text: &str) {
    let mut left = text.chars().count().saturating_sub(kept);
    for run in runs.iter_mut() {
        let RichContent::Text(text) = &mut run.content else { continue };
        // Spaces side by side count once in the plain text.
        while left > 0 && !text.is_empty() {
            let first = text.chars().next().map_or(0, char::len_utf8);
            let is_double = text[..first].trim().is_empty() && text[first..].starts_with([' ', '\t']);
            text.drain(..first);
            left -= usize::from(!is_double);
        }
        if left == 0 {
            *text = text.trim_start().to_owned();
            if !text.is_empty() {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Option<(TypedForm, Vec<u32>, bool, &str)> {
        typed_mark(text).map(|mark| (mark.kind, mark.numbers, mark.is_certain, &text[mark.length..]))
    }

    #[test]
    fn marks_are_told_from_text() {
        use TypedForm::{Bullet, Dash, Decimal, Lower, Roman, Upper};
        assert_eq!(mark("1.2 Titre"), Some((Decimal, vec![1, 2], true, "Titre")));
        assert_eq!(mark("3. Titre"), Some((Decimal, vec![3], true, "Titre")));
        assert_eq!(mark("2 – Titre"), Some((Decimal, vec![2], true, "Titre")));
        assert_eq!(mark("3 conseils"), Some((Decimal, vec![3], false, "conseils")));
        assert_eq!(mark("IV. Titre"), Some((Roman, vec![4], false, "Titre")));
        assert_eq!(mark("XIX - Titre"), Some((Roman, vec![19], false, "Titre")));
        assert_eq!(mark("A) Titre"), Some((Upper, vec![1], false, "Titre")));
        assert_eq!(mark("b) Lire"), Some((Lower, vec![2], false, "Lire")));
        assert_eq!(mark("–\u{a0}Lire"), Some((Dash, vec![], false, "Lire")));
        assert_eq!(mark("•Lire"), Some((Bullet, vec![], true, "Lire")));
        for text in [
            "2024 en bref",
            "A la une",
            "Lire",
            "1.",
            "- ",
            "-5 degrés",
            "12.05.2026 mardi",
            "à",
            "",
            "3,5 kg",
        ] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
