//! The index of the search, made when somebody searches and not when somebody saves.
use crate::model::{Bytes, OutPath};
use crate::output::{self, Searched};
use crate::pipeline::Build;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The index of one build, once it has been asked for.
pub(super) struct Finder {
    build: Arc<Build>,
    made: OnceLock<Option<Searched>>,
    /// The last index that was made, for what can be kept of it.
    last: Arc<Mutex<Option<Searched>>>,
}

impl fmt::Debug for Finder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Finder").field("made", &self.made.get().is_some()).finish_non_exhaustive()
    }
}

impl Finder {
    /// For a build; makes nothing yet.
    pub(super) fn new(build: Arc<Build>, before: Option<&Self>) -> Self {
        let last = before.map_or_else(Arc::default, |before| Arc::clone(&before.last));
        Self { build, made: OnceLock::new(), last }
    }

    /// A file of the index; the first one asked for has all of them made.
    pub(super) fn find(&self, path: &str) -> Option<(&OutPath, &Bytes)> {
        if !path.starts_with("search/") {
            return None;
        }
        let made = self.made.get_or_init(|| {
            let site = self.build.site.as_ref()?;
            // A maker that broke leaves the index before, which is as good as ever.
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            let made = output::searched(site, &self.build.parsed, last.as_ref());
            *last = Some(made.clone());
            Some(made)
        });
        let mut files = made.as_ref()?.files.iter();
        files.find(|(name, _)| name.as_str() == path).map(|(name, content)| (name, content))
    }
}
