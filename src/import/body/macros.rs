//! Replaces what stands for a part of an address: `{{ site.baseurl }}`, `{{< ref "a" >}}`, `{% link a.md %}`.
//!
//! A target with blanks in it is no link for Markdown, so this comes before any Markdown is read.
use super::context::BodyContext;
use super::fences::{Fences, code, holds};
use super::lines::SourceLine;
use crate::import::source::paths::name;
use crate::model::ForeignKind;

/// Replaces them in lines that are no code.
pub(super) fn replace(context: &BodyContext<'_>, mut lines: Vec<SourceLine>) -> Vec<SourceLine> {
    let mut fences = Fences::default();
    for line in &mut lines {
        if fences.hold(&line.text) {
            continue;
        }
        if line.text.contains('{') {
            line.text = replaced(context, &line.text);
        }
        if line.text.contains("](") && context.program.kind.is_python_markdown() {
            line.text = without_blanks(&line.text);
        }
    }
    lines
}

/// Targets with blanks, which the Markdown of Python takes: `[a](b c.md "T")`.
fn without_blanks(line: &str) -> String {
    let hidden = code(line);
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    while let Some(next) = line[at..].find("](") {
        let start = at + next + 2;
        out.push_str(&line[at..start]);
        at = start;
        let rest = &line[start..];
        let Some(end) = rest.find(')').filter(|_| !rest.starts_with('<') && !holds(&hidden, start)) else {
            continue;
        };
        let target = &rest[..rest[..end].find(['"', '\'']).unwrap_or(end)];
        let bare = target.trim();
        if bare.contains(' ') && bare.rsplit('/').next().is_some_and(|name| name.contains('.')) {
            out.push_str(&bare.replace(' ', "%20"));
            at += target.trim_end().len();
        }
    }
    out.push_str(&line[at..]);
    out
}

fn replaced(context: &BodyContext<'_>, line: &str) -> String {
    let hidden = code(line);
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    while let Some(next) = line[at..].find('{') {
        out.push_str(&line[at..at + next]);
        at += next;
        let found = if holds(&hidden, at) { None } else { stands_for(context, &line[at..]) };
        if let Some((length, text)) = found {
            out.push_str(&text);
            at += length;
        } else {
            out.push('{');
            at += 1;
        }
    }
    out.push_str(&line[at..]);
    out
}

/// The length of what a text begins with, and what it stands for.
fn stands_for(context: &BodyContext<'_>, text: &str) -> Option<(usize, String)> {
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")] {
        let Some(rest) = text.strip_prefix(open) else { continue };
        let end = rest.find(close)?;
        let inner = rest[..end].trim().trim_matches('-').trim();
        let length = open.len() + end + close.len();
        let of_zola = || shortcode(inner, open).filter(|_| context.program.kind == ForeignKind::Zola);
        return if open == "{{" { output(context, inner) } else { tag(context, inner) }
            .or_else(of_zola)
            .map(|found| (length, found));
    }
    None
}

/// A shortcode of Zola in the form of Hugo's: `{{ name(a="b") }}`, `{% name(a="b") %}`, `{% end %}`.
fn shortcode(inner: &str, open: &str) -> Option<String> {
    let (name, arguments) = inner.split_once('(')?;
    let arguments = arguments.strip_suffix(')')?;
    let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let end = if open == "{{" { " /" } else { "" };
    is_name.then(|| format!("{{{{< {name} {}{end} >}}}}", arguments.replace(", ", " ")))
}

/// `site.baseurl`, `"/a/" | relative_url`
fn output(context: &BodyContext<'_>, inner: &str) -> Option<String> {
    let (value, filter) =
        inner.split_once('|').map_or((inner, ""), |(value, filter)| (value.trim(), filter.trim()));
    let base = context.program.base.trim_end_matches('/').to_owned();
    match value {
        "site.baseurl" | "site.base_url" | "base_url" | "config.site_url" | "get_url(path=\"\")" => {
            Some(base)
        }
        "site.url" | "site.BaseURL" | ".Site.BaseURL" => Some(String::new()),
        _ => {
            let is_address = filter.starts_with("relative_url")
                || filter.starts_with("absolute_url")
                || filter.starts_with("relURL")
                || filter.starts_with("prepend: site.baseurl");
            let path = value.trim_matches(['"', '\'']);
            (is_address && path.len() < value.len())
                .then(|| format!("{base}/{}", path.trim_start_matches('/')))
        }
    }
}

/// `ref "a"`, `relref "a"`, `link a.md`, `post_url a`
fn tag(context: &BodyContext<'_>, inner: &str) -> Option<String> {
    let (verb, rest) = inner.split_once(char::is_whitespace)?;
    let argument = rest.trim().split('"').nth(1).unwrap_or_else(|| rest.trim().trim_matches('\''));
    match verb {
        "ref" | "relref" => Some(argument.replace(' ', "%20")),
        "link" => Some(format!("/{}", argument.trim_start_matches('/'))),
        "post_url" => {
            let wanted = name(argument);
            let path = context.tree.files.keys().find(|path| {
                path.contains("_posts/")
                    && name(path).rsplit_once('.').is_some_and(|(stem, _)| stem == wanted)
            })?;
            Some(format!("/{path}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::book::{AddressRule, Program};
    use crate::import::source::slugs::SlugRule;
    use crate::model::ForeignTree;

    #[test]
    fn targets_with_blanks_are_links() {
        let text = "[a](b c.md) ![d](e f.png \"T u\") `[a](b c.md)` [g](h.md) [i](<j k.md>) [l](m n)";
        let expected = "[a](b%20c.md) ![d](e%20f.png \"T u\") `[a](b c.md)` [g](h.md) [i](<j k.md>) [l](m n)";
        assert_eq!(without_blanks(text), expected);
    }

    #[test]
    fn parts_of_addresses_are_replaced() {
        let mut program = Program::new(ForeignKind::Jekyll, "", SlugRule::Github, AddressRule::Both);
        program.at("https://a.fr/docs");
        let tree = ForeignTree::default();
        let context = BodyContext { tree: &tree, program: &program, path: "a.md" };
        let text = "[a]({{ site.baseurl }}/x/) [b]({% link b.md %}) [c]({{< relref \"c.md#d\" >}}) `{{ site.baseurl }}` {{ x }} {{ \"/y\" | relative_url }}";
        assert_eq!(
            replaced(&context, text),
            "[a](/docs/x/) [b](/b.md) [c](c.md#d) `{{ site.baseurl }}` {{ x }} /docs/y"
        );
        program.kind = ForeignKind::Zola;
        let context = BodyContext { tree: &tree, program: &program, path: "a.md" };
        let text = replaced(&context, "{{ figure(src=\"a.png\", alt=\"b\") }} {{ x }}");
        assert_eq!(text, "{{< figure src=\"a.png\" alt=\"b\" / >}} {{ x }}");
    }
}
