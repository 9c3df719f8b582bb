//! A document as read to blocks of Markdown: what its author meant, where the format only says how it looks.
//!
//! 1. `shape` takes contents pages away and opens tables and boxes that only place what they hold.
//! 2. `headings` settles the levels of headings, and finds those that only look like one.
//! 3. [`Shaper`] turns each block into pieces, with `checks` for boxes to tick, `placeholders` for what is missing,
//!    `addresses` for addresses in the text and `tables` for tables.
//! 4. `pieces` groups them: `typed` knows marks that people typed, `lists` makes lists, captions go to their pictures.
mod addresses;
mod checks;
mod headings;
mod lists;
mod pieces;
mod placeholders;
mod tables;
mod typed;

use super::finding::{WordFinding, WordFindingKind};
use super::shaped::{NumberedBlock, ShapedText, WordPhrases};
use super::text::{ItemMark, ParagraphRole, WordBlock, WordParagraph, WordText};
use crate::import::rich::{RichBlock, RichContent, RichMark, RichRun, plain};
use lists::ListEntry;
use pieces::Piece;

/// Shapes a document.
pub(super) fn shape(text: WordText, phrases: &WordPhrases) -> ShapedText {
    let mut shaper =
        Shaper { phrases, told: text.findings, block: 0, context: String::new(), anchors: Vec::new() };
    let mut blocks = Vec::new();
    for (number, block) in text.blocks.into_iter().enumerate() {
        shaper.unfold(number, block, &mut blocks);
    }
    shaper.take_contents(&mut blocks);
    let mut title = headings::settle(&mut blocks, &mut shaper.told);
    if let Some(title) = &mut title {
        placeholders::label(title, phrases.label);
        title.retain(|run| !matches!(run.content, RichContent::Picture(_) | RichContent::Check(_)));
    }
    let blocks = shaper.blocks(blocks);
    let footnotes = text.footnotes.into_iter().map(|note| shaper.nested(note)).collect();
    ShapedText { title, blocks, footnotes, findings: shaper.told }
}

/// What is known on the way through a document.
#[derive(Debug)]
struct Shaper<'a> {
    phrases: &'a WordPhrases,
    told: Vec<WordFinding>,
    /// The number of the block that is being shaped.
    block: usize,
    /// What the text is about: the last heading, or the header of a column.
    context: String,
    /// Anchors of paragraphs that are left out; the next one takes them.
    anchors: Vec<RichRun>,
}

impl Shaper<'_> {
    fn tell(&mut self, kind: WordFindingKind, text: impl Into<String>) {
        self.told.push(WordFinding { kind, block: self.block, text: text.into() });
    }

    /// Opens tables and boxes that hold headings.
    fn unfold(&mut self, number: usize, block: WordBlock, out: &mut Vec<NumberedBlock>) {
        self.block = number;
        match block {
            WordBlock::Table(table) if tables::is_layout(&table) => {
                self.tell(WordFindingKind::TableLayout, "");
                for cell in table.rows.into_iter().flat_map(|row| row.cells) {
                    for block in cell.blocks {
                        self.unfold(number, block, out);
                    }
                }
            }
            WordBlock::Framed(blocks) if blocks.iter().any(is_heading) => {
                self.tell(WordFindingKind::TextBoxMoved, "");
                for block in blocks {
                    self.unfold(number, block, out);
                }
            }
            block => out.push((number, block)),
        }
    }

    /// Takes tables of contents and indexes away.
    fn take_contents(&mut self, blocks: &mut Vec<NumberedBlock>) {
        let mut lines: Vec<String> = Vec::new();
        let mut first = 0;
        let mut kept = Vec::with_capacity(blocks.len());
        for (number, block) in blocks.drain(..) {
            if let WordBlock::Paragraph(paragraph) = &block
                && paragraph.role == ParagraphRole::Contents
            {
                let text = plain(&paragraph.runs);
                let anchors =
                    paragraph.runs.iter().filter(|run| matches!(run.content, RichContent::Anchor(_)));
                self.anchors.extend(anchors.cloned());
                first = if lines.is_empty() { number } else { first };
                lines.extend((!text.is_empty()).then_some(text));
                continue;
            }
            let is_blank =
                matches!(&block, WordBlock::Paragraph(paragraph) if plain(&paragraph.runs).is_empty());
            if !is_blank && !lines.is_empty() {
                self.block = first;
                self.tell(WordFindingKind::ContentsLeftOut, lines.join(" · "));
                lines.clear();
            }
            kept.push((number, block));
        }
        if !lines.is_empty() {
            self.block = first;
            self.tell(WordFindingKind::ContentsLeftOut, lines.join(" · "));
        }
        *blocks = kept;
    }

    /// Shapes the blocks of the document.
    fn blocks(&mut self, blocks: Vec<NumberedBlock>) -> Vec<(usize, RichBlock)> {
        let mut pieces = Vec::new();
        for (number, block) in blocks {
            self.block = number;
            for piece in self.pieces(block) {
                pieces.push((number, piece));
            }
        }
        self.group(pieces)
    }

    /// Shapes the blocks of a cell, a box or a note.
    fn nested(&mut self, blocks: Vec<WordBlock>) -> Vec<RichBlock> {
        let number = self.block;
        let mut pieces = Vec::new();
        for block in blocks {
            for piece in self.pieces(block) {
                pieces.push((number, piece));
            }
        }
        self.group(pieces).into_iter().map(|(_, block)| block).collect()
    }

    /// A box around blocks: a notice, if it holds little.
    fn framed(&mut self, blocks: Vec<WordBlock>) -> Vec<RichBlock> {
        let shaped = self.nested(blocks);
        let text = |block: &RichBlock| matches!(block, RichBlock::Paragraph(runs) if !plain(runs).is_empty());
        let has_picture = shaped.iter().any(|block| {
            matches!(block, RichBlock::Paragraph(runs) if runs.iter().any(|run| matches!(run.content, RichContent::Picture(_))))
        });
        let is_small =
            shaped.iter().all(|block| matches!(block, RichBlock::Paragraph(_) | RichBlock::List(_)));
        if has_picture || !is_small || !shaped.iter().any(text) {
            if !shaped.is_empty() && !has_picture {
                self.tell(WordFindingKind::TextBoxMoved, "");
            }
            return shaped;
        }
        let first = shaped
            .iter()
            .find_map(|block| if let RichBlock::Paragraph(runs) = block { Some(plain(runs)) } else { None });
        self.tell(WordFindingKind::BoxRecognised, first.unwrap_or_default());
        vec![tables::notice(shaped)]
    }

    /// What a block becomes before it is grouped with its neighbours.
    fn pieces(&mut self, block: WordBlock) -> Vec<Piece> {
        match block {
            WordBlock::Paragraph(paragraph) => self.paragraph(paragraph),
            WordBlock::Table(table) => self.table(table).into_iter().map(Piece::Block).collect(),
            WordBlock::Framed(blocks) => self.framed(blocks).into_iter().map(Piece::Block).collect(),
        }
    }

    fn paragraph(&mut self, mut paragraph: WordParagraph) -> Vec<Piece> {
        if paragraph.role == ParagraphRole::Code {
            return vec![Piece::Code(lines(&paragraph.runs))];
        }
        if matches!(paragraph.role, ParagraphRole::Heading(_)) {
            placeholders::label(&mut paragraph.runs, self.phrases.label);
        } else {
            self.prepare(&mut paragraph.runs);
        }
        if checks::is_empty(&paragraph.runs) {
            self.anchors.append(
                &mut paragraph
                    .runs
                    .into_iter()
                    .filter(|run| matches!(run.content, RichContent::Anchor(_)))
                    .collect(),
            );
            return Vec::new();
        }
        let anchors = std::mem::take(&mut self.anchors);
        paragraph.runs.splice(0..0, anchors);
        match (paragraph.role, paragraph.list) {
            (ParagraphRole::Heading(level), _) => self.heading(level, paragraph.runs),
            (ParagraphRole::Quote, None) => vec![Piece::Quote(paragraph.runs)],
            (ParagraphRole::Caption, None) => vec![Piece::Caption(paragraph.runs)],
            (_, Some(place)) => {
                let mut runs = paragraph.runs;
                let check = checks::take_leading(&mut runs);
                let is_numbered = matches!(place.mark, ItemMark::Number(_) | ItemMark::Letter(_));
                let mark = check.filter(|_| !is_numbered).map_or(place.mark, ItemMark::Check);
                let blocks = vec![RichBlock::Paragraph(runs)];
                vec![Piece::Entry(ListEntry { depth: place.depth, mark, task: check, blocks })]
            }
            _ => self.body(paragraph.runs),
        }
    }

    /// A heading; its pictures stand below it.
    fn heading(&mut self, level: u8, runs: Vec<RichRun>) -> Vec<Piece> {
        let (pictures, mut runs): (Vec<_>, Vec<_>) =
            runs.into_iter().partition(|run| matches!(run.content, RichContent::Picture(_)));
        let is_italic = runs
            .iter()
            .all(|run| run.marks.has(RichMark::Italic) || checks::is_empty(std::slice::from_ref(run)));
        for run in &mut runs {
            run.marks = run.marks.with(RichMark::Bold, false);
            run.marks = if is_italic { run.marks.with(RichMark::Italic, false) } else { run.marks };
        }
        let mut pieces = Vec::new();
        if !checks::is_empty(&runs) {
            self.context = plain(&runs);
            pieces.push(Piece::Block(RichBlock::Heading { level, runs, anchor: None }));
        }
        if !pictures.is_empty() {
            pieces.push(Piece::Paragraph(pictures));
        }
        pieces
    }

    /// Running text: tasks where it begins or ends with a box.
    fn body(&mut self, mut runs: Vec<RichRun>) -> Vec<Piece> {
        let entry = |mark, runs| {
            Piece::Entry(ListEntry { depth: 0, mark, task: None, blocks: vec![RichBlock::Paragraph(runs)] })
        };
        if !checks::has_box(&runs) {
            return pieces::split_lines(runs).into_iter().map(Piece::Paragraph).collect();
        }
        let mut trial = runs.clone();
        if checks::take_leading(&mut trial).is_some() && !checks::is_empty(&trial) {
            let mut out = Vec::new();
            for mut part in checks::parts(runs) {
                match checks::take_leading(&mut part) {
                    Some(is_ticked) if !checks::is_empty(&part) => {
                        out.push(entry(ItemMark::Check(is_ticked), part));
                    }
                    _ => out.push(Piece::Paragraph(part)),
                }
            }
            return out;
        }
        if let Some(is_ticked) = checks::take_trailing(&mut runs) {
            if !checks::has_box(&runs) && !checks::is_empty(&runs) {
                return vec![entry(ItemMark::Check(is_ticked), runs)];
            }
            runs.push(RichRun::plain(RichContent::Check(is_ticked)));
        }
        self.tell(WordFindingKind::CheckInText, plain(&runs));
        vec![Piece::Paragraph(runs)]
    }

    /// Makes links of addresses, and placeholders of what is missing.
    fn prepare(&mut self, runs: &mut Vec<RichRun>) {
        for run in runs.iter_mut() {
            if let Some(link) = &run.link
                && matches!(&**link, "" | "#")
                && let Some(text) = run.as_text()
            {
                let missing = format!("{} « {} »", self.phrases.link, text.trim());
                *run = RichRun::plain(RichContent::Placeholder(self.phrases.label, missing));
            }
        }
        addresses::link(runs);
        let mut told = Vec::new();
        placeholders::mark(runs, self.phrases.label, &self.context, &mut told);
        for text in told {
            self.tell(WordFindingKind::PlaceholderRecognised, text);
        }
    }
}

fn is_heading(block: &WordBlock) -> bool {
    matches!(block, WordBlock::Paragraph(paragraph) if matches!(paragraph.role, ParagraphRole::Heading(_)))
}

/// The text of code, its spaces kept.
fn lines(runs: &[RichRun]) -> String {
    let text = runs.iter().map(|run| match &run.content {
        RichContent::Text(text) | RichContent::Placeholder(_, text) => text.as_str(),
        RichContent::Break => "\n",
        _ => "",
    });
    text.collect()
}
