//! Letters that Markdown would read as its own, protected. What needs no protection stays as it is, for the eyes of editors.

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EscapePlace {
    /// At the start of a line, where lists, headings and quotations begin.
    pub(super) begins_line: bool,
    /// In a cell of a table, where `|` ends it.
    pub(super) in_table: bool,
    /// In the text of a link, where `]` ends it.
    pub(super) in_link: bool,
}

/// Adds a text.
pub(super) fn push_text(out: &mut String, text: &str, place: EscapePlace) {
    let letters: Vec<char> = text.chars().collect();
    let mut from = 0;
    if place.begins_line && !place.in_table {
        from = push_line_start(out, &letters);
    }
    for at in from..letters.len() {
        let letter = letters[at];
        let before = at.checked_sub(1).map(|before| letters[before]);
        if needs_backslash(letter, before, &letters[at + 1..], place) {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// Whether a letter needs protection between its neighbours.
fn needs_backslash(letter: char, before: Option<char>, rest: &[char], place: EscapePlace) -> bool {
    let next = rest.first().copied();
    let is_space = |side: Option<char>| side.is_some_and(char::is_whitespace);
    let is_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    match letter {
        '`' | '[' => true,
        '*' | '~' => !(is_space(before) && is_space(next)),
        '_' => !(is_word(before) && is_word(next)),
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
        '&' => is_entity(rest),
        '|' => place.in_table,
        ']' => place.in_link,
        _ => false,
    }
}

/// Whether `&` and what follows is a character reference.
fn is_entity(rest: &[char]) -> bool {
    let name = rest.iter().take(32).take_while(|letter| letter.is_ascii_alphanumeric() || **letter == '#');
    let length = name.count();
    // At the end of a run nobody knows what follows.
    length == rest.len() || (length > 0 && rest.get(length) == Some(&';'))
}

/// Adds what opens a line, protected; how many letters that were.
fn push_line_start(out: &mut String, letters: &[char]) -> usize {
    let ends = |at: usize| letters.get(at).is_none_or(|letter| letter.is_whitespace());
    let Some(first) = letters.first().copied() else { return 0 };
    match first {
        '#' => {
            let length = letters.iter().take_while(|letter| **letter == '#').count();
            if length <= 6 && ends(length) {
                out.push_str("\\#");
                return 1;
            }
        }
        '-' | '+' | '=' | ':' if ends(1) || letters[1] == first => {
            out.push('\\');
            out.push(first);
            return 1;
        }
        '>' | '|' => {
            out.push('\\');
            out.push(first);
            return 1;
        }
        '*' => {
            out.push_str("\\*");
            return 1;
        }
        '0'..='9' => {
            let length = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
            let mark = letters.get(length).copied().filter(|mark| ".)".contains(*mark));
            if let Some(mark) = mark.filter(|_| length <= 9 && ends(length + 1)) {
                out.extend(&letters[..length]);
                out.push('\\');
                out.push(mark);
                return length + 1;
            }
        }
        _ => {}
    }
    0
}

/// Adds the target of a link.
pub(super) fn push_target(out: &mut String, target: &str) {
    for letter in target.trim().chars() {
        match letter {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '"' => out.push_str("%22"),
            _ if letter.is_control() || letter.is_whitespace() => {}
            _ => out.push(letter),
        }
    }
}
