//! Parts of a file that a text editor can fold: front matter, sections, blocks of code, comments, entries.
use super::guide::GuideState;
use super::symbols;
use super::text::TextLines;
use crate::model::SourcePath;
use serde_json::{Value, json};

/// The parts of a file, in the order of their first lines.
pub(super) fn ranges(guide: &GuideState, path: &SourcePath, lines: &TextLines<'_>) -> Value {
    let mut found: Vec<(u32, u32, Option<&str>)> = Vec::new();
    for (start, end) in symbols::sections(guide, path, lines) {
        found.push((lines.position(start).line, lines.position(end).line, None));
    }
    if path.is_page() {
        found.extend(blocks(lines));
    }
    found.retain(|(first, last, _)| first < last);
    found.sort_unstable();
    let range = |(first, last, kind): (u32, u32, Option<&str>)| {
        let mut range = json!({"startLine": first, "endLine": last});
        if let Some(kind) = kind {
            range["kind"] = json!(kind);
        }
        range
    };
    found.into_iter().map(range).collect()
}

/// Front matter, fences and comments.
fn blocks(lines: &TextLines<'_>) -> Vec<(u32, u32, Option<&'static str>)> {
    let mut found = Vec::new();
    let mut first = 0;
    if lines.line(0).trim_end() == "---"
        && let Some(last) = (1..lines.count()).find(|number| lines.line(*number).trim_end() == "---")
    {
        found.push((0, last, Some("imports")));
        first = last + 1;
    }
    let mut fence: Option<(u32, String)> = None;
    let mut comment = None;
    for number in first..lines.count() {
        let line = lines.line(number);
        let text = line.trim_start_matches([' ', '\t', '>', '-', '*']);
        if let Some((start, marks)) = &fence {
            let is_end = text.starts_with(marks.as_str())
                && text.trim_end().trim_start_matches(&marks[..1]).is_empty();
            if is_end {
                found.push((*start, number, None));
                fence = None;
            }
        } else if let Some(start) = comment {
            if text.contains("-->") {
                found.push((start, number, Some("comment")));
                comment = None;
            }
        } else if text.starts_with("```") || text.starts_with("~~~") {
            let marks = text.chars().take_while(|mark| text.starts_with(*mark)).collect();
            fence = Some((number, marks));
        } else if text.starts_with("<!--") && !text.contains("-->") {
            comment = Some(number);
        }
    }
    found
}
