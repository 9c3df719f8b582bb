//! Positions in source files.
use super::SourcePath;

/// A range of bytes in a file, front matter included. Line and column are computed when it is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which file.
    pub file: SourcePath,
    /// First byte.
    pub start: u32,
    /// One past the last byte; equal to `start` for an empty range.
    pub end: u32,
}

impl Span {
    /// A range of bytes. Offsets beyond 4 GiB are clamped; files that large are not read.
    pub fn new(file: &SourcePath, start: usize, end: usize) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file: file.clone(), start: clamp(start), end: clamp(end) }
    }

    /// The start of a file.
    pub fn start_of(file: &SourcePath) -> Self {
        Self::new(file, 0, 0)
    }
}

/// A value with its position.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Located<T> {
    /// The position.
    pub span: Span,
    /// The value.
    pub value: T,
}

impl<T> Located<T> {
    /// Combines the two.
    pub fn new(span: Span, value: T) -> Self {
        Self { span, value }
    }
}
