//! Scripts and styles without what browsers do not need.
use super::shorten::shorten;
use crate::model::{Bytes, Noted};

/// A script or a style without its indentation and without lines that are only a comment: the first page that a reader opens
/// is 1.5 kB smaller. A file with a string over several lines is left as it is.
fn minify(file: &Bytes) -> Noted<Bytes> {
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

/// A script, minified, with short names of its own variables.
pub(super) fn minify_script(file: &Bytes) -> Noted<Bytes> {
    let minified = minify(file).value;
    let short = std::str::from_utf8(&minified).ok().and_then(shorten).map(Bytes::from);
    Noted::clean(short.unwrap_or(minified))
}

/// A style, minified, and without the spaces, line ends and semicolons that CSS does not need. What stands in quotation marks
/// is left as it is, and so is a line with a backslash.
pub(super) fn minify_style(file: &Bytes) -> Noted<Bytes> {
    let minified = minify(file).value;
    let Ok(text) = std::str::from_utf8(&minified) else { return Noted::clean(minified) };
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if line.starts_with('}') && out.ends_with(';') {
            out.pop();
        }
        if line.contains('\\') {
            out.push_str(line);
        } else {
            push_tight(&mut out, line);
        }
        if !line.ends_with(['{', '}', ';', ',']) {
            out.push('\n');
        }
    }
    Noted::clean(Bytes::from(out))
}

/// What a style can do without, each with what is enough.
const SHORTER: [(&str, &str); 8] =
    [(": ", ":"), ("; ", ";"), (", ", ","), (" {", "{"), ("{ ", "{"), (" > ", ">"), (" }", "}"), (";}", "}")];

/// Appends a line of a style without the spaces that it does not need outside quotation marks.
fn push_tight(out: &mut String, line: &str) {
    let mut rest = line;
    while !rest.is_empty() {
        let begins = rest.find(['"', '\'']);
        let (plain, quoted) = rest.split_at(begins.unwrap_or(rest.len()));
        let tight = SHORTER.iter().fold(plain.to_owned(), |text, (long, short)| text.replace(long, short));
        out.push_str(&tight);
        let mark = quoted.chars().next().unwrap_or_default();
        let ends = quoted.get(1..).and_then(|inside| inside.find(mark)).map_or(quoted.len(), |end| end + 2);
        let (string, after) = quoted.split_at(ends.min(quoted.len()));
        out.push_str(string);
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minified(text: &'static str) -> Bytes {
        minify(&Bytes::from_static(text.as_bytes())).value
    }

    #[test]
    fn indentation_and_comments_go_and_strings_stay() {
        let script = "// Why.\n/**\n * How.\n */\n  let a = `b`; // here\n\n  /* c */ d();\n";
        assert_eq!(minified(script), "let a = `b`; // here\n/* c */ d();\n");
        for kept in ["let a = `\n  b`;\n", "  a = 'b\\\n  c';\n", "/* never\n ends\n"] {
            assert_eq!(minified(kept), kept);
        }
    }

    #[test]
    fn spaces_of_a_style_go_and_those_of_its_strings_stay() {
        let tight = |text: &'static str| minify_style(&Bytes::from_static(text.as_bytes())).value;
        let style = "a :hover, b {\n  margin: 0 -1px; --x: calc(1px + 2px);\n}\n";
        assert_eq!(tight(style), "a :hover,b{margin:0 -1px;--x:calc(1px + 2px)}");
        assert_eq!(tight("a::after { content: \" : \"; }\n"), "a::after{content:\" : \"}");
        let icon = "i { --x: url(\"a: 'b: c'; \"), d; } /* it's */\n";
        assert_eq!(tight(icon), "i{--x:url(\"a: 'b: c'; \"),d} /* it's */\n");
        assert_eq!(tight("a > b { content: \"\\\"; \"; }\n"), "a > b { content: \"\\\"; \"; }");
        assert_eq!(tight("@media print\n  and (color) {\n}\n"), "@media print\nand (color){}");
    }
}
