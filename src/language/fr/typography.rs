//! French typography: no-break spaces around marks and before units, curved apostrophes.
use crate::text::byte_set::ByteSet;
use crate::text::escape;
use std::borrow::Cow;

/// No-break space, before a colon and inside guillemets.
const WIDE: char = '\u{a0}';
/// Narrow no-break space, before `; ! ?`.
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
                (Some(last), _) if last.is_ascii_digit() => unit(rest).then_some(WIDE),
                (_, Some(last)) if last.is_ascii_digit() => unit(rest).then_some(WIDE),
                (Some('«'), _) | (_, Some(0xAB)) => opens(letter_before(text, at, before)),
                _ => None,
            }
        }
    }
}

/// Units that stay with their number.
const UNITS: [&str; 22] = [
    "h", "min", "s", "km", "m", "cm", "mm", "kg", "g", "Mo", "Ko", "Go", "ko", "heures", "heure", "jours",
    "jour", "mois", "ans", "an", "pages", "page",
];

/// Whether a text begins with a unit.
fn unit(text: &str) -> bool {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    UNITS.contains(&&text[..end])
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
    fn typesetting_twice_changes_nothing() {
        for text in ["« a » ! 'b' l'«", "12 mois ? : ; 5 h", "' ' ''", "5 € ; 6 %"] {
            let once = fr(text);
            assert_eq!(fr(&once), once);
        }
    }
}
