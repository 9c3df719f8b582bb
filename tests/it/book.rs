//! The whole guide as one book: nothing of the pages is lost, every link leads somewhere, and the same guide gives the same bytes.
use crate::support::{first_guide, guide_of, options, site_guides};
use jalon::model::{
    Body, BookLink, BookNode, BookTag, GuideBook, Node, Noted, Options, PageId, Sources, book_text, codes,
};
use jalon::output;
use jalon::pipeline::{Build, Understood, understand};
use std::collections::{BTreeMap, BTreeSet};

fn understood(sources: &Sources) -> Understood {
    understand(sources, &[], Options { whole: false, ..options() }, &Build::default())
}

fn book_of(sources: &Sources) -> Noted<GuideBook> {
    let guide = understood(sources);
    output::book(&guide.site, &guide.parsed, sources)
}

/// The guides whose books are made: the first guide and all small ones.
fn guides() -> Vec<(String, Sources)> {
    let mut guides = site_guides();
    guides.push(("the first guide".to_owned(), first_guide()));
    guides
}

/// How often each word stands in a text.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        // Behind **Important**, a task begins with a capital.
        *found.entry(word.to_lowercase()).or_default() += 1;
    }
    found
}

/// The text of a page as its author wrote it, piece by piece, without raw HTML.
fn written(body: &Body) -> String {
    let pieces = body.nodes.iter().filter_map(|node| match node {
        Node::Text(slice) | Node::Code(slice) | Node::Placeholder(slice) => Some(body.str(*slice)),
        _ => None,
    });
    pieces.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_book_has_every_word_of_every_page() {
    for (name, sources) in guides() {
        let guide = understood(&sources);
        let book = book_of(&sources).value;
        for (number, page) in guide.site.pages.iter().enumerate() {
            let chapter = &book.chapters[number];
            let shown = format!("{} {}", chapter.title, book_text(&chapter.nodes)).to_lowercase();
            let Some(document) = guide.parsed.document(page) else { continue };
            for (word, count) in words(&written(&document.body)) {
                let found = shown.matches(&word).count();
                assert!(
                    found >= count,
                    "{name}: {}: {word} stands there {found} times, not {count}",
                    page.source
                );
            }
        }
    }
}

#[test]
fn chapters_stand_in_the_order_and_at_the_levels_of_the_pages() {
    for (name, sources) in guides() {
        let guide = understood(&sources);
        let book = book_of(&sources).value;
        for (number, page) in guide.site.pages.iter().enumerate() {
            let parent = page.parent.filter(|parent| *parent != PageId(0));
            let above = parent.map_or(0, |parent| book.chapters[parent.0 as usize].level);
            assert_eq!(book.chapters[number].level, above + 1, "{name}: {}", page.source);
        }
        let mut last = 0;
        for level in book.chapters.iter().flat_map(|chapter| {
            let mut levels = vec![chapter.level];
            each(&chapter.nodes, &mut |tag, _| {
                if let BookTag::Heading(level) = tag {
                    levels.push(*level);
                }
            });
            levels
        }) {
            assert!(level <= last + 1, "{name}: no level is left out before {level}");
            last = level;
        }
    }
}

#[test]
fn every_link_inside_leads_to_a_place_that_is_there_once() {
    for (name, sources) in guides() {
        let book = book_of(&sources).value;
        let mut ids = BTreeSet::new();
        let mut links = BTreeSet::new();
        for chapter in &book.chapters {
            assert!(ids.insert(chapter.id.clone()), "{name}: {}", chapter.id);
            each(&chapter.nodes, &mut |tag, id| {
                if let Some(id) = id {
                    assert!(ids.insert(id.to_owned()), "{name}: {id} twice");
                }
                if let BookTag::Link(BookLink::Inside(to)) = tag {
                    links.insert(to.clone());
                }
            });
        }
        links.extend(book.index.iter().flat_map(|line| line.places.iter().map(|(_, id)| id.clone())));
        assert!(!links.is_empty(), "{name}");
        assert_eq!(links.difference(&ids).collect::<Vec<_>>(), Vec::<&String>::new(), "{name}");
    }
}

#[test]
fn html_that_a_book_cannot_show_keeps_its_text_and_is_told() {
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: Guide\nlanguage: en\nmarkdown: {html: trusted}\n"),
        (
            "guide/index.md",
            "# Home\n\nA <video src=\"a.mp4\">film of the tour</video> and <i lang=\"la\">sic</i>.\n\n\
             <table><tr><td colspan=2>wide<tr><td>a<td>b</table>\n\n<li>stray</li>\n",
        ),
    ]);
    let made = book_of(&sources);
    let codes: Vec<_> = made.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, [codes::OUTPUT_BOOK_HTML]);
    let text = book_text(&made.value.chapters[0].nodes);
    for words in ["film of the tour", "sic", "wide", "stray"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let mut languages = Vec::new();
    each_element(&made.value.chapters[0].nodes, &mut |element| languages.extend(element.language.clone()));
    assert_eq!(languages, ["la"]);
}

#[test]
fn the_same_guide_gives_the_same_book() {
    let sources = first_guide();
    assert_eq!(book_of(&sources), book_of(&sources));
}

/// Calls with the tag and the id of every element.
fn each(nodes: &[BookNode], visit: &mut impl FnMut(&BookTag, Option<&str>)) {
    each_element(nodes, &mut |element| visit(&element.tag, element.id.as_deref()));
}

fn each_element(nodes: &[BookNode], visit: &mut impl FnMut(&jalon::model::BookElement)) {
    for node in nodes {
        if let BookNode::Element(element) = node {
            visit(element);
            each_element(&element.nodes, visit);
        }
    }
}
