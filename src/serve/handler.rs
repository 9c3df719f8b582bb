//! Answers requests from the files of the last good build. No path of the disk is ever made from a request.
use super::finder::Finder;
use super::reporter::Reporter;
use super::{mime, request};
use crate::model::{Bytes as Content, Files, OutPath};
use crate::stamp::Stamp;
use axum::body::Bytes;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use std::sync::Arc;

/// Addresses below this one are ours, not the site's.
const SCRIPT: &str = "/_jalon/reload.js";
const EVENTS: &str = "/_jalon/events";
/// What waits for the editors.
pub(super) const REPORT: &str = "/_jalon/report/";

/// What the handler shows at this moment.
#[derive(Debug, Default)]
pub(super) struct Shown {
    files: Files,
    /// The search's index; none in tests that do without.
    finder: Option<Arc<Finder>>,
    /// The page for editors; none in tests that do without.
    reporter: Option<Reporter>,
    /// What to lay over every page, as plain text.
    pub(super) problems: Option<String>,
    /// Changes when anything changes that every page may show.
    looks: Stamp,
}

impl Shown {
    /// Shows these files.
    pub(super) fn new(files: Files, problems: Option<String>) -> Self {
        let looks: Vec<_> = files
            .iter()
            .filter(|(path, _)| mime::is_part_of_pages(path.as_str()))
            .map(|(path, made)| (path, made.from))
            .collect();
        Self { looks: Stamp::of(&looks), files, finder: None, reporter: None, problems }
    }

    /// Answers searches, too.
    pub(super) fn with_finder(mut self, finder: Arc<Finder>) -> Self {
        self.finder = Some(finder);
        self
    }

    /// Says what waits for the editors, too.
    pub(super) fn with_reporter(mut self, reporter: Reporter) -> Self {
        self.reporter = Some(reporter);
        self
    }

    /// Changes when the page at this address does, or its looks.
    pub(super) fn stamp(&self, path: &str) -> String {
        let page = match self.find(path) {
            Answer::Page(page) | Answer::Missing(Some(page)) => Stamp::of_bytes(page),
            Answer::File(_, page) => Stamp::of_bytes(&page),
            Answer::Missing(None) | Answer::Folder => Stamp::default(),
        };
        Stamp::of(&(self.looks, page)).to_hex()
    }

    fn find(&self, path: &str) -> Answer<'_> {
        if let Some(reporter) =
            self.reporter.as_ref().filter(|_| REPORT.trim_end_matches('/') == path.trim_end_matches('/'))
        {
            return if path == REPORT { Answer::Page(reporter.page()) } else { Answer::Folder };
        }
        let key = path.strip_prefix('/').unwrap_or(path);
        let get = |key: String| self.files.get_key_value(&OutPath::new(key));
        if key.is_empty() || key.ends_with('/') {
            if let Some((_, made)) = get(format!("{key}index.html")) {
                return Answer::Page(&made.value.value);
            }
        } else if let Some((name, made)) = get(key.to_owned()) {
            let content = &made.value.value;
            let is_page = mime::of(key).starts_with("text/html");
            return if is_page { Answer::Page(content) } else { Answer::File(name.clone(), content.clone()) };
        } else if get(format!("{key}/index.html")).is_some() {
            return Answer::Folder;
        } else if let Some((name, content)) = self.finder.as_ref().and_then(|finder| finder.find(key)) {
            return Answer::File(name, content);
        }
        Answer::Missing(get("404.html".to_owned()).map(|(_, made)| &made.value.value))
    }
}

enum Answer<'a> {
    Page(&'a Content),
    File(OutPath, Content),
    /// The address lacks its last slash.
    Folder,
    /// Nothing there; the site's own page that says so.
    Missing(Option<&'a Content>),
}

/// What a request gets.
#[derive(Debug)]
pub(super) enum Reply {
    /// An answer, all of it.
    Whole(Response<Bytes>),
    /// News about the page at this address for as long as it is open.
    Events(String),
}

/// Answers one request. `allowed` are host names besides those of this machine.
pub(super) fn answer(shown: &Shown, allowed: &[String], ask: &Parts) -> Reply {
    let path = match request::path(ask, allowed) {
        Ok(path) => path,
        Err(status) => return Reply::Whole(refusal(status)),
    };
    if path == EVENTS {
        let page = request::parameter(ask, "page").and_then(|page| request::decode(&page));
        return match page {
            _ if !request::is_from_our_page(ask) => Reply::Whole(refusal(StatusCode::FORBIDDEN)),
            Some(page) => Reply::Events(page),
            None => Reply::Whole(refusal(StatusCode::BAD_REQUEST)),
        };
    }
    if path == SCRIPT {
        let script = Bytes::from_static(include_bytes!("reload.js"));
        return Reply::Whole(reply(StatusCode::OK, mime::of(SCRIPT), script));
    }
    Reply::Whole(match shown.find(&path) {
        Answer::Page(page) => html(StatusCode::OK, page, &shown.stamp(&path)),
        Answer::File(name, content) => reply(StatusCode::OK, mime::of(name.as_str()), content),
        Answer::Folder => redirect(ask),
        Answer::Missing(Some(page)) => html(StatusCode::NOT_FOUND, page, &shown.stamp(&path)),
        Answer::Missing(None) => {
            let page = b"<!DOCTYPE html><meta charset=\"utf-8\"><title>404</title><p>404</p>";
            html(StatusCode::NOT_FOUND, page, &shown.stamp(&path))
        }
    })
}

fn redirect(ask: &Parts) -> Response<Bytes> {
    let query = ask.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut answer = reply(StatusCode::FOUND, "text/plain; charset=utf-8", Bytes::new());
    if let Ok(target) = HeaderValue::try_from(format!("{}/{query}", ask.uri.path())) {
        answer.headers_mut().insert(LOCATION, target);
    }
    answer
}

/// A page, with the script that keeps it fresh.
fn html(status: StatusCode, page: &[u8], stamp: &str) -> Response<Bytes> {
    let script = format!("<script src=\"{SCRIPT}\" data-stamp=\"{stamp}\"></script>");
    let at = last_body_end(page).unwrap_or(page.len());
    let fresh = [&page[..at], script.as_bytes(), &page[at..]].concat();
    let mut answer = reply(status, "text/html; charset=utf-8", Bytes::from(fresh));
    if let Some(policy) = policy(page) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    answer
}

fn last_body_end(page: &[u8]) -> Option<usize> {
    page.windows(7).rposition(|part| part.eq_ignore_ascii_case(b"</body>"))
}

/// The security policy that the page states in its head, so that what works here works elsewhere.
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

/// Says no more than its number: what the request held is never repeated.
fn refusal(status: StatusCode) -> Response<Bytes> {
    let mut answer = reply(status, "text/plain; charset=utf-8", Bytes::from(format!("{status}\n")));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    answer
}

fn reply(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Bytes> {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in guards() {
        answer.headers_mut().insert(name, value);
    }
    answer
}

/// Headers of every answer.
pub(super) fn guards() -> [(HeaderName, HeaderValue); 3] {
    [
        (HeaderName::from_static("x-content-type-options"), HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ]
}
