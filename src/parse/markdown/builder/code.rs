//! Blocks of code: what stands behind the fence, and colours.
use super::Builder;
use super::frame::FrameKind;
use crate::colors::{Colored, colored};
use crate::model::{CodeBlock, ColoredPart, Diagnostic, Element, Node, Slice, codes};
use crate::parse::markdown::code_info::{CodeInfo, InfoMistake};
use std::ops::Range;

/// The open block of code.
#[derive(Debug, Default)]
pub(super) struct OpenCode {
    /// Rows of lines to mark, each with where it is written.
    marked: Vec<(u32, u32, Range<usize>)>,
}

impl Builder<'_> {
    /// Opens a block of code; a fenced one may have words behind its fence.
    pub(in crate::parse::markdown) fn open_code(&mut self, is_fenced: bool, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        self.forget_caption(range.start);
        let (at, info) = if is_fenced { info(self.source, range.start) } else { (range.start, "") };
        let CodeInfo { language, title, marked, mistakes } = CodeInfo::read(info);
        for mistake in mistakes {
            self.report_info(mistake, at);
        }
        let within = |range: Range<usize>| at + range.start..at + range.end;
        let marked = marked.into_iter().map(|(first, last, range)| (first, last, within(range)));
        self.open_code = OpenCode { marked: marked.collect() };
        let title = self.parsed.body.push_text(title);
        let language = self.parsed.body.push_text(&language);
        let number = self.parsed.body.push_code(CodeBlock { language, title, ..CodeBlock::default() });
        self.open_frame(FrameKind::Code, Element::CodeBlock(number), range, dated);
    }

    fn report_info(&mut self, mistake: InfoMistake, at: usize) {
        let span = self.span(&(at + mistake.range.start..at + mistake.range.end));
        let diagnostic = Diagnostic::new(mistake.code, span.clone()).arg("mark", mistake.written);
        self.diagnostic(match mistake.instead {
            Some(instead) => {
                diagnostic.arg("instead", instead.as_str()).help("help-instead").fix(span, instead)
            }
            None => diagnostic,
        });
    }

    /// Ends a block of code: its text is complete now.
    pub(in crate::parse::markdown) fn close_code(&mut self) {
        let Some(frame) = self.pop() else { return };
        let open = std::mem::take(&mut self.open_code);
        let body = &self.parsed.body;
        if let Some(Node::Open(Element::CodeBlock(number))) = body.nodes.get(frame.node).copied() {
            let texts = body.nodes[frame.node + 1..].iter().filter_map(|node| match node {
                Node::Text(slice) => Some(*slice),
                _ => None,
            });
            // The texts of a block follow each other without a gap.
            let whole = texts.reduce(|first, last| Slice { start: first.start, end: last.end });
            let whole = whole.unwrap_or_default();
            let language = body.code.get(number as usize).map(|block| block.language).unwrap_or_default();
            let tokens = self.colors(language, whole);
            let marked = self.marked(open, whole);
            if let Some(block) = self.parsed.body.code.get_mut(number as usize) {
                (block.tokens, block.marked) = (tokens, marked);
            }
        }
        self.close_frame(&frame);
    }

    /// The parts of code that have a colour.
    fn colors(&mut self, language: Slice, code: Slice) -> Box<[ColoredPart]> {
        let body = &self.parsed.body;
        let Colored::Tokens(tokens) = colored(body.str(language), body.str(code), self.grammars) else {
            self.parsed.needs_grammars = true;
            return Box::default();
        };
        let place = |at: usize| u32::try_from(at).map_or(u32::MAX, |at| code.start.saturating_add(at));
        let slice = |range: Range<usize>| Slice { start: place(range.start), end: place(range.end) };
        tokens.into_iter().map(|(range, kind)| ColoredPart { text: slice(range), kind }).collect()
    }

    /// The rows of lines to mark. One that the code does not have gets a diagnostic.
    fn marked(&mut self, open: OpenCode, code: Slice) -> Box<[(u32, u32)]> {
        let count = self.parsed.body.str(code).lines().count();
        let mut marked = Vec::with_capacity(open.marked.len());
        for (first, last, range) in open.marked {
            if last as usize <= count {
                marked.push((first, last));
                continue;
            }
            let written = self.source.get(range.clone()).unwrap_or_default();
            let diagnostic = Diagnostic::new(codes::MARKDOWN_CODE_LINES, self.span(&range));
            self.diagnostic(diagnostic.arg("mark", written).arg("count", count).help("help-count"));
        }
        marked.into()
    }
}

/// What stands behind the fence that begins at this byte, and where.
fn info(source: &str, fence: usize) -> (usize, &str) {
    let line = source.get(fence..).unwrap_or_default().lines().next().unwrap_or_default();
    let mark = line.trim_start().trim_start_matches(['`', '~']);
    let text = mark.trim_start();
    (fence + line.len() - text.len(), text.trim_end())
}
