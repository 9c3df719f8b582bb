//! Content that was meant to stand under an item of a list, and is indented too little for that.
//!
//! 1. A block that follows a list and begins between the mark of the last item and its words, for instance two blanks
//!    below `1.`: Markdown ends the list before it.
//! 2. An item that begins between the mark and the words of the item above: Markdown takes both for neighbours.
use super::Builder;
use super::frame::FrameKind;
use super::list_items::{DeeperItems, ItemColumns, ListItems, is_item, leading_number};
use crate::language;
use crate::model::{Diagnostic, Fix, Span, codes};
use std::ops::Range;

/// How many bytes of a line are looked at. Without a limit, a line of nothing but marks would take quadratic time.
const LONGEST: usize = 1_000;
/// The longest mark of an item in bytes, with the blanks behind it: nine digits, a dot, five blanks or tabs.
const LONGEST_MARK: usize = 16;

/// Blocks that hold any line until their own end.
const OPEN_TO_THE_END: [&str; 4] = ["```", "~~~", "<!", "<pre"];

/// What Markdown has read of blocks that leave their list.
#[derive(Debug, Default)]
pub(super) struct Indents {
    list: Option<EndedList>,
    runs: Vec<OutsideRun>,
}

/// The list that ended last.
#[derive(Debug)]
struct EndedList {
    /// How many frames are around it.
    depth: usize,
    end: usize,
    last: ItemColumns,
    last_at: usize,
    /// The number of its last item; none for bullets.
    number: Option<u64>,
}

/// Neighbouring blocks that were meant to stand under one item.
#[derive(Debug)]
struct OutsideRun {
    depth: usize,
    range: Range<usize>,
    column: usize,
    words: usize,
    mark: usize,
    diagnostic: usize,
}

impl Builder<'_> {
    /// The column of a byte, from 0. A tab leads to the next multiple of four.
    fn column(&self, at: usize) -> usize {
        // Most items begin their line.
        if at == 0 || self.source.as_bytes()[at - 1] == b'\n' {
            return 0;
        }
        let step = |column: usize, letter| if letter == '\t' { (column / 4 + 1) * 4 } else { column + 1 };
        self.line_before(at).chars().fold(0, step)
    }

    fn part(&self, range: &Range<usize>) -> &str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// What stands in a line before a byte, at most the last part of it.
    pub(super) fn line_before(&self, at: usize) -> &str {
        // The Markdown crate may count a tab as several bytes, so that a block seems to begin inside a letter.
        let at = self.source.floor_char_boundary(at);
        let from = self.source.floor_char_boundary(at.saturating_sub(LONGEST));
        self.source[from..at].rsplit('\n').next().unwrap_or_default()
    }

    /// The first byte of a block behind its indent. The Markdown crate counts a tab before an item as several bytes, so
    /// that a list may seem to begin a little earlier, in the line above.
    fn begin_of(&self, range: &Range<usize>, is_list: bool) -> usize {
        let mut start = self.source.ceil_char_boundary(range.start.min(self.source.len()));
        if is_list {
            let near = self.source.floor_char_boundary((start + 4).min(range.end.max(start)));
            let near = &self.source[start..near];
            let is_mark = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '*');
            if !near.trim_start_matches([' ', '\t']).starts_with(is_mark) {
                start += near.rfind('\n').map_or(0, |at| at + 1);
            }
        }
        let text = self.part(&(start..range.end));
        start + text.len() - text.trim_start_matches([' ', '\t']).len()
    }

    fn item_columns(&self, at: usize) -> ItemColumns {
        let near = self.source.floor_char_boundary(at + LONGEST_MARK);
        let line = self.source[at..near].lines().next().unwrap_or_default();
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let mark = self.column(at);
        let rest = line.get(digits + 1..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let after = mark + digits + 1;
        let has_tab = rest[..blanks].contains('\t');
        let words = if has_tab { self.column(at + digits + 1 + blanks) } else { after + blanks };
        // Five blanks or more begin a block of code, and an empty line has no words.
        let words = if rest.trim().is_empty() || words > after + 4 { after + 1 } else { words };
        ItemColumns { mark, words }
    }

    /// Records the columns of an item that begins.
    pub(super) fn add_item(&mut self, range: &Range<usize>) {
        if !matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::List { .. })) {
            return;
        }
        let at = self.begin_of(range, true);
        let columns = self.item_columns(at);
        let Some(FrameKind::List { items, .. }) = self.frames.last_mut().map(|frame| &mut frame.kind) else {
            return;
        };
        items.count += 1;
        (items.last, items.last_at) = (columns, at);
        if items.count == 1 {
            items.first = columns;
        }
        if columns.mark <= items.first.mark {
            if let Some(run) = items.runs.last_mut() {
                run.returns = true;
            }
            (items.above, items.above_at) = (columns, at);
        } else if let Some(run) = items.runs.last_mut().filter(|run| run.above_at == items.above_at) {
            run.range.end = range.end;
        } else {
            let (above, above_at) = (items.above, items.above_at);
            let range = at..range.end;
            items.runs.push(DeeperItems { range, column: columns.mark, above, above_at, returns: false });
        }
    }

    /// Reports the items of a list that were meant to stand under the item above them.
    pub(super) fn end_items(&mut self, items: &ListItems, first: Option<u64>, range: &Range<usize>) {
        for run in &items.runs {
            if self.is_below(run, first.is_some()) {
                let size = run.above.words;
                let diagnostic = self.indent_diagnostic(&run.range, run.column, size, run.above.mark);
                self.diagnostic(diagnostic.help("help-bullet"));
                let left = self.span(&(run.above_at..run.above_at)).start;
                self.parsed.content.left_items.push(left);
            }
        }
        let end = range.start + self.part(range).trim_end().len();
        let number = first.map(|first| first + items.count as u64 - 1);
        let depth = self.frames.len();
        self.indents.list = Some(EndedList { depth, end, last: items.last, last_at: items.last_at, number });
    }

    /// Whether deeper items of a list belong to the item above them, and are no neighbours in a careless column.
    fn is_below(&self, run: &DeeperItems, numbered: bool) -> bool {
        let first = self.part(&run.range).lines().next().unwrap_or_default();
        if numbered {
            return first.starts_with("1.") || first.starts_with("1)");
        }
        let words =
            first.trim_start_matches(['-', '*', '+', ' ', '\t']).trim_start_matches("[ ] ").to_lowercase();
        let branch = language::all()
            .any(|locale| locale.if_yes.iter().chain(locale.if_no).any(|mark| words.starts_with(mark)));
        let above = self.source[run.above_at..].lines().next().unwrap_or_default().trim_end();
        run.returns || branch || above.ends_with([':', '?'])
    }

    /// Looks whether a block that begins was meant to stand under the last item of the list before it.
    pub(super) fn check_indent(&mut self, range: &Range<usize>, is_list: bool) {
        let depth = self.frames.len();
        while self.indents.runs.last().is_some_and(|run| run.depth > depth) {
            self.end_run();
        }
        let near_list = self.indents.list.as_ref().is_some_and(|list| list.depth == depth);
        let near_run = self.indents.runs.last().is_some_and(|run| run.depth == depth);
        if !near_list && !near_run {
            return;
        }
        let range = self.begin_of(range, is_list)..self.end_of(range);
        let column = self.column(range.start);
        if near_run && self.extend_run(&range, column) {
            return;
        }
        let Some(list) = self.indents.list.take_if(|list| list.depth == depth) else { return };
        let apart = range.start.saturating_sub(list.end);
        let is_apart =
            self.source.get(list.end..list.end + apart).is_some_and(|gap| gap.matches('\n').count() > 1);
        let ItemColumns { mark, words } = list.last;
        let least = if is_list && !is_apart { mark + 1 } else { mark + 2 };
        if column < least || column >= words || !self.is_only_blank_before(&range) {
            return;
        }
        let diagnostic = self.indent_diagnostic(&range, column, words, mark);
        let diagnostic = match list.number {
            Some(number) => diagnostic.arg("number", usize::try_from(number).unwrap_or(1)),
            None => diagnostic.help("help-bullet"),
        };
        let left = self.span(&(list.last_at..list.last_at)).start;
        self.parsed.content.left_items.push(left);
        let swallowed = self.swallowed_items(&range, mark);
        let end = swallowed.as_ref().map_or(range.end, |items| items.start);
        let run = OutsideRun {
            depth,
            range: range.start..end,
            column,
            words,
            mark,
            diagnostic: self.diagnostics.len(),
        };
        self.indents.runs.push(run);
        self.diagnostic(diagnostic);
        self.go_on(swallowed, range.end);
    }

    /// The items that a block has swallowed, from the end of its own words to the last of these items. A paragraph goes on
    /// over `2.`, so that steps below it become its text.
    fn swallowed_items(&self, range: &Range<usize>, mark: usize) -> Option<Range<usize>> {
        let text = self.part(range);
        if OPEN_TO_THE_END.iter().any(|begin| text.starts_with(begin)) {
            return None;
        }
        let mut found: Option<Range<usize>> = None;
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let inside = line.trim_start_matches([' ', '\t']);
            let begin = at + line.len() - inside.len();
            if at > range.start && is_item(inside) && self.column(begin) < mark + 2 {
                let start = found.map_or(at, |found| found.start);
                found = Some(start..begin);
            }
            at += line.len();
        }
        found.map(|found| range.start + self.part(&(range.start..found.start)).trim_end().len()..found.end)
    }

    /// Goes on below the last of some swallowed items, as if it had ended a list.
    fn go_on(&mut self, swallowed: Option<Range<usize>>, end: usize) {
        let Some(items) = swallowed else { return };
        let Some(depth) = self.indents.runs.last().map(|run| run.depth) else { return };
        self.end_run();
        let number = leading_number(self.part(&(items.end..end)));
        let last = self.item_columns(items.end);
        self.indents.list = Some(EndedList { depth, end, last, last_at: items.end, number });
    }

    /// Adds a block to the run before it, if it belongs to the same item. Ends the run if not.
    fn extend_run(&mut self, range: &Range<usize>, column: usize) -> bool {
        let Some(run) = self.indents.runs.last() else { return false };
        // What is deeper than the words, such as indented code, moves along.
        if column <= run.mark || column < run.column {
            self.end_run();
            return false;
        }
        let swallowed = self.swallowed_items(range, run.mark);
        if let Some(run) = self.indents.runs.last_mut() {
            run.range.end = swallowed.as_ref().map_or(range.end, |items| items.start);
        }
        self.go_on(swallowed, range.end);
        true
    }

    /// Ends the innermost run: now the lines that its fix indents are known.
    fn end_run(&mut self) {
        let Some(run) = self.indents.runs.pop() else { return };
        let fix = self.indent_fix(&run.range, run.column, run.words);
        if let Some(diagnostic) = self.diagnostics.get_mut(run.diagnostic) {
            diagnostic.fix = fix.map(Box::new);
        }
    }

    /// Ends all runs.
    pub(super) fn end_runs(&mut self) {
        while !self.indents.runs.is_empty() {
            self.end_run();
        }
    }

    fn end_of(&self, range: &Range<usize>) -> usize {
        range.start + self.part(range).trim_end().len()
    }

    /// Whether a block is the first thing in its line but for marks of quotations.
    fn is_only_blank_before(&self, range: &Range<usize>) -> bool {
        self.line_before(range.start).chars().all(|letter| matches!(letter, ' ' | '\t' | '>'))
    }

    /// `words` is the column of the words of the item that the block belongs to.
    fn indent_diagnostic(
        &self,
        range: &Range<usize>,
        column: usize,
        words: usize,
        mark: usize,
    ) -> Diagnostic {
        let line = self.part(range).lines().next().unwrap_or_default().trim_end();
        let span: Span = self.span(&(range.start..range.start + line.len()));
        let is_quoted = self.line_before(range.start).contains('>');
        let size = if is_quoted { words - mark } else { words };
        let diagnostic = Diagnostic::new(codes::MARKDOWN_SHALLOW_INDENT, span).arg("size", size);
        match self.indent_fix(range, column, words) {
            Some(Fix { span, text }) => diagnostic.fix(span, text),
            None => diagnostic,
        }
    }

    /// Indents the lines of a range, which begins behind its indent at `column`, so that it begins at `words`. None in a
    /// quotation, whose marks are between.
    fn indent_fix(&self, range: &Range<usize>, column: usize, words: usize) -> Option<Fix> {
        if !self.line_before(range.start).chars().all(|letter| matches!(letter, ' ' | '\t')) {
            return None;
        }
        let mut text = " ".repeat(words - column);
        let mut at = range.start;
        for (number, line) in self.part(range).split_inclusive('\n').enumerate() {
            let inside = line.trim_start_matches([' ', '\t']);
            let indent = &line[..line.len() - inside.len()];
            text.push_str(indent);
            if number > 0 && !inside.trim().is_empty() {
                let lacks = words.saturating_sub(self.column(at + indent.len()));
                text.push_str(&" ".repeat(lacks.max(words - column)));
            }
            text.push_str(inside);
            at += line.len();
        }
        Some(Fix { span: self.span(range), text })
    }
}
