//! The body of a page: Markdown to nodes, with the place of all that checks ask about.
//!
//! 1. `events`: the events of the Markdown crate, one by one; the only file that names the crate.
//! 2. `builder`: events to nodes.
//! 3. `target`: what a link points at. `html`: raw HTML and comments. `prose`: placeholders, addresses and telephones
//!    typed in running text. `acronym`: words that look like acronyms.
mod acronym;
mod builder;
mod events;
mod html;
pub(super) mod prose;
pub(super) mod target;

pub(super) use builder::ParsedBody;
pub(super) use events::read;
