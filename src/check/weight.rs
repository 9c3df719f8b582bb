//! Pages that are heavy to open.
//!
//! The weight of a page is the size of its file, of each of its images once, and of what every page loads of the theme.
//! Sizes are those of the files. Hosts compress text and no images; since images are most of the weight, the sum
//! without compression is close enough, and cheap at ten thousand pages.
use super::image::HEAVY;
use crate::model::{
    Diagnostic, Document, Files, Link, LinkKind, OutPath, Page, Parsed, Site, SourcePath, Span, Target, codes,
};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Endings of the files of a theme that browsers load with a page.
const LOADED_ENDINGS: [&str; 6] = ["css", "js", "otf", "ttf", "woff", "woff2"];

/// Reports pages over the limit.
pub(super) fn files(site: &Site, parsed: &Parsed, files: &Files, diagnostics: &mut Vec<Diagnostic>) {
    let limit = site.settings.limits.weight;
    let theme = theme(site, files);
    let sum = theme.iter().map(|(_, size)| size).sum();
    if sum > limit {
        // Every page is over the limit then: reported once, at the theme or the limit.
        diagnostics.push(of_theme(site, &theme, sum));
        return;
    }
    let pages = site.pages.par_iter().filter(|page| page.written);
    diagnostics.par_extend(pages.filter_map(|page| {
        let document = &parsed.pages.get(&page.source)?.value.value;
        let html = length(files.get(&page.url.file())?.value.value.len());
        // A page that is too large to be published is an error already.
        let is_published = html <= site.settings.limits.output;
        is_published.then(|| of_page(site, page, document, (html, sum))).flatten()
    }));
}

/// The files of the theme that every page loads, with their sizes. Those of the search are loaded when somebody searches,
/// the script of redirects by redirects.
fn theme<'a>(site: &'a Site, files: &Files) -> Vec<(&'a SourcePath, u64)> {
    let all = site.theme.files.iter();
    let loaded = all.filter_map(|(name, (source, _))| Some((name.strip_prefix("static/")?, source)));
    loaded
        .filter(|(name, _)| !name.starts_with("search/") && *name != "redirect.js")
        .filter(|(_, source)| LOADED_ENDINGS.contains(&source.extension()))
        .filter_map(|(name, source)| {
            let file = files.get(&OutPath::new(format!("theme/{name}")))?;
            Some((source, length(file.value.value.len())))
        })
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
            .arg("target", image.written.as_str())
            .arg("part", kilobytes(most)),
        None => diagnostic(document.title_place(&page.source), "text", size, limit).help("help-text"),
    })
}

fn diagnostic(span: Span, what: &str, size: u64, limit: u64) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::OUTPUT_PAGE_WEIGHT, span).arg("what", what);
    diagnostic.arg("size", kilobytes(size)).arg("limit", kilobytes(limit))
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// In kilobytes, rounded up, so that a page over its limit is never shown with just that limit.
fn kilobytes(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(1000)).unwrap_or(usize::MAX)
}
