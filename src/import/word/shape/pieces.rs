//! Pieces grouped into blocks: lists, quotations, code, pictures with their captions.
use super::Shaper;
use super::lists::{self, ListEntry};
use super::typed::{TypedForm, TypedMark, strip, typed_mark};
use crate::import::rich::{RichBlock, RichContent, RichMark, RichRun, plain};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::text::ItemMark;

/// The longest caption, in bytes.
const LONGEST_CAPTION: usize = 300;

/// A block before it is grouped.
#[derive(Debug)]
pub(super) enum Piece {
    /// Running text.
    Paragraph(Vec<RichRun>),
    /// A paragraph of a list.
    Entry(ListEntry),
    /// A line of code.
    Code(String),
    /// A paragraph of a quotation.
    Quote(Vec<RichRun>),
    /// The caption of a picture or table.
    Caption(Vec<RichRun>),
    /// What stands for itself.
    Block(RichBlock),
}

/// A paragraph whose lines all begin with a mark is a paragraph a line.
pub(super) fn split_lines(runs: Vec<RichRun>) -> Vec<Vec<RichRun>> {
    let lines: Vec<&[RichRun]> = runs.split(|run| run.content == RichContent::Break).collect();
    let marked =
        lines.iter().filter(|line| typed_mark(&plain(line)).is_some_and(|mark| !is_weak(&mark))).count();
    let filled = lines.iter().filter(|line| !plain(line).is_empty()).count();
    if marked < 2 || marked + 1 < filled {
        return vec![runs];
    }
    lines.into_iter().filter(|line| !plain(line).is_empty()).map(<[RichRun]>::to_vec).collect()
}

/// Whether a mark may be a number that begins a sentence.
fn is_weak(mark: &TypedMark) -> bool {
    mark.kind == TypedForm::Decimal && !mark.is_certain
}

impl Shaper<'_> {
    /// Groups pieces.
    pub(super) fn group(&mut self, mut pieces: Vec<(usize, Piece)>) -> Vec<(usize, RichBlock)> {
        self.find_typed_lists(&mut pieces);
        let mut out: Vec<(usize, RichBlock)> = Vec::with_capacity(pieces.len());
        let mut pieces = pieces.into_iter().peekable();
        while let Some((number, piece)) = pieces.next() {
            match piece {
                Piece::Paragraph(runs) if is_code(&runs) => {
                    let mut text = super::lines(&runs);
                    while let Some((_, Piece::Paragraph(runs))) =
                        pieces.next_if(|(_, piece)| matches!(piece, Piece::Paragraph(runs) if is_code(runs)))
                    {
                        text.push('\n');
                        text.push_str(&super::lines(&runs));
                    }
                    let is_line = !text.contains('\n');
                    out.push((
                        number,
                        if is_line { RichBlock::Paragraph(runs) } else { RichBlock::Code(text) },
                    ));
                }
                Piece::Paragraph(runs) => out.push((number, RichBlock::Paragraph(runs))),
                Piece::Block(block) => out.push((number, block)),
                Piece::Code(mut text) => {
                    while let Some((_, Piece::Code(line))) =
                        pieces.next_if(|(_, piece)| matches!(piece, Piece::Code(_)))
                    {
                        text.push('\n');
                        text.push_str(&line);
                    }
                    out.push((number, RichBlock::Code(text)));
                }
                Piece::Quote(runs) => {
                    let mut blocks = vec![RichBlock::Paragraph(runs)];
                    while let Some((_, Piece::Quote(runs))) =
                        pieces.next_if(|(_, piece)| matches!(piece, Piece::Quote(_)))
                    {
                        blocks.push(RichBlock::Paragraph(runs));
                    }
                    out.push((number, RichBlock::Quote(blocks)));
                }
                Piece::Entry(entry) => {
                    let mut entries = vec![entry];
                    while let Some((_, Piece::Entry(entry))) =
                        pieces.next_if(|(_, piece)| matches!(piece, Piece::Entry(_)))
                    {
                        entries.push(entry);
                    }
                    if let Some(entry) =
                        entries.iter().find(|entry| matches!(entry.mark, ItemMark::Letter(_)))
                    {
                        let text = entry.blocks.first().map(first_text).unwrap_or_default();
                        self.block = number;
                        self.tell(WordFindingKind::ListNumbering, text);
                    }
                    out.extend(lists::build(&entries).into_iter().map(|block| (number, block)));
                }
                Piece::Caption(runs) => {
                    let next = pieces.peek_mut().map(|(_, piece)| piece);
                    if let Some(block) = captioned(runs, out.last_mut().map(|(_, block)| block), next) {
                        out.push((number, block));
                    }
                }
            }
        }
        out
    }

    /// Makes entries of paragraphs that begin with marks in a row.
    fn find_typed_lists(&mut self, pieces: &mut [(usize, Piece)]) {
        let mut at = 0;
        while at < pieces.len() {
            let marks = row_at(&pieces[at..]);
            let is_introduced = at.checked_sub(1).is_some_and(|before| ends_with_colon(&pieces[before].1));
            let is_list = match marks.first() {
                None => false,
                Some(first) if first.kind == TypedForm::Bullet => true,
                Some(first) if is_weak(first) => false,
                Some(_) => marks.len() > 1 || is_introduced,
            };
            if !is_list {
                at += marks.len().max(1);
                continue;
            }
            self.block = pieces[at].0;
            let mut text = String::new();
            for (mark, (_, piece)) in marks.iter().zip(&mut pieces[at..]) {
                let Piece::Paragraph(runs) = piece else { continue };
                let mut runs = std::mem::take(runs);
                let whole = plain(&runs);
                if text.is_empty() {
                    text.clone_from(&whole);
                } else if matches!(mark.kind, TypedForm::Roman | TypedForm::Upper | TypedForm::Lower) {
                    // Letters become numbers: what they were is told.
                    text.push_str(", ");
                    text.push_str(whole[..mark.length].trim());
                }
                strip(&mut runs, whole[mark.length..].chars().count(), &whole);
                let number = mark.numbers.last().copied().unwrap_or(1);
                let mark = match mark.kind {
                    TypedForm::Dash | TypedForm::Bullet => ItemMark::Bullet,
                    TypedForm::Decimal => ItemMark::Number(number),
                    TypedForm::Roman | TypedForm::Upper | TypedForm::Lower => ItemMark::Letter(number),
                };
                *piece = Piece::Entry(ListEntry {
                    depth: 0,
                    mark,
                    task: None,
                    blocks: vec![RichBlock::Paragraph(runs)],
                });
            }
            self.tell(WordFindingKind::ListRecognised, text);
            at += marks.len();
        }
    }
}

/// The marks of the paragraphs that follow each other and count up.
fn row_at(pieces: &[(usize, Piece)]) -> Vec<TypedMark> {
    let mut marks: Vec<TypedMark> = Vec::new();
    for (_, piece) in pieces {
        let Piece::Paragraph(runs) = piece else { break };
        let Some(mark) = typed_mark(&plain(runs)) else { break };
        let fits = match marks.last() {
            None => mark.kind != TypedForm::Decimal || mark.numbers.len() == 1,
            Some(last) if matches!(mark.kind, TypedForm::Dash | TypedForm::Bullet) => last.kind == mark.kind,
            Some(last) => {
                last.numbers.len() == 1
                    && mark.numbers.len() == 1
                    && mark.numbers[0] == last.numbers[0].saturating_add(1)
            }
        };
        if !fits {
            break;
        }
        marks.push(mark);
    }
    marks
}

fn ends_with_colon(piece: &Piece) -> bool {
    matches!(piece, Piece::Paragraph(runs) if plain(runs).trim_end().ends_with(':'))
}

fn first_text(block: &RichBlock) -> String {
    if let RichBlock::Paragraph(runs) = block { plain(runs) } else { String::new() }
}

/// Whether a paragraph is set in a font for code as a whole.
fn is_code(runs: &[RichRun]) -> bool {
    let mut texts =
        runs.iter().filter(|run| !matches!(run.content, RichContent::Break | RichContent::Anchor(_)));
    let is_some = runs.iter().any(|run| run.as_text().is_some());
    is_some
        && texts.all(|run| {
            run.as_text().is_some_and(|text| text.trim().is_empty() || run.marks.has(RichMark::Code))
        })
}

/// Gives a caption to its picture: in the caption itself, before it or behind it. The block that is left.
fn captioned(
    runs: Vec<RichRun>,
    before: Option<&mut RichBlock>,
    behind: Option<&mut Piece>,
) -> Option<RichBlock> {
    let (pictures, text): (Vec<RichRun>, Vec<RichRun>) =
        runs.iter().cloned().partition(|run| matches!(run.content, RichContent::Picture(_)));
    let caption = plain(&text);
    let is_plain = text.iter().all(|run| {
        run.link.is_none()
            && matches!(run.content, RichContent::Text(_) | RichContent::Break | RichContent::Anchor(_))
    });
    if !is_plain || caption.is_empty() || caption.len() > LONGEST_CAPTION {
        return Some(RichBlock::Paragraph(runs));
    }
    let anchors = text.into_iter().filter(|run| matches!(run.content, RichContent::Anchor(_)));
    if pictures.len() == 1 {
        let mut block = pictures;
        set_caption(&mut block, &caption);
        block.extend(anchors);
        return Some(RichBlock::Paragraph(block));
    }
    let before =
        before.and_then(|block| if let RichBlock::Paragraph(runs) = block { Some(runs) } else { None });
    let behind = behind.and_then(|piece| if let Piece::Paragraph(runs) = piece { Some(runs) } else { None });
    for picture in [before, behind].into_iter().flatten() {
        if set_caption(picture, &caption) {
            picture.extend(anchors);
            return None;
        }
    }
    Some(RichBlock::Paragraph(runs))
}

/// Sets the caption of a picture that stands alone and has none.
fn set_caption(runs: &mut [RichRun], caption: &str) -> bool {
    if !plain(runs).is_empty() {
        return false;
    }
    let mut pictures: Vec<_> = runs
        .iter_mut()
        .filter_map(
            |run| if let RichContent::Picture(picture) = &mut run.content { Some(picture) } else { None },
        )
        .collect();
    let [picture] = pictures.as_mut_slice() else { return false };
    if !picture.caption.is_empty() {
        return false;
    }
    caption.clone_into(&mut picture.caption);
    true
}
