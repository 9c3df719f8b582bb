//! Dates whose month is a word after the day: `12 et 19 janvier 2026`, `du 28 février au 3 mars`, `1st of May`.
use super::group::{
    DateGroup, Joint, WrittenDay, begins_span, day_number, is_counted, is_dayward, joint, weekday_before,
    year,
};
use super::names::{after_blanks, month, number_at, weekday, word_at};

/// Reads the group that begins with the number at a position.
pub(super) fn read(text: &str, at: usize) -> Option<DateGroup> {
    // Most numbers are no day.
    let (_, end, _) = day_number(text, at)?;
    let word = word_at(text, after_blanks(text, end));
    if word != "of" && month(word).is_none() && joint(text, end).is_none() {
        return None;
    }
    let mut reading =
        Reading { text, days: Vec::new(), without_month: 0, end: at, has_short_year: false, is_sure: true };
    let mut kind = Joint::Listed;
    let mut by = String::new();
    let mut here = at;
    while let Some(next) = reading.day(here) {
        let Some((joined, after)) = joint(text, next) else { break };
        let mut after = after_blanks(text, after);
        // `…, du 3 au 5 mars` is another group.
        if joined == Joint::Listed && matches!(word_at(text, after), "du" | "from") {
            break;
        }
        // Skips words as in `et le mardi 13`, `au vendredi 16`.
        for _ in 0..3 {
            let word = word_at(text, after);
            let is_skipped = matches!(word, "le" | "les" | "the" | "du" | "on") || weekday(word).is_some();
            if !is_skipped || word.is_empty() {
                break;
            }
            after = after_blanks(text, after + word.len());
        }
        let joining_word =
            text[next..].trim_start().chars().take_while(|letter| letter.is_alphabetic()).collect();
        if reading.days.len() == 1 || reading.days.len() - reading.without_month <= 1 {
            kind = joined;
            by = joining_word;
        }
        if reading.days.len() > 40 {
            break;
        }
        here = after;
    }
    reading.finish(kind, &by)
}

/// A group while it is read.
struct Reading<'a> {
    text: &'a str,
    days: Vec<WrittenDay>,
    /// How many days at the end have no month yet.
    without_month: usize,
    /// The end of the last day that has a month.
    end: usize,
    has_short_year: bool,
    is_sure: bool,
}

impl Reading<'_> {
    /// Reads one more day, and returns the position where the next may be joined.
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
                (year_found, end, self.has_short_year) = (Some(number), after, true);
            }
            if found.short && end == bare {
                return None;
            }
        }
        self.days.push(WrittenDay {
            range: at..end,
            day,
            month: found.map_or(0, |month| i16::from(month.number)),
            year: year_found,
            numeric: false,
            weekday,
        });
        self.without_month += 1;
        if let Some(found) = found {
            let first = self.days.len() - self.without_month;
            for day in &mut self.days[first..] {
                day.month = i16::from(found.number);
            }
            self.without_month = 0;
            self.end = end;
            self.is_sure &= !found.short || year_found.is_some() || is_dayward(text, at);
        }
        Some(end)
    }

    /// A year of two digits as in `le 12 mars 26.`: at the end of a sentence, in a group that is surely a date.
    fn short_year(&self, at: usize) -> Option<(i16, usize)> {
        let here = after_blanks(self.text, at);
        let (number, length) = number_at(self.text, here)?;
        let rest = &self.text[here + length..];
        let ends_sentence = rest.is_empty()
            || rest.starts_with(')')
            || rest.strip_prefix(['.', ';']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let whole = self.days.first().map_or(at, |day| day.range.start);
        let is_dayward = self.days.is_empty() || is_dayward(self.text, whole);
        (here > at && length == 2 && (15..=45).contains(&number) && ends_sentence && is_dayward)
            .then_some((2000 + number, here + length))
    }

    fn finish(mut self, kind: Joint, by: &str) -> Option<DateGroup> {
        // A joined number without a month is no day: `12 mars, 14 personnes`.
        self.days.truncate(self.days.len() - self.without_month);
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
            // Days are listed in order; a number before a smaller one of the same month is no day.
            let is_unordered =
                |pair: &[WrittenDay]| pair[0].month == pair[1].month && pair[0].day >= pair[1].day;
            if let Some(at) = self.days.windows(2).rposition(is_unordered) {
                self.days.drain(..=at);
            }
        }
        let start = self.days[0].range.start;
        if self.has_short_year && !is_dayward(self.text, start) {
            return None;
        }
        let all_possible = self.days.iter().all(|day| (1..=31).contains(&day.day));
        let has_year = self.days.last().is_some_and(|day| day.year.is_some());
        let is_sure = self.is_sure
            && !is_counted(self.text, start)
            && (all_possible || has_year && is_dayward(self.text, start));
        Some(DateGroup {
            range: start..self.end,
            days: self.days,
            joint,
            has_short_year: self.has_short_year,
            is_sure,
        })
    }
}
