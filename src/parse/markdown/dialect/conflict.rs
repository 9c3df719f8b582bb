//! Marks that a version control system leaves where two versions of a text could not be put together.
use super::hidden::Hidden;
use super::lines;
use crate::model::{Diagnostic, SourcePath, Span, codes};
use std::borrow::Cow;
use std::ops::Range;

/// What a mark begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ConflictMark {
    /// `<<<<<<<`: the first version.
    Ours,
    /// `|||||||`: the version that both come from.
    Base,
    /// `=======`: the second version.
    Theirs,
    /// `>>>>>>>`: the text that both have.
    End,
}

/// A conflict that begins in a block of code and ends outside it. One that ends in it is an example.
#[derive(Debug, Default)]
struct CodeConflict {
    /// Where the code begins, the first mark, and whether the second version has begun outside.
    open: Option<(usize, Range<usize>, bool)>,
}

impl CodeConflict {
    /// Takes note of a mark, and gives the first one of the conflict that it ends.
    fn pass(
        &mut self,
        mark: ConflictMark,
        inside: Option<usize>,
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        let is_same = self.open.as_ref().is_some_and(|(code, ..)| Some(*code) == inside);
        match (mark, self.open.take()) {
            (ConflictMark::Ours, _) => self.open = inside.map(|code| (code, range.clone(), false)),
            (ConflictMark::End, Some((_, first, true))) if !is_same => return Some(first),
            (ConflictMark::End, _) => {}
            (ConflictMark::Theirs, Some((code, first, far))) => {
                self.open = Some((code, first, far || !is_same));
            }
            (_, open) => self.open = open,
        }
        None
    }
}

/// Whether a text can hold such marks.
pub(in crate::parse) fn may_be_in(text: &str) -> bool {
    // Searching for one byte is several times as fast as searching for seven.
    let holds = |mark: char, run: &str| text.match_indices(mark).any(|(at, _)| text[at..].starts_with(run));
    holds('<', "<<<<<<<") || holds('>', ">>>>>>>")
}

/// The first mark of each conflict, and the text with blanks for the marks and for all versions but the first. The
/// conflict is reported, and what it does to headings and lists need not be.
pub(in crate::parse) fn resolve<'a>(text: &'a str, hidden: &Hidden) -> (Vec<Range<usize>>, Cow<'a, str>) {
    let mut found = Vec::new();
    let mut blank: Vec<Range<usize>> = Vec::new();
    // The last mark of the conflict that is open, and where it ends.
    let mut open: Option<(ConflictMark, usize)> = None;
    let mut code = CodeConflict::default();
    let lines = lines::read(text);
    for (number, line) in lines.iter().enumerate() {
        let raw = &text[line.start..line.end()];
        let Some((at, mark)) = mark(raw).map(|(at, mark)| (line.start + at, mark)) else { continue };
        let range = at..line.end();
        let inside = hidden.at(at).map(|hidden| hidden.start);
        if let Some(first) = code.pass(mark, inside, &range) {
            found.push(first);
        }
        if inside.is_some() {
            continue;
        }
        let start = if is_boxed(&raw[..at - line.start]) { line.start } else { range.start };
        match (mark, open) {
            (ConflictMark::Ours, _) => {
                found.push(range.clone());
                blank.push(start..range.end);
            }
            (ConflictMark::Base | ConflictMark::Theirs | ConflictMark::End, Some((before, from))) => {
                let from = if before == ConflictMark::Ours { start } else { from };
                blank.push(from..range.end);
            }
            (ConflictMark::End, None) if !raw.ends_with(">>>>>>>") && !is_quoted(text, &lines, number) => {
                found.push(range.clone());
                blank.push(start..range.end);
            }
            (_, None) => continue,
        }
        open = (mark != ConflictMark::End).then_some((mark, range.end));
    }
    if found.is_empty() {
        return (found, Cow::Borrowed(text));
    }
    found.sort_by_key(|range| range.start);
    (found, Cow::Owned(without(text, &blank)))
}

/// The text of a file of YAML without versions that were not put together, and a diagnostic for each place where they
/// were not.
pub(in crate::parse) fn in_yaml<'a>(
    file: &SourcePath,
    text: &'a str,
    offset: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Cow<'a, str> {
    if !may_be_in(text) {
        return Cow::Borrowed(text);
    }
    let (found, text) = resolve(text, &Hidden::default());
    diagnostics.extend(found.into_iter().map(|mark| {
        let span = Span::new(file, offset + mark.start, offset + mark.end);
        Diagnostic::new(codes::DIALECT_CONFLICT_MARKERS, span)
    }));
    text
}

/// The mark in a line, behind the marks of quotations and lists around it, and its offset.
fn mark(raw: &str) -> Option<(usize, ConflictMark)> {
    let marks = [
        ("<<<<<<<", ConflictMark::Ours),
        ("|||||||", ConflictMark::Base),
        ("=======", ConflictMark::Theirs),
        (">>>>>>>", ConflictMark::End),
    ];
    let mut at = 0;
    loop {
        let rest = &raw[at..];
        if let Some((written, mark)) = marks.iter().find(|(written, _)| rest.starts_with(written)) {
            let after = &rest[written.len()..];
            return (after.is_empty() || after.starts_with(' ')).then_some((at, *mark));
        }
        if !rest.starts_with([' ', '\t', '>', '-', '*', '+', '[', ']']) {
            return None;
        }
        at += 1;
    }
}

/// Whether a box stands before a mark: without the mark, its task would be empty.
fn is_boxed(before: &str) -> bool {
    before.trim_end().ends_with(']')
}

/// Whether the line above or below is part of a quotation, too.
fn is_quoted(text: &str, lines: &[lines::Line<'_>], number: usize) -> bool {
    let quoted = |number: usize| lines.get(number).is_some_and(|line| text[line.start..].starts_with('>'));
    quoted(number + 1) || number.checked_sub(1).is_some_and(quoted)
}

/// The text with blanks for some ranges, so that all offsets stay.
fn without(text: &str, blank: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in blank {
        for byte in &mut bytes[range.clone()] {
            if !matches!(byte, b'\r' | b'\n') {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).expect("whole lines of text became blanks")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_version(text: &str) -> (usize, String) {
        let (found, text) = resolve(text, &Hidden::default());
        (found.len(), text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn the_first_version_is_kept() {
        assert_eq!(first_version("a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd\n"), (1, "a b d".to_owned()));
        assert_eq!(
            first_version("<<<<<<< x\r\nb\r\n||||||| z\r\nb\r\n=======\r\nc\r\n>>>>>>> y\r\n"),
            (1, "b".to_owned())
        );
        assert_eq!(first_version("> <<<<<<< x\n> b\n> >>>>>>> y\n"), (1, "> > b >".to_owned()));
        assert_eq!(first_version("<<<<<<< x\nb\n"), (1, "b".to_owned()));
        assert_eq!(first_version("b\n>>>>>>> y\n"), (1, "b".to_owned()));
    }

    #[test]
    fn other_lines_are_no_marks() {
        for text in
            ["T\n=======\n", "<<<<<<<< x\n", "a <<<<<<< x\n", ">>>>>>> a\n>>>>>>> b\n", "| a | ||||||| |\n"]
        {
            assert_eq!(first_version(text).0, 0, "{text}");
        }
    }
}
