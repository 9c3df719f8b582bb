//! Markdown to the body of a page, with the span of everything that checks look at.
//!
//! 1. `builder` turns the events of the Markdown crate into nodes.
//! 2. On the way, `target` reads the destinations of links, `html` reads raw HTML and comments, `typed` finds addresses
//!    and telephones, `acronym` finds acronyms, `expansion` what they stand for, `code_info` what stands
//!    behind the fence of code.
//! 3. `dialect` looks for marks of other programs, which are text for the Markdown crate.
mod acronym;
mod builder;
mod code_info;
pub(super) mod dialect;
mod expansion;
mod html;
pub(super) mod target;
mod typed;

pub(super) use builder::{ParsedBody, hidden, read};
