//! An open HTML block.

/// An HTML block. Its text is without the `>` and the indent of quotes and lists around it.
pub(super) struct HtmlBlock {
    pub(super) text: String,
    /// For each line its offset in the text and in the source.
    pub(super) parts: Vec<(usize, usize)>,
    /// How many elements of raw HTML were open before it.
    pub(super) before: usize,
}

impl HtmlBlock {
    /// The offset in the source of a byte of the text.
    pub(super) fn source_of(&self, at: usize) -> usize {
        let part = self.parts.partition_point(|(begin, _)| *begin <= at).saturating_sub(1);
        self.parts.get(part).map_or(0, |(begin, source)| source + at - begin)
    }
}
