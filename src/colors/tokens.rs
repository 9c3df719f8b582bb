//! The parts of code that have a colour.
use crate::model::CodePart;
use std::ops::Range;

/// The parts of a code, each with its kind.
pub type Tokens = Vec<(Range<usize>, CodePart)>;
