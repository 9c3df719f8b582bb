//! Cuts a folded text into words. Elided articles are dropped, compounds and numbers are also joined, and inclusive forms
//! become two words.
//!
//! `rank.js` does the same in the browser; `tests/search/vectors.json` tests both.
use crate::text::byte_set::ByteSet;

/// What a word is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word as it stands in the text.
    Word,
    /// The feminine of the word before it, from an inclusive form.
    Feminine,
    /// So many words before it, joined: `rendez-vous`, `01 58 50`.
    Joined(usize),
}

/// The longest word that is indexed, in letters.
const MAX_LETTERS: usize = 40;

/// Words that lost their vowel before an apostrophe.
const ELIDED: [&str; 13] =
    ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// Pronouns that follow a verb: `peut-on` is no compound.
const PRONOUNS: [&str; 20] = [
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "ce", "t", "moi", "toi", "le", "la", "les", "y",
    "en", "ci", "lui", "leur",
];

/// Endings of inclusive forms.
const ENDINGS: [&str; 28] = [
    "e", "es", "s", "ne", "nes", "le", "les", "te", "tes", "ere", "eres", "iere", "ieres", "rice", "rices",
    "trice", "trices", "euse", "euses", "se", "ses", "ve", "ves", "x", "esse", "esses", "eure", "eures",
];

/// Endings of inclusive forms after a hyphen or a slash. They are fewer, because these signs also join words.
const CLEAR_ENDINGS: [&str; 14] =
    ["e", "es", "ne", "nes", "ere", "eres", "rice", "rices", "trice", "trices", "euse", "euses", "ve", "ves"];

/// Whether a word lost its vowel before an apostrophe.
pub(super) fn is_elided(word: &str) -> bool {
    ELIDED.contains(&word)
}

/// The feminine form of a word with this ending; `None` for a plural.
fn feminine(base: &str, ending: &str) -> Option<String> {
    let ending = ending.trim_end_matches('s');
    let swap = |end: &str, with: &str| base.strip_suffix(end).map(|root| format!("{root}{with}"));
    match ending {
        "ere" | "iere" => swap("er", "ere"),
        "euse" => swap("eur", "euse").or_else(|| swap("eux", "euse")),
        "rice" => swap("eur", "rice"),
        "trice" => swap("teur", "trice"),
        "ve" => swap("f", "ve"),
        "se" => swap("x", "se"),
        "eure" => swap("eur", "eure"),
        "esse" => swap("e", "esse"),
        _ => None,
    }
    .or_else(|| (!ending.is_empty() && ending != "x").then(|| format!("{base}{ending}")))
}

/// Calls `take` for each word of a folded text, in order.
pub(super) fn tokens(text: &str, take: &mut impl FnMut(TokenKind, &str)) {
    let mut take = |kind: TokenKind, word: &str| {
        if word.len() <= MAX_LETTERS || word.chars().count() <= MAX_LETTERS {
            take(kind, word);
        }
    };
    let mut ranges = Vec::new();
    let mut next = next_word(text, 0);
    while let Some(first) = next {
        // Most words have nothing to do with the next one.
        if !may_continue(text, first) {
            take(TokenKind::Word, &text[first.0..first.1]);
            next = next_word(text, first.1);
            continue;
        }
        ranges.clear();
        ranges.push(first);
        // Words that may belong together are read together, and the word after them is known.
        let count = loop {
            let last = ranges[ranges.len() - 1];
            next = next_word(text, last.1);
            let Some(more) = next else { break ranges.len() };
            ranges.push(more);
            if !are_joined(text, last, more) {
                break ranges.len() - 1;
            }
        };
        let reader = TokenReader { text, ranges: &ranges };
        let mut at = 0;
        while at < count {
            at = reader.read(at, &mut take);
        }
    }
}

const WORD_BYTES: ByteSet = ByteSet::of("").and_range(b'0', b'9').and_range(b'A', b'Z').and_range(b'a', b'z');

/// The first byte of a run of letters and digits, and the byte after it.
type WordRange = (usize, usize);

/// The first run of letters and digits at or after a byte.
fn next_word(text: &str, from: usize) -> Option<WordRange> {
    let bytes = text.as_bytes();
    let letter = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let mut start = from;
    loop {
        let byte = *bytes.get(start)?;
        if byte < 0x80 {
            if WORD_BYTES.has(byte) {
                break;
            }
            start += 1;
        } else {
            let letter = letter(start)?;
            if letter.is_alphanumeric() {
                break;
            }
            start += letter.len_utf8();
        }
    }
    let mut end = start;
    loop {
        while bytes.get(end).is_some_and(|byte| WORD_BYTES.has(*byte)) {
            end += 1;
        }
        // Without accents, few letters are outside ASCII.
        match bytes.get(end) {
            Some(0x80..) => match letter(end).filter(|letter| letter.is_alphanumeric()) {
                Some(letter) => end += letter.len_utf8(),
                None => return Some((start, end)),
            },
            _ => return Some((start, end)),
        }
    }
}

/// Whether a word and the next one may belong together.
fn may_continue(text: &str, (from, to): WordRange) -> bool {
    let bytes = text.as_bytes();
    bytes[from].is_ascii_digit()
        || matches!(bytes.get(to), Some(b'\'' | b'.' | b'-' | b'/' | b'(' | b')' | 0x80..))
}

/// Whether the text between two words may join them.
fn are_joined(text: &str, left: WordRange, right: WordRange) -> bool {
    match &text[left.1..right.0] {
        "'" | "." | "-" | "/" | "(" | ")" | ")(" | "·" => true,
        " " | " (" | ") " => is_number(&text[left.0..left.1]) && is_number(&text[right.0..right.1]),
        _ => false,
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// A telephone number as it is dialled in France: `+33 1`, `0033 1` and `33 1` become `01`.
fn national(number: String, has_plus: bool) -> String {
    let bare = if number.starts_with("0033") { &number[2..] } else { &number };
    let is_international = has_plus || number.starts_with("0033") || number.len() == 11;
    match bare.strip_prefix("33").filter(|_| is_international) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => number,
    }
}

/// Words that may belong together.
struct TokenReader<'a> {
    text: &'a str,
    ranges: &'a [WordRange],
}

impl<'a> TokenReader<'a> {
    /// Reads the word at an index and those that belong to it; returns the index of the next word.
    fn read(&self, at: usize, take: &mut impl FnMut(TokenKind, &str)) -> usize {
        let word = self.word(at);
        if !may_continue(self.text, self.ranges[at]) {
            take(TokenKind::Word, word);
            return at + 1;
        }
        let separator = self.separator(at);
        let has_next = at + 1 < self.ranges.len();
        if has_next && separator == "'" && is_elided(word) {
            at + 1
        } else if is_number(word) {
            self.number(at, take)
        } else if has_next && separator == "." && is_letter(word) && is_letter(self.word(at + 1)) {
            self.acronym(at, take)
        } else if let Some(after) = self.inclusive(at, take) {
            after
        } else {
            self.compound(at, take)
        }
    }

    fn word(&self, at: usize) -> &'a str {
        let (from, to) = self.ranges[at];
        &self.text[from..to]
    }

    /// The text between a word and the next one, or the end.
    fn separator(&self, at: usize) -> &'a str {
        let to = self.ranges.get(at + 1).map_or(self.text.len(), |next| next.0);
        &self.text[self.ranges[at].1..to]
    }

    /// Groups of digits, then all of them as one number.
    fn number(&self, at: usize, take: &mut impl FnMut(TokenKind, &str)) -> usize {
        let continues = |at: usize| {
            at + 1 < self.ranges.len()
                && matches!(self.separator(at), " " | "." | "-" | "/" | " (" | ") " | "(" | ")")
                && is_number(self.word(at + 1))
        };
        let mut end = at;
        take(TokenKind::Word, self.word(at));
        while continues(end) {
            end += 1;
            take(TokenKind::Word, self.word(end));
        }
        let has_plus = self.text[..self.ranges[at].0].ends_with('+');
        let whole: String = (at..=end).map(|at| self.word(at)).collect();
        if (4..=15).contains(&whole.len()) {
            let count = end - at + 1;
            let national = national(whole, has_plus);
            if count > 1 || national != self.word(at) {
                take(TokenKind::Joined(count), &national);
            }
        }
        end + 1
    }

    /// Letters with dots between them: one word.
    fn acronym(&self, at: usize, take: &mut impl FnMut(TokenKind, &str)) -> usize {
        let mut end = at;
        while end + 1 < self.ranges.len() && self.separator(end) == "." && is_letter(self.word(end + 1)) {
            end += 1;
        }
        let whole: String = (at..=end).map(|at| self.word(at)).collect();
        take(TokenKind::Word, &whole);
        end + 1
    }

    /// `conseiller·ère·s`, `agent.e.s`, `usager(ère)s`: the word and its feminine.
    fn inclusive(&self, at: usize, take: &mut impl FnMut(TokenKind, &str)) -> Option<usize> {
        let base = self.word(at);
        let mut end = at;
        let mut is_base_taken = false;
        while end + 1 < self.ranges.len() {
            let ending = self.word(end + 1);
            let fits = match self.separator(end) {
                "·" => ending.chars().count() <= 6,
                "." => ENDINGS.contains(&ending),
                "-" => CLEAR_ENDINGS.contains(&ending) || (is_base_taken && ENDINGS.contains(&ending)),
                "/" => CLEAR_ENDINGS.contains(&ending),
                "(" => ENDINGS.contains(&ending) && self.separator(end + 1).starts_with(')'),
                ")" | ")(" => is_base_taken && ENDINGS.contains(&ending),
                _ => false,
            };
            if !fits || base.chars().count() < 3 {
                break;
            }
            if !is_base_taken {
                take(TokenKind::Word, base);
                is_base_taken = true;
            }
            if let Some(feminine) = feminine(base, ending) {
                take(TokenKind::Feminine, &feminine);
            }
            end += 1;
        }
        is_base_taken.then_some(end + 1)
    }

    /// Words joined by hyphens or apostrophes: each word, then all as one.
    fn compound(&self, at: usize, take: &mut impl FnMut(TokenKind, &str)) -> usize {
        let mut end = at;
        let mut count = 1;
        take(TokenKind::Word, self.word(at));
        while end + 1 < self.ranges.len() && matches!(self.separator(end), "-" | "'") {
            end += 1;
            let next = self.word(end);
            // `chef-d'œuvre`: the article is part of the whole word only.
            if !(is_elided(next) && self.separator(end) == "'" && end + 1 < self.ranges.len()) {
                count += 1;
                take(TokenKind::Word, next);
            }
        }
        if (2..=5).contains(&count) && !PRONOUNS.contains(&self.word(end)) {
            let whole: String = (at..=end).map(|at| self.word(at)).collect();
            take(TokenKind::Joined(count), &whole);
        }
        end + 1
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::{TokenKind, tokens};

    fn words(text: &str) -> String {
        let mut out = Vec::new();
        tokens(&fold(text), &mut |kind, word| {
            out.push(match kind {
                TokenKind::Word => word.to_owned(),
                TokenKind::Feminine => format!("~{word}"),
                TokenKind::Joined(count) => format!("+{count}{word}"),
            });
        });
        out.join(" ")
    }

    #[test]
    fn articles_are_dropped_and_compounds_joined() {
        assert_eq!(words("L’accès à l'emploi, jusqu’au bout"), "acces a emploi au bout");
        assert_eq!(words("aujourd'hui, prud’hommes"), "aujourd hui +2aujourdhui prud hommes +2prudhommes");
        assert_eq!(words("un rendez-vous ; peut-on ?"), "un rendez vous +2rendezvous peut on");
        assert_eq!(words("chef-d’œuvre"), "chef oeuvre +2chefdoeuvre");
    }

    #[test]
    fn numbers_are_joined() {
        assert_eq!(words("01 58 50 89 42"), "01 58 50 89 42 +50158508942");
        assert_eq!(words("+33 (0)1 58.50.89.42"), "33 0 1 58 50 89 42 +70158508942");
        assert_eq!(words("+33158508942"), "33158508942 +10158508942");
        assert_eq!(words("1 500 €, 3646"), "1 500 +21500 3646");
    }

    #[test]
    fn inclusive_forms_become_two_words() {
        assert_eq!(words("les conseiller·ère·s"), "les conseiller ~conseillere");
        assert_eq!(
            words("agent.e.s, agent(e)s, directeur·rice"),
            "agent ~agente agent ~agente directeur ~directrice"
        );
        assert_eq!(words("usager-ère-s citoyen·ne·s"), "usager ~usagere citoyen ~citoyenne");
        assert_eq!(words("instituteur/trice"), "instituteur ~institutrice");
    }

    #[test]
    fn acronyms_lose_their_dots() {
        assert_eq!(words("la C.A.F. et la M.S.A"), "la caf et la msa");
        assert_eq!(words("contact@conum.gouv.fr"), "contact conum gouv fr");
    }
}
