//! Refuses requests that must not be answered, without looking at the site.
use crate::text::percent;
use hyper::header::{HOST, ORIGIN};
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use hyper::{Method, StatusCode};
use std::borrow::Cow;

/// The longest path and query, in bytes.
const LONGEST: usize = 8 << 10;

/// The largest head of a request, in bytes.
pub(super) const LARGEST_HEAD: usize = 64 << 10;

/// The decoded path of a request that reads, beginning with a slash; else the status that refuses it.
pub(super) fn path(parts: &Parts, allowed: &[String]) -> Result<String, StatusCode> {
    if parts.method != Method::GET && parts.method != Method::HEAD {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    target(parts, allowed)
}

/// The decoded path of a request of any method.
pub(super) fn target(parts: &Parts, allowed: &[String]) -> Result<String, StatusCode> {
    if parts.uri.path_and_query().is_some_and(|target| target.as_str().len() > LONGEST) {
        return Err(StatusCode::URI_TOO_LONG);
    }
    // The parser reads ahead, so that its own limit lets larger heads pass.
    let headers =
        parts.headers.iter().map(|(name, value)| name.as_str().len() + ": \r\n".len() + value.len());
    if headers.sum::<usize>() > LARGEST_HEAD {
        return Err(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    let host = host(parts).ok_or(StatusCode::BAD_REQUEST)?;
    let named = parts.uri.authority().map(|authority| name_of(authority.host()));
    if !is_ours(&host, allowed) || named.is_some_and(|name| !is_ours(&name, allowed)) {
        return Err(StatusCode::FORBIDDEN);
    }
    decode(parts.uri.path()).ok_or(StatusCode::BAD_REQUEST)
}

/// Whether a request for the event stream or for the desk comes from a page of this server. A request without these two headers comes
/// from no page at all.
pub(super) fn is_from_our_page(parts: &Parts) -> bool {
    let header = |name: &str| parts.headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let ours = header(HOST.as_str()).map(|host| format!("http://{host}"));
    let origin = header(ORIGIN.as_str()).is_none_or(|origin| Some(origin) == ours.as_deref());
    let site = header("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    origin && site
}

/// Whether a request names the origin of this server as its own, once. Browsers do so in each `POST`.
pub(super) fn has_our_origin(parts: &Parts) -> bool {
    let mut origins = parts.headers.get_all(ORIGIN).iter();
    matches!((origins.next(), origins.next()), (Some(_), None)) && is_from_our_page(parts)
}

/// The value of a query parameter, decoded once.
pub(super) fn parameter(parts: &Parts, name: &str) -> Option<String> {
    let pairs = parts.uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next()?;
    percent::decode_strict(value).map(Cow::into_owned)
}

/// The host that the request names exactly once, in lower case and without port.
fn host(parts: &Parts) -> Option<String> {
    let mut hosts = parts.headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return None };
    let authority: Authority = host.to_str().ok()?.parse().ok()?;
    (!authority.as_str().contains('@')).then(|| name_of(authority.host()))
}

fn name_of(host: &str) -> String {
    host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase()
}

/// Whether the host is a name of this machine. Any other site could make its own name resolve to this machine (DNS
/// rebinding) and read what is served.
fn is_ours(host: &str, allowed: &[String]) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
        || host.ends_with(".localhost")
        || allowed.iter().any(|name| name.eq_ignore_ascii_case(host))
}

/// The percent-decoded path. None if it is not UTF-8, has a `.` or `..` segment, a backslash or a control character.
pub(super) fn decode(raw: &str) -> Option<String> {
    let path = percent::decode_strict(raw)?;
    let climbs = path.split('/').any(|part| matches!(part, "." | ".."));
    let odd = path.contains(|letter: char| letter == '\\' || letter.is_control());
    (path.starts_with('/') && !climbs && !odd).then(|| path.into_owned())
}
