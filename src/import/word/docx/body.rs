//! Blocks of a document: paragraphs, tables, and what holds them.
use super::chunks::CHUNK;
use super::letters::{self, is_on};
use super::numbering::ItemLabel;
use super::reader::{DocxLine, DocxReader, FieldText};
use super::styles::StyleFacts;
use crate::import::rich::{RichContent, RichRun};
use crate::import::word::finding::{WordFinding, WordFindingKind};
use crate::import::word::text::{
    ListPlace, ParagraphRole, WordBlock, WordCell, WordParagraph, WordRow, WordTable,
};
use crate::import::word::xml::XmlElement;

/// The most columns of a table, as in Word.
const MOST_COLUMNS: usize = 63;

impl DocxReader<'_> {
    /// Reads the text itself.
    pub(super) fn body(&mut self, parent: &XmlElement) {
        for child in parent.elements() {
            let mut blocks = Vec::new();
            if &*child.name == CHUNK {
                let findings = self.chunk(child, &mut blocks);
                let first = self.text.blocks.len();
                let at = |finding: WordFinding| WordFinding { block: first + finding.block, ..finding };
                self.text.findings.extend(findings.into_iter().map(at));
            } else {
                self.block(child, &mut blocks);
            }
            self.text.blocks.append(&mut blocks);
        }
        if !self.carried.is_empty() {
            let runs = std::mem::take(&mut self.carried);
            self.text.blocks.push(WordBlock::Paragraph(WordParagraph { runs, ..WordParagraph::default() }));
        }
    }

    /// Reads the blocks in an element.
    pub(super) fn blocks(&mut self, parent: &XmlElement) -> Vec<WordBlock> {
        let mut blocks = Vec::new();
        for child in parent.elements() {
            self.block(child, &mut blocks);
        }
        blocks
    }

    fn block(&mut self, element: &XmlElement, blocks: &mut Vec<WordBlock>) {
        match &*element.name {
            "w:p" => self.paragraph(element, blocks),
            "w:tbl" => {
                let table = self.table(element);
                blocks.push(WordBlock::Table(table));
            }
            "w:sdt" => self.control(element, blocks),
            "w:ins" | "w:moveTo" | "w:customXml" | "w:smartTag" | "w:sdtContent" => {
                blocks.extend(self.blocks(element));
            }
            "mc:AlternateContent" => {
                if let Some(choice) = element.elements().next() {
                    blocks.extend(self.blocks(choice));
                }
            }
            "w:del" => self.deleted(element),
            CHUNK => {
                // In a cell or a box, which is one block.
                let findings = self.chunk(element, blocks);
                let block = self.text.blocks.len();
                self.text
                    .findings
                    .extend(findings.into_iter().map(|finding| WordFinding { block, ..finding }));
            }
            "m:oMathPara" | "m:oMath" => {
                let mut line = DocxLine::default();
                self.inline(element, &mut line);
                blocks.push(WordBlock::Paragraph(WordParagraph {
                    runs: line.runs,
                    ..WordParagraph::default()
                }));
            }
            _ => {}
        }
    }

    /// Reads a control around blocks. One that holds a table of contents is left out.
    fn control(&mut self, element: &XmlElement, blocks: &mut Vec<WordBlock>) {
        let gallery = element.descendant("w:docPartGallery").and_then(|gallery| gallery.attribute("w:val"));
        let Some(content) = element.child("w:sdtContent") else { return };
        let is_contents = gallery.is_some_and(|gallery| gallery.starts_with("Table of"));
        for mut block in self.blocks(content) {
            if let WordBlock::Paragraph(paragraph) = &mut block
                && is_contents
                && !matches!(paragraph.role, ParagraphRole::Heading(2..))
            {
                paragraph.role = ParagraphRole::Contents;
            }
            blocks.push(block);
        }
    }

    /// Reads a paragraph, and the text boxes in it.
    fn paragraph(&mut self, element: &XmlElement, blocks: &mut Vec<WordBlock>) {
        let properties = element.child("w:pPr");
        let style = properties.and_then(|properties| properties.child_attribute("w:pStyle", "w:val"));
        let facts = self.parts.styles.facts(style);
        let role = role_of(properties, &facts);
        if matches!(role, ParagraphRole::Heading(_)) {
            self.fields.retain(|field| field.use_of_text != FieldText::Contents);
        }
        let was_in_contents = self.is_in_contents();
        let mut line = DocxLine::default();
        line.runs.append(&mut self.carried);
        self.inline(element, &mut line);
        let mark = properties.and_then(|properties| properties.child("w:rPr"));
        if mark.is_some_and(|mark| mark.child("w:del").is_some() || mark.child("w:moveFrom").is_some()) {
            self.carried = line.runs;
        } else {
            let is_contents = was_in_contents || line.has_contents;
            let mut paragraph = WordParagraph {
                role: if is_contents { ParagraphRole::Contents } else { role },
                list: None,
                size: size_of(element, &facts),
                runs: line.runs,
            };
            self.set_list(&mut paragraph, properties, &facts);
            blocks.push(WordBlock::Paragraph(paragraph));
        }
        blocks.extend(line.framed.into_iter().map(WordBlock::Framed));
    }

    /// Gives a paragraph its place in a list, or the words that a list puts in front of it.
    fn set_list(
        &mut self,
        paragraph: &mut WordParagraph,
        properties: Option<&XmlElement>,
        facts: &StyleFacts,
    ) {
        let direct = properties.and_then(|properties| properties.child("w:numPr"));
        let id = direct.and_then(|direct| direct.child_attribute("w:numId", "w:val"));
        let level = direct.and_then(|direct| direct.child_attribute("w:ilvl", "w:val")?.parse().ok());
        let of_style = facts.list.as_ref();
        let Some(id) = id.or(of_style.map(|(id, _)| id.as_str())).filter(|id| *id != "0") else { return };
        let shown = level.or(of_style.map(|(_, depth)| *depth)).unwrap_or(0_usize);
        // The depth that a style's name states is not one of its list.
        let depth = if self.parts.numbering.has_level(id, shown) { shown } else { 0 };
        let has_text = paragraph.runs.iter().any(|run| !matches!(run.content, RichContent::Anchor(_)));
        if !has_text || paragraph.role == ParagraphRole::Contents {
            return;
        }
        match self.parts.numbering.mark(id, depth, &mut self.counters) {
            ItemLabel::Mark(mark)
                if !matches!(paragraph.role, ParagraphRole::Heading(_) | ParagraphRole::Title) =>
            {
                paragraph.list = Some(ListPlace { depth: shown.min(8), mark });
            }
            ItemLabel::Words(label) => {
                let label = format!("{} ", label.trim_end());
                paragraph.runs.insert(0, RichRun::text(label));
            }
            ItemLabel::Mark(_) | ItemLabel::Nothing => {}
        }
    }

    /// Reads a table.
    fn table(&mut self, element: &XmlElement) -> WordTable {
        let mut table = WordTable::default();
        for row in parts_of(element, "w:tr") {
            let properties = row.child("w:trPr");
            if properties.is_some_and(|properties| properties.child("w:del").is_some()) {
                self.deleted(row);
                continue;
            }
            let is_header = properties.and_then(|properties| is_on(properties, "w:tblHeader")) == Some(true);
            let cells = parts_of(row, "w:tc").into_iter().map(|cell| self.cell(cell)).collect();
            table.rows.push(WordRow { is_header, cells });
        }
        table
    }

    fn cell(&mut self, element: &XmlElement) -> WordCell {
        let properties = element.child("w:tcPr");
        let span = properties.and_then(|properties| properties.child_attribute("w:gridSpan", "w:val"));
        let merge = properties.and_then(|properties| properties.child("w:vMerge"));
        WordCell {
            blocks: self.blocks(element),
            columns: span.and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, MOST_COLUMNS),
            goes_on: merge.is_some_and(|merge| merge.attribute("w:val") != Some("restart")),
        }
    }

    /// Tells the text that was deleted with changes tracked.
    pub(super) fn deleted(&mut self, element: &XmlElement) {
        let mut text = String::new();
        push_raw_text(element, &mut text);
        let author = element.attribute("w:author").unwrap_or_default();
        self.tell_more(WordFindingKind::DeletionLeftOut, author, &text);
    }
}

/// The elements of a name, also those inside of controls and changes.
fn parts_of<'a>(parent: &'a XmlElement, name: &str) -> Vec<&'a XmlElement> {
    let mut found = Vec::new();
    for child in parent.elements() {
        if &*child.name == name {
            found.push(child);
        } else if matches!(&*child.name, "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" | "w:moveTo") {
            found.extend(parts_of(child, name));
        }
    }
    found
}

/// What a paragraph is: its own level comes first.
fn role_of(properties: Option<&XmlElement>, facts: &StyleFacts) -> ParagraphRole {
    let own = properties.and_then(|properties| properties.child_attribute("w:outlineLvl", "w:val"));
    let by_level = own.and_then(|level| level.parse::<u8>().ok()).filter(|level| *level < 9);
    by_level.map(|level| ParagraphRole::Heading(level + 1)).or(facts.role).unwrap_or_default()
}

/// The size of the first letters of a paragraph.
fn size_of(element: &XmlElement, facts: &StyleFacts) -> Option<u32> {
    let first = element.all("w:r").into_iter().find(|run| run.child("w:t").is_some());
    let own = first.and_then(|run| run.child("w:rPr")).map(letters::read);
    own.and_then(|letters| letters.size).or(facts.letters.size)
}

/// The raw text of an element, deleted text included, one line a paragraph.
pub(super) fn push_raw_text(element: &XmlElement, out: &mut String) {
    for child in element.elements() {
        match &*child.name {
            "w:t" | "w:delText" | "m:t" | "a:t" => out.push_str(&child.text()),
            // The names in a chart; its numbers are no words.
            "c:strCache" => {
                for name in child.all("c:v") {
                    out.push(' ');
                    out.push_str(&name.text());
                }
            }
            "w:tab" | "w:br" | "w:cr" => out.push(' '),
            "w:noBreakHyphen" => out.push('\u{2011}'),
            "mc:Fallback" | "w:instrText" => {}
            "w:p" | "a:p" => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
                push_raw_text(child, out);
            }
            _ => push_raw_text(child, out),
        }
    }
}
