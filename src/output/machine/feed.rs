//! `feed.xml`, the pages reviewed last, as an Atom feed (RFC 4287).
use super::listed_page::{ListedPage, listed_pages, write_line};
use crate::model::{Date, Noted, OutPath, Site};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use crate::text::escape;
use std::cmp::Reverse;

/// The most entries of a feed.
const FEED_LIMIT: usize = 50;

#[derive(Hash)]
struct Input {
    base: String,
    publisher: Option<String>,
    title: String,
    language: &'static str,
    /// The page reviewed last comes first.
    pages: Vec<ListedPage>,
}

/// Whether the site has a feed: its address is known and a page has the day of a review.
pub(crate) fn exists(site: &Site) -> bool {
    site.settings.base_url.is_some() && site.pages.iter().any(|page| page.outline.last_reviewed_on.is_some())
}

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let site = plan.site;
    let Some(base) = site.settings.base_url.clone().filter(|_| exists(site)) else { return Vec::new() };
    let mut pages = listed_pages(site);
    pages.retain(|page| page.reviewed.is_some());
    pages.sort_by_key(|page| Reverse(page.reviewed));
    pages.truncate(FEED_LIMIT);
    let input = Input {
        base,
        publisher: plan.context.publisher.clone(),
        title: site.settings.title.clone(),
        language: site.settings.language.tag(),
        pages,
    };
    vec![plan.kept.make(OutPath::new("feed.xml"), input, run)]
}

fn run(input: &Input) -> Noted<String> {
    let moment = |day: Date| format!("{day}T00:00:00Z");
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let base = escape::to_html(&input.base);
    let title = escape::to_html(&input.title);
    let language = input.language;
    write_line(
        &mut out,
        format_args!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n<id>{base}</id>\n<title>{title}</title>"
        ),
    );
    write_line(
        &mut out,
        format_args!("<link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}feed.xml\"/>"),
    );
    let author = input.publisher.as_deref().map_or_else(|| title.clone(), escape::to_html);
    write_line(&mut out, format_args!("<author><name>{author}</name></author>"));
    if let Some(latest) = input.pages.first().and_then(|page| page.reviewed) {
        write_line(&mut out, format_args!("<updated>{}</updated>", moment(latest)));
    }
    for page in &input.pages {
        let Some(day) = page.reviewed else { continue };
        let address = page.address(&input.base);
        let title = escape::to_html(&page.nav.title);
        let about = escape::to_html(page.description.as_deref().unwrap_or_default());
        write_line(
            &mut out,
            format_args!(
                "<entry><id>{address}</id><title>{title}</title><link href=\"{address}\"/><updated>{}</updated><summary>{about}</summary></entry>",
                moment(day)
            ),
        );
    }
    out.push_str("</feed>\n");
    Noted::clean(out)
}
