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
    /// The index before the last: a page that has begun to search with it asks for more of its files.
    superseded: Arc<Mutex<Option<SearchIndex>>>,
    /// PDFs of this build and earlier ones, for reuse.
    printed: Arc<Mutex<Files>>,
}

impl LazyFiles {
    /// Keeps a build; makes nothing yet.
    pub(super) fn new(build: Arc<Build>, before: Option<&Self>) -> Self {
        let last = before.map_or_else(Arc::default, |before| Arc::clone(&before.last));
        let superseded = before.map_or_else(Arc::default, |before| Arc::clone(&before.superseded));
        let printed = before.map_or_else(Arc::default, |before| Arc::clone(&before.printed));
        Self { build, made: OnceLock::new(), last, superseded, printed }
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
            let before = last.replace(made.clone());
            *self.superseded.lock().unwrap_or_else(PoisonError::into_inner) = before;
            Some(made)
        });
        let named = |index: &SearchIndex| index.files.iter().find(|(name, _)| name.as_str() == path).cloned();
        made.as_ref().and_then(named).or_else(|| {
            let superseded = self.superseded.lock().unwrap_or_else(PoisonError::into_inner);
            superseded.as_ref().and_then(named)
        })
    }

    /// The PDF of a checklist, or of the whole guide.
    fn print(&self, path: &str) -> Option<(OutPath, Bytes)> {
        let site = self.build.site.as_ref()?;
        let mut printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        let list = || output::pdf_at(site, &self.build.parsed, &self.build.engine, path, &printed);
        let (path, made) = self.build.book_at(path, &printed).or_else(list)?;
        let bytes = made.value.value.clone();
        printed.insert(path.clone(), made);
        Some((path, bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Options, Source, SourcePath, Sources};
    use crate::pipeline;

    fn built(text: &str, before: &Build) -> Arc<Build> {
        let files = [("guide/jalon.yaml", "title: Guide\nlanguage: fr\n"), ("guide/index.md", text)];
        let files = files.map(|(path, text)| (SourcePath::new(path), Source::new(text.as_bytes().to_vec())));
        let options = Options { whole: false, last: false, ..Options::on(Date::new(2026, 11, 23).unwrap()) };
        Arc::new(pipeline::build(&Sources::from_iter(files), &[], options, before))
    }

    #[test]
    fn a_page_that_searches_gets_the_rest_of_its_index_after_a_save() {
        let first = built("# Accueil\n\nUn texte.\n", &Build::default());
        let opened = LazyFiles::new(Arc::clone(&first), None);
        let names = |lazy: &LazyFiles| -> Vec<String> {
            let made = lazy.made.get().unwrap().as_ref().unwrap();
            made.files.iter().map(|(path, _)| path.to_string()).collect()
        };
        assert!(opened.get("search/head.js").is_some());
        let old = names(&opened);
        let saved = LazyFiles::new(built("# Accueil\n\nUn autre.\n", &first), Some(&opened));
        for path in &old {
            assert!(saved.get(path).is_some(), "{path}");
        }
        assert_ne!(names(&saved), old);
        assert!(saved.get("search/w0-00000000.js").is_none());
    }
}
