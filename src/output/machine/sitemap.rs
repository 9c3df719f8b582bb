//! `sitemap.xml`, for search engines (protocol 0.9, sitemaps.org), where the address of the site is known.
use super::listed_page::{ListedPage, searched_pages, write_line};
use crate::model::{Noted, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;

#[derive(Hash)]
struct Input {
    base: String,
    pages: Vec<ListedPage>,
}

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let base = plan.site.settings.base_url.clone();
    let input = base.map(|base| Input { base, pages: searched_pages(plan.site) });
    input.map(|input| plan.kept.make(OutPath::new("sitemap.xml"), input, run)).into_iter().collect()
}

fn run(input: &Input) -> Noted<String> {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in &input.pages {
        let day = page.reviewed.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        write_line(&mut out, format_args!("<url><loc>{}</loc>{day}</url>", page.address(&input.base)));
    }
    out.push_str("</urlset>\n");
    Noted::clean(out)
}
