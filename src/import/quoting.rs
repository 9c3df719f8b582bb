//! Writes texts as YAML that reads back as the same text.

/// A text on one line: plain where that cannot be taken for anything else, in quotation marks otherwise.
pub(super) fn text(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

fn is_plain(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let ends = text.chars().next_back().is_some_and(|last| last.is_alphanumeric() || ".!?)".contains(last));
    let is_safe =
        |letter: char| letter.is_alphanumeric() || " ,.'’()!?/+-«»–—…\u{a0}\u{202f}".contains(letter);
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    begins && ends && text.chars().all(is_safe) && !words.contains(&text.to_lowercase().as_str())
}

/// A text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn texts_are_quoted_where_they_must_be() {
        assert_eq!(text("L’arrivée, en bref"), "L’arrivée, en bref");
        assert_eq!(text("Étape 1 : signer"), "\"Étape 1 : signer\"");
        assert_eq!(text("a \"b\" \\ c\n"), "\"a \\\"b\\\" \\\\ c \"");
        for odd in ["yes", "1.0", "- a", "#a", "a: b", "", "a #b", "*a*", "a:"] {
            assert!(text(odd).starts_with('"'), "{odd}");
        }
    }
}
