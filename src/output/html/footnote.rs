//! Footnotes.
use super::{Writer, write_to};
use crate::model::Slice;
use crate::text::escape;

impl Writer<'_> {
    pub(crate) fn footnote_mark(&mut self, label: Slice) {
        let label = self.body.str(label).to_owned();
        let next = self.diagnostics.len() + 1;
        let (number, times) = self.diagnostics.entry(label).or_insert((next, 0));
        *times += 1;
        let again = if *times > 1 { format!("-{times}") } else { String::new() };
        let prefix = self.setting.prefix;
        write_to(
            &mut self.out,
            format_args!(
                "<sup class=\"footnote-ref\"><a href=\"#{prefix}_note-{number}\" id=\"{prefix}_note-ref-{number}{again}\">{number}</a></sup>"
            ),
        );
        self.last = Some('x');
    }

    /// The texts of footnotes in the order of their marks; a text without a mark is not shown.
    pub(crate) fn footnotes(&mut self) {
        if self.diagnostics.is_empty() {
            return;
        }
        let mut texts: Vec<(usize, String)> = Vec::new();
        for (label, text) in std::mem::take(&mut self.note_texts) {
            if let Some((number, _)) = self.diagnostics.get(&label) {
                texts.push((*number, text));
            }
        }
        texts.sort();
        let title = escape::to_html(&self.chrome.say("footnotes"));
        let back = escape::to_html(&self.chrome.say("footnote-back"));
        let prefix = self.setting.prefix;
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
