//! Three more files, each read by itself:
//!
//! * `theme`: `theme.yaml`
//! * `search_tests`: `guide/search-tests.yaml`
//! * `urls`: `guide/urls.lock`
pub(super) mod search_tests;
pub(super) mod theme;
pub(super) mod urls;
