//! What a publication sends and removes, and in which order.
//!
//! At no moment may a page lead to something that is not there. So new files come before the pages that use them, new
//! pages before the changed pages that lead to them, lists of pages and the first page last, and removals after all.
use super::links;
use super::order;
use super::state::PublishedList;
use crate::output::is_named_by_content;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The page that readers come to first.
const HOME: &str = "index.html";

/// What is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PublishPlan {
    /// The files to send: each wave once the one before it is there.
    pub(crate) waves: Vec<Vec<String>>,
    /// The files to remove afterwards: pages first.
    pub(crate) removed: Vec<String>,
    /// Files that are no longer needed and stay until the next publication.
    pub(super) retired: BTreeSet<String>,
}

impl PublishPlan {
    /// How many files are sent.
    pub(crate) fn sent(&self) -> usize {
        self.waves.iter().map(Vec::len).sum()
    }
}

/// What a plan is made from.
pub(super) struct Situation<'a> {
    /// The files of the site, with the fingerprint of content and headers.
    pub(super) wanted: &'a BTreeMap<String, String>,
    pub(super) state: &'a PublishedList,
    /// What is there, if it was listed.
    pub(super) listed: Option<&'a BTreeSet<String>>,
}

impl Situation<'_> {
    /// The files to send: also those that are gone, where it was listed what is there.
    pub(super) fn changed(&self) -> impl Iterator<Item = &str> {
        let is_gone = |path: &String| self.listed.is_some_and(|listed| !listed.contains(path));
        let is_new =
            move |(path, stamp): &(&String, &String)| self.state.known(path) != Some(*stamp) || is_gone(path);
        self.wanted.iter().filter(is_new).map(|(path, _)| path.as_str())
    }

    /// Whether readers may already know the address of a file.
    fn is_there(&self, path: &str) -> bool {
        match self.listed {
            Some(listed) => listed.contains(path),
            None => self.state.is_ours(path),
        }
    }

    /// Files of others at addresses that the site needs.
    pub(super) fn foreign(&self) -> Vec<&str> {
        let listed = |path: &&str| self.listed.is_some_and(|listed| listed.contains(*path));
        self.changed().filter(listed).filter(|path| !self.state.is_ours(path)).collect()
    }

    /// The plan. `read` gives the content of new pages, whose links decide their order.
    pub(super) fn plan<E>(&self, mut read: impl FnMut(&str) -> Result<Vec<u8>, E>) -> Result<PublishPlan, E> {
        let mut first = [Vec::new(), Vec::new()];
        let (mut new_pages, mut last) = (Vec::new(), [Vec::new(), Vec::new(), Vec::new()]);
        for path in self.changed() {
            let owned = path.to_owned();
            match (is_page(path), self.is_there(path)) {
                _ if path == HOME => last[2].push(owned),
                (true, false) => new_pages.push(owned),
                (true, true) => last[0].push(owned),
                (false, true) if lists_pages(path) => last[1].push(owned),
                (false, _) if is_named_by_content(path) => first[0].push(owned),
                (false, _) => first[1].push(owned),
            }
        }
        let mut waves: Vec<Vec<String>> = first.into();
        let numbers: HashMap<&str, usize> =
            new_pages.iter().enumerate().map(|(number, path)| (path.as_str(), number)).collect();
        let mut links = Vec::with_capacity(new_pages.len());
        for page in &new_pages {
            let to = links::of_page(page, &read(page)?);
            let known: BTreeSet<_> =
                to.iter().filter_map(|path| numbers.get(path.as_str()).copied()).collect();
            links.push(known.into_iter().collect());
        }
        let mut steps: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (wave, page) in order::waves(&links).into_iter().zip(&new_pages) {
            steps.entry(wave).or_default().push(page.clone());
        }
        waves.extend(steps.into_values().chain(last));
        waves.retain(|wave| !wave.is_empty());
        let (removed, retired) = self.unneeded(!waves.is_empty());
        Ok(PublishPlan { waves, removed, retired })
    }

    /// What is to be removed, and what stays until the next publication.
    fn unneeded(&self, sends: bool) -> (Vec<String>, BTreeSet<String>) {
        let state = self.state;
        let ours: BTreeSet<&String> = state.files.keys().chain(state.started.keys()).collect();
        let (mut removed, mut retired) = (Vec::new(), BTreeSet::new());
        for path in ours.into_iter().filter(|path| !self.wanted.contains_key(*path)) {
            // Where nothing else is published, what was kept last time stays: it costs no request.
            let is_due = sends && state.retired.get(path).is_some_and(|since| *since < state.publication);
            if is_named_by_content(path) && !is_due && state.files.contains_key(path) {
                retired.insert(path.clone());
            } else {
                removed.push(path.clone());
            }
        }
        removed.sort_by_key(|path| !is_page(path));
        (removed, retired)
    }
}

/// Whether readers see the file as a page.
pub(super) fn is_page(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

/// Whether a file leads programs to pages or to other files: the head of the search, the site map, the feed. Pages that are
/// there already need not wait for it.
fn lists_pages(path: &str) -> bool {
    !path.contains('/') || path.starts_with("search/") && !is_named_by_content(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(path, stamp)| ((*path).to_owned(), (*stamp).to_owned())).collect()
    }

    fn plan(wanted: &[(&str, &str)], state: &PublishedList, pages: &[(&str, &str)]) -> PublishPlan {
        let wanted = map(wanted);
        let pages = map(pages);
        let situation = Situation { wanted: &wanted, state, listed: None };
        situation.plan(|path| Ok::<_, ()>(pages.get(path).cloned().unwrap_or_default().into_bytes())).unwrap()
    }

    #[test]
    fn new_comes_before_changed_and_the_first_page_last() {
        let state = PublishedList {
            publication: 3,
            files: map(&[
                ("index.html", "1"),
                ("old/index.html", "1"),
                ("search/head.js", "1"),
                ("gone/index.html", "1"),
                ("p.png", "1"),
                ("search/c0-00000000.js", "1"),
            ]),
            ..PublishedList::new()
        };
        let made = plan(
            &[
                ("index.html", "2"),
                ("old/index.html", "2"),
                ("search/head.js", "2"),
                ("search/c0-11111111.js", "1"),
                ("a/index.html", "1"),
                ("b/index.html", "1"),
                ("theme/style.css", "1"),
            ],
            &state,
            &[("a/index.html", "<a href=\"../b/\">"), ("b/index.html", "<a href=\"../\">")],
        );
        let waves: Vec<_> = made.waves.iter().map(|wave| wave.join(" ")).collect();
        assert_eq!(
            waves,
            [
                "search/c0-11111111.js",
                "theme/style.css",
                "b/index.html",
                "a/index.html",
                "old/index.html",
                "search/head.js",
                "index.html"
            ]
        );
        assert_eq!(made.removed, ["gone/index.html", "p.png"]);
        assert_eq!(made.retired.into_iter().collect::<Vec<_>>(), ["search/c0-00000000.js"]);
    }

    #[test]
    fn what_was_retired_goes_with_the_publication_after_it() {
        let mut state = PublishedList {
            publication: 4,
            files: map(&[("index.html", "1"), ("search/c0-00000000.js", "1")]),
            ..PublishedList::new()
        };
        state.retired.insert("search/c0-00000000.js".into(), 3);
        assert_eq!(
            plan(&[("index.html", "1")], &state, &[]),
            PublishPlan { retired: ["search/c0-00000000.js".to_owned()].into(), ..PublishPlan::default() }
        );
        assert_eq!(plan(&[("index.html", "2")], &state, &[]).removed, ["search/c0-00000000.js"]);
    }

    #[test]
    fn an_interrupted_publication_is_finished() {
        let mut state = PublishedList {
            files: map(&[("index.html", "1"), ("a/index.html", "2"), ("b/index.html", "1")]),
            ..PublishedList::new()
        };
        state.started = map(&[("index.html", "2"), ("lost/index.html", "2"), ("search/c0-00000000.js", "2")]);
        let made = plan(&[("index.html", "1"), ("a/index.html", "2"), ("b/index.html", "1")], &state, &[]);
        assert_eq!(made.waves, [["index.html"]], "which form is there is not known");
        assert_eq!(made.removed, ["lost/index.html", "search/c0-00000000.js"]);
    }

    #[test]
    fn what_is_gone_is_sent_again() {
        let files = map(&[("index.html", "1"), ("a/index.html", "1"), ("p.png", "1")]);
        let state = PublishedList { files: files.clone(), ..PublishedList::new() };
        let listed = BTreeSet::from(["index.html".to_owned()]);
        let situation = |listed| Situation { wanted: &files, state: &state, listed };
        let made = situation(Some(&listed)).plan(|_| Ok::<_, ()>(Vec::new())).unwrap();
        assert_eq!(made.waves, [["p.png"], ["a/index.html"]]);
        assert!(situation(Some(&listed)).foreign().is_empty());
        assert_eq!(situation(None).changed().count(), 0, "by the list alone, nothing is missing");
    }

    #[test]
    fn files_of_others_are_told_apart() {
        let mut state = PublishedList { files: map(&[("index.html", "1")]), ..PublishedList::new() };
        state.started = map(&[("b.html", "1")]);
        let wanted = map(&[("index.html", "2"), ("a.html", "1"), ("b.html", "1")]);
        let listed = ["index.html", "a.html", "b.html", "theirs.html"].map(str::to_owned).into();
        let situation = Situation { wanted: &wanted, state: &state, listed: Some(&listed) };
        assert_eq!(situation.foreign(), ["a.html"]);
    }
}
