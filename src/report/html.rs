//! The report as a page of `jalon serve`; never part of a published site.
use super::{Report, owner};
use crate::model::{AgendaItem, Files, OutPath, PageUrl, Parsed, Site, Sources, Subject};
use crate::text::escape::to_html;
use crate::words::Words;
use std::fmt::Write as _;

/// Allows only the theme's style, its font and the script that reloads the page.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'";

/// How many days ahead the page looks.
const AHEAD: u32 = 60;

/// The whole page. `files` are those of the site, for its font.
pub(crate) fn page(site: &Site, parsed: &Parsed, files: &Files, sources: &Sources, words: &Words) -> String {
    let report = Report::new(site, parsed, sources, words, AHEAD);
    let title = to_html(&report.title());
    let of_theme = |path: &&str| path.starts_with("theme/") && path.rsplit('.').next() == Some("woff2");
    let font = files.keys().map(OutPath::as_str).find(of_theme).map_or_else(String::new, |font| {
        let font = to_html(font);
        format!("<link rel=\"preload\" href=\"/{font}\" as=\"font\" type=\"font/woff2\" crossorigin>\n")
    });
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"/theme/style.css\">\n{font}</head>\n<body class=\"kind-report\">\n\
         <div class=\"frame\">\n<main class=\"page\">\n<div class=\"page-main\">\n<h1>{title}</h1>\n\
         <p>{}</p>\n<p><a href=\"/\">{}</a></p>\n",
        words.language().tag(),
        to_html(POLICY),
        to_html(&report.summary()),
        to_html(&report.sentence("report-home", &[])),
    );
    for (group, items) in &report.agenda.groups {
        let heading = to_html(&report.heading(*group));
        let id = group.name();
        write!(out, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading} ({})</h2>\n", items.len())
            .expect("writing to a string cannot fail");
        if items.is_empty() {
            writeln!(out, "<p>{}</p>", to_html(&report.sentence("report-empty", &[])))
                .expect("writing to a string cannot fail");
        } else {
            out.push_str("<ul>\n");
            for item in items {
                push_item(&mut out, &report, item);
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</section>\n");
    }
    out.push_str("</div>\n</main>\n</div>\n</body>\n</html>\n");
    out
}

fn push_item(out: &mut String, report: &Report<'_>, item: &AgendaItem) {
    let what = to_html(&report.what(item));
    let what = match address(report, item) {
        Some(url) => format!("<a href=\"{}\">{what}</a>", to_html(url.as_str())),
        None => what,
    };
    write!(out, "<li>{what}<br><code>{}</code>", to_html(&report.location(item)))
        .expect("writing to a string cannot fail");
    for fact in [report.when(item), owner(item)].into_iter().flatten() {
        write!(out, " · {}", to_html(&fact)).expect("writing to a string cannot fail");
    }
    out.push_str("</li>\n");
}

/// The page on which readers see it.
fn address<'a>(report: &'a Report<'_>, item: &'a AgendaItem) -> Option<&'a PageUrl> {
    match &item.subject {
        Subject::Page(url) => Some(url),
        Subject::Entry(key) => report.site.directories.get(&key.kind),
        Subject::File => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Language, Options, Source, SourcePath};
    use crate::{messages, pipeline};

    #[test]
    fn the_page_escapes_text_and_runs_no_script() {
        let mut sources = Sources::new();
        let mut put = |path: &str, text: &str| sources.insert(SourcePath::new(path), Source::new(text));
        put("guide/jalon.yaml", "title: <b>G</b>\nlanguage: fr\n");
        put("guide/index.md", "---\ntitle: A <i>\n---\n\n[TODO: x \"< y\" & z]\n");
        let options = Options::on(Date::new(2026, 11, 23).unwrap());
        let guide = pipeline::understand(&sources, &[], options, &pipeline::Build::default());
        for (language, words) in [(Language::French, "chose attend"), (Language::English, "thing to do")] {
            let page = page(&guide.site, &guide.parsed, &Files::new(), &sources, &messages::words(language));
            assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())), "{page}");
            assert!(page.contains(words), "{page}");
            for text in
                ["&lt;i&gt;", "&lt;b&gt;G", "&amp; z", "<a href=\"/\">", "<code>guide/index.md:5</code>"]
            {
                assert!(page.contains(text), "{text}: {page}");
            }
            for alive in ["<script", "<b>", "<i>", "style="] {
                assert!(!page.contains(alive), "{alive}: {page}");
            }
        }
    }
}
