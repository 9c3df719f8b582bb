//! The things we publish. One file per output, one line here.
//!
//! Each output plans jobs; a job carries all that its file is made from, so its stamp cannot miss a dependency.
mod asset;
mod card;
mod chrome;
mod directory;
mod feed;
mod generated;
mod href;
mod html;
mod map;
mod page;
mod redirect;
mod resolve;
mod role;
mod search;
mod statement;
mod template;
mod terms;
mod vcard;
mod view;
mod whole;

pub use chrome::CONTENT_POLICY;
pub use template::Engine;

use crate::model::{
    Bytes, Diagnostic, Document, Files, Generated, Noted, OutPath, Page, PageId, PageUrl, Parsed, Site,
    SourcePath, Sources, Span, codes,
};
use crate::stamp::{Made, Stamp, Stamped, reuse};
use chrome::Chrome;
use rayon::prelude::*;
use std::collections::btree_map::Entry;
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

/// What this stage made.
#[derive(Debug)]
pub struct Outcome {
    /// Files to publish.
    pub files: Files,
    /// The theme, kept for the next build.
    pub engine: Engine,
    /// What there is to say about the whole: the theme, paths wanted twice.
    pub notes: Vec<Diagnostic>,
}

/// What outputs plan from.
struct Plan<'a> {
    site: &'a Site,
    parsed: &'a Parsed,
    sources: &'a Sources,
    chrome: Stamped<Chrome>,
    cards: card::Cards,
    items: Vec<Stamped<view::Item>>,
}

impl Plan<'_> {
    /// A page as menus show it.
    fn item(&self, id: PageId) -> &Stamped<view::Item> {
        &self.items[id.0 as usize]
    }

    /// What a page's file says; none for a page without a file.
    fn document(&self, page: &Page) -> Option<&Document> {
        self.parsed.pages.get(&page.source).map(|kept| &kept.value.value)
    }
}

/// One file to be made. All it depends on is inside.
struct Job {
    /// Where the file goes.
    path: OutPath,
    /// Stamp of everything the file depends on.
    stamp: Stamp,
    run: Box<dyn FnOnce() -> Noted<Bytes> + Send>,
}

impl Job {
    /// `run` is a plain `fn`, not a closure: it can see `input` and nothing else, so `stamp` cannot miss a
    /// dependency.
    fn new<I: Hash + Send + 'static>(path: OutPath, input: I, run: fn(&I) -> Noted<String>) -> Self {
        let stamp = Stamp::of(&input);
        let run = move || {
            let made = run(&input);
            Noted { value: Bytes::from(made.value.into_bytes()), notes: made.notes }
        };
        Self { path, stamp, run: Box::new(run) }
    }

    /// A file that is published as it was read.
    fn copy(path: OutPath, bytes: &Bytes, stamp: Stamp) -> Self {
        let bytes = Arc::clone(bytes);
        Self { path, stamp, run: Box::new(move || Noted::clean(bytes)) }
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Job").field("path", &self.path).finish_non_exhaustive()
    }
}

/// All of them. An output lists the files that it wants to publish.
const OUTPUTS: &[fn(&Plan<'_>) -> Vec<Job>] = &[
    page::plan,
    role::plan,
    directory::plan,
    whole::plan,
    map::plan,
    search::plan,
    statement::plan,
    redirect::plan,
    feed::plan,
    vcard::plan,
    asset::plan,
];

/// Makes every file whose inputs are not what they were before.
pub fn all(site: &Site, parsed: &Parsed, sources: &Sources, before: &Files, engine: &Engine) -> Outcome {
    let (engine, templates) = engine.refreshed(site, sources);
    let mut notes = templates.notes.clone();
    let chrome = Chrome::new(site, templates, feed::exists(site));
    let whole = site.generated.get(&Generated::Whole).map(PageUrl::depth);
    let cards = card::Cards::new(site, parsed, &chrome, whole, &mut notes);
    let items = view::Item::all(site, &chrome);
    let plan = Plan { site, parsed, sources, chrome, cards, items };
    let jobs: Vec<Job> = OUTPUTS.iter().flat_map(|output| output(&plan)).collect();
    let made: Vec<(OutPath, Made<Arc<Noted<Bytes>>>)> = jobs
        .into_par_iter()
        .map(|job| {
            let path = job.path.clone();
            let made = reuse(before.get(&path), job.stamp, || Arc::new((job.run)()));
            (path, made)
        })
        .collect();
    let mut files = Files::new();
    for (path, file) in made {
        let size = u64::try_from(file.value.value.len()).unwrap_or(u64::MAX);
        let about = || Span::start_of(&SourcePath::new("guide/jalon.yaml"));
        if size > site.settings.limits.output && SourcePath::new(path.as_str()).extension() == "html" {
            let limit = usize::try_from(site.settings.limits.output).unwrap_or(usize::MAX);
            notes.push(
                Diagnostic::new(codes::OUTPUT_TOO_LARGE, about())
                    .arg("path", path.as_str())
                    .arg("size", file.value.value.len())
                    .arg("limit", limit),
            );
        }
        match files.entry(path) {
            Entry::Occupied(first) => {
                let path = first.key().as_str();
                notes.push(Diagnostic::new(codes::OUTPUT_DUPLICATE_PATH, about()).arg("path", path));
            }
            Entry::Vacant(place) => {
                place.insert(file);
            }
        }
    }
    Outcome { files, engine, notes }
}
