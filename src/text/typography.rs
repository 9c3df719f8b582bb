//! French typography, set once on the text that readers see; never on code, addresses or ids.
use super::scan::Bytes;
use crate::model::Language;
use std::borrow::Cow;

/// No-break space, before a colon and inside guillemets.
const WIDE: char = '\u{a0}';
/// Narrow no-break space, before `; ! ?`.
const NARROW: char = '\u{202f}';

/// Sets the spaces and apostrophes of a text in the guide's language. `before` is the last character that stands
/// before this text in the same line, if any. Idempotent.
pub fn set(language: Language, text: &str, before: Option<char>) -> Cow<'_, str> {
    match language {
        Language::French => french(text, before),
        Language::English => Cow::Borrowed(text),
    }
}

fn french(text: &str, before: Option<char>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let mut from = 0;
    let mut put = |at: usize, set: Option<char>| {
        // Only apostrophes and spaces are ever set anew, each once.
        if let Some(set) = set.filter(|_| at >= from) {
            out.push_str(&text[from..at]);
            out.push(set);
            from = at + 1;
        }
    };
    if bytes.first() == Some(&b' ') {
        put(0, space(text, 0, before));
    }
    let mut next = 0;
    while let Some(at) = MARKS.next(bytes, next) {
        next = at + 1;
        if bytes[at] == b'\'' {
            put(at, is_apostrophe(text, at, before).then_some('’'));
            continue;
        }
        if at > 0 && bytes[at - 1] == b' ' {
            put(at - 1, space(text, at - 1, before));
        }
        // A guillemet has two bytes.
        let end = at + if bytes[at] == 0xc2 { 2 } else { 1 };
        if bytes.get(end) == Some(&b' ') {
            put(end, space(text, end, before));
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Apostrophes, and what a space may have beside it that is not an ordinary one: marks, digits, and the first bytes of
/// guillemets and of the euro sign.
const MARKS: Bytes = Bytes::of("';!?:%0123456789").and(&[0xc2, 0xe2]);

fn letter_before(text: &str, at: usize, before: Option<char>) -> Option<char> {
    text[..at].chars().next_back().or(before)
}

/// Whether the straight mark at a place joins or ends a word.
fn is_apostrophe(text: &str, at: usize, before: Option<char>) -> bool {
    let next = text[at + 1..].chars().next();
    letter_before(text, at, before).is_some_and(char::is_alphanumeric)
        && next.is_none_or(|next| next.is_alphanumeric() || "«\u{201c}".contains(next))
}

/// What the space at a place has to be, when it is not an ordinary one.
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
        set(Language::French, text, None).into_owned()
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
    fn english_stays() {
        assert_eq!(set(Language::English, "It's 5 %?", None), "It's 5 %?");
    }

    #[test]
    fn setting_twice_is_setting_once() {
        for text in ["« a » ! 'b' l'«", "12 mois ? : ; 5 h", "' ' ''", "5 € ; 6 %"] {
            let once = fr(text);
            assert_eq!(fr(&once), once);
        }
    }
}
