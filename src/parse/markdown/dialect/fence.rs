//! Fenced blocks that another program would draw or read: diagrams, directives of `MyST`.
use super::body_lines::BodyLines;
use super::colons::code;
use super::finding::FoundMark;
use super::rewrite::Rewrite;
use crate::text::callouts::{Named, is_diagram, named};
use std::ops::Range;

/// Directives that are written as code.
const DIRECTIVES: [&str; 14] = [
    "figure",
    "image",
    "toctree",
    "list-table",
    "csv-table",
    "grid",
    "contents",
    "eval-rst",
    "glossary",
    "epigraph",
    "versionadded",
    "versionchanged",
    "margin",
    "only",
];

/// A block of code that another program would not show as code.
#[derive(Debug)]
pub(in crate::parse::markdown) struct ForeignFence {
    range: Range<usize>,
    what: Named,
    title: String,
}

impl ForeignFence {
    /// The block with these words behind its fence, if it is one.
    pub(in crate::parse::markdown) fn read(info: &str, range: &Range<usize>) -> Option<Self> {
        let found = |what, title: &str| Self { range: range.clone(), what, title: title.to_owned() };
        if let Some((name, title)) = info.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            return match named(name) {
                Named::Other => DIRECTIVES.contains(&name).then(|| found(Named::Other, "")),
                what => Some(found(what, title.trim())),
            };
        }
        let language = info.split([' ', ',', '{']).next().unwrap_or_default().to_lowercase();
        is_diagram(&language).then(|| found(Named::Diagram, ""))
    }
}

/// Adds a finding for each block.
pub(super) fn find(page: &mut BodyLines<'_>, fences: &[ForeignFence]) {
    for fence in fences {
        let finding = finding(page, fence);
        page.findings.push(finding);
    }
}

fn finding(page: &BodyLines<'_>, fence: &ForeignFence) -> FoundMark {
    let open = page.line_of(fence.range.start);
    let line = &page.lines[open];
    let finding = FoundMark::new(code(fence.what), line.range());
    let Named::Alert(alert) = fence.what else { return finding };
    let finding = finding.instead(format!("> [!{alert}] {}", fence.title).trim_end());
    let last = page.line_of(fence.range.end.saturating_sub(1).max(fence.range.start));
    let mark: String = line.text.chars().take_while(|letter| matches!(letter, '`' | '~')).collect();
    let is_closed = last > open && page.lines[last].text.trim_end_matches(['`', '~']).is_empty();
    let has_options = page.lines.get(open + 1).is_some_and(|line| line.text.starts_with([':', '-']));
    if mark.is_empty() || !is_closed || has_options {
        return finding;
    }
    finding.fixed(Rewrite::between(page, open, last).as_alert(alert, &fence.title))
}
