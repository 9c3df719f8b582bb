//! Images without an alternative text, that cannot be read, or that are heavy.
use super::suggest::fold::fold_text;
use crate::model::{Diagnostic, Document, LinkKind, Page, Picture, Site, SourcePath, Target, codes};
use std::collections::BTreeSet;

/// Bytes above which an image is heavy on a slow connection.
pub(super) const HEAVY: u64 = 500_000;

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut reported: BTreeSet<&SourcePath> = BTreeSet::new();
    for image in document.content.links.iter().filter(|link| link.kind == LinkKind::Image) {
        let diagnostic = |code| Diagnostic::new(code, image.span.clone());
        if image.text.trim().is_empty() {
            diagnostics.push(diagnostic(codes::IMAGE_NO_ALT).arg("target", &*image.written));
        } else if is_file_name(&image.text, &image.written) {
            diagnostics.push(diagnostic(codes::IMAGE_ALT_IS_FILE_NAME).arg("text", image.text.trim()));
        }
        if let Target::Asset(path, _) = &image.target
            && site.asset(path).is_some_and(|asset| asset.picture == Picture::Unreadable)
        {
            diagnostics.push(diagnostic(codes::IMAGE_UNREADABLE).arg("target", &*image.written));
        }
        if let Target::Asset(path, _) = &image.target
            && let Some(asset) = site.asset(path).filter(|asset| asset.size > HEAVY)
            && reported.insert(path)
        {
            let kilobytes = |bytes: u64| usize::try_from(bytes / 1000).unwrap_or(usize::MAX);
            let diagnostic = diagnostic(codes::IMAGE_HEAVY).arg("target", &*image.written);
            diagnostics.push(diagnostic.arg("size", kilobytes(asset.size)).arg("limit", kilobytes(HEAVY)));
        }
    }
}

/// Whether an alternative text is the name of the file, with or without its ending.
fn is_file_name(alt: &str, written: &str) -> bool {
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let alt = fold_text(alt);
    !alt.is_empty() && (alt == fold_text(name) || alt == fold_text(stem))
}
