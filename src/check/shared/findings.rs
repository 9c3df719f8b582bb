//! What was found in each page by itself.
//!
//! It depends on the page's file and on the site, so it is kept for as long as these are the same. Questions about all
//! pages together are answered from it, without reading the pages again.
use crate::model::{Diagnostic, PageId, Site, SourcePath};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was found in a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::check) struct PageFindings {
    pub(in crate::check) diagnostics: Vec<Diagnostic>,
    /// The numbers of its links that lead to nothing.
    pub(in crate::check) broken: Vec<usize>,
    /// Its acronyms, and whether it explains them.
    pub(in crate::check) acronyms: Vec<(String, bool)>,
    /// The pages that it links to, of those that may be orphans.
    pub(in crate::check) reaches: Vec<PageId>,
}

/// The findings of all pages that have any, in reading order.
pub(in crate::check) type FindingsByPage = BTreeMap<PageId, Arc<PageFindings>>;

/// The numbers of pages that are made from these files.
pub(in crate::check) fn ids(site: &Site, paths: &[SourcePath]) -> Vec<PageId> {
    paths.iter().filter_map(|path| site.id_of(path)).collect()
}
