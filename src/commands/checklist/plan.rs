//! Delays as dates: on working days only, earlier rather than later, and said so.
use crate::model::workday::{self, Holiday, Rest};
use crate::model::{Date, Language, SheetTask};
use crate::report;
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

    /// Why a day is not the one that the delay means; empty where it is.
    pub(super) fn remark(&self, planned: &Planned, language: Language) -> String {
        let Some((meant, rest)) = planned.moved else { return String::new() };
        let why = report::sentence(self.words, reason(rest), &[]);
        let date = day::words(language, meant);
        report::sentence(self.words, "checklist-moved", &[("date", date.into()), ("why", why.into())])
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
