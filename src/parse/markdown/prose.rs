//! What hides in running text: placeholders, and addresses and telephones typed by hand.
use crate::model::{Typed, TypedKind};
use crate::text::scan::Bytes;

/// A piece of text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::parse) enum Prose<'a> {
    /// Text as it is.
    Text(&'a str),
    /// A placeholder: as written with its brackets, and the words after the colon.
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
}

const FIGURE: u8 = 1;
const OPENING: u8 = 2;
/// What addresses and telephones have, figures aside.
const HINT: u8 = 4;
/// A capital letter with one behind it; either may have an accent.
const PAIR: u8 = 8;
const CLOSING: u8 = 16;

/// So many bytes are looked at in one step: without a branch between them, a compiler makes few instructions of it.
const STEP: usize = 16;

/// The classes of some bytes, each with the byte behind it, next to those that were seen before.
fn look(seen: &mut [u8; STEP], bytes: &[u8; STEP], behind: &[u8; STEP]) {
    // All bits of a byte for yes, none for no.
    let mask = |is: bool| u8::from(is).wrapping_neg();
    let is = |byte: u8, mark: u8| mask(byte == mark);
    let is_capital = |byte: u8| mask(byte.wrapping_sub(b'A') < 26);
    for ((seen, byte), next) in seen.iter_mut().zip(*bytes).zip(*behind) {
        // Accented capitals are 0xc3 and a byte below 0x9f.
        let begins = is_capital(byte) | mask(byte.wrapping_sub(0x80) < 0x1f);
        let pair = (begins & is_capital(next)) | (is_capital(byte) & is(next, 0xc3));
        *seen |= (mask(byte.wrapping_sub(b'0') < 10) & FIGURE)
            | (is(byte, b'[') & OPENING)
            | (is(byte, b']') & CLOSING)
            | ((is(byte, b'@') | is(byte, b':') | is(byte, b'w')) & HINT)
            | (pair & PAIR);
    }
}

impl Marks {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut seen = [0; STEP];
        if bytes.len() <= STEP {
            let mut all = [0; STEP + 1];
            all[..bytes.len()].copy_from_slice(bytes);
            if let (Some(bytes), Some(behind)) = (all.first_chunk(), all.last_chunk()) {
                look(&mut seen, bytes, behind);
            }
        } else {
            // The last step ends with the text: some bytes are seen twice.
            let mut rest = bytes;
            while let (Some(here), Some(behind)) = (rest.first_chunk(), rest[1..].first_chunk()) {
                look(&mut seen, here, behind);
                rest = &rest[STEP..];
            }
            if let Some(end) = bytes.last_chunk::<{ STEP + 1 }>()
                && let (Some(here), Some(behind)) = (end.first_chunk(), end.last_chunk())
            {
                look(&mut seen, here, behind);
                look(&mut seen, behind, &[0; STEP]);
            }
        }
        Self { seen: seen.into_iter().fold(0, |all, seen| all | seen) }
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
        self.seen & (HINT | FIGURE) != 0
    }

    /// Whether there may be an acronym.
    pub(super) fn capitals(self) -> bool {
        self.seen & PAIR != 0
    }
}

/// Cuts text at its placeholders.
pub(in crate::parse) fn pieces(text: &str) -> Vec<Prose<'_>> {
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
    fn marks_are_the_same_wherever_a_step_begins() {
        let in_pairs = |text: &str| {
            text.as_bytes()
                .windows(2)
                .any(|pair| matches!(*pair, [b'A'..=b'Z' | 0x80..=0x9e, b'A'..=b'Z'] | [b'A'..=b'Z', 0xc3]))
        };
        let parts =
            ["é", "É", "AB", "À", "w", "[", "]", "7", ":", "@", "\u{a0}", "’", "a", "DÉ", "Z", "^", "/", ""];
        for part in parts {
            for other in parts {
                for before in 0..STEP + 2 {
                    for behind in 0..STEP + 2 {
                        let text = format!("{}{part}{other}{}", "x".repeat(before), "y".repeat(behind));
                        let marks = Marks::of(&text);
                        let figure = text.contains(|letter: char| letter.is_ascii_digit());
                        assert_eq!(marks.opening(), text.contains('['), "{text}");
                        assert_eq!(marks.closing(), text.contains(']'), "{text}");
                        assert_eq!(marks.figure(), figure, "{text}");
                        assert_eq!(marks.typed(), figure || text.contains(['@', ':', 'w']), "{text}");
                        assert_eq!(marks.capitals(), in_pairs(&text), "{text}");
                    }
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
