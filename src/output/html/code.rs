//! Blocks of code: file name, colours, marked lines.
use super::writer::{Writer, push_all};
use crate::model::{CodeBlock, Slice};
use crate::text::escape;

/// How far a block of code is written.
pub(super) struct CodeCursor<'a> {
    block: &'a CodeBlock,
    /// The next part that has a colour.
    token: usize,
    /// The line, from 1; 0 before the first.
    line: u32,
    begins_line: bool,
    /// Whether the line is marked.
    is_marked: bool,
}

impl Writer<'_> {
    pub(super) fn begin_code(&mut self, number: u32) {
        self.in_code = true;
        self.code = self.body.code.get(number as usize).map(|block| CodeCursor {
            block,
            token: 0,
            line: 0,
            begins_line: true,
            is_marked: false,
        });
        let title = self.code.as_ref().map_or("", |code| self.body.str(code.block.title));
        if !title.is_empty() {
            self.out.push_str("<figure class=\"code\">\n<figcaption>");
            escape::html(&mut self.out, title);
            self.out.push_str("</figcaption>\n");
        }
        let language = self.code.as_ref().map_or("", |code| self.body.str(code.block.language));
        if language.is_empty() {
            self.out.push_str("<pre tabindex=\"0\"><code>");
        } else {
            self.out.push_str("<pre tabindex=\"0\"><code class=\"language-");
            escape::html(&mut self.out, language);
            self.out.push_str("\">");
        }
    }

    pub(super) fn end_code(&mut self) {
        self.in_code = false;
        let code = self.code.take();
        if code.as_ref().is_some_and(|code| code.is_marked) {
            self.out.push_str("</mark>");
        }
        let has_title = code.is_some_and(|code| !self.body.str(code.block.title).is_empty());
        self.out.push_str(if has_title { "</code></pre>\n</figure>\n" } else { "</code></pre>\n" });
    }

    /// Writes the next text of the open block.
    pub(super) fn code_text(&mut self, text: Slice) {
        let Some(mut code) = self.code.take() else {
            return escape::html(&mut self.out, self.body.str(text));
        };
        if code.block.marked.is_empty() {
            self.code_words(&mut code, text);
        } else {
            self.code_lines(&mut code, text);
        }
        self.code = Some(code);
    }

    /// Writes text line by line, and marks those that are to be marked.
    fn code_lines(&mut self, code: &mut CodeCursor<'_>, text: Slice) {
        let mut at = text.start;
        for line in self.body.str(text).split_inclusive('\n') {
            if std::mem::take(&mut code.begins_line) {
                code.line += 1;
                let line = code.line;
                code.is_marked =
                    code.block.marked.iter().any(|(first, last)| (*first..=*last).contains(&line));
                self.out.push_str(if code.is_marked { "<mark>" } else { "" });
            }
            let words = line.trim_end_matches('\n');
            let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
            self.code_words(code, Slice { start: at, end: at.saturating_add(length(words)) });
            if words.len() < line.len() {
                let ends = std::mem::take(&mut code.is_marked);
                self.out.push_str(if ends { "</mark>\n" } else { "\n" });
                code.begins_line = true;
            }
            at = at.saturating_add(length(line));
        }
    }

    /// Writes text with its colours.
    fn code_words(&mut self, code: &mut CodeCursor<'_>, text: Slice) {
        let mut at = text.start;
        let tokens = &code.block.tokens;
        while let Some(token) = tokens.get(code.token).filter(|token| token.text.start < text.end) {
            let (start, end) = (token.text.start.max(at), token.text.end.min(text.end));
            if start < end {
                escape::html(&mut self.out, self.body.str(Slice { start: at, end: start }));
                push_all(&mut self.out, &["<span class=\"", token.kind.class(), "\">"]);
                escape::html(&mut self.out, self.body.str(Slice { start, end }));
                self.out.push_str("</span>");
                at = end;
            }
            if token.text.end > text.end {
                break;
            }
            code.token += 1;
        }
        escape::html(&mut self.out, self.body.str(Slice { start: at, end: text.end }));
    }
}
