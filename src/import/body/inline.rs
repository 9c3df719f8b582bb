//! Rewrites what stands in a sentence: tags, attributes, icons, keys.
use super::boxes;
use super::context::{BodyContext, Gathered};
use super::elements;
use super::lines::{Edit, FlatText};
use super::regions::{picture, picture_of, target};
use super::tags::{HtmlTag, end_of, tag_at, unescaped};
use crate::import::source::markdown;
use crate::model::{FindingKind, ImportFinding};
use std::collections::BTreeSet;
use std::ops::Range;

/// The longest element in a sentence, in bytes.
const LONGEST: usize = 8 << 10;

/// Rewrites them outside of code.
pub(super) fn rewrite(context: &BodyContext<'_>, text: FlatText, gathered: &mut Gathered) -> FlatText {
    if !text.text.contains(['<', '{', ':', '+']) {
        return text;
    }
    let parts = markdown::parts(&text.text);
    let mut hidden = parts.code;
    hidden.sort_by_key(|range| range.start);
    let blocks = parts.blocks;
    let mut edits = Vec::new();
    {
        let mut reader = InlineReader {
            context,
            text: &text,
            blocks: &blocks,
            gathered,
            edits: &mut edits,
            closed: BTreeSet::new(),
            unclosed: 0,
        };
        let mut at = 0;
        while let Some(next) = text.text[at..].find(['<', '{', ':', '+', '\\']) {
            at += next;
            if let Some(code) = super::fences::holds(&hidden, at).then(|| end_of_code(&hidden, at)) {
                at = code.max(at + 1);
                continue;
            }
            at = reader.read(at).max(at + 1);
            at = text.text.ceil_char_boundary(at);
        }
    }
    text.edited(edits)
}

fn end_of_code(hidden: &[Range<usize>], at: usize) -> usize {
    let next = hidden.partition_point(|range| range.end <= at);
    hidden.get(next).map_or(at, |range| range.end)
}

pub(super) struct InlineReader<'a, 'b> {
    pub(super) context: &'a BodyContext<'b>,
    pub(super) text: &'a FlatText,
    /// Where blocks begin.
    blocks: &'a [usize],
    gathered: &'a mut Gathered,
    edits: &'a mut Vec<Edit>,
    /// Where the ends begin that were rewritten with their elements.
    closed: BTreeSet<usize>,
    /// How many elements without an end were met.
    unclosed: usize,
}

impl InlineReader<'_, '_> {
    /// Reads what begins at a byte; gives where to go on.
    fn read(&mut self, at: usize) -> usize {
        let rest = &self.text.text[at..];
        let first = rest.as_bytes()[0];
        match first {
            b'\\' => at + 2,
            b'<' if rest.starts_with("<!--") => rest.find("-->").map_or(at + 4, |end| at + end + 3),
            b'<' => tag_at(&self.text.text, at).map_or(at + 1, |tag| self.tag(&tag)),
            b'{' => self.braces(at),
            b':' => self.icon(at),
            _ => self.keys(at),
        }
    }

    pub(super) fn found(&mut self, kind: FindingKind, key: &'static str, name: &str, at: usize) {
        let origin = self.text.origin(at);
        let file = self.gathered.file(self.context, origin).to_owned();
        self.gathered.findings.push(ImportFinding::new(kind, key, file, origin.line).arg("name", name));
    }

    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.edits.push(Edit::new(range, text));
    }

    fn tag(&mut self, tag: &HtmlTag<'_>) -> usize {
        if self.closed.contains(&tag.range.start) {
            return tag.range.end;
        }
        let name = tag.name.to_ascii_lowercase();
        self.anchor(tag, &name);
        let range = tag.range.clone();
        match name.as_str() {
            "details" | "summary" => {}
            "kbd" | "sub" | "sup" | "mark" | "abbr" => self.kept(tag, &name),
            "br" => self.replace(range.clone(), "<br>"),
            "wbr" => self.replace(range.clone(), ""),
            "hr" => self.replace(range.clone(), "\n\n***\n\n"),
            "img" if tag.is_close => self.replace(range.clone(), ""),
            "img" => self.replace(range.clone(), picture(tag, "")),
            "b" | "strong" => return self.marked(tag, "**"),
            "i" | "em" | "cite" | "dfn" | "var" => return self.marked(tag, "*"),
            "s" | "del" | "strike" => return self.marked(tag, "~~"),
            "code" | "tt" | "samp" => return self.code(tag),
            "a" => return self.link(tag),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => return self.heading(tag, &name),
            "input" => {
                let is_box = tag.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
                let mark = if tag.get("checked").is_some() { "[x]" } else { "[ ]" };
                self.replace(range.clone(), if is_box { mark } else { "" });
            }
            _ => return self.other(tag, &name),
        }
        range.end
    }

    /// A heading, whose words stand on one line.
    fn heading(&mut self, tag: &HtmlTag<'_>, name: &str) -> usize {
        let signs = "#".repeat(usize::from(name.as_bytes()[1] - b'0'));
        let Some((inner, close)) = self.element(tag) else {
            let text = if tag.is_close { "\n\n".to_owned() } else { format!("\n\n{signs} ") };
            self.replace(tag.range.clone(), text);
            return tag.range.end;
        };
        let words = &self.text.text[inner.clone()];
        let start = inner.end - words.trim_start().len();
        let end = start + words.trim().len();
        self.replace(tag.range.start..start, format!("\n\n{signs} "));
        let ends: Vec<usize> =
            self.text.text[start..end].match_indices('\n').map(|(at, _)| start + at).collect();
        for at in ends {
            self.replace(at..at + 1, " ");
        }
        self.replace(end..close.end, "\n\n");
        start
    }

    /// An id that something other than a heading of Markdown has becomes an anchor above its block.
    fn anchor(&mut self, tag: &HtmlTag<'_>, name: &str) {
        let id = tag.get("id").or_else(|| tag.get("name").filter(|_| name == "a"));
        let Some(id) = id.filter(|id| !tag.is_close && !id.is_empty() && !id.contains(char::is_whitespace))
        else {
            return;
        };
        self.anchor_above(id, tag.range.start);
    }

    /// An anchor above the block that holds a byte.
    pub(super) fn anchor_above(&mut self, id: &str, at: usize) {
        let after = self.blocks.partition_point(|start| *start <= at);
        let at = after.checked_sub(1).map_or(0, |before| self.blocks[before]);
        self.replace(at..at, format!("{}\n", boxes::anchor(id)));
    }

    /// An element that may stay, in its strict form. It does not reach over blocks.
    fn kept(&mut self, tag: &HtmlTag<'_>, name: &str) {
        let Some((inner, close)) = self.element(tag) else {
            self.replace(tag.range.clone(), "");
            return;
        };
        if self.text.text[inner].contains("\n\n") {
            self.replace(tag.range.clone(), "");
            self.replace(close, "");
            return;
        }
        let title = tag.get("title").filter(|title| name == "abbr" && !title.trim().is_empty());
        let title = title.map_or_else(String::new, |title| {
            let title = unescaped(title).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            format!(" title=\"{}\"", title.replace('"', "'"))
        });
        self.replace(tag.range.clone(), format!("<{name}{title}>"));
        self.replace(close, format!("</{name}>"));
    }

    /// Whether the element that a tag opens ends.
    fn has_end(&mut self, tag: &HtmlTag<'_>) -> bool {
        let has_end =
            !tag.is_alone && self.unclosed <= 200 && end_of(&self.text.text, tag, LONGEST).is_some();
        self.unclosed += usize::from(!has_end);
        has_end
    }

    /// The element that a tag opens, which is rewritten with its end: its content, and the range of its end.
    fn element(&mut self, tag: &HtmlTag<'_>) -> Option<(Range<usize>, Range<usize>)> {
        if tag.is_close || tag.is_alone || self.unclosed > 200 {
            return None;
        }
        let close = end_of(&self.text.text, tag, LONGEST);
        self.unclosed += usize::from(close.is_none());
        let close = close?;
        self.closed.insert(close.range.start);
        Some((tag.range.end..close.range.start, close.range))
    }

    /// Emphasis: the marks stand at the words, blanks outside of them.
    fn marked(&mut self, tag: &HtmlTag<'_>, mark: &str) -> usize {
        let Some((inner, close)) = self.element(tag) else {
            self.replace(tag.range.clone(), "");
            return tag.range.end;
        };
        let words = &self.text.text[inner.clone()];
        // Marks do not reach over blocks.
        if words.trim().is_empty() || words.contains("\n\n") || words.trim_start().starts_with("<br") {
            self.replace(tag.range.clone(), "");
            self.replace(close, "");
            return tag.range.end;
        }
        let before = words.len() - words.trim_start().len();
        let after = words.len() - words.trim_end().len();
        let blank = |count: usize| if count > 0 { " " } else { "" };
        self.replace(tag.range.start..inner.start + before, format!("{}{mark}", blank(before)));
        self.replace(inner.end - after..close.end, format!("{mark}{}", blank(after)));
        inner.start + before
    }

    fn code(&mut self, tag: &HtmlTag<'_>) -> usize {
        let Some((inner, close)) = self.element(tag) else {
            self.replace(tag.range.clone(), "");
            return tag.range.end;
        };
        let words = unescaped(&super::tags::plain(&self.text.text[inner]));
        let mark = if words.contains('`') { "``" } else { "`" };
        let gap = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
        let written = if words.is_empty() { String::new() } else { format!("{mark}{gap}{words}{gap}{mark}") };
        self.replace(tag.range.start..close.end, written);
        close.end
    }

    fn link(&mut self, tag: &HtmlTag<'_>) -> usize {
        let address = tag.get("href").filter(|address| !address.trim().is_empty());
        let Some((inner, close)) = self.element(tag) else {
            self.replace(tag.range.clone(), "");
            return tag.range.end;
        };
        let words = self.text.text[inner.clone()].trim();
        let is_anchor = words.is_empty() && address.is_some_and(|address| address.starts_with('#'));
        match address.filter(|_| !is_anchor) {
            Some(address) if !words.is_empty() && !words.contains("\n\n") => {
                self.replace(tag.range.clone(), "[");
                let title = tag.get("title").filter(|title| !title.is_empty());
                let title =
                    title.map_or_else(String::new, |title| format!(" \"{}\"", title.replace('"', "'")));
                self.replace(close, format!("]({}{title})", target(address)));
            }
            _ => {
                self.replace(tag.range.clone(), "");
                self.replace(close, "");
            }
        }
        inner.start
    }

    /// An element that Markdown has no form for: its words stay.
    fn other(&mut self, tag: &HtmlTag<'_>, name: &str) -> usize {
        let is_component =
            tag.name.starts_with(|first: char| first.is_ascii_uppercase()) || name.contains('-');
        if elements::SILENT.contains(&name) {
            self.replace(tag.range.clone(), if name == "li" && !tag.is_close { "• " } else { "" });
        } else if is_component {
            self.component(tag, name);
        } else if elements::LOST.contains(&name) {
            if !tag.is_close {
                self.found(FindingKind::Changed, "unwrapped-element", tag.name, tag.range.start);
            }
            self.replace(tag.range.clone(), "");
        } else if tag.attributes.is_empty() && !tag.is_close && !self.has_end(tag) {
            // `<name>` stands for something that readers put in.
            self.replace(tag.range.start..tag.range.start + 1, "\\<");
        } else {
            if !tag.is_close {
                self.found(FindingKind::Changed, "unwrapped-element", tag.name, tag.range.start);
            }
            self.replace(tag.range.clone(), "");
        }
        tag.range.end
    }

    /// Whether a byte is in a line that begins a heading.
    fn is_in_heading(&self, at: usize) -> bool {
        let before = &self.text.text[..at];
        before[before.rfind('\n').map_or(0, |end| end + 1)..].starts_with('#')
    }

    /// A component in a sentence: its words stay, also those of an attribute.
    fn component(&mut self, tag: &HtmlTag<'_>, name: &str) {
        let words =
            tag.first(&["text", "label", "title", "alt"]).filter(|_| tag.is_alone).unwrap_or_default();
        let address = tag.first(&["href", "to", "link"]).filter(|_| tag.is_alone);
        let source = tag.first(&["src"]).or_else(|| themed(tag)).filter(|_| tag.is_alone);
        let written = match (address, source) {
            // Programs leave a component out of the id of a heading.
            _ if self.is_in_heading(tag.range.start) => String::new(),
            _ if name == "icon" || name == "fa" || name == "icon-mdi" => String::new(),
            (Some(address), _) => {
                let words = if words.is_empty() { address } else { words };
                format!("[{}]({})", words.replace(['[', ']'], " "), target(address))
            }
            (None, Some(source)) if matches!(name, "image" | "img" | "themedimage" | "zoomimage") => {
                picture_of(tag, source, "")
            }
            _ if name == "badge" && !words.is_empty() => format!("({words})"),
            _ => words.to_owned(),
        };
        let is_lost = written.is_empty() && tag.is_alone && !name.contains("icon");
        if !tag.is_close {
            let (kind, key) = if is_lost {
                (FindingKind::LeftOut, "element")
            } else {
                (FindingKind::Changed, "unwrapped-element")
            };
            self.found(kind, key, tag.name, tag.range.start);
        }
        self.replace(tag.range.clone(), written);
    }
}

/// The first of the pictures that a component has for light and dark: `sources={{light: "/a.png", …}}`.
fn themed<'a>(tag: &HtmlTag<'a>) -> Option<&'a str> {
    let sources = tag.first(&["sources"])?;
    let open = sources.find(['"', '\''])?;
    let rest = &sources[open + 1..];
    rest.split(sources[open..].chars().next()?).next().filter(|source| !source.is_empty())
}
