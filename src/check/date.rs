//! Do dates exist, and is what was true until a day still told as true?
use crate::model::{
    Code, Date, Diagnostic, Document, Doubt, Language, Located, Page, Parsed, Period, Site, codes,
};

/// A day longer ago than this stands in a rule or in a history, seldom in a plan that was forgotten.
const STALE: Period = Period { months: 36, days: 0 };

pub(super) fn page(site: &Site, _: &Page, document: &Document, notes: &mut Vec<Diagnostic>) {
    for until in &document.dated {
        if site.options.today > until.value {
            let note = Diagnostic::new(codes::DATE_UNTIL_PASSED, until.span.clone());
            notes.push(note.arg("date", until.value));
        }
    }
    let front = &document.front;
    let reviewed = front.last_reviewed_on.as_ref();
    for located in document.doubts.iter().chain(&front.doubts) {
        // The foot of a page says when it was read through: that day is the day of its "now".
        if reviewed.is_none() || !matches!(located.value, Doubt::Relative(_)) {
            notes.extend(doubt(site, located));
        }
    }
    if let Some(day) = reviewed {
        notes.extend(review(site, day, front.review_in));
    }
}

pub(super) fn guide(site: &Site, parsed: &Parsed, notes: &mut Vec<Diagnostic>) {
    let registry = parsed.registry.values().flat_map(|kept| &kept.value.value.doubts);
    notes.extend(registry.chain(&site.settings.doubts).filter_map(|located| doubt(site, located)));
    for entry in site.entries.values() {
        if let (Some(day), Some(at)) = (entry.record.date("verified_on"), entry.record.get("verified_on")) {
            let day = Located::new(at.span.clone(), day);
            notes.extend(review(site, &day, entry.record.period("review_in")));
        }
    }
    for path in &site.unpublished {
        let Some(kept) = parsed.pages.get(path) else { continue };
        let document = &kept.value.value;
        if let Some(last) = &document.front.expires
            && document.outline.last_day(site.options).is_some()
        {
            notes.push(Diagnostic::new(codes::DATE_EXPIRED, last.span.clone()).arg("date", last.value));
        }
    }
}

/// What there is to say about the day of a review: that it is still to come, or too long ago.
fn review(site: &Site, day: &Located<Date>, own: Option<Period>) -> Option<Diagnostic> {
    let today = site.options.today;
    let note = |code| Diagnostic::new(code, day.span.clone()).arg("date", day.value);
    if day.value > today {
        return Some(note(codes::DATE_REVIEW_IN_FUTURE));
    }
    let due = day.value.after(own.or(site.settings.review_every)?);
    (due < today).then(|| note(codes::DATE_REVIEW_OVERDUE).arg("due", due))
}

/// What there is to say about a date of a text, in this guide and on this day.
fn doubt(site: &Site, located: &Located<Doubt>) -> Option<Diagnostic> {
    let today = site.options.today;
    let note = |code: Code| Diagnostic::new(code, located.span.clone());
    Some(match &located.value {
        // English has both orders; French has one.
        Doubt::Impossible(_, true) if site.settings.language == Language::English => return None,
        Doubt::Impossible(written, _) => note(codes::DATE_IMPOSSIBLE).arg("date", written.as_str()),
        Doubt::WrongWeekday { said, right, day, near, sure } => {
            let note = note(codes::DATE_WRONG_WEEKDAY).arg("said", said.as_str()).arg("day", *day);
            let note = note.arg("right", right.as_str()).arg("near", *near);
            if *sure { note.mend(located.span.clone(), right.as_str()) } else { note }
        }
        Doubt::EndBeforeStart(written) => note(codes::DATE_END_BEFORE_START).arg("text", written.as_str()),
        Doubt::TwoDigitYear(written, whole) => {
            note(codes::DATE_TWO_DIGIT_YEAR).arg("text", written.as_str()).arg("whole", whole.as_str())
        }
        Doubt::ToCome { day, words, until } => {
            // A passage whose day has passed is marked as out of date already.
            if *day >= today || until.is_some_and(|until| until < today) || day.after(STALE) < today {
                return None;
            }
            note(codes::DATE_PAST_AS_FUTURE).arg("date", *day).arg("words", words.as_str())
        }
        Doubt::Relative(words) => note(codes::DATE_RELATIVE).arg("words", words.as_str()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Guide, at};
    use crate::model::{Date, Doubt, Located};

    fn day(text: &str) -> Date {
        Date::parse(text).expect("the calendar has this day")
    }

    #[test]
    fn the_last_day_still_counts() {
        let guide = Guide::default().page("a.md", |document, _| {
            document.dated =
                ["2026-11-22", "2026-11-23"].map(|text| Located::new(at("a.md"), day(text))).to_vec();
        });
        assert_eq!(guide.said("a.md"), ["date/until-passed date=2026-11-22"]);
    }

    #[test]
    fn a_day_of_today_is_not_past_and_a_marked_passage_is_not_told_twice() {
        let to_come = |text: &str, until: Option<&str>| {
            let doubt = Doubt::ToCome { day: day(text), words: "sera".to_owned(), until: until.map(day) };
            Located::new(at("a.md"), doubt)
        };
        let guide = Guide::default().page("a.md", |document, _| {
            document.doubts = vec![
                to_come("2026-11-22", None),
                to_come("2026-11-23", None),
                to_come("2026-01-19", Some("2026-11-22")),
                to_come("2026-01-20", Some("2026-11-23")),
                to_come("2023-11-22", None),
            ];
        });
        let said = |date: &str| format!("date/past-as-future date={date} words=sera");
        assert_eq!(guide.said("a.md"), [said("2026-11-22"), said("2026-01-20")]);
    }
}
