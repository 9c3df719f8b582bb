//! What the scripts say that come at the first interaction: `reading.js`, and `offline.js`, which keeps pages for
//! reading without a network.
use super::context::SiteContext;
use crate::model::{Arg, Generated, PageUrl, Site};
use crate::output::theme::paths::{versioned, versioned_with};
use serde_json::json;

/// The theme's script for what helps while reading.
pub(crate) const READING_SCRIPT: &str = "static/reading.js";

/// Its style.
const READING_STYLE: &str = "static/reading.css";

/// The theme's script that keeps pages. It is published at the root of the site, because it sees only what is below it.
pub(crate) const OFFLINE_SCRIPT: &str = "static/offline.js";

/// The most pages of a guide that browsers keep: some 5 MB.
const MOST_KEPT: usize = 300;

/// Whether browsers keep the guide for reading without a network. A copy on a disk needs no network, and what `serve` shows
/// must always be the newest.
pub(crate) fn is_kept(site: &Site) -> bool {
    site.options.whole && !site.options.portable && site.pages.len() <= MOST_KEPT
}

/// The address of `reading.js`, with a mark of its style and words.
pub(super) fn reading_address(site: &Site, context: &SiteContext) -> String {
    let added = format!("{} {}", versioned(site, READING_STYLE), reading_words(site, context));
    versioned_with(site, READING_SCRIPT, &added)
}

/// What `reading.js` is told, as JSON.
pub(crate) fn reading_words(site: &Site, context: &SiteContext) -> String {
    let text = &context.text;
    json!({
        "heading": text.string_with("link-to-heading", &[("title", Arg::from("{title}"))]),
        "copied": text.string("link-copied"),
        "offline": is_kept(site),
    })
    .to_string()
}

/// What `offline.js` is told, as JSON. `files` are addresses of what pages load, from the root.
pub(crate) fn offline_words(site: &Site, context: &SiteContext, files: &[String]) -> String {
    let text = &context.text;
    let home = PageUrl::new("/");
    let from = context.addresses.relative_to(&home);
    let generated = site.generated.iter().filter(|(page, _)| **page != Generated::NotFound);
    let pages = site.pages.iter().map(|page| &page.url).chain(generated.map(|(_, url)| url));
    json!({
        "language": text.language.tag(),
        "dated": text.string_with("offline-dated", &[("date", Arg::from("{date}"))]),
        "undated": text.string("offline"),
        "pages": pages.map(|url| from.page(url, None)).collect::<Vec<_>>(),
        "files": files,
    })
    .to_string()
}
