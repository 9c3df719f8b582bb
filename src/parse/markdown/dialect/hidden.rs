//! What readers do not see as running text: code, raw HTML, comments, the targets of links.
use std::ops::Range;

/// Ranges of the body without running text, in the order in which they begin, and blocks that have a meaning.
#[derive(Debug, Default)]
pub(in crate::parse) struct Hidden {
    ranges: Vec<Range<usize>>,
    /// Where alerts begin that are recognised.
    alerts: Vec<usize>,
    /// The open links and images: the whole, and the end of what stands in it so far.
    links: Vec<(Range<usize>, usize)>,
}

impl Hidden {
    /// Takes note of an element that is code, HTML or a target.
    pub(in crate::parse::markdown) fn hide(&mut self, range: &Range<usize>) {
        self.ranges.push(range.clone());
    }

    /// Takes note of an alert.
    pub(in crate::parse::markdown) fn alert(&mut self, range: &Range<usize>) {
        self.alerts.push(range.start);
    }

    /// A link or an image begins.
    pub(in crate::parse::markdown) fn open_link(&mut self, range: &Range<usize>) {
        self.links.push((range.clone(), range.start + 1));
    }

    /// Something ended, perhaps in a link.
    pub(in crate::parse::markdown) fn pass(&mut self, range: &Range<usize>) {
        if let Some((_, end)) = self.links.last_mut() {
            *end = range.end.max(*end);
        }
    }

    /// A link or an image ends. What follows its text is its target.
    pub(in crate::parse::markdown) fn close_link(&mut self) {
        if let Some((whole, end)) = self.links.pop() {
            self.hide(&(end.min(whole.end)..whole.end));
            self.pass(&whole);
        }
    }

    /// Puts the ranges in order. An element that is inside another one is dropped.
    pub(in crate::parse::markdown) fn settle(&mut self) {
        self.ranges.retain(|range| !range.is_empty());
        self.ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        self.ranges.retain(|range| {
            let is_apart = range.end > end;
            end = end.max(range.end);
            is_apart
        });
    }

    /// The hidden range that contains a byte.
    pub(super) fn at(&self, byte: usize) -> Option<&Range<usize>> {
        let next = self.ranges.partition_point(|range| range.end <= byte);
        self.ranges.get(next).filter(|range| range.start <= byte)
    }

    /// Whether an alert begins in a range.
    pub(super) fn has_alert(&self, range: &Range<usize>) -> bool {
        let next = self.alerts.partition_point(|start| *start < range.start);
        self.alerts.get(next).is_some_and(|start| *start < range.end)
    }
}
