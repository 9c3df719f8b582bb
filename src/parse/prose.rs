//! What hides in running text: placeholders, and addresses and telephones typed by hand.
use crate::model::{Typed, TypedKind};
use crate::text::scan::Bytes;

/// A piece of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Prose<'a> {
    /// Text as it is.
    Text(&'a str),
    /// A debt: as written with its brackets, and the words after the colon.
    Placeholder {
        /// `[À COMPLÉTER : téléphone]`
        whole: &'a str,
        /// `téléphone`
        words: &'a str,
    },
}

/// The marks of a placeholder after its bracket.
const MARKS: [&str; 6] = ["À COMPLÉTER", "À COMPLETER", "A COMPLÉTER", "A COMPLETER", "TODO", "TO DO"];

/// The longest text of a placeholder, in bytes. Without a limit, a text full of openings would be read to its end from
/// each of them.
const LONGEST: usize = 1_000;

const BRACKET: Bytes = Bytes::of("[");

/// What a text may hold, learnt in one pass over its bytes: most of it holds nothing that has to be looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    /// The classes of all its bytes.
    seen: u8,
    /// Whether bytes of [`CAPITAL`] and [`ACCENTED`] stand side by side.
    pairs: bool,
}

/// The classes of the bytes on the way through a text.
#[derive(Default)]
struct Look {
    seen: u8,
    pairs: u8,
    before: u8,
}

impl Look {
    fn through(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.at(*byte);
        }
    }

    fn at(&mut self, byte: u8) {
        let (class, before) = (CLASSES[usize::from(byte)], self.before);
        self.seen |= class;
        // A capital after a capital or an accented one, or an accented one after a capital.
        self.pairs |= (before | before >> 2) & class & CAPITAL | before << 1 & class & ACCENTED;
        self.before = class;
    }
}

const FIGURE: u8 = 1;
const OPENING: u8 = 2;
const HINT: u8 = 4;
/// A capital letter without an accent.
const CAPITAL: u8 = 8;
/// The first byte of accented letters.
const ACCENTED: u8 = 16;
/// What may be the last byte of an accented capital.
const LAST: u8 = 32;
const CLOSING: u8 = 64;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0u8;
    while byte < u8::MAX {
        classes[byte as usize] = match byte {
            b'0'..=b'9' => FIGURE | HINT,
            b'[' => OPENING,
            b']' => CLOSING,
            b'@' | b':' | b'w' => HINT,
            b'A'..=b'Z' => CAPITAL,
            0xc3 => ACCENTED,
            0x80..=0x9e => LAST,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// Whether eight bytes hold no ASCII from `0` to `]` and no `w`, as most do: then none of them has a class that says more
/// than where accented letters stand. All eight are asked at once, each by the highest bit that a sum leaves in it.
const fn is_quiet(eight: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = eight & !HIGH;
    let between = (low + (0x80 - 0x30) * ONES) & !(low + (0x80 - 0x5e) * ONES);
    let other = (low ^ (b'w' as u64 * ONES)) + 0x7f * ONES;
    (between | !other) & !eight & HIGH == 0
}

impl Marks {
    pub(super) fn of(text: &str) -> Self {
        let (eights, rest) = text.as_bytes().as_chunks::<8>();
        let mut look = Look::default();
        for eight in eights {
            if is_quiet(u64::from_le_bytes(*eight)) {
                // Without a capital in it, only its ends can be part of a pair.
                look.at(eight[0]);
                look.before = CLASSES[usize::from(eight[7])];
            } else {
                look.through(eight);
            }
        }
        look.through(rest);
        Self { seen: look.seen, pairs: look.pairs != 0 }
    }

    /// Whether there may be a placeholder.
    pub(super) fn opening(self) -> bool {
        self.seen & OPENING != 0
    }

    /// Whether something in brackets may end here.
    pub(super) fn closing(self) -> bool {
        self.seen & CLOSING != 0
    }

    /// Whether there is a figure.
    pub(super) fn figure(self) -> bool {
        self.seen & FIGURE != 0
    }

    /// Whether there may be an address or a telephone typed by hand.
    pub(super) fn typed(self) -> bool {
        self.seen & HINT != 0
    }

    /// Whether there may be an acronym.
    pub(super) fn capitals(self) -> bool {
        self.pairs
    }
}

/// Cuts text at its placeholders.
pub(super) fn pieces(text: &str) -> Vec<Prose<'_>> {
    let mut found = Vec::with_capacity(1);
    let mut from = 0;
    let mut search = 0;
    while let Some(at) = BRACKET.next(text.as_bytes(), search) {
        match placeholder(&text[at..]) {
            Some((whole, words)) => {
                if at > from {
                    found.push(Prose::Text(&text[from..at]));
                }
                found.push(Prose::Placeholder { whole, words });
                from = at + whole.len();
                search = from;
            }
            None => search = at + 1,
        }
    }
    if from < text.len() {
        found.push(Prose::Text(&text[from..]));
    }
    found
}

/// The placeholder that a text begins with: whole, and its words. Brackets inside may nest.
pub(super) fn placeholder(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    let mark = MARKS.into_iter().find(|mark| inner.starts_with(mark))?;
    let rest = &inner[mark.len()..];
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
            return Some((&text[..=1 + mark.len() + at], words));
        }
    }
    None
}

/// Mail addresses, telephones and web addresses in a text, in order.
pub(super) fn typed(text: &str) -> Vec<Typed> {
    let mut found = Vec::new();
    if text.contains('@') {
        emails(text, &mut found);
    }
    if text.contains("://") || text.contains("www.") {
        webs(text, &mut found);
    }
    if text.bytes().filter(u8::is_ascii_digit).take(9).count() == 9 {
        phones(text, &mut found);
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || "<>()[]«»“”\"'’,;".contains(letter))
        .map(|word| word.trim_matches(['.', ':', '!', '?']))
        .filter(|word| !word.is_empty())
}

fn emails(text: &str, found: &mut Vec<Typed>) {
    for word in words(text) {
        if let Some((local, domain)) = word.split_once('@')
            && !local.is_empty()
            && domain.contains('.')
            && !domain.contains('@')
        {
            found.push(Typed {
                kind: TypedKind::Email,
                key: word.to_lowercase(),
                written: word.to_owned(),
                linked: false,
            });
        }
    }
}

fn webs(text: &str, found: &mut Vec<Typed>) {
    for word in words(text) {
        if word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.") {
            found.push(Typed {
                kind: TypedKind::Web,
                key: web_key(word),
                written: word.to_owned(),
                linked: false,
            });
        }
    }
}

/// A form of a web address that spellings share.
pub(super) fn web_key(web: &str) -> String {
    let bare = web.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/').to_lowercase()
}

/// A form of a telephone number that spellings share: its digits, `0` for the French `+33`.
pub(super) fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("0033").or_else(|| phone.trim_start().starts_with("+33").then(|| &digits[2..]))
    {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => digits,
    }
}

/// Runs of digits joined by single blanks, dots, hyphens or `(0)` that have the length of a telephone number.
fn phones(text: &str, found: &mut Vec<Typed>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let begins = (bytes[at].is_ascii_digit() || bytes[at] == b'+')
            && (at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80));
        if !begins {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut last = if bytes[at].is_ascii_digit() { end } else { at };
        let mut digits = usize::from(bytes[at].is_ascii_digit());
        while end < bytes.len() && end - at < 40 {
            let byte = bytes[end];
            if byte.is_ascii_digit() {
                digits += 1;
                end += 1;
                last = end;
            } else if matches!(byte, b' ' | b'.' | b'-' | b'(' | b')') && end - last < 3 {
                end += 1;
            } else if text[end..].starts_with(['\u{a0}', '\u{202f}']) && end - last < 4 {
                end += text[end..].chars().next().map_or(1, char::len_utf8);
            } else {
                break;
            }
        }
        let national = bytes[at] == b'0' && digits == 10;
        let international = bytes[at] == b'+' && (10..=14).contains(&digits);
        let written = &text[at..last.max(at + 1)];
        if national || international {
            found.push(Typed {
                kind: TypedKind::Phone,
                key: phone_key(written),
                written: written.to_owned(),
                linked: false,
            });
        }
        at = end.max(at + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_has_an_end() {
        let long = format!("[TODO: {}]", "x".repeat(LONGEST));
        assert_eq!(pieces(&long), [Prose::Text(&long)]);
    }

    #[test]
    fn marks_tell_what_to_look_for() {
        let seen = |text: &str| {
            let marks = Marks::of(text);
            [marks.opening(), marks.figure(), marks.typed(), marks.capitals()]
        };
        assert_eq!(seen("Une phrase d’été. À vous !"), [false; 4]);
        assert_eq!(seen("[x]"), [true, false, false, false]);
        assert_eq!(seen("le 3"), [false, true, true, false]);
        assert_eq!(seen("a@b"), [false, false, true, false]);
        for text in ["la DGE", "DÉ", "ÉNA", "l’AÉ"] {
            assert_eq!(seen(text), [false, false, false, true], "{text}");
        }
    }

    #[test]
    fn marks_are_the_same_wherever_eight_bytes_begin() {
        let byte_by_byte = |text: &str| {
            let mut look = Look::default();
            look.through(text.as_bytes());
            (look.seen & (FIGURE | OPENING | HINT | CLOSING), look.pairs != 0)
        };
        let parts =
            ["é", "É", "AB", "À", "w", "[", "]", "7", ":", "@", "\u{a0}", "’", "a", "DÉ", "Z", "^", "/"];
        for part in parts {
            for other in parts {
                for before in 0..9 {
                    let text = format!("{}{part}{}{other}, fin", "x".repeat(before), " y".repeat(before / 2));
                    let marks = Marks::of(&text);
                    let found = (marks.seen & (FIGURE | OPENING | HINT | CLOSING), marks.pairs);
                    assert_eq!(found, byte_by_byte(&text), "{text}");
                }
            }
        }
    }

    #[test]
    fn placeholders_are_cut_out() {
        assert_eq!(
            pieces("Tél. [À COMPLÉTER : du référent], ou [x]."),
            [
                Prose::Text("Tél. "),
                Prose::Placeholder { whole: "[À COMPLÉTER : du référent]", words: "du référent" },
                Prose::Text(", ou [x]."),
            ]
        );
        assert_eq!(placeholder("[TODO]"), Some(("[TODO]", "")));
        assert_eq!(placeholder("[TODOS]"), None);
        assert_eq!(placeholder("[À COMPLÉTER : a [b] c] d"), Some(("[À COMPLÉTER : a [b] c]", "a [b] c")));
        assert_eq!(placeholder("[À COMPLÉTER : a"), None);
    }

    #[test]
    fn what_is_typed_by_hand_is_seen() {
        let keys = |text: &str| typed(text).into_iter().map(|typed| typed.key).collect::<Vec<_>>();
        assert_eq!(keys("Écrire à A.B@exemple.fr."), ["a.b@exemple.fr"]);
        assert_eq!(keys("au 01 58 50 89 42 (ou +33 1 58 50 89 42)"), ["0158508942", "0158508942"]);
        assert_eq!(keys("voir https://pix.fr/, puis"), ["pix.fr"]);
        assert!(keys("le 12 et 19 janvier 2026, SIRET 123 456 789 00012, 175 heures").is_empty());
        assert_eq!(keys("01.58.50.89.42"), ["0158508942"]);
    }
}
