//! The error of a PDF file that is not as Typst writes it.
use std::fmt;

/// What was expected, and the offset or object where it is missing.
#[derive(Debug)]
pub(in crate::pdf) struct Unexpected {
    wanted: String,
    at: usize,
}

impl Unexpected {
    pub(super) fn new(wanted: impl Into<String>, at: usize) -> Self {
        Self { wanted: wanted.into(), at }
    }

    pub(super) fn of(wanted: impl Into<String>, id: u32) -> Self {
        Self::new(wanted, id as usize)
    }
}

impl fmt::Display for Unexpected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "form fields: expected {} ({})", self.wanted, self.at)
    }
}

/// A value, or the error that stopped the reading.
pub(super) type FormResult<T> = Result<T, Unexpected>;
