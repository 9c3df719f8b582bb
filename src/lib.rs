#![doc = include_str!("README.md")]

pub mod assemble;
pub mod check;
pub mod commands;
pub mod failure;
pub mod load;
pub mod model;
pub mod output;
pub mod parse;
pub mod pipeline;
pub mod report;
pub mod search;
pub mod serve;
pub mod stamp;
pub mod text;
pub mod words;
pub mod write;
