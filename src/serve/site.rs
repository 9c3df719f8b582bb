//! What is served between two builds, and what an open page is told about it.
use super::desk::ReadGuide;
use super::last_good::LastGood;
use super::mime;
use super::overlay::Overlay;
use super::parts::Parts;
use crate::model::{Bytes, OutPath, SourcePath};
use crate::stamp::Stamp;
use std::sync::{Arc, LazyLock};

/// The report for editors. Addresses below `/_jalon/` belong to the server, not to the site.
const REPORT: &str = "/_jalon/report/";

/// The page of the report for editors, made when it is opened and not at each save.
pub(super) type LazyReport = LazyLock<Bytes, Box<dyn FnOnce() -> Bytes + Send>>;

/// What is served between two builds.
#[derive(Default)]
pub(super) struct ServedSite {
    pub(super) guide: LastGood,
    pub(super) parts: Parts,
    /// The report for editors; some tests have none.
    pub(super) report: Option<Arc<LazyReport>>,
    /// What is wrong.
    pub(super) overlay: Overlay,
    /// The guide as it was last read, for the desk; some tests have none.
    pub(super) read: Option<Arc<ReadGuide>>,
}

/// What stands at an address.
pub(super) enum Lookup {
    Page(Bytes),
    File(OutPath, Bytes),
    /// The address lacks its last slash.
    Folder,
    /// Nothing; the site's own error page, if it has one.
    Missing(Option<Bytes>),
}

impl ServedSite {
    /// What stands at a decoded path.
    pub(super) fn find(&self, path: &str) -> Lookup {
        if let Some(report) = &self.report
            && REPORT.trim_end_matches('/') == path.trim_end_matches('/')
        {
            return if path == REPORT { Lookup::Page(Bytes::clone(report)) } else { Lookup::Folder };
        }
        let key = path.strip_prefix('/').unwrap_or(path);
        let get = |key: String| self.guide.get(&OutPath::new(key));
        if key.is_empty() || key.ends_with('/') {
            if let Some(page) = get(format!("{key}index.html")) {
                return Lookup::Page(page);
            }
        } else if let Some(content) = get(key.to_owned()) {
            let is_page = mime::of(key).starts_with("text/html");
            return if is_page { Lookup::Page(content) } else { Lookup::File(OutPath::new(key), content) };
        } else if self.guide.stamp(&OutPath::new(format!("{key}/index.html"))).is_some() {
            return Lookup::Folder;
        } else if let Some((name, content)) = self.guide.lazy(key) {
            return Lookup::File(name, content);
        }
        Lookup::Missing(get("404.html".to_owned()))
    }

    /// Changes when what stands at this address changes.
    pub(super) fn stamp(&self, path: &str) -> String {
        let key = path.strip_prefix('/').unwrap_or(path);
        let is_folder = key.is_empty() || key.ends_with('/');
        let file = if is_folder { format!("{key}index.html") } else { key.to_owned() };
        if let Some(stamp) = self.guide.stamp(&OutPath::new(file)) {
            return stamp.to_hex();
        }
        let stamp = match self.find(path) {
            Lookup::Page(page) | Lookup::Missing(Some(page)) => Stamp::of_bytes(&page),
            Lookup::File(_, content) => Stamp::of_bytes(&content),
            Lookup::Missing(None) | Lookup::Folder => Stamp::default(),
        };
        stamp.to_hex()
    }

    /// The source file of the page at this address, if it has one of its own.
    pub(super) fn source(&self, path: &str) -> Option<&SourcePath> {
        let site = self.guide.build.site.as_ref()?;
        let page = site.pages.iter().find(|page| page.url.as_str() == path)?;
        page.written.then_some(&page.source)
    }

    /// All that an open page is told after a build, as one line of JSON.
    pub(super) fn state(&self, path: &str) -> String {
        let changed = self.parts.changed.as_ref();
        let changed = changed.map(|paths| paths.iter().map(OutPath::as_str).collect::<Vec<_>>());
        let state = serde_json::json!({
            "stamp": self.stamp(path),
            "parts": self.parts.stamp.to_hex(),
            "before": self.parts.before.to_hex(),
            "changed": changed,
            "overlay": self.overlay.of_page(&self.guide, path),
        });
        state.to_string()
    }
}
