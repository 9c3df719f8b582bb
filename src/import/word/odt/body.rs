//! Blocks of a document: paragraphs, lists, tables, sections.
use super::reader::{OdtLine, OdtReader};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::text::{
    ItemMark, ListPlace, ParagraphRole, WordBlock, WordCell, WordParagraph, WordRow, WordTable,
};
use crate::import::word::xml::{XmlElement, XmlNode};

/// The most columns of a table, as in Word.
const MOST_COLUMNS: usize = 63;

impl<'a> OdtReader<'a> {
    /// Reads the text itself.
    pub(super) fn body(&mut self, parent: &'a XmlElement) {
        for child in parent.elements() {
            let mut blocks = Vec::new();
            self.block(child, &mut blocks);
            self.text.blocks.append(&mut blocks);
        }
    }

    /// Reads the blocks in an element.
    pub(super) fn blocks(&mut self, parent: &'a XmlElement) -> Vec<WordBlock> {
        let mut blocks = Vec::new();
        for child in parent.elements() {
            self.block(child, &mut blocks);
        }
        blocks
    }

    fn block(&mut self, element: &'a XmlElement, blocks: &mut Vec<WordBlock>) {
        match &*element.name {
            "text:p" | "text:h" => self.paragraph(element, blocks),
            "text:list" => self.list(element, None, 0, blocks),
            "text:numbered-paragraph" => {
                let depth = element
                    .attribute("text:level")
                    .and_then(|level| level.parse::<usize>().ok())
                    .unwrap_or(1);
                let style = element.attribute("text:style-name");
                let start = element.attribute("text:start-value").and_then(|start| start.parse().ok());
                self.item(element, style, depth.saturating_sub(1).min(9), start.unwrap_or(1), blocks);
            }
            "table:table" => {
                let table = self.table(element);
                blocks.push(WordBlock::Table(table));
            }
            "text:section" => {
                if element.attribute("text:display") == Some("none") {
                    self.tell_text(WordFindingKind::HiddenLeftOut, "", &raw_text(element));
                } else {
                    blocks.extend(self.blocks(element));
                }
            }
            "text:index-title" | "text:index-body" => blocks.extend(self.blocks(element)),
            name if name.starts_with("text:") && (name.ends_with("-index") || is_contents(name)) => {
                for body in element.elements().filter(|child| &*child.name == "text:index-body") {
                    for mut block in self.blocks(body) {
                        if let WordBlock::Paragraph(paragraph) = &mut block {
                            paragraph.role = ParagraphRole::Contents;
                        }
                        blocks.push(block);
                    }
                }
            }
            name if name.starts_with("draw:") || name == "office:annotation" || name == "text:change" => {
                let mut line = OdtLine::default();
                self.inline_element(element, &mut line);
                Self::push_line(line, WordParagraph::default(), blocks);
            }
            _ => {}
        }
    }

    fn paragraph(&mut self, element: &'a XmlElement, blocks: &mut Vec<WordBlock>) {
        let style = element.attribute("text:style-name").unwrap_or_default();
        let by_style = self.parts.styles.role(style);
        let role = match (&*element.name, by_style) {
            ("text:h", Some(ParagraphRole::Title | ParagraphRole::Contents)) => by_style,
            ("text:h", _) => {
                let level = element.attribute("text:outline-level").and_then(|level| level.parse().ok());
                Some(ParagraphRole::Heading(level.unwrap_or(1).clamp(1, 9)))
            }
            _ => by_style,
        };
        let letters = self.parts.styles.paragraph(style);
        let paragraph =
            WordParagraph { role: role.unwrap_or_default(), size: letters.size, ..WordParagraph::default() };
        let mut line = OdtLine { letters, ..OdtLine::default() };
        self.inline(element, &mut line);
        Self::push_line(line, paragraph, blocks);
    }

    /// Adds a paragraph, and the text boxes in it.
    fn push_line(line: OdtLine, mut paragraph: WordParagraph, blocks: &mut Vec<WordBlock>) {
        paragraph.runs = line.runs;
        let holds_all = paragraph.runs.is_empty() && !line.framed.is_empty();
        if !holds_all {
            blocks.push(WordBlock::Paragraph(paragraph));
        }
        blocks.extend(line.framed.into_iter().map(WordBlock::Framed));
    }

    /// Reads a list. Lists in it have its style unless they name their own.
    fn list(
        &mut self,
        element: &'a XmlElement,
        style: Option<&'a str>,
        depth: usize,
        blocks: &mut Vec<WordBlock>,
    ) {
        let style = element.attribute("text:style-name").or(style);
        let (_, first) = self.parts.styles.level(style, depth);
        let by_style = format!("{} {depth}", style.unwrap_or_default());
        let goes_on = match element.attribute("text:continue-list") {
            Some(id) => self.numbers.get(id).copied(),
            None if element.attribute("text:continue-numbering") == Some("true") => {
                self.numbers.get(&by_style).copied()
            }
            None => None,
        };
        let mut number = goes_on.map_or(first, |last| last.saturating_add(1));
        for item in element.elements() {
            match &*item.name {
                "text:list-header" => blocks.extend(self.blocks(item)),
                "text:list-item" => {
                    if let Some(start) =
                        item.attribute("text:start-value").and_then(|start| start.parse().ok())
                    {
                        number = start;
                    }
                    if self.item(item, style, depth, number, blocks) {
                        number = number.saturating_add(1);
                    }
                }
                _ => {}
            }
        }
        let last = number.saturating_sub(1);
        self.numbers.insert(by_style, last);
        if let Some(id) = element.attribute("id") {
            self.numbers.insert(id.to_owned(), last);
        }
    }

    /// Reads an item; whether it holds text of its own.
    fn item(
        &mut self,
        element: &'a XmlElement,
        style: Option<&'a str>,
        depth: usize,
        number: u32,
        blocks: &mut Vec<WordBlock>,
    ) -> bool {
        let mut has_text = false;
        for child in element.elements() {
            if &*child.name == "text:list" {
                self.list(child, style, (depth + 1).min(9), blocks);
                continue;
            }
            let mut inside = Vec::new();
            self.block(child, &mut inside);
            for mut block in inside {
                if let WordBlock::Paragraph(paragraph) = &mut block
                    && matches!(
                        paragraph.role,
                        ParagraphRole::Body | ParagraphRole::Caption | ParagraphRole::Quote
                    )
                {
                    let (mark, _) = self.parts.styles.level(style, depth);
                    let mark = if has_text { Some(ItemMark::Continued) } else { mark.item(number) };
                    paragraph.list = mark.map(|mark| ListPlace { depth, mark });
                    has_text = true;
                }
                blocks.push(block);
            }
        }
        has_text
    }

    fn table(&mut self, element: &'a XmlElement) -> WordTable {
        let mut table = WordTable::default();
        let mut covered = vec![0_usize; MOST_COLUMNS];
        for (row, is_header) in rows_of(element, false) {
            let mut cells = Vec::new();
            let mut column = 0;
            for cell in row.elements() {
                let count = |name: &str| {
                    cell.attribute(name).and_then(|count| count.parse::<usize>().ok()).unwrap_or(1)
                };
                let is_covered = &*cell.name == "table:covered-table-cell";
                if (!is_covered && &*cell.name != "table:table-cell") || column >= MOST_COLUMNS {
                    continue;
                }
                for _ in 0..count("table:number-columns-repeated").clamp(1, MOST_COLUMNS - column) {
                    if is_covered {
                        // Covered from above; what is covered from the left is counted there.
                        if covered[column] > 0 {
                            covered[column] -= 1;
                            cells.push(WordCell { blocks: Vec::new(), columns: 1, goes_on: true });
                        }
                        column += 1;
                        continue;
                    }
                    let columns = count("table:number-columns-spanned").clamp(1, MOST_COLUMNS - column);
                    let rows = count("table:number-rows-spanned");
                    covered[column..column + columns].fill(rows.saturating_sub(1));
                    cells.push(WordCell { blocks: self.blocks(cell), columns, goes_on: false });
                    column += 1;
                }
            }
            table.rows.push(WordRow { is_header, cells });
        }
        table
    }
}

fn is_contents(name: &str) -> bool {
    matches!(name, "text:table-of-content" | "text:bibliography")
}

/// The rows of a table, and whether each is marked as header.
fn rows_of(parent: &XmlElement, is_header: bool) -> Vec<(&XmlElement, bool)> {
    let mut rows = Vec::new();
    for child in parent.elements() {
        match &*child.name {
            "table:table-row" => rows.push((child, is_header)),
            "table:table-header-rows" => rows.extend(rows_of(child, true)),
            "table:table-rows" | "table:table-row-group" => rows.extend(rows_of(child, is_header)),
            _ => {}
        }
    }
    rows
}

/// The raw text of an element, one line a paragraph.
pub(super) fn raw_text(element: &XmlElement) -> String {
    let mut out = String::new();
    push_raw(element, &mut out);
    out.trim().to_owned()
}

fn push_raw(element: &XmlElement, out: &mut String) {
    for node in &element.children {
        match node {
            XmlNode::Text(text) => out.push_str(text),
            XmlNode::Element(child) => match &*child.name {
                "text:s" | "text:tab" | "text:line-break" => out.push(' '),
                "office:change-info" | "dc:creator" | "dc:date" | "office:annotation" => {}
                "text:p" | "text:h" => {
                    if !out.is_empty() && !out.ends_with([' ', '\n']) {
                        out.push(' ');
                    }
                    push_raw(child, out);
                }
                _ => push_raw(child, out),
            },
        }
    }
}
