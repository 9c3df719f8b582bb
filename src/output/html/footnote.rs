//! Footnotes.
use super::task::open_label;
use super::writer::{AFTER_WORD, Writer, write_to};
use crate::model::Slice;
use crate::text::escape;

impl Writer<'_> {
    pub(super) fn footnote_mark(&mut self, label: Slice) {
        let label = self.body.str(label).to_owned();
        let next = self.footnote_numbers.len() + 1;
        let (number, times) = self.footnote_numbers.entry(label).or_insert((next, 0));
        *times += 1;
        let again = if *times > 1 { format!("-{times}") } else { String::new() };
        let prefix = self.placement.prefix;
        let mark = format!(
            "<sup class=\"footnote-ref\"><a href=\"#{prefix}_note-{number}\" id=\"{prefix}_note-ref-{number}{again}\">{number}</a></sup>"
        );
        match open_label(&mut self.tasks) {
            Some(label) => label.add_link(mark),
            None => self.out.push_str(&mark),
        }
        self.last = AFTER_WORD;
    }

    /// Footnotes in the order of their marks; a footnote without a mark is not shown.
    pub(super) fn footnotes(&mut self) {
        if self.footnote_numbers.is_empty() {
            return;
        }
        let mut texts: Vec<(usize, String)> = Vec::new();
        for (label, text) in std::mem::take(&mut self.footnote_texts) {
            if let Some((number, _)) = self.footnote_numbers.get(&label) {
                texts.push((*number, text));
            }
        }
        // A footnote that is written twice is an error; both its texts are shown.
        texts.sort_by_key(|(number, _)| *number);
        texts.dedup_by(|next, text| {
            let same = next.0 == text.0;
            if same {
                text.1.push_str(&next.1);
            }
            same
        });
        let title = escape::to_html(&self.context.text.string("footnotes"));
        let back = escape::to_html(&self.context.text.string("footnote-back"));
        let prefix = self.placement.prefix;
        write_to(
            &mut self.out,
            format_args!("<div class=\"footnotes\" role=\"group\" aria-label=\"{title}\">\n<ol>\n"),
        );
        for (number, text) in texts {
            write_to(
                &mut self.out,
                format_args!(
                    "<li id=\"{prefix}_note-{number}\">{text}<a class=\"footnote-back\" href=\"#{prefix}_note-ref-{number}\" aria-label=\"{back} {number}\">↩</a></li>\n"
                ),
            );
        }
        self.out.push_str("</ol>\n</div>\n");
    }
}
