//! Rich text as Markdown: what a word processor holds, or what somebody pastes.
//!
//! `run` holds the model of text with marks, links and pictures, `block` that of paragraphs, lists and tables. `tidy` moves spaces
//! and punctuation out of marks and joins what stands side by side, `escape` protects letters that Markdown would read as
//! its own, `inline` writes runs, `table` tables and `write` blocks.
mod block;
mod escape;
mod inline;
mod run;
mod table;
#[cfg(test)]
mod tests;
mod tidy;
mod write;

pub(super) use block::{RichBlock, RichItem, RichList, RichNotice, RichTable};
pub(super) use inline::plain;
pub(super) use run::{RichContent, RichMark, RichMarks, RichPicture, RichRun};
pub(super) use write::{heading, write_blocks};
