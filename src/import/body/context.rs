//! What all steps of a page are given, and what they gather.
use super::lines::LineOrigin;
use crate::import::imported::ImportedTerm;
use crate::import::source::book::Program;
use crate::model::{ForeignTree, ImportFinding};

/// What the body of a page is read with.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct BodyContext<'a> {
    pub(in crate::import) tree: &'a ForeignTree,
    pub(in crate::import) program: &'a Program,
    /// The file of the page.
    pub(in crate::import) path: &'a str,
}

/// What is gathered while a body is rewritten.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) included: Vec<String>,
    pub(super) findings: Vec<ImportFinding>,
    pub(super) terms: Vec<ImportedTerm>,
}

impl Gathered {
    /// The file of a line.
    pub(super) fn file<'a>(&'a self, context: &BodyContext<'a>, origin: LineOrigin) -> &'a str {
        let number = (origin.file as usize).checked_sub(1);
        number.and_then(|number| self.included.get(number)).map_or(context.path, String::as_str)
    }
}
