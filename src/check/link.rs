//! Do links lead somewhere, and do their words say where?
use super::fold::heard;
use super::near::{self, Meant};
use crate::model::{Anchor, Diagnostic, Document, Link, LinkKind, Page, Site, SourcePath, Target, codes};
use crate::text::nearest::nearest;
use std::collections::hash_map::Entry as Slot;
use std::collections::{HashMap, HashSet};

/// Texts that say nothing away from their sentence (RGAA 4.1, criterion 6.1), as they are heard.
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

/// Endings of files that open in a program of their own.
const DOWNLOADS: [&str; 16] = [
    "csv", "doc", "docx", "epub", "ics", "odp", "ods", "odt", "pdf", "ppt", "pptx", "rtf", "xls", "xlsx",
    "zip", "7z",
];

pub(super) fn page(site: &Site, page: &Page, document: &Document, notes: &mut Vec<Diagnostic>) {
    let mut anchors = Anchors::default();
    let mut said = Said::default();
    for link in &document.links {
        if let Some(note) = leads(site, page, link, &mut anchors) {
            notes.push(note);
        }
        if link.kind != LinkKind::Image && link.target != Target::Nowhere {
            words(link, &mut said, notes);
        }
    }
}

/// What is wrong with where a link leads. Links that the parser refused lead nowhere, and it has said why.
fn leads<'a>(
    site: &'a Site,
    page: &'a Page,
    link: &'a Link,
    anchors: &mut Anchors<'a>,
) -> Option<Diagnostic> {
    match &link.target {
        Target::Page(path, anchor) => {
            let Some(target) = site.page_of(path) else { return Some(no_page(site, page, link, path)) };
            // A file whose address another page has was refused already; its places are not that page's.
            let anchor = anchor.as_ref().filter(|_| target.source == *path)?;
            (!anchors.of(target).contains(anchor)).then(|| no_anchor(target, link, anchor))
        }
        Target::Asset(path, _) if !site.assets.contains_key(path) => {
            let meant = near::file(&page.source, path, site.assets.keys());
            Some(missing(link, codes::LINK_MISSING_ASSET, meant))
        }
        Target::Entry(key) if site.entry(key).is_none() => {
            let note = Diagnostic::new(codes::REGISTRY_UNKNOWN_ID, link.span.clone());
            let note = note.arg("kind", key.kind.scheme()).arg("id", key.id.as_str());
            Some(note.nearest(near::id(site, key)))
        }
        _ => None,
    }
}

fn no_page(site: &Site, page: &Page, link: &Link, path: &SourcePath) -> Diagnostic {
    if site.unpublished.binary_search(path).is_ok() {
        let note = Diagnostic::new(codes::LINK_DRAFT, link.span.clone());
        return note.arg("target", link.written.as_str());
    }
    let files = site.pages.iter().filter(|page| page.written).map(|page| &page.source);
    let meant = if path.extension().is_empty() {
        // An address in the manner of other generators: `convention` for `convention.md` or `convention/index.md`.
        let ended = |ending| SourcePath::new(format!("{path}{ending}"));
        let (file, index) = (ended(".md"), ended("/index.md"));
        let known = [&file, &index].into_iter().find(|path| site.by_source.contains_key(*path));
        known.map_or_else(
            || near::file(&page.source, &file, files),
            |known| Meant::Close(near::relative(page.source.folder(), known.as_str())),
        )
    } else {
        near::file(&page.source, path, files)
    };
    missing(link, codes::LINK_MISSING_PAGE, meant)
}

fn missing(link: &Link, code: crate::model::Code, meant: Meant) -> Diagnostic {
    let (code, near) = match meant {
        Meant::Spelling(path) => (codes::LINK_WRONG_CASE, Some(path)),
        Meant::Close(path) => (code, Some(path)),
        Meant::Nothing => (code, None),
    };
    let note = Diagnostic::new(code, link.span.clone()).arg("target", link.written.as_str());
    note.nearest(near.as_deref())
}

fn no_anchor(target: &Page, link: &Link, anchor: &Anchor) -> Diagnostic {
    let file = target.source.in_guide().unwrap_or(target.source.as_str());
    let note = Diagnostic::new(codes::LINK_MISSING_ANCHOR, link.span.clone());
    let note = note.arg("anchor", anchor.as_str()).arg("page", file);
    let places = places(target).map(Anchor::as_str);
    note.nearest(nearest(anchor.as_str(), places.take(2000)))
}

/// Places of a page that can be linked to.
fn places(page: &Page) -> impl Iterator<Item = &Anchor> {
    page.outline.headings.iter().map(|heading| &heading.anchor).chain(&page.outline.anchors)
}

/// Places of the pages that this page links to, gathered once each.
#[derive(Default)]
struct Anchors<'a>(HashMap<&'a SourcePath, HashSet<&'a Anchor>>);

impl<'a> Anchors<'a> {
    fn of(&mut self, page: &'a Page) -> &HashSet<&'a Anchor> {
        self.0.entry(&page.source).or_insert_with(|| places(page).collect())
    }
}

/// What each text of the page led to first, and whether it was said that it leads to several places.
#[derive(Default)]
struct Said<'a>(HashMap<String, (&'a Target, bool)>);

/// What is wrong with the words of a link.
fn words<'a>(link: &'a Link, said: &mut Said<'a>, notes: &mut Vec<Diagnostic>) {
    let note = |code| Diagnostic::new(code, link.span.clone());
    if let Target::Web(_) = link.target
        && is_address(&link.text)
    {
        notes.push(note(codes::LINK_BARE_ADDRESS).arg("address", link.text.trim()));
        return;
    }
    if link.kind == LinkKind::Auto {
        return;
    }
    let text = heard(&link.text);
    if text.is_empty() {
        return;
    }
    if UNCLEAR.contains(&text.as_str()) {
        notes.push(note(codes::LINK_UNCLEAR_TEXT).arg("text", link.text.trim()));
    } else if let Some(format) = download(&link.target)
        && !text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == format)
    {
        let note = note(codes::LINK_FILE_WITHOUT_FORMAT).arg("text", link.text.trim());
        notes.push(note.arg("name", format.to_uppercase()));
    }
    match said.0.entry(text) {
        Slot::Vacant(slot) => {
            slot.insert((&link.target, false));
        }
        Slot::Occupied(mut slot) => {
            let (first, told) = slot.get_mut();
            if !*told && **first != link.target {
                *told = true;
                notes.push(note(codes::LINK_SAME_TEXT).arg("text", link.text.trim()));
            }
        }
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
            // The end of a host is no ending of a file.
            path.split_once("://").filter(|(_, rest)| rest.contains('/')).map(|(_, rest)| rest)?
        }
        _ => return None,
    };
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    DOWNLOADS.into_iter().find(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Guide, link};
    use super::*;
    use crate::model::{EntryKey, Heading, Kind};

    fn to(path: &str, anchor: Option<&str>) -> Target {
        Target::Page(SourcePath::new(format!("guide/{path}")), anchor.map(Anchor::new))
    }

    #[test]
    fn unclear_texts_are_written_as_they_are_heard() {
        assert!(UNCLEAR.iter().all(|text| heard(text) == *text));
    }

    #[test]
    fn a_link_leads_to_a_page_and_a_place_in_it() {
        let guide = Guide::default()
            .page("a.md", |document, outline| {
                let heading =
                    |name: &str| Heading { level: 2, anchor: Anchor::new(name), text: name.to_owned() };
                outline.headings = vec![heading("inscription")];
                document.links = vec![
                    link("un", to("a.md", Some("inscription"))),
                    link("deux", to("a.md", Some("inscripton"))),
                    link("trois", to("bb.md", None)),
                    link("trois et demi", to("b", None)),
                    link("quatre", to("B.md", None)),
                    link("cinq", to("draft.md", None)),
                    link("six", Target::Nowhere),
                    link("sept", Target::Asset(SourcePath::new("guide/Plan.pdf"), String::new())),
                    link("huit", Target::Entry(EntryKey::new(Kind::Tool, "copo"))),
                ];
            })
            .page("b.md", |_, _| {})
            .unpublished("draft.md")
            .asset("plan.pdf", 10)
            .entry(Kind::Tool, "coop", Vec::new());
        assert_eq!(
            guide.said("a.md"),
            [
                "link/missing-anchor anchor=inscripton page=a.md nearest=inscription",
                "link/missing-page target=trois nearest=b.md",
                "link/missing-page target=trois et demi nearest=b.md",
                "link/wrong-case target=quatre nearest=b.md",
                "link/draft target=cinq",
                "link/wrong-case target=sept nearest=plan.pdf",
                "link/file-without-format text=sept name=PDF",
                "registry/unknown-id kind=tool id=copo nearest=coop",
            ]
        );
    }

    #[test]
    fn the_words_of_a_link_say_where_it_leads() {
        let web = |address: &str| Target::Web(address.to_owned());
        let guide = Guide::default().page("a.md", |document, _| {
            document.links = vec![
                link("Cliquez ici !", web("https://a.example/")),
                link("https://b.example/", web("https://b.example/")),
                link("le programme", web("https://c.example/p.pdf?x=1")),
                link("le plan (PDF, 2 Mo)", web("https://c.example/q.pdf")),
                link("Le programme", web("https://d.example/")),
                link("le programme", web("https://e.example/")),
                link("un pays", web("https://d.example.zip")),
            ];
        });
        assert_eq!(
            guide.said("a.md"),
            [
                "link/unclear-text text=Cliquez ici !",
                "link/bare-address address=https://b.example/",
                "link/file-without-format text=le programme name=PDF",
                "link/same-text text=Le programme",
            ]
        );
    }
}
