//! Blocks as Markdown.
use super::block::{RichBlock, RichItem, RichList, RichNotice};
use super::inline::{InlinePlace, inline};
use super::run::RichRun;
use super::table::push_table;

/// Blocks as Markdown, and where each stands.
#[derive(Debug, Default)]
pub(in crate::import) struct WrittenBlocks {
    /// The Markdown; it ends with a line end unless it is empty.
    pub(in crate::import) text: String,
    /// The line of each block, from 1.
    pub(in crate::import) lines: Vec<usize>,
}

/// Writes blocks, one empty line between two.
pub(in crate::import) fn write_blocks<'a>(blocks: impl IntoIterator<Item = &'a RichBlock>) -> WrittenBlocks {
    let mut written = WrittenBlocks::default();
    let mut line = 1;
    let mut before = ListMarks::default();
    for block in blocks {
        let mut text = String::new();
        push_block(&mut text, block, &mut before);
        if text.trim().is_empty() {
            written.lines.push(line);
            continue;
        }
        if !written.text.is_empty() {
            written.text.push('\n');
            line += 1;
        }
        written.lines.push(line);
        line += text.matches('\n').count();
        written.text.push_str(&text);
    }
    written
}

/// A heading with its line end.
pub(in crate::import) fn heading(level: u8, runs: &[RichRun], anchor: Option<&str>) -> String {
    let mut out = String::new();
    push_heading(&mut out, level, runs, anchor);
    out
}

/// Which marks the list before used: two lists side by side need different ones to stay two.
#[derive(Debug, Default)]
struct ListMarks {
    last_was_ordered: Option<bool>,
    is_other: bool,
}

/// Adds a block with its line end.
fn push_block(out: &mut String, block: &RichBlock, before: &mut ListMarks) {
    let RichBlock::List(list) = block else {
        *before = ListMarks::default();
        return push_other(out, block);
    };
    let is_ordered = list.start.is_some();
    before.is_other = before.last_was_ordered == Some(is_ordered) && !before.is_other;
    before.last_was_ordered = Some(is_ordered);
    push_list(out, list, before.is_other);
}

fn push_other(out: &mut String, block: &RichBlock) {
    match block {
        RichBlock::Heading { level, runs, anchor } => push_heading(out, *level, runs, anchor.as_deref()),
        RichBlock::Paragraph(runs) => {
            out.push_str(&inline(runs, InlinePlace::Paragraph));
            out.push('\n');
        }
        RichBlock::Table(table) => push_table(out, table),
        RichBlock::Quote(blocks) => push_quoted(out, &write_blocks(blocks).text),
        RichBlock::Notice(kind, blocks) => {
            out.push_str(match kind {
                RichNotice::Note => "> [!NOTE]\n",
                RichNotice::Tip => "> [!TIP]\n",
                RichNotice::Important => "> [!IMPORTANT]\n",
                RichNotice::Warning => "> [!WARNING]\n",
            });
            push_quoted(out, &write_blocks(blocks).text);
        }
        RichBlock::Code(text) => push_code(out, text),
        RichBlock::List(list) => push_list(out, list, false),
    }
}

fn push_heading(out: &mut String, level: u8, runs: &[RichRun], anchor: Option<&str>) {
    let mut text = inline(runs, InlinePlace::Heading);
    // A `#` or a `}` at the end would belong to the heading's own marks.
    if let Some(start) = text.strip_suffix('#') {
        text = format!("{start}\\#");
    } else if text.ends_with('}')
        && let Some(at) = text.rfind('{')
    {
        text.insert(at, '\\');
    }
    out.push_str(&"#".repeat(usize::from(level.clamp(1, 6))));
    out.push(' ');
    out.push_str(&text);
    if let Some(anchor) = anchor {
        out.push_str(" {#");
        out.push_str(anchor);
        out.push('}');
    }
    out.push('\n');
}

/// Adds lines as a quotation.
fn push_quoted(out: &mut String, text: &str) {
    for line in text.lines() {
        out.push_str(if line.is_empty() { ">" } else { "> " });
        out.push_str(line);
        out.push('\n');
    }
}

/// Adds code between more backticks than stand inside.
fn push_code(out: &mut String, text: &str) {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    for part in [&fence, "\n", text.trim_end(), "\n", &fence, "\n"] {
        out.push_str(part);
    }
}

fn push_list(out: &mut String, list: &RichList, is_other: bool) {
    let is_loose = list.items.iter().any(is_loose);
    let mut number = list.start.unwrap_or(0);
    for (at, item) in list.items.iter().enumerate() {
        if is_loose && at > 0 {
            out.push('\n');
        }
        let mark = match (list.start, is_other) {
            (Some(_), false) => format!("{number}. "),
            (Some(_), true) => format!("{number}) "),
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
        };
        number = number.saturating_add(1);
        push_item(out, item, &mark, is_loose);
    }
}

/// Whether an item holds more than a paragraph and lists below it.
fn is_loose(item: &RichItem) -> bool {
    let rest = item.blocks.get(1..).unwrap_or_default();
    rest.iter().any(|block| !matches!(block, RichBlock::List(_)))
}

fn push_item(out: &mut String, item: &RichItem, mark: &str, is_loose: bool) {
    let mut text = String::new();
    let mut before = ListMarks::default();
    for block in &item.blocks {
        let mut written = String::new();
        push_block(&mut written, block, &mut before);
        if written.trim().is_empty() {
            continue;
        }
        if is_loose && !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&written);
    }
    let task = match item.task {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let indent = " ".repeat(mark.len());
    let mut lines = text.lines();
    let first = format!("{mark}{task}{}", lines.next().unwrap_or_default());
    out.push_str(first.trim_end());
    out.push('\n');
    for line in lines {
        if !line.is_empty() {
            out.push_str(&indent);
            out.push_str(line);
        }
        out.push('\n');
    }
}
