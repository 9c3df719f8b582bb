//! HTML that is a whole: tables, lists, figures, code, players, scripts.
use super::context::{BodyContext, Gathered};
use super::fences::{code, holds};
use super::lines::{Edit, FlatText};
use super::tags::{HtmlTag, all, end_of, plain, tag_at, unescaped};
use super::{boxes, lists, tables};
use crate::model::{FindingKind, ImportFinding};

/// The longest element that is rewritten as a whole, in bytes.
const LONGEST: usize = 256 << 10;

/// Rewrites them.
pub(super) fn rewrite(context: &BodyContext<'_>, text: FlatText, gathered: &mut Gathered) -> FlatText {
    if !text.text.contains('<') {
        return text;
    }
    let hidden = code(&text.text);
    let mut edits = Vec::new();
    let mut at = 0;
    // What does not end is not looked for again and again.
    let mut unclosed = 0_usize;
    while let Some(next) = text.text[at..].find('<') {
        at += next;
        let rest = &text.text[at..];
        if rest.starts_with("<!--") {
            at += rest.find("-->").map_or(4, |end| end + 3);
            continue;
        }
        let Some(tag) = tag_at(&text.text, at).filter(|_| !holds(&hidden, at)) else {
            at += 1;
            continue;
        };
        at = tag.range.end;
        if tag.is_close || !is_region(tag.name) || unclosed > 100 {
            continue;
        }
        let close = if tag.is_alone || tag.is("embed") { None } else { end_of(&text.text, &tag, LONGEST) };
        unclosed += usize::from(close.is_none());
        let Some(region) = Region::new(&text.text, &tag, close.as_ref()) else { continue };
        let origin = text.origin(tag.range.start);
        let file = gathered.file(context, origin).to_owned();
        let finding =
            |kind, key| ImportFinding::new(kind, key, file.as_str(), origin.line).arg("name", tag.name);
        let Some(written) = region.written(&tag, &finding, gathered) else { continue };
        let written = with_anchors(&text.text, &region, &written);
        edits.push(Edit::new(region.range.clone(), indented(&text.text, region.range.start, &written)));
        at = region.range.end;
    }
    text.edited(edits)
}

/// Whether an element is rewritten as a whole.
fn is_region(name: &str) -> bool {
    let names = [
        "table",
        "ul",
        "ol",
        "dl",
        "figure",
        "pre",
        "blockquote",
        "script",
        "style",
        "svg",
        "canvas",
        "iframe",
        "video",
        "audio",
        "object",
        "embed",
        "noscript",
        "template",
        "math",
    ];
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// An element with all that is in it.
struct Region<'a> {
    range: std::ops::Range<usize>,
    inner: &'a str,
}

impl<'a> Region<'a> {
    fn new(text: &'a str, open: &HtmlTag<'_>, close: Option<&HtmlTag<'_>>) -> Option<Self> {
        match close {
            Some(close) => {
                let inner = &text[open.range.end..close.range.start];
                Some(Self { range: open.range.start..close.range.end, inner })
            }
            // A player may have no end of its own.
            None if open.is_alone || open.is("embed") => Some(Self { range: open.range.clone(), inner: "" }),
            None => None,
        }
    }

    fn written(
        &self,
        open: &HtmlTag<'_>,
        finding: &dyn Fn(FindingKind, &'static str) -> ImportFinding,
        gathered: &mut Gathered,
    ) -> Option<String> {
        let name = open.name.to_ascii_lowercase();
        match name.as_str() {
            "table" => {
                let table = tables::written(self.inner, open)?;
                if table.is_simplified {
                    gathered.findings.push(finding(FindingKind::Changed, "table"));
                }
                Some(table.text)
            }
            "ul" | "ol" => Some(lists::written(self.inner, name == "ol")),
            "dl" => Some(lists::definitions(self.inner)),
            "figure" => Some(figure(self.inner)),
            "pre" => Some(block_of_code(open, self.inner)),
            "blockquote" => {
                let lines = self.inner.trim().lines().map(|line| format!("> {}", line.trim()));
                Some(lines.collect::<Vec<_>>().join("\n"))
            }
            "iframe" | "video" | "audio" | "object" | "embed" => {
                let Some(link) = player(open, self.inner) else {
                    gathered.findings.push(finding(FindingKind::LeftOut, "element"));
                    return Some(String::new());
                };
                gathered.findings.push(finding(FindingKind::Changed, "player"));
                Some(link)
            }
            "math" => None,
            // The words of a drawing or a program are no words of the page.
            _ => {
                gathered.findings.push(finding(FindingKind::LeftOut, "element"));
                Some(String::new())
            }
        }
    }
}

/// Anchors for the ids that elements had, above what is written in their place. The words of a script have none, and a row of
/// a table is one line.
fn with_anchors(text: &str, region: &Region<'_>, written: &str) -> String {
    let line = &text[text[..region.range.start].rfind('\n').map_or(0, |end| end + 1)..];
    if written.is_empty() || line.trim_start().starts_with('|') {
        return written.to_owned();
    }
    let source = &text[region.range.clone()];
    let tags = all(source);
    let ids = tags.iter().filter(|tag| !tag.is_close).filter_map(|tag| {
        let id = tag.get("id").or_else(|| tag.get("name").filter(|_| tag.is("a")))?;
        // What stays as it is keeps its own.
        let is_gone = !written.contains(&source[tag.range.clone()]);
        (is_gone && !id.is_empty() && !id.contains(char::is_whitespace)).then_some(id)
    });
    let anchors = ids.map(|id| boxes::anchor(id) + "\n").collect::<String>();
    anchors + written
}

/// A picture with its caption as title.
fn figure(inner: &str) -> String {
    let tags = all(inner);
    let caption = tags.iter().find(|tag| tag.is("figcaption") && !tag.is_close);
    let caption = caption.and_then(|open| {
        let close = end_of(inner, open, LONGEST)?;
        Some(plain(&inner[open.range.end..close.range.start]))
    });
    let caption = caption.unwrap_or_default().replace('"', "'");
    let link = tags.iter().find(|tag| tag.is("a") && !tag.is_close).and_then(|tag| tag.get("href"));
    let image = tags.iter().find(|tag| tag.is("img"));
    if let Some(image) = image {
        let picture = picture(image, &caption);
        return link.map_or_else(|| picture.clone(), |link| format!("[{picture}]({link})"));
    }
    // Markdown inside a figure stays, and the caption stands below.
    let end = tags.iter().find(|tag| tag.is("figcaption")).map_or(inner.len(), |tag| tag.range.start);
    let body = inner[..end].trim().lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let is_picture =
        body.starts_with("![") && body.ends_with(')') && !body.contains('\n') && !body.contains('"');
    match caption.as_str() {
        "" => body,
        caption if is_picture => format!("{} \"{caption}\")", body.trim_end_matches(')')),
        caption => format!("{body}\n\n*{caption}*"),
    }
}

/// A picture as Markdown. Without a text of its own, it is described by its caption.
pub(super) fn picture(tag: &HtmlTag<'_>, caption: &str) -> String {
    picture_of(tag, tag.first(&["src", "data-src", ":src"]).unwrap_or_default(), caption)
}

/// A picture whose file another attribute names.
pub(super) fn picture_of(tag: &HtmlTag<'_>, source: &str, caption: &str) -> String {
    let alt = tag.get("alt").map(str::trim).filter(|alt| !alt.is_empty()).unwrap_or(caption);
    let alt = unescaped(alt).replace(['[', ']', '\n'], " ");
    let title = if caption.is_empty() {
        tag.get("title").unwrap_or_default().replace('"', "'")
    } else {
        caption.to_owned()
    };
    let target = target(source);
    if title.trim().is_empty() {
        format!("![{}]({target})", alt.trim())
    } else {
        format!("![{}]({target} \"{title}\")", alt.trim())
    }
}

/// A target as Markdown takes it: blanks and brackets encoded.
pub(super) fn target(address: &str) -> String {
    let address = unescaped(address.trim());
    let mut out = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\n' | '\r' | '\t' => {}
            other => out.push(other),
        }
    }
    out
}

/// `<pre><code class="language-x">` as a block between fences.
fn block_of_code(open: &HtmlTag<'_>, inner: &str) -> String {
    let code = tag_at(inner.trim_start(), 0).filter(|tag| tag.is("code") && !tag.is_close);
    let classes =
        code.as_ref().and_then(|tag| tag.get("class")).or_else(|| open.get("class")).unwrap_or_default();
    let language = classes
        .split_whitespace()
        .find_map(|class| class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")));
    let mut words = String::new();
    let mut at = 0;
    for tag in all(inner) {
        words.push_str(&inner[at..tag.range.start]);
        if tag.is("br") {
            words.push('\n');
        }
        at = tag.range.end;
    }
    words.push_str(&inner[at..]);
    let words = unescaped(words.trim_matches('\n'));
    let title = open.get("data-title").map_or_else(String::new, |title| format!(" title=\"{title}\""));
    let fence = if words.contains("```") { "````" } else { "```" };
    format!("{fence}{}{title}\n{}\n{fence}", language.unwrap_or_default(), words.trim_end())
}

/// A link to what a player would show.
fn player(open: &HtmlTag<'_>, inner: &str) -> Option<String> {
    let tags = all(inner);
    let own = open.first(&["src", "data", "data-src"]);
    let source = own.or_else(|| tags.iter().find_map(|tag| tag.first(&["src", "href"])))?;
    let words = plain(inner);
    let title = open.get("title").map(str::trim).filter(|title| !title.is_empty());
    let host = source.split("//").nth(1).and_then(|rest| rest.split('/').next());
    let named = title.or(Some(words.as_str()).filter(|words| !words.is_empty() && words.len() < 120));
    let named = named.or(host).or_else(|| source.rsplit('/').next()).unwrap_or(source);
    let source = if source.starts_with("//") { format!("https:{source}") } else { source.to_owned() };
    Some(format!("[{}]({})", named.replace(['[', ']'], " ").trim(), target(&source)))
}

/// Lines in the place of an element: indented as the line that it begins on, and apart from the text around it.
fn indented(text: &str, start: usize, written: &str) -> String {
    let line = &text[..start];
    let before = &line[line.rfind('\n').map_or(0, |end| end + 1)..];
    let blanks: String = before.chars().take_while(|letter| matches!(letter, ' ' | '\t' | '>')).collect();
    let mut lines = written.lines();
    let mut out = String::new();
    if !before.trim().is_empty() && blanks.len() < before.len() && written.contains('\n') {
        out.push_str("\n\n");
        out.push_str(&blanks);
    }
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&blanks);
        } else if blanks.contains('>') {
            out.push_str(blanks.trim_end());
        }
        out.push_str(line);
    }
    if written.contains('\n') {
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::body::lines::SourceLine;
    use crate::import::source::book::{AddressRule, Program};
    use crate::import::source::slugs::SlugRule;
    use crate::model::{ForeignKind, ForeignTree};

    fn done(text: &str) -> (String, Vec<&'static str>) {
        let program = Program::new(ForeignKind::Folder, "", SlugRule::Github, AddressRule::None);
        let tree = ForeignTree::default();
        let context = BodyContext { tree: &tree, program: &program, path: "a.md" };
        let mut gathered = Gathered::default();
        let text = rewrite(&context, FlatText::of(&SourceLine::all(text, 0, 1)), &mut gathered);
        (text.text, gathered.findings.iter().map(|found| found.key).collect())
    }

    #[test]
    fn figures_become_pictures_with_a_caption() {
        let text = "<figure><img src=\"../a b.png\" alt=\"\"><figcaption><p>Une \"carte\"</p></figcaption></figure>\n";
        assert_eq!(done(text).0, "![Une 'carte'](../a%20b.png \"Une 'carte'\")\n");
        assert_eq!(done("`<figure>`\n").0, "`<figure>`\n");
    }

    #[test]
    fn players_become_links_and_scripts_are_left_out() {
        let (text, found) =
            done("<iframe src=\"//www.x.fr/e/1\"></iframe>\n<script>a < b</script>\n<script>\n");
        assert_eq!(text, "[www.x.fr](https://www.x.fr/e/1)\n\n<script>\n");
        assert_eq!(found, ["player", "element"]);
    }

    #[test]
    fn code_keeps_its_language() {
        let text = "  <pre class=\"language-sh\"><code>a &lt; <strong>b</strong>\n</code></pre>\n";
        assert_eq!(done(text).0, "  ```sh\n  a < b\n  ```\n\n");
    }
}
