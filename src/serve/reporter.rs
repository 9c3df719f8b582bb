//! The page that says what waits for the editors: made when somebody opens it, not when somebody saves.
use super::Report;
use crate::model::{Bytes, Sources};
use crate::pipeline::Build;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The page of one build, once it has been asked for.
pub(super) struct Reporter {
    build: Arc<Build>,
    sources: Sources,
    make: Arc<Report>,
    made: OnceLock<Bytes>,
}

impl fmt::Debug for Reporter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Reporter").field("made", &self.made.get().is_some()).finish_non_exhaustive()
    }
}

impl Reporter {
    /// For a build and what it was made from; makes nothing yet.
    pub(super) fn new(build: Arc<Build>, sources: Sources, make: Arc<Report>) -> Self {
        Self { build, sources, make, made: OnceLock::new() }
    }

    /// The page.
    pub(super) fn page(&self) -> &Bytes {
        self.made.get_or_init(|| Bytes::from((self.make)(&self.build, &self.sources).into_bytes()))
    }
}
