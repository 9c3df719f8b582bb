//! HTML as blocks: headings, paragraphs, lists, tables, marks and links. Everything else leaves its words.
use crate::import::body::{HtmlTag, tag_at};
use crate::import::rich::{RichContent, RichMark, RichMarks, RichRun};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::text::{
    ItemMark, ListPlace, ParagraphRole, WordBlock, WordCell, WordParagraph, WordRow, WordTable, WordText,
};
use crate::text::references::without_references;
use std::sync::Arc;

/// How deep tables may stand in each other; further ones leave their words.
const DEEPEST: usize = 16;

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "address",
    "body",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "hr",
    "form",
    "center",
];

/// Elements whose words are none of the text.
const SILENT: [&str; 4] = ["head", "script", "style", "title"];

/// Reads HTML.
pub(super) fn read(text: &str) -> WordText {
    let mut reader = HtmlReader { text, ..HtmlReader::default() };
    let mut at = 0;
    while at < text.len() {
        let next = text[at..].find('<').map_or(text.len(), |next| at + next);
        reader.words(&text[at..next]);
        at = if next < text.len() { reader.tag(next) } else { next };
    }
    reader.end_line();
    while !reader.tables.is_empty() {
        reader.end_table();
    }
    reader.out.blocks = reader.blocks;
    reader.out
}

/// A table on its way.
#[derive(Default)]
struct OpenTable {
    rows: Vec<WordRow>,
    /// What stands before the table.
    before: Vec<WordBlock>,
    /// The lists that it stands in.
    lists: Vec<Option<u32>>,
}

#[derive(Default)]
struct HtmlReader<'a> {
    text: &'a str,
    out: WordText,
    blocks: Vec<WordBlock>,
    line: Vec<RichRun>,
    role: ParagraphRole,
    /// Marks that are open, the outermost first.
    marks: Vec<RichMark>,
    link: Option<Arc<str>>,
    /// Lists that are open: the number of the last item, none for bullets.
    lists: Vec<Option<u32>>,
    /// The mark of the paragraph that is read next.
    item: Option<ItemMark>,
    tables: Vec<OpenTable>,
    /// Tables that are open and too deep.
    ignored_tables: usize,
    is_code: bool,
    /// Elements without words that are not closed any more.
    unclosed: Vec<&'static str>,
}

impl HtmlReader<'_> {
    /// Adds words; blanks side by side are one.
    fn words(&mut self, text: &str) {
        let text = without_references(text);
        if self.is_code {
            let mut lines = text.split('\n');
            self.push(lines.next().unwrap_or_default().trim_end_matches('\r'));
            for line in lines {
                self.end_line();
                self.push(line.trim_end_matches('\r'));
            }
            return;
        }
        let is_blank = |letter: char| letter.is_ascii_whitespace();
        let mut out = String::new();
        let ends_blank = match self.line.last().map(|run| &run.content) {
            Some(RichContent::Text(before)) => before.ends_with(' '),
            Some(RichContent::Break) | None => true,
            Some(_) => false,
        };
        if text.starts_with(is_blank) && !ends_blank {
            out.push(' ');
        }
        out.push_str(&text.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        if text.ends_with(is_blank) && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        self.push(&out);
    }

    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.add(RichContent::Text(text.to_owned()));
        }
    }

    fn add(&mut self, content: RichContent) {
        let marks = self.marks.iter().fold(RichMarks::default(), |marks, mark| marks.with(*mark, true));
        self.line.push(RichRun { content, marks, link: self.link.clone() });
    }

    /// Ends a paragraph.
    fn end_line(&mut self) {
        let runs = std::mem::take(&mut self.line);
        let is_blank = |run: &RichRun| run.as_text().is_some_and(|text| text.trim().is_empty());
        if runs.is_empty() || (!self.is_code && runs.iter().all(is_blank)) {
            return;
        }
        let mark = self.item.replace(ItemMark::Continued).filter(|_| !self.lists.is_empty());
        let depth = self.lists.len().saturating_sub(1).min(8);
        let list = mark.map(|mark| ListPlace { depth, mark });
        self.blocks.push(WordBlock::Paragraph(WordParagraph { role: self.role, list, runs, size: None }));
    }

    /// Reads what begins with `<`; gives where it ends.
    fn tag(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let past = |mark: &str| rest.find(mark).map_or(self.text.len(), |end| at + end + mark.len());
        if rest.starts_with("<!--") {
            return past("-->");
        }
        let Some(tag) = tag_at(self.text, at) else {
            let is_tag =
                rest[1..].starts_with(|first: char| first.is_ascii_alphabetic() || "!?/".contains(first));
            if is_tag {
                return past(">");
            }
            self.push("<");
            return at + 1;
        };
        let name = tag.name.to_ascii_lowercase();
        let silent = SILENT.into_iter().find(|silent| *silent == name && !self.unclosed.contains(silent));
        if let Some(silent) = silent.filter(|_| !tag.is_close && !tag.is_alone) {
            return self.end_of(silent, tag.range.end);
        }
        if tag.is_close {
            self.close(&name);
        } else {
            self.open(&name, &tag);
        }
        tag.range.end
    }

    /// The end of an element whose words go; where it has none, only its tag goes.
    fn end_of(&mut self, name: &'static str, from: usize) -> usize {
        let close = format!("</{name}");
        let mut ends = self.text[from..].match_indices("</").map(|(at, _)| from + at);
        let end = ends.find(|at| {
            self.text.get(*at..*at + close.len()).is_some_and(|found| found.eq_ignore_ascii_case(&close))
        });
        let end = end.and_then(|at| Some(at + self.text[at..].find('>')? + 1));
        if end.is_none() {
            self.unclosed.push(name);
        }
        end.unwrap_or(from)
    }

    fn open(&mut self, name: &str, tag: &HtmlTag<'_>) {
        if let Some(mark) = mark_of(name) {
            return self.marks.push(mark);
        }
        match name {
            "br" => self.add(RichContent::Break),
            "a" => self.link = tag.first(&["href"]).map(|target| without_references(target).into()),
            "img" => self.picture(tag),
            "input" if tag.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) => {
                self.add(RichContent::Check(tag.get("checked").is_some()));
            }
            "ul" | "ol" | "menu" => {
                self.end_line();
                let start = tag.get("start").and_then(|start| start.parse::<u32>().ok()).unwrap_or(1);
                self.lists.push((name == "ol").then(|| start.saturating_sub(1)));
            }
            "li" => self.item(),
            "table" => self.table(),
            "tr" | "td" | "th" if self.ignored_tables > 0 => self.end_line(),
            "tr" => self.row(),
            "td" | "th" => self.cell(name == "th", tag),
            _ => self.role(name, false),
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(mark) = mark_of(name) {
            if let Some(at) = self.marks.iter().rposition(|open| *open == mark) {
                self.marks.remove(at);
            }
            return;
        }
        match name {
            "a" => self.link = None,
            "ul" | "ol" | "menu" => {
                self.end_line();
                self.lists.pop();
                self.item = Some(ItemMark::Continued);
            }
            "li" | "tr" | "td" | "th" => self.end_line(),
            "table" => {
                self.end_line();
                if self.ignored_tables > 0 {
                    self.ignored_tables -= 1;
                } else {
                    self.end_table();
                }
            }
            _ => self.role(name, true),
        }
    }

    /// A picture leaves its words.
    fn picture(&mut self, tag: &HtmlTag<'_>) {
        let alt = without_references(tag.get("alt").unwrap_or_default());
        let source = tag.get("src").filter(|source| !source.starts_with("data:")).unwrap_or_default();
        let place = self.blocks.len();
        let text = format!("{source} {alt}");
        self.out.findings.push(super::finding(WordFindingKind::PictureMissing, place, text));
        self.push(&alt);
    }

    fn item(&mut self) {
        self.end_line();
        self.item = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                ItemMark::Number(*number)
            }
            _ => ItemMark::Bullet,
        });
    }

    fn table(&mut self) {
        self.end_line();
        if self.tables.len() >= DEEPEST {
            self.ignored_tables += 1;
            return;
        }
        let before = std::mem::take(&mut self.blocks);
        let lists = std::mem::take(&mut self.lists);
        self.tables.push(OpenTable { before, lists, rows: Vec::new() });
    }

    /// Elements that say what their paragraphs are.
    fn role(&mut self, name: &str, is_close: bool) {
        let role = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => ParagraphRole::Heading(name.as_bytes()[1] - b'0'),
            "blockquote" => ParagraphRole::Quote,
            "pre" => ParagraphRole::Code,
            "caption" => ParagraphRole::Caption,
            _ if BLOCKS.contains(&name) => return self.end_line(),
            _ => return,
        };
        self.end_line();
        self.is_code = role == ParagraphRole::Code && !is_close;
        self.role = if is_close { ParagraphRole::Body } else { role };
    }

    fn row(&mut self) {
        self.end_line();
        self.end_cell();
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(WordRow { is_header: true, cells: Vec::new() });
        }
    }

    fn cell(&mut self, is_header: bool, tag: &HtmlTag<'_>) {
        self.end_line();
        self.end_cell();
        let columns = tag.get("colspan").and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, 63);
        let Some(table) = self.tables.last_mut() else { return };
        if table.rows.is_empty() {
            table.rows.push(WordRow { is_header: true, cells: Vec::new() });
        }
        if let Some(row) = table.rows.last_mut() {
            row.is_header &= is_header;
            row.cells.push(WordCell { blocks: Vec::new(), columns, goes_on: false });
        }
    }

    /// What was read belongs to the last cell; before the first one, it stands before the table.
    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let cell = table.rows.last_mut().and_then(|row| row.cells.last_mut());
        cell.map_or(&mut table.before, |cell| &mut cell.blocks).append(&mut self.blocks);
    }

    fn end_table(&mut self) {
        self.end_cell();
        let Some(OpenTable { mut rows, before, lists }) = self.tables.pop() else { return };
        self.blocks = before;
        self.lists = lists;
        rows.retain(|row| !row.cells.is_empty());
        if !rows.is_empty() {
            self.blocks.push(WordBlock::Table(WordTable { rows }));
        }
    }
}

fn mark_of(name: &str) -> Option<RichMark> {
    Some(match name {
        "b" | "strong" => RichMark::Bold,
        "i" | "em" => RichMark::Italic,
        "s" | "strike" | "del" => RichMark::Strike,
        "sup" => RichMark::Super,
        "sub" => RichMark::Sub,
        "mark" => RichMark::Highlight,
        "code" | "kbd" | "tt" | "samp" => RichMark::Code,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{WordBlock, read};
    use crate::import::word::embedded::tests::words;

    #[test]
    fn blocks_are_read_and_words_stay() {
        let text = "<!DOCTYPE html><html><head><title>No</title><style>p{}</style></head><body><h2>T&ecirc;te</h2>\n<p>Un <b>mot</b>\n et <o:p></o:p>l&#8217;autre 1 < 2</p>\
                    <ul><li>a<ol><li>b</li></ol></li></ul><![if x]><div>c<br>d</div><table><tr><th>e</th></tr><tr><td>f<table><tr><td>g</td></tr></table></td></tr></table>h";
        let read = read(text);
        let found = words(&read);
        assert_eq!(found[..5], ["Tête", "Un mot et l’autre 1 < 2", "a", "b", "c d"]);
        assert_eq!(found.last().map(String::as_str), Some("h"));
        let table = &found[found.len() - 2];
        assert!(["\"e\"", "\"f\"", "\"g\""].iter().all(|word| table.contains(word)), "{table}");
    }

    #[test]
    fn the_end_of_a_table_that_is_too_deep_ends_no_other_one() {
        let deep = "<table><tr><td>".repeat(super::DEEPEST);
        let text =
            format!("{deep}a<table><tr><th>b</th><td>c</td></tr></table>d</td><td>e</td></tr></table>f");
        let read = read(&text);
        assert_eq!(read.blocks.len(), 1);
        let cells = cells_of_deepest(&read.blocks[0]);
        assert_eq!(cells.iter().map(|cell| cell.len()).collect::<Vec<_>>(), [4, 1]);
    }

    /// The blocks of each cell of the table that stands deepest.
    fn cells_of_deepest(block: &WordBlock) -> Vec<&[WordBlock]> {
        let WordBlock::Table(table) = block else { return Vec::new() };
        let cells: Vec<&[WordBlock]> =
            table.rows.iter().flat_map(|row| &row.cells).map(|cell| &*cell.blocks).collect();
        let deeper = cells.iter().copied().flatten().find(|block| matches!(block, WordBlock::Table(_)));
        deeper.map_or(cells, cells_of_deepest)
    }

    #[test]
    fn odd_text_is_read_to_its_end() {
        for odd in [
            "<",
            "<p",
            "</",
            "<a href=",
            "</table></td>",
            "<td>a",
            "<table><tr><td>",
            "<pre>a\nb",
            "<!--",
            "<style>a",
            "&;&#0;&x",
        ] {
            read(odd);
        }
        read(&"<table><td>".repeat(20_000));
    }
}
