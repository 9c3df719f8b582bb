//! A web page that is saved in one file, in the form of mail (MIME).
use crate::import::source::paths::ends_with;

/// How deep parts may hold parts.
const DEPTH: usize = 8;

/// The text of such a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MailText {
    pub(super) is_html: bool,
    pub(super) bytes: Vec<u8>,
}

/// The first HTML of a file, else its first plain text; none if it is no mail.
pub(super) fn text(bytes: &[u8]) -> Option<MailText> {
    let (head, _) = halves(bytes);
    let is_mail = ["mime-version", "content-type"].iter().any(|name| field(&head, name).is_some());
    let is_head =
        head.lines().next()?.split_once(':').is_some_and(|(name, _)| !name.contains(['<', ' ', '{']));
    if !is_mail || !is_head {
        return None;
    }
    let mut found = Vec::new();
    parts(bytes, DEPTH, &mut found);
    let html = found.iter().position(|text| text.is_html).unwrap_or(0);
    (html < found.len()).then(|| found.swap_remove(html))
}

/// The head, each field on one line, and what stands behind it.
fn halves(bytes: &[u8]) -> (String, &[u8]) {
    let ends = [(&b"\r\n\r\n"[..], 4), (&b"\n\n"[..], 2)];
    let end = ends.iter().filter_map(|(mark, length)| Some((position(bytes, mark)?, *length))).min();
    let (end, length) = end.unwrap_or((bytes.len(), 0));
    let head = String::from_utf8_lossy(&bytes[..end]).replace("\r\n", "\n");
    (head.replace("\n ", " ").replace("\n\t", " "), &bytes[end + length..])
}

fn position(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|part| part == mark)
}

/// A field of the head, without regard to capitals.
fn field<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (known, value) = line.split_once(':')?;
        known.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

/// The texts of a part, and of those in it.
fn parts(bytes: &[u8], depth: usize, found: &mut Vec<MailText>) {
    let (head, body) = halves(bytes);
    let kind = field(&head, "content-type").unwrap_or("text/plain");
    let small = kind.to_ascii_lowercase();
    if let Some(boundary) = boundary(kind).filter(|_| small.starts_with("multipart/") && depth > 0) {
        let mark = format!("--{boundary}");
        for part in between(body, mark.as_bytes()) {
            parts(part, depth - 1, found);
        }
        return;
    }
    if !small.starts_with("text/html") && !small.starts_with("text/plain") {
        return;
    }
    let encoding = field(&head, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let bytes = match encoding.as_str() {
        "quoted-printable" => from_quoted(body),
        "base64" => from_base64(body),
        _ => body.to_vec(),
    };
    let location = field(&head, "content-location").unwrap_or_default();
    let is_html = small.starts_with("text/html") || ends_with(location, ".htm");
    found.push(MailText { is_html, bytes });
}

fn boundary(kind: &str) -> Option<&str> {
    let at = kind.to_ascii_lowercase().find("boundary=")? + "boundary=".len();
    let value = &kind[at..];
    let quoted = value.strip_prefix('"').and_then(|value| value.split('"').next());
    let plain = || value.split([';', ' ']).next().unwrap_or_default();
    Some(quoted.unwrap_or_else(plain)).filter(|boundary| !boundary.is_empty())
}

/// What stands between lines that are a mark; the last one ends with `--`.
fn between<'a>(body: &'a [u8], mark: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut begun: Option<usize> = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let rest = line.strip_prefix(mark).map(<[u8]>::trim_ascii_end);
        if let Some(rest @ (b"" | b"--")) = rest {
            parts.extend(begun.map(|start| &body[start..at]));
            begun = rest.is_empty().then_some(at + line.len());
        }
        at += line.len();
    }
    parts.extend(begun.map(|start| &body[start..]));
    parts
}

/// `=C3=A9`; a line that ends with the sign goes on.
fn from_quoted(body: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let rest = &body[at..];
        let code = (digit(rest.get(1)), digit(rest.get(2)));
        at += match (rest, code) {
            ([b'=', b'\r', b'\n', ..], _) => 3,
            ([b'=', b'\n', ..], _) => 2,
            ([b'=', ..], (Some(high), Some(low))) => {
                out.extend(u8::try_from(high * 16 + low));
                3
            }
            _ => {
                out.push(rest[0]);
                1
            }
        };
    }
    out
}

fn from_base64(body: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for value in body.iter().filter_map(|byte| LETTERS.iter().position(|letter| letter == byte)) {
        bits = (bits << 6 | u32::try_from(value).unwrap_or(0)) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.extend(u8::try_from(bits >> held & 0xff));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_found_in_parts_of_parts() {
        let inner = "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\nw6k=\n--b--\n";
        let mail = format!(
            "From: a\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=a; type=x\n\nnothing\n--a\nContent-Type: multipart/alternative; boundary=\"b\"\n\n{inner}--a\nContent-Type: image/png\n\nx\n--a--\n"
        );
        let found = text(mail.as_bytes());
        assert_eq!(found, Some(MailText { is_html: true, bytes: "<p>é".into() }));
        assert_eq!(from_quoted(b"a=3D=\r\nb=zz="), b"a=b=zz=");
    }

    #[test]
    fn a_boundary_may_begin_like_another_one() {
        let inner = "--b10\nContent-Type: text/plain\n\nplain\n--b10 \nContent-Type: text/html\n\n<p>a\n--b1x\n--b10--\n";
        let mail = format!(
            "Content-Type: multipart/related; boundary=b1\n\n--b1\r\nContent-Type: multipart/alternative; boundary=b10\n\n{inner}--b1--\n"
        );
        let found = text(mail.as_bytes());
        assert_eq!(found, Some(MailText { is_html: true, bytes: b"<p>a\n--b1x\n".to_vec() }));
    }

    #[test]
    fn what_is_no_mail_is_none() {
        for odd in [
            "",
            "a",
            "<p>content-type: x",
            "content-type: multipart/x; boundary=\n\n--",
            "Content-Type: image/png\n\nx",
        ] {
            assert_eq!(text(odd.as_bytes()), None, "{odd}");
        }
    }
}
