//! The other files that are read as a whole: `theme.yaml`, `search-tests.yaml` and `urls.lock`.
pub(super) mod search_tests;
pub(super) mod theme;
pub(super) mod urls;
