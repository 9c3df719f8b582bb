//! The index of the search and the PDFs of lists: made when somebody asks for them, not when somebody saves.
use crate::model::{Bytes, Files, OutPath};
use crate::output::{self, SearchIndex};
use crate::pipeline::Build;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The index of one build, once it has been asked for.
pub(super) struct Finder {
    build: Arc<Build>,
    made: OnceLock<Option<SearchIndex>>,
    /// The last index that was made, for what can be kept of it.
    last: Arc<Mutex<Option<SearchIndex>>>,
    /// The PDFs that were made, of this build or of one before.
    printed: Arc<Mutex<Files>>,
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
        let printed = before.map_or_else(Arc::default, |before| Arc::clone(&before.printed));
        Self { build, made: OnceLock::new(), last, printed }
    }

    /// A file of the index; the first one asked for has all of them made.
    pub(super) fn find(&self, path: &str) -> Option<(OutPath, Bytes)> {
        if path.strip_suffix(".pdf").is_some() {
            return self.print(path);
        }
        let published = self.build.site.as_ref().is_some_and(|site| site.settings.search_index);
        if !published || !path.starts_with("search/") {
            return None;
        }
        let made = self.made.get_or_init(|| {
            let site = self.build.site.as_ref()?;
            // A maker that broke leaves the index before, which is as good as ever.
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            let made = output::search_index(site, &self.build.parsed, last.as_ref());
            *last = Some(made.clone());
            Some(made)
        });
        let mut files = made.as_ref()?.files.iter();
        files.find(|(name, _)| name.as_str() == path).cloned()
    }

    /// The PDF of a list.
    fn print(&self, path: &str) -> Option<(OutPath, Bytes)> {
        let site = self.build.site.as_ref()?;
        let mut printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        let (path, made) = output::pdf_at(site, &self.build.parsed, &self.build.engine, path, &printed)?;
        let bytes = made.value.value.clone();
        printed.insert(path.clone(), made);
        Some((path, bytes))
    }
}
