//! Code made of tags: HTML, XML and their kin.
use super::tokens::Tokens;
use crate::model::CodePart;

/// Names of tags, attributes, their values, comments and references to characters.
pub(super) fn read(code: &str) -> Tokens {
    let mut tokens = Tokens::new();
    let mut at = 0;
    while let Some(next) = code[at..].find(['<', '&']).map(|next| at + next) {
        let rest = &code[next..];
        at = if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(code.len(), |end| next + end + 3);
            tokens.push((next..end, CodePart::Comment));
            end
        } else if rest.starts_with('&') {
            let end = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "&#;".contains(letter)));
            let end = rest.find(';').filter(|at| *at < end.unwrap_or(rest.len()));
            match end {
                Some(end) => {
                    tokens.push((next..next + end + 1, CodePart::Number));
                    next + end + 1
                }
                None => next + 1,
            }
        } else {
            tag(code, next, &mut tokens)
        };
    }
    tokens
}

/// Reads a tag that begins here, and returns where it ends.
fn tag(code: &str, start: usize, tokens: &mut Tokens) -> usize {
    let is_name = |letter: char| letter.is_alphanumeric() || "-_:.@#*".contains(letter);
    let mark = code[start + 1..].find(|letter: char| !"/!?".contains(letter)).unwrap_or(0);
    let mut at = start + 1 + mark;
    let length = |at: usize| code[at..].find(|letter| !is_name(letter)).unwrap_or(code.len() - at);
    let name = length(at);
    if name == 0 {
        return start + 1;
    }
    tokens.push((at..at + name, CodePart::Name));
    at += name;
    while let Some(letter) = code[at..].chars().next() {
        match letter {
            '>' => return at + 1,
            '<' => return at,
            '"' | '\'' => {
                let end = code[at + 1..].find(letter).map_or(code.len(), |end| at + end + 2);
                tokens.push((at..end, CodePart::Text));
                at = end;
            }
            letter if is_name(letter) => {
                let end = at + length(at);
                let is_value = code[..at].ends_with('=');
                tokens.push((at..end, if is_value { CodePart::Text } else { CodePart::Type }));
                at = end;
            }
            letter => at += letter.len_utf8(),
        }
    }
    at
}
