//! What the files to publish are planned from.
use super::menu::MenuPages;
use crate::model::{Document, Page, Parsed, Site, Sources};
use crate::output::kept::KeptFiles;
use crate::output::lists::pdf::ListPdfs;
use crate::output::shared::cards::Cards;
use crate::output::shared::context::SiteContext;
use crate::output::shared::site_view::SiteViews;
use crate::output::shared::target::TargetResolver;
use crate::stamp::Stamped;

/// What every output plans its files from. An output puts all that a file depends on into the file's input.
pub(crate) struct OutputPlan<'a> {
    pub(crate) site: &'a Site,
    pub(crate) parsed: &'a Parsed,
    pub(crate) sources: &'a Sources,
    pub(crate) kept: KeptFiles<'a>,
    pub(crate) context: Stamped<SiteContext>,
    pub(crate) site_views: Stamped<SiteViews>,
    pub(crate) cards: Cards,
    pub(crate) targets: TargetResolver<'a>,
    pub(crate) menus: MenuPages,
    pub(crate) pdfs: ListPdfs,
}

impl OutputPlan<'_> {
    /// What a page's file says; none for a page without a file.
    pub(crate) fn document(&self, page: &Page) -> Option<&Document> {
        self.parsed.pages.get(&page.source).map(|kept| &kept.value.value)
    }
}
