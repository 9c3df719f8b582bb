//! The requests of the desk of `jalon edit`, at addresses below `/_jalon/edit/`.
//!
//! Each needs the session of `access`. One that asks the desk for something is a `POST` of JSON from a page of this server;
//! its body is read to a limit and a deadline, and only after all else was found right.
use super::access::Access;
use super::desk::{Action, Desk, DeskConfig, ReadGuide};
use super::handler::{refusal, response};
use super::{mime, request};
use crate::failure::Failure;
use crate::model::Options;
use bytes::Bytes;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::body::{Body, Incoming};
use hyper::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, SET_COOKIE};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// Below this address the desk is asked.
pub(super) const EDIT: &str = "/_jalon/edit/";

/// The script of a page with the desk; it does what the script of `jalon serve` does, too.
pub(super) const SCRIPT: &str = "/_jalon/edit/desk.js";

/// Where an address with a token leads.
const ENTER: &str = "enter";

/// How long a body may take.
const BODY_TIMEOUT: Duration = Duration::from_secs(10);

/// Its text. Nothing of it can be seen by scripts of the page.
const DESK_SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("morph.js"),
    include_str!("overlay.js"),
    include_str!("reload.js"),
    include_str!("desk/parts.js"),
    include_str!("desk/insert.js"),
    include_str!("desk/choose.js"),
    include_str!("desk/drafts.js"),
    include_str!("desk/scroll.js"),
    include_str!("desk/desk.js"),
    "})();\n"
);

/// What the desk looks like.
const STYLE: &str = include_str!("desk/desk.css");

/// What a page with the desk shows and tells its script.
pub(super) struct DeskMark {
    /// What the button says that opens the desk.
    pub(super) label: String,
    /// The name of the guide among the drafts of a browser.
    pub(super) guide: String,
}

/// The desk, and who may use it.
pub(super) struct Editing {
    access: Access,
    desk: Arc<Desk>,
}

impl Editing {
    /// The desk of the server at this port.
    pub(super) fn new(root: &Path, config: DeskConfig, options: Options, port: u16) -> Result<Self, Failure> {
        Ok(Self { access: Access::new(port)?, desk: Arc::new(Desk::new(root, config, options)?) })
    }

    /// An address that opens a session, once. `home` is that of the site.
    pub(super) fn address(&self, home: &str) -> Result<String, Failure> {
        Ok(format!("{}{EDIT}{ENTER}?token={}", home.trim_end_matches('/'), self.access.token()?))
    }

    /// What a page of the session shows.
    pub(super) fn mark(&self, parts: &Parts) -> Option<DeskMark> {
        let mark = || DeskMark { label: self.desk.word("edit").to_owned(), guide: self.desk.guide() };
        self.access.has_session(parts).then(mark)
    }

    /// Answers a request for an address below [`EDIT`].
    pub(super) async fn answer(
        &self,
        guide: Option<Arc<ReadGuide>>,
        allowed: &[String],
        parts: &Parts,
        body: Incoming,
    ) -> Response<Bytes> {
        let answer = self.try_answer(guide, allowed, parts, body).await;
        answer.unwrap_or_else(|status| {
            let mut refused = refusal(status);
            if status == StatusCode::METHOD_NOT_ALLOWED {
                refused.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
            }
            refused
        })
    }

    async fn try_answer(
        &self,
        guide: Option<Arc<ReadGuide>>,
        allowed: &[String],
        parts: &Parts,
        body: Incoming,
    ) -> Result<Response<Bytes>, StatusCode> {
        let path = request::target(parts, allowed)?;
        let name = path.strip_prefix(EDIT).ok_or(StatusCode::NOT_FOUND)?;
        if name == ENTER && parts.method == Method::GET {
            return Ok(self.enter(parts));
        }
        if !self.access.has_session(parts) || !request::is_from_our_page(parts) {
            return Err(StatusCode::FORBIDDEN);
        }
        if let Some(text) = file(name).filter(|_| parts.method == Method::GET) {
            return Ok(response(StatusCode::OK, mime::of(name), Bytes::from_static(text.as_bytes())));
        }
        let action = Action::named(name).ok_or(StatusCode::NOT_FOUND)?;
        check(parts, action)?;
        let body = read(body, action.room()).await?;
        let (desk, guide) = (Arc::clone(&self.desk), guide.ok_or(StatusCode::SERVICE_UNAVAILABLE)?);
        let done = tokio::task::spawn_blocking(move || {
            let wanted = serde_json::from_slice(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
            Ok::<_, StatusCode>(desk.act(&guide, action, &wanted))
        });
        // It panics where there is a bug of ours.
        let answer = done.await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)??;
        let text = Bytes::from(answer.body.to_string());
        Ok(response(answer.status, "application/json", text))
    }

    /// Opens the session and leads to the site, whose address has no token; or says that the token is not good.
    fn enter(&self, parts: &Parts) -> Response<Bytes> {
        let token = request::parameter(parts, "token").unwrap_or_default();
        let is_good = self.access.spend(&token);
        let mut answer = if is_good || self.access.has_session(parts) {
            let mut redirect = response(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", Bytes::new());
            redirect.headers_mut().insert(LOCATION, HeaderValue::from_static("/"));
            redirect
        } else {
            let text = Bytes::from(format!("{}\n", self.desk.word("spent")));
            response(StatusCode::FORBIDDEN, "text/plain; charset=utf-8", text)
        };
        if let Some(cookie) = HeaderValue::try_from(self.access.cookie()).ok().filter(|_| is_good) {
            answer.headers_mut().insert(SET_COOKIE, cookie);
        }
        let policy = HeaderName::from_static("referrer-policy");
        answer.headers_mut().insert(policy, HeaderValue::from_static("no-referrer"));
        answer
    }
}

fn file(name: &str) -> Option<&'static str> {
    match name {
        "desk.js" => Some(DESK_SCRIPT),
        "desk.css" => Some(STYLE),
        _ => None,
    }
}

/// Refuses what no page of ours sends, before the body is read.
fn check(parts: &Parts, action: Action) -> Result<(), StatusCode> {
    if parts.method != Method::POST {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    if !request::has_our_origin(parts) {
        return Err(StatusCode::FORBIDDEN);
    }
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default();
    if !kind.trim().eq_ignore_ascii_case("application/json") {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let length = parts.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > action.room()) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    Ok(())
}

/// The bytes of a body, so many at most.
async fn read<B>(body: B, room: usize) -> Result<Bytes, StatusCode>
where
    B: Body<Data = Bytes>,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let whole = timeout(BODY_TIMEOUT, Limited::new(body, room).collect()).await;
    match whole.map_err(|_| StatusCode::REQUEST_TIMEOUT)? {
        Ok(whole) => Ok(whole.to_bytes()),
        Err(why) if why.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::BAD_REQUEST),
    }
}
