//! Mail addresses, web addresses and telephones that authors type in running text.
use crate::model::{Typed, TypedKind};
use crate::text::web_address;

/// The mail addresses, web addresses and telephones of a text, in this order.
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
        let is_web = word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.");
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        if is_web && !is_for_a_program(&text[..at]) {
            found.push(Typed {
                kind: TypedKind::Web,
                key: web_address::key(word),
                written: word.to_owned(),
                linked: false,
            });
        }
    }
}

/// Whether an address is the value of something that a program reads: `url="…"`, `href: '…'`.
fn is_for_a_program(before: &str) -> bool {
    let Some(bare) = before.strip_suffix(['"', '\'']) else { return before.ends_with('=') };
    let bare = bare.trim_end();
    bare.ends_with('=') || bare.strip_suffix(':').is_some_and(|name| name.ends_with(char::is_alphanumeric))
}

/// The digits of a telephone number, with `0` for the French `+33`: different spellings have one key.
pub(super) fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("0033").or_else(|| phone.trim_start().starts_with("+33").then(|| &digits[2..]))
    {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => digits,
    }
}

/// Finds digits with blanks, dots, hyphens or brackets between them that are as many as a telephone number has.
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
    fn addresses_and_telephones_have_keys() {
        let keys = |text: &str| typed(text).into_iter().map(|typed| typed.key).collect::<Vec<_>>();
        assert_eq!(keys("Écrire à A.B@exemple.fr."), ["a.b@exemple.fr"]);
        assert_eq!(keys("au 01 58 50 89 42 (ou +33 1 58 50 89 42)"), ["0158508942", "0158508942"]);
        assert_eq!(keys("voir https://pix.fr/, puis"), ["pix.fr"]);
        assert!(keys("le 12 et 19 janvier 2026, SIRET 123 456 789 00012, 175 heures").is_empty());
        assert_eq!(keys("01.58.50.89.42"), ["0158508942"]);
        assert!(keys("embed url=\"https://pix.fr/\" et href: 'https://pix.fr'").is_empty());
        assert_eq!(keys("le site \"https://pix.fr/\""), ["pix.fr"]);
    }
}
