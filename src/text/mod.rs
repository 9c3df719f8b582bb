//! Pure functions on text that several stages need.
//!
//! 1. Searching text: `byte_set` finds rare bytes, `nearest` the name that was probably meant; `callouts` knows the names of
//!    callouts in other programs; `edits` changes bytes.
//! 2. Names and addresses: `composed` joins accents to their letters, `latin` removes them, `slug` makes names of titles,
//!    `percent` encodes addresses, `web_address` shortens them.
//! 3. Formats: `escape` writes HTML and XML, `references` reads the characters that HTML names, `csv` for spreadsheets, `content_line` and `calendar` for vCards and
//!    calendars.
pub mod byte_set;
pub mod calendar;
pub mod callouts;
pub mod composed;
pub mod content_line;
pub mod csv;
pub mod edits;
pub mod escape;
pub mod latin;
pub mod nearest;
pub mod percent;
pub mod references;
pub mod slug;
pub mod web_address;
