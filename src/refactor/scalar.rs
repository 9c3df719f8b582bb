//! Writes values of YAML.

/// A text of one line as YAML that is read as that text, in the quotes of what it replaces where they can hold it.
pub(super) fn like(before: &str, text: &str) -> String {
    match before.chars().next() {
        Some('\'') if is_single(text) => single(text),
        Some('"') => double(text),
        _ if is_plain(text) => text.to_owned(),
        _ if text.contains('\'') || !is_single(text) => double(text),
        _ => single(text),
    }
}

/// Whether single quotes can hold a text: they know no escapes.
fn is_single(text: &str) -> bool {
    !text.chars().any(is_escaped)
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// What needs an escape in YAML, or would be lost without one: controls, line ends of any kind, marks of direction and the
/// byte order mark.
fn is_escaped(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter if is_escaped(letter) && u32::from(letter) > 0xff => {
                out.extend(["\\u", &format!("{:04X}", u32::from(letter))]);
            }
            letter if is_escaped(letter) => out.extend(["\\x", &format!("{:02X}", u32::from(letter))]),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Words that YAML 1.1 or 1.2 reads as something else than text.
const WORDS: [&str; 11] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "~", ""];

/// Whether a text needs no quotes: nobody reads it as anything but this text, by YAML 1.2 or 1.1, in brackets or outside.
pub(super) fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let is_word = WORDS.contains(&text.to_lowercase().as_str());
    // Numbers, dates and times of YAML 1.1 begin with a digit, a sign or a dot.
    let is_number_like = first.is_ascii_digit() || matches!(first, '+' | '-' | '.');
    let is_path_like = is_number_like && text.chars().any(char::is_alphabetic) && !is_number(text);
    let begins = first.is_alphabetic() || matches!(first, '/' | '(' | '«' | '_') || is_path_like;
    let is_safe =
        |letter: char| !letter.is_control() && !is_escaped(letter) && !"[]{},&*!|>%@`\"\\".contains(letter);
    let has_mark =
        text.contains(": ") || text.contains(" #") || text.starts_with("- ") || text.starts_with("---");
    begins
        && !is_word
        && !has_mark
        && !text.ends_with(':')
        && text.trim() == text
        && text.chars().all(is_safe)
}

/// Whether YAML 1.1 or 1.2 reads a number, a date or a time: digits with signs, dots, underscores and colons, an exponent, another
/// base, `.inf`, `.nan`.
fn is_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let unsigned = lower.trim_start_matches(['+', '-']);
    let based = ["0x", "0o", "0b"].iter().find_map(|base| unsigned.strip_prefix(base));
    let digits = based.unwrap_or(unsigned);
    let is_part = |letter: char| {
        letter.is_ascii_digit()
            || "_.:+-tz e".contains(letter)
            || based.is_some() && letter.is_ascii_hexdigit()
    };
    matches!(unsigned, ".inf" | ".nan") || digits.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_plain_gets_quotes() {
        for text in [
            "",
            "yes",
            "No",
            "ON",
            "null",
            "~",
            "true",
            "012",
            "1e3",
            "0x1F",
            "1_000",
            "2026-11-23",
            "12:30",
            ".5",
            ".inf",
            "-1",
            "a: b",
            "a #b",
            "a:",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "- a",
            "[a",
            "a]",
            "{a",
            "#a",
            "a #b",
            "?a",
            "a, b",
            " a",
            "a ",
            "-",
            "a\"b",
            "=",
            "<<",
        ] {
            assert!(!is_plain(text), "{text}");
        }
        for text in [
            "a",
            "L'été",
            "1-recruter/a.md",
            "../a.md",
            "http://a.fr/b",
            "2026-budget.md",
            "/a/b/",
            "a_b (c)",
        ] {
            assert!(is_plain(text), "{text}");
        }
    }

    #[test]
    fn quotes_stay_as_they_were() {
        assert_eq!(like("'a'", "l'eau"), "'l''eau'");
        assert_eq!(like("\"a\"", "b"), "\"b\"");
        assert_eq!(like("a", "b: c"), "'b: c'");
        assert_eq!(like("a", "l'eau"), "l'eau");
        assert_eq!(like("a", "l'eau: oui"), "\"l'eau: oui\"");
        assert_eq!(like("'a'", "b\tc\u{2028}"), "\"b\\tc\\u2028\"");
    }
}
