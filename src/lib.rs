#![doc = include_str!("README.md")]

pub mod agenda;
pub mod assemble;
pub mod check;
mod checklist;
mod cli;
pub mod colors;
pub mod commands;
mod epub;
pub mod external;
pub mod failure;
mod import;
pub mod language;
pub mod load;
mod lsp;
pub mod messages;
pub mod model;
pub mod output;
pub mod parse;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod pipeline;
#[cfg(feature = "publish")]
mod publish;
pub mod refactor;
mod report;
pub mod search;
mod serve;
pub mod stamp;
pub mod text;
pub mod urls;
pub mod words;
mod write;
