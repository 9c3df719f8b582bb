//! What does it weigh to open a page?
//!
//! The page itself, each of its images once, and what every page loads of the theme, in bytes as they are stored. Hosts
//! compress text on the way and images not at all; but images are what makes pages heavy, so the sum without compression
//! is near enough, and costs nothing at ten thousand pages.
use super::image::HEAVY;
use crate::model::{
    Diagnostic, Document, Files, Link, LinkKind, OutPath, Page, Parsed, Site, SourcePath, Span, Target, codes,
};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Endings of what browsers load of a theme before they show a page.
const LOADED: [&str; 6] = ["css", "js", "otf", "ttf", "woff", "woff2"];

/// Pages over the weight budget. Asked once their files are made.
pub(super) fn files(site: &Site, parsed: &Parsed, files: &Files, diagnostics: &mut Vec<Diagnostic>) {
    let limit = site.settings.limits.weight;
    let theme = theme(site, files);
    let sum = theme.iter().map(|(_, size)| size).sum();
    if sum > limit {
        // No page can be light then: said once, where it can be mended.
        diagnostics.push(of_theme(site, &theme, sum));
        return;
    }
    let pages = site.pages.par_iter().filter(|page| page.written);
    diagnostics.par_extend(pages.filter_map(|page| {
        let document = &parsed.pages.get(&page.source)?.value.value;
        let html = length(files.get(&page.url.file())?.value.value.len());
        // What is too large to be published is an error already.
        let published = html <= site.settings.limits.output;
        published.then(|| of_page(site, page, document, (html, sum))).flatten()
    }));
}

/// What every page loads of the theme, with sizes. The search is loaded by those who search.
fn theme<'a>(site: &'a Site, files: &Files) -> Vec<(&'a SourcePath, u64)> {
    let all = site.theme.files.iter();
    let loaded = all.filter_map(|(name, (source, _))| Some((name.strip_prefix("static/")?, source)));
    loaded
        .filter(|(name, source)| !name.starts_with("search/") && LOADED.contains(&source.extension()))
        .filter_map(|(name, source)| {
            let file = files.get(&OutPath::new(format!("theme/{name}")))?;
            Some((source, length(file.value.value.len())))
        })
        .collect()
}

/// At the heaviest file, if it is the guide's own.
fn of_theme(site: &Site, theme: &[(&SourcePath, u64)], sum: u64) -> Diagnostic {
    let settings = SourcePath::new("guide/jalon.yaml");
    let heaviest = theme.iter().max_by_key(|(_, size)| *size).map(|(source, _)| *source);
    let own = heaviest.filter(|source| !source.as_str().starts_with("themes/default/"));
    let place = Span::start_of(own.unwrap_or(&settings));
    diagnostic(place, "theme", sum, site.settings.limits.weight).help(if own.is_some() {
        "help-theme"
    } else {
        "help-limit"
    })
}

fn of_page(site: &Site, page: &Page, document: &Document, (html, theme): (u64, u64)) -> Option<Diagnostic> {
    let limit = site.settings.limits.weight;
    let mut seen: BTreeSet<&SourcePath> = BTreeSet::new();
    let (mut size, mut light) = (html + theme, html + theme);
    let mut heaviest: Option<(&Link, u64)> = None;
    for image in document.content.links.iter().filter(|link| link.kind == LinkKind::Image) {
        if let Target::Asset(path, _) = &image.target
            && let Some(asset) = site.assets.get(path)
            && seen.insert(path)
        {
            size += asset.size;
            light += asset.size.min(HEAVY);
            if heaviest.is_none_or(|(_, most)| asset.size > most) {
                heaviest = Some((image, asset.size));
            }
        }
    }
    // A heavy image is told by itself: one fault is one diagnostic.
    if light <= limit {
        return None;
    }
    Some(match heaviest.filter(|(_, most)| *most >= html) {
        Some((image, most)) => diagnostic(image.span.clone(), "images", size, limit)
            .arg("target", image.written.as_str())
            .arg("part", shown(most)),
        None => diagnostic(document.title_place(&page.source), "text", size, limit).help("help-text"),
    })
}

fn diagnostic(place: Span, what: &str, size: u64, limit: u64) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::OUTPUT_PAGE_WEIGHT, place).arg("what", what);
    diagnostic.arg("size", shown(size)).arg("limit", shown(limit))
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// In kilobytes, the last one whole: a page over its limit never seems to weigh just that.
fn shown(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(1000)).unwrap_or(usize::MAX)
}
