//! What is code: blocks between fences, and words between backticks.
use super::lines::columns;
use std::ops::Range;

/// Follows the fences of a text, line by line. A fence may stand in a quotation or a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Fences {
    open: Option<OpenFence>,
}

#[derive(Clone, Copy, Debug)]
struct OpenFence {
    sign: char,
    count: usize,
    /// The column of the first sign.
    column: usize,
}

impl Fences {
    /// Whether a line is a fence or between two.
    pub(super) fn hold(&mut self, line: &str) -> bool {
        let bare = line.trim_start_matches([' ', '\t', '>']);
        let Some((sign, count, rest)) = mark(bare) else { return self.open.is_some() };
        let before = &line[..line.len() - rest.len() - count];
        let column = columns(&before.replace(|letter: char| !letter.is_whitespace(), " "));
        match self.open {
            // Backticks behind backticks are code in a sentence.
            None if sign == '`' && rest.contains('`') => return false,
            None => self.open = Some(OpenFence { sign, count, column }),
            // A fence that is indented by four blanks more is a line of the code.
            Some(open) if open.sign == sign && count >= open.count && column < open.column + 4 => {
                if rest.trim().is_empty() {
                    self.open = None;
                }
            }
            Some(_) => {}
        }
        true
    }

    /// The line that closes what is open.
    pub(super) fn closing(&self) -> Option<String> {
        let OpenFence { sign, count, column } = self.open?;
        Some(" ".repeat(column) + &sign.to_string().repeat(count))
    }

    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }
}

/// The fence that a line begins with: its sign, how many of them, and the words behind.
pub(super) fn mark(bare: &str) -> Option<(char, usize, &str)> {
    let bare =
        ["- ", "* ", "+ "].iter().find_map(|item| bare.strip_prefix(item)).unwrap_or(bare).trim_start();
    let first = bare.chars().next().filter(|first| matches!(first, '`' | '~'))?;
    let rest = bare.trim_start_matches(first);
    let count = bare.len() - rest.len();
    (count >= 3).then_some((first, count, rest))
}

/// The ranges of code in a text, found by fences and backticks alone: the text is not Markdown of ours yet.
pub(super) fn code(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut fences = Fences::default();
    let mut at = 0;
    // Where the sentences since the last fence begin.
    let mut prose = 0;
    for line in text.split_inclusive('\n') {
        if fences.hold(line) {
            words(text, prose..at, &mut found);
            found.push(at..at + line.len());
            prose = at + line.len();
        } else if line.trim().is_empty() {
            words(text, prose..at, &mut found);
            prose = at + line.len();
        }
        at += line.len();
    }
    words(text, prose..at, &mut found);
    found
}

/// Adds the code between backticks of one paragraph.
fn words(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let runs: Vec<Range<usize>> = runs(part);
    let mut next = 0;
    while let Some(open) = runs.get(next) {
        let close = runs[next + 1..].iter().take(200).position(|close| close.len() == open.len());
        match close {
            Some(after) => {
                let close = &runs[next + 1 + after];
                found.push(range.start + open.start..range.start + close.end);
                next += after + 2;
            }
            None => next += 1,
        }
    }
}

fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('`') {
        match runs.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

/// A text with one empty line where there are several, outside of code.
pub(in crate::import) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fences = Fences::default();
    let mut blank = 0;
    for line in text.split_inclusive('\n') {
        let is_code = fences.is_open();
        fences.hold(line);
        if line.trim().is_empty() && !is_code {
            blank += 1;
            continue;
        }
        // Lines that are indented may be code with empty lines in it.
        let kept = if columns(line) < 4 { blank.min(1) } else { blank };
        out.push_str(&"\n".repeat(kept));
        out.push_str(line);
        blank = 0;
    }
    out
}

/// Whether a byte is in one of the ranges, which are in order.
pub(super) fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.start <= at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_that_is_indented_is_code() {
        let mut fences = Fences::default();
        let text = "```\n    ```\n    ```\n```\n- ~~~\n  ~~~\nx";
        let held: Vec<bool> = text.lines().map(|line| fences.hold(line)).collect();
        assert_eq!(held, [true, true, true, true, true, true, false]);
    }

    #[test]
    fn empty_lines_are_code_or_one() {
        assert_eq!(
            squeezed("a\n\n\n\nb\n\n\n    c\n```\n\n\n```\n\n\n"),
            "a\n\nb\n\n\n    c\n```\n\n\n```\n"
        );
    }

    #[test]
    fn code_is_found_without_reading_markdown() {
        let text = "a `b` ``c ` d``\n\n    ```x\n    <b>\n    ```\n\n`open\n\n<i>\n";
        let ranges = code(text);
        let is_code = |part: &str| holds(&ranges, text.find(part).unwrap());
        assert!(is_code("`b`") && is_code("c `") && is_code("<b>"));
        assert!(!is_code("a ") && !is_code("<i>") && !is_code("open"));
    }
}
