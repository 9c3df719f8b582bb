//! Requests and their responses, without a network.
use super::handler::{Reply, handle};
use super::last_good::{Guide, LastGood};
use super::parts::Parts;
use super::site::ServedSite;
use crate::model::files_of;
use crate::pipeline::Build;
use bytes::Bytes;
use hyper::{Request, Response};
use std::sync::Arc;

const POLICY: &str = "default-src 'none'; script-src 'self'";

fn served(list: &[(&str, &str)], before: &Parts) -> ServedSite {
    let mut build = Build::default();
    build.files = files_of(list);
    let build = Arc::new(build);
    let now = Guide { sources: &Arc::default(), reading: &[], build: &build };
    let guide = LastGood::default().next(now, &|_, _, _| Build::default());
    ServedSite { parts: before.next(&guide), guide, ..ServedSite::default() }
}

fn site() -> ServedSite {
    let page = format!(
        "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"></head><body>a</BODY></html>",
        POLICY.replace('\'', "&#39;")
    );
    let list = [
        ("index.html", "<p>home</p>"),
        ("a/index.html", &page),
        ("404.html", "<body>none</body>"),
        ("a/été.pdf", "%PDF"),
        ("style.css", "p {}"),
        ("a/plan.svg", "<svg/>"),
    ];
    served(&list, &Parts::default())
}

fn request(method: &str, target: &str, headers: &[(&str, &str)]) -> Reply {
    let mut builder = Request::builder().method(method).uri(target);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    handle(&site(), &["guide.example".to_owned()], &builder.body(()).unwrap().into_parts().0, None)
}

fn get(target: &str) -> Response<Bytes> {
    match request("GET", target, &[("host", "localhost:4000")]) {
        Reply::Whole(response) => response,
        Reply::Events(_) => panic!("a stream"),
    }
}

fn status(reply: Reply) -> u16 {
    match reply {
        Reply::Whole(response) => response.status().as_u16(),
        Reply::Events(_) => 200,
    }
}

fn header<'a>(response: &'a Response<Bytes>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[test]
fn pages_and_files_are_answered() {
    let page = get("/a/");
    let text = String::from_utf8(page.body().to_vec()).unwrap();
    assert_eq!((page.status().as_u16(), header(&page, "content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(header(&page, "content-security-policy"), format!("{POLICY}; frame-ancestors 'none'"));
    assert!(text.starts_with("<html><head><script src=\"/_jalon/reload.js\" data-stamp=\""), "{text}");
    assert!(
        text.contains("\"></script><meta http-equiv") && text.ends_with("<body>a</BODY></html>"),
        "{text}"
    );
    for (target, kind) in [
        ("/style.css", "text/css; charset=utf-8"),
        ("/a/%C3%A9t%C3%A9.pdf", "application/pdf"),
        ("/a%2Fplan.svg", "image/svg+xml"),
        ("/_jalon/reload.js", "text/javascript; charset=utf-8"),
        ("/", "text/html; charset=utf-8"),
        ("/?q=1", "text/html; charset=utf-8"),
    ] {
        let response = get(target);
        assert_eq!((response.status().as_u16(), header(&response, "content-type")), (200, kind), "{target}");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert_eq!(header(&response, "x-frame-options"), "DENY");
        assert!(header(&response, "content-security-policy").ends_with("frame-ancestors 'none'"), "{target}");
        assert_eq!(header(&response, "cross-origin-resource-policy"), "same-origin");
        assert_eq!(header(&response, "cache-control"), "no-store");
    }
    let missing = get("/nowhere/");
    assert_eq!(missing.status().as_u16(), 404);
    assert!(missing.body().starts_with(b"<body>none</body><script"));
    let moved = get("/a?x=1");
    assert_eq!((moved.status().as_u16(), header(&moved, "location")), (302, "/a/?x=1"));
}

#[test]
fn only_names_of_this_machine_are_answered() {
    let host = |host: &str| status(request("GET", "/", &[("host", host)]));
    for name in [
        "localhost",
        "LOCALHOST:1",
        "guide.localhost",
        "127.0.0.1:80",
        "[::1]:80",
        "localhost.",
        "guide.example",
    ] {
        assert_eq!(host(name), 200, "{name}");
    }
    for name in
        ["evil.example", "localhost.evil.example", "evillocalhost", "127.0.0.1.nip.io", "10.0.0.1", "[::2]"]
    {
        assert_eq!(host(name), 403, "{name}");
    }
    for name in ["", "a b", "x@localhost", "local\u{e9}"] {
        assert_eq!(host(name), 400, "{name}");
    }
    assert_eq!(status(request("GET", "/", &[])), 400);
    assert_eq!(status(request("GET", "/", &[("host", "localhost"), ("host", "localhost")])), 400);
    assert_eq!(status(request("GET", "http://evil.example/", &[("host", "localhost")])), 403);
}

#[test]
fn odd_requests_are_refused() {
    let local = [("host", "localhost")];
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"] {
        assert_eq!(status(request(method, "/", &local)), 405, "{method}");
    }
    for target in [
        "/%00",
        "/a\\b",
        "/%5c",
        "/../x",
        "/a/%2e%2e/x",
        "/%2E/x",
        "/%ff",
        "/%c3%28",
        "/%",
        "/%4",
        "/%zz",
        "/%0d%0aX: y",
    ] {
        match Request::builder().uri(target).body(()) {
            Ok(_) => assert_eq!(status(request("GET", target, &local)), 400, "{target}"),
            Err(_) => assert!(target.contains(['\\', ' ']), "{target}"),
        }
    }
    assert_eq!(status(request("GET", &format!("/{}", "a".repeat(9000)), &local)), 414);
    assert_eq!(status(request("GET", "//evil.example", &local)), 404);
    assert_eq!(status(request("HEAD", "/", &local)), 200);
}

#[test]
fn events_are_only_sent_to_our_pages() {
    let stream = |more: &[(&str, &str)]| {
        let headers: Vec<_> = [("host", "localhost:4000")].iter().chain(more).copied().collect();
        request("GET", "/_jalon/events?page=%2Fa%2F", &headers)
    };
    assert!(matches!(stream(&[]), Reply::Events(page) if page == "/a/"));
    assert!(matches!(stream(&[("origin", "http://localhost:4000")]), Reply::Events(_)));
    assert!(matches!(stream(&[("sec-fetch-site", "same-origin")]), Reply::Events(_)));
    for other in ["http://localhost:5000", "https://localhost:4000", "null", "http://evil.example"] {
        assert_eq!(status(stream(&[("origin", other)])), 403, "{other}");
    }
    assert_eq!(status(stream(&[("sec-fetch-site", "cross-site")])), 403);
    assert_eq!(status(request("GET", "/_jalon/events", &[("host", "localhost")])), 400);
}

#[test]
fn a_page_hears_of_its_own_text_and_of_the_files_that_pages_load() {
    let base = [("a/index.html", "a"), ("b/index.html", "b"), ("s.css", "s"), ("search.json", "1")];
    let first = served(&base, &Parts::default());
    let with = |at: usize, text| {
        let mut list = base;
        list[at].1 = text;
        let next = served(&list, &first.parts);
        let state: serde_json::Value = serde_json::from_str(&next.state("/a/")).unwrap();
        let is_other = state["stamp"] != first.stamp("/a/");
        let changed = (state["parts"] != first.parts.stamp.to_hex()).then(|| state["changed"].to_string());
        assert!(changed.is_none() || state["before"] == first.parts.stamp.to_hex());
        (is_other, changed)
    };
    assert_eq!(with(0, "x"), (true, None));
    assert_eq!(with(1, "x"), (false, None));
    assert_eq!(with(2, "x"), (false, Some("[\"s.css\"]".to_owned())));
    assert_eq!(with(3, "x"), (false, None));
    // A file that is gone has changed too; of many only that they changed is told.
    let gone = served(&base[..2], &first.parts);
    assert_eq!(gone.parts.changed.unwrap().len(), 1);
    let names: Vec<_> = (0..100).map(|number| format!("{number}.png")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), "x")).collect();
    assert_eq!(served(&many, &first.parts).parts.changed, None);
}
