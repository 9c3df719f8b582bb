//! The search index and the PDFs of checklists, made when a browser asks for them and not at each save.
use crate::model::{Bytes, Files, OutPath};
use crate::output::{self, SearchIndex};
use crate::pipeline::Build;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The search index and PDFs of one build.
pub(super) struct LazyFiles {
    build: Arc<Build>,
    made: OnceLock<Option<SearchIndex>>,
    /// The last index that was made, for reuse.
    last: Arc<Mutex<Option<SearchIndex>>>,
    /// PDFs of this build and earlier ones, for reuse.
    printed: Arc<Mutex<Files>>,
}

impl LazyFiles {
    /// Keeps a build; makes nothing yet.
    pub(super) fn new(build: Arc<Build>, before: Option<&Self>) -> Self {
        let last = before.map_or_else(Arc::default, |before| Arc::clone(&before.last));
        let printed = before.map_or_else(Arc::default, |before| Arc::clone(&before.printed));
        Self { build, made: OnceLock::new(), last, printed }
    }

    /// A PDF or a file of the index; the first request for a file of the index makes all of them.
    pub(super) fn get(&self, path: &str) -> Option<(OutPath, Bytes)> {
        if path.strip_suffix(".pdf").is_some() {
            return self.print(path);
        }
        let is_published = self.build.site.as_ref().is_some_and(|site| site.settings.search_index);
        if !is_published || !path.starts_with("search/") {
            return None;
        }
        let made = self.made.get_or_init(|| {
            let site = self.build.site.as_ref()?;
            // After a panic the last index is still valid.
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            let made = output::search_index(site, &self.build.parsed, last.as_ref(), None);
            *last = Some(made.clone());
            Some(made)
        });
        let mut files = made.as_ref()?.files.iter();
        files.find(|(name, _)| name.as_str() == path).cloned()
    }

    /// The PDF of a checklist.
    fn print(&self, path: &str) -> Option<(OutPath, Bytes)> {
        let site = self.build.site.as_ref()?;
        let mut printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        let (path, made) = output::pdf_at(site, &self.build.parsed, &self.build.engine, path, &printed)?;
        let bytes = made.value.value.clone();
        printed.insert(path.clone(), made);
        Some((path, bytes))
    }
}
