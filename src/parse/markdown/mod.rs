//! Markdown to the body of a page, with the span of everything that checks look at.
//!
//! 1. `events` runs the Markdown crate and passes its events on. Only this file names the crate.
//! 2. `builder` turns events into nodes.
//! 3. On the way, `target` reads the destinations of links, `html` reads raw HTML and comments, `typed` finds addresses
//!    and telephones, `acronym` finds acronyms.
mod acronym;
mod builder;
mod events;
mod html;
pub(super) mod target;
mod typed;

pub(super) use builder::ParsedBody;
pub(super) use events::read;
