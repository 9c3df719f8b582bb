//! `jalon explain`: what each code means, why it matters and how to fix it.
use super::describe::{sentence, severity};
use super::visible::width;
use crate::model::{ALL_CODES, Arg, Code};
use crate::words::Words;

/// The width of the text.
const COLUMNS: usize = 78;

/// The explanation of a code; none if no code has this name.
pub fn explain(name: &str, words: &Words) -> Option<String> {
    let name = name.trim();
    let code = Code::named(name)?;
    let mut lines = vec![heading(code, words)];
    if code.name != name {
        let args = [("former", Arg::from(name)), ("code", Arg::from(code.name))];
        lines.splice(0..0, [sentence(words, "explain-renamed", &args), String::new()]);
    }
    for (title, attribute) in
        [("explain-means", "means"), ("explain-fix", "fix"), ("explain-example", "example")]
    {
        let text = words.say(&code.key(), Some(attribute), &[]).unwrap_or_default();
        lines.extend([String::new(), sentence(words, title, &[])]);
        if attribute == "example" {
            lines.extend(text.lines().map(|line| format!("  {line}")));
        } else {
            lines.extend(wrap(&text, "  "));
        }
    }
    Some(lines.join("\n") + "\n")
}

/// All codes by family, each with the first sentence of its explanation.
pub fn catalogue(words: &Words) -> String {
    let mut lines = Vec::new();
    let mut family = None;
    for code in ALL_CODES {
        if family != Some(code.family) {
            family = Some(code.family);
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.push(sentence(words, &format!("family-{}", code.family.name()), &[]));
        }
        lines.push(format!("  {}", heading(*code, words)));
        let means = words.say(&code.key(), Some("means"), &[]).unwrap_or_default();
        lines.extend(wrap(first_sentence(&means), "      "));
    }
    lines.extend([String::new(), sentence(words, "explain-more", &[])]);
    lines.join("\n") + "\n"
}

fn heading(code: Code, words: &Words) -> String {
    format!("{} ({})", code.name, severity(code.severity, words))
}

/// The first sentence of an explanation. A full stop in code (`1. `) ends none.
pub fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(end, _)| end);
    let is_in_code = |end: &usize| text[..*end].matches('`').count() % 2 == 1;
    ends.into_iter().find(|end| !is_in_code(end)).map_or(text, |end| &text[..=end])
}

/// Breaks text into lines of [`COLUMNS`], at plain spaces only: French needs its no-break spaces.
fn wrap(text: &str, indent: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= COLUMNS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines
}
