//! The table that each language fills in.
use super::stop_words::StopWords;
use crate::model::{Kind, Period};
use include_dir::Dir;
use std::borrow::Cow;

/// The conventions of one language.
#[derive(Debug)]
pub struct Locale {
    /// Its name in English, for `--help`.
    pub name: &'static str,
    /// Names of the months, as they are written within a sentence.
    pub months: [&'static str; 12],
    /// What follows the number of a day in a date: `er`, `.`, or nothing.
    pub day_suffix: fn(i8) -> &'static str,
    /// Whether a date in figures may begin with its month.
    pub month_first: bool,
    /// What dates in running text are recognised by.
    pub dates: &'static DateWords,
    /// Separates groups of three digits.
    pub digit_gap: char,
    /// Separates a whole number from its decimals.
    pub decimal_mark: char,
    /// Units of sizes: bytes, and the next three steps of 1,024.
    pub sizes: Sizes,
    /// Separates the cells of a spreadsheet file. Where decimals have a comma, spreadsheets expect a semicolon.
    pub cell_separator: char,
    /// The typeset text; see [`super::typography::typeset`].
    pub typeset: fn(&str, Option<char>) -> Cow<'_, str>,
    /// Writes the text typeset and escaped; see [`super::typography::write_html`].
    pub write_html: fn(&mut String, &str, Option<char>) -> Option<char>,
    /// Units of periods: days, weeks, months, years.
    pub time_units: &'static [TimeUnit],
    /// The letters of days, weeks and months in delays: `J-30`, `D-30`.
    pub delay_letters: [char; 3],
    /// What placeholders begin with in running text. Fields accept the first in any case, and without accents.
    pub placeholder_labels: &'static [&'static str],
    /// Addresses of generated pages.
    pub addresses: Addresses,
    /// The folder of the PDF files of checklists.
    pub checklists: &'static str,
    /// What a task begins with that is done if the answer to the task above is yes; in lower case.
    pub if_yes: &'static [&'static str],
    /// As [`Self::if_yes`], if the answer is no; a longer form stands before the one that it begins with.
    pub if_no: &'static [&'static str],
    /// Words that begin an open question, folded.
    pub question_words: &'static [&'static str],
    /// Words that may stand before those, folded.
    pub question_openers: &'static [&'static str],
    /// Words that begin a clause about a time or a place, folded.
    pub time_words: &'static [&'static str],
    /// Words before a thing that a question suggests, folded: `some text?`.
    pub suggestion_words: &'static [&'static str],
    /// Words with which a sentence goes on that is about a box, `[x] means done`.
    pub about_boxes: &'static [&'static str],
    /// What follows an acronym that a sentence explains: `is`.
    pub copula: &'static str,
    /// Articles, as they stand before a word.
    pub articles: &'static [&'static str],
    /// Words that are indexed only where they stand in a title.
    pub stop_words: StopWords,
    /// What readers type in the search who look for a telephone number or a mail address.
    pub fact_words: FactWords,
    /// A folded word without its plural, and without the feminine that shares letters with the masculine.
    pub light_stem: fn(&str) -> String,
    /// Endings of derivation, from long to short, which are removed after [`Self::light_stem`].
    pub endings: &'static [StemEnding],
    /// Words of the messages of diagnostics (Fluent).
    pub messages: &'static str,
    /// Words of `--help` (Fluent), for languages other than that of the doc comments.
    pub help: Option<&'static str>,
    /// The files that `init` and `new` write.
    pub templates: FileTemplates,
}

/// The files that `init` and `new` write.
#[derive(Debug)]
pub struct FileTemplates {
    /// A small guide to start from.
    pub starter: Dir<'static>,
    /// A page; `{title}` is replaced.
    pub page: &'static str,
    /// An entry of a contact; `{id}` is replaced.
    pub contact: &'static str,
    /// An entry of a tool; `{id}` is replaced.
    pub tool: &'static str,
}

/// A unit of time: its singular, its plural and its length.
pub(super) type TimeUnit = (&'static str, &'static str, Period);

pub(super) const DAY: Period = Period { months: 0, days: 1 };
pub(super) const WEEK: Period = Period { months: 0, days: 7 };
pub(super) const MONTH: Period = Period { months: 1, days: 0 };
pub(super) const YEAR: Period = Period { months: 12, days: 0 };

/// Units of sizes, from bytes in steps of 1,024.
pub(super) type Sizes = [&'static str; 4];

/// An ending, what replaces it, and how many letters must stand before it.
pub(super) type StemEnding = (&'static str, &'static str, usize);

/// Words for a telephone number and for a mail address, and for using them, with spaces between. There are four or more of
/// each, so that they count as words of a long title.
#[derive(Debug)]
pub struct FactWords {
    pub phone: &'static str,
    pub email: &'static str,
}

/// The first part of the addresses of generated pages.
#[derive(Debug)]
pub struct Addresses {
    /// Of directories, where it is not the name of the registry's file.
    pub directories: &'static [(Kind, &'static str)],
    pub whole_guide: &'static str,
    pub site_map: &'static str,
    pub search: &'static str,
    pub accessibility: &'static str,
    pub legal_notice: &'static str,
    pub personal_data: &'static str,
}

/// What dates in running text, and words that depend on the day of reading, are recognised by. Words are in lower case;
/// those of `months`, `short_months` and `counted` are also without accents.
#[derive(Debug)]
pub struct DateWords {
    /// Names of months.
    pub months: [&'static str; 12],
    /// Short forms of months with the number of the month. They count only before a dot or a year.
    pub short_months: &'static [(&'static str, u8)],
    /// Names of weekdays, from Monday.
    pub weekdays: [&'static str; 7],
    /// Words in front of a number that counts or names something: what follows is no day.
    pub counted: &'static [&'static str],
    /// Words in front of a number that make it a day.
    pub before_days: &'static [&'static str],
    /// Expressions that announce an event, anywhere in its sentence.
    pub events: &'static [&'static str],
    /// Words for the next of a series.
    pub next: &'static [&'static str],
    /// Expressions right before a day that is a deadline.
    pub limits: &'static [&'static str],
    /// Expressions right before a day on which something begins.
    pub beginnings: &'static [&'static str],
    /// Words that ask for something, or say that it is possible.
    pub requests: &'static [&'static str],
    /// Verbs that put a sentence into the past.
    pub past: &'static [&'static str],
    /// Verbs that do so together with a participle.
    pub auxiliaries: &'static [&'static str],
    /// Whether a word is a verb in the future.
    pub is_future: fn(&str) -> bool,
    /// Whether a word may be a past participle.
    pub is_participle: fn(&str) -> bool,
    /// Whether a word may be an imperative.
    pub is_imperative: fn(&str) -> bool,
    /// Whether a word may be an infinitive.
    pub is_infinitive: fn(&str) -> bool,
    /// The word before an infinitive that makes it a request; empty if there is none.
    pub infinitive_mark: &'static str,
    /// Words that mean the day of reading. Behind each stand a part of it that a whole text is searched for, and a part
    /// that begins like few other words, which many texts are searched for at once.
    pub relative: &'static [(&'static str, &'static str, &'static str)],
    /// Whether such words belong to a longer expression, given the word before and the word after them.
    pub is_in_idiom: fn(&str, &str, &str) -> bool,
    /// Whether such words tell about things in general ("the thread currently running"), not about the day of writing.
    pub is_general: fn(&RelativeContext<'_>) -> bool,
}

/// Words that mean the day of reading, with the rest of their sentence, in lower case.
#[derive(Debug)]
pub struct RelativeContext<'a> {
    /// The expression itself.
    pub words: &'static str,
    /// The words before it in its sentence.
    pub before: &'a [Word<'a>],
    /// The words before it that no comma or other mark separates from it.
    pub clause: &'a [Word<'a>],
    /// The words behind it in its sentence.
    pub after: &'a [Word<'a>],
    /// Whether the clause is the first of its sentence.
    pub is_first: bool,
}

impl RelativeContext<'_> {
    /// Whether a clause that one of these words begins restricts what stands before it: `the tools that you currently
    /// use`. One that a comma separates is a statement.
    pub fn is_restrictive(&self, relatives: &[&str]) -> bool {
        let at = self.clause.iter().rposition(|word| relatives.contains(&word.text));
        at.is_some_and(|at| at > 0 || self.is_first)
    }

    /// Like [`Self::is_restrictive`], for a word that also introduces what somebody says: `note that …`, unless it follows one of these.
    pub fn is_restrictive_unless(&self, relatives: &[&str], after: &[&str]) -> bool {
        let at = self.clause.iter().rposition(|word| relatives.contains(&word.text));
        let above = at.and_then(|at| at.checked_sub(1)).map(|at| self.clause[at].text);
        above.is_some_and(|above| !after.contains(&above))
    }

    /// A word of the clause, counted from the expression: 0 is the last.
    pub fn back(&self, by: usize) -> &str {
        self.clause.iter().rev().nth(by).map_or("", |word| word.text)
    }

    /// The word behind the expression.
    pub fn next(&self) -> &str {
        self.after.first().map_or("", |word| word.text)
    }
}

/// A word of a sentence.
#[derive(Debug)]
pub struct Word<'a> {
    /// Without marks around it, and without what stands before an apostrophe.
    pub text: &'a str,
    /// Whether punctuation follows.
    pub has_stop: bool,
}
