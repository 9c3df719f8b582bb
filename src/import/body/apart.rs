//! Puts tags that open and close blocks on lines of their own, so that blocks are whole lines.
use super::fences::{code, holds};
use super::lines::{Edit, FlatText, SourceLine};
use super::tags::tag_at;
use std::ops::Range;

/// Elements and components that are blocks.
const BLOCKS: [&str; 46] = [
    "details",
    "summary",
    "div",
    "section",
    "article",
    "aside",
    "center",
    "header",
    "footer",
    "main",
    "nav",
    "p",
    "tabs",
    "tabitem",
    "tab",
    "steps",
    "step",
    "card",
    "cards",
    "cardgrid",
    "cardgroup",
    "linkcard",
    "callout",
    "admonition",
    "note",
    "tip",
    "info",
    "warning",
    "caution",
    "danger",
    "important",
    "accordion",
    "accordiongroup",
    "accordions",
    "columns",
    "column",
    "filetree",
    "frame",
    "update",
    "expandable",
    "codegroup",
    "codetabs",
    "infobox",
    "alert",
    "hint",
    "highlight",
];

/// Tags of templates that are blocks.
const TEMPLATE_BLOCKS: [&str; 38] = [
    "hint",
    "tabs",
    "tab",
    "content-ref",
    "file",
    "embed",
    "code",
    "stepper",
    "step",
    "columns",
    "column",
    "expand",
    "updates",
    "update",
    "swagger",
    "highlight",
    "raw",
    "alert",
    "notice",
    "pageinfo",
    "callout",
    "admonition",
    "details",
    "tabpane",
    "steps",
    "cards",
    "card",
    "note",
    "tip",
    "warning",
    "info",
    "caution",
    "important",
    "danger",
    "figure",
    "code-toggle",
    "youtube",
    "rawhtml",
];

/// Cuts a text into lines.
pub(super) fn put(text: FlatText) -> Vec<SourceLine> {
    if !text.text.contains(['<', '{']) {
        return text.into_lines();
    }
    let hidden = code(&text.text);
    let mut edits: Vec<Edit> = Vec::new();
    let mut at = 0;
    while let Some(next) = text.text[at..].find(['<', '{']) {
        at += next;
        if holds(&hidden, at) {
            at += 1;
            continue;
        }
        let Some((range, is_block)) = tag(&text.text, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        if is_block {
            let last = edits.last().filter(|last| last.text.trim_end_matches(' ').ends_with('\n'));
            let begun = last.map_or(0, |last| last.end);
            edits.extend(edit(&text.text, &range, begun));
        }
    }
    text.edited(edits).into_lines()
}

/// The tag that begins at a byte, and whether it is one of a block.
fn tag(text: &str, at: usize) -> Option<(Range<usize>, bool)> {
    if text[at..].starts_with('<') {
        let tag = tag_at(text, at)?;
        let name = tag.name.to_ascii_lowercase();
        // `<Tip>` in a sentence and `<summary>` behind `<details>` are handled alike.
        let is_block = BLOCKS.contains(&name.as_str());
        return Some((tag.range, is_block));
    }
    let (close, open) = ["{{<", "{{%", "{%"]
        .iter()
        .zip([">}}", "%}}", "%}"])
        .find_map(|(open, close)| text[at..].starts_with(open).then_some((close, *open)))?;
    let end = text[at + open.len()..].find(close)?;
    let inner = text[at + open.len()..at + open.len() + end].trim().trim_matches(['-', '/']).trim();
    if inner.contains("\n\n") {
        return None;
    }
    let name = inner.split(|letter: char| letter.is_whitespace() || letter == '/').next().unwrap_or_default();
    let name = name.strip_prefix("end").filter(|name| !name.is_empty()).unwrap_or(name);
    Some((at..at + open.len() + end + close.len(), TEMPLATE_BLOCKS.contains(&name)))
}

/// The tag with line ends around it, where there are none. `begun` is where the last one was put.
fn edit(text: &str, range: &Range<usize>, begun: usize) -> Option<Edit> {
    let line_at = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line_at..range.start];
    let is_begun = text[line_at.max(begun.min(range.start))..range.start].trim().is_empty();
    let line_end = text[range.end..].find('\n').map_or(text.len(), |end| range.end + end);
    let after = &text[range.end..line_end];
    let blanks: String = before.chars().take_while(|letter| letter.is_whitespace()).collect();
    // A row of a table is one line.
    if before.trim_start().starts_with('|') {
        return None;
    }
    let written = &text[range.clone()];
    let mut out = String::new();
    let quoted = before.trim_start().starts_with('>');
    if !is_begun && !quoted {
        out.push('\n');
        out.push_str(&blanks);
    }
    out.push_str(&written.lines().map(str::trim).collect::<Vec<_>>().join(" "));
    if !after.trim().is_empty() && !quoted {
        out.push('\n');
        out.push_str(&blanks);
    }
    (out != written).then(|| Edit::new(range.clone(), out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        put(FlatText::of(&SourceLine::all(text, 0, 1))).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn tags_of_blocks_stand_alone() {
        assert_eq!(
            lines(
                "  a{% hint style=\"info\" %}b{% endhint %}\n<details><summary>T</summary>\n`<div>` <b>c</b>\n"
            ),
            [
                "  a",
                "  {% hint style=\"info\" %}",
                "  b",
                "  {% endhint %}",
                "<details>",
                "<summary>",
                "T",
                "</summary>",
                "`<div>` <b>c</b>"
            ]
        );
        assert_eq!(lines("<Card\n  title=\"x\"\n>\nd\n"), ["<Card title=\"x\" >", "d"]);
    }
}
