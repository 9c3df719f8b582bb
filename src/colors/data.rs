//! Code made of lines: YAML, TOML and INI, JSON, differences between files, what stands in a terminal.
use super::languages::{Form, SHELL};
use super::lexer;
use super::tokens::Tokens;
use crate::model::CodePart;
use std::ops::Range;

/// The parts of code in a form.
pub(super) fn read(form: Form, code: &str) -> Tokens {
    let mut tokens = Tokens::new();
    let mut start = 0;
    for line in code.split_inclusive('\n') {
        let text = line.trim_end_matches(['\n', '\r']);
        match form {
            Form::Difference => difference(text, start, &mut tokens),
            Form::Terminal => terminal(text, start, &mut tokens),
            Form::Json => values(text, start, 0, &mut tokens),
            Form::Keys(separator) => keys(text, start, separator, &mut tokens),
        }
        start += line.len();
    }
    tokens
}

fn difference(line: &str, start: usize, tokens: &mut Tokens) {
    let about = ["diff ", "index ", "--- ", "+++ ", "new file", "deleted file", "rename ", "similarity "];
    let kind = match line.chars().next() {
        _ if about.iter().any(|begin| line.starts_with(begin)) => CodePart::Comment,
        Some('+' | '>') => CodePart::Added,
        Some('-' | '<') => CodePart::Removed,
        Some('@') => CodePart::Keyword,
        _ => return,
    };
    tokens.push((start..start + line.len(), kind));
}

/// What stands behind a prompt is typed; the rest is an answer.
fn terminal(line: &str, start: usize, tokens: &mut Tokens) {
    let prompt = ["$ ", "% ", "# ", "> "].iter().find(|prompt| line.starts_with(*prompt));
    let Some(prompt) = prompt else { return };
    tokens.push((start..start + 1, CodePart::Comment));
    let at = start + prompt.len();
    let typed = lexer::read(&SHELL, &line[prompt.len()..]);
    tokens.extend(typed.into_iter().map(|(range, kind)| (at + range.start..at + range.end, kind)));
}

/// A key in front of a separator, then a value.
fn keys(line: &str, start: usize, separator: char, tokens: &mut Tokens) {
    let indent = line.len() - line.trim_start_matches([' ', '\t', '-']).len();
    let text = &line[indent..];
    if text.starts_with(['#', ';']) && (separator == '=' || text.starts_with('#')) {
        return tokens.push((start + indent..start + line.len(), CodePart::Comment));
    }
    if separator == '=' && text.starts_with('[') {
        let end = text.rfind(']').map_or(text.len(), |end| end + 1);
        tokens.push((start + indent..start + indent + end, CodePart::Type));
        return values(line, start, indent + end, tokens);
    }
    let quoted = text.starts_with(['"', '\'']);
    let from = if quoted { string(text, 0).end } else { 0 };
    let mut places = text.match_indices(separator).map(|(at, _)| at).filter(|at| *at >= from);
    let is_end =
        |at: &usize| separator != ':' || text[at + 1..].is_empty() || text[at + 1..].starts_with(' ');
    let key = places.find(is_end).filter(|at| {
        let name = text[..*at].trim_end();
        !name.is_empty() && (quoted || !name.contains(['{', '[', '#', '"']))
    });
    let Some(key) = key else { return values(line, start, indent, tokens) };
    tokens.push((start + indent..start + indent + text[..key].trim_end().len(), CodePart::Name));
    values(line, start, indent + key + 1, tokens);
}

/// Strings, numbers, constants and comments of a line from a byte on. A string in front of a colon is a key.
fn values(line: &str, start: usize, from: usize, tokens: &mut Tokens) {
    let mut at = from;
    while let Some(letter) = line[at..].chars().next() {
        let before = line[..at].chars().next_back();
        let begins = before.is_none_or(|before| " \t[{(,:=".contains(before));
        let range = match letter {
            '"' | '\'' if begins => {
                let range = string(line, at);
                let is_key = line[range.end..].trim_start().starts_with(':');
                tokens.push((shifted(&range, start), if is_key { CodePart::Name } else { CodePart::Text }));
                range
            }
            '#' if begins => at..line.len(),
            '/' if line[at..].starts_with("//") && begins => at..line.len(),
            '&' | '*' | '!' if begins => at..at + word(&line[at + 1..]) + 1,
            letter if begins && (letter.is_alphanumeric() || letter == '-' || letter == '+') => {
                at..at + word(&line[at..])
            }
            letter => at..at + letter.len_utf8(),
        };
        let text = &line[range.clone()];
        let kind = match letter {
            '#' | '/' if range.end == line.len() => Some(CodePart::Comment),
            '&' | '*' | '!' if text.len() > 1 => Some(CodePart::Type),
            _ if begins && is_constant(text) => Some(CodePart::Number),
            _ if begins
                && line[range.end..].starts_with(": ")
                && text.len() > 1
                && !text.starts_with(['"', '\'']) =>
            {
                Some(CodePart::Name)
            }
            _ => None,
        };
        tokens.extend(kind.map(|kind| (shifted(&range, start), kind)));
        at = range.end.max(at + letter.len_utf8());
    }
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The length of the word that a text begins with.
fn word(text: &str) -> usize {
    let ends = |letter: char| letter.is_whitespace() || ",:]})#\"'".contains(letter);
    text.find(ends).unwrap_or(text.len())
}

fn is_constant(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '+']);
    matches!(text, "true" | "false" | "null" | "yes" | "no" | "on" | "off")
        || digits.starts_with(|letter: char| letter.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_+:".contains(&byte))
}

/// The string in quotation marks that begins here, up to the end of the line if nothing closes it.
fn string(line: &str, at: usize) -> Range<usize> {
    let mut letters = line[at..].char_indices();
    let mark = letters.next().map(|(_, mark)| mark);
    let mut escaped = false;
    for (place, letter) in letters {
        if !escaped && Some(letter) == mark {
            return at..at + place + 1;
        }
        escaped = !escaped && letter == '\\' && mark == Some('"');
    }
    at..line.len()
}
