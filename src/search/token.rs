//! A folded text as words: elided articles dropped, compounds and numbers also joined, inclusive forms opened.
//!
//! The reader's script does the same in `rank.js`; `tests/search/vectors.json` holds both to it.
use crate::text::scan::Bytes;

/// What a word of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A word as it stands.
    Word,
    /// The feminine of the word before it, from an inclusive form.
    Other,
    /// So many words before it, read as one: `rendez-vous`, `01 58 50`.
    Joined(usize),
}

/// The longest word that is indexed, in letters.
const LONGEST: usize = 40;

/// Forms that lose their vowel before an apostrophe.
pub(super) fn is_elided(word: &str) -> bool {
    matches!(
        word,
        "l" | "d" | "j" | "m" | "t" | "s" | "c" | "n" | "qu" | "jusqu" | "lorsqu" | "puisqu" | "quoiqu"
    )
}

/// What follows the verb in a question: `peut-on` is no compound.
fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "il" | "elle"
            | "on"
            | "ils"
            | "elles"
            | "je"
            | "tu"
            | "nous"
            | "ce"
            | "t"
            | "moi"
            | "toi"
            | "le"
            | "la"
            | "les"
            | "y"
            | "en"
            | "ci"
            | "lui"
            | "leur"
    )
}

/// Endings that inclusive forms add.
fn is_ending(word: &str) -> bool {
    matches!(
        word,
        "e" | "es"
            | "s"
            | "ne"
            | "nes"
            | "le"
            | "les"
            | "te"
            | "tes"
            | "ere"
            | "eres"
            | "iere"
            | "ieres"
            | "rice"
            | "rices"
            | "trice"
            | "trices"
            | "euse"
            | "euses"
            | "se"
            | "ses"
            | "ve"
            | "ves"
            | "x"
            | "esse"
            | "esses"
            | "eure"
            | "eures"
    )
}

/// Endings that a hyphen or a slash may add; fewer, because both join words as well.
fn is_clear_ending(word: &str) -> bool {
    matches!(
        word,
        "e" | "es"
            | "ne"
            | "nes"
            | "ere"
            | "eres"
            | "rice"
            | "rices"
            | "trice"
            | "trices"
            | "euse"
            | "euses"
            | "ve"
            | "ves"
    )
}

/// The feminine that an ending makes of a word; none for a plural.
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

/// The words of a folded text, each handed to `take` in the order of the text.
pub(super) fn tokens(text: &str, take: &mut impl FnMut(Role, &str)) {
    let mut take = |role: Role, word: &str| {
        if word.len() <= LONGEST || word.chars().count() <= LONGEST {
            take(role, word);
        }
    };
    let mut pieces = Vec::new();
    let mut next = piece(text, 0);
    while let Some(first) = next {
        // Most words have nothing to do with the next one.
        if !has_more(text, first) {
            take(Role::Word, &text[first.0..first.1]);
            next = piece(text, first.1);
            continue;
        }
        pieces.clear();
        pieces.push(first);
        // Those that do are read together, with one more behind them where there is one.
        let count = loop {
            let last = pieces[pieces.len() - 1];
            next = piece(text, last.1);
            let Some(more) = next else { break pieces.len() };
            pieces.push(more);
            if !are_joined(text, last, more) {
                break pieces.len() - 1;
            }
        };
        let reader = Reader { text, pieces: &pieces };
        let mut at = 0;
        while at < count {
            at = reader.read(at, &mut take);
        }
    }
}

const WORD: Bytes = Bytes::of("").and_range(b'0', b'9').and_range(b'A', b'Z').and_range(b'a', b'z');

/// Where a run of letters and digits begins and ends, in bytes.
type Piece = (usize, usize);

/// The first run of letters and digits at or after a place.
fn piece(text: &str, from: usize) -> Option<Piece> {
    let bytes = text.as_bytes();
    let letter = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let mut start = from;
    loop {
        let byte = *bytes.get(start)?;
        if byte < 0x80 {
            if WORD.has(byte) {
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
        while bytes.get(end).is_some_and(|byte| WORD.has(*byte)) {
            end += 1;
        }
        // Few letters are left beyond ASCII when accents are gone.
        match bytes.get(end) {
            Some(0x80..) => match letter(end).filter(|letter| letter.is_alphanumeric()) {
                Some(letter) => end += letter.len_utf8(),
                None => return Some((start, end)),
            },
            _ => return Some((start, end)),
        }
    }
}

/// Whether a word may belong together with what follows it.
fn has_more(text: &str, (from, to): Piece) -> bool {
    let bytes = text.as_bytes();
    bytes[from].is_ascii_digit()
        || matches!(bytes.get(to), Some(b'\'' | b'.' | b'-' | b'/' | b'(' | b')' | 0x80..))
}

/// Whether what stands between two words may make one of them.
fn are_joined(text: &str, left: Piece, right: Piece) -> bool {
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

/// A number as people of the country dial it: `+33 1`, `0033 1` and `33 1` are `01`.
fn dialled(number: String, plus: bool) -> String {
    let bare = if number.starts_with("0033") { &number[2..] } else { &number };
    let abroad = plus || number.starts_with("0033") || number.len() == 11;
    match bare.strip_prefix("33").filter(|_| abroad) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => number,
    }
}

struct Reader<'a> {
    text: &'a str,
    pieces: &'a [Piece],
}

impl<'a> Reader<'a> {
    /// Reads the word at a place, and those that belong to it; gives the place of the next one.
    fn read(&self, at: usize, take: &mut impl FnMut(Role, &str)) -> usize {
        let word = self.word(at);
        if !has_more(self.text, self.pieces[at]) {
            take(Role::Word, word);
            return at + 1;
        }
        let next = self.sep(at);
        let more = at + 1 < self.pieces.len();
        if more && next == "'" && is_elided(word) {
            at + 1
        } else if is_number(word) {
            self.number(at, take)
        } else if more && next == "." && is_letter(word) && is_letter(self.word(at + 1)) {
            self.acronym(at, take)
        } else if let Some(after) = self.inclusive(at, take) {
            after
        } else {
            self.compound(at, take)
        }
    }

    fn word(&self, at: usize) -> &'a str {
        let (from, to) = self.pieces[at];
        &self.text[from..to]
    }

    /// What stands between a piece and the next, or the end.
    fn sep(&self, at: usize) -> &'a str {
        let to = self.pieces.get(at + 1).map_or(self.text.len(), |next| next.0);
        &self.text[self.pieces[at].1..to]
    }

    /// Groups of digits, and all of them as one.
    fn number(&self, at: usize, take: &mut impl FnMut(Role, &str)) -> usize {
        let goes_on = |at: usize| {
            at + 1 < self.pieces.len()
                && matches!(self.sep(at), " " | "." | "-" | "/" | " (" | ") " | "(" | ")")
                && is_number(self.word(at + 1))
        };
        let mut end = at;
        take(Role::Word, self.word(at));
        while goes_on(end) {
            end += 1;
            take(Role::Word, self.word(end));
        }
        let plus = self.text[..self.pieces[at].0].ends_with('+');
        let whole: String = (at..=end).map(|at| self.word(at)).collect();
        if (4..=15).contains(&whole.len()) {
            let count = end - at + 1;
            let dialled = dialled(whole, plus);
            if count > 1 || dialled != self.word(at) {
                take(Role::Joined(count), &dialled);
            }
        }
        end + 1
    }

    /// Letters with dots between them, as one word.
    fn acronym(&self, at: usize, take: &mut impl FnMut(Role, &str)) -> usize {
        let mut end = at;
        while end + 1 < self.pieces.len() && self.sep(end) == "." && is_letter(self.word(end + 1)) {
            end += 1;
        }
        let whole: String = (at..=end).map(|at| self.word(at)).collect();
        take(Role::Word, &whole);
        end + 1
    }

    /// `conseiller·ère·s`, `agent.e.s`, `usager(ère)s`: the word and its feminine.
    fn inclusive(&self, at: usize, take: &mut impl FnMut(Role, &str)) -> Option<usize> {
        let base = self.word(at);
        let mut end = at;
        let mut said = false;
        while end + 1 < self.pieces.len() {
            let ending = self.word(end + 1);
            let fits = match self.sep(end) {
                "·" => ending.chars().count() <= 6,
                "." => is_ending(ending),
                "-" => is_clear_ending(ending) || (said && is_ending(ending)),
                "/" => is_clear_ending(ending),
                "(" => is_ending(ending) && self.sep(end + 1).starts_with(')'),
                ")" | ")(" => said && is_ending(ending),
                _ => false,
            };
            if !fits || base.chars().count() < 3 {
                break;
            }
            if !said {
                take(Role::Word, base);
                said = true;
            }
            if let Some(other) = feminine(base, ending) {
                take(Role::Other, &other);
            }
            end += 1;
        }
        said.then_some(end + 1)
    }

    /// Words joined by hyphens or apostrophes: each, and all as one.
    fn compound(&self, at: usize, take: &mut impl FnMut(Role, &str)) -> usize {
        let mut end = at;
        let mut count = 1;
        take(Role::Word, self.word(at));
        while end + 1 < self.pieces.len() && matches!(self.sep(end), "-" | "'") {
            end += 1;
            let next = self.word(end);
            // `chef-d'œuvre`: the article counts in the whole only.
            if !(is_elided(next) && self.sep(end) == "'" && end + 1 < self.pieces.len()) {
                count += 1;
                take(Role::Word, next);
            }
        }
        if (2..=5).contains(&count) && !is_pronoun(self.word(end)) {
            let whole: String = (at..=end).map(|at| self.word(at)).collect();
            take(Role::Joined(count), &whole);
        }
        end + 1
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::{Role, tokens};

    fn words(text: &str) -> String {
        let mut out = Vec::new();
        tokens(&fold(text), &mut |role, word| {
            out.push(match role {
                Role::Word => word.to_owned(),
                Role::Other => format!("~{word}"),
                Role::Joined(count) => format!("+{count}{word}"),
            });
        });
        out.join(" ")
    }

    #[test]
    fn articles_go_and_compounds_stay() {
        assert_eq!(words("L’accès à l'emploi, jusqu’au bout"), "acces a emploi au bout");
        assert_eq!(words("aujourd'hui, prud’hommes"), "aujourd hui +2aujourdhui prud hommes +2prudhommes");
        assert_eq!(words("un rendez-vous ; peut-on ?"), "un rendez vous +2rendezvous peut on");
        assert_eq!(words("chef-d’œuvre"), "chef oeuvre +2chefdoeuvre");
    }

    #[test]
    fn numbers_are_also_one() {
        assert_eq!(words("01 58 50 89 42"), "01 58 50 89 42 +50158508942");
        assert_eq!(words("+33 (0)1 58.50.89.42"), "33 0 1 58 50 89 42 +70158508942");
        assert_eq!(words("+33158508942"), "33158508942 +10158508942");
        assert_eq!(words("1 500 €, 3646"), "1 500 +21500 3646");
    }

    #[test]
    fn inclusive_forms_are_two() {
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
