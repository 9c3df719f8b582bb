//! Definitions of links: `[label]: target "title"`.
use crate::model::{DefinedTarget, SourcePath, Span};
use crate::parse::markdown::target::link_target;
use std::ops::Range;

/// Reads the definition at a range of a text, which begins at byte `offset` of its file.
pub(super) fn read(
    file: &SourcePath,
    text: &str,
    offset: usize,
    range: &Range<usize>,
    written: &str,
) -> DefinedTarget {
    let inside = destination(text.get(range.clone()).unwrap_or_default());
    let (start, end) = (offset + range.start + inside.start, offset + range.start + inside.end);
    DefinedTarget {
        span: Span::new(file, start, end),
        written: written.into(),
        target: link_target(file, written),
    }
}

/// The range of the target in a definition, without angle brackets.
fn destination(definition: &str) -> Range<usize> {
    let mut escaped = false;
    let label = definition.find(|letter: char| {
        let is_end = letter == ']' && !escaped;
        escaped = letter == '\\' && !escaped;
        is_end
    });
    let Some(colon) = label.map(|at| at + 1).filter(|at| definition[*at..].starts_with(':')) else {
        return 0..definition.len();
    };
    // The target may stand on the next line, behind the mark of a quotation.
    let rest = definition[colon + 1..].trim_start_matches([' ', '\t', '\r', '\n', '>']);
    let start = definition.len() - rest.len();
    match rest.strip_prefix('<') {
        Some(inside) => start + 1..start + 1 + inside.find('>').unwrap_or(inside.len()),
        None => start..start + rest.find(char::is_whitespace).unwrap_or(rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::destination;

    #[test]
    fn the_target_of_a_definition_is_found() {
        for (definition, target) in [
            ("[a]: b.md", "b.md"),
            ("[a]:b.md 'Titre : ]:'", "b.md"),
            ("[a \\] b]: <c d.md> \"t\"", "c d.md"),
            ("[a]:\n> b.md", "b.md"),
            ("[é]:\r\n  contact:x", "contact:x"),
            ("[a]: <>", ""),
        ] {
            assert_eq!(&definition[destination(definition)], target, "{definition}");
        }
    }
}
