//! Small guides for the tests of this module, made of the text of their files.
use super::*;
use crate::model::{Date, Source};

/// The site of these files on 23 November 2026. Paths are below `guide/`, except those of themes.
pub(super) fn site(files: &[(&str, &str)], drafts: bool) -> Noted<Site> {
    let source = |(path, text): &(&str, &str)| {
        let folder = if path.starts_with("themes/") { "" } else { "guide/" };
        (SourcePath::new(format!("{folder}{path}")), Source::new(text.as_bytes()))
    };
    let sources: Sources = files.iter().map(source).collect();
    let parsed = crate::parse::all(&sources, crate::parse::ParsedBefore::default()).parsed;
    let today = Date::parse("2026-11-23").expect("the calendar has this day");
    super::site(&parsed, &sources, Options { drafts, ..Options::on(today) })
}
