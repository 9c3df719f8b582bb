//! The report for editors, made when it is opened and not at each save.
use super::ReportPage;
use crate::model::{Bytes, Sources};
use crate::pipeline::Build;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The page of one build.
pub(super) struct LazyReport {
    build: Arc<Build>,
    sources: Sources,
    make: Arc<ReportPage>,
    made: OnceLock<Bytes>,
}

impl fmt::Debug for LazyReport {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("LazyReport").field("made", &self.made.get().is_some()).finish_non_exhaustive()
    }
}

impl LazyReport {
    /// Keeps a build and its sources; makes nothing yet.
    pub(super) fn new(build: Arc<Build>, sources: Sources, make: Arc<ReportPage>) -> Self {
        Self { build, sources, make, made: OnceLock::new() }
    }

    /// The page; the first call makes it.
    pub(super) fn page(&self) -> &Bytes {
        self.made.get_or_init(|| Bytes::from((self.make)(&self.build, &self.sources).into_bytes()))
    }
}
