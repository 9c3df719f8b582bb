//! Dates that do not exist, and passages, pages and reviews whose day has passed.
use super::shared::site_files::SiteFiles;
use crate::language;
use crate::model::{Code, Date, DateIssue, Diagnostic, Document, Located, Page, Period, Site, codes};

/// A day longer ago than this is rarely a plan that somebody forgot to update: it is part of a rule or of history.
const MAX_AGE: Period = Period { months: 36, days: 0 };

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    for until in &document.content.dated {
        if site.options.today > until.value {
            let diagnostic = Diagnostic::new(codes::DATE_UNTIL_PASSED, until.span.clone());
            diagnostics.push(diagnostic.arg("date", until.value));
        }
    }
    let front = &document.front;
    let reviewed = front.last_reviewed_on.as_ref();
    for located in document.content.date_issues.iter().chain(&front.date_issues) {
        // The footer of a page says when it was reviewed, and "now" in its text means that day.
        if reviewed.is_none() || !matches!(located.value, DateIssue::Relative(_)) {
            diagnostics.extend(issue(site, located));
        }
    }
    if let Some(day) = reviewed {
        diagnostics.extend(review(site, day, front.review_in));
    }
}

pub(super) fn site(site: &Site, files: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let registry = files.registry().flat_map(|file| &file.date_issues);
    diagnostics.extend(registry.chain(&site.settings.date_issues).filter_map(|located| issue(site, located)));
    for entry in site.entries.values() {
        if let (Some(day), Some(at)) = (entry.record.date("verified_on"), entry.record.get("verified_on")) {
            let day = Located::new(at.span.clone(), day);
            diagnostics.extend(review(site, &day, entry.record.period("review_in")));
        }
    }
    for path in &site.unpublished {
        let Some(page) = files.page(path) else { continue };
        if let Some(last) = &page.front.expires
            && page.outline.last_day(site.options).is_some()
        {
            diagnostics.push(Diagnostic::new(codes::DATE_EXPIRED, last.span.clone()).arg("date", last.value));
        }
    }
}

/// The day of a review that is in the future, or too long ago.
fn review(site: &Site, day: &Located<Date>, own: Option<Period>) -> Option<Diagnostic> {
    let today = site.options.today;
    let diagnostic = |code| Diagnostic::new(code, day.span.clone()).arg("date", day.value);
    if day.value > today {
        return Some(diagnostic(codes::DATE_REVIEW_IN_FUTURE));
    }
    let due = day.value.after(own.or(site.settings.review_every)?);
    (due < today).then(|| diagnostic(codes::DATE_REVIEW_OVERDUE).arg("due", due))
}

/// A doubtful date of a text, as far as the language of the guide and the day of the build confirm it.
fn issue(site: &Site, located: &Located<DateIssue>) -> Option<Diagnostic> {
    let today = site.options.today;
    let diagnostic = |code: Code| Diagnostic::new(code, located.span.clone());
    Some(match &located.value {
        // In English the day or the month may stand first, so another order may be right.
        DateIssue::MonthFirst { foreign: true, .. } => return None,
        DateIssue::MonthFirst { .. } if language::of(site.settings.language).month_first => return None,
        DateIssue::MonthFirst { written, day, .. } => {
            diagnostic(codes::DATE_MONTH_FIRST).arg("text", written.as_str()).arg("date", *day)
        }
        DateIssue::Impossible(written) => diagnostic(codes::DATE_IMPOSSIBLE).arg("date", written.as_str()),
        DateIssue::WrongWeekday { said, right, day, near, sure } => {
            let diagnostic =
                diagnostic(codes::DATE_WRONG_WEEKDAY).arg("said", said.as_str()).arg("day", *day);
            let diagnostic = diagnostic.arg("right", right.as_str()).arg("near", *near);
            if *sure { diagnostic.fix(located.span.clone(), right.as_str()) } else { diagnostic }
        }
        DateIssue::EndBeforeStart(written) => {
            diagnostic(codes::DATE_END_BEFORE_START).arg("text", written.as_str())
        }
        DateIssue::TwoDigitYear(written, whole) => {
            diagnostic(codes::DATE_TWO_DIGIT_YEAR).arg("text", written.as_str()).arg("whole", whole.as_str())
        }
        DateIssue::ToCome { day, words, until } => {
            // A passage whose last day has passed is shown as out of date already.
            if *day >= today || until.is_some_and(|until| until < today) || day.after(MAX_AGE) < today {
                return None;
            }
            diagnostic(codes::DATE_PAST_AS_FUTURE).arg("date", *day).arg("words", words.as_str())
        }
        DateIssue::Relative(words) => diagnostic(codes::DATE_RELATIVE).arg("words", words.as_str()),
    })
}
