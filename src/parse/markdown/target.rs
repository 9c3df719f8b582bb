//! What a link points at, read from its text and the path of its page alone.
use crate::model::{Anchor, Code, Delay, EntryId, EntryKey, Kind, SourcePath, Target, codes, join_path};
use crate::parse::fields::address::{self, AddressSlip};
use crate::text::scan::Bytes;
use std::borrow::Cow;

/// What the text of a link says.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::parse) enum Written {
    /// A target that can be shown or asked about.
    Target(Target),
    /// `contact:*`
    Directory(Kind),
    /// `checklist:*`, `checklist:ROLE`
    Tasks(Option<EntryKey>),
    /// `due:J-30`
    Due(Delay),
    /// A slip: the code and the value of its variable, if it has one.
    Slip(Code, Option<(&'static str, String)>),
}

/// Reads the destination of a link as Markdown gives it: entities and escapes already resolved.
pub(in crate::parse) fn read(file: &SourcePath, written: &str) -> Written {
    // Browsers drop control characters and blanks around an address, and line breaks and tabs inside it: so a scheme
    // is looked for in what they would see.
    let seen: Cow<'_, str> = if has_control(written) {
        Cow::Owned(written.chars().filter(|letter| !letter.is_control()).collect())
    } else {
        Cow::Borrowed(written)
    };
    let seen = seen.trim();
    if seen.is_empty() {
        return slip(codes::LINK_EMPTY);
    }
    if seen == "#" {
        return slip(codes::LINK_HASH_ONLY);
    }
    if matches!(seen.as_bytes(), [b'/' | b'\\', b'/' | b'\\', ..]) {
        return slip(codes::LINK_PROTOCOL_RELATIVE);
    }
    if let Some((scheme, rest)) = scheme(seen) {
        return with_scheme(&scheme, rest, seen);
    }
    if seen.starts_with(['/', '\\']) {
        return slip(codes::LINK_ABSOLUTE);
    }
    relative(file, seen)
}

/// Whether a text holds a control character. Those beyond ASCII begin with one byte.
fn has_control(text: &str) -> bool {
    CONTROLS.next(text.as_bytes(), 0).is_some() && text.chars().any(char::is_control)
}

const CONTROLS: Bytes = Bytes::of("\u{7f}").and(&[0xc2]).and_range(0, 0x1f);

fn slip(code: Code) -> Written {
    Written::Slip(code, None)
}

/// A scheme and what follows it (RFC 3986, section 3.1), the scheme in lower case.
fn scheme(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let colon = text.bytes().position(|byte| byte == b':')?;
    let (scheme, rest) = (&text[..colon], &text[colon + 1..]);
    let mut letters = scheme.bytes();
    let first = letters.next()?.is_ascii_alphabetic();
    let others = letters.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    let lower = || {
        if scheme.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(scheme.to_ascii_lowercase())
        } else {
            Cow::Borrowed(scheme)
        }
    };
    (first && others).then(|| (lower(), rest))
}

fn with_scheme(scheme: &str, rest: &str, seen: &str) -> Written {
    if let Some(kind) = Kind::of_scheme(scheme) {
        return if rest == "*" { Written::Directory(kind) } else { entry(kind, rest) };
    }
    match scheme {
        "http" | "https" => match address::web(seen) {
            Ok(web) => Written::Target(Target::Web(web.0)),
            Err(AddressSlip::Empty | AddressSlip::NoScheme | AddressSlip::Scheme) => {
                slip(codes::LINK_BAD_ADDRESS)
            }
            Err(_) => slip(codes::LINK_BAD_ADDRESS),
        },
        "mailto" => {
            let address = rest.split('?').next().unwrap_or_default();
            match address::email(address) {
                Some(email) => Written::Target(Target::Mail(format!("mailto:{}", email.0))),
                None => slip(codes::LINK_BAD_ADDRESS),
            }
        }
        "tel" => {
            let number: String =
                rest.chars().filter(|letter| !matches!(letter, ' ' | '.' | '-' | '(' | ')')).collect();
            let digits = number.strip_prefix('+').unwrap_or(&number);
            if (2..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                Written::Target(Target::Phone(format!("tel:{number}")))
            } else {
                slip(codes::LINK_BAD_ADDRESS)
            }
        }
        "checklist" => match rest {
            "*" => Written::Tasks(None),
            id if EntryId::is_valid(id) => Written::Tasks(Some(EntryKey::new(Kind::Role, id))),
            _ => bad_id(scheme, rest),
        },
        "due" => match Delay::parse(rest) {
            Some(delay) => Written::Due(delay),
            None => Written::Slip(codes::TASK_BAD_DELAY, Some(("text", rest.to_owned()))),
        },
        _ => Written::Slip(codes::LINK_FORBIDDEN_SCHEME, Some(("scheme", scheme.to_owned()))),
    }
}

fn entry(kind: Kind, id: &str) -> Written {
    if EntryId::is_valid(id) {
        Written::Target(Target::Entry(EntryKey::new(kind, id)))
    } else {
        bad_id(kind.scheme(), id)
    }
}

fn bad_id(kind: &str, id: &str) -> Written {
    Written::Slip(codes::REGISTRY_BAD_ID, Some(("id", format!("{kind}:{id}"))))
}

fn relative(file: &SourcePath, seen: &str) -> Written {
    let (path, anchor) = match seen.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (seen, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    let Some(path) = percent_decoded(path) else { return slip(codes::LINK_BAD_ADDRESS) };
    let Some(place) = anchor.map_or(Some(None), |anchor| percent_decoded(anchor).map(Some)) else {
        return slip(codes::LINK_BAD_ADDRESS);
    };
    let place = place.filter(|place| !place.is_empty()).map(|place| Anchor::new(place.as_ref()));
    if path.is_empty() {
        return Written::Target(Target::Page(file.clone(), place));
    }
    let Some(full) = join_path(file.folder(), &path) else { return slip(codes::LINK_OUTSIDE) };
    let is_folder = path.ends_with('/') || matches!(path.rsplit('/').next(), Some("." | ".."));
    let name = full.rsplit('/').next().unwrap_or_default();
    if is_folder {
        return Written::Target(Target::Page(SourcePath::new(format!("{full}/index.md")), place));
    }
    if name.rsplit_once('.').is_none_or(|(_, ending)| ending.eq_ignore_ascii_case("md")) {
        return Written::Target(Target::Page(SourcePath::new(full), place));
    }
    let after = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
    Written::Target(Target::Asset(SourcePath::new(full), after))
}

/// The path of an image: a file of the guide, nothing else.
pub(in crate::parse) fn read_image(file: &SourcePath, written: &str) -> Written {
    match read(file, written) {
        Written::Target(Target::Page(path, _)) if path != *file => {
            Written::Target(Target::Asset(path, String::new()))
        }
        Written::Target(Target::Asset(path, after)) => Written::Target(Target::Asset(path, after)),
        Written::Target(Target::Web(_)) => slip(codes::IMAGE_REMOTE),
        Written::Slip(code, arg) => Written::Slip(code, arg),
        _ => slip(codes::LINK_BAD_ADDRESS),
    }
}

/// Resolves `%XX`; `None` when the bytes are no UTF-8 text or hold a control character. A percent sign that begins no
/// such pair stands for itself, as people write it.
fn percent_decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut out = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        if let Some(pair) = pair.filter(|pair| pair.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            out.push(u8::from_str_radix(pair, 16).expect("two hexadecimal digits are a byte"));
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    let decoded = String::from_utf8(out).ok()?;
    (!decoded.chars().any(char::is_control)).then_some(Cow::Owned(decoded))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(written: &str) -> Written {
        read(&SourcePath::new("guide/a/b.md"), written)
    }

    fn page(path: &str, anchor: Option<&str>) -> Written {
        Written::Target(Target::Page(SourcePath::new(path), anchor.map(Anchor::new)))
    }

    #[test]
    fn pages_and_files_are_found_from_their_page() {
        assert_eq!(target("c.md"), page("guide/a/c.md", None));
        assert_eq!(target("../c.md#x"), page("guide/c.md", Some("x")));
        assert_eq!(target("#x"), page("guide/a/b.md", Some("x")));
        assert_eq!(target("sous/"), page("guide/a/sous/index.md", None));
        assert_eq!(target("l%C3%A0.md"), page("guide/a/là.md", None));
        assert_eq!(target("100%.md"), page("guide/a/100%.md", None));
        let file = Target::Asset(SourcePath::new("guide/a/é (1).pdf"), "#page=2".to_owned());
        assert_eq!(target("é%20(1).pdf#page=2"), Written::Target(file));
    }

    #[test]
    fn nothing_leaves_the_guide() {
        assert_eq!(target("../../x.md"), slip(codes::LINK_OUTSIDE));
        assert_eq!(target("%2e%2e/%2e%2e/x.md"), slip(codes::LINK_OUTSIDE));
        assert_eq!(target("//host/x"), slip(codes::LINK_PROTOCOL_RELATIVE));
        assert_eq!(target("\\/host"), slip(codes::LINK_PROTOCOL_RELATIVE));
        assert_eq!(target("/x"), slip(codes::LINK_ABSOLUTE));
    }

    #[test]
    fn scripts_are_refused_in_every_disguise() {
        for disguise in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\tscript:x",
            " javascript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
        ] {
            assert!(
                matches!(target(disguise), Written::Slip(code, _) if code == codes::LINK_FORBIDDEN_SCHEME),
                "{disguise:?}"
            );
        }
        assert!(matches!(target("javascript%3Aalert(1)"), Written::Target(Target::Page(..))));
    }

    #[test]
    fn references_name_the_registry() {
        assert_eq!(
            target("contact:a-b"),
            Written::Target(Target::Entry(EntryKey::new(Kind::Contact, "a-b")))
        );
        assert_eq!(target("contact:*"), Written::Directory(Kind::Contact));
        assert_eq!(target("checklist:*"), Written::Tasks(None));
        assert_eq!(target("due:J-30"), Written::Due(Delay::parse("J-30").unwrap()));
        assert!(matches!(target("contact:A b"), Written::Slip(code, _) if code == codes::REGISTRY_BAD_ID));
    }
}
