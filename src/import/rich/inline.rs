//! Runs as Markdown.
use super::escape::{EscapePlace, push_target, push_text};
use super::run::{RichContent, RichMark, RichMarks, RichPicture, RichRun};
use super::tidy::tidy;

/// Where runs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InlinePlace {
    /// In a paragraph.
    Paragraph,
    /// In a heading: one line, no breaks.
    Heading,
    /// In a cell of a table.
    Cell,
}

/// The marks in the order in which they open where they begin and end together, with what opens and closes them.
const MARKS: [(RichMark, &str, &str); 6] = [
    (RichMark::Highlight, "<mark>", "</mark>"),
    (RichMark::Bold, "**", "**"),
    (RichMark::Italic, "*", "*"),
    (RichMark::Strike, "~~", "~~"),
    (RichMark::Super, "<sup>", "</sup>"),
    (RichMark::Sub, "<sub>", "</sub>"),
];

/// Runs as Markdown.
pub(super) fn inline(runs: &[RichRun], place: InlinePlace) -> String {
    let runs = tidy(runs);
    let mut writer = InlineWriter { out: String::new(), place, open: Vec::new(), after_bracket: false };
    let groups: Vec<&[RichRun]> =
        runs.chunk_by(|left, right| left.link.is_some() && left.link == right.link).collect();
    for (at, group) in groups.iter().enumerate() {
        writer.set_marks(common(group), groups[at..].iter().map(|group| common(group)));
        if let Some(target) = &group[0].link {
            writer.link(group, target);
        } else {
            writer.content(&group[0]);
        }
    }
    writer.set_marks(RichMarks::default(), std::iter::empty());
    writer.out
}

/// The text of runs, without marks.
pub(in crate::import) fn plain(runs: &[RichRun]) -> String {
    let mut out = String::new();
    for run in runs {
        match &run.content {
            RichContent::Text(text) | RichContent::Placeholder(_, text) => out.push_str(text),
            RichContent::Break => out.push(' '),
            RichContent::Check(_)
            | RichContent::Picture(_)
            | RichContent::Note(_)
            | RichContent::Anchor(_) => {}
        }
    }
    let is_shown = |letter: &char| !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}');
    let out: String = out.chars().filter(is_shown).collect();
    out.trim().split([' ', '\t', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The marks that all runs of a group have. Code is written inside of everything else.
fn common(group: &[RichRun]) -> RichMarks {
    let first = group[0].marks.with(RichMark::Code, false);
    group.iter().fold(first, |marks, run| marks.common(run.marks))
}

#[derive(Debug)]
struct InlineWriter {
    out: String,
    place: InlinePlace,
    /// The marks that are open, the outermost first.
    open: Vec<(RichMark, &'static str)>,
    /// Whether a placeholder or a reference to a footnote stands just before.
    after_bracket: bool,
}

impl InlineWriter {
    /// Closes the marks that end here and opens those that begin. `coming` are the marks of what follows: the mark that
    /// lasts longest opens first.
    fn set_marks(&mut self, marks: RichMarks, coming: impl Iterator<Item = RichMarks>) {
        let stays = self.open.iter().take_while(|(mark, _)| marks.has(*mark)).count();
        for (_, close) in self.open.drain(stays..).rev() {
            self.out.push_str(close);
        }
        let mut missing: Vec<_> = MARKS
            .into_iter()
            .filter(|(mark, _, _)| marks.has(*mark) && self.open.iter().all(|(open, _)| open != mark))
            .map(|mark| (mark, 0_usize))
            .collect();
        if missing.len() > 1 {
            let mut alive = vec![true; missing.len()];
            for marks in coming {
                for (at, ((mark, _, _), length)) in missing.iter_mut().enumerate() {
                    alive[at] = alive[at] && marks.has(*mark);
                    *length += usize::from(alive[at]);
                }
                if alive.iter().all(|alive| !alive) {
                    break;
                }
            }
            missing.sort_by_key(|(_, length)| std::cmp::Reverse(*length));
        }
        for ((mark, open, close), _) in missing {
            self.out.push_str(open);
            self.open.push((mark, close));
        }
    }

    /// Writes a link with the marks inside of it.
    fn link(&mut self, group: &[RichRun], target: &str) {
        let outer = common(group);
        let text = plain(group);
        let address = target.strip_prefix("mailto:").unwrap_or(target);
        let is_bare = (target.starts_with("http") || target.starts_with("mailto:"))
            && (text == target || text == address)
            && !text.contains(|letter: char| letter.is_whitespace() || "<>\\|".contains(letter));
        if is_bare && group.iter().all(|run| run.marks == outer) {
            self.out.push('<');
            self.out.push_str(&text);
            self.out.push('>');
            return;
        }
        self.push_bracket("[");
        let open = std::mem::take(&mut self.open);
        let inside: Vec<RichMarks> = group.iter().map(|run| run.marks.without(outer)).collect();
        let from = self.out.len();
        for (at, run) in group.iter().enumerate() {
            self.set_marks(inside[at], inside[at..].iter().copied());
            self.content(run);
        }
        self.set_marks(RichMarks::default(), std::iter::empty());
        self.open = open;
        if self.out[from..].trim().is_empty() {
            let place = EscapePlace { begins_line: false, in_table: self.is_cell(), in_link: true };
            push_text(&mut self.out, address, place);
        }
        self.out.push_str("](");
        push_target(&mut self.out, target);
        self.out.push(')');
    }

    fn is_cell(&self) -> bool {
        self.place == InlinePlace::Cell
    }

    /// Adds a bracket. An exclamation mark before it would make a picture of the link.
    fn push_bracket(&mut self, bracket: &str) {
        if self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        } else if self.after_bracket {
            // Two pairs of brackets side by side would be a link.
            self.out.push(' ');
        }
        self.after_bracket = false;
        self.out.push_str(bracket);
    }

    /// Writes what a run holds.
    fn content(&mut self, run: &RichRun) {
        let after_bracket = std::mem::take(&mut self.after_bracket);
        match &run.content {
            RichContent::Text(text) if run.marks.has(RichMark::Code) => self.code(text),
            RichContent::Text(text) => {
                let text = if self.begins_line() { text.trim_start() } else { text };
                let place = EscapePlace {
                    begins_line: self.begins_line() && self.place == InlinePlace::Paragraph,
                    in_table: self.is_cell(),
                    in_link: run.link.is_some(),
                };
                // Behind a pair of brackets, these would begin the address of a link.
                if after_bracket && text.starts_with(['(', ':']) {
                    self.out.push('\\');
                }
                push_text(&mut self.out, text, place);
            }
            RichContent::Break => self.line_break(run.link.is_some()),
            RichContent::Check(is_ticked) => self.out.push(if *is_ticked { '☑' } else { '☐' }),
            RichContent::Picture(picture) => self.picture(picture),
            RichContent::Note(label) => {
                self.after_bracket = after_bracket;
                self.push_bracket("[^");
                self.out.push_str(label);
                self.out.push(']');
                self.after_bracket = true;
            }
            RichContent::Placeholder(label, text) => {
                self.after_bracket = after_bracket;
                self.placeholder(label, text);
                self.after_bracket = true;
            }
            RichContent::Anchor(_) => {}
        }
    }

    /// Whether nothing but openings of marks stands on the line.
    fn begins_line(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }

    fn line_break(&mut self, in_link: bool) {
        if self.place == InlinePlace::Heading || in_link {
            if !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            return;
        }
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push_str(if self.is_cell() { "<br>" } else { "\\\n" });
    }

    /// Writes code between more backticks than stand inside.
    fn code(&mut self, text: &str) {
        let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        let text = if self.is_cell() { text.replace('|', "\\|") } else { text.to_owned() };
        for part in [&fence, pad, &text, pad, &fence] {
            self.out.push_str(part);
        }
    }

    fn picture(&mut self, picture: &RichPicture) {
        let place = EscapePlace { begins_line: false, in_table: self.is_cell(), in_link: true };
        self.out.push_str("![");
        push_text(&mut self.out, &picture.alt, place);
        self.out.push_str("](");
        push_target(&mut self.out, &picture.target);
        if !picture.caption.is_empty() {
            self.out.push_str(" \"");
            let mut caption = String::new();
            push_text(&mut caption, &picture.caption, place);
            self.out.push_str(&caption.replace('"', "\\\""));
            self.out.push('"');
        }
        self.out.push(')');
    }

    /// Writes a placeholder. Brackets inside would end it.
    fn placeholder(&mut self, label: &str, text: &str) {
        self.push_bracket("[");
        self.out.push_str(label);
        let text = text.replace('[', "(").replace(']', ")");
        if !text.trim().is_empty() {
            // French sets a no-break space before the colon.
            self.out.push_str(if label.is_ascii() { ": " } else { "\u{a0}: " });
            let place = EscapePlace { begins_line: false, in_table: self.is_cell(), in_link: true };
            push_text(&mut self.out, text.trim(), place);
        }
        self.out.push(']');
    }
}
