//! Formulas between dollars, `\(` and `\)`, `\[` and `\]`.
use super::body_lines::BodyLines;
use std::ops::Range;

/// The longest formula, in bytes.
const LONGEST: usize = 2_000;

/// The formula between dollars at a byte of a line that ends at `end`. Prices are none.
pub(super) fn dollars(page: &BodyLines<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let source = page.source;
    if source[at..].starts_with("$$") {
        let near = near(source, at + 2);
        let length = near.find("$$")?;
        let formula = &near[..length];
        let is_block = formula.starts_with(['\n', '\r']);
        let range = at..at + length + 4;
        let fits = !formula.contains("\n\n") && page.hidden.at(range.end - 1).is_none();
        return (fits && ((is_block && !formula.trim().is_empty()) || is_formula(formula))).then_some(range);
    }
    let rest = near(source.get(..end)?, at + 1);
    let length = rest.find('$')?;
    let formula = &rest[..length];
    let range = at..at + length + 2;
    let (before, after) = page.around(&range);
    let apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '$');
    let tight = !formula.starts_with([' ', '{', '(']) && !formula.ends_with([' ', '\\']);
    (tight && apart(before) && apart(after) && is_formula(formula) && page.hidden.at(range.end - 1).is_none())
        .then_some(range)
}

/// The formula between escaped brackets at a byte of a line.
pub(super) fn escaped(page: &BodyLines<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let rest = page.source.get(at..)?;
    let (close, is_block) = match rest.as_bytes().get(1)? {
        b'(' => ("\\)", false),
        b'[' => ("\\]", true),
        _ => return None,
    };
    let near = near(if is_block { page.source } else { page.source.get(..end)? }, at + 2);
    let length = near.find(close)?;
    let formula = &near[..length];
    let strict = formula.contains(['^', '_', '=']) || has_command(formula);
    let range = at..at + length + 4;
    // `Commun\(e\)s` is a word with a part in brackets.
    let (before, after) = page.around(&range);
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let fits = if is_block {
        strict && !formula.contains("\n\n")
    } else {
        strict || (is_apart(before) && is_apart(after))
    };
    (fits && is_formula(formula)).then_some(range)
}

fn near(source: &str, from: usize) -> &str {
    let end = source.floor_char_boundary(source.len().min(from + LONGEST));
    source.get(from..end).unwrap_or_default()
}

/// `\frac`
fn has_command(text: &str) -> bool {
    text.as_bytes()
        .windows(3)
        .any(|three| three[0] == b'\\' && three[1].is_ascii_alphabetic() && three[2].is_ascii_alphabetic())
}

/// Whether a text is a formula: it has a command, or it is short and made of single letters, digits and operators.
fn is_formula(text: &str) -> bool {
    if has_command(text) {
        return true;
    }
    let letters = text.split(|letter: char| !letter.is_alphabetic()).filter(|run| !run.is_empty());
    let mut runs = letters.peekable();
    let has_operator = text.contains(['=', '^', '_', '+', '-', '*', '/', '<', '>', '≤', '≥', '×', '±', '(']);
    let is_plain =
        text.chars().all(|letter| letter.is_ascii() || "≤≥×±≠∞≈→∈αβγδεθλμπρστφωΔΣΩ".contains(letter));
    let longest = if text.contains(['^', '=']) { 3 } else { 1 };
    runs.peek().is_some()
        && runs.all(|run| {
            run.len() <= longest || run.chars().all(|letter| !letter.is_ascii()) || is_function(run)
        })
        && is_plain
        && text.len() <= 120
        && (has_operator || text.trim().chars().count() <= 2)
}

fn is_function(word: &str) -> bool {
    ["sin", "cos", "tan", "log", "ln", "exp", "max", "min", "lim", "mod", "dx", "dy", "dt"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_prices_and_words() {
        for formula in ["x", "x^2", "a + b = c", "O(n)", "\\frac{1}{2}", "E = mc^2", "n_i"] {
            assert!(is_formula(formula), "{formula}");
        }
        for text in ["5", "5 à 6", "HOME/", "100 + 200", "prix", "A et B"] {
            assert!(!is_formula(text), "{text}");
        }
    }
}
