//! Small sites for the tests of this module, made of the text of their files.
use crate::model::{Date, Options, Parsed, Site, Source, SourcePath, Sources};

/// The site of these files on 23 November 2026.
pub(super) fn site(files: &[(&str, &str)]) -> (Site, Parsed) {
    let source = |(path, text): &(&str, &str)| (SourcePath::new(*path), Source::new(text.as_bytes()));
    let sources: Sources = files.iter().map(source).collect();
    let parsed = crate::parse::all(&sources, crate::parse::ParsedBefore::default()).parsed;
    let today = Date::parse("2026-11-23").expect("the calendar has this day");
    (crate::assemble::site(&parsed, &sources, Options::on(today)).value, parsed)
}
