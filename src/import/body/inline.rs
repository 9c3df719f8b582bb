//! Rewrites what stands in a sentence: tags, attributes, icons, keys.
use super::context::{BodyContext, Gathered};
use super::elements;
use super::lines::{Edit, FlatText};
use super::regions::{picture, target};
use super::tags::{HtmlTag, end_of, tag_at, unescaped};
use crate::import::source::markdown;
use crate::model::{FindingKind, ForeignKind, ImportFinding};
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
        let mut reader =
            InlineReader { context, text: &text, blocks: &blocks, gathered, edits: &mut edits, unclosed: 0 };
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

struct InlineReader<'a, 'b> {
    context: &'a BodyContext<'b>,
    text: &'a FlatText,
    /// Where blocks begin.
    blocks: &'a [usize],
    gathered: &'a mut Gathered,
    edits: &'a mut Vec<Edit>,
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

    fn found(&mut self, kind: FindingKind, key: &'static str, name: &str, at: usize) {
        let origin = self.text.origin(at);
        let file = self.gathered.file(self.context, origin).to_owned();
        self.gathered.findings.push(ImportFinding::new(kind, key, file, origin.line).arg("name", name));
    }

    fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.edits.push(Edit::new(range, text));
    }

    fn tag(&mut self, tag: &HtmlTag<'_>) -> usize {
        let name = tag.name.to_ascii_lowercase();
        self.anchor(tag, &name);
        let range = tag.range.clone();
        match name.as_str() {
            "details" | "summary" => {}
            "kbd" | "sub" | "sup" | "mark" | "abbr" => self.kept(tag, &name),
            "br" => self.replace(range.clone(), "<br>"),
            "wbr" => self.replace(range.clone(), ""),
            "hr" => self.replace(range.clone(), "\n\n***\n\n"),
            "img" => self.replace(range.clone(), picture(tag, "")),
            "b" | "strong" => return self.marked(tag, "**"),
            "i" | "em" | "cite" | "dfn" | "var" => return self.marked(tag, "*"),
            "s" | "del" | "strike" => return self.marked(tag, "~~"),
            "code" | "tt" | "samp" => return self.code(tag),
            "a" => return self.link(tag),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = usize::from(name.as_bytes()[1] - b'0');
                let text =
                    if tag.is_close { "\n\n".to_owned() } else { format!("\n\n{} ", "#".repeat(level)) };
                self.replace(range.clone(), text);
            }
            "input" => {
                let is_box = tag.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
                let mark = if tag.get("checked").is_some() { "[x]" } else { "[ ]" };
                self.replace(range.clone(), if is_box { mark } else { "" });
            }
            _ => return self.other(tag, &name),
        }
        range.end
    }

    /// An id that something other than a heading of Markdown has becomes an anchor above its block.
    fn anchor(&mut self, tag: &HtmlTag<'_>, name: &str) {
        let id = tag.get("id").or_else(|| tag.get("name").filter(|_| name == "a"));
        let Some(id) = id.filter(|id| !tag.is_close && !id.is_empty() && !id.contains(char::is_whitespace))
        else {
            return;
        };
        let after = self.blocks.partition_point(|start| *start <= tag.range.start);
        let at = after.checked_sub(1).map_or(0, |before| self.blocks[before]);
        self.replace(at..at, format!("<!-- anchor: {} -->\n", id.replace("--", "-")));
    }

    /// An element that may stay, in its strict form.
    fn kept(&mut self, tag: &HtmlTag<'_>, name: &str) {
        let written = if tag.is_close {
            format!("</{name}>")
        } else {
            match tag.get("title").filter(|title| name == "abbr" && !title.trim().is_empty()) {
                Some(title) => format!(
                    "<abbr title=\"{}\">",
                    unescaped(title)
                        .replace('&', "&amp;")
                        .replace('<', "&lt;")
                        .replace('>', "&gt;")
                        .replace('"', "'")
                ),
                None => format!("<{name}>"),
            }
        };
        self.replace(tag.range.clone(), written);
    }

    /// The element that a tag opens: its content, and the range of its end.
    fn element(&mut self, tag: &HtmlTag<'_>) -> Option<(Range<usize>, Range<usize>)> {
        if tag.is_close || tag.is_alone || self.unclosed > 200 {
            return None;
        }
        let close = end_of(&self.text.text, tag, LONGEST);
        self.unclosed += usize::from(close.is_none());
        close.map(|close| (tag.range.end..close.range.start, close.range))
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
        } else if tag.attributes.is_empty() && !tag.is_close && self.element(tag).is_none() {
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
        let source = tag.first(&["src"]).filter(|_| tag.is_alone);
        let written = match (address, source) {
            // Programs leave a component out of the id of a heading.
            _ if self.is_in_heading(tag.range.start) => String::new(),
            _ if name == "icon" || name == "fa" || name == "icon-mdi" => String::new(),
            (Some(address), _) => {
                let words = if words.is_empty() { address } else { words };
                format!("[{}]({})", words.replace(['[', ']'], " "), target(address))
            }
            (None, Some(_))
                if matches!(name, "image" | "img" | "thememimage" | "themedimage" | "zoomimage") =>
            {
                picture(tag, "")
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

    /// Attributes behind a mark, comments of MDX, tags of templates in a sentence.
    fn braces(&mut self, at: usize) -> usize {
        let text = &self.text.text;
        let rest = &text[at..];
        if let Some(inner) = rest.strip_prefix("{/*") {
            let Some(end) = inner.find("*/}") else { return at + 1 };
            self.replace(at..at + 3 + end + 3, "");
            return at + 3 + end + 3;
        }
        if let Some(inner) =
            rest.strip_prefix("{#").filter(|_| self.context.program.kind != ForeignKind::Mkdocs)
        {
            // The id of a heading stays.
            return inner.find('}').map_or(at + 1, |end| at + 2 + end + 1);
        }
        for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")] {
            if let Some(inner) = rest.strip_prefix(open) {
                let Some(end) = inner.find(close) else { return at + 1 };
                let range = at..at + open.len() + end + close.len();
                let end = range.end;
                self.template(&inner[..end - at - open.len() - close.len()], range);
                return end;
            }
        }
        if rest.starts_with("{{") {
            return at + 2;
        }
        let Some(end) = rest.find('}').filter(|end| *end < 300) else { return at + 1 };
        let inner = rest[1..end].trim();
        let follows = text[..at].ends_with([')', ']', '*', '`', '_', '}', '>', '"']);
        let is_list = inner.starts_with([':', '.', '#']) || inner.contains('=');
        let is_attribute = |part: &str| {
            part.starts_with(['.', '#', ':'])
                || part.contains('=')
                || part.ends_with(['"', '\''])
                || part == "download"
        };
        if follows && is_list && !inner.contains('{') && inner.split_whitespace().all(is_attribute) {
            self.replace(at..at + end + 1, "");
        }
        at + end + 1
    }

    /// A tag of a template that is not a block of its own.
    fn template(&mut self, inner: &str, range: Range<usize>) {
        let inner = inner.trim().trim_matches(['-', '/']).trim();
        let name = inner.split_whitespace().next().unwrap_or_default();
        let quoted = inner.split('"').nth(1).unwrap_or_default();
        if name.starts_with('/') || name.starts_with("end") || matches!(name, "raw" | "comment" | "mark") {
            self.replace(range, "");
            return;
        }
        let is_word = matches!(
            name,
            "glossary-term"
                | "glossary_tooltip"
                | "param"
                | "badge"
                | "kbd"
                | "button"
                | "new-in"
                | "deprecated-in"
                | "icon"
        );
        if is_word && !quoted.is_empty() {
            self.found(FindingKind::Changed, "unwrapped", name, range.start);
            self.replace(range, quoted.to_owned());
            return;
        }
        self.found(FindingKind::LeftOut, "block", name, range.start);
        let before = &self.text.text[..range.start];
        let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
        let is_target =
            line.ends_with("](") || (line.trim_start().starts_with('[') && line.trim_end().ends_with("]:"));
        self.replace(range, if is_target { markdown::LOST_TARGET } else { "" });
    }

    /// `:material-check:`, `:fontawesome-brands-x:`: icons of a font that the guide does not have.
    fn icon(&mut self, at: usize) -> usize {
        let rest = &self.text.text[at + 1..];
        let end = rest
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)))
            .unwrap_or(rest.len());
        let name = &rest[..end];
        let is_icon = ["material-", "fontawesome-", "octicons-", "simple-", "logos-", "mdi-", "lucide-"]
            .iter()
            .any(|set| name.starts_with(set));
        if !is_icon || !rest[end..].starts_with(':') {
            return at + 1;
        }
        self.found(FindingKind::LeftOut, "icon", name, at);
        let close = at + 1 + end + 1;
        // The attributes of an icon go with it.
        let after = self.text.text[close..]
            .strip_prefix('{')
            .and_then(|rest| rest.find('}'))
            .map_or(0, |end| end + 2);
        let blank = usize::from(self.text.text[close + after..].starts_with(' '));
        self.replace(at..close + after + blank, "");
        close + after
    }

    /// `++ctrl+c++`
    fn keys(&mut self, at: usize) -> usize {
        let Some(rest) = self.text.text[at..].strip_prefix("++") else { return at + 1 };
        let Some(end) = rest.find("++").filter(|end| *end > 0 && *end < 60) else { return at + 2 };
        let keys = &rest[..end];
        let is_keys = keys.chars().all(|letter| letter.is_ascii_alphanumeric() || "-+\"_. ".contains(letter))
            && !keys.contains(' ');
        let before = self.text.text[..at].ends_with(|letter: char| letter.is_alphanumeric());
        if !is_keys || before {
            return at + 2;
        }
        let name = |key: &str| {
            let key = key.trim_matches('"');
            format!("<kbd>{}</kbd>", super::boxes::title_of(key))
        };
        let written = keys.split('+').filter(|key| !key.is_empty()).map(name).collect::<Vec<_>>().join("+");
        self.replace(at..at + end + 4, written);
        at + end + 4
    }
}
