//! Raw HTML and comments.
use super::Builder;
use super::frame::{FrameKind, OpenHtml};
use super::html_block::HtmlBlock;
use crate::model::{Anchor, Code, Date, Diagnostic, Located, Node, RawHtml, Waiver, codes};
use crate::parse::markdown::html::{self, Comment, HtmlPiece, SafeElement};
use std::ops::Range;

impl Builder<'_> {
    pub(in crate::parse::markdown) fn open_html_block(&mut self) {
        self.flush();
        self.block = Some(HtmlBlock { text: String::new(), parts: Vec::new(), before: self.open_tags.len() });
    }

    pub(in crate::parse::markdown) fn html_block_line(&mut self, text: &str, range: &Range<usize>) {
        match &mut self.block {
            Some(block) => {
                block.parts.push((block.text.len(), range.start));
                block.text.push_str(text);
            }
            None => self.inline_html(text, range),
        }
    }

    pub(in crate::parse::markdown) fn close_html_block(&mut self) {
        let Some(block) = self.block.take() else { return };
        if block.text.starts_with("<details") {
            // What is folded away below a task is its help: both tags must stand in it.
            self.open_help(block.source_of(0));
        }
        for (piece, range) in html::pieces(&block.text) {
            let at = block.source_of(range.start)..block.source_of(range.end - 1) + 1;
            self.piece(piece, &block.text[range], &at, true);
        }
        for at in (block.before.min(self.open_tags.len())..self.open_tags.len()).rev() {
            let open = &self.open_tags[at];
            // The summary of an element may stand in the next block.
            let waits = !open.summary && open.node + 1 == self.count();
            if open.tag != SafeElement::Details || !(open.summary || waits) {
                self.refuse_tag(at);
            }
        }
    }

    pub(in crate::parse::markdown) fn inline_html(&mut self, text: &str, range: &Range<usize>) {
        self.flush();
        for (piece, part) in html::pieces(text) {
            let at = range.start + part.start..range.start + part.end;
            self.piece(piece, &text[part], &at, false);
        }
    }

    fn piece(&mut self, piece: HtmlPiece<'_>, text: &str, at: &Range<usize>, block: bool) {
        match piece {
            HtmlPiece::Comment(words) => self.comment(words, text, at, block),
            HtmlPiece::Text => {
                if text.trim().is_empty() {
                    return;
                }
                let slice = self.parsed.body.push_text(text);
                self.push(if html::is_harmless_text(text) {
                    Node::SafeHtml(slice)
                } else {
                    Node::Text(slice)
                });
            }
            HtmlPiece::Break => self.html_node("<br>", at, true),
            HtmlPiece::Open(tag) => {
                let fits = match tag {
                    SafeElement::Details => block,
                    SafeElement::Summary => {
                        let around = self.open_tags.last();
                        block && around.is_some_and(|open| self.waits_for_summary(open))
                    }
                    _ => true,
                };
                let number = self.parsed.content.html.len();
                let node = self.count();
                self.html_node(text, at, fits);
                if fits {
                    self.has_alternatives |= text.starts_with("<details name");
                    if let (SafeElement::Summary, Some(details)) = (tag, self.open_tags.last_mut()) {
                        details.summary = true;
                    }
                    let frames = self.frames.len();
                    self.open_tags.push(OpenHtml { tag, node, number, frames, summary: false });
                }
            }
            HtmlPiece::Close(tag) => {
                let depth = self.frames.len();
                let around = self.open_tags.last().filter(|open| open.tag == tag && open.frames == depth);
                let is_open = around.is_some();
                let fits = around.is_some_and(|open| tag != SafeElement::Details || open.summary);
                if is_open && !fits {
                    self.refuse_tag(self.open_tags.len() - 1);
                } else if fits {
                    self.open_tags.pop();
                }
                self.html_node(text, at, fits);
            }
            HtmlPiece::Other => self.html_node(text, at, false),
        }
    }

    /// Whether an open element is a `<details>` whose first child is still to come.
    fn waits_for_summary(&self, open: &OpenHtml) -> bool {
        open.tag == SafeElement::Details
            && !open.summary
            && open.node + 1 == self.count()
            && open.frames == self.frames.len()
    }

    fn html_node(&mut self, text: &str, at: &Range<usize>, safe: bool) {
        let slice = self.parsed.body.push_text(text);
        self.push(if safe { Node::SafeHtml(slice) } else { Node::Html(slice) });
        if let Some(anchor) = html::anchor_of(text).filter(|_| !safe) {
            self.parsed.html_places.push(Anchor::new(anchor));
        }
        let first_line = text.lines().next().unwrap_or_default().chars().take(80).collect();
        let span = self.span(at);
        self.parsed.content.html.push(Located::new(span, RawHtml { text: first_line, safe }));
    }

    /// Refuses the elements that were opened in a frame of at least this depth and not closed.
    pub(super) fn refuse_open_tags(&mut self, depth: usize) {
        while self.open_tags.last().is_some_and(|open| open.frames >= depth) {
            self.refuse_tag(self.open_tags.len() - 1);
        }
    }

    /// Marks an open element as one that does not have the accepted form.
    fn refuse_tag(&mut self, at: usize) {
        let OpenHtml { node, number, .. } = self.open_tags.remove(at);
        let refused = self.parsed.body.nodes.get_mut(node);
        if let Some(refused) = refused
            && let Node::SafeHtml(slice) = *refused
        {
            *refused = Node::Html(slice);
        }
        self.parsed.content.html[number].value.safe = false;
    }

    fn comment(&mut self, words: &str, text: &str, at: &Range<usize>, block: bool) {
        match html::comment(words) {
            Comment::Plain => {}
            Comment::Until(text) => match Date::parse(text) {
                Some(date) if block => self.until = Some(Located::new(self.span(at), date)),
                Some(_) => {
                    let span = self.span(at);
                    self.diagnostic(Diagnostic::new(codes::HTML_BAD_COMMENT, span).arg("text", text));
                }
                None => {
                    let span = self.span(at);
                    self.diagnostic(if Date::parts(text).is_some() {
                        Diagnostic::new(codes::DATE_IMPOSSIBLE, span).arg("date", text)
                    } else {
                        Diagnostic::new(codes::HTML_BAD_COMMENT, span).arg("text", text)
                    });
                }
            },
            Comment::Anchor(name) => {
                let span = self.span(at);
                if block && !name.is_empty() && !name.contains(|letter: char| !is_anchor_letter(letter)) {
                    let slice = self.parsed.body.push_text(name);
                    self.push(Node::Anchor(slice));
                    self.parsed.former.push(Located::new(span, name.to_owned()));
                } else {
                    self.diagnostic(Diagnostic::new(codes::HTML_BAD_COMMENT, span).arg("text", name));
                }
            }
            Comment::Allow { code, reason } => {
                self.renamed_code(code, text, at);
                let span = self.span(at);
                let around = self.frames.iter().rev().find(|frame| !matches!(frame.kind, FrameKind::Inline));
                let range = around.filter(|_| !block).map_or(at.clone(), |frame| frame.range.clone());
                let covered = self.span(&range);
                if block {
                    self.waiting_waivers.push(self.parsed.content.waivers.len());
                }
                self.parsed.content.waivers.push(Waiver {
                    span,
                    code: code.to_owned(),
                    reason: reason.to_owned(),
                    from: covered.start,
                    to: covered.end,
                });
            }
        }
    }

    /// Reports a waiver that uses the former name of a code.
    fn renamed_code(&mut self, written: &str, comment: &str, at: &Range<usize>) {
        let Some(code) = Code::named(written).filter(|code| code.name != written) else { return };
        let diagnostic = Diagnostic::new(codes::WAIVER_RENAMED_CODE, self.span(at));
        let diagnostic = diagnostic.arg("former", written).arg("code", code.name);
        // The text of a comment is without the `>` and the indent before its lines, so the name may not be found.
        let start = comment.find(written).filter(|start| !comment[..*start].contains('\n'));
        self.diagnostic(match start.map(|start| at.start + start) {
            Some(start) => diagnostic.fix(self.span(&(start..start + written.len())), code.name),
            None => diagnostic,
        });
    }
}

/// Whether an anchor may contain a letter.
fn is_anchor_letter(letter: char) -> bool {
    !(letter.is_whitespace() || letter.is_control() || letter == '#')
}
