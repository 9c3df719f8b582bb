//! Does everything answer that was published once?
use crate::model::{Code, Diagnostic, Heading, Located, Mend, Page, Parsed, Site, Span, UrlLock, codes};
use crate::urls::{Lost, Meant, Published, What, lost};

pub(super) fn guide(site: &Site, parsed: &Parsed, notes: &mut Vec<Diagnostic>) {
    let Some(kept) = &parsed.urls else { return };
    let lock = &kept.value.value;
    let published = Published::new(site);
    notes.extend(lost(lock, &published, site, parsed).iter().map(|lost| tell(lock, lost, parsed)));
}

/// What became of an address is told where it can be mended, else at its line of the lock.
fn tell(lock: &UrlLock, lost: &Lost<'_>, parsed: &Parsed) -> Diagnostic {
    let address = lock.address(lost.line);
    let at_line = || lock.span(lost.line);
    let note = |code: Code, span: Span| Diagnostic::new(code, span).arg("address", address);
    match &lost.what {
        What::Page(Meant::Certain(page)) => {
            let note = note(codes::ADDRESS_VANISHED_PAGE, Span::start_of(&page.source));
            mended(note.nearest(Some(page.url.as_str())), alias(parsed, page, address))
        }
        What::Page(Meant::Likely(pages)) => likely(
            note(codes::ADDRESS_VANISHED_PAGE, at_line()),
            pages.iter().map(|page| page.source.as_str()),
        ),
        What::Page(Meant::Spelling(other)) => {
            note(codes::ADDRESS_VANISHED_PAGE, at_line()).arg("other", *other).help("help-case")
        }
        What::Draft(path) => {
            note(codes::ADDRESS_VANISHED_PAGE, at_line()).arg("other", path.as_str()).help("help-draft")
        }
        What::File(same) => likely(
            note(codes::ADDRESS_VANISHED_FILE, at_line()),
            same.iter().take(3).map(|address| &**address),
        ),
        What::Anchor(page, meant) => of_anchor(&note, address, page, meant, parsed, at_line()),
    }
}

fn of_anchor(
    note: &dyn Fn(Code, Span) -> Diagnostic,
    anchor: &str,
    page: &Page,
    meant: &Meant<'_, &Located<Heading>>,
    parsed: &Parsed,
    at_line: Span,
) -> Diagnostic {
    let note = |span| note(codes::ADDRESS_VANISHED_ANCHOR, span).arg("page", page.source.as_str());
    match meant {
        Meant::Certain(heading) => {
            let document = parsed.pages.get(&page.source).map(|kept| &kept.value.value);
            let name = anchor.trim_start_matches('#');
            let mend = document.and_then(|document| document.with_anchor(&heading.span, name));
            let note = note(heading.span.clone()).arg("name", name);
            mended(note.nearest(Some(&heading.value.text)), mend)
        }
        Meant::Likely(headings) => {
            likely(note(at_line), headings.iter().map(|heading| heading.value.text.as_str()))
        }
        Meant::Spelling(_) => note(at_line),
    }
}

/// The change of a page's head that lets it answer at an address.
fn alias(parsed: &Parsed, page: &Page, address: &str) -> Option<Mend> {
    parsed.pages.get(&page.source)?.value.value.with_alias(&page.source, address)
}

fn mended(note: Diagnostic, mend: Option<Mend>) -> Diagnostic {
    match mend {
        Some(mend) => note.mend(mend.span, mend.text),
        None => note,
    }
}

/// Names what it may have become; nothing is certain.
fn likely<'a>(note: Diagnostic, names: impl Iterator<Item = &'a str>) -> Diagnostic {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    if names.is_empty() { note } else { note.arg("others", names.join(", ")).help("help-likely") }
}
