//! Answers requests from the files of the last good build. No path on the disk is ever made from a request.
use super::lazy_files::LazyFiles;
use super::{mime, request};
use crate::model::{Bytes as Content, Files, OutPath};
use crate::stamp::Stamp;
use bytes::Bytes;
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use hyper::header::{HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Response, StatusCode};
use std::sync::{Arc, LazyLock};

/// The script that reloads pages. Addresses below `/_jalon/` belong to the server, not to the site.
const SCRIPT: &str = "/_jalon/reload.js";
/// The event stream of that script.
const EVENTS: &str = "/_jalon/events";
/// The report for editors.
pub(super) const REPORT: &str = "/_jalon/report/";

/// The page of the report for editors, made when it is opened and not at each save.
pub(super) type LazyReport = LazyLock<Content, Box<dyn FnOnce() -> Content + Send>>;

/// What is served between two builds.
#[derive(Default)]
pub(super) struct ServedSite {
    files: Arc<Files>,
    /// The search index and PDFs; some tests have none.
    pub(super) lazy_files: Option<Arc<LazyFiles>>,
    /// The report for editors; some tests have none.
    pub(super) lazy_report: Option<LazyReport>,
    /// Plain text to show over every page.
    pub(super) problems: Option<String>,
    /// The stamp of all files that any page may load: styles, scripts, images, fonts.
    loaded: Stamp,
}

impl ServedSite {
    /// Serves files that are made already.
    pub(super) fn new(files: Arc<Files>, problems: Option<String>) -> Self {
        let loaded: Vec<_> = files
            .iter()
            .filter(|(path, _)| mime::is_part_of_pages(path.as_str()))
            .map(|(path, made)| (path, made.from))
            .collect();
        Self { loaded: Stamp::of(&loaded), files, problems, ..Self::default() }
    }

    /// Changes when the page at this address changes, or a file that it may load.
    pub(super) fn stamp(&self, path: &str) -> String {
        let page = match self.find(path) {
            Lookup::Page(page) | Lookup::Missing(Some(page)) => Stamp::of_bytes(page),
            Lookup::File(_, page) => Stamp::of_bytes(&page),
            Lookup::Missing(None) | Lookup::Folder => Stamp::default(),
        };
        Stamp::of(&(self.loaded, page)).to_hex()
    }

    fn find(&self, path: &str) -> Lookup<'_> {
        if let Some(report) = &self.lazy_report
            && REPORT.trim_end_matches('/') == path.trim_end_matches('/')
        {
            return if path == REPORT { Lookup::Page(report) } else { Lookup::Folder };
        }
        let key = path.strip_prefix('/').unwrap_or(path);
        let get = |key: String| self.files.get_key_value(&OutPath::new(key));
        if key.is_empty() || key.ends_with('/') {
            if let Some((_, made)) = get(format!("{key}index.html")) {
                return Lookup::Page(&made.value.value);
            }
        } else if let Some((name, made)) = get(key.to_owned()) {
            let content = &made.value.value;
            let is_page = mime::of(key).starts_with("text/html");
            return if is_page { Lookup::Page(content) } else { Lookup::File(name.clone(), content.clone()) };
        } else if get(format!("{key}/index.html")).is_some() {
            return Lookup::Folder;
        } else if let Some((name, content)) = self.lazy_files.as_ref().and_then(|files| files.get(key)) {
            return Lookup::File(name, content);
        }
        Lookup::Missing(get("404.html".to_owned()).map(|(_, made)| &made.value.value))
    }
}

/// What stands at an address.
enum Lookup<'a> {
    Page(&'a Content),
    File(OutPath, Content),
    /// The address lacks its last slash.
    Folder,
    /// Nothing; the site's own error page, if it has one.
    Missing(Option<&'a Content>),
}

#[derive(Debug)]
pub(super) enum Reply {
    /// A complete response.
    Whole(Response<Bytes>),
    /// A stream of events about the page at this address.
    Events(String),
}

/// Answers one request. `allowed` are host names besides those of this machine.
pub(super) fn handle(site: &ServedSite, allowed: &[String], parts: &Parts) -> Reply {
    let path = match request::path(parts, allowed) {
        Ok(path) => path,
        Err(status) => return Reply::Whole(refusal(status)),
    };
    if path == EVENTS {
        let page = request::parameter(parts, "page").and_then(|page| request::decode(&page));
        return match page {
            _ if !request::is_from_our_page(parts) => Reply::Whole(refusal(StatusCode::FORBIDDEN)),
            Some(page) => Reply::Events(page),
            None => Reply::Whole(refusal(StatusCode::BAD_REQUEST)),
        };
    }
    if path == SCRIPT {
        let script = Bytes::from_static(include_bytes!("reload.js"));
        return Reply::Whole(response(StatusCode::OK, mime::of(SCRIPT), script));
    }
    Reply::Whole(match site.find(&path) {
        Lookup::Page(page) => html(StatusCode::OK, page, &site.stamp(&path)),
        Lookup::File(name, content) => response(StatusCode::OK, mime::of(name.as_str()), content),
        Lookup::Folder => redirect(parts),
        Lookup::Missing(Some(page)) => html(StatusCode::NOT_FOUND, page, &site.stamp(&path)),
        Lookup::Missing(None) => {
            let page = b"<!DOCTYPE html><meta charset=\"utf-8\"><title>404</title><p>404</p>";
            html(StatusCode::NOT_FOUND, page, &site.stamp(&path))
        }
    })
}

fn redirect(parts: &Parts) -> Response<Bytes> {
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut response = response(StatusCode::FOUND, "text/plain; charset=utf-8", Bytes::new());
    if let Ok(target) = HeaderValue::try_from(format!("{}/{query}", parts.uri.path())) {
        response.headers_mut().insert(LOCATION, target);
    }
    response
}

/// A page, with the script that reloads it.
fn html(status: StatusCode, page: &[u8], stamp: &str) -> Response<Bytes> {
    let script = format!("<script src=\"{SCRIPT}\" data-stamp=\"{stamp}\"></script>");
    let body_end = page.windows(7).rposition(|part| part.eq_ignore_ascii_case(b"</body>"));
    let at = body_end.unwrap_or(page.len());
    let with_script = [&page[..at], script.as_bytes(), &page[at..]].concat();
    let mut response = response(status, "text/html; charset=utf-8", Bytes::from(with_script));
    if let Some(policy) = policy(page) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The security policy in the page's head, as a header: what it would block on a server is blocked here too.
fn policy(page: &[u8]) -> Option<HeaderValue> {
    let name = b"http-equiv=\"content-security-policy\"";
    let at = page.windows(name.len()).position(|part| part.eq_ignore_ascii_case(name))?;
    let start = page[..at].iter().rposition(|byte| *byte == b'<')?;
    let length = page[start..].iter().position(|byte| *byte == b'>')?;
    let tag = std::str::from_utf8(&page[start..start + length]).ok()?;
    let (_, value) = tag.split_once(" content=\"")?;
    let (value, _) = value.split_once('"')?;
    let quoted = value.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&");
    HeaderValue::try_from(quoted).ok()
}

/// Only the status, because nothing of a refused request may be repeated.
fn refusal(status: StatusCode) -> Response<Bytes> {
    let mut response = response(status, "text/plain; charset=utf-8", Bytes::from(format!("{status}\n")));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

fn response(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in security_headers() {
        response.headers_mut().insert(name, value);
    }
    response
}

/// Headers of every response.
pub(super) fn security_headers() -> [(HeaderName, HeaderValue); 3] {
    [
        (HeaderName::from_static("x-content-type-options"), HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ]
}
