//! What each code means, why it matters and how to mend it.
use super::{sentence, severity};
use crate::model::{ALL_CODES, Code};
use crate::text::nearest::nearest;
use crate::words::Words;

/// Columns of the text.
const COLUMNS: usize = 78;

/// No code has that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unexplained {
    /// The code that was probably meant.
    pub nearest: Option<&'static str>,
}

/// All about one code, by its name.
pub fn explain(name: &str, words: &Words) -> Result<String, Unexplained> {
    let name = name.trim();
    let Some(code) = Code::named(name) else {
        return Err(Unexplained { nearest: nearest(name, ALL_CODES.iter().map(|code| code.name)) });
    };
    let mut out = format!("{} ({})\n", code.name, severity(code.severity, words));
    for (title, attribute) in
        [("explain-means", "means"), ("explain-mend", "mend"), ("explain-example", "example")]
    {
        let text = words.say(&code.key(), Some(attribute), &[]).unwrap_or_default();
        out.push_str(&format!("\n{}\n", sentence(words, title, &[])));
        if attribute == "example" {
            text.lines().for_each(|line| out.push_str(&format!("  {line}\n")));
        } else {
            wrap(&mut out, &text, "  ");
        }
    }
    Ok(out)
}

/// All codes by family, each with the first sentence of its meaning.
pub fn catalogue(words: &Words) -> String {
    let mut out = String::new();
    let mut family = "";
    for code in ALL_CODES {
        if code.family() != family {
            family = code.family();
            let gap = if out.is_empty() { "" } else { "\n" };
            out.push_str(&format!("{gap}{}\n", sentence(words, &format!("family-{family}"), &[])));
        }
        out.push_str(&format!("  {} ({})\n", code.name, severity(code.severity, words)));
        let means = words.say(&code.key(), Some("means"), &[]).unwrap_or_default();
        wrap(&mut out, first_sentence(&means), "      ");
    }
    out.push_str(&format!("\n{}\n", sentence(words, "explain-more", &[])));
    out
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

/// Adds a text in lines of [`COLUMNS`]; breaks at plain spaces only, so that no-break spaces hold.
fn wrap(out: &mut String, text: &str, indent: &str) {
    let mut used = 0;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let width = super::visible::width(word);
        if used > 0 && used + 1 + width > COLUMNS {
            out.push('\n');
            used = 0;
        }
        let gap = if used == 0 { indent } else { " " };
        out.push_str(gap);
        out.push_str(word);
        used += gap.len() + width;
    }
    out.push('\n');
}
