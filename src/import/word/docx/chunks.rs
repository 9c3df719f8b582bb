//! Documents that are embedded in a document (`w:altChunk`): their blocks stand in its text.
use super::reader::DocxReader;
use super::relations::Relations;
use crate::import::rich::{RichContent, RichRun};
use crate::import::word::archive::{WordArchive, inside};
use crate::import::word::embedded;
use crate::import::word::finding::{WordFinding, WordFindingKind};
use crate::import::word::kind::{self, WordFormat};
use crate::import::word::odt;
use crate::import::word::refusal::WordRefusal;
use crate::import::word::text::{WordBlock, WordText};
use crate::import::word::xml::XmlElement;
use std::collections::HashMap;

/// The element.
pub(super) const CHUNK: &str = "w:altChunk";

/// How deep documents may be embedded in each other.
pub(super) const DEEPEST: usize = 3;

/// An embedded document.
#[derive(Debug)]
pub(super) struct Chunk {
    /// What it is: `HTML`.
    kind: &'static str,
    text: WordText,
}

/// Reads a document that may embed others, down to a depth.
pub(super) type ReadDocx = fn(&mut WordArchive<'_>, usize) -> Result<WordText, WordRefusal>;

/// The documents that a document embeds, by their files. What cannot be read is not among them.
pub(super) fn read(
    archive: &mut WordArchive<'_>,
    relations: &Relations,
    (depth, read_docx): (usize, ReadDocx),
) -> HashMap<String, Chunk> {
    let mut chunks = HashMap::new();
    for file in relations.of_kind("aFChunk") {
        if !chunks.contains_key(file)
            && let Ok(Some(bytes)) = archive.xml(file)
            && let Some(chunk) = chunk(archive, file, &bytes, (depth, read_docx))
        {
            chunks.insert(file.to_owned(), chunk);
        }
    }
    chunks
}

fn chunk(
    archive: &mut WordArchive<'_>,
    file: &str,
    bytes: &[u8],
    (depth, read_docx): (usize, ReadDocx),
) -> Option<Chunk> {
    if !bytes.starts_with(b"PK") {
        return embedded::read(file, bytes).map(|(kind, text)| Chunk { kind, text });
    }
    let mut within = archive.within(bytes).ok().filter(|_| depth > 0)?;
    let read = kind::format_of(&mut within).and_then(|format| match format {
        WordFormat::Docx => Ok(("DOCX", read_docx(&mut within, depth - 1)?)),
        WordFormat::Odt => Ok(("ODT", odt::read(&mut within)?)),
    });
    archive.go_on_after(&within);
    let (kind, mut text) = read.ok()?;
    let blocks = text.blocks.iter_mut().chain(text.footnotes.iter_mut().flatten());
    for block in blocks {
        block.each_run(&mut |run| {
            if let RichContent::Picture(picture) = &mut run.content {
                picture.target = inside(file, &picture.target);
            }
        });
    }
    Some(Chunk { kind, text })
}

impl DocxReader<'_> {
    /// Adds the blocks of an embedded document, each document once. Gives what there is to tell of them, by their numbers.
    pub(super) fn chunk(&mut self, element: &XmlElement, blocks: &mut Vec<WordBlock>) -> Vec<WordFinding> {
        let relation = element.attribute("r:id").and_then(|id| self.relations.get(id));
        let file = relation.map_or_else(String::new, |relation| relation.target.clone());
        let Some(Chunk { kind, text }) = self.parts.chunks.get(&file) else {
            self.text.tell(WordFindingKind::DocumentLeftOut, file);
            return Vec::new();
        };
        if !self.chunks.insert(file.clone()) {
            return Vec::new();
        }
        self.text.tell(WordFindingKind::DocumentKept, format!("{kind}: {file}"));
        let first = self.footnotes.len();
        self.footnotes
            .extend((0..text.footnotes.len()).map(|place| (CHUNK, format!("{first} {place} {file}"))));
        for block in &text.blocks {
            let mut block = block.clone();
            shift(&mut block, first);
            blocks.push(block);
        }
        text.findings.clone()
    }

    /// A footnote of an embedded document, by the id that it was given.
    pub(super) fn footnote_of_chunk(&self, id: &str) -> Vec<WordBlock> {
        let mut parts = id.splitn(3, ' ');
        let mut number = || parts.next()?.parse::<usize>().ok();
        let (first, place) = (number().unwrap_or(0), number().unwrap_or(0));
        let chunk = parts.next().and_then(|file| self.parts.chunks.get(file));
        let mut blocks = chunk.and_then(|chunk| chunk.text.footnotes.get(place)).cloned().unwrap_or_default();
        for block in &mut blocks {
            shift(block, first);
        }
        blocks
    }
}

/// Footnotes of an embedded document come behind those before it.
fn shift(block: &mut WordBlock, first: usize) {
    block.each_run(&mut |run: &mut RichRun| {
        if let RichContent::Note(label) = &mut run.content
            && let Ok(place) = label.parse::<usize>()
        {
            *label = (first + place).to_string();
        }
    });
}
