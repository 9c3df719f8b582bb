//! Lists whose marks Markdown does not know, line after line: `•`, `–`, `1.Un`, `-Un`.
use super::body_lines::BodyLines;
use super::finding::FoundMark;
use super::malformed::{BLANKS, NO_BREAK};
use crate::language::dates::month_number;
use crate::model::codes;
use std::ops::Range;

/// Signs that word processors and mails write before the items of lists.
const SIGNS: [char; 19] = [
    '•', '‣', '◦', '⁃', '∙', '●', '○', '■', '▪', '▫', '➢', '➤', '►', '▶', '✓', '✔', '\u{f0b7}', '\u{f0a7}',
    '\u{f0d8}',
];

/// Signs that also stand in sentences: two lines are needed.
const DASHES: [char; 6] = ['–', '—', '·', '−', '‐', '―'];

/// How many lines with a dash are a list, and no dialogue and no recitals; and how long they may be, in bytes.
const DASH_LINES: usize = 3;
const LONGEST_DASH_LINE: usize = 100;

/// A line that is an item of such a list.
struct LooseItem {
    /// The mark with the blanks behind it.
    mark: Range<usize>,
    right: String,
    /// Whether one such line is enough.
    is_sure: bool,
    /// Whether it can be meant in one way only.
    can_fix: bool,
}

impl LooseItem {
    fn is_numbered(&self) -> bool {
        self.right.starts_with(|first: char| first.is_ascii_digit())
    }
}

/// Adds a finding for each list.
pub(super) fn find(page: &mut BodyLines<'_>) {
    let mut items: Vec<(usize, LooseItem)> = Vec::new();
    for number in 0..page.lines.len() {
        let found = page.visible(number).and_then(|text| item(page, number, text));
        match found {
            Some(item) => {
                let goes_on = items.last().is_some_and(|(last, before)| {
                    goes_on(page, *last, number)
                        && before.can_fix == item.can_fix
                        && before.is_numbered() == item.is_numbered()
                });
                if !goes_on {
                    report(page, &items);
                    items.clear();
                }
                items.push((number, item));
            }
            None if page.taken[number] => {
                report(page, &items);
                items.clear();
            }
            None => {}
        }
    }
    report(page, &items);
}

/// Whether a line belongs to the list of an earlier one: only empty lines stand between them, or text in the same
/// paragraph.
fn goes_on(page: &BodyLines<'_>, last: usize, number: usize) -> bool {
    let between = &page.lines[last + 1..number];
    let blank = between.iter().filter(|line| line.is_blank()).count();
    let marked = between.iter().any(|line| line.marker.is_some() || line.text.starts_with('#'));
    between.len() <= 3 && !marked && (blank == 0 || blank == between.len())
}

fn report(page: &mut BodyLines<'_>, items: &[(usize, LooseItem)]) {
    let [(first, item), .., (last, _)] = items else {
        if let [(number, item)] = items
            && item.is_sure
        {
            let finding = list(page, *number, *number, items);
            page.take(*number, finding);
        }
        return;
    };
    // A dialogue and an aside have blank lines between their dashes.
    let is_close = last - first < 2 * (items.len() - 1) || item.is_sure;
    if is_close && !is_spoken(page, items) {
        let finding = list(page, *first, *last, items);
        for (number, _) in items {
            page.taken[*number] = true;
        }
        page.findings.push(finding);
    }
}

/// Whether lines with dashes are a dialogue or recitals, and no list.
fn is_spoken(page: &BodyLines<'_>, items: &[(usize, LooseItem)]) -> bool {
    let is_dash = |text: &str| text.starts_with(['–', '—', '―', '‐']);
    let mut texts = items.iter().map(|(number, _)| page.lines[*number].text);
    texts.clone().all(is_dash)
        && (items.len() < DASH_LINES
            || texts.any(|text| text.len() > LONGEST_DASH_LINE || text.ends_with(['?', '!', '…'])))
}

fn list(page: &BodyLines<'_>, first: usize, last: usize, items: &[(usize, LooseItem)]) -> FoundMark {
    let (_, item) = &items[0];
    let line = &page.lines[first];
    let words: String = page.source[item.mark.end..line.end()].chars().take(40).collect();
    let finding =
        FoundMark::new(codes::LIST_NOT_A_LIST, line.range()).instead(format!("{}{words}", item.right));
    if !items.iter().all(|(_, item)| item.can_fix) {
        return finding;
    }
    let mut text = String::new();
    let mut from = item.mark.start;
    for (_, item) in items {
        text.push_str(&page.source[from..item.mark.start]);
        text.push_str(&item.right);
        from = item.mark.end;
    }
    let end = page.lines[last].end();
    text.push_str(&page.source[from..end]);
    finding.fix(item.mark.start..end, text)
}

fn item(page: &BodyLines<'_>, number: usize, text: &str) -> Option<LooseItem> {
    let line = &page.lines[number];
    if line.marker.is_some() {
        return None;
    }
    let first = text.chars().next()?;
    let item = |length: usize, right: &str, is_sure: bool, can_fix: bool| {
        let rest = &text[length..];
        let words = rest.trim_start_matches(BLANKS);
        let mark = line.at..line.end() - words.len();
        (!words.is_empty()).then(|| LooseItem { mark, right: right.to_owned(), is_sure, can_fix })
    };
    let rest = &text[first.len_utf8()..];
    if SIGNS.contains(&first) && rest.starts_with(BLANKS) {
        let is_sure = !matches!(first, '✓' | '✔' | '►' | '▶' | '○' | '■');
        return item(first.len_utf8(), "- ", is_sure, true);
    }
    if DASHES.contains(&first) && rest.starts_with(BLANKS) {
        return item(first.len_utf8(), "- ", false, false);
    }
    let words = rest.trim_start_matches(BLANKS);
    if "-*+".contains(first) && rest.starts_with(NO_BREAK) && words.starts_with(char::is_alphabetic) {
        return item(1, &format!("{first} "), true, true);
    }
    if first == '-' && begins_word(rest) {
        return item(1, "- ", false, rest.starts_with(char::is_uppercase));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..).filter(|_| (1..=3).contains(&digits))?;
    let words = after.strip_prefix(['.', ')'])?;
    let mark = &text[..=digits];
    let is_no_break =
        words.starts_with(NO_BREAK) && words.trim_start_matches(BLANKS).starts_with(char::is_alphabetic);
    let begins_paragraph =
        number == 0 || page.lines[number - 1].is_blank() || page.lines[number - 1].marker.is_some();
    let is_title = words.starts_with(char::is_uppercase);
    (is_no_break || begins_word(words))
        .then(|| item(digits + 1, &format!("{mark} "), is_no_break || (begins_paragraph && is_title), true))?
}

/// Whether a text begins with a word, and not with an address, a version, an option or the ending of a number.
fn begins_word(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    // `12.Mai 2026` is a day.
    let next = text[word.len()..].split_whitespace().next().unwrap_or_default();
    if next.starts_with(|first: char| first.is_ascii_digit()) && month_number(word).is_some() {
        return false;
    }
    let letters = word.chars().take_while(|letter| letter.is_alphabetic()).count();
    let inside = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    letters >= 2
        && !["er", "re", "ère", "e", "ème", "st", "nd", "rd", "th"].contains(&inside)
        && !inside.contains(['.', '/', '@', '_', '=', '(', '\\', ':'])
        && !inside.chars().any(|letter| letter.is_ascii_digit())
}
