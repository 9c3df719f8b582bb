//! Cuts running text at its placeholders, and decides in one pass over its bytes what else to look for.

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

/// What a placeholder begins with after its bracket.
const LABELS: [&str; 6] = ["À COMPLÉTER", "À COMPLETER", "A COMPLÉTER", "A COMPLETER", "TODO", "TO DO"];

/// The longest placeholder, in bytes. Without a limit, a text of nothing but `[TODO` would take quadratic time.
const LONGEST: usize = 1_000;

/// What a text may contain, by its bytes. Most texts contain nothing to look for, and one pass over them shows it.
#[derive(Clone, Copy, Debug)]
pub(in crate::parse) struct Marks(u8);

const DIGIT: u8 = 1;
const OPENING: u8 = 2;
const CLOSING: u8 = 4;
/// The bytes besides digits that addresses have: `@`, `:` and the `w` of `www`.
const ADDRESS: u8 = 8;
/// The first byte of a pair of capitals. Accented capitals end with a byte from 0x80 to 0x9e.
const FIRST: u8 = 16;
/// The second byte of a pair of capitals, one bit to the left of [`FIRST`]. Accented capitals begin with 0xc3. The pair in
/// `l’été` is none; `acronym` looks closer.
const SECOND: u8 = 32;

/// The classes of each byte.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0u8;
    while byte < u8::MAX {
        classes[byte as usize] = match byte {
            b'0'..=b'9' => DIGIT,
            b'[' => OPENING,
            b']' => CLOSING,
            b'@' | b':' | b'w' => ADDRESS,
            b'A'..=b'Z' => FIRST | SECOND,
            0x80..=0x9e => FIRST,
            0xc3 => SECOND,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

impl Marks {
    pub(in crate::parse) fn of(text: &str) -> Self {
        let class = |byte: u8| CLASSES[usize::from(byte)];
        let bytes = text.as_bytes();
        let last = bytes.last().map_or(0, |byte| class(*byte) & !SECOND);
        Self(bytes.windows(2).fold(last, |seen, pair| {
            let (byte, next) = (class(pair[0]), class(pair[1]));
            seen | byte & !SECOND | (byte << 1) & next & SECOND
        }))
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

    /// Whether there may be an acronym.
    pub(in crate::parse) fn has_capitals(self) -> bool {
        self.0 & SECOND != 0
    }
}

/// Cuts text at its placeholders.
pub(in crate::parse) fn parts(text: &str) -> Vec<TextPart<'_>> {
    let mut found = Vec::with_capacity(1);
    let mut from = 0;
    let mut search = 0;
    while let Some(at) = text[search..].find('[').map(|at| search + at) {
        match placeholder(&text[at..]) {
            Some((whole, words)) => {
                if at > from {
                    found.push(TextPart::Text(&text[from..at]));
                }
                found.push(TextPart::Placeholder { whole, words });
                from = at + whole.len();
                search = from;
            }
            None => search = at + 1,
        }
    }
    if from < text.len() {
        found.push(TextPart::Text(&text[from..]));
    }
    found
}

/// The placeholder that a text begins with, as written and its words. Brackets inside may nest.
pub(in crate::parse) fn placeholder(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    let label = LABELS.into_iter().find(|label| inner.starts_with(label))?;
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
        for text in ["la DGE", "DÉ", "ÉNA", "l’AÉ"] {
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
