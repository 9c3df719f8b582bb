//! The pages that somebody looks at: their files are made before all others.
use crate::model::PageUrl;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many of the pages that were last asked for count, besides those that are open.
const LAST: usize = 4;

/// How many open pages count. More are tabs that nobody sees.
const OPEN: usize = 24;

/// The pages that are open in a browser, and those that were last asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct LookedAt(Arc<Mutex<Pages>>);

#[derive(Debug, Default)]
struct Pages {
    /// How often each page is open.
    open: BTreeMap<PageUrl, usize>,
    last: VecDeque<PageUrl>,
}

/// A page that is open for as long as this lives.
#[derive(Debug)]
pub(super) struct OpenPage {
    page: PageUrl,
    all: LookedAt,
}

impl LookedAt {
    fn lock(&self) -> MutexGuard<'_, Pages> {
        // After a panic the pages are still valid.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A page was asked for at this path.
    pub(super) fn asked(&self, path: &str) {
        let mut pages = self.lock();
        if path.ends_with('/') && pages.last.back().is_none_or(|last| last.as_str() != path) {
            let page = PageUrl::new(path);
            pages.last.retain(|last| *last != page);
            pages.last.push_back(page);
            if pages.last.len() > LAST {
                pages.last.pop_front();
            }
        }
    }

    /// A page is open at this path.
    pub(super) fn open(&self, path: &str) -> OpenPage {
        let page = PageUrl::new(path);
        *self.lock().open.entry(page.clone()).or_default() += 1;
        OpenPage { page, all: self.clone() }
    }

    /// The addresses of these pages.
    pub(super) fn pages(&self) -> BTreeSet<PageUrl> {
        let pages = self.lock();
        pages.open.keys().take(OPEN).chain(&pages.last).cloned().collect()
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut pages = self.all.lock();
        if let Some(count) = pages.open.get_mut(&self.page) {
            *count -= 1;
            if *count == 0 {
                pages.open.remove(&self.page);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(looked_at: &LookedAt) -> Vec<String> {
        looked_at.pages().iter().map(|page| page.as_str().to_owned()).collect()
    }

    #[test]
    fn a_page_counts_while_it_is_open_and_when_it_was_last_asked_for() {
        let looked_at = LookedAt::default();
        let open = (looked_at.open("/a/"), looked_at.open("/a/"));
        for path in ["/b/", "/style.css", "/c/", "/d/", "/e/", "/b/"] {
            looked_at.asked(path);
        }
        assert_eq!(names(&looked_at), ["/a/", "/b/", "/c/", "/d/", "/e/"]);
        looked_at.asked("/f/");
        drop(open.0);
        assert_eq!(names(&looked_at), ["/a/", "/b/", "/d/", "/e/", "/f/"], "the oldest is forgotten");
        drop(open.1);
        assert_eq!(names(&looked_at), ["/b/", "/d/", "/e/", "/f/"]);
    }
}
