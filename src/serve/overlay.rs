//! What is wrong, for the overlay of each open page. The words are made by the caller, for the page that asks.
use super::last_good::LastGood;
use crate::model::{PageUrl, SourcePath, Sources};
use crate::pipeline::Build;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// Puts what is wrong into words for one page; null if nothing is.
pub(crate) type PrintOverlay = dyn Fn(&OverlayRequest<'_>) -> Value + Send + Sync;

/// What is wrong, and the page that asks.
pub(crate) struct OverlayRequest<'a> {
    /// What was built of the files as they are.
    pub(crate) build: &'a Build,
    pub(crate) sources: &'a Sources,
    /// The source of the page that asks; none if it has none of its own.
    pub(crate) page: Option<&'a SourcePath>,
    /// Source files with an error, of which an earlier state is served.
    pub(crate) held: &'a BTreeSet<SourcePath>,
    /// What is served.
    pub(crate) served: &'a Build,
}

impl OverlayRequest<'_> {
    /// The address at which a source file is served as a page.
    pub(crate) fn address(&self, source: &SourcePath) -> Option<&PageUrl> {
        Some(&self.served.site.as_ref()?.page_of(source)?.url)
    }
}

/// What is wrong with the guide.
#[derive(Default)]
pub(super) enum Overlay {
    #[default]
    None,
    /// A bug of ours.
    Bug(Value),
    /// Errors of the guide.
    Errors { build: Arc<Build>, sources: Sources, print: Arc<PrintOverlay> },
}

impl fmt::Debug for Overlay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::None => "None",
            Self::Bug(_) => "Bug",
            Self::Errors { .. } => "Errors",
        })
    }
}

impl Overlay {
    /// What the page at this address shows of it.
    pub(super) fn of_page(&self, guide: &LastGood, path: &str) -> Value {
        match self {
            Self::None => Value::Null,
            Self::Bug(words) => words.clone(),
            Self::Errors { build, sources, print } => {
                let served = &*guide.build;
                let mut pages = served.site.iter().flat_map(|site| &site.pages);
                let page = pages.find(|page| page.url.as_str() == path).map(|page| &page.source);
                print(&OverlayRequest { build, sources, page, held: &guide.held, served })
            }
        }
    }
}
