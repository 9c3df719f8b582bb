//! Links to anchors that do not exist, and links whose text does not say where they lead.
//!
//! Links to pages and files that do not exist are checked in [`super::missing`].
use super::suggest::MAX_COMPARED;
use super::suggest::fold::fold_text;
use super::suggest::renamed::fix_anchor;
use crate::model::{
    Anchor, Diagnostic, Document, Heading, HtmlMode, Link, LinkKind, Page, Site, SourcePath, Target, codes,
};
use crate::stamp::{KeySet, Table};
use crate::text::nearest::nearest;
use crate::text::slug::slug;
use crate::text::web_address;
use std::collections::hash_map::Entry as Slot;

/// Texts that mean nothing outside of their sentence (RGAA 4.1, criterion 6.1), folded.
const UNCLEAR: [&str; 26] = [
    "a cet endroit",
    "acceder",
    "ce lien",
    "cette page",
    "cliquer ici",
    "cliquez",
    "cliquez ici",
    "consulter",
    "click here",
    "details",
    "en savoir plus",
    "here",
    "ici",
    "la",
    "learn more",
    "lien",
    "lire la suite",
    "lire plus",
    "link",
    "more",
    "more information",
    "plus d'info",
    "plus d'infos",
    "plus d'informations",
    "read more",
    "voir",
];

/// Endings of files that open in another program than the browser.
const DOWNLOADS: [&str; 16] = [
    "csv", "doc", "docx", "epub", "ics", "odp", "ods", "odt", "pdf", "ppt", "pptx", "rtf", "xls", "xlsx",
    "zip", "7z",
];

/// For how many missing anchors of one page the nearest one is looked for.
const MAX_GUESSES: usize = 100;

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut anchors = PageAnchors::default();
    let mut texts = LinkTexts::default();
    let mut guesses = 0;
    let mut before: Option<&Link> = None;
    for link in &document.content.links {
        if let Target::Page(path, Some(anchor)) = &link.target
            && let Some(target) = site.page_of(path)
            // A file whose address another page has was reported already, and that page has other anchors.
            && target.source == *site.on_disk(path)
            && !is_known_to_browsers(target, anchor)
            && !anchors.has(target, anchor.place())
            && !(site.settings.html == HtmlMode::Trusted && target.outline.html_places.iter().any(|place| place.as_str() == anchor.place()))
        {
            guesses += 1;
            diagnostics.push(missing_anchor(target, link, anchor, guesses <= MAX_GUESSES));
        }
        if link.kind != LinkKind::Image && link.target != Target::Nowhere {
            // An image that is the text of a link stands before it; an image without text is reported by itself.
            let is_image = before.is_some_and(|image| has_no_text(image) && image.kind == LinkKind::Image);
            if has_no_text(link) && link.kind == LinkKind::Text && !is_image {
                let diagnostic = Diagnostic::new(codes::LINK_NO_TEXT, link.span.clone());
                diagnostics.push(diagnostic.arg("target", &*link.written));
            }
            check_text(link, &mut texts, diagnostics);
        }
        before = Some(link);
    }
}

fn missing_anchor(target: &Page, link: &Link, anchor: &Anchor, guess: bool) -> Diagnostic {
    let file = target.source.in_guide().unwrap_or(target.source.as_str());
    let diagnostic = Diagnostic::new(codes::LINK_MISSING_ANCHOR, link.span.clone());
    let anchor = anchor.place();
    let diagnostic = diagnostic.arg("anchor", anchor).arg("page", file);
    let limit = if guess { MAX_COMPARED } else { 0 };
    match meant(target, anchor, limit) {
        Some(only) => {
            let diagnostic = diagnostic.nearest(Some(only));
            match fix_anchor(link, only) {
                Some(fix) => diagnostic.fix(fix.span, fix.text),
                None => diagnostic,
            }
        }
        None => diagnostic.nearest(nearest(anchor, anchors(target).map(Anchor::as_str).take(limit))),
    }
}

/// The anchor that is certainly meant, among the first of a page: the only one that differs in capitals or accents, or
/// that has the words of a heading, or else the only one that differs in hyphens, which other programs leave out for an
/// apostrophe.
fn meant<'a>(page: &'a Page, written: &str, limit: usize) -> Option<&'a str> {
    let name = slug(written);
    if name.is_empty() {
        return None;
    }
    let named = |heading: &'a Heading| (heading.anchor.as_str(), heading.text.as_str());
    let headings = page.outline.headings.iter().map(named);
    let others = page.outline.anchors.iter().map(|anchor| (anchor.as_str(), ""));
    let names: Vec<_> =
        headings.chain(others).take(limit).map(|(anchor, text)| (anchor, slug(anchor), slug(text))).collect();
    let only = |same: &dyn Fn(&str) -> bool| {
        let mut found = names.iter().filter(|(_, anchor, text)| same(anchor) || same(text));
        found.next().filter(|_| found.next().is_none()).map(|(anchor, ..)| *anchor)
    };
    let squeezed = name.replace('-', "");
    if names.iter().any(|(_, anchor, _)| *anchor == name) {
        return only(&|other| other == name);
    }
    only(&|other| other == name).or_else(|| only(&|other| other.replace('-', "") == squeezed))
}

/// Whether browsers find a place without an anchor of this name: the top of the page, or a text to look for.
fn is_known_to_browsers(page: &Page, anchor: &Anchor) -> bool {
    let place = anchor.place();
    place.is_empty()
        || (place.eq_ignore_ascii_case("top") && anchors(page).all(|anchor| slug(anchor.as_str()) != "top"))
}

/// The anchors of a page.
fn anchors(page: &Page) -> impl Iterator<Item = &Anchor> {
    page.outline.headings.iter().map(|heading| &heading.anchor).chain(&page.outline.anchors)
}

/// The anchors of the pages that this page links to.
#[derive(Default)]
struct PageAnchors<'a>(Table<&'a SourcePath, KeySet<&'a str>>);

impl<'a> PageAnchors<'a> {
    fn has(&mut self, page: &'a Page, anchor: &str) -> bool {
        let anchors = || anchors(page).map(Anchor::as_str).collect();
        self.0.entry(&page.source).or_insert_with(anchors).contains(anchor)
    }
}

/// The first link of the page with each folded text, and whether it is reported that another link with this text leads
/// elsewhere.
#[derive(Default)]
struct LinkTexts<'a>(Table<String, (&'a Link, bool)>);

fn has_no_text(link: &Link) -> bool {
    link.text.trim().is_empty()
}

fn check_text<'a>(link: &'a Link, texts: &mut LinkTexts<'a>, diagnostics: &mut Vec<Diagnostic>) {
    let diagnostic = |code| Diagnostic::new(code, link.span.clone());
    if let Target::Web(address) = &link.target
        && is_address(&link.text)
    {
        // An example, or a request to a program, is there to be read.
        if !web_address::is_public(address)
            || web_address::is_request(address)
            || web_address::is_pattern(link.text.trim())
        {
            return;
        }
        diagnostics.push(diagnostic(codes::LINK_BARE_ADDRESS).arg("text", link.text.trim()));
        return;
    }
    if link.kind == LinkKind::Auto {
        return;
    }
    let text = fold_text(&link.text);
    if text.is_empty() {
        return;
    }
    if !link.is_code && UNCLEAR.contains(&text.as_str()) && !is_name(link) {
        // Whether another link says as little does not matter any more.
        diagnostics.push(diagnostic(codes::LINK_UNCLEAR_TEXT).arg("text", link.text.trim()));
        return;
    }
    let says = |text: &str, format: &str| {
        text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == format)
    };
    if let Some(format) = download(&link.target)
        && !says(&text, format)
        && !says(&link.behind.to_lowercase(), format)
    {
        let diagnostic = diagnostic(codes::LINK_FILE_WITHOUT_FORMAT).arg("text", link.text.trim());
        diagnostics.push(diagnostic.arg("name", format.to_uppercase()));
    }
    match texts.0.entry(text) {
        Slot::Vacant(slot) => {
            slot.insert((link, false));
        }
        Slot::Occupied(mut slot) => {
            let (first, is_reported) = slot.get_mut();
            if !*is_reported && !is_same(&first.target, &link.target) {
                *is_reported = true;
                diagnostics.push(
                    diagnostic(codes::LINK_SAME_TEXT)
                        .arg("text", link.text.trim())
                        .arg("other", &*first.written),
                );
            }
        }
    }
}

/// The fewest letters of a name that is also an unclear text.
const SHORTEST_NAME: usize = 5;

/// Whether a text with a capital is what the target is called, too: `[Details](extensions/details/)`.
fn is_name(link: &Link) -> bool {
    let text = link.text.trim();
    let place = link.written.split_once('#').map(|(_, place)| place);
    let last = place.or_else(|| link.written.trim_end_matches('/').rsplit('/').next()).unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    text.starts_with(char::is_uppercase) && text.chars().count() >= SHORTEST_NAME && slug(text) == slug(stem)
}

/// Whether two links lead to one place: `http`, `www.` and a closing slash make no difference.
fn is_same(first: &Target, second: &Target) -> bool {
    match (first, second) {
        (Target::Web(first), Target::Web(second)) => web_address::key(first) == web_address::key(second),
        _ => first == second,
    }
}

/// Whether a text is a web address and nothing else.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    let begins = |start: &str| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    (begins("http://") || begins("https://") || begins("www.")) && !text.contains(char::is_whitespace)
}

/// The ending of a file that a link downloads.
fn download(target: &Target) -> Option<&'static str> {
    let path = match target {
        Target::Asset(path, _) => path.as_str(),
        Target::Web(address) => {
            let path = address.split(['?', '#']).next().unwrap_or_default();
            // The ending of a host, `.zip` for instance, is not that of a file.
            path.split_once("://").filter(|(_, rest)| rest.contains('/')).map(|(_, rest)| rest)?
        }
        _ => return None,
    };
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    DOWNLOADS.into_iter().find(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unclear_texts_are_folded() {
        assert!(UNCLEAR.iter().all(|text| fold_text(text) == *text));
    }
}
