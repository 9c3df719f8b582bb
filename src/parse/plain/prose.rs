//! Cuts running text at its placeholders.
use crate::language::placeholders::label_of;

/// A part of running text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::parse) enum TextPart<'a> {
    /// Words.
    Text(&'a str),
    /// A placeholder.
    Placeholder {
        /// As written: `[À COMPLÉTER : téléphone]`.
        whole: &'a str,
        /// The words after the colon: `téléphone`.
        words: &'a str,
    },
}

/// The longest placeholder, in bytes. Without a limit, a text of nothing but `[TODO` would take quadratic time.
const LONGEST: usize = 1_000;

/// Cuts text at its placeholders.
pub(in crate::parse) fn parts(text: &str) -> impl Iterator<Item = TextPart<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut brackets = rest.match_indices('[').map(|(at, _)| at);
        let found = brackets.find_map(|at| placeholder(&rest[at..]).map(|found| (at, found)));
        let (part, length) = match found {
            Some((0, (whole, words))) => (TextPart::Placeholder { whole, words }, whole.len()),
            Some((at, _)) => (TextPart::Text(&rest[..at]), at),
            None => (TextPart::Text(rest), rest.len()),
        };
        rest = &rest[length..];
        (length > 0).then_some(part)
    })
}

/// The placeholder that a text begins with, as written and its words. Brackets inside may nest.
pub(in crate::parse) fn placeholder(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    let label = label_of(inner)?;
    let rest = &inner[label.len()..];
    if !rest.starts_with([' ', '\u{a0}', '\u{202f}', ':', ']']) {
        return None;
    }
    let mut depth = 1;
    for (at, letter) in rest.char_indices().take_while(|(at, _)| *at <= LONGEST) {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let words = rest[..at].trim_matches([' ', '\u{a0}', '\u{202f}', ':']);
            return Some((&text[..=1 + label.len() + at], words));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_has_an_end() {
        let long = format!("[TODO: {}]", "x".repeat(LONGEST));
        assert!(parts(&long).eq([TextPart::Text(&long)]));
    }

    #[test]
    fn placeholders_are_cut_out() {
        assert_eq!(
            parts("Tél. [À COMPLÉTER : du référent], ou [x].").collect::<Vec<_>>(),
            [
                TextPart::Text("Tél. "),
                TextPart::Placeholder { whole: "[À COMPLÉTER : du référent]", words: "du référent" },
                TextPart::Text(", ou [x]."),
            ]
        );
        assert_eq!(placeholder("[TODO]"), Some(("[TODO]", "")));
        assert_eq!(placeholder("[TODOS]"), None);
        assert_eq!(placeholder("[À COMPLÉTER : a [b] c] d"), Some(("[À COMPLÉTER : a [b] c]", "a [b] c")));
        assert_eq!(placeholder("[À COMPLÉTER : a"), None);
    }
}
