//! What depends on the language of a guide, one folder a language.
//!
//! 1. `locale` is the table that each language fills in, `stop_words` a part of it; `fr` is French, `en` English. [`of`]
//!    chooses one.
//! 2. [`typography`] applies a language's typography to the texts that readers see; `keep` is for languages that leave it
//!    to the author.
//! 3. [`periods`] reads periods and delays, [`placeholders`] recognises placeholders, in all languages at once.
//! 4. [`dates`] finds dates in running text, [`acronyms`] knows those that everybody knows, [`people`] names of people,
//!    [`questions`] questions that "yes" or "no" answers, [`abbreviations`] words that end with a point: in all
//!    languages at once.
//!
//! A language is added with a folder here, a variant of [`Language`], a line in [`of`], its
//! texts in `themes/default/strings/` and `messages/locales/`, its tag in `report/report.schema.json`, and its endings in
//! `search/rank.js` of the default theme.
pub mod abbreviations;
pub mod acronyms;
pub mod dates;
mod en;
mod fr;
mod keep;
mod locale;
pub mod people;
pub mod periods;
pub mod placeholders;
pub mod questions;
mod stop_words;
pub mod typography;

use crate::model::{Date, Generated, Kind, Language, PageUrl};
use locale::Addresses;
pub use locale::Locale;

/// The conventions of a language.
pub fn of(language: Language) -> &'static Locale {
    match language {
        Language::French => &fr::LOCALE,
        Language::English => &en::LOCALE,
    }
}

/// The conventions of every language.
pub fn all() -> impl DoubleEndedIterator<Item = &'static Locale> {
    Language::ALL.into_iter().map(of)
}

/// A date as people write it: `1er mars 2026` in French, `1 March 2026` in English.
pub fn date(language: Language, date: Date) -> String {
    let locale = of(language);
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    format!("{}{} {} {}", date.day(), (locale.day_suffix)(date.day()), locale.months[month], date.year())
}

/// The address of a generated page, from the site's root.
pub fn address(page: &Generated, language: Language) -> PageUrl {
    let names = &of(language).addresses;
    let name = match page {
        Generated::Directory(kind) => directory(names, *kind),
        Generated::Role(key) => {
            return PageUrl::new(format!("/{}/{}/", directory(names, Kind::Role), key.id));
        }
        Generated::Whole => names.whole_guide,
        Generated::Map => names.site_map,
        Generated::Search => names.search,
        Generated::Accessibility => names.accessibility,
        Generated::Legal => names.legal_notice,
        Generated::PersonalData => names.personal_data,
        Generated::NotFound => return PageUrl::new("/404.html"),
    };
    PageUrl::new(format!("/{name}/"))
}

fn directory(names: &Addresses, kind: Kind) -> &'static str {
    names.directories.iter().find(|(other, _)| *other == kind).map_or(kind.file(), |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_words() {
        let day = |text: &str| Date::parse(text).expect("a day");
        assert_eq!(date(Language::French, day("2026-03-01")), "1er mars 2026");
        assert_eq!(date(Language::French, day("2026-11-23")), "23 novembre 2026");
        assert_eq!(date(Language::English, day("2026-08-01")), "1 August 2026");
    }
}
