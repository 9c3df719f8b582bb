//! Do links lead to a place in their page, and do their words say where? Links to what is not there are told by
//! [`super::lost`].
use super::fold::heard;
use super::renamed;
use crate::model::{
    Anchor, Diagnostic, Document, HtmlMode, Link, LinkKind, Page, Site, SourcePath, Target, codes,
};
use crate::stamp::{Group, Table};
use crate::text::nearest::nearest;
use crate::text::slug::slug;
use std::collections::hash_map::Entry as Slot;

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

/// For how many missing anchors of one page a nearest one is looked for.
const GUESSES: usize = 100;

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut anchors = Anchors::default();
    let mut said = Said::default();
    let mut guesses = 0;
    let mut before: Option<&Link> = None;
    for link in &document.content.links {
        if let Target::Page(path, Some(anchor)) = &link.target
            && let Some(target) = site.page_of(path)
            // A file whose address another page has was refused already; its places are not that page's.
            && target.source == *path
            && !anchors.has(target, anchor)
            && !(site.settings.html == HtmlMode::Trusted && target.outline.html_places.contains(anchor))
        {
            guesses += 1;
            diagnostics.push(no_anchor(target, link, anchor, guesses <= GUESSES));
        }
        if link.kind != LinkKind::Image && link.target != Target::Nowhere {
            // An image that is the text of a link stands before it; that it has no words was said there.
            let of_image = before.is_some_and(|image| is_blank(image) && image.kind == LinkKind::Image);
            if is_blank(link) && link.kind == LinkKind::Text && !of_image {
                let diagnostic = Diagnostic::new(codes::LINK_NO_TEXT, link.span.clone());
                diagnostics.push(diagnostic.arg("target", link.written.as_str()));
            }
            words(link, &mut said, diagnostics);
        }
        before = Some(link);
    }
}

fn no_anchor(target: &Page, link: &Link, anchor: &Anchor, guess: bool) -> Diagnostic {
    let file = target.source.in_guide().unwrap_or(target.source.as_str());
    let diagnostic = Diagnostic::new(codes::LINK_MISSING_ANCHOR, link.span.clone());
    let diagnostic = diagnostic.arg("anchor", anchor.as_str()).arg("page", file);
    let places = || places(target).map(Anchor::as_str).take(if guess { 2000 } else { 0 });
    // The words of the heading, or other capitals and accents: only one place can be meant.
    let name = slug(anchor.as_str());
    let mut same = places().filter(|place| !name.is_empty() && slug(place) == name);
    match (same.next(), same.next()) {
        (Some(only), None) => {
            let diagnostic = diagnostic.nearest(Some(only));
            match renamed::of_anchor(link, only) {
                Some(fix) => diagnostic.fix(fix.span, fix.text),
                None => diagnostic,
            }
        }
        _ => diagnostic.nearest(nearest(anchor.as_str(), places())),
    }
}

/// Places of a page that can be linked to.
fn places(page: &Page) -> impl Iterator<Item = &Anchor> {
    page.outline.headings.iter().map(|heading| &heading.anchor).chain(&page.outline.anchors)
}

/// So many places are looked through; more are gathered once.
const FEW: usize = 64;

/// Places of the long pages that this page links to.
#[derive(Default)]
struct Anchors<'a>(Table<&'a SourcePath, Group<&'a Anchor>>);

impl<'a> Anchors<'a> {
    fn has(&mut self, page: &'a Page, anchor: &Anchor) -> bool {
        if page.outline.headings.len() + page.outline.anchors.len() <= FEW {
            return places(page).any(|place| place == anchor);
        }
        self.0.entry(&page.source).or_insert_with(|| places(page).collect()).contains(anchor)
    }
}

/// Which link of the page had each text first, and whether it was said that it leads to several places.
#[derive(Default)]
struct Said<'a>(Table<String, (&'a Link, bool)>);

/// Whether a reader reads nothing.
fn is_blank(link: &Link) -> bool {
    link.text.trim().is_empty()
}

/// What is wrong with the words of a link.
fn words<'a>(link: &'a Link, said: &mut Said<'a>, diagnostics: &mut Vec<Diagnostic>) {
    let diagnostic = |code| Diagnostic::new(code, link.span.clone());
    if let Target::Web(_) = link.target
        && is_address(&link.text)
    {
        diagnostics.push(diagnostic(codes::LINK_BARE_ADDRESS).arg("text", link.text.trim()));
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
        diagnostics.push(diagnostic(codes::LINK_UNCLEAR_TEXT).arg("text", link.text.trim()));
    } else if let Some(format) = download(&link.target)
        && !text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == format)
    {
        let diagnostic = diagnostic(codes::LINK_FILE_WITHOUT_FORMAT).arg("text", link.text.trim());
        diagnostics.push(diagnostic.arg("name", format.to_uppercase()));
    }
    match said.0.entry(text) {
        Slot::Vacant(slot) => {
            slot.insert((link, false));
        }
        Slot::Occupied(mut slot) => {
            let (first, told) = slot.get_mut();
            if !*told && first.target != link.target {
                *told = true;
                diagnostics.push(
                    diagnostic(codes::LINK_SAME_TEXT)
                        .arg("text", link.text.trim())
                        .arg("other", first.written.as_str()),
                );
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
    use super::super::fixture::{Guide, image, link};
    use super::*;
    use crate::model::Heading;

    #[test]
    fn unclear_texts_are_written_as_they_are_heard() {
        assert!(UNCLEAR.iter().all(|text| heard(text) == *text));
    }

    #[test]
    fn a_link_leads_to_a_place_in_its_page() {
        let to = |anchor: &str| Target::Page(SourcePath::new("guide/a.md"), Some(Anchor::new(anchor)));
        let guide = Guide::default().page("a.md", |document, outline| {
            let anchor = Anchor::new("inscription");
            outline.headings = vec![Heading { level: 2, anchor, text: "Inscription".to_owned() }];
            outline.anchors = vec![Anchor::new("t-signer")];
            document.content.links =
                ["inscription", "t-signer", "inscripton"].map(|name| link(name, to(name))).to_vec();
        });
        assert_eq!(
            guide.said("a.md"),
            ["link/missing-anchor anchor=inscripton page=a.md nearest=inscription"]
        );
    }

    #[test]
    fn the_words_of_a_link_say_where_it_leads() {
        let web = |address: &str| Target::Web(address.to_owned());
        let guide = Guide::default().page("a.md", |document, _| {
            document.content.links = vec![
                link("Cliquez ici !", web("https://a.example/")),
                link("https://b.example/", web("https://b.example/")),
                link("le programme", web("https://c.example/p.pdf?x=1")),
                link("le plan (PDF, 2 Mo)", web("https://c.example/q.pdf")),
                link("Le programme", web("https://d.example/")),
                link("le programme", web("https://e.example/")),
                link("un pays", web("https://d.example.zip")),
                link(" ", web("https://f.example/")),
                image("", "plan.png"),
                link("", web("https://g.example/")),
            ];
        });
        assert_eq!(
            guide.said("a.md"),
            [
                "link/unclear-text text=Cliquez ici !",
                "link/bare-address text=https://b.example/",
                "link/file-without-format text=le programme name=PDF",
                "link/same-text text=Le programme other=le programme",
                "link/no-text target= ",
                "image/no-alt target=plan.png",
                "link/missing-asset target=plan.png hidden=no",
            ]
        );
    }
}
