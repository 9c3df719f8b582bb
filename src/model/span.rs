//! Places in source files.
use super::SourcePath;

/// A byte range of a file, front matter included. Lines and columns are computed when printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which file.
    pub file: SourcePath,
    /// First byte.
    pub start: u32,
    /// One past the last byte; equal to `start` for a place without width.
    pub end: u32,
}

impl Span {
    /// A byte range; positions beyond 4 GiB are clamped (no file that large is read).
    pub fn new(file: &SourcePath, start: usize, end: usize) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file: file.clone(), start: clamp(start), end: clamp(end) }
    }

    /// The very beginning of a file.
    pub fn start_of(file: &SourcePath) -> Self {
        Self::new(file, 0, 0)
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Located<T> {
    /// Where.
    pub span: Span,
    /// What.
    pub value: T,
}

impl<T> Located<T> {
    /// Puts the two together.
    pub fn new(span: Span, value: T) -> Self {
        Self { span, value }
    }
}
