//! The line of a diagnostic, cut to fit a terminal, and the marks below it.
use super::line_index::Lines;
use super::visible::{cells, visible, width};

/// The largest width of an excerpt, in cells of a terminal.
const ROOM: usize = 110;
/// The largest width before the marked text if the line must be cut.
const LEAD: usize = 36;
/// How many bytes before and after the span are read: enough for [`ROOM`] characters of four bytes.
const REACH: usize = ROOM * 4;

/// A line to show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line up to the marked text, safe to print.
    pub before: String,
    /// The marked text; may be empty.
    pub marked: String,
    /// The rest of the line.
    pub after: String,
}

impl Excerpt {
    /// The width before the marks.
    pub(super) fn skip(&self) -> usize {
        width(&self.before)
    }

    /// Number of marks, at least one.
    pub(super) fn marks(&self) -> usize {
        width(&self.marked).max(1)
    }
}

/// Cuts a line out of its file, around the bytes of a span.
pub(super) fn cut(lines: &Lines<'_>, line: usize, start: usize, end: usize) -> Excerpt {
    let (first, last) = lines.range(line);
    let start = start.clamp(first, last);
    let end = end.clamp(start, last);
    let from = boundary(lines.bytes(), start.saturating_sub(REACH).max(first), start);
    let marked_to = boundary(lines.bytes(), end.min(start + REACH), end);
    let to = boundary(lines.bytes(), last.min(marked_to + REACH), last);

    let mut before = text(&lines.bytes()[from..start]);
    let mut marked = text(&lines.bytes()[start..marked_to]);
    let mut after = text(&lines.bytes()[marked_to..to]);
    let cut_before = from > first;
    let cut_after = to < last;
    if cut_before || cut_after || width(&before) + width(&marked) + width(&after) > ROOM {
        if cut_before || width(&before) > LEAD {
            before = format!("…{}", ending(&before, LEAD));
        }
        let room = ROOM - width(&before);
        if marked_to < end || width(&marked) > room {
            marked = beginning(&marked, room).to_owned();
            after = String::from("…");
        } else {
            let room = room - width(&marked);
            if cut_after || width(&after) > room {
                after = format!("{}…", beginning(&after, room));
            }
        }
    }
    Excerpt { before, marked, after }
}

/// The first character boundary at or after a byte, at most `limit`.
fn boundary(bytes: &[u8], at: usize, limit: usize) -> usize {
    (at..limit).find(|at| bytes[*at] & 0xc0 != 0x80).unwrap_or(limit)
}

fn text(bytes: &[u8]) -> String {
    visible(&String::from_utf8_lossy(bytes)).into_owned()
}

/// The longest beginning that fits.
fn beginning(text: &str, room: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, letter)| {
        used += cells(*letter);
        used > room
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// The text, or as much of its beginning as fits and an ellipsis.
pub(super) fn shortened(text: &str, room: usize) -> String {
    if width(text) <= room { text.to_owned() } else { format!("{}…", beginning(text, room - 1).trim_end()) }
}

/// The longest end that fits.
fn ending(text: &str, room: usize) -> &str {
    let mut used = 0;
    let start = text.char_indices().rev().find(|(_, letter)| {
        used += cells(*letter);
        used > room
    });
    start.map_or(text, |(at, letter)| &text[at + letter.len_utf8()..])
}
