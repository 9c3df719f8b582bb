//! Text as readers see it: with the typography of the guide's language, and the words of the interface.
use crate::language::{self, typography};
use crate::model::{Arg, Date, Delay, Generated, Language};
use crate::output::theme::Strings;
use std::borrow::Cow;
use std::sync::Arc;

/// The language of a guide, and the words of its interface.
pub(crate) struct SiteText {
    pub(crate) language: Language,
    strings: Arc<Strings>,
}

impl SiteText {
    pub(crate) fn new(language: Language, strings: Arc<Strings>) -> Self {
        Self { language, strings }
    }

    /// A text with the typography of the guide's language; borrowed where nothing changes.
    pub(crate) fn typeset<'t>(&self, text: &'t str) -> Cow<'t, str> {
        typography::typeset(self.language, text, None)
    }

    /// A message of the interface without variables.
    pub(crate) fn string(&self, key: &str) -> String {
        self.strings.get(key, &[])
    }

    /// A message of the interface.
    pub(crate) fn string_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.strings.get(key, args)
    }

    /// The title of a page that Jalon writes by itself.
    pub(crate) fn title(&self, page: &Generated) -> String {
        let name = match page {
            Generated::Directory(kind) => kind.file(),
            Generated::Role(_) => "role",
            Generated::Whole => "whole",
            Generated::Map => "map",
            Generated::Search => "search",
            Generated::Accessibility => "accessibility",
            Generated::Legal => "legal",
            Generated::PersonalData => "personal-data",
            Generated::NotFound => "not-found",
        };
        self.string(&format!("title-{name}"))
    }

    /// A day in words.
    pub(crate) fn day(&self, day: Date) -> String {
        language::date(self.language, day)
    }

    /// The message that something is out of date since a day.
    pub(crate) fn outdated(&self, since: Date) -> String {
        self.string_with("outdated", &[("date", self.day(since).into())])
    }

    /// A delay in words: "30 days before".
    pub(crate) fn delay(&self, delay: Delay) -> String {
        let (key, count) = delay.message();
        self.string_with(key, &[("count", Arg::Number(count))])
    }

    /// What readers see of a placeholder with these words.
    pub(crate) fn placeholder(&self, words: &str) -> String {
        if words.is_empty() {
            self.string("placeholder-bare")
        } else {
            self.string_with("placeholder", &[("words", self.typeset(words).into_owned().into())])
        }
    }
}
