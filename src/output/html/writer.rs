//! The writer: goes through the nodes of a body.
use super::code::CodeCursor;
use super::input::{BodyInput, Placement};
use super::task::{WrittenTask, open_label};
use crate::language::typography;
use crate::model::{Body, Diagnostic, Element, Node, Slice};
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::SiteContext;
use crate::output::shared::target::ResolvedTarget;
use crate::text::escape;
use std::collections::HashMap;
use std::fmt::Write as _;

/// The last character of a line after what typography does not look into: code, raw HTML, the name of an entry.
pub(super) const AFTER_WORD: Option<char> = Some('x');

/// Appends texts.
pub(super) fn push_all(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

pub(super) fn write_to(out: &mut String, args: std::fmt::Arguments<'_>) {
    out.write_fmt(args).expect("writing to a string cannot fail");
}

/// Writes nodes as HTML.
pub(super) struct Writer<'a> {
    pub(super) context: &'a SiteContext,
    pub(super) placement: Placement<'a>,
    pub(super) from: RelativeTo<'a>,
    pub(super) body: &'a Body,
    /// Where each target of the body leads.
    pub(super) targets: &'a [ResolvedTarget],
    /// None for the words of a task away from its page.
    pub(super) input: Option<&'a BodyInput>,
    pub(super) out: String,
    pub(super) open: Vec<Element>,
    /// The id of the last heading.
    pub(super) heading: Option<Slice>,
    /// The open tasks.
    pub(super) tasks: Vec<WrittenTask<'a>>,
    /// The open task lists, each with the number of its next task where it does not begin with 1.
    pub(super) steps: Vec<Option<u32>>,
    /// The last character of the line, which typography depends on.
    pub(super) last: Option<char>,
    /// Terms that were explained already, by their number.
    pub(super) explained: Vec<bool>,
    /// The ranges of the body's text that hold names of terms; empty where no term is explained.
    pub(super) term_ranges: Vec<(u32, u32)>,
    /// How many open elements keep terms from being explained: headings and links.
    pub(super) no_terms_depth: usize,
    /// Numbers of footnotes by label, in the order of their first marks, and how often each was marked.
    pub(super) footnote_numbers: HashMap<String, (usize, usize)>,
    /// Footnotes by label, as HTML.
    pub(super) footnote_texts: Vec<(String, String)>,
    /// What was written before each open footnote.
    pub(super) before_footnote: Vec<String>,
    pub(super) in_table_head: bool,
    pub(super) in_code: bool,
    /// The open block of code.
    pub(super) code: Option<CodeCursor<'a>>,
    pub(super) table_rows: usize,
    pub(super) tables: usize,
}

impl<'a> Writer<'a> {
    /// Writes the body of a page, and explains terms at their first use.
    pub(super) fn of_body(input: &'a BodyInput, context: &'a SiteContext, placement: Placement<'a>) -> Self {
        // Without cards, the HTML of most pages is two to three times as long as their words.
        let room =
            input.body.text.len() * 3 + input.cards.iter().map(|(_, card)| card.value.len()).sum::<usize>();
        let out = String::with_capacity(room + 64);
        Self {
            input: Some(input),
            explained: vec![false; context.terms.count()],
            term_ranges: context.terms.ranges(&input.body.text),
            ..Self::new(context, placement, &input.body, &input.targets, out)
        }
    }

    /// Writes the nodes of a body and nothing around them; `out` holds what was written before.
    pub(super) fn new(
        context: &'a SiteContext,
        placement: Placement<'a>,
        body: &'a Body,
        targets: &'a [ResolvedTarget],
        out: String,
    ) -> Self {
        Self {
            context,
            placement,
            from: context.addresses.relative_to(placement.page),
            body,
            targets,
            input: None,
            out,
            open: Vec::new(),
            heading: None,
            tasks: Vec::new(),
            steps: Vec::new(),
            last: None,
            explained: Vec::new(),
            term_ranges: Vec::new(),
            no_terms_depth: 0,
            footnote_numbers: HashMap::new(),
            footnote_texts: Vec::new(),
            before_footnote: Vec::new(),
            in_table_head: false,
            in_code: false,
            code: None,
            table_rows: 0,
            tables: 0,
        }
    }

    pub(super) fn nodes(&mut self, nodes: &[Node], diagnostics: &mut Vec<Diagnostic>) {
        for node in nodes {
            self.node(*node, diagnostics);
        }
    }

    fn node(&mut self, node: Node, diagnostics: &mut Vec<Diagnostic>) {
        match node {
            Node::Open(element) => self.begin(element),
            Node::Close => self.end(),
            Node::Text(slice) => self.text(slice),
            Node::Code(slice) => {
                self.out.push_str("<code>");
                escape::html(&mut self.out, self.body.str(slice));
                self.out.push_str("</code>");
                self.last = AFTER_WORD;
            }
            Node::SoftBreak => {
                self.out.push('\n');
                self.last = Some(' ');
            }
            Node::HardBreak => {
                self.out.push_str("<br>\n");
                self.last = None;
            }
            Node::Rule => self.out.push_str("<hr>\n"),
            Node::Html(slice) => self.raw(slice, false),
            Node::SafeHtml(slice) => self.raw(slice, true),
            Node::Image(number) => {
                let image = self.body.images[number as usize];
                let is_first = number == 0 && self.placement.prefix.is_empty();
                self.image(image.target, image.alt, image.title, is_first);
            }
            Node::Reference(target) => self.reference(target),
            Node::Card(target) => self.card(target, diagnostics),
            Node::Directory(kind) => self.directory(kind, diagnostics),
            Node::Tasks(target) => self.who_does_what(target),
            Node::Due(delay) => {
                let words = escape::to_html(&self.context.text.delay(delay));
                let html = format!("<span class=\"task-due\">{words}</span>");
                if let Some(label) = open_label(&mut self.tasks) {
                    label.add_delay(html, &self.out);
                } else {
                    self.out.push_str(&html);
                    self.last = AFTER_WORD;
                }
            }
            Node::Placeholder(slice) => {
                let words = self.context.text.placeholder(self.body.str(slice));
                self.placeholder(&words);
            }
            Node::FootnoteMark(label) => self.footnote_mark(label),
            Node::Anchor(name) => {
                write_to(&mut self.out, format_args!("<span id=\"{}", self.placement.prefix));
                escape::html(&mut self.out, self.body.str(name));
                self.out.push_str("\"></span>\n");
            }
        }
    }

    pub(super) fn placeholder(&mut self, words: &str) {
        self.out.push_str("<span class=\"placeholder\">");
        escape::html(&mut self.out, words);
        self.out.push_str("</span>");
        self.last = AFTER_WORD;
    }

    fn text(&mut self, slice: Slice) {
        if self.in_code {
            self.code_text(slice);
        } else if self.no_terms_depth == 0 && self.may_use_terms(slice) {
            self.text_with_terms(self.body.str(slice));
        } else {
            self.plain(self.body.str(slice));
        }
    }

    /// Text with typography, and no term explained.
    pub(super) fn plain(&mut self, text: &str) {
        let last = typography::write_html(&mut self.out, self.context.text.language, text, self.last);
        self.last = last.or(self.last);
    }

    fn raw(&mut self, slice: Slice, is_safe: bool) {
        let text = self.body.str(slice);
        if self.context.allows_html(is_safe) {
            let prefix = self.placement.prefix;
            match text.strip_prefix("<details name=\"").filter(|_| is_safe && !prefix.is_empty()) {
                // Groups of several pages share a page.
                Some(rest) => push_all(&mut self.out, &["<details name=\"", prefix, rest]),
                None => self.out.push_str(text),
            }
        } else {
            escape::html(&mut self.out, text);
        }
        self.last = AFTER_WORD;
    }
}
