//! Where the files of a theme's `static/` are published.
use crate::model::Site;
use crate::stamp::Stamp;

/// The style of every page.
pub(crate) const STYLE: &str = "static/style.css";

/// What a theme or a guide adds to that style; published at its end.
pub(crate) const CUSTOM_STYLE: &str = "static/custom.css";

/// The path of a file of `static/` below the output folder.
pub(crate) fn published_name(name: &str) -> String {
    format!("theme/{}", name.strip_prefix("static/").unwrap_or(name))
}

/// That path, followed by `?` and a mark of the file's content, so that browsers load a file again once it changed.
pub(crate) fn versioned(site: &Site, name: &str) -> String {
    let stamp = site.theme.files.get(name).map_or_else(String::new, |(_, stamp)| stamp.short());
    format!("{}?{stamp}", published_name(name))
}

/// The style of every page with such a mark.
pub(crate) fn versioned_style(site: &Site) -> String {
    versioned_with(site, STYLE, &versioned(site, CUSTOM_STYLE))
}

/// That path with such a mark, for a file that is published with something added to it.
pub(crate) fn versioned_with(site: &Site, name: &str, added: &str) -> String {
    let mark = Stamp::of_bytes(format!("{} {added}", versioned(site, name)).as_bytes());
    format!("{}?{}", published_name(name), mark.short())
}
