//! Cuts running text at its placeholders, and decides in one pass over its bytes what else to look for.
use crate::language::placeholders::label_of;
use crate::text::byte_set::ByteSet;

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

/// What a text may contain, by its bytes. Most texts contain nothing to look for, and one pass over them shows it. With a
/// search for each thing in each text, a build of 1,000 pages takes 6 % more instructions.
#[derive(Clone, Copy, Debug)]
pub(in crate::parse) struct Marks(u8);

const DIGIT: u8 = 1;
const OPENING: u8 = 2;
const CLOSING: u8 = 4;
/// The bytes besides digits that addresses have: `@`, `:` and the `w` of `www`.
const ADDRESS: u8 = 8;
/// Two capitals.
const CAPITALS: u8 = 16;
/// Marks of tables, footnotes and emphasis that stayed in the text.
const STRAY: u8 = 32;

/// The bytes above, and those that a capital letter may begin with: not that of `’`, which is frequent.
const MARKED: ByteSet =
    ByteSet::of("[]@:w0123456789|^*_~").and_range(b'A', b'Z').and_range(0xc3, 0xe1).and_range(0xe3, 0xff);

impl Marks {
    pub(in crate::parse) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut seen = 0;
        let mut from = 0;
        while let Some(at) = MARKED.next(bytes, from) {
            from = at + 1;
            seen |= match bytes[at] {
                b'0'..=b'9' => DIGIT,
                b'[' => OPENING,
                b']' => CLOSING,
                b'@' | b':' | b'w' => ADDRESS,
                b'|' | b'^' | b'*' | b'_' | b'~' => STRAY,
                // Small letters, which are frequent: `é` and the like.
                0xc3 if bytes[from] > 0x9e => 0,
                _ if at > 0 && (bytes[at - 1].is_ascii_uppercase() || bytes[at - 1] >= 0x80) => CAPITALS,
                _ => 0,
            };
        }
        Self(seen)
    }

    /// Whether there may be a placeholder.
    pub(in crate::parse) fn has_opening(self) -> bool {
        self.0 & OPENING != 0
    }

    /// Whether something in brackets may end.
    pub(in crate::parse) fn has_closing(self) -> bool {
        self.0 & CLOSING != 0
    }

    /// Whether there may be a date.
    pub(in crate::parse) fn has_digit(self) -> bool {
        self.0 & DIGIT != 0
    }

    /// Whether there may be an address or a telephone.
    pub(in crate::parse) fn may_have_address(self) -> bool {
        self.0 & (ADDRESS | DIGIT) != 0
    }

    /// Whether marks of tables, footnotes or emphasis are left.
    pub(in crate::parse) fn has_stray(self) -> bool {
        self.0 & STRAY != 0
    }

    /// Whether there may be an acronym.
    pub(in crate::parse) fn has_capitals(self) -> bool {
        self.0 & CAPITALS != 0
    }
}

/// Cuts text at its placeholders.
pub(in crate::parse) fn parts(text: &str) -> Vec<TextPart<'_>> {
    let mut found = Vec::with_capacity(1);
    let mut from = 0;
    for (at, _) in text.match_indices('[') {
        let Some((whole, words)) = placeholder(&text[at..]).filter(|_| at >= from) else { continue };
        if at > from {
            found.push(TextPart::Text(&text[from..at]));
        }
        found.push(TextPart::Placeholder { whole, words });
        from = at + whole.len();
    }
    if from < text.len() {
        found.push(TextPart::Text(&text[from..]));
    }
    found
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
        assert_eq!(parts(&long), [TextPart::Text(&long)]);
    }

    #[test]
    fn marks_are_those_of_the_bytes() {
        let seen = |text: &str| {
            let marks = Marks::of(text);
            [
                marks.has_opening(),
                marks.has_closing(),
                marks.has_digit(),
                marks.may_have_address(),
                marks.has_capitals(),
            ]
        };
        assert_eq!(seen("une phrase d'été."), [false; 5]);
        assert_eq!(seen("[x"), [true, false, false, false, false]);
        assert_eq!(seen("x]"), [false, true, false, false, false]);
        assert_eq!(seen("le 3"), [false, false, true, true, false]);
        assert_eq!(seen("a@b"), [false, false, false, true, false]);
        for text in ["la DGE", "DÉ", "ÉNA", "l’AÉ", "AŒ", "БГ"] {
            assert_eq!(seen(text), [false, false, false, false, true], "{text}");
        }
        assert_eq!(seen("À vous !"), [false; 5]);
    }

    #[test]
    fn placeholders_are_cut_out() {
        assert_eq!(
            parts("Tél. [À COMPLÉTER : du référent], ou [x]."),
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
