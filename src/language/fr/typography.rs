//! French typography: no-break spaces around marks, in numbers and before units, curved apostrophes.
use crate::text::byte_set::ByteSet;
use crate::text::escape;
use std::borrow::Cow;

/// No-break space, before a colon and inside guillemets.
const WIDE: char = '\u{a0}';
/// Narrow no-break space, before `; ! ?` and between the groups of a number.
const NARROW: char = '\u{202f}';

/// Appends what [`typeset`] returns, escaped as HTML, in one pass. Returns its last character before escaping.
pub(super) fn write_html(out: &mut String, text: &str, before: Option<char>) -> Option<char> {
    let mut pen = Pen::new(text, out);
    walk::<true>(text, before, &mut pen);
    let Pen { from, last, .. } = pen;
    out.push_str(&text[from..]);
    last.or_else(|| text.chars().next_back())
}

/// Replaces spaces and apostrophes by those of French typography. `before` is the character that precedes the text in
/// its line, if any. Idempotent.
pub(super) fn typeset(text: &str, before: Option<char>) -> Cow<'_, str> {
    let mut out = String::new();
    let mut pen = Pen::new(text, &mut out);
    walk::<false>(text, before, &mut pen);
    let from = pen.from;
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Copies a text and replaces some of its characters.
struct Pen<'a> {
    text: &'a str,
    out: &'a mut String,
    /// The first byte that is not copied yet.
    from: usize,
    /// The last character of the text, if it was replaced.
    last: Option<char>,
}

impl<'a> Pen<'a> {
    fn new(text: &'a str, out: &'a mut String) -> Self {
        Self { text, out, from: 0, last: None }
    }

    /// Replaces the space or apostrophe at a place, unless it was replaced already.
    fn replace(&mut self, at: usize, with: Option<char>) {
        if let Some(with) = with.filter(|_| at >= self.from) {
            self.out.push_str(&self.text[self.from..at]);
            self.out.push(with);
            self.from = at + 1;
            self.last = (self.from == self.text.len()).then_some(with);
        }
    }

    /// Escapes the character at a place.
    fn escape(&mut self, at: usize) {
        if let Some((instead, length)) = escape::at(self.text, at) {
            self.out.push_str(&self.text[self.from..at]);
            self.out.push_str(instead);
            self.from = at + length;
        }
    }
}

fn walk<const HTML: bool>(text: &str, before: Option<char>, pen: &mut Pen<'_>) {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b' ') {
        pen.replace(0, space(text, 0, before));
    }
    let stops = if HTML { &MARKS_AND_ESCAPES } else { &MARKS };
    let mut next = 0;
    while let Some(at) = stops.next(bytes, next) {
        next = at + 1;
        if bytes[at] == b'\'' {
            if is_apostrophe(text, at, before) {
                pen.replace(at, Some('’'));
            } else if HTML {
                pen.escape(at);
            }
            continue;
        }
        if HTML && escape::SPECIAL.has(bytes[at]) {
            pen.escape(at);
        }
        if !MARKS.has(bytes[at]) {
            continue;
        }
        if at > 0 && bytes[at - 1] == b' ' {
            pen.replace(at - 1, space(text, at - 1, before));
        }
        // A guillemet has two bytes.
        let end = at + if bytes[at] == 0xc2 { 2 } else { 1 };
        if bytes.get(end) == Some(&b' ') {
            pen.replace(end, space(text, end, before));
        }
    }
}

/// Apostrophes, and what stands beside a space that may have to be replaced: marks, digits, and the first bytes of
/// guillemets and of the euro sign.
const MARKS: ByteSet = ByteSet::of("';!?:%0123456789").and(&[0xc2, 0xe2]);

/// [`MARKS`], and what has to be escaped.
const MARKS_AND_ESCAPES: ByteSet = MARKS.or(&escape::SPECIAL);

fn letter_before(text: &str, at: usize, before: Option<char>) -> Option<char> {
    text[..at].chars().next_back().or(before)
}

/// Whether the straight apostrophe at a place joins or ends a word.
fn is_apostrophe(text: &str, at: usize, before: Option<char>) -> bool {
    let next = text[at + 1..].chars().next();
    letter_before(text, at, before).is_some_and(char::is_alphanumeric)
        && next.is_none_or(|next| next.is_alphanumeric() || "«\u{201c}".contains(next))
}

/// What replaces the space at a place; `None` if it is an ordinary space.
fn space(text: &str, at: usize, before: Option<char>) -> Option<char> {
    let rest = &text[at + 1..];
    let opens = |last: Option<char>| (last == Some('«')).then_some(WIDE);
    let Some(next) = rest.as_bytes().first() else { return opens(letter_before(text, at, before)) };
    match next {
        b';' | b'!' | b'?' => letter_before(text, at, before).map(|_| NARROW),
        b':' | b'%' => letter_before(text, at, before).map(|_| WIDE),
        0xC2 | 0xE2 if rest.starts_with(['»', '€']) => letter_before(text, at, before).map(|_| WIDE),
        _ => {
            // The last byte tells whether a closer look is needed: a digit, or the end of a guillemet.
            let last = if at == 0 { before } else { None };
            match (last, at.checked_sub(1).map(|at| text.as_bytes()[at])) {
                (Some(last), _) if last.is_ascii_digit() => in_number("", rest),
                (_, Some(last)) if last.is_ascii_digit() => in_number(&text[..at], rest),
                (Some('«'), _) | (_, Some(0xAB)) => opens(letter_before(text, at, before)),
                (_, Some(b'.' | 0xA7 | 0xB0 | 0xBA)) if next.is_ascii_digit() => {
                    announces_number(&text[..at]).then_some(WIDE)
                }
                _ => None,
            }
        }
    }
}

/// What replaces the space behind a digit: between the groups of a number, and before a unit.
fn in_number(before: &str, rest: &str) -> Option<char> {
    let digits = |bytes: &mut dyn Iterator<Item = u8>| bytes.take_while(u8::is_ascii_digit).take(4).count();
    let group = digits(&mut rest.bytes());
    if group > 0 {
        // A year or an identifier has more digits, a telephone number fewer.
        let first = digits(&mut before.bytes().rev());
        return (group == 3 && first <= 3 && !rest[3..].starts_with(char::is_alphabetic)).then_some(NARROW);
    }
    (rest.starts_with(SIGNS) || unit(rest)).then_some(WIDE)
}

/// Signs that stay with their number.
const SIGNS: [char; 4] = ['°', '$', '£', '‰'];

/// Units that stay with their number, in the order of their letters.
const UNITS: [&str; 76] = [
    "GHz",
    "Go",
    "Hz",
    "Ko",
    "L",
    "MHz",
    "MW",
    "MWh",
    "Mo",
    "Pa",
    "Po",
    "To",
    "W",
    "an",
    "année",
    "années",
    "ans",
    "bar",
    "bits",
    "cL",
    "cl",
    "cm",
    "cm²",
    "cm³",
    "dB",
    "dL",
    "dl",
    "dm",
    "dm²",
    "dm³",
    "euro",
    "euros",
    "g",
    "h",
    "hPa",
    "ha",
    "heure",
    "heures",
    "jour",
    "jours",
    "kHz",
    "kW",
    "kWh",
    "kcal",
    "kg",
    "km",
    "km²",
    "ko",
    "l",
    "lux",
    "m",
    "mL",
    "mg",
    "milliard",
    "milliards",
    "million",
    "millions",
    "min",
    "minute",
    "minutes",
    "ml",
    "mm",
    "mm²",
    "mois",
    "ms",
    "m²",
    "m³",
    "octets",
    "page",
    "pages",
    "px",
    "s",
    "seconde",
    "secondes",
    "semaine",
    "semaines",
];

/// Whether a text begins with a unit.
fn unit(text: &str) -> bool {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    UNITS.binary_search(&word).is_ok() || (matches!(word, "k" | "M" | "Md") && rest.starts_with('€'))
}

/// Abbreviations that a number follows.
const ABBREVIATIONS: [&str; 12] =
    ["al", "annexe", "art", "chap", "col", "fig", "p", "pp", "par", "tabl", "vol", "éd"];

/// Whether a text ends with `n°`, `§`, or an abbreviation such as `art.`.
fn announces_number(text: &str) -> bool {
    let mut letters = text.chars().rev();
    match letters.next() {
        Some('§') => true,
        Some('°' | 'º') => {
            matches!(letters.next(), Some('n' | 'N')) && !letters.next().is_some_and(char::is_alphanumeric)
        }
        _ => {
            let word = text.trim_end_matches('.').rsplit(|letter: char| !letter.is_alphabetic()).next();
            word.is_some_and(|word| ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fr(text: &str) -> String {
        typeset(text, None).into_owned()
    }

    #[test]
    fn spaces_and_apostrophes() {
        assert_eq!(fr("Est-ce qu'elle est signée ?"), "Est-ce qu’elle est signée\u{202f}?");
        assert_eq!(fr("« vraiment » : oui"), "«\u{a0}vraiment\u{a0}»\u{a0}: oui");
        assert_eq!(fr("175 heures, 20 %"), "175\u{a0}heures, 20\u{a0}%");
        assert_eq!(fr("l'« œuvre »"), "l’«\u{a0}œuvre\u{a0}»");
        assert_eq!(fr("à 10:30, http://a.b?c"), "à 10:30, http://a.b?c");
    }

    #[test]
    fn numbers_do_not_break() {
        let cases = [
            ("10 000 €", "10\u{202f}000\u{a0}€"),
            ("1 234 567 habitants", "1\u{202f}234\u{202f}567 habitants"),
            ("(12 500,50 €)", "(12\u{202f}500,50\u{a0}€)"),
            ("20 °C, -5 °C", "20\u{a0}°C, -5\u{a0}°C"),
            ("15 %, 3 kg, 40 m², 3 k€", "15\u{a0}%, 3\u{a0}kg, 40\u{a0}m², 3\u{a0}k€"),
            ("3 millions, 2 semaines", "3\u{a0}millions, 2\u{a0}semaines"),
            ("n° 5, art. 3, § 2, p. 12", "n°\u{a0}5, art.\u{a0}3, §\u{a0}2, p.\u{a0}12"),
            ("01 58 50 89 42", "01 58 50 89 42"),
            ("en 2026 300 agents", "en 2026 300 agents"),
            ("le 3 mars 2026", "le 3 mars 2026"),
            ("12 000abc, 5 2026, fin. 3 jours", "12 000abc, 5 2026, fin. 3\u{a0}jours"),
            ("3 personnes", "3 personnes"),
        ];
        for (written, typeset) in cases {
            assert_eq!(fr(written), typeset);
            assert_eq!(fr(typeset), typeset);
        }
        assert!(UNITS.is_sorted());
    }

    #[test]
    fn typesetting_twice_changes_nothing() {
        for text in ["« a » ! 'b' l'«", "12 mois ? : ; 5 h", "' ' ''", "5 € ; 6 %"] {
            let once = fr(text);
            assert_eq!(fr(&once), once);
        }
    }
}
