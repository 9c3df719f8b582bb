//! Marks of emphasis that readers see, because a blank is missing or too many beside them.
use super::Builder;
use super::running::StrayMark;
use crate::model::{Diagnostic, codes};
use std::ops::Range;

/// How much of a line is looked at around a mark, in bytes.
const LINE: usize = 300;

/// What is wrong with a mark, or with two.
enum EmphasisMistake {
    /// A blank is missing behind the second mark: `**a :**b`.
    NoBlankAfter,
    /// A blank is missing before the first mark: `a**« b »**`.
    NoBlankBefore,
    /// Blanks are missing on both sides: `a**(b)**c`.
    NoBlankAround,
    /// The first mark stands before an apostrophe, and not behind it: `l**’a**`.
    BeforeApostrophe,
    /// Blanks stand between marks and words: `** a **`. The second mark may begin something else, so that it is not
    /// certain what was meant.
    Blanks { certain: bool },
    /// `__a__b`
    Underscores,
    /// The second mark is missing.
    NotClosed,
    /// The first mark is missing.
    NotOpened,
}

impl StrayMark {
    /// Whether the mark may begin emphasis.
    fn opens(&self) -> bool {
        !self.before.is_some_and(char::is_alphanumeric)
            && self.after.is_some_and(|after| !after.is_whitespace())
    }

    fn is_free_before(&self) -> bool {
        self.before.is_none_or(char::is_whitespace)
    }

    fn is_free_after(&self) -> bool {
        self.after.is_none_or(char::is_whitespace)
    }
}

impl Builder<'_> {
    /// Records the marks in a range of the source that is text.
    pub(super) fn find_stray_marks(&mut self, range: &Range<usize>) {
        let bytes = self.source.as_bytes();
        let mut at = range.start;
        while at < range.end {
            let byte = bytes[at];
            if !matches!(byte, b'*' | b'_' | b'~') {
                at += 1;
                continue;
            }
            let length = bytes[at..range.end].iter().take_while(|other| **other == byte).count();
            let (before, after) = (&self.source[..at], &self.source[at + length..]);
            let before = before.chars().next_back().filter(|letter| *letter != '\n');
            let after = after.chars().next().filter(|letter| !matches!(letter, '\n' | '\r'));
            let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let is_in_word = byte == b'_' && word(before) && word(after);
            let fits = if byte == b'~' { length == 2 } else { length <= 3 };
            if before != Some('\\') && fits && !(length == 1 && is_in_word) {
                self.running.marks.push(StrayMark { at: at..at + length, before, after });
            }
            at += length;
        }
    }

    /// Reports the marks of the block that ends here.
    pub(super) fn report_stray_marks(&mut self) {
        let marks = std::mem::take(&mut self.running.marks);
        let mut rest = marks.as_slice();
        while let [mark, after @ ..] = rest {
            rest = after;
            if self.is_argument(mark) || self.is_quoted_name(mark) {
                continue;
            }
            let text = &self.source[mark.at.clone()];
            let second = after.first().filter(|second| self.source[second.at.clone()] == *text);
            let inside = second.and_then(|second| self.source.get(mark.at.end..second.at.start));
            let inside = inside.filter(|inside| inside.contains(char::is_alphabetic));
            match (second.filter(|_| inside.is_some()), text.len()) {
                (Some(second), length) => match mistake(mark, second, text) {
                    Some(mistake) => {
                        self.report_mistake(mark.at.start..second.at.end, mark, Some(second), &mistake);
                        rest = &after[1..];
                    }
                    None if length > 1 && self.is_open_end(mark) => {
                        self.report_mistake(mark.at.clone(), mark, None, &EmphasisMistake::NotClosed);
                    }
                    None => {}
                },
                (None, 2 | 3) if self.is_open_end(mark) => {
                    self.report_mistake(mark.at.clone(), mark, None, &EmphasisMistake::NotClosed);
                }
                (None, 2 | 3) if marks.len() == 1 && self.is_close_end(mark) => {
                    self.report_mistake(mark.at.clone(), mark, None, &EmphasisMistake::NotOpened);
                }
                _ => {}
            }
        }
    }

    /// Whether a mark clearly begins emphasis: a word follows, and none stands before.
    fn is_open_end(&self, mark: &StrayMark) -> bool {
        let opening = |letter: char| {
            letter.is_whitespace() || matches!(letter, '(' | '[' | '«' | '"' | '“' | '’' | '\'')
        };
        mark.before.is_none_or(opening)
            && mark.after.is_some_and(|after| after.is_alphanumeric() || after == '«')
            && !self.source[mark.at.clone()].starts_with('~')
    }

    /// Whether a mark belongs to a program: `f(*args, **kwargs)`.
    fn is_argument(&self, mark: &StrayMark) -> bool {
        let (before, after) = self.around(mark);
        let rest = after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
        let called = before
            .rfind('(')
            .is_some_and(|at| before[..at].ends_with(|last: char| last.is_ascii_alphanumeric()));
        called && rest.starts_with([')', ',', '='])
    }

    /// Whether a mark begins a name in quotation marks: `'_drafts'`.
    fn is_quoted_name(&self, mark: &StrayMark) -> bool {
        let (before, after) = self.around(mark);
        let rest =
            after.trim_start_matches(|letter: char| letter.is_alphanumeric() || "._-".contains(letter));
        before.ends_with(['\'', '"', '‘', '“'])
            && rest.len() < after.len()
            && rest.starts_with(['\'', '"', '’', '”'])
    }

    /// Whether a mark clearly ends emphasis: a word stands before, and none follows. Stars behind a name, a price or a
    /// cell refer to another line.
    fn is_close_end(&mut self, mark: &StrayMark) -> bool {
        let ends = |letter: char| letter.is_alphabetic() || matches!(letter, '»' | '.' | '!' | '?' | '”');
        if !self.source[mark.at.clone()].starts_with('*')
            || !mark.before.is_some_and(ends)
            || mark.after.is_some_and(char::is_alphanumeric)
        {
            return false;
        }
        let (before, after) = self.around(mark);
        let words = before.trim_start_matches([' ', '\t', '>', '-', '+']).trim_start_matches("[ ] ");
        let is_name = words.starts_with(char::is_uppercase) && !words.contains(char::is_whitespace);
        let is_label = after.trim_start().starts_with([':', '=', ')']);
        let is_cell = before.contains('|') || after.contains('|');
        !is_name && !is_label && !is_cell && !self.has_star_lines()
    }

    /// What stands before and behind a mark in its line.
    fn around(&self, mark: &StrayMark) -> (&str, &str) {
        let near = self.source.floor_char_boundary(mark.at.start.saturating_sub(LINE))..mark.at.start;
        let far = mark.at.end..self.source.floor_char_boundary((mark.at.end + LINE).min(self.source.len()));
        let before = self.source[near].rsplit('\n').next().unwrap_or_default();
        (before, self.source[far].lines().next().unwrap_or_default())
    }

    /// Whether a line of the page begins with two stars that a price or a name refers to.
    fn has_star_lines(&mut self) -> bool {
        let source = self.source;
        *self.running.star_lines.get_or_insert_with(|| {
            source.lines().any(|line| {
                let line = line.trim_start_matches([' ', '\t', '>', '-', '(']);
                line.starts_with("\\*\\*") || line.strip_prefix("**").is_some_and(|rest| !rest.contains("**"))
            })
        })
    }

    fn report_mistake(
        &mut self,
        at: Range<usize>,
        first: &StrayMark,
        second: Option<&StrayMark>,
        mistake: &EmphasisMistake,
    ) {
        let mark = &self.source[first.at.clone()];
        let diagnostic = Diagnostic::new(codes::MARKDOWN_STRAY_EMPHASIS, self.span(&at)).arg("mark", mark);
        let inside =
            second.and_then(|second| self.source.get(first.at.end..second.at.start)).unwrap_or_default();
        let single_line = !inside.contains('\n');
        let (help, text, certain) = match mistake {
            EmphasisMistake::NoBlankAfter => ("help", format!("{mark}{inside}{mark} "), true),
            EmphasisMistake::NoBlankBefore => ("help-before", format!(" {mark}{inside}{mark}"), true),
            EmphasisMistake::NoBlankAround => ("help-around", format!(" {mark}{inside}{mark} "), true),
            EmphasisMistake::BeforeApostrophe => {
                let length = inside.chars().next().map_or(0, char::len_utf8);
                let (sign, words) = inside.split_at(length);
                ("help-apostrophe", format!("{sign}{mark}{words}{mark}"), true)
            }
            EmphasisMistake::Blanks { certain } => {
                let blank = if second.is_some_and(|second| second.after.is_some_and(char::is_alphanumeric)) {
                    " "
                } else {
                    ""
                };
                ("help-blanks", format!("{mark}{}{mark}{blank}", inside.trim()), *certain)
            }
            EmphasisMistake::Underscores => {
                let stars = "*".repeat(mark.len());
                ("help-underscores", format!("{stars}{inside}{stars}"), false)
            }
            EmphasisMistake::NotClosed => return self.diagnostic(diagnostic.help("help-not-closed")),
            EmphasisMistake::NotOpened => return self.diagnostic(diagnostic.help("help-not-opened")),
        };
        let diagnostic = diagnostic.arg("text", text.trim()).help(help);
        self.diagnostic(match mistake {
            // Words between the two marks are emphasised already, so that it is not certain what was meant.
            _ if inside.contains(mark) => diagnostic,
            EmphasisMistake::NoBlankAfter => diagnostic.fix(self.span(&(at.end..at.end)), " "),
            EmphasisMistake::NoBlankBefore => diagnostic.fix(self.span(&(at.start..at.start)), " "),
            _ if certain && single_line => diagnostic.fix(self.span(&at), text),
            _ => diagnostic,
        });
    }
}

/// What is wrong with two marks that should hold emphasis.
fn mistake(first: &StrayMark, second: &StrayMark, text: &str) -> Option<EmphasisMistake> {
    let ends_mark = |letter: char| !letter.is_alphanumeric() && !letter.is_whitespace();
    let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let punctuation = |letter: Option<char>| letter.is_some_and(ends_mark);
    if first.opens() && punctuation(second.before) && word(second.after) {
        return Some(EmphasisMistake::NoBlankAfter);
    }
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    if text.len() == 2 && letter(first.before) && punctuation(first.after) && letter(second.after) {
        return punctuation(second.before).then_some(EmphasisMistake::NoBlankAround);
    }
    let apostrophe = |letter: Option<char>| matches!(letter, Some('’' | '\''));
    let is_elision = letter(first.before) && apostrophe(first.after) && !apostrophe(second.before);
    if is_elision && !second.is_free_before() && !word(second.after) {
        return Some(EmphasisMistake::BeforeApostrophe);
    }
    let ends = punctuation(second.before) || (text.len() == 2 && !second.is_free_before());
    if word(first.before) && punctuation(first.after) && ends && !word(second.after) {
        return Some(EmphasisMistake::NoBlankBefore);
    }
    if text.starts_with('_') && text.len() == 2 && first.opens() && word(second.before) && word(second.after)
    {
        return Some(EmphasisMistake::Underscores);
    }
    let apart = |mark: &StrayMark| mark.is_free_before() && mark.after == Some(' ');
    if text == "_" && apart(first) && second.before == Some(' ') && !word(second.after) {
        return Some(EmphasisMistake::Blanks { certain: false });
    }
    if text.len() != 2 {
        return None;
    }
    let (after_first, before_second) = (first.is_free_after(), second.is_free_before());
    let certain = !before_second || second.is_free_after() || punctuation(second.after);
    let is_slip = (after_first || before_second) && (first.is_free_before() || first.opens());
    // A mark at an end of the line that has blanks on its other side only.
    let both_out = first.after.is_none() || second.before.is_none();
    (is_slip && !both_out).then_some(EmphasisMistake::Blanks { certain })
}
