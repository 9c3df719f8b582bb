//! Pages that are heavy to open.
//!
//! The weight of a page is the size of its file, of each of its images once, and of what every page loads of the theme.
//! Sizes are those of the files. Hosts compress text and no images; since images are most of the weight, the sum
//! without compression is close enough, and cheap at ten thousand pages.
use super::image::HEAVY;
use crate::model::{
    Diagnostic, Document, Files, Link, LinkKind, OutPath, Page, PageId, PagesOnRequest, Parsed, Site,
    SourcePath, Span, StoredFiles, Target, codes, file_size,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Endings of the files of a theme that browsers load with a page.
const LOADED_ENDINGS: [&str; 6] = ["css", "js", "otf", "ttf", "woff", "woff2"];

/// The files to publish: those in memory, and those in a store.
#[derive(Clone, Copy, Debug)]
pub struct MadeFiles<'a> {
    /// In memory.
    pub held: &'a Files,
    /// Made again on request.
    pub on_request: &'a PagesOnRequest,
    /// In a store.
    pub stored: &'a StoredFiles,
}

impl MadeFiles<'_> {
    /// The size of a file; none if it is not published.
    fn size(&self, path: &OutPath) -> Option<u64> {
        let held = self.held.get(path).map(|file| file_size(&file.value.value));
        let on_request = || self.on_request.get(path).map(|page| page.value.value.size);
        held.or_else(on_request).or_else(|| self.stored.get(path).map(|file| file.size))
    }
}

/// What is too heavy, kept for the next build.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// The bytes that every page loads of the theme.
    theme: u64,
    /// About the theme: every page is over the limit then, which is reported once.
    about_theme: Option<Diagnostic>,
    pages: Arc<BTreeMap<PageId, Diagnostic>>,
}

impl Weights {
    /// Weighs all pages.
    pub(super) fn new(site: &Site, parsed: &Parsed, files: MadeFiles<'_>) -> Self {
        let files_of_theme = theme(site, files);
        let theme = files_of_theme.iter().map(|(_, size)| size).sum();
        if theme > site.settings.limits.weight {
            let about_theme = Some(of_theme(site, &files_of_theme, theme));
            return Self { theme, about_theme, ..Self::default() };
        }
        let count = u32::try_from(site.pages.len()).unwrap_or(u32::MAX);
        let weigh = |number| weigh(site, parsed, files, PageId(number), theme);
        let heavy: Vec<_> = (0..count).into_par_iter().filter_map(weigh).collect();
        Self { theme, about_theme: None, pages: Arc::new(heavy.into_iter().collect()) }
    }

    /// Weighs only these pages: settings, images and the theme are the same.
    pub(super) fn again<'p>(
        &self,
        site: &Site,
        parsed: &Parsed,
        files: MadeFiles<'_>,
        changed: impl Iterator<Item = &'p PageId>,
    ) -> Self {
        let mut weights = self.clone();
        for id in changed.copied().filter(|_| self.about_theme.is_none()) {
            let heavy = weigh(site, parsed, files, id, self.theme);
            if heavy.is_some() || weights.pages.contains_key(&id) {
                let pages = Arc::make_mut(&mut weights.pages);
                pages.remove(&id);
                pages.extend(heavy);
            }
        }
        weights
    }

    /// All diagnostics.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.about_theme.iter().chain(self.pages.values())
    }
}

/// A page over the limit, with its diagnostic.
fn weigh(
    site: &Site,
    parsed: &Parsed,
    files: MadeFiles<'_>,
    id: PageId,
    theme: u64,
) -> Option<(PageId, Diagnostic)> {
    let page = site.page(id);
    let document = parsed.document(page)?;
    let html = files.size(&page.url.file())?;
    // A page that is too large to be published is an error already.
    let is_published = html <= site.settings.limits.output;
    Some((id, is_published.then(|| of_page(site, page, document, (html, theme))).flatten()?))
}

/// Files of the theme that only pages of a kind load, or any page once somebody reads, and are small.
const OF_SOME_PAGES: [&str; 10] = [
    "code.css",
    "code.js",
    "not-found.js",
    "progress.js",
    "reading.css",
    "reading.js",
    "redirect.js",
    "tabs.css",
    "ticks-tools.css",
    "ticks-tools.js",
];

/// The files of the theme that every page loads, with their sizes. Those of the search are loaded when somebody searches.
fn theme<'a>(site: &'a Site, files: MadeFiles<'_>) -> Vec<(&'a SourcePath, u64)> {
    let all = site.theme.files.iter();
    let loaded = all.filter_map(|(name, (source, _))| Some((name.strip_prefix("static/")?, source)));
    loaded
        .filter(|(name, _)| !name.starts_with("search/") && !OF_SOME_PAGES.contains(name))
        .filter(|(_, source)| LOADED_ENDINGS.contains(&source.extension()))
        .filter_map(|(name, source)| Some((source, files.size(&OutPath::new(format!("theme/{name}")))?)))
        .collect()
}

/// Reported at the heaviest file, if it is not part of the default theme; else at the settings.
fn of_theme(site: &Site, theme: &[(&SourcePath, u64)], sum: u64) -> Diagnostic {
    let settings = SourcePath::new("guide/jalon.yaml");
    let heaviest = theme.iter().max_by_key(|(_, size)| *size).map(|(source, _)| *source);
    let own = heaviest.filter(|source| !source.as_str().starts_with("themes/default/"));
    let span = Span::start_of(own.unwrap_or(&settings));
    diagnostic(span, "theme", sum, site.settings.limits.weight).help(if own.is_some() {
        "help-theme"
    } else {
        "help-limit"
    })
}

fn of_page(site: &Site, page: &Page, document: &Document, (html, theme): (u64, u64)) -> Option<Diagnostic> {
    let limit = site.settings.limits.weight;
    let mut counted_images: BTreeSet<&SourcePath> = BTreeSet::new();
    let (mut size, mut counted) = (html + theme, html + theme);
    let mut heaviest: Option<(&Link, u64)> = None;
    for image in document.content.links.iter().filter(|link| link.kind == LinkKind::Image) {
        if let Target::Asset(path, _) = &image.target
            && let Some(asset) = site.asset(path)
            && counted_images.insert(path)
        {
            size += asset.size;
            counted += asset.size.min(HEAVY);
            if heaviest.is_none_or(|(_, most)| asset.size > most) {
                heaviest = Some((image, asset.size));
            }
        }
    }
    // Heavy images are reported by themselves, so they count as no heavier than allowed here.
    if counted <= limit {
        return None;
    }
    Some(match heaviest.filter(|(_, most)| *most >= html) {
        Some((image, most)) => diagnostic(image.span.clone(), "images", size, limit)
            .arg("target", &*image.written)
            .arg("part", kilobytes(most)),
        None => diagnostic(document.title_place(&page.source), "text", size, limit).help("help-text"),
    })
}

fn diagnostic(span: Span, what: &str, size: u64, limit: u64) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::OUTPUT_PAGE_WEIGHT, span).arg("what", what);
    diagnostic.arg("size", kilobytes(size)).arg("limit", kilobytes(limit))
}

/// In kilobytes, rounded up, so that a page over its limit is never shown with just that limit.
fn kilobytes(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(1000)).unwrap_or(usize::MAX)
}
