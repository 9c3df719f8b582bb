//! Maps of YAML to records, by tables of fields.
//!
//! 1. `table`: what a table says of each key.
//! 2. `reader`: a map is read key by key, and what does not fit its table becomes a diagnostic.
//! 3. `shapes`: the text of one value becomes a date, an address, a number; `address` and `phone` read theirs.
pub(super) mod address;
pub(super) mod phone;
mod reader;
pub(super) mod shapes;
mod table;

pub(super) use reader::Reader;
pub(super) use shapes::is_alias;
pub(super) use table::{Field, FormatCodes, Shape};
