//! The lines of a body, and what stands before their content: marks of quotations and lists.
use std::ops::Range;

/// A quotation or an item of a list around the content of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// `>`
    Quote,
    /// So many columns: an item, or blanks.
    Indent(usize),
}

/// A line.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// The offset of the line in the body.
    pub(super) start: usize,
    /// The offset of its content.
    pub(super) at: usize,
    /// Its content without blanks and the line end behind it.
    pub(super) text: &'a str,
    /// What is around the content.
    pub(super) containers: Vec<Container>,
    /// The offset of the last mark of a list in it.
    pub(super) marker: Option<usize>,
    /// Whether a box stands before the content.
    pub(super) boxed: bool,
}

impl Line<'_> {
    /// The end of its content.
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// The range of its content.
    pub(super) fn range(&self) -> Range<usize> {
        self.at..self.end()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// What a further line in the same containers begins with.
pub(super) fn prefix(containers: &[Container]) -> String {
    let part = |container: &Container| match container {
        Container::Quote => "> ".to_owned(),
        Container::Indent(width) => " ".repeat(*width),
    };
    containers.iter().map(part).collect()
}

/// Blanks at the end of a line, and the line end.
const ENDS: [char; 4] = [' ', '\t', '\r', '\n'];

/// Cuts a body into lines.
pub(super) fn read(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in source.split_inclusive('\n') {
        lines.push(line(raw, start));
        start += raw.len();
    }
    lines
}

fn line(raw: &str, start: usize) -> Line<'_> {
    let whole = raw.trim_end_matches(ENDS);
    let mut containers = Vec::new();
    let (mut at, mut marker, mut boxed) = (0, None, false);
    loop {
        let rest = &whole[at..];
        let (blanks, columns) = blanks(rest);
        if blanks > 0 {
            containers.push(Container::Indent(columns));
            at += blanks;
        } else if let Some(quoted) = rest.strip_prefix('>') {
            containers.push(Container::Quote);
            at += 1 + usize::from(quoted.starts_with([' ', '\t']));
        } else if let Some(width) = list_marker(rest) {
            let (blanks, columns) = self::blanks(&rest[width..]);
            containers.push(Container::Indent(width + if columns > 4 { 1 } else { columns }));
            marker = Some(start + at);
            at += width + blanks;
            if let Some(length) = task_box(&whole[at..]) {
                boxed = true;
                at += length;
                break;
            }
        } else {
            break;
        }
    }
    Line { start, at: start + at, text: &whole[at..], containers, marker, boxed }
}

/// The bytes and columns of the blanks at the beginning of a text.
fn blanks(text: &str) -> (usize, usize) {
    let bytes = text.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    (bytes, text[..bytes].bytes().map(|byte| if byte == b'\t' { 4 } else { 1 }).sum())
}

/// The length of a bullet or a number with a blank behind it.
fn list_marker(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let width = match (digits, bytes.get(digits)?) {
        (0, b'-' | b'*' | b'+') => 1,
        (1..=9, b'.' | b')') => digits + 1,
        _ => return None,
    };
    matches!(bytes.get(width), Some(b' ' | b'\t')).then_some(width)
}

/// The length of a box and the blanks behind it.
fn task_box(text: &str) -> Option<usize> {
    let [b'[', b' ' | b'x' | b'X', b']', b' ' | b'\t', ..] = text.as_bytes() else { return None };
    Some(3 + blanks(&text[3..]).0)
}

/// The content of a line that is in the containers of an earlier one, with its own indent. `None` where these containers
/// have ended.
pub(super) fn inside<'a>(raw: &'a str, containers: &[Container]) -> Option<&'a str> {
    let mut rest = raw.trim_end_matches(ENDS);
    for container in containers {
        match container {
            Container::Quote => {
                let inner = rest.trim_start_matches([' ', '\t']).strip_prefix('>')?;
                rest = inner.strip_prefix(' ').unwrap_or(inner);
            }
            Container::Indent(width) => {
                let (taken, columns) = columns(rest, *width);
                if columns < *width && taken < rest.len() {
                    return None;
                }
                rest = &rest[taken..];
            }
        }
    }
    Some(rest)
}

/// The bytes and columns of at most `width` columns of blanks.
pub(super) fn columns(text: &str, width: usize) -> (usize, usize) {
    let (mut bytes, mut columns) = (0, 0);
    for byte in text.bytes() {
        match byte {
            b' ' if columns < width => columns += 1,
            b'\t' if columns < width => columns += 4,
            _ => break,
        }
        bytes += 1;
    }
    (bytes, columns)
}
