//! A mark of another program that was found in a page.
use crate::model::Code;
use std::ops::Range;

/// A mark, or the block that it opens. Ranges are bytes of the body.
#[derive(Debug)]
pub(super) struct FoundMark {
    pub(super) code: Code,
    /// The mark, or the one that opens the block.
    pub(super) mark: Range<usize>,
    /// The other marks of the block.
    pub(super) others: Vec<Range<usize>>,
    /// What Jalon writes instead, if only one thing can be meant.
    pub(super) instead: Option<String>,
    /// The advice where it is not the usual one.
    pub(super) help: Option<&'static str>,
    /// The change that is certain to be right.
    pub(super) fix: Option<(Range<usize>, String)>,
}

impl FoundMark {
    pub(super) fn new(code: Code, mark: Range<usize>) -> Self {
        Self { code, mark, others: Vec::new(), instead: None, help: None, fix: None }
    }

    /// Adds the mark that closes the block.
    pub(super) fn closed_by(mut self, mark: Range<usize>) -> Self {
        self.others.push(mark);
        self
    }

    /// Adds what Jalon writes instead.
    pub(super) fn instead(mut self, text: impl Into<String>) -> Self {
        self.instead = Some(text.into());
        self
    }

    /// Says that text which is folded away elsewhere can be so in Jalon.
    pub(super) fn folded(mut self) -> Self {
        self.help = Some("help-folded");
        self
    }

    /// Adds a fix.
    pub(super) fn fix(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some((range, text.into()));
        self
    }

    /// Adds a fix if there is one.
    pub(super) fn fixed(mut self, fix: Option<(Range<usize>, String)>) -> Self {
        self.fix = fix.or(self.fix);
        self
    }

    /// Replaces the mark by what Jalon writes instead.
    pub(super) fn replaced_by(self, text: impl Into<String>) -> Self {
        let (text, mark) = (text.into(), self.mark.clone());
        self.instead(text.clone()).fix(mark, text)
    }
}

/// The marks of all findings in order, and apart from each other.
pub(super) fn marks(findings: &[FoundMark]) -> Vec<Range<usize>> {
    let all = findings.iter().flat_map(|finding| std::iter::once(&finding.mark).chain(&finding.others));
    let mut marks: Vec<Range<usize>> = all.cloned().collect();
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match apart.last_mut().filter(|last| mark.start < last.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => apart.push(mark),
        }
    }
    apart
}
