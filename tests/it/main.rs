//! All integration tests, in one binary that links once.
#![expect(clippy::disallowed_methods, reason = "tests read and write files and look at the clock")]
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the names of our own files are written in one way"
)]

mod architecture;
mod asking;
mod bombs;
mod book;
mod causes;
mod checklists;
mod costs;
mod dialect;
mod disk;
mod documents;
mod edits;
mod external;
mod external_command;
mod external_sites;
mod extremes;
mod front_matter;
mod guide;
mod guide_source;
mod hostile;
mod import;
mod import_letters;
mod import_word;
mod lsp;
mod manual;
mod many_findings;
mod markdown;
mod markup;
mod navigation;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_expected;
#[cfg(feature = "pdf")]
mod pdf_letters;
#[cfg(feature = "pdf")]
mod pdf_on_request;
#[cfg(feature = "pdf")]
mod pdf_sheets;
mod publish;
mod random_edits;
mod random_saves;
mod rebuild;
mod recipes;
mod refactor;
mod report;
mod reproducible;
mod sites;
#[cfg(feature = "pdf")]
mod social_card;
mod spec_format;
mod specs;
mod support;
mod terms;
mod themes;
mod unchanged;
mod urls;
mod writing;
