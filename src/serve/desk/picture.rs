//! Puts a picture beside a page: of a known type, by its bytes, under a name that no file has yet.
use super::place::EditedPage;
use super::{Desk, Done, ReadGuide};
use crate::text::slug::slug;
use crate::write::source;
use hyper::StatusCode;
use serde_json::{Value, json};
use std::path::Path;

/// The largest picture, in bytes.
const LARGEST_PICTURE: usize = 8 << 20;

/// The longest name, in letters, and the name of a picture without one.
const LONGEST_NAME: usize = 60;
const UNNAMED: &str = "image";

/// How many names are tried.
const NAMES: u32 = 1000;

impl Desk {
    /// Writes a picture; gives its name.
    pub(super) fn picture(&self, guide: &ReadGuide, wanted: &Value) -> Done {
        let file = self.file(guide, wanted)?;
        let bytes = wanted["data"].as_str().and_then(from_base64);
        let bytes = bytes.ok_or_else(|| self.refuse(StatusCode::BAD_REQUEST, "refused"))?;
        if bytes.len() > LARGEST_PICTURE {
            return Err(self.refuse(StatusCode::PAYLOAD_TOO_LARGE, "picture-large"));
        }
        let ending = ending(&bytes);
        let ending = ending.ok_or_else(|| self.refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-kind"))?;
        let _writing = self.begin_write()?;
        let stem = stem(wanted["name"].as_str().unwrap_or_default());
        let name = free_name(&file, &stem, ending);
        let name = name.ok_or_else(|| self.refuse(StatusCode::CONFLICT, "refused"))?;
        let path = folder(&file).join(&name);
        source::replace(&path, None, &bytes).map_err(|failure| self.failed(&failure))?;
        Ok(json!({ "name": name }))
    }
}

fn folder(file: &EditedPage) -> &Path {
    file.path().parent().expect("a page is in a folder")
}

/// A name that no file of the page's folder has.
fn free_name(file: &EditedPage, stem: &str, ending: &str) -> Option<String> {
    let number = |number: u32| if number == 1 { String::new() } else { format!("-{number}") };
    let mut names = (1..NAMES).map(|at| format!("{stem}{}.{ending}", number(at)));
    names.find(|name| folder(file).join(name).symlink_metadata().is_err())
}

/// The name of a file without its ending, fit for an address.
fn stem(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let short: String = slug(stem).chars().take(LONGEST_NAME).collect();
    let short = short.trim_matches('-');
    if short.is_empty() { UNNAMED.to_owned() } else { short.to_owned() }
}

/// The ending for pictures with these first bytes.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    let has = |at: usize, mark: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(mark));
    match () {
        () if begins(b"\x89PNG\r\n\x1a\n") => Some("png"),
        () if begins(b"\xff\xd8\xff") => Some("jpg"),
        () if begins(b"GIF87a") || begins(b"GIF89a") => Some("gif"),
        () if begins(b"RIFF") && has(8, b"WEBP") => Some("webp"),
        () if has(4, b"ftypavif") => Some("avif"),
        () => None,
    }
}

/// Reads base64 (RFC 4648, section 4); none where something else stands in it.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.trim_end_matches('=').bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0x00ff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read() {
        for (text, bytes) in
            [("", &b""[..]), ("Zg==", b"f"), ("Zm8=", b"fo"), ("Zm9v", b"foo"), ("/+8A", b"\xff\xef\0")]
        {
            assert_eq!(from_base64(text).as_deref(), Some(bytes), "{text}");
        }
        assert_eq!((from_base64("Zm 9v"), from_base64("é")), (None, None));
    }

    #[test]
    fn names_are_fit_for_addresses() {
        assert_eq!(
            (stem("Plan d’accès.PNG").as_str(), stem("../../.htaccess").as_str()),
            ("plan-d-acces", "image")
        );
        assert_eq!((stem("").as_str(), stem(&"a".repeat(300)).len()), ("image", LONGEST_NAME));
        assert_eq!((ending(b"GIF89a..."), ending(b"<svg/>"), ending(b"")), (Some("gif"), None, None));
    }
}
