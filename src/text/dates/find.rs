//! Where a text tells days, in the forms of French and English.
use super::names::{after_blanks, before_blanks, month, number_at, plain, weekday, word_at, word_to};
use super::{month_first, numeric};
use crate::text::scan::Bytes;
use std::ops::Range;

/// A day as a text tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Its bytes, without the weekday.
    pub(super) range: Range<usize>,
    /// Told of the month, whether or not the month has it.
    pub(super) day: i16,
    /// Month, whether or not there is one.
    pub(super) month: i16,
    /// The year, if it is told here or by a later day of the same group.
    pub(super) year: Option<i16>,
    /// Told and month are numbers, so that they may stand in the other order.
    pub(super) numeric: bool,
    /// The weekday in front of it.
    pub(super) weekday: Option<Range<usize>>,
}

/// How the days of a group belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// One day, or several that are listed.
    Listed,
    /// From one day to another, in words that say so.
    Span,
    /// Two days with a dash between them, which may mean something else.
    Dash,
}

/// Days that belong together: one day, a list, a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Its bytes, without a weekday in front.
    pub(super) range: Range<usize>,
    pub(super) days: Vec<Told>,
    pub(super) joint: Joint,
    /// The year has two digits only.
    pub(super) short_year: bool,
    /// Whether it is surely a date, even if no calendar has it.
    pub(super) sure: bool,
}

const DIGITS: Bytes = Bytes::of("0123456789");

/// Finds the groups of days of a text, in order.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut from = 0;
    while let Some(at) = DIGITS.next(text.as_bytes(), from) {
        let run = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        from = at + run;
        if run > 4 || !stands_alone(text, at) {
            continue;
        }
        if let Some(group) = numeric::read(text, at).or_else(|| named(text, at)) {
            from = group.range.end;
            found.push(group);
        }
    }
    found
}

/// Whether a number is not the rest of something longer: a word, a path, a decimal, a price, an amount.
fn stands_alone(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let Some(last) = before.next() else { return true };
    let digit = before.next().is_some_and(|letter| letter.is_ascii_digit());
    !(last.is_alphanumeric()
        || "_/\\.-+°§#=&%€$£@~".contains(last)
        || digit && matches!(last, ',' | ':' | '–' | '\''))
}

/// Words in front of a number that counts or names something: what follows is no day.
const COUNTED: [&str; 42] = [
    "n",
    "no",
    "nos",
    "numero",
    "number",
    "nr",
    "art",
    "article",
    "articles",
    "l",
    "r",
    "d",
    "loi",
    "decret",
    "arrete",
    "deliberation",
    "decision",
    "dossier",
    "reference",
    "ref",
    "version",
    "v",
    "page",
    "p",
    "chapitre",
    "chapter",
    "section",
    "salle",
    "room",
    "bulletin",
    "lettre",
    "newsletter",
    "issue",
    "volume",
    "vol",
    "promo",
    "promotion",
    "cohorte",
    "lot",
    "annexe",
    "ratio",
    "rue",
];

/// Words in front of a number that make it a day.
const DAYWARD: [&str; 20] = [
    "le", "les", "du", "au", "des", "depuis", "avant", "on", "the", "from", "to", "by", "until", "till",
    "before", "since", "of", "entre", "between", "after",
];

/// The word in front of a place, with dots and the blanks between them passed over.
pub(super) fn before(text: &str, at: usize) -> String {
    let end = before_blanks(text, at);
    let end = text[..end].trim_end_matches(['.', '°', 'º', ':']).len();
    plain(word_to(text, before_blanks(text, end)))
}

/// Whether what stands in front of a date says that it counts something else.
pub(super) fn is_counted(text: &str, at: usize) -> bool {
    COUNTED.contains(&before(text, at).as_str())
}

/// Whether what stands in front of a date says that it is one.
pub(super) fn is_dayward(text: &str, at: usize) -> bool {
    let end = before_blanks(text, at);
    let word = word_to(text, end);
    DAYWARD.contains(&plain(word).as_str()) || weekday(word).is_some()
}

/// The weekday in front of a place. Two weekdays in a row belong to days that are told otherwise.
pub(super) fn weekday_before(text: &str, at: usize) -> Option<Range<usize>> {
    let end = before_blanks(text, at);
    let end = text[..end].strip_suffix(',').map_or(end, |rest| before_blanks(text, rest.len()));
    let word = word_to(text, end);
    weekday(word)?;
    let start = end - word.len();
    let mut left = before_blanks(text, start);
    let joint = word_to(text, left);
    if matches!(plain(joint).as_str(), "et" | "and" | "ou" | "or" | "au" | "to") {
        left = before_blanks(text, left - joint.len());
    }
    left = text[..left].trim_end_matches([',', '-', '–', '/']).len();
    let other = weekday(word_to(text, before_blanks(text, left))).is_some();
    (!other).then_some(start..end)
}

/// What joins two days, and the place after it.
pub(super) fn joint(text: &str, at: usize) -> Option<(Joint, usize)> {
    let here = after_blanks(text, at);
    let sign = text[here..].chars().next()?;
    match sign {
        '-' | '–' | '—' => return Some((Joint::Dash, here + sign.len_utf8())),
        '&' => return Some((Joint::Listed, here + 1)),
        ',' => {
            let next = after_blanks(text, here + 1);
            // `1,31` is one number.
            if next == here + 1 {
                return None;
            }
            let word = word_at(text, next);
            let more = matches!(word, "et" | "and" | "ou" | "or");
            return Some((Joint::Listed, if more { next + word.len() } else { here + 1 }));
        }
        _ => {}
    }
    let word = word_at(text, here);
    let kind = match plain(word).as_str() {
        "et" | "and" | "ou" | "or" => Joint::Listed,
        "au" | "to" | "till" | "until" | "through" | "a" => Joint::Span,
        "jusqu" => {
            let rest = here + word.len();
            let sign = text[rest..].chars().next().filter(|sign| matches!(sign, '\'' | '’'))?;
            return (word_at(text, rest + sign.len_utf8()) == "au")
                .then_some((Joint::Span, rest + sign.len_utf8() + 2));
        }
        _ => return None,
    };
    Some((kind, here + word.len()))
}

/// Whether the words in front of a group say that a span begins there.
pub(super) fn begins_span(text: &str, at: usize, joint: Joint, by: &str) -> bool {
    let mut end = at;
    if let Some(weekday) = weekday_before(text, at) {
        end = weekday.start;
    }
    let mut word = before(text, end);
    if word == "le" || word == "the" {
        end = before_blanks(text, before_blanks(text, end) - word.len());
        word = before(text, end);
    }
    match joint {
        Joint::Span => matches!(word.as_str(), "du" | "from"),
        Joint::Listed => matches!((word.as_str(), by), ("entre", "et") | ("between", "and")),
        Joint::Dash => false,
    }
}

/// A day of the month in figures: its number, the place after it and whether it is an ordinal.
pub(super) fn day_number(text: &str, at: usize) -> Option<(i16, usize, bool)> {
    let (number, length) = number_at(text, at).filter(|(_, length)| *length <= 2)?;
    let end = at + length;
    let suffix = word_at(text, end);
    match suffix {
        "" => Some((number, end, false)),
        "er" | "st" | "nd" | "rd" | "th" => Some((number, end + suffix.len(), true)),
        _ => None,
    }
}

/// A year of four digits behind a month, perhaps after a comma, and the place after it.
pub(super) fn year(text: &str, at: usize, comma: bool) -> Option<(i16, usize)> {
    let mut here = at;
    if comma && text[here..].starts_with(',') {
        here += 1;
    }
    let here = after_blanks(text, here);
    let (year, length) = number_at(text, here)?;
    let next = text[here + length..].chars().next();
    (length == 4 && (1900..=2199).contains(&year) && !next.is_some_and(char::is_alphanumeric))
        .then_some((year, here + length))
}

/// A group whose month is a word: `12 et 19 janvier 2026`, `du 28 février au 3 mars`, `March 3–5, 2026`.
fn named(text: &str, at: usize) -> Option<Group> {
    if let Some(group) = month_first::read(text, at) {
        return Some(group);
    }
    let mut reading = Reading { text, days: Vec::new(), waiting: 0, end: at, short: false, sure: true };
    let mut kind = Joint::Listed;
    let mut by = String::new();
    let mut here = at;
    while let Some(next) = reading.day(here) {
        let Some((joined, after)) = joint(text, next) else { break };
        let mut after = after_blanks(text, after);
        // `…, du 3 au 5 mars`: a span of its own.
        if joined == Joint::Listed && matches!(word_at(text, after), "du" | "from") {
            break;
        }
        // `et le mardi 13`, `au vendredi 16`
        for _ in 0..3 {
            let word = word_at(text, after);
            let passed = matches!(word, "le" | "les" | "the" | "du" | "on") || weekday(word).is_some();
            if !passed || word.is_empty() {
                break;
            }
            after = after_blanks(text, after + word.len());
        }
        let began = text[next..].trim_start().chars().take_while(|letter| letter.is_alphabetic()).collect();
        if reading.days.len() == 1 || reading.days.len() - reading.waiting <= 1 {
            kind = joined;
            by = began;
        }
        if reading.days.len() > 40 {
            break;
        }
        here = after;
    }
    reading.finish(kind, &by)
}

/// A group on its way.
struct Reading<'a> {
    text: &'a str,
    days: Vec<Told>,
    /// How many of the last days have no month yet.
    waiting: usize,
    /// The end of the last day that has one.
    end: usize,
    short: bool,
    sure: bool,
}

impl Reading<'_> {
    /// Reads one more day, and gives the place where the next may be joined.
    fn day(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let (day, mut end, _) = day_number(text, at)?;
        let mut here = after_blanks(text, end);
        if word_at(text, here) == "of" {
            here = after_blanks(text, here + 2);
        }
        let word = word_at(text, here);
        let found = if here == end { None } else { month(word) };
        let weekday = weekday_before(text, at);
        let mut year_found = None;
        if let Some(found) = found {
            let bare = here + word.len();
            end = if found.short && text[bare..].starts_with('.') { bare + 1 } else { bare };
            if let Some((number, after)) = year(text, end, found.english && !found.short) {
                (year_found, end) = (Some(number), after);
            } else if let Some((number, after)) = self.short_year(end) {
                (year_found, end, self.short) = (Some(number), after, true);
            }
            if found.short && end == bare {
                return None;
            }
        }
        self.days.push(Told {
            range: at..end,
            day,
            month: found.map_or(0, |month| i16::from(month.number)),
            year: year_found,
            numeric: false,
            weekday,
        });
        self.waiting += 1;
        if let Some(found) = found {
            let first = self.days.len() - self.waiting;
            for day in &mut self.days[first..] {
                day.month = i16::from(found.number);
            }
            self.waiting = 0;
            self.end = end;
            self.sure &= !found.short || year_found.is_some() || is_dayward(text, at);
        }
        Some(end)
    }

    /// `le 12 mars 26.`: two digits at the end of a sentence, after words that make it a date.
    fn short_year(&self, at: usize) -> Option<(i16, usize)> {
        let here = after_blanks(self.text, at);
        let (number, length) = number_at(self.text, here)?;
        let rest = &self.text[here + length..];
        let ends = rest.is_empty()
            || rest.starts_with(')')
            || rest.strip_prefix(['.', ';']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let whole = self.days.first().map_or(at, |day| day.range.start);
        let dayward = self.days.is_empty() || is_dayward(self.text, whole);
        (here > at && length == 2 && (15..=45).contains(&number) && ends && dayward)
            .then_some((2000 + number, here + length))
    }

    fn finish(mut self, kind: Joint, by: &str) -> Option<Group> {
        // What was joined and has no month of its own is something else: `12 mars, 14 personnes`.
        self.days.truncate(self.days.len() - self.waiting);
        let last = self.days.len().checked_sub(1)?;
        for at in (0..last).rev() {
            let (day, next) = (&self.days[at], &self.days[at + 1]);
            if let (None, Some(year)) = (day.year, next.year) {
                self.days[at].year = Some(if day.month > next.month { year - 1 } else { year });
            }
        }
        let start = self.days[0].range.start;
        let joint = match kind {
            _ if last == 0 => Joint::Listed,
            Joint::Dash => Joint::Dash,
            kind if begins_span(self.text, start, kind, by) => Joint::Span,
            _ => Joint::Listed,
        };
        if joint != Joint::Span {
            // Days are listed in their order; a number before a smaller one of the same month counts something else.
            let falls = |pair: &[Told]| pair[0].month == pair[1].month && pair[0].day >= pair[1].day;
            if let Some(at) = self.days.windows(2).rposition(falls) {
                self.days.drain(..=at);
            }
        }
        let start = self.days[0].range.start;
        if self.short && !is_dayward(self.text, start) {
            return None;
        }
        let proper = self.days.iter().all(|day| (1..=31).contains(&day.day));
        let dated = self.days.last().is_some_and(|day| day.year.is_some());
        let sure =
            self.sure && !is_counted(self.text, start) && (proper || dated && is_dayward(self.text, start));
        Some(Group { range: start..self.end, days: self.days, joint, short_year: self.short, sure })
    }
}
