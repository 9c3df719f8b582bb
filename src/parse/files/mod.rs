//! More files, each read by itself:
//!
//! * `theme`: `theme.yaml`
//! * `search_tests`: `guide/search-tests.yaml`
//! * `thesaurus`: the file that the settings name
//! * `urls`: `guide/urls.lock`
pub(super) mod search_tests;
pub(super) mod theme;
pub(super) mod thesaurus;
pub(super) mod urls;
