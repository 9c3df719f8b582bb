//! Reads the destination of a link. It depends on the text of the link and the path of its page, on nothing else.
use crate::language::periods::delay;
use crate::model::{
    Anchor, Code, Delay, EntryId, EntryKey, Kind, SEARCH_MARK, SourcePath, Target, codes, join_path,
};
use crate::parse::fields::address;
use crate::text::composed::composed;
use crate::text::percent;
use std::borrow::Cow;

/// The destination of a link.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::parse) enum Destination {
    /// A page, a file, an address or an entry.
    Target(Target),
    /// `contact:*`
    Directory(Kind),
    /// `checklist:*`, `checklist:ROLE`
    Tasks(Option<EntryKey>),
    /// `due:J-30`
    Due(Delay),
    /// A mistake: its code, and the argument of the diagnostic, if it has one.
    Mistake(Code, Option<(&'static str, String)>),
}

/// Reads a destination in which entities and escapes of Markdown are resolved.
pub(in crate::parse) fn read(file: &SourcePath, written: &str) -> Destination {
    // Browsers ignore tabs and line breaks in an address, and control characters and blanks around it (WHATWG URL,
    // 4.4). The scheme is read as they would read it, so that `java\tscript:` is recognised.
    let text: Cow<'_, str> = if written.contains(char::is_control) {
        Cow::Owned(written.chars().filter(|letter| !letter.is_control()).collect())
    } else {
        Cow::Borrowed(written)
    };
    let text = text.trim();
    if text.is_empty() {
        return mistake(codes::LINK_EMPTY);
    }
    if text == "#" {
        return mistake(codes::LINK_HASH_ONLY);
    }
    if matches!(text.as_bytes(), [b'/' | b'\\', b'/' | b'\\', ..]) {
        return mistake(codes::LINK_PROTOCOL_RELATIVE);
    }
    if let Some((scheme, rest)) = scheme(text) {
        return with_scheme(&scheme, rest, text);
    }
    if text.starts_with(['/', '\\']) {
        return mistake(codes::LINK_ABSOLUTE);
    }
    relative(file, text)
}

/// What the destination of a link means in a page, with entities and escapes of Markdown resolved; none where it means
/// nothing that a link can lead to.
pub(crate) fn link_target(page: &SourcePath, written: &str) -> Option<Target> {
    match read(page, written) {
        Destination::Target(target) => Some(target),
        Destination::Tasks(Some(role)) => Some(Target::Entry(role)),
        _ => None,
    }
}

fn mistake(code: Code) -> Destination {
    Destination::Mistake(code, None)
}

/// A scheme and what follows it (RFC 3986, section 3.1), the scheme in lower case.
fn scheme(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then(|| (scheme.to_ascii_lowercase(), rest))
}

fn with_scheme(scheme: &str, rest: &str, text: &str) -> Destination {
    if let Some(kind) = Kind::of_scheme(scheme) {
        return if rest == "*" { Destination::Directory(kind) } else { entry(kind, rest) };
    }
    match scheme {
        "http" | "https" => match address::web(text) {
            Ok(web) => Destination::Target(Target::Web(web.0)),
            Err(_) => mistake(codes::LINK_BAD_ADDRESS),
        },
        "mailto" => {
            let address = rest.split('?').next().unwrap_or_default();
            match address::email(address) {
                Some(email) => Destination::Target(Target::Mail(format!("mailto:{}", email.0))),
                None => mistake(codes::LINK_BAD_ADDRESS),
            }
        }
        "tel" => {
            let number: String =
                rest.chars().filter(|letter| !matches!(letter, ' ' | '.' | '-' | '(' | ')')).collect();
            let digits = number.strip_prefix('+').unwrap_or(&number);
            if (2..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                Destination::Target(Target::Phone(format!("tel:{number}")))
            } else {
                mistake(codes::LINK_BAD_ADDRESS)
            }
        }
        "checklist" => match rest {
            "*" => Destination::Tasks(None),
            id if EntryId::is_valid(id) => Destination::Tasks(Some(EntryKey::new(Kind::Role, id))),
            _ => bad_id(scheme, rest),
        },
        "due" => match delay(rest) {
            Some(delay) => Destination::Due(delay),
            None => Destination::Mistake(codes::TASK_BAD_DELAY, Some(("text", rest.to_owned()))),
        },
        _ => Destination::Mistake(codes::LINK_FORBIDDEN_SCHEME, Some(("scheme", scheme.to_owned()))),
    }
}

fn entry(kind: Kind, id: &str) -> Destination {
    if EntryId::is_valid(id) {
        Destination::Target(Target::Entry(EntryKey::new(kind, id)))
    } else {
        bad_id(kind.scheme(), id)
    }
}

fn bad_id(kind: &str, id: &str) -> Destination {
    Destination::Mistake(codes::REGISTRY_BAD_ID, Some(("id", format!("{kind}:{id}"))))
}

fn relative(file: &SourcePath, text: &str) -> Destination {
    let (path, anchor) = match text.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (text, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    let Some(path) = decoded(path) else { return mistake(codes::LINK_BAD_ADDRESS) };
    let Some(fragment) = anchor.map_or(Some(None), |anchor| fragment(anchor).map(Some)) else {
        return mistake(codes::LINK_BAD_ADDRESS);
    };
    let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(Anchor::new);
    if path.is_empty() {
        return Destination::Target(Target::Page(file.clone(), fragment));
    }
    let Some(full) = join_path(file.folder(), &path) else { return mistake(codes::LINK_OUTSIDE) };
    // A file may be stored with its accents apart from their letters; the site knows it by the composed name.
    let full = match composed(&full) {
        Cow::Owned(name) => name,
        Cow::Borrowed(_) => full,
    };
    let is_folder = path.ends_with('/') || matches!(path.rsplit('/').next(), Some("." | ".."));
    let name = full.rsplit('/').next().unwrap_or_default();
    if is_folder {
        return Destination::Target(Target::Page(SourcePath::new(format!("{full}/index.md")), fragment));
    }
    if name.rsplit_once('.').is_none_or(|(_, ending)| ending.eq_ignore_ascii_case("md")) {
        return Destination::Target(Target::Page(SourcePath::new(full), fragment));
    }
    let after = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
    Destination::Target(Target::Asset(SourcePath::new(full), after))
}

/// The place of a fragment, decoded, and what browsers shall look for there (`:~:text=…`), as written.
fn fragment(written: &str) -> Option<String> {
    let (place, search) = written.split_at(written.find(SEARCH_MARK).unwrap_or(written.len()));
    Some(decoded(place)?.into_owned() + search)
}

/// Reads the path of an image, which must be a file of the guide.
pub(in crate::parse) fn read_image(file: &SourcePath, written: &str) -> Destination {
    match read(file, written) {
        Destination::Target(Target::Page(path, _)) if path != *file => {
            Destination::Target(Target::Asset(path, String::new()))
        }
        Destination::Target(Target::Asset(path, after)) => Destination::Target(Target::Asset(path, after)),
        Destination::Target(Target::Web(_)) => mistake(codes::IMAGE_REMOTE),
        Destination::Mistake(code, arg) => Destination::Mistake(code, arg),
        _ => mistake(codes::LINK_BAD_ADDRESS),
    }
}

/// Resolves `%XX`; `None` when the bytes are not UTF-8 or hold a control character.
fn decoded(text: &str) -> Option<Cow<'_, str>> {
    let is_safe = |decoded: &Cow<'_, str>| !decoded.chars().any(char::is_control);
    if text.contains('%') { percent::decode(text).filter(is_safe) } else { Some(Cow::Borrowed(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(written: &str) -> Destination {
        read(&SourcePath::new("guide/a/b.md"), written)
    }

    fn page(path: &str, anchor: Option<&str>) -> Destination {
        Destination::Target(Target::Page(SourcePath::new(path), anchor.map(Anchor::new)))
    }

    #[test]
    fn paths_are_relative_to_the_page() {
        assert_eq!(target("c.md"), page("guide/a/c.md", None));
        assert_eq!(target("../c.md#x"), page("guide/c.md", Some("x")));
        assert_eq!(target("#x"), page("guide/a/b.md", Some("x")));
        assert_eq!(target("c.md#l%C3%A0:~:text=a%20b"), page("guide/a/c.md", Some("là:~:text=a%20b")));
        assert_eq!(target("sous/"), page("guide/a/sous/index.md", None));
        assert_eq!(target("l%C3%A0.md"), page("guide/a/là.md", None));
        assert_eq!(target("100%.md"), page("guide/a/100%.md", None));
        let file = Target::Asset(SourcePath::new("guide/a/é (1).pdf"), "#page=2".to_owned());
        assert_eq!(target("é%20(1).pdf#page=2"), Destination::Target(file));
    }
}
