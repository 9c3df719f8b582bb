//! Blocks of other programs, rewritten as Jalon writes them.
use super::body_lines::BodyLines;
use super::lines::{Container, columns, inside, prefix};
use std::ops::Range;

/// Blanks by which the body of a block is indented.
pub(super) const DEEPER: usize = 4;

/// The longest body that a fix rewrites, in bytes: blocks may stand in each other.
const LONGEST: usize = 64 * 1024;

/// A block of another program between two of its lines.
pub(super) struct Rewrite<'a> {
    pub(super) page: &'a BodyLines<'a>,
    /// The number of the line that opens the block.
    pub(super) open: usize,
    /// The offset of the mark in this line.
    pub(super) at: usize,
    /// What is around the block.
    pub(super) containers: &'a [Container],
    /// The numbers of the lines of its body.
    pub(super) body: Range<usize>,
    /// By how much the body is indented.
    pub(super) indent: usize,
    /// The number of its last line.
    pub(super) last: usize,
}

impl<'a> Rewrite<'a> {
    /// A block whose marks are the whole content of its first and last lines.
    pub(super) fn between(page: &'a BodyLines<'a>, open: usize, last: usize) -> Self {
        let line = &page.lines[open];
        Self { page, open, at: line.at, containers: &line.containers, body: open + 1..last, indent: 0, last }
    }

    /// A block whose body is indented and reaches up to the last line.
    pub(super) fn indented(page: &'a BodyLines<'a>, open: usize, last: usize) -> Self {
        Self { body: open + 1..last + 1, indent: DEEPER, ..Self::between(page, open, last) }
    }

    /// The range of the block and its text as an alert.
    pub(super) fn as_alert(&self, alert: &str, title: &str) -> Option<(Range<usize>, String)> {
        let mut block = vec![format!("> [!{alert}] {title}").trim_end().to_owned()];
        for line in self.body()? {
            block.push(if line.is_empty() { ">".to_owned() } else { format!("> {line}") });
        }
        self.replaced(block)
    }

    /// The range of the block and its text as a quotation.
    pub(super) fn as_quotation(&self) -> Option<(Range<usize>, String)> {
        let body = self.body()?;
        let quoted = body.iter().map(|line| format!("> {line}").trim_end().to_owned());
        self.replaced(quoted.collect())
    }

    /// The range of the block and its text folded away under a title, which may hold no marks.
    pub(super) fn as_details(&self, title: &str, open: bool) -> Option<(Range<usize>, String)> {
        if title.trim().is_empty() || title.contains(['<', '>', '&', '*', '_', '`', '[', '\\', '~']) {
            return None;
        }
        let details = if open { "<details open>" } else { "<details>" };
        let mut block = vec![details.to_owned(), format!("<summary>{title}</summary>"), String::new()];
        block.extend(self.body()?);
        block.extend([String::new(), "</details>".to_owned()]);
        self.replaced(block)
    }

    /// The range of the block and its body alone.
    pub(super) fn as_body(&self) -> Option<(Range<usize>, String)> {
        let body = self.body()?;
        (!body.is_empty()).then(|| self.replaced(body)).flatten()
    }

    /// The lines of the body without empty ones around them. `None` if one of them is outside the containers of the
    /// block, or indented less than the body.
    fn body(&self) -> Option<Vec<String>> {
        let lines = &self.page.lines;
        if self.body.end > self.body.start
            && lines[self.body.end - 1].end() - lines[self.body.start].start > LONGEST
        {
            return None;
        }
        let mut body = Vec::new();
        for number in self.body.clone() {
            let text = inside(self.raw(number), self.containers)?;
            let (taken, columns) = columns(text, self.indent);
            if columns < self.indent && taken < text.len() {
                return None;
            }
            body.push(text[taken..].to_owned());
        }
        let is_empty = |line: &String| line.trim().is_empty();
        let first = body.iter().position(|line| !is_empty(line)).unwrap_or(body.len());
        body.drain(..first);
        while body.last().is_some_and(is_empty) {
            body.pop();
        }
        Some(body)
    }

    fn raw(&self, number: usize) -> &str {
        let line = &self.page.lines[number];
        self.page.source.get(line.start..line.end()).unwrap_or_default()
    }

    /// Puts lines into the containers of the block, apart from the text around it.
    fn replaced(&self, mut block: Vec<String>) -> Option<(Range<usize>, String)> {
        let lines = &self.page.lines;
        let open = &lines[self.open];
        // Behind a box there is only text.
        if open.boxed {
            return None;
        }
        let next = self.last + 1;
        if lines.get(next).is_some_and(|line| {
            let is_item = line.marker.is_some() && inside(self.raw(next), self.containers).is_none();
            !line.is_blank() && !is_item
        }) {
            block.push(String::new());
        }
        let above = self.open.checked_sub(1).map(|number| &lines[number]);
        if open.marker.is_none() && above.is_some_and(|line| !line.is_blank()) {
            block.insert(0, String::new());
        }
        let between = format!("{}{}", self.page.line_end(), prefix(self.containers));
        let mut text = String::new();
        for (number, line) in block.iter().enumerate() {
            if number > 0 {
                text.push_str(if line.is_empty() { between.trim_end_matches(' ') } else { &between });
            }
            text.push_str(line);
        }
        Some((self.at..lines[self.last].end(), text))
    }
}
