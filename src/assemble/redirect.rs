//! Redirects from former addresses of pages.
use super::address::{Holder, TakenAddresses};
use crate::model::{Diagnostic, Page, PageId, PageUrl, Parsed, Redirect, SourcePath, Span, codes};

/// A redirect for every alias whose address is free, in reading order.
pub(super) fn all(
    pages: &[Page],
    addresses: &mut TakenAddresses,
    parsed: &Parsed,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (page, to) in pages.iter().zip((0..).map(PageId)) {
        for alias in &page.outline.aliases {
            let span = || span_of(parsed, &page.source, alias);
            // The parser has reported an alias that is no address.
            let Some(from) = address(alias) else { continue };
            let holder = Holder { url: from.clone(), source: Some(page.source.clone()), page: Some(to) };
            let Err(first) = addresses.claim(holder) else {
                redirects.push(Redirect { from, to });
                continue;
            };
            let is_alias = first.page.is_some_and(|id| pages[id.0 as usize].url != first.url);
            let code = if !is_alias {
                codes::ADDRESS_ALIAS_OVER_PAGE
            } else if first.page == Some(to) && first.url == from {
                continue; // The page names the same alias twice.
            } else {
                codes::ADDRESS_DUPLICATE_ALIAS
            };
            let diagnostic = Diagnostic::new(code, span());
            diagnostics.push(diagnostic.arg("address", from.as_str()).arg("other", first.name()));
        }
    }
    redirects
}

/// An alias as an address. It begins at the root, and is a folder unless its last part has an ending.
fn address(alias: &str) -> Option<PageUrl> {
    let inside = alias.strip_prefix('/')?;
    let (folders, last) = inside.rsplit_once('/').unwrap_or(("", inside));
    let odd = |part: &str| part.is_empty() || part == "." || part == ".." || part.contains(['\\', '?', '#']);
    if inside.is_empty() || (!folders.is_empty() && folders.split('/').any(odd)) {
        return None;
    }
    if last.is_empty() {
        return (!folders.is_empty()).then(|| PageUrl::new(alias));
    }
    if odd(last) {
        return None;
    }
    Some(if last.contains('.') { PageUrl::new(alias) } else { PageUrl::new(format!("{alias}/")) })
}

fn span_of(parsed: &Parsed, file: &SourcePath, alias: &str) -> Span {
    let written = parsed.pages.get(file).and_then(|kept| {
        kept.value.value.front.aliases.iter().find(|located| {
            // The outline may add a slash at the end.
            located.value == alias || Some(located.value.as_str()) == alias.strip_suffix('/')
        })
    });
    written.map_or_else(|| Span::start_of(file), |located| located.span.clone())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_alias_begins_at_the_root() {
        let read = |text| address(text).map(|url| url.as_str().to_owned());
        assert_eq!(read("/ancien/"), Some("/ancien/".to_owned()));
        assert_eq!(read("/ancien"), Some("/ancien/".to_owned()));
        assert_eq!(read("/a/vieux.html"), Some("/a/vieux.html".to_owned()));
        for bad in ["", "/", "ancien/", "//hote/", "/a/../b/", "/a//b/", "/a?b/", "/.."] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
