//! `llms.txt`, a list of all pages in Markdown for language models (llmstxt.org).
use super::listed_page::{ListedPage, listed_pages, write_line};
use crate::model::{Noted, OutPath};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;

#[derive(Hash)]
struct Input {
    title: String,
    base: String,
    /// Whether addresses name a folder's `index.html`.
    is_portable: bool,
    pages: Vec<ListedPage>,
}

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let site = plan.site;
    let input = Input {
        title: site.settings.title.clone(),
        base: site.settings.base_url.clone().unwrap_or_default(),
        is_portable: site.options.portable,
        pages: listed_pages(site),
    };
    vec![plan.kept.make(OutPath::new("llms.txt"), input, run)]
}

fn run(input: &Input) -> Noted<String> {
    let mut out = format!("# {}\n\n", input.title);
    for page in &input.pages {
        let address = if input.is_portable {
            page.nav.url.file().to_string()
        } else {
            let address = format!("{}{}", input.base, page.nav.url.as_str().trim_start_matches('/'));
            if address.is_empty() { "./".to_owned() } else { address }
        };
        let about = page.description.as_ref().map_or_else(String::new, |about| format!(": {about}"));
        write_line(&mut out, format_args!("- [{}]({address}){about}", page.nav.title));
    }
    Noted::clean(out)
}
