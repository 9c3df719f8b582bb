//! Tables: with a header, without merged cells, one paragraph a cell.
use super::Shaper;
use super::checks;
use crate::import::rich::{
    RichBlock, RichContent, RichItem, RichList, RichMark, RichNotice, RichRun, RichTable, plain,
};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::text::{ParagraphRole, WordBlock, WordTable};

/// The longest text that is repeated in each row that a merged cell covers, in bytes.
const LONGEST_REPEATED: usize = 200;

/// Words by which a notice says what it is.
const NOTICES: &[(&str, RichNotice)] = &[
    ("attention", RichNotice::Warning),
    ("danger", RichNotice::Warning),
    ("avertissement", RichNotice::Warning),
    ("warning", RichNotice::Warning),
    ("important", RichNotice::Important),
    ("astuce", RichNotice::Tip),
    ("conseil", RichNotice::Tip),
    ("bon à savoir", RichNotice::Tip),
    ("tip", RichNotice::Tip),
];

/// Whether a table only places what it holds: headings, or long text in every cell.
pub(super) fn is_layout(table: &WordTable) -> bool {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.flat_map(|cell| &cell.blocks).any(|block| match block {
        WordBlock::Paragraph(paragraph) => {
            matches!(paragraph.role, ParagraphRole::Heading(_) | ParagraphRole::Title)
                && !plain(&paragraph.runs).is_empty()
        }
        WordBlock::Framed(blocks) => blocks.iter().any(
            |block| matches!(block, WordBlock::Paragraph(it) if matches!(it.role, ParagraphRole::Heading(_))),
        ),
        WordBlock::Table(inner) => is_layout(inner),
    })
}

/// A notice around blocks, of the kind that its first words tell.
pub(super) fn notice(blocks: Vec<RichBlock>) -> RichBlock {
    let first = match blocks.first() {
        Some(RichBlock::Paragraph(runs)) => plain(runs).to_lowercase(),
        _ => String::new(),
    };
    let first = first.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let kind =
        NOTICES.iter().find(|(word, _)| first.starts_with(word)).map_or(RichNotice::Note, |(_, kind)| *kind);
    RichBlock::Notice(kind, blocks)
}

impl Shaper<'_> {
    /// The blocks that a table becomes.
    pub(super) fn table(&mut self, mut table: WordTable) -> Vec<RichBlock> {
        if let [row] = table.rows.as_mut_slice()
            && let [cell] = row.cells.as_mut_slice()
        {
            let blocks = std::mem::take(&mut cell.blocks);
            return self.framed(blocks);
        }
        let has_header = table.rows.first().is_some_and(|row| row.is_header);
        let rows = self.rows(table);
        let rows: Vec<Vec<Vec<RichRun>>> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !checks::is_empty(cell))).collect();
        if let Some(tasks) = tasks(&rows) {
            return tasks;
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let names =
            rows[0].iter().map(|cell| plain(cell)).filter(|name| !name.is_empty()).collect::<Vec<_>>();
        if !has_header {
            self.tell(WordFindingKind::TableHeader, names.join(" | "));
        }
        if rows.iter().flatten().any(|cell| checks::has_box(cell)) {
            self.tell(WordFindingKind::CheckInText, names.join(" | "));
        }
        let mut rows = rows;
        fill_header(&mut rows[0]);
        for run in rows[0].iter_mut().flatten() {
            run.marks = run.marks.with(RichMark::Bold, false);
        }
        vec![RichBlock::Table(RichTable { rows })]
    }

    /// The rows of a table, merged cells filled up.
    fn rows(&mut self, table: WordTable) -> Vec<Vec<Vec<RichRun>>> {
        let mut rows: Vec<Vec<Vec<RichRun>>> = Vec::with_capacity(table.rows.len());
        let mut is_merged = false;
        for row in table.rows {
            let mut cells: Vec<Vec<RichRun>> = Vec::with_capacity(row.cells.len());
            let before = std::mem::take(&mut self.context);
            for cell in row.cells {
                let column = cells.len();
                let name = rows.first().and_then(|header| header.get(column)).map(|cell| plain(cell));
                self.context = name
                    .filter(|name| !name.is_empty())
                    .or_else(|| cells.first().map(|it| plain(it)))
                    .unwrap_or_default();
                is_merged |= cell.columns > 1 || cell.goes_on;
                let above = rows.last().and_then(|row| row.get(column));
                let text = self.cell(cell.blocks);
                match above.filter(|_| cell.goes_on) {
                    Some(above) => {
                        // The programs do not show it.
                        let hidden = plain(&text);
                        if !hidden.is_empty() && hidden != plain(above) {
                            self.tell(WordFindingKind::HiddenLeftOut, hidden);
                        }
                        let is_short = plain(above).len() <= LONGEST_REPEATED;
                        cells.push(if is_short { repeated(above) } else { Vec::new() });
                    }
                    None => cells.push(text),
                }
                cells.extend(std::iter::repeat_n(Vec::new(), cell.columns - 1));
            }
            self.context = before;
            rows.push(cells);
        }
        if is_merged {
            let first =
                rows.first().map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | "));
            self.tell(WordFindingKind::TableMerged, first.unwrap_or_default());
        }
        rows
    }

    /// The text of a cell in one paragraph.
    fn cell(&mut self, blocks: Vec<WordBlock>) -> Vec<RichRun> {
        let mut runs = Vec::new();
        let mut blocks = blocks.into_iter().peekable();
        while let Some(block) = blocks.next() {
            if let WordBlock::Table(table) = block {
                let inner: Vec<Vec<Vec<RichRun>>> = self.rows(table);
                let text = inner
                    .iter()
                    .map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | "));
                self.tell(WordFindingKind::TableNested, text.collect::<Vec<_>>().join(" / "));
                for row in inner {
                    push_line(&mut runs, join(row, " – "));
                }
                continue;
            }
            let mut texts = vec![block];
            while let Some(text) = blocks.next_if(|block| !matches!(block, WordBlock::Table(_))) {
                texts.push(text);
            }
            for shaped in self.nested(texts) {
                let is_list = matches!(shaped, RichBlock::List(_));
                let mut lines = Vec::new();
                flatten(&shaped, "", &mut lines);
                if is_list {
                    let text = lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join(" / ");
                    self.tell(WordFindingKind::TableCellFlattened, text);
                }
                for line in lines {
                    push_line(&mut runs, line);
                }
            }
        }
        runs
    }
}

/// A cell of the header that covers several columns names each of them.
fn fill_header(header: &mut [Vec<RichRun>]) {
    for at in 1..header.len() {
        if checks::is_empty(&header[at]) && plain(&header[at - 1]).len() <= LONGEST_REPEATED {
            header[at] = repeated(&header[at - 1]);
        }
    }
}

/// The text of a cell again, without what must stand once.
fn repeated(cell: &[RichRun]) -> Vec<RichRun> {
    let kept =
        cell.iter().filter(|run| !matches!(run.content, RichContent::Anchor(_) | RichContent::Note(_)));
    kept.cloned().collect()
}

fn push_line(runs: &mut Vec<RichRun>, line: Vec<RichRun>) {
    if checks::is_empty(&line) {
        runs.extend(line);
        return;
    }
    if !checks::is_empty(runs) {
        runs.push(RichRun::plain(RichContent::Break));
    }
    runs.extend(line);
}

fn join(cells: Vec<Vec<RichRun>>, separator: &str) -> Vec<RichRun> {
    let mut out = Vec::new();
    for cell in cells.into_iter().filter(|cell| !checks::is_empty(cell)) {
        if !out.is_empty() {
            out.push(RichRun::text(separator));
        }
        out.extend(cell);
    }
    out
}

/// The lines of a block, with signs for items of lists.
fn flatten(block: &RichBlock, mark: &str, lines: &mut Vec<Vec<RichRun>>) {
    match block {
        RichBlock::Paragraph(runs) | RichBlock::Heading { runs, .. } => {
            let mut line = if mark.is_empty() { Vec::new() } else { vec![RichRun::text(mark)] };
            line.extend(runs.iter().cloned());
            lines.push(line);
        }
        RichBlock::Code(text) => lines.extend(text.lines().map(|line| vec![RichRun::text(line)])),
        RichBlock::Quote(blocks) | RichBlock::Notice(_, blocks) => {
            for block in blocks {
                flatten(block, mark, lines);
            }
        }
        RichBlock::Table(table) => lines.extend(table.rows.iter().map(|row| join(row.clone(), " – "))),
        RichBlock::List(list) => flatten_list(list, lines),
    }
}

fn flatten_list(list: &RichList, lines: &mut Vec<Vec<RichRun>>) {
    let mut number = list.start;
    for item in &list.items {
        let mark = match (item.task, number) {
            (Some(true), _) => "☑ ".to_owned(),
            (Some(false), _) => "☐ ".to_owned(),
            (None, Some(number)) => format!("{number}. "),
            (None, None) => "• ".to_owned(),
        };
        number = number.and_then(|number| number.checked_add(1));
        for (at, block) in item.blocks.iter().enumerate() {
            flatten(block, if at == 0 { &mark } else { "" }, lines);
        }
    }
}

/// The tasks of a table of two columns, one of them nothing but boxes; what stands above them is a paragraph.
fn tasks(rows: &[Vec<Vec<RichRun>>]) -> Option<Vec<RichBlock>> {
    if rows.len() < 2 || rows.iter().any(|row| row.len() != 2) {
        return None;
    }
    let lone_box = |cell: &[RichRun]| {
        let mut cell = cell.to_vec();
        checks::take_leading(&mut cell).filter(|_| checks::is_empty(&cell))
    };
    let has_header = (0..2).all(|column| lone_box(&rows[0][column]).is_none());
    let body = &rows[usize::from(has_header)..];
    let column = (0..2).find(|column| body.iter().all(|row| lone_box(&row[*column]).is_some()))?;
    let items = body.iter().map(|row| RichItem {
        task: lone_box(&row[column]),
        blocks: vec![RichBlock::Paragraph(row[1 - column].clone())],
    });
    let mut blocks = Vec::new();
    if has_header {
        let header = join(rows[0].clone(), " – ");
        blocks.push(RichBlock::Paragraph(header));
    }
    blocks.push(RichBlock::List(RichList { start: None, items: items.collect() }));
    Some(blocks)
}
