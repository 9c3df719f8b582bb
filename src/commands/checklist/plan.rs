//! Delays as dates: on working days only, earlier rather than later, and said so.
use crate::messages;
use crate::model::workday::{self, Holiday, Rest};
use crate::model::{Date, Language, Run, Sheet, SheetTask};
use crate::text::day;
use crate::words::Words;

/// From which day delays are counted, and where.
pub(super) struct Plan<'a> {
    /// The day everything is about; without it delays stay words.
    pub(super) start: Option<Date>,
    /// Whether the holidays are those of France.
    pub(super) in_france: bool,
    pub(super) words: &'a Words,
}

/// The day of a task.
pub(super) struct Planned {
    pub(super) day: Date,
    /// The day that the delay means, where nobody works then, and why.
    pub(super) moved: Option<(Date, Rest)>,
}

impl Plan<'_> {
    /// The day of a task, if it has a delay and there is a day to count from.
    pub(super) fn of(&self, task: &SheetTask) -> Option<Planned> {
        let meant = task.delay?.from(self.start?);
        let moved = workday::rest(meant, self.in_france).map(|rest| (meant, rest));
        Some(Planned { day: workday::at_or_before(meant, self.in_france), moved })
    }

    /// A sheet whose delays are dates, as far as there is a day to count from; what was moved is said below the task.
    pub(super) fn dated(&self, sheet: &Sheet) -> Sheet {
        let mut sheet = sheet.clone();
        let language = sheet.language;
        for section in &mut sheet.sections {
            section.tasks.iter_mut().for_each(|task| self.date(task, language));
        }
        sheet
    }

    fn date(&self, task: &mut SheetTask, language: Language) {
        if let Some(planned) = self.of(task) {
            task.due = Some(day::words(language, planned.day));
            let diagnostic = self.diagnostic(&planned, language);
            if !diagnostic.is_empty() {
                task.help.insert(0, vec![Run::Text(diagnostic)]);
            }
        }
        task.tasks.iter_mut().for_each(|below| self.date(below, language));
    }

    /// Why a day is not the one that the delay means; empty where it is.
    pub(super) fn diagnostic(&self, planned: &Planned, language: Language) -> String {
        let Some((meant, rest)) = planned.moved else { return String::new() };
        let why = messages::sentence(self.words, reason(rest), &[]);
        let date = day::words(language, meant);
        messages::sentence(self.words, "checklist-moved", &[("date", date.into()), ("why", why.into())])
    }
}

fn reason(rest: Rest) -> &'static str {
    match rest {
        Rest::Saturday => "rest-saturday",
        Rest::Sunday => "rest-sunday",
        Rest::Holiday(holiday) => match holiday {
            Holiday::NewYear => "holiday-new-year",
            Holiday::EasterMonday => "holiday-easter-monday",
            Holiday::Labour => "holiday-labour",
            Holiday::Victory => "holiday-victory",
            Holiday::Ascension => "holiday-ascension",
            Holiday::WhitMonday => "holiday-whit-monday",
            Holiday::National => "holiday-national",
            Holiday::Assumption => "holiday-assumption",
            Holiday::AllSaints => "holiday-all-saints",
            Holiday::Armistice => "holiday-armistice",
            Holiday::Christmas => "holiday-christmas",
        },
    }
}
