//! The chapters of the book: every page in reading order, then the lists of the registry that no page shows.
use super::index::index;
use super::pictures::Pictures;
use super::places::{self, BookPlaces};
use super::read::{ChapterReader, ReadChapter};
use crate::model::{
    Chapter, Diagnostic, Document, Generated, GuideBook, Kind, Noted, PageUrl, Site, SourcePath, Span, codes,
};
use crate::output::html::{self, BodyInput, Placement};
use crate::output::pages::{DocumentPlan, body_input};
use crate::output::shared::card::Card;
use crate::output::shared::cards;
use crate::output::shared::context::SiteContext;
use crate::stamp::Stamp;
use crate::text::escape;

/// A part of the book before its HTML is read.
struct Part {
    url: PageUrl,
    source: SourcePath,
    title: String,
    level: u8,
    content: PartContent,
}

enum PartContent {
    Page(Box<BodyInput>),
    Cards(Vec<Card>),
}

/// The book of a guide, with a diagnostic for each page that has HTML of which only the text is shown.
pub(crate) fn book(documents: &DocumentPlan<'_>) -> Noted<GuideBook> {
    let plan = documents.plan;
    let (site, context) = (plan.site, &*plan.context);
    let parts = parts(documents);
    let page = places::page();
    let places = || BookPlaces::new(&context.addresses, &page, parts.iter().map(|part| &part.url));
    let mut reader = ChapterReader::new(places(), Pictures::new(site, plan.sources));
    let mut diagnostics = Vec::new();
    let mut chapters: Vec<Chapter> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let html = written(part, number, context, &page);
        let ReadChapter { nodes, lost } = reader.chapter(number, part.level, &html);
        if !lost.is_empty() {
            let names = lost.into_iter().collect::<Vec<_>>().join(", ");
            let at = Span::start_of(&part.source);
            diagnostics.push(Diagnostic::new(codes::OUTPUT_BOOK_HTML, at).arg("elements", names));
        }
        let title = context.text.typeset(&part.title).into_owned();
        chapters.push(Chapter { id: BookPlaces::chapter_id(number), title, level: part.level, nodes });
    }
    places::settle(chapters.iter_mut().map(|chapter| (chapter.id.as_str(), &mut chapter.nodes)));
    let logo = site.settings.logo_file().and_then(|file| reader.pictures.add(&file));
    let value = GuideBook {
        chapters,
        logo,
        index: index(site, context, &places()),
        pictures: reader.pictures.into_shown(),
        ..of_settings(site, context)
    };
    Noted { value, diagnostics }
}

/// What the settings say about the book.
fn of_settings(site: &Site, context: &SiteContext) -> GuideBook {
    let settings = &*site.settings;
    let typeset = |text: &str| context.text.typeset(text).into_owned();
    // The address of a site is its own, and so is the name of a guide that has none.
    let name = settings.base_url.as_deref().unwrap_or(&settings.title);
    GuideBook {
        id: Stamp::of_bytes(name.as_bytes()).to_hex(),
        language: settings.language,
        title: typeset(&settings.title),
        description: settings.description.as_deref().map(typeset),
        publisher: context.publisher.as_deref().map(typeset),
        edition: context.edition.as_deref().map(typeset),
        url: settings.base_url.clone(),
        published: Some(site.options.today),
        accent: context.theme().colours.accent.clone(),
        ..GuideBook::default()
    }
}

/// Pages have their places in the tree: those right below the home page are chapters like it.
fn parts(documents: &DocumentPlan<'_>) -> Vec<Part> {
    let plan = documents.plan;
    let site = plan.site;
    let nothing = Document::default();
    let mut parts = Vec::new();
    let mut before = 0;
    for page in &site.pages {
        let document = documents.document(page).unwrap_or(&nothing);
        let mut body = body_input(documents, page, &document.body, 0);
        for (_, cards) in &mut body.directories {
            *cards = std::mem::take(cards).into_iter().map(Card::without_mentions).collect();
        }
        let depth = u8::try_from(page.url.depth()).unwrap_or(u8::MAX).max(1);
        let level = depth.min(before + 1);
        before = level;
        parts.push(Part {
            url: page.url.clone(),
            source: page.source.clone(),
            title: page.outline.title.clone(),
            level,
            content: PartContent::Page(Box::new(body)),
        });
    }
    for kind in Kind::ALL {
        let page = Generated::Directory(kind);
        let Some(url) = site.generated.get(&page) else { continue };
        let cards = cards::of_kind(site, kind).into_iter().map(Card::without_mentions).collect();
        parts.push(Part {
            url: url.clone(),
            source: SourcePath::new("guide/jalon.yaml"),
            title: plan.context.text.title(&page),
            level: 1,
            content: PartContent::Cards(cards),
        });
    }
    parts
}

/// The HTML of a part. Diagnostics about templates are those of its page, which has them already.
fn written(part: &Part, number: usize, context: &SiteContext, page: &PageUrl) -> String {
    match &part.content {
        PartContent::Page(body) => {
            let prefix = format!("p{}-", number + 1);
            let placement = Placement { page, home: &part.url, prefix: &prefix, shift: 0 };
            html::body(body, context, placement).value
        }
        PartContent::Cards(cards) => {
            let note = crate::output::shared::card::list_note(cards, context).1;
            let note = note.map(|note| format!("<p class=\"to-check\">{}</p>", escape::to_html(&note)));
            let cards =
                cards.iter().map(|card| format!("<li>{}</li>", card.html(context, page, &mut Vec::new())));
            format!("{}<ul class=\"cards\">{}</ul>", note.unwrap_or_default(), cards.collect::<String>())
        }
    }
}
