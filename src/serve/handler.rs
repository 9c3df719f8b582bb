//! Answers requests from memory and with pages that are made on request. No path on the disk is ever made from a request.
use super::edit::{DeskMark, SCRIPT as DESK_SCRIPT};
use super::site::{Lookup, ServedSite};
use super::{mime, request};
use crate::text::escape;
use bytes::Bytes;
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use hyper::header::{HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Response, StatusCode};

/// The script that keeps open pages equal to what is served. Addresses below `/_jalon/` belong to the server, not to the site.
const SCRIPT: &str = "/_jalon/reload.js";
/// Its text. Nothing of it can be seen by scripts of the page.
const RELOAD: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("morph.js"),
    include_str!("overlay.js"),
    include_str!("reload.js"),
    "})();\n"
);
/// The event stream of that script.
const EVENTS: &str = "/_jalon/events";
#[derive(Debug)]
pub(super) enum Reply {
    /// A complete response.
    Whole(Response<Bytes>),
    /// A stream of events about the page at this address.
    Events(String),
}

/// Answers one request. `allowed` are host names besides those of this machine; `desk` is what pages show in a session
/// of `jalon edit`.
pub(super) fn handle(site: &ServedSite, allowed: &[String], parts: &Parts, desk: Option<&DeskMark>) -> Reply {
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
        return Reply::Whole(response(
            StatusCode::OK,
            mime::of(SCRIPT),
            Bytes::from_static(RELOAD.as_bytes()),
        ));
    }
    let html = |status, page: &[u8]| html(status, page, site, (&path, desk));
    Reply::Whole(match site.find(&path) {
        Lookup::Page(page) => html(StatusCode::OK, &page),
        Lookup::File(name, content) => response(StatusCode::OK, mime::of(name.as_str()), content),
        Lookup::Folder => redirect(parts),
        Lookup::Missing(Some(page)) => html(StatusCode::NOT_FOUND, &page),
        Lookup::Missing(None) => {
            let page = b"<!DOCTYPE html><meta charset=\"utf-8\"><title>404</title><p>404</p>";
            html(StatusCode::NOT_FOUND, page)
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

/// A page with the script. It stands at the beginning of the head, so that it sees what scripts of the page change.
fn html(
    status: StatusCode,
    page: &[u8],
    site: &ServedSite,
    (path, desk): (&str, Option<&DeskMark>),
) -> Response<Bytes> {
    let (stamp, parts) = (site.stamp(path), site.parts.stamp.to_hex());
    let marks = format!("data-stamp=\"{stamp}\" data-parts=\"{parts}\"");
    let script = match (desk, site.source(path)) {
        (Some(DeskMark { label, guide }), Some(source)) => {
            let mut script =
                format!("<script src=\"{DESK_SCRIPT}\" {marks} data-guide=\"{guide}\" data-source=\"");
            escape::html(&mut script, source.as_str());
            script.push_str("\" data-edit=\"");
            escape::html(&mut script, label);
            script + "\"></script>"
        }
        _ => format!("<script src=\"{SCRIPT}\" {marks}></script>"),
    };
    let at = head_start(page).unwrap_or(page.len());
    let with_script = [&page[..at], script.as_bytes(), &page[at..]].concat();
    let mut response = response(status, "text/html; charset=utf-8", Bytes::from(with_script));
    if let Some(policy) = policy(page).and_then(|policy| HeaderValue::try_from(policy + "; " + UNFRAMED).ok())
    {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Right behind the first `<head>`.
fn head_start(page: &[u8]) -> Option<usize> {
    let name = b"<head";
    let at = page.windows(name.len() + 1).position(|part| {
        part[..name.len()].eq_ignore_ascii_case(name) && matches!(part[name.len()], b'>' | b' ' | b'\n')
    })?;
    page[at..].iter().position(|byte| *byte == b'>').map(|end| at + end + 1)
}

/// The security policy in the page's head, as a header: what it would block on a server is blocked here too.
fn policy(page: &[u8]) -> Option<String> {
    let name = b"http-equiv=\"content-security-policy\"";
    let at = page.windows(name.len()).position(|part| part.eq_ignore_ascii_case(name))?;
    let start = page[..at].iter().rposition(|byte| *byte == b'<')?;
    let length = page[start..].iter().position(|byte| *byte == b'>')?;
    let tag = std::str::from_utf8(&page[start..start + length]).ok()?;
    let (_, value) = tag.split_once(" content=\"")?;
    let (value, _) = value.split_once('"')?;
    Some(value.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&"))
}

/// Only the status, because nothing of a refused request may be repeated.
pub(super) fn refusal(status: StatusCode) -> Response<Bytes> {
    let mut response = response(status, "text/plain; charset=utf-8", Bytes::from(format!("{status}\n")));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

pub(super) fn response(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in security_headers() {
        response.headers_mut().insert(name, value);
    }
    response
}

/// What no page can say of itself: no other site shows it in a frame, where a reader might click without seeing it.
const UNFRAMED: &str = "frame-ancestors 'none'";

/// Headers of every response.
pub(super) fn security_headers() -> [(HeaderName, HeaderValue); 5] {
    [
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(UNFRAMED)),
        (HeaderName::from_static("x-frame-options"), HeaderValue::from_static("DENY")),
        (HeaderName::from_static("x-content-type-options"), HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ]
}
