//! Possible errors in the dates of a text.
use super::Date;

/// A date in a text that is wrong, or will be some day. `check` decides what depends on the language of the guide or on
/// the current day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DateIssue {
    /// No such day, in whatever order it is read.
    Impossible(String),
    /// No such day if the day stands first, as in `6/15/2009`.
    MonthFirst {
        /// As written.
        written: String,
        /// The day with the month first.
        day: Date,
        /// Whether its sentence, or the quotation in it, is in a language in which the month may stand first.
        foreign: bool,
    },
    /// The weekday does not fit the day.
    WrongWeekday {
        /// The weekday as written.
        said: String,
        /// The correct weekday.
        right: String,
        /// The day.
        day: Date,
        /// The nearest day with the weekday as written.
        near: Date,
        /// Whether a mistake in the day or the year is unlikely.
        sure: bool,
    },
    /// A range that ends before it begins, as written.
    EndBeforeStart(String),
    /// A year of two digits, as written, and the whole date.
    TwoDigitYear(String, String),
    /// A day that the text says is in the future.
    ToCome {
        /// The day; the last one of several.
        day: Date,
        /// The words that say so.
        words: String,
        /// The last day of the passage, if it is dated.
        until: Option<Date>,
    },
    /// Words relative to the day of writing or reading, in a sentence without a date.
    Relative(String),
}
