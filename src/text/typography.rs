//! French typography, set once on the text that readers see; never on code, addresses or ids.
use crate::model::Language;
use std::borrow::Cow;

/// No-break space, before a colon and inside guillemets.
const WIDE: char = '\u{a0}';
/// Narrow no-break space, before `; ! ?`.
const NARROW: char = '\u{202f}';

/// Sets the spaces and apostrophes of a text in the guide's language. `before` is the last character that stands
/// before this text in the same line, if any. Idempotent.
pub fn set<'a>(language: Language, text: &'a str, before: Option<char>) -> Cow<'a, str> {
    match language {
        Language::French => french(text, before),
        Language::English => Cow::Borrowed(text),
    }
}

fn french(text: &str, before: Option<char>) -> Cow<'_, str> {
    if !may_change(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut previous = before;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let set = match letter {
            '\'' if previous.is_some_and(char::is_alphanumeric) && next.is_none_or(char::is_alphanumeric) => {
                '’'
            }
            '\'' if previous.is_some_and(char::is_alphanumeric)
                && next.is_some_and(|next| "«\u{201c}".contains(next)) =>
            {
                '’'
            }
            ' ' => match next {
                Some(';' | '!' | '?') if previous.is_some() => NARROW,
                Some(':' | '»' | '%' | '€') if previous.is_some() => WIDE,
                Some(next)
                    if previous.is_some_and(|last| last.is_ascii_digit()) && unit(next, letters.clone()) =>
                {
                    WIDE
                }
                _ if previous == Some('«') => WIDE,
                _ => ' ',
            },
            _ => letter,
        };
        out.push(set);
        previous = Some(set);
    }
    Cow::Owned(out)
}

/// Units that stay with their number.
const UNITS: [&str; 22] = [
    "h", "min", "s", "km", "m", "cm", "mm", "kg", "g", "Mo", "Ko", "Go", "ko", "heures", "heure", "jours",
    "jour", "mois", "ans", "an", "pages", "page",
];

fn unit(first: char, letters: std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    if !first.is_ascii_alphabetic() {
        return false;
    }
    let mut word = String::new();
    for letter in letters {
        if !letter.is_alphanumeric() {
            break;
        }
        word.push(letter);
        if word.len() > 8 {
            return false;
        }
    }
    UNITS.contains(&word.as_str())
}

/// Whether a text holds a byte that typography looks at: most texts hold none. The guillemets begin with 0xC2, the
/// euro sign with 0xE2.
fn may_change(bytes: &[u8]) -> bool {
    let mut last = 0;
    bytes.iter().any(|byte| {
        let number = *byte == b' ' && u8::is_ascii_digit(&last);
        last = *byte;
        number || matches!(byte, b'\'' | b';' | b'!' | b'?' | b':' | b'%' | 0xC2 | 0xE2)
    })
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
