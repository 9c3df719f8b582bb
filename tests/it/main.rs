//! All tests of the whole, in one binary, so that it links once.
#![expect(clippy::disallowed_methods, reason = "tests read and write files and look at the clock")]
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the names of our own files are written in one way"
)]

mod architecture;
mod checklists;
mod costs;
mod coverage;
mod disk;
mod documents;
mod edits;
mod external;
mod external_command;
mod extremes;
mod far;
mod guide;
mod hostile;

#[cfg(feature = "pdf")]
mod later;
mod markup;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_sheets;
mod reach;
mod rebuild;
mod report;
mod reproducible;
mod sites;
mod spec_format;
mod specs;
mod support;
mod terms;
mod themes;
mod urls;
