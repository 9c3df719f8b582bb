//! The files of the site that a page leads to, by their paths.
use crate::text::percent::decode;

/// The paths that the links of a page lead to, each as often as it is linked. Links to other sites are left out.
pub(super) fn of_page(page: &str, html: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(html);
    let mut found = Vec::new();
    for name in [" href=\"", " src=\""] {
        for part in text.split(name).skip(1) {
            let link = part.split('"').next().unwrap_or_default();
            found.extend(target(page, link));
        }
    }
    found
}

/// The path that a link of a page leads to, if it stays inside the site.
fn target(page: &str, link: &str) -> Option<String> {
    let link = link.replace("&amp;", "&");
    let path = link.split(['#', '?']).next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    if path.is_empty() || path.starts_with('/') || first.contains(':') {
        return None;
    }
    let decoded = decode(path)?;
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    let mut names = decoded.split('/').peekable();
    let mut is_folder = false;
    while let Some(name) = names.next() {
        is_folder = matches!(name, "" | "." | "..");
        match name {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            "" if names.peek().is_none() => {}
            name => parts.push(name),
        }
    }
    if is_folder {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_as_browsers_read_them() {
        let html = br##"<a href="../b/#x">b</a><a class=x href="./">self</a><a href="https://a.fr/">no</a>
            <img src="p%20q.png?1&amp;2"><a href="mailto:a@b.fr"></a><a href="#top"></a><a href="../../../x"></a>"##;
        assert_eq!(of_page("a/c/index.html", html), ["a/b/index.html", "a/c/index.html", "a/c/p q.png"]);
        assert_eq!(of_page("a/index.html", b"<a href=\"..\">"), ["index.html"]);
    }
}
