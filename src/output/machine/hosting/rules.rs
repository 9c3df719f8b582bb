//! What every host should do with the site.
use crate::model::{ContentCoding, Site, WebHost};
use crate::output::shared::address::root_path;
use crate::output::shared::site_view::content_policy;
use crate::text::percent::decode;
use std::borrow::Cow;

/// What every host should do, in no host's language.
#[derive(Clone, Debug, Hash)]
pub(super) struct HostRules {
    /// The path of the site, with a slash at both ends: `/` or `/a/b/`; not encoded.
    pub(super) root: String,
    /// Former addresses and those that replaced them, as paths from `/`, not encoded.
    pub(super) redirects: Vec<(String, String)>,
    /// The hosts that files are written for.
    pub(super) hosts: Vec<WebHost>,
    /// The codings in which copies of texts lie beside them.
    pub(super) copies: Vec<ContentCoding>,
    /// The policy of every page.
    pub(super) policy: String,
}

/// How long browsers keep a file whose address changes with its content: a year, the longest time in use (RFC 8246).
pub(super) const FOREVER: &str = "public, max-age=31536000, immutable";

/// How long browsers keep a page: until they have asked whether it is still the same.
pub(super) const ASK: &str = "no-cache";

/// Files of the search, named after their content.
pub(super) const HASHED_FILES: &str = "[a-z]+[0-9]+-[0-9a-f]{8}\\.js";

/// The mark behind `?` in addresses of the theme's files.
pub(super) const MARK: &str = "[0-9a-f]{8}";

/// Types that web servers do not know by themselves, by their endings.
pub(super) const TYPES: [(&str, &str); 3] =
    [("vcf", "text/vcard"), ("ics", "text/calendar"), ("webmanifest", "application/manifest+json")];

/// Types of texts, which are worth compressing. HTML always is.
pub(super) const TEXTS: [&str; 11] = [
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/manifest+json",
    "application/xml",
    "text/xml",
    "text/plain",
    "text/vcard",
    "text/calendar",
    "image/svg+xml",
];

impl HostRules {
    pub(super) fn new(site: &Site) -> Self {
        let root = site.settings.base_url.as_deref().and_then(root_path).and_then(decode);
        let root = root.map_or_else(|| "/".to_owned(), Cow::into_owned);
        let at = |path: &str| format!("{root}{}", path.trim_start_matches('/'));
        let redirects = site
            .redirects
            .iter()
            .map(|redirect| (at(redirect.from.as_str()), at(site.page(redirect.to).url.as_str())))
            .collect();
        let copies = site.settings.precompress.clone();
        Self {
            copies,
            redirects,
            root,
            hosts: site.settings.hosts.clone(),
            policy: content_policy(&site.settings),
        }
    }

    /// The headers of every answer. Pages have the same policy in themselves; a header also covers what no page can say.
    pub(super) fn headers(&self) -> [(&'static str, String); 3] {
        [
            ("Content-Security-Policy", format!("{}; frame-ancestors 'self'", self.policy)),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ]
    }

    /// The page for addresses that do not exist.
    pub(super) fn not_found(&self) -> String {
        format!("{}404.html", self.root)
    }
}

/// A text as a regular expression that matches it alone.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if letter.is_ascii_punctuation() && !matches!(letter, '/' | '-' | '_') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_matched_as_it_is() {
        assert_eq!(literal("/a.b/c-d_e/(f)$"), "/a\\.b/c-d_e/\\(f\\)\\$");
    }
}
