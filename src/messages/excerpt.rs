//! The line that a diagnostic is about, cut to what fits, and where its marks go.
use super::place::{Lines, Place};
use super::visible::{cells, visible, width};

/// Cells of an excerpt at most.
const ROOM: usize = 110;
/// Cells before the marked text when the line has to be cut.
const LEAD: usize = 36;
/// Bytes looked at before and after a place; at four bytes a character more than [`ROOM`].
const REACH: usize = ROOM * 4;

/// A line to show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line, harmless.
    pub text: String,
    /// Cells before the marks.
    pub skip: usize,
    /// Number of marks, at least one.
    pub marks: usize,
}

/// Cuts the line of a place out of its file. `start` and `end` are the bytes of the span.
pub(super) fn cut(lines: &Lines<'_>, place: Place, start: usize, end: usize) -> Excerpt {
    let (first, last) = lines.range(place.line);
    let start = start.clamp(first, last);
    let end = end.clamp(start, last);
    let from = boundary(lines.bytes(), start.saturating_sub(REACH).max(first), start);
    let marked_to = boundary(lines.bytes(), end.min(start + REACH), end);
    let to = boundary(lines.bytes(), last.min(marked_to + REACH), last);

    let mut before = show(&lines.bytes()[from..start]);
    let mut marked = show(&lines.bytes()[start..marked_to]);
    let mut after = show(&lines.bytes()[marked_to..to]);
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
    Excerpt { skip: width(&before), marks: width(&marked).max(1), text: before + &marked + &after }
}

/// The nearest beginning of a character at or after a byte, never beyond `limit`.
fn boundary(bytes: &[u8], at: usize, limit: usize) -> usize {
    (at..limit).find(|at| bytes[*at] & 0xc0 != 0x80).unwrap_or(limit)
}

fn show(bytes: &[u8]) -> String {
    visible(&String::from_utf8_lossy(bytes)).into_owned()
}

/// As much of the beginning as fits.
fn beginning(text: &str, room: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, letter)| {
        used += cells(*letter);
        used > room
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// As much of the end as fits.
fn ending(text: &str, room: usize) -> &str {
    let mut used = 0;
    let start = text.char_indices().rev().find(|(_, letter)| {
        used += cells(*letter);
        used > room
    });
    start.map_or(text, |(at, letter)| &text[at + letter.len_utf8()..])
}
