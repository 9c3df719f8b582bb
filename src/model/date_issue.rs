//! What may be wrong about dates in running text.
use super::Date;

/// Something about a date in a text that is wrong, or will be on some day. What depends on the language of the guide
/// or on the day is decided by `check`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DateIssue {
    /// The calendar does not have it with its day first; true if it has it with its month first.
    Impossible(String, bool),
    /// The weekday is that of another day.
    WrongWeekday {
        /// The weekday as written.
        said: String,
        /// The weekday of the day.
        right: String,
        /// The day.
        day: Date,
        /// The nearest day that is such a weekday.
        near: Date,
        /// Whether no slip of a day or a year explains it.
        sure: bool,
    },
    /// A span of days that ends before it begins, as written.
    EndBeforeStart(String),
    /// A year of two digits, as written, and the whole date.
    TwoDigitYear(String, String),
    /// A day that is told as if it were to come.
    ToCome {
        /// The day; the last of several.
        day: Date,
        /// The words that tell it so.
        words: String,
        /// The last day of the passage that says it.
        until: Option<Date>,
    },
    /// Words that mean the day of reading or writing, in a sentence without a date.
    Relative(String),
}
