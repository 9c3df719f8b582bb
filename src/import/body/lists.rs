//! Lists of HTML as lists of Markdown.
use super::tags::all;

/// How deep lists may nest.
const DEPTH: usize = 20;

/// Writes a list.
pub(super) fn written(inner: &str, is_ordered: bool) -> String {
    let mut out = String::new();
    // For each open list whether it is ordered, and the number of the next item.
    let mut open = vec![(is_ordered, 1_usize)];
    let mut at = 0;
    for tag in all(inner) {
        let name = tag.name.to_ascii_lowercase();
        let is_ours = matches!(name.as_str(), "ul" | "ol" | "li" | "p" | "div" | "br");
        if !is_ours {
            continue;
        }
        add(&mut out, &inner[at..tag.range.start]);
        at = tag.range.end;
        match (name.as_str(), tag.is_close) {
            ("ul" | "ol", false) if open.len() < DEPTH => open.push((name == "ol", 1)),
            ("ul" | "ol", true) if open.len() > 1 => {
                open.pop();
            }
            ("li", false) => item(&mut out, &mut open),
            ("br", _) => out.push_str("<br>"),
            _ => add(&mut out, " "),
        }
    }
    add(&mut out, &inner[at..]);
    out.trim_matches('\n').lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Begins an item on a line of its own.
fn item(out: &mut String, open: &mut [(bool, usize)]) {
    let indent: usize =
        open[..open.len() - 1].iter().map(|(is_ordered, _)| if *is_ordered { 3 } else { 2 }).sum();
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&" ".repeat(indent));
    let Some((is_ordered, number)) = open.last_mut() else { return };
    if *is_ordered {
        out.extend([number.to_string().as_str(), ". "]);
        *number += 1;
    } else {
        out.push_str("- ");
    }
}

/// Adds words, with one blank for each run of them.
fn add(out: &mut String, text: &str) {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.starts_with(char::is_whitespace) && !out.is_empty() && !out.ends_with([' ', '\n']) {
        out.push(' ');
    }
    out.push_str(&words);
    if text.ends_with(char::is_whitespace) && !words.is_empty() {
        out.push(' ');
    }
}

/// Writes a list of definitions.
pub(super) fn definitions(inner: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for tag in all(inner) {
        let (is_name, is_text) = (tag.is("dt"), tag.is("dd"));
        if !is_name && !is_text {
            continue;
        }
        add(&mut out, &inner[at..tag.range.start]);
        at = tag.range.end;
        if !tag.is_close {
            out.truncate(out.trim_end().len());
            out.push_str(if out.is_empty() {
                ""
            } else if is_name {
                "\n\n"
            } else {
                "\n"
            });
            out.push_str(if is_text { ": " } else { "" });
        }
    }
    add(&mut out, &inner[at..]);
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_their_levels() {
        let text = "\n<li>Un <b>b</b>\n<ol><li>x</li>\n<li><p>y</p></li></ol></li>\n<li>Deux</li>\n";
        assert_eq!(written(text, false), "- Un <b>b</b>\n  1. x\n  2. y\n- Deux");
        assert_eq!(
            definitions("<dt>A</dt><dd>Un\nmot</dd><dt>B</dt><dd>Deux</dd>"),
            "A\n: Un mot\n\nB\n: Deux"
        );
    }
}
