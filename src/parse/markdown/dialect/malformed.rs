//! Boxes and headings that are not written as Markdown wants them, and that readers would see as they are typed.
use super::body_lines::BodyLines;
use super::finding::FoundMark;
use super::runs;
use crate::language;
use crate::model::{Code, codes};
use std::ops::Range;

/// No-break blanks, which word processors write and Markdown does not take for blanks.
pub(super) const NO_BREAK: [char; 2] = ['\u{a0}', '\u{202f}'];

/// Blanks of both kinds.
pub(super) const BLANKS: [char; 4] = [' ', '\t', '\u{a0}', '\u{202f}'];

/// Whether a sign takes a place and shows nothing: blanks of all widths, and those of no width.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{2060}' | '\u{2800}' | '\u{3164}' | '\u{feff}')
}

/// Brackets of boxes, as keyboards and word processors write them.
const BRACKETS: [(char, char); 3] = [('[', ']'), ('［', '］'), ('(', ')')];

/// Signs that stand for an empty box, and for one with a tick.
const EMPTY_BOXES: [char; 5] = ['☐', '□', '❏', '❑', '\u{f0a8}'];
const FULL_BOXES: [char; 3] = ['☑', '☒', '\u{f0fe}'];

/// What stands in front of a box in place of `-`.
const DASHES: [char; 19] = [
    '–', '—', '‐', '‑', '‒', '―', '⁃', '•', '·', '−', '‣', '◦', '●', '○', '▪', '➢', '►', '\u{f0b7}',
    '\u{f0a7}',
];

/// Adds a finding for each box and heading, and one for each list.
pub(super) fn find(page: &mut BodyLines<'_>) {
    for number in 0..page.lines.len() {
        let Some(text) = page.visible(number) else { continue };
        if let Some(finding) = task(page, number, text).or_else(|| heading(page, number, text)) {
            page.take(number, finding);
        }
    }
    runs::find(page);
}

/// The mark at the beginning of a text, what it should be, and what stands in it.
struct TaskBox<'a> {
    /// How long the mark is, with the blanks behind it.
    length: usize,
    ticked: bool,
    rest: &'a str,
    /// Whether the box itself is written as Markdown wants it.
    is_right: bool,
}

impl<'a> TaskBox<'a> {
    /// `[]`, `[ ]x`, `[  ]`, `[ x ]`, `[v]`, `( )`, `☐`.
    fn read(text: &'a str) -> Option<Self> {
        let sign = text.chars().next()?;
        if EMPTY_BOXES.contains(&sign) || FULL_BOXES.contains(&sign) {
            let rest = text[sign.len_utf8()..].trim_start_matches('\u{fe0f}').trim_start_matches(is_blank);
            let length = text.len() - rest.len();
            return Some(Self { length, ticked: FULL_BOXES.contains(&sign), rest, is_right: false });
        }
        let (open, close) = BRACKETS.into_iter().find(|(open, _)| *open == sign)?;
        let (inner, after) = text[open.len_utf8()..].split_once(close)?;
        let mark = inner.trim_matches(is_blank);
        let is_empty = mark.is_empty() && (open != '(' || !inner.is_empty());
        let is_box = (is_empty || is_tick(mark)) && inner.chars().count() <= 5;
        // `[x](address)` and `[x]: address` are links.
        if !is_box || after.starts_with(['(', '[', ':']) {
            return None;
        }
        let words = after.trim_start_matches(is_blank);
        // A full stop behind the box, as behind a number.
        let stopped = words.strip_prefix(['.', ',', ';']).filter(|rest| rest.starts_with(is_blank));
        let rest = stopped.map_or(words, |rest| rest.trim_start_matches(is_blank));
        let is_right = stopped.is_none()
            && open == '['
            && matches!(inner, " " | "x" | "X")
            && (after.is_empty() || after.starts_with([' ', '\t']));
        Some(Self { length: text.len() - rest.len(), ticked: !mark.is_empty(), rest, is_right })
    }

    /// Whether the words behind it are those of a task: a form has several boxes in a line, and a sentence may be about
    /// boxes.
    fn is_task(&self) -> bool {
        let first = self.rest.split_whitespace().next().unwrap_or_default();
        let is_more = self.rest.contains(EMPTY_BOXES)
            || self.rest.contains(FULL_BOXES)
            || ["[ ]", "[x]", "[X]", "[]", "( )"].iter().any(|other| self.rest.contains(other));
        !self.rest.is_empty()
            && !is_more
            && !is_label(self.rest)
            && !is_about_a_box(first.trim_end_matches([',', ':']))
    }

    fn written(&self) -> &'static str {
        if self.ticked { "[x] " } else { "[ ] " }
    }
}

/// Whether words are nothing but a bold label of what follows: `☑ **À faire :**`.
fn is_label(words: &str) -> bool {
    let inside = words.trim().strip_prefix("**").and_then(|words| words.strip_suffix("**"));
    inside.is_some_and(|label| label.trim_end().ends_with(':') && !label.contains("**"))
        || words.trim().strip_suffix(':').is_some_and(|words| {
            let label = words.trim_end().strip_prefix("**").and_then(|words| words.strip_suffix("**"));
            label.is_some_and(|label| !label.contains("**"))
        })
}

/// Whether a sentence that goes on with this word behind a box is about the box.
fn is_about_a_box(word: &str) -> bool {
    word == "=" || language::all().any(|locale| locale.about_boxes.contains(&word))
}

/// Whether what stands in brackets is a tick. Other letters are names, such as those of a bibliography.
fn is_tick(mark: &str) -> bool {
    matches!(
        mark,
        "x" | "X"
            | "v"
            | "V"
            | "х"
            | "Х"
            | "×"
            | "✓"
            | "✔"
            | "✔\u{fe0f}"
            | "✅"
            | "✗"
            | "✘"
            | "✕"
            | "✖"
            | "√"
    )
}

/// A box that is none.
fn task(page: &BodyLines<'_>, number: usize, text: &str) -> Option<FoundMark> {
    let line = &page.lines[number];
    let finding = |length: usize, found: &TaskBox<'_>, mark: &str| {
        let range = line.at..line.at + length;
        let fix = format!("{mark}{}", found.written());
        // An address in brackets has no words behind it, nor has a box that is only talked about.
        found.is_task().then(|| malformed(page, codes::TASK_BAD_BOX, line.range(), range, &fix, found.rest))
    };
    if line.boxed {
        return None;
    }
    if line.marker.is_some() {
        let found = TaskBox::read(text).filter(|found| !found.is_right)?;
        return finding(found.length, &found, "");
    }
    if let Some(length) = bullet(text) {
        let blanks = text[length..].len() - text[length..].trim_start_matches(is_blank).len();
        let found = TaskBox::read(&text[length + blanks..])?;
        let mark = if text.starts_with(DASHES) || length > 1 && text.starts_with('-') {
            "- ".to_owned()
        } else {
            format!("{} ", &text[..length])
        };
        return finding(length + blanks + found.length, &found, &mark);
    }
    let found = TaskBox::read(text)?;
    // `[x]` may be the name of a link that has no address; at the beginning of a paragraph, it is not.
    let is_first = number == 0 || page.lines[number - 1].is_blank() || runs_on(page, number - 1);
    if text.starts_with('(') {
        return None;
    }
    let is_sure = !text.starts_with('[') || (found.is_right && is_first);
    if !is_sure {
        return None;
    }
    finding(found.length, &found, "- ")
}

/// Whether a line is a box without its bullet, too, or a heading, or a list.
fn runs_on(page: &BodyLines<'_>, number: usize) -> bool {
    let line = &page.lines[number];
    line.marker.is_some() || page.taken[number] || line.text.starts_with(['#', '<', '[', '☐', '□', '☑', '☒'])
}

/// The length of a bullet or a number without the blank behind it.
fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if first == '-' {
        let length = text.bytes().take_while(|byte| *byte == b'-').count();
        return (length <= 3).then_some(length);
    }
    if DASHES.contains(&first) || "*+".contains(first) {
        return Some(first.len_utf8());
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    ((1..=9).contains(&digits) && text[digits..].starts_with(['.', ')'])).then_some(digits + 1)
}

/// `##Title`, or `# Title` with a no-break blank.
fn heading(page: &BodyLines<'_>, number: usize, text: &str) -> Option<FoundMark> {
    let line = &page.lines[number];
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let rest = &text[level..];
    let first = rest.chars().next()?;
    let title = rest.trim_start_matches(BLANKS);
    let is_glued = level >= 2 && (first.is_alphanumeric() || "«“\"*_([".contains(first));
    let is_no_break = NO_BREAK.contains(&first) && !title.is_empty();
    if !(1..=6).contains(&level) || !(is_glued || is_no_break) {
        return None;
    }
    let mark = format!("{} ", &text[..level]);
    // `##Title##`: signs behind a title need a blank, too.
    let bare = title.trim_end_matches('#');
    if title.len() - bare.len() >= 2 && bare.ends_with(|last: char| !matches!(last, ' ' | '\t' | '\\')) {
        let right = format!("{mark}{bare}");
        return Some(FoundMark::new(codes::HEADING_NO_BLANK, line.range()).replaced_by(right));
    }
    let range = line.at..line.end() - title.len();
    Some(malformed(page, codes::HEADING_NO_BLANK, line.range(), range, &mark, title))
}

/// A finding with the line as it should be, and a fix for its mark.
pub(super) fn malformed(
    page: &BodyLines<'_>,
    code: Code,
    line: Range<usize>,
    mark: Range<usize>,
    right: &str,
    rest: &str,
) -> FoundMark {
    let shown: String = rest.chars().take(40).collect();
    let more = if shown.len() < rest.len() { "…" } else { "" };
    let finding = FoundMark::new(code, line).instead(format!("{right}{shown}{more}"));
    if page.source.get(mark.clone()) == Some(right) { finding } else { finding.fix(mark, right) }
}
