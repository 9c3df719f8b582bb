//! Addresses that were published once and do not exist any more.
use crate::model::{
    Code, Diagnostic, Fix, Heading, Located, LockLine, Page, Parsed, Site, Span, UrlLock, codes,
};
use crate::urls::{LostAddress, LostTarget, PublishedTarget, PublishedUrls, Successor, find_lost};

/// What became of the addresses of the lock.
#[derive(Clone, Debug, Default)]
pub(super) struct LostUrls {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether the text of pages was read: to find what took the place of an address, or whether a page is one that moved.
    reads_text: bool,
}

/// Compares the addresses of a guide with its lock. `before` is the answer for the same site and lock, which is right still
/// if it did not read the text of pages.
pub(super) fn guide(site: &Site, parsed: &Parsed, before: Option<&LostUrls>) -> LostUrls {
    let Some(kept) = &parsed.urls else { return LostUrls::default() };
    if let Some(before) = before.filter(|before| !before.reads_text) {
        return before.clone();
    }
    let lock = &kept.value.value;
    let published = PublishedUrls::new(site);
    let lost = find_lost(lock, &published, site, parsed);
    let is_moved = |(line, anchors): (&LockLine, &[LockLine])| {
        !anchors.is_empty() && matches!(published.at(lock.address(line)), Some(PublishedTarget::Alias(_)))
    };
    let reads_text = !lost.is_empty() || lock.groups().any(is_moved);
    let diagnostics = lost.iter().map(|lost| diagnostic(lock, lost, parsed)).collect();
    LostUrls { diagnostics, reads_text }
}

/// Reports a lost address where it can be fixed, else at its line of the lock.
fn diagnostic(lock: &UrlLock, lost: &LostAddress<'_>, parsed: &Parsed) -> Diagnostic {
    let address = lock.address(lost.line);
    let at_line = || lock.span(lost.line);
    let diagnostic = |code: Code, span: Span| Diagnostic::new(code, span).arg("address", address);
    match &lost.target {
        LostTarget::Page(Successor::Certain(page)) => {
            let diagnostic = diagnostic(codes::ADDRESS_VANISHED_PAGE, Span::start_of(&page.source));
            fixed(diagnostic.nearest(Some(page.url.as_str())), alias(parsed, page, address))
        }
        LostTarget::Page(Successor::Likely(pages)) => likely(
            diagnostic(codes::ADDRESS_VANISHED_PAGE, at_line()),
            pages.iter().map(|page| page.source.as_str()),
        ),
        LostTarget::Page(Successor::OtherSpelling(other)) => {
            diagnostic(codes::ADDRESS_VANISHED_PAGE, at_line()).arg("other", *other).help("help-case")
        }
        LostTarget::Draft(path) => {
            diagnostic(codes::ADDRESS_VANISHED_PAGE, at_line()).arg("other", path.as_str()).help("help-draft")
        }
        LostTarget::File(same) => likely(
            diagnostic(codes::ADDRESS_VANISHED_FILE, at_line()),
            same.iter().take(3).map(|address| &**address),
        ),
        LostTarget::Anchor(page, successor) => {
            of_anchor(&diagnostic, address, page, successor, parsed, at_line())
        }
    }
}

fn of_anchor(
    diagnostic: &dyn Fn(Code, Span) -> Diagnostic,
    anchor: &str,
    page: &Page,
    successor: &Successor<'_, &Located<Heading>>,
    parsed: &Parsed,
    at_line: Span,
) -> Diagnostic {
    let diagnostic =
        |span| diagnostic(codes::ADDRESS_VANISHED_ANCHOR, span).arg("page", page.source.as_str());
    match successor {
        Successor::Certain(heading) => {
            let document = parsed.document(page);
            let name = anchor.trim_start_matches('#');
            let fix = document.and_then(|document| document.with_anchor(&heading.span, name));
            let diagnostic = diagnostic(heading.span.clone()).arg("name", name);
            fixed(diagnostic.nearest(Some(&heading.value.text)), fix)
        }
        Successor::Likely(headings) => {
            likely(diagnostic(at_line), headings.iter().map(|heading| heading.value.text.as_str()))
        }
        Successor::OtherSpelling(_) => diagnostic(at_line),
    }
}

/// The fix that makes an address a former one of a page.
fn alias(parsed: &Parsed, page: &Page, address: &str) -> Option<Fix> {
    parsed.document(page)?.with_alias(&page.source, address)
}

fn fixed(diagnostic: Diagnostic, fix: Option<Fix>) -> Diagnostic {
    match fix {
        Some(fix) => diagnostic.fix(fix.span, fix.text),
        None => diagnostic,
    }
}

/// Names what the address may have become.
fn likely<'a>(diagnostic: Diagnostic, names: impl Iterator<Item = &'a str>) -> Diagnostic {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    if names.is_empty() { diagnostic } else { diagnostic.arg("others", names.join(", ")).help("help-likely") }
}
