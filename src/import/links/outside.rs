//! Targets that lead out of the source: to another part of the site on which it was published, or to what its program makes.
use crate::import::source::book::{AddressRule, Program};
use crate::import::source::paths::{ends_with, folder, join};
use crate::model::ForeignKind;

/// Where such a target led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outside {
    /// To this address.
    Address(String),
    /// To an address that the settings do not tell.
    Unknown,
}

/// Where a target led that means nothing in the source; none where it means a page of the site itself. `address` is that of the
/// page, from the root of the site.
pub(super) fn read(program: &Program, file: &str, address: &str, target: &str) -> Option<Outside> {
    if program.addresses == AddressRule::None {
        let leaves = join(folder(file), bare(target)).is_none();
        return leaves.then_some(Outside::Unknown);
    }
    let base = program.base.trim_matches('/');
    let (path, leaves) = if let Some(path) = bare(target).strip_prefix('/') {
        (path.to_owned(), !is_below(base, path))
    } else {
        let page = format!("{base}/{}", address.trim_start_matches('/'));
        let (path, is_above) = clamped(folder(&page), bare(target));
        let leaves_tree = join(folder(file), bare(target)).is_none();
        let is_outside = is_above || leaves_tree || !is_below(base, &path);
        (path, is_outside)
    };
    if !leaves {
        return None;
    }
    let host = program.site.as_ref().and_then(|site| {
        let (scheme, rest) = site.split_once("://")?;
        Some(format!("{scheme}://{}", rest.split('/').next()?))
    });
    let tail = &target[bare(target).len()..];
    Some(host.map_or(Outside::Unknown, |host| Outside::Address(format!("{host}/{path}{tail}"))))
}

/// The published address of a target from the root of the site, where the settings tell it.
pub(super) fn published(program: &Program, target: &str) -> Option<String> {
    let (site, inside) = (program.site.as_ref()?, target.strip_prefix(program.base.as_str())?);
    Some(format!("{site}{inside}"))
}

/// A target without its question and its place.
fn bare(target: &str) -> &str {
    target.split(['#', '?']).next().unwrap_or_default()
}

fn is_below(base: &str, path: &str) -> bool {
    base.is_empty() || path == base || path.strip_prefix(base).is_some_and(|rest| rest.starts_with('/'))
}

/// A way from a folder as browsers follow it, which stop at the root; and whether it led above.
fn clamped(folder: &str, way: &str) -> (String, bool) {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut is_above = false;
    for part in way.split('/') {
        match part {
            "" | "." => {}
            ".." => is_above |= parts.pop().is_none(),
            part => parts.push(part),
        }
    }
    let end = if way.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    (parts.join("/") + end, is_above)
}

/// Whether `DocFX` makes the file of the documentation of code.
pub(super) fn is_generated(program: &Program, target: &str) -> bool {
    program.kind == ForeignKind::Docfx && ends_with(bare(target), ".yml")
}

/// The published address of a file that a theme or a program may have supplied, such as an icon or a feed: neither a page nor
/// what an author writes.
pub(super) fn supplied(program: &Program, file: &str, target: &str) -> Option<String> {
    let endings = [".ico", ".xml", ".css", ".js", ".txt", ".webmanifest"];
    if !endings.iter().any(|ending| ends_with(bare(target), ending)) {
        return None;
    }
    let (way, prefix) = program.place(file)?;
    let inside = join(&format!("{prefix}{}", folder(way)), target)?;
    let from_root =
        if target.starts_with('/') { target.to_owned() } else { format!("{}{inside}", program.base) };
    published(program, &from_root)
}

/// What `GitBook` writes where the page of a link is gone.
pub(super) fn is_broken_mark(target: &str) -> bool {
    target.trim_matches('/') == "broken-reference" || target.starts_with("/broken/")
}

/// Whether a template of the site makes an address of a target whose scheme no browser knows: `docs:kirigami`.
pub(super) fn has_made_scheme(program: &Program, target: &str) -> bool {
    const KNOWN: [&str; 12] =
        ["http", "https", "mailto", "tel", "ftp", "ftps", "sms", "geo", "xmpp", "irc", "ircs", "matrix"];
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.trim().to_ascii_lowercase());
    program.makes_links
        && scheme.is_some_and(|scheme| !scheme.is_empty() && !KNOWN.contains(&scheme.as_str()))
}

/// Whether a template of the site makes the address: `{{ page.url }}`, or one word where a program takes names.
pub(super) fn is_made(program: &Program, target: &str) -> bool {
    let is_word =
        !target.is_empty() && target.chars().all(|letter| letter.is_alphanumeric() || "-_".contains(letter));
    program.makes_links && is_word || target.contains("{{") || target.contains("{%")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::slugs::SlugRule;

    #[test]
    fn targets_above_the_site_lead_to_its_host() {
        let mut program = Program::new(ForeignKind::Mdbook, "src", SlugRule::Mdbook, AddressRule::File);
        let read = |program: &Program, target: &str| read(program, "src/a/b.md", "/a/b.html", target);
        assert_eq!(read(&program, "../../std/x.html"), Some(Outside::Unknown));
        assert_eq!((read(&program, "../std/x.html"), read(&program, "/std/")), (None, None));
        program.at("https://a.fr/book/");
        let at = |address: &str| Some(Outside::Address(address.to_owned()));
        assert_eq!(read(&program, "../../std/x.html#y"), at("https://a.fr/std/x.html#y"));
        assert_eq!(read(&program, "../../../../std/"), at("https://a.fr/std/"));
        assert_eq!(read(&program, "/std/x?y"), at("https://a.fr/std/x?y"));
        assert_eq!(read(&program, "../none.html"), None);
        assert_eq!(published(&program, "/book/blog/x").as_deref(), Some("https://a.fr/book/blog/x"));
        let icon = Some("https://a.fr/book/a/i.ico".to_owned());
        assert_eq!(supplied(&program, "src/a/b.md", "i.ico"), icon);
        assert_eq!(supplied(&program, "src/a/b.md", "i.pdf"), None);
        let mut made = Program::new(ForeignKind::Mdbook, "src", SlugRule::Mdbook, AddressRule::File);
        made.at("https://${HOST}/book/");
        assert_eq!(read(&made, "/std/"), Some(Outside::Unknown));
        assert_eq!(published(&made, "/book/blog/x"), None);
        let folder = Program::new(ForeignKind::Folder, "", SlugRule::Github, AddressRule::None);
        assert_eq!(read(&folder, "../../../issues"), Some(Outside::Unknown));
        assert_eq!(read(&folder, "../../none.md"), None);
        assert!(!has_made_scheme(&made, "docs:x"));
        made.makes_links = true;
        let schemes =
            ["docs:x", "HTTPS://a.fr", "mailto:a@b.fr", "a.md"].map(|target| has_made_scheme(&made, target));
        assert_eq!(schemes, [true, false, false, false]);
    }
}
