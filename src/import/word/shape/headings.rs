//! Headings: which there are, of which level, and the numbers that people typed in front of them.
use super::typed::{TypedMark, strip, typed_mark};
use crate::import::rich::{RichContent, RichMark, RichRun, plain};
use crate::import::word::finding::{WordFinding, WordFindingKind};
use crate::import::word::shaped::NumberedBlock;
use crate::import::word::text::{ParagraphRole, WordBlock, WordParagraph};
use std::collections::{BTreeMap, BTreeSet};

/// The longest text that may be a heading without saying so, in characters.
const LONGEST_HEADING: usize = 100;

/// Gives headings the levels 1, 2, … without gaps; the title of the document, which is taken away.
pub(super) fn settle(blocks: &mut Vec<NumberedBlock>, told: &mut Vec<WordFinding>) -> Option<Vec<RichRun>> {
    let mut title = take_title(blocks);
    if !blocks.iter().any(|(_, block)| level_of(block).is_some()) {
        recognise(blocks, told);
    }
    let levels: BTreeSet<u8> = blocks.iter().filter_map(|(_, block)| level_of(block)).collect();
    let levels: Vec<u8> = levels.into_iter().collect();
    set_levels(blocks, |level| levels.iter().position(|known| *known == level).map_or(level, from_place));
    if title.is_none() {
        title = take_lone_heading(blocks);
    }
    strip_numbers(blocks, told);
    close_gaps(blocks, told);
    title
}

fn from_place(place: usize) -> u8 {
    u8::try_from(place + 1).unwrap_or(9)
}

fn paragraph_of(block: &WordBlock) -> Option<&WordParagraph> {
    if let WordBlock::Paragraph(paragraph) = block { Some(paragraph) } else { None }
}

/// The level of a heading.
fn level_of(block: &WordBlock) -> Option<u8> {
    match paragraph_of(block)?.role {
        ParagraphRole::Heading(level) => Some(level),
        _ => None,
    }
}

fn set_levels(blocks: &mut [NumberedBlock], level: impl Fn(u8) -> u8) {
    for (_, block) in blocks {
        if let WordBlock::Paragraph(WordParagraph { role: ParagraphRole::Heading(old), .. }) = block {
            *old = level(*old);
        }
    }
}

/// Takes the title away: the first paragraphs that have its style, joined.
fn take_title(blocks: &mut Vec<NumberedBlock>) -> Option<Vec<RichRun>> {
    let is_title = |block: &WordBlock| paragraph_of(block).is_some_and(|it| it.role == ParagraphRole::Title);
    let first = blocks.iter().position(|(_, block)| is_title(block))?;
    if blocks[..first].iter().any(|(_, block)| level_of(block).is_some()) {
        return None;
    }
    let count = blocks[first..].iter().take_while(|(_, block)| is_title(block)).count();
    let mut runs = Vec::new();
    for (_, block) in blocks.drain(first..first + count) {
        let WordBlock::Paragraph(paragraph) = block else { continue };
        if !runs.is_empty() {
            runs.push(RichRun::plain(RichContent::Break));
        }
        runs.extend(paragraph.runs);
    }
    (!plain(&runs).is_empty()).then_some(runs)
}

/// A heading of the first level that stands alone above all others is the title; the others move up.
fn take_lone_heading(blocks: &mut Vec<NumberedBlock>) -> Option<Vec<RichRun>> {
    let levels: Vec<u8> = blocks.iter().filter_map(|(_, block)| level_of(block)).collect();
    let is_lone = levels.first() == Some(&1) && !levels[1..].contains(&1);
    if !is_lone {
        return None;
    }
    let at = blocks.iter().position(|(_, block)| level_of(block) == Some(1))?;
    let before = blocks[..at]
        .iter()
        .any(|(_, block)| paragraph_of(block).is_none_or(|it| !plain(&it.runs).is_empty()));
    if before && levels.len() == 1 {
        return None;
    }
    let (_, block) = blocks.remove(at);
    set_levels(blocks, |level| level - 1);
    if let WordBlock::Paragraph(paragraph) = block { Some(paragraph.runs) } else { None }
}

/// Finds headings in a document without any: short bold paragraphs, or such in larger letters.
fn recognise(blocks: &mut [NumberedBlock], told: &mut Vec<WordFinding>) {
    let usual = usual_size(blocks);
    let found: Vec<usize> =
        (0..blocks.len()).filter(|at| looks_like_heading(&blocks[*at].1, usual)).collect();
    if found.len() < 2 {
        return;
    }
    let key = |block: &WordBlock| {
        let paragraph = paragraph_of(block)?;
        let text = plain(&paragraph.runs);
        let depth = typed_mark(&text).filter(|mark| mark.is_certain).map_or(0, |mark| mark.numbers.len());
        Some((std::cmp::Reverse(paragraph.size.unwrap_or(0)), depth))
    };
    let keys: BTreeSet<_> = found.iter().filter_map(|at| key(&blocks[*at].1)).collect();
    let keys: Vec<_> = keys.into_iter().collect();
    for at in found {
        let (number, block) = &mut blocks[at];
        let place = key(block).and_then(|key| keys.iter().position(|known| *known == key)).unwrap_or(0);
        if let WordBlock::Paragraph(paragraph) = block {
            paragraph.role = ParagraphRole::Heading(from_place(place.min(3)));
            let text = plain(&paragraph.runs);
            told.push(WordFinding { kind: WordFindingKind::HeadingRecognised, block: *number, text });
        }
    }
}

/// The size in which most text is set.
fn usual_size(blocks: &[NumberedBlock]) -> u32 {
    let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
    for paragraph in blocks.iter().filter_map(|(_, block)| paragraph_of(block)) {
        *letters.entry(paragraph.size.unwrap_or(0)).or_default() += plain(&paragraph.runs).len();
    }
    letters.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(size, _)| size)
}

fn looks_like_heading(block: &WordBlock, usual: u32) -> bool {
    let Some(paragraph) = paragraph_of(block) else { return false };
    let text = plain(&paragraph.runs);
    let is_text = paragraph.role == ParagraphRole::Body && paragraph.list.is_none();
    let is_short =
        !text.is_empty() && text.chars().count() <= LONGEST_HEADING && text.contains(char::is_alphabetic);
    let ends = text.ends_with(['.', ';', ',', '…', ':']);
    let written = |run: &&RichRun| run.as_text().is_none_or(|text| !text.trim().is_empty());
    let mut runs =
        paragraph.runs.iter().filter(written).filter(|run| !matches!(run.content, RichContent::Anchor(_)));
    let is_large = usual > 0 && paragraph.size.is_some_and(|size| size * 100 >= usual * 115);
    is_text
        && is_short
        && !ends
        && runs.all(|run| run.as_text().is_some() && (is_large || run.marks.has(RichMark::Bold)))
}

/// Takes typed numbers away that only repeat the order.
fn strip_numbers(blocks: &mut [NumberedBlock], told: &mut Vec<WordFinding>) {
    let marks: Vec<Option<(u8, TypedMark)>> = blocks
        .iter()
        .map(|(_, block)| {
            let level = level_of(block)?;
            typed_mark(&plain(&paragraph_of(block)?.runs)).map(|mark| (level, mark))
        })
        .collect();
    let in_row = levels_in_row(&marks);
    for (at, found) in marks.iter().enumerate() {
        let Some((level, mark)) = found else { continue };
        if mark.is_certain || (in_row.contains(level) && mark.numbers.len() == 1) {
            let (number, block) = &mut blocks[at];
            let WordBlock::Paragraph(paragraph) = block else { continue };
            let text = plain(&paragraph.runs);
            strip(&mut paragraph.runs, text[mark.length..].chars().count(), &text);
            told.push(WordFinding { kind: WordFindingKind::NumberLeftOut, block: *number, text });
        }
    }
}

/// The levels whose single numbers count up: 1, 2, 3 or A, B, C, perhaps from the first again. A lone letter may be a Roman
/// number or not: "I" after "H".
fn levels_in_row(marks: &[Option<(u8, TypedMark)>]) -> BTreeSet<u8> {
    let mut rows: BTreeMap<u8, Vec<u32>> = BTreeMap::new();
    for (level, mark) in marks.iter().flatten() {
        if let [number] = mark.numbers.as_slice() {
            rows.entry(*level).or_default().push(*number);
        }
    }
    let counts_up = |row: &[u32]| {
        row.len() > 1 && row[0] == 1 && row.windows(2).all(|pair| pair[1] == pair[0] + 1 || pair[1] == 1)
    };
    rows.into_iter().filter(|(_, row)| counts_up(row)).map(|(level, _)| level).collect()
}

/// Lets levels grow by one at most.
fn close_gaps(blocks: &mut [NumberedBlock], told: &mut Vec<WordFinding>) {
    let mut before = 0;
    for (number, block) in blocks {
        if let WordBlock::Paragraph(WordParagraph { role: ParagraphRole::Heading(level), runs, .. }) = block
            && !plain(runs).is_empty()
        {
            if *level > before + 1 {
                let text = plain(runs);
                told.push(WordFinding { kind: WordFindingKind::HeadingLevel, block: *number, text });
                *level = before + 1;
            }
            before = *level;
        }
    }
}
