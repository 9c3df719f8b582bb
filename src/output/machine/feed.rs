//! What machines read: the site map for search engines, the Atom feed of reviewed pages, the guide for language
//! models.
use crate::model::{Date, Nav, Noted, OutPath, Site};
use crate::output::{Output, Plan};
use crate::text::escape;
use std::fmt::Write as _;

/// The most entries of a feed.
const FEED_LIMIT: usize = 50;

/// A page as machines see it.
#[derive(Clone, Hash)]
struct Item {
    nav: Nav,
    description: Option<String>,
    reviewed: Option<Date>,
}

#[derive(Hash)]
struct Input {
    base: String,
    /// Whether folders are named by their `index.html`.
    portable: bool,
    publisher: Option<String>,
    title: String,
    language: &'static str,
    items: Vec<Item>,
}

/// Whether the site has a feed: it needs a place on the web and a day to tell.
pub(crate) fn exists(site: &Site) -> bool {
    site.settings.base_url.is_some() && site.pages.iter().any(|page| page.outline.last_reviewed_on.is_some())
}

/// `sitemap.xml` and `feed.xml` where it is known where the site will be, and `llms.txt`.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let site = plan.site;
    let items: Vec<Item> = site
        .pages
        .iter()
        .map(|page| Item {
            nav: Nav { title: page.outline.title.clone(), url: page.url.clone() },
            description: page.outline.description.clone(),
            reviewed: page.outline.last_reviewed_on,
        })
        .collect();
    let input = |items: Vec<Item>| Input {
        base: site.settings.base_url.clone().unwrap_or_default(),
        portable: site.options.portable,
        publisher: site.settings.publisher.name.clone().filter(|name| !name.starts_with('[')),
        title: site.settings.title.clone(),
        language: site.settings.language.tag(),
        items,
    };
    let mut files = vec![plan.made(OutPath::new("llms.txt"), input(items.clone()), for_models)];
    if site.settings.base_url.is_some() {
        files.push(plan.made(OutPath::new("sitemap.xml"), input(items.clone()), sitemap));
    }
    if exists(site) {
        let mut dated: Vec<Item> = items.into_iter().filter(|item| item.reviewed.is_some()).collect();
        dated.sort_by_key(|item| std::cmp::Reverse(item.reviewed));
        dated.truncate(FEED_LIMIT);
        files.push(plan.made(OutPath::new("feed.xml"), input(dated), feed));
    }
    files
}

fn address(input: &Input, item: &Item) -> String {
    escape::to_html(&format!("{}{}", input.base, item.nav.url.as_str().trim_start_matches('/')))
}

/// The sitemap protocol 0.9.
fn sitemap(input: &Input) -> Noted<String> {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for item in &input.items {
        let day = item.reviewed.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        write_line(&mut out, format_args!("<url><loc>{}</loc>{day}</url>", address(input, item)));
    }
    out.push_str("</urlset>\n");
    Noted::clean(out)
}

/// Atom, RFC 4287.
fn feed(input: &Input) -> Noted<String> {
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
    if let Some(latest) = input.items.first().and_then(|item| item.reviewed) {
        write_line(&mut out, format_args!("<updated>{}</updated>", moment(latest)));
    }
    for item in &input.items {
        let Some(day) = item.reviewed else { continue };
        let address = address(input, item);
        let title = escape::to_html(&item.nav.title);
        let about = escape::to_html(item.description.as_deref().unwrap_or_default());
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

/// A list of all pages in Markdown, as language models are said to like it (llmstxt.org).
fn for_models(input: &Input) -> Noted<String> {
    let mut out = format!("# {}\n\n", input.title);
    for item in &input.items {
        let address = if input.portable {
            item.nav.url.file().to_string()
        } else {
            let address = format!("{}{}", input.base, item.nav.url.as_str().trim_start_matches('/'));
            if address.is_empty() { "./".to_owned() } else { address }
        };
        let about = item.description.as_ref().map_or_else(String::new, |about| format!(": {about}"));
        write_line(&mut out, format_args!("- [{}]({address}){about}", item.nav.title));
    }
    Noted::clean(out)
}

fn write_line(out: &mut String, args: std::fmt::Arguments<'_>) {
    writeln!(out, "{args}").expect("writing to a string cannot fail");
}
