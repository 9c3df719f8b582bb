//! Raw HTML that the settings do not allow: one diagnostic for each element, with all that is in it.
use crate::model::{Diagnostic, Document, HtmlMode, Located, Page, RawHtml, Site, codes};
use crate::stamp::Table;

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mode = site.settings.html;
    let is_forbidden = |html: &&Located<RawHtml>| match mode {
        HtmlMode::Safe => !html.value.safe,
        HtmlMode::None => true,
        HtmlMode::Trusted => false,
    };
    let tags: Vec<_> = document.content.html.iter().filter(is_forbidden).collect();
    let ends = ends(&tags);
    let mut at = 0;
    while let Some(html) = tags.get(at) {
        let diagnostic = Diagnostic::new(codes::HTML_FORBIDDEN, html.span.clone());
        diagnostics.push(diagnostic.arg("text", html.value.text.as_str()));
        at = ends[at] + 1;
    }
}

/// For each tag the number of the one that closes it; its own number where none does.
fn ends(tags: &[&Located<RawHtml>]) -> Vec<usize> {
    let mut ends: Vec<usize> = (0..tags.len()).collect();
    let mut open: Vec<(String, usize)> = Vec::new();
    // How many elements of each name are open, so that a tag that closes none does not cost a search.
    let mut counts: Table<String, usize> = Table::default();
    for (at, tag) in tags.iter().enumerate() {
        let Some((name, closes)) = name(&tag.value.text) else { continue };
        if !closes {
            *counts.entry(name.clone()).or_default() += 1;
            open.push((name, at));
            continue;
        }
        if counts.get(&name).is_none_or(|count| *count == 0) {
            continue;
        }
        while let Some((inner, begin)) = open.pop() {
            counts.entry(inner.clone()).and_modify(|count| *count -= 1);
            if inner == name {
                ends[begin] = at;
                break;
            }
        }
    }
    ends
}

/// The name of a tag in small letters, and whether it closes its element.
fn name(tag: &str) -> Option<(String, bool)> {
    let inner = tag.strip_prefix('<')?;
    let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let end =
        inner.find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | ':' | '.')));
    let name = &inner[..end.unwrap_or(inner.len())];
    (!name.is_empty()).then(|| (name.to_ascii_lowercase(), closes))
}
