//! Terms of the glossary, explained at their first use.
use super::writer::{Writer, write_to};
use crate::model::Slice;
use crate::output::shared::entry_link::card_anchor;
use crate::text::escape;

impl Writer<'_> {
    /// Whether a piece of the text touches the name of a term.
    pub(super) fn may_use_terms(&self, slice: Slice) -> bool {
        let first = self.term_ranges.partition_point(|(_, end)| *end <= slice.start);
        self.term_ranges.get(first).is_some_and(|(start, _)| *start < slice.end)
    }

    /// Text whose terms are explained where they are used first.
    pub(super) fn text_with_terms(&mut self, text: &str) {
        let terms = &self.context.terms;
        let mut from = 0;
        for (start, end, number) in terms.uses(text) {
            if std::mem::replace(&mut self.explained[number], true) {
                continue;
            }
            self.plain(&text[from..start]);
            self.explain(number, &text[start..end]);
            from = end;
        }
        self.plain(&text[from..]);
    }

    fn explain(&mut self, number: usize, words: &str) {
        let term = self.context.terms.at(number);
        let page = self.context.terms.page.as_ref();
        let href = page.map(|page| self.from.page(page, Some(&card_anchor(&term.key))));
        if let Some(href) = &href {
            let from = self.out.len();
            write_to(&mut self.out, format_args!("<a class=\"term\" href=\"{href}\">"));
            self.keep_anchor(from);
        }
        let title =
            term.title.as_deref().filter(|_| term.is_short).map(|title| self.context.text.typeset(title));
        if let Some(title) = &title {
            self.out.push_str("<abbr title=\"");
            escape::html(&mut self.out, title);
            self.out.push_str("\">");
        }
        self.plain(words);
        if title.is_some() {
            self.out.push_str("</abbr>");
        }
        if href.is_some() {
            self.close_anchor();
        }
    }
}
