//! Files that are published as they are, or nearly: the guide's own, the theme's, and two small ones for hosts.
use super::ticks;
use crate::model::{Bytes, Noted, OutPath, Site};
use crate::output::{Output, Plan};
use crate::stamp::Stamp;

/// One file a file.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let guide = plan.site.assets.iter().filter_map(|(source, asset)| {
        let bytes = &plan.sources.get(source)?.bytes;
        Some(plan.copied(asset.path.clone(), bytes, asset.stamp))
    });
    let theme = plan.site.theme.files.iter().filter(|(name, _)| name.starts_with("static/")).filter_map(
        |(name, (source, stamp))| {
            let bytes = &plan.sources.get(source)?.bytes;
            let path = OutPath::new(published_name(name));
            let ours = source.as_str().starts_with("themes/default/");
            if name == ticks::SCRIPT {
                return Some(ticks::make(plan, path, bytes, ours));
            }
            Some(match source.extension() {
                "js" if ours => plan.made(path, Bytes::clone(bytes), lean),
                "css" if ours => plan.made(path, Bytes::clone(bytes), lean_style),
                _ => plan.copied(path, bytes, *stamp),
            })
        },
    );
    let mut files: Vec<Output> = guide.chain(theme).collect();
    // Without it, one well-known host leaves out files that begin with an underscore.
    files.push(plan.made(OutPath::new(".nojekyll"), (), |()| Noted::clean(String::new())));
    let base = plan.site.settings.base_url.clone();
    files.push(plan.made(OutPath::new("robots.txt"), base, |base| {
        let map = base.as_ref().map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
        Noted::clean(format!("User-agent: *\nAllow: /\n{map}"))
    }));
    files
}

/// Where a file of a theme's `static/` is published.
pub(crate) fn published_name(name: &str) -> String {
    format!("theme/{}", name.strip_prefix("static/").unwrap_or(name))
}

/// A file of the theme with a mark of its content behind a `?`.
pub(crate) fn versioned(site: &Site, name: &str) -> String {
    let stamp = site.theme.files.get(name).map_or_else(String::new, |(_, stamp)| stamp.short());
    format!("{}?{stamp}", published_name(name))
}

/// The same for a file that is published with something added to it.
pub(crate) fn marked(site: &Site, name: &str, added: &str) -> String {
    let mark = Stamp::of_bytes(format!("{} {added}", versioned(site, name)).as_bytes());
    format!("{}?{}", published_name(name), mark.short())
}

/// A script or a style without its indentation and the lines that hold nothing but a comment: a first view weighs a
/// kilobyte and a half less. A file with a text over several lines is left as it is.
pub(crate) fn lean(file: &Bytes) -> Noted<Bytes> {
    let Ok(text) = std::str::from_utf8(file) else { return Noted::clean(Bytes::clone(file)) };
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        if !line.matches('`').count().is_multiple_of(2) || line.ends_with('\\') {
            return Noted::clean(Bytes::clone(file));
        }
        let ends = line.ends_with("*/") && line.matches("*/").count() == 1;
        if in_comment || (line.starts_with("/*") && (ends || !line.contains("*/"))) {
            in_comment = !ends;
        } else if !line.is_empty() && !line.starts_with("// ") {
            out.push_str(line);
            out.push('\n');
        }
    }
    Noted::clean(if in_comment { Bytes::clone(file) } else { Bytes::from(out) })
}

/// A style that is lean, and without the blanks and line ends that CSS does not need; a line with a text in it keeps its
/// blanks.
fn lean_style(file: &Bytes) -> Noted<Bytes> {
    let lean = lean(file).value;
    let Ok(text) = std::str::from_utf8(&lean) else { return Noted::clean(lean) };
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if line.contains(['"', '\'', '\\']) {
            out.push_str(line);
        } else {
            let tight = line.replace(": ", ":").replace("; ", ";").replace(", ", ",").replace(" {", "{");
            out.push_str(&tight);
        }
        if !line.ends_with(['{', '}', ';', ',']) {
            out.push('\n');
        }
    }
    Noted::clean(Bytes::from(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaned(text: &'static str) -> Bytes {
        lean(&Bytes::from_static(text.as_bytes())).value
    }

    #[test]
    fn indentation_and_comments_go_and_texts_stay() {
        let script = "// Why.\n/**\n * How.\n */\n  let a = `b`; // here\n\n  /* c */ d();\n";
        assert_eq!(leaned(script), "let a = `b`; // here\n/* c */ d();\n");
        for kept in ["let a = `\n  b`;\n", "  a = 'b\\\n  c';\n", "/* never\n ends\n"] {
            assert_eq!(leaned(kept), kept);
        }
    }

    #[test]
    fn blanks_of_a_style_go_and_those_of_its_texts_stay() {
        let tight = |text: &'static str| lean_style(&Bytes::from_static(text.as_bytes())).value;
        let style = "a :hover, b {\n  margin: 0 -1px; --x: calc(1px + 2px);\n}\n";
        assert_eq!(tight(style), "a :hover,b{margin:0 -1px;--x:calc(1px + 2px);}");
        assert_eq!(tight("a::after { content: \" : \"; }\n"), "a::after { content: \" : \"; }");
        assert_eq!(tight("@media print\n  and (color) {\n}\n"), "@media print\nand (color){}");
    }
}
