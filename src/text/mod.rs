//! Pure functions on text that several stages need: slugs, typography, nearest names, escaping.
pub mod calendar;
pub mod content_line;
pub mod csv;
pub mod escape;
pub mod latin;
pub mod nearest;
pub mod percent;
pub mod scan;
pub mod slug;
pub mod web_address;
