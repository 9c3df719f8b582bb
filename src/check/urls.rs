//! Addresses that were published once and do not exist any more.
use crate::model::{Code, Diagnostic, Fix, Heading, Located, Page, Parsed, Site, Span, UrlLock, codes};
use crate::urls::{Lost, Meant, Published, What, lost};

pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    let Some(kept) = &parsed.urls else { return };
    let lock = &kept.value.value;
    let published = Published::new(site);
    diagnostics.extend(lost(lock, &published, site, parsed).iter().map(|lost| tell(lock, lost, parsed)));
}

/// What became of an address is told where it can be mended, else at its line of the lock.
fn tell(lock: &UrlLock, lost: &Lost<'_>, parsed: &Parsed) -> Diagnostic {
    let address = lock.address(lost.line);
    let at_line = || lock.span(lost.line);
    let diagnostic = |code: Code, span: Span| Diagnostic::new(code, span).arg("address", address);
    match &lost.what {
        What::Page(Meant::Certain(page)) => {
            let diagnostic = diagnostic(codes::ADDRESS_VANISHED_PAGE, Span::start_of(&page.source));
            fixed(diagnostic.nearest(Some(page.url.as_str())), alias(parsed, page, address))
        }
        What::Page(Meant::Likely(pages)) => likely(
            diagnostic(codes::ADDRESS_VANISHED_PAGE, at_line()),
            pages.iter().map(|page| page.source.as_str()),
        ),
        What::Page(Meant::Spelling(other)) => {
            diagnostic(codes::ADDRESS_VANISHED_PAGE, at_line()).arg("other", *other).help("help-case")
        }
        What::Draft(path) => {
            diagnostic(codes::ADDRESS_VANISHED_PAGE, at_line()).arg("other", path.as_str()).help("help-draft")
        }
        What::File(same) => likely(
            diagnostic(codes::ADDRESS_VANISHED_FILE, at_line()),
            same.iter().take(3).map(|address| &**address),
        ),
        What::Anchor(page, meant) => of_anchor(&diagnostic, address, page, meant, parsed, at_line()),
    }
}

fn of_anchor(
    diagnostic: &dyn Fn(Code, Span) -> Diagnostic,
    anchor: &str,
    page: &Page,
    meant: &Meant<'_, &Located<Heading>>,
    parsed: &Parsed,
    at_line: Span,
) -> Diagnostic {
    let diagnostic =
        |span| diagnostic(codes::ADDRESS_VANISHED_ANCHOR, span).arg("page", page.source.as_str());
    match meant {
        Meant::Certain(heading) => {
            let document = parsed.pages.get(&page.source).map(|kept| &kept.value.value);
            let name = anchor.trim_start_matches('#');
            let fix = document.and_then(|document| document.with_anchor(&heading.span, name));
            let diagnostic = diagnostic(heading.span.clone()).arg("name", name);
            fixed(diagnostic.nearest(Some(&heading.value.text)), fix)
        }
        Meant::Likely(headings) => {
            likely(diagnostic(at_line), headings.iter().map(|heading| heading.value.text.as_str()))
        }
        Meant::Spelling(_) => diagnostic(at_line),
    }
}

/// The change of a page's head that lets it answer at an address.
fn alias(parsed: &Parsed, page: &Page, address: &str) -> Option<Fix> {
    parsed.pages.get(&page.source)?.value.value.with_alias(&page.source, address)
}

fn fixed(diagnostic: Diagnostic, fix: Option<Fix>) -> Diagnostic {
    match fix {
        Some(fix) => diagnostic.fix(fix.span, fix.text),
        None => diagnostic,
    }
}

/// Names what it may have become; nothing is certain.
fn likely<'a>(diagnostic: Diagnostic, names: impl Iterator<Item = &'a str>) -> Diagnostic {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    if names.is_empty() { diagnostic } else { diagnostic.arg("others", names.join(", ")).help("help-likely") }
}
