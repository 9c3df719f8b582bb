//! Messages over a stream: a header with the length of the content, an empty line, the content as JSON (base protocol of the
//! Language Server Protocol). What cannot be read is told and skipped.
use serde_json::{Value, json};
use std::io::{self, BufRead, Read as _, Write};

/// The longest line of a header, in bytes.
const MAX_HEADER: u64 = 8 << 10;
/// The longest content that is read, in bytes.
const MAX_CONTENT: u64 = 128 << 20;
/// The longest content that is skipped, in bytes. A number beyond it is no length.
const MAX_SKIPPED: u64 = 4 << 30;

/// What a client sent.
#[derive(Debug, PartialEq)]
pub(super) enum Incoming {
    /// A JSON value, which should be a message.
    Message(Value),
    /// Something that is no message, and why.
    Broken(String),
}

/// Reads the next message; none at the end of the stream.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let mut length = None;
    let mut is_empty = true;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(MAX_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_ascii();
        if !line.is_empty() {
            is_empty = false;
            length = content_length(line).or(length);
        } else if length.is_some() || !is_empty {
            break;
        }
    }
    match length {
        Some(length) if length <= MAX_CONTENT => content(input, length),
        Some(length) if length <= MAX_SKIPPED => {
            io::copy(&mut input.by_ref().take(length), &mut io::sink())?;
            Ok(Some(Incoming::Broken(format!("a content of {length} bytes is too long"))))
        }
        _ => Ok(Some(Incoming::Broken("a header without a length of the content".to_owned()))),
    }
}

fn content(input: &mut impl BufRead, length: u64) -> io::Result<Option<Incoming>> {
    let mut bytes = Vec::new();
    input.by_ref().take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&bytes) {
        Ok(value) => Incoming::Message(value),
        Err(why) => Incoming::Broken(why.to_string()),
    }))
}

fn content_length(line: &[u8]) -> Option<u64> {
    let (name, value) = std::str::from_utf8(line).ok()?.split_once(':')?;
    name.trim().eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
}

/// Writes messages to the client.
pub(super) struct Outgoing {
    stream: Box<dyn Write>,
    requests: u64,
}

impl std::fmt::Debug for Outgoing {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Outgoing").field("requests", &self.requests).finish_non_exhaustive()
    }
}

impl Outgoing {
    pub(super) fn new(stream: Box<dyn Write>) -> Self {
        Self { stream, requests: 0 }
    }

    /// Answers a request.
    pub(super) fn answer(&mut self, id: &Value, result: Result<Value, RequestError>) -> io::Result<()> {
        self.send(&match result {
            Ok(result) => json!({"jsonrpc": "2.0", "id": id, "result": result}),
            Err(RequestError { code, message }) => {
                json!({"jsonrpc": "2.0", "id": id, "error": {"code": code.0, "message": message}})
            }
        })
    }

    /// Tells something that needs no answer.
    pub(super) fn notify(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    /// Asks the client for something; its answer is not waited for.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.requests += 1;
        let id = format!("jalon-{}", self.requests);
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}))
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        let text = message.to_string();
        write!(self.stream, "Content-Length: {}\r\n\r\n{text}", text.len())?;
        self.stream.flush()
    }
}

/// Why a request has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RequestError {
    pub(super) code: ErrorCode,
    pub(super) message: String,
}

/// A number of JSON-RPC or of the Language Server Protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ErrorCode(pub(super) i32);

impl ErrorCode {
    pub(super) const PARSE_ERROR: Self = Self(-32700);
    pub(super) const INVALID_REQUEST: Self = Self(-32600);
    pub(super) const METHOD_NOT_FOUND: Self = Self(-32601);
    pub(super) const INVALID_PARAMS: Self = Self(-32602);
    pub(super) const INTERNAL_ERROR: Self = Self(-32603);
    pub(super) const NOT_INITIALIZED: Self = Self(-32002);
    pub(super) const REQUEST_CANCELLED: Self = Self(-32800);

    /// A refusal with this code.
    pub(super) fn because(self, message: impl Into<String>) -> RequestError {
        RequestError { code: self, message: message.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Incoming> {
        let mut input = bytes;
        std::iter::from_fn(|| read(&mut input).unwrap()).collect()
    }

    #[test]
    fn messages_are_read_one_after_the_other() {
        let bytes = b"Content-Length: 2\r\n\r\n{}content-length:3\nContent-Type: x\n\n[1]";
        assert_eq!(all(bytes), [Incoming::Message(json!({})), Incoming::Message(json!([1]))]);
    }

    #[test]
    fn what_is_no_message_is_told_and_the_next_one_is_read() {
        let good = "Content-Length: 2\r\n\r\n{}";
        for bad in [
            "Content-Length: 5\r\n\r\n{\"a\":",
            "Content-Length: x\r\n\r\n",
            "Content-Length: -1\r\n\r\n",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "Content-Length: 9000000000000\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "Content-Length: 2\r\n\r\n\u{e9}",
        ] {
            let found = all(format!("{bad}{good}").as_bytes());
            assert!(matches!(&found[..], [Incoming::Broken(_), Incoming::Message(_)]), "{bad:?}: {found:?}");
        }
        assert_eq!(all(b"\r\n\r\nContent-Length: 2\r\n\r\n{}").len(), 1);
        assert_eq!(all(b"Content-Length: 10\r\n\r\n{}"), []);
        let deep = "[".repeat(100_000);
        let found = all(format!("Content-Length: {}\r\n\r\n{deep}", deep.len()).as_bytes());
        assert!(matches!(&found[..], [Incoming::Broken(_)]), "{found:?}");
    }
}
