//! Pages as Markdown, with the footnotes that they refer to.
use super::pages::WordPage;
use crate::import::rich::{RichBlock, RichContent, RichRun, heading, write_blocks};
use std::collections::HashMap;
use std::fmt::Write as _;

/// A page as Markdown.
#[derive(Debug)]
pub(super) struct WrittenPage {
    /// The Markdown.
    pub(super) text: String,
    /// The line on which each block of the document begins.
    pub(super) lines: Vec<(usize, usize)>,
}

/// Writes a page.
pub(super) fn write(page: &mut WordPage, footnotes: &[Vec<RichBlock>]) -> WrittenPage {
    let mut labels = NoteLabels::default();
    labels.number(&mut page.title);
    for (_, block) in &mut page.blocks {
        block.each_runs(&mut |runs| labels.number(runs));
    }
    let mut text = heading(1, &page.title, None);
    let mut lines = vec![(page.number, 1)];
    let written = write_blocks(page.blocks.iter().map(|(_, block)| block));
    if !written.text.is_empty() {
        text.push('\n');
        text.push_str(&written.text);
    }
    lines.extend(page.blocks.iter().zip(&written.lines).map(|((number, _), line)| (*number, line + 2)));
    push_footnotes(&mut text, &mut labels, footnotes);
    WrittenPage { text, lines }
}

/// The numbers of footnotes on a page.
#[derive(Debug, Default)]
struct NoteLabels {
    /// Places among the footnotes of the document, in the order of the page.
    order: Vec<usize>,
    numbers: HashMap<usize, usize>,
}

impl NoteLabels {
    /// Numbers the references in runs.
    fn number(&mut self, runs: &mut Vec<RichRun>) {
        for run in runs {
            if let RichContent::Note(label) = &mut run.content
                && let Ok(place) = label.parse::<usize>()
            {
                let next = self.numbers.len() + 1;
                let number = *self.numbers.entry(place).or_insert(next);
                if number == next {
                    self.order.push(place);
                }
                *label = number.to_string();
            }
        }
    }
}

/// Adds the footnotes of a page. A note may refer to further ones.
fn push_footnotes(text: &mut String, labels: &mut NoteLabels, footnotes: &[Vec<RichBlock>]) {
    let mut at = 0;
    while let Some(place) = labels.order.get(at).copied() {
        at += 1;
        let mut blocks = footnotes.get(place).cloned().unwrap_or_default();
        for block in &mut blocks {
            block.each_runs(&mut |runs| labels.number(runs));
        }
        let written = write_blocks(&blocks).text;
        write!(text, "\n[^{at}]: ").expect("writing to a string cannot fail");
        for (line, content) in written.trim_end().lines().enumerate() {
            if line > 0 {
                text.push_str(if content.is_empty() { "\n" } else { "\n    " });
            }
            text.push_str(content);
        }
        text.push('\n');
    }
}
