//! What stands where in a Markdown text: code, headings, links, pictures, items of lists.
use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The target of a link whose own was made by something that is gone.
pub(in crate::import) const LOST_TARGET: &str = "#lost-target";

/// `CommonMark` and the extensions that programs share.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Lets references with a name that is not defined be found: `[words][name]`, `[name][]`.
fn undefined<'a>(link: &BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    matches!(link.link_type, LinkType::Reference | LinkType::Collapsed)
        .then(|| (link.reference.clone(), CowStr::Borrowed("")))
}

/// The parts of a text, with their ranges in bytes.
#[derive(Debug, Default)]
pub(in crate::import) struct MarkdownParts {
    /// Code, in blocks and in sentences, in order.
    pub(in crate::import) code: Vec<Range<usize>>,
    pub(in crate::import) headings: Vec<FoundHeading>,
    pub(in crate::import) links: Vec<FoundLink>,
    /// Definitions of links, by their ranges.
    pub(in crate::import) definitions: Vec<LinkDefinition>,
    /// Where a block begins that is in no other block.
    pub(in crate::import) blocks: Vec<usize>,
    /// Paragraphs that are in no other block.
    pub(in crate::import) paragraphs: Vec<Range<usize>>,
    /// References to footnotes.
    pub(in crate::import) footnotes: Vec<Range<usize>>,
    /// The names in lists of definitions that are in no other block.
    pub(in crate::import) names: Vec<FoundName>,
}

#[derive(Debug)]
pub(in crate::import) struct FoundName {
    pub(in crate::import) start: usize,
    /// Where its list begins.
    pub(in crate::import) list: usize,
    /// Its words without marks.
    pub(in crate::import) text: String,
}

#[derive(Debug)]
pub(in crate::import) struct FoundHeading {
    pub(in crate::import) range: Range<usize>,
    pub(in crate::import) level: usize,
    /// Its words without marks.
    pub(in crate::import) text: String,
    /// The id that the author chose.
    pub(in crate::import) id: Option<String>,
    /// Whether it stands in no other block.
    pub(in crate::import) is_outside: bool,
}

#[derive(Debug)]
pub(in crate::import) struct FoundLink {
    pub(in crate::import) range: Range<usize>,
    /// Where its text ends.
    pub(in crate::import) text_end: usize,
    pub(in crate::import) target: String,
    pub(in crate::import) title: String,
    pub(in crate::import) is_picture: bool,
    pub(in crate::import) form: LinkForm,
    /// The text without marks.
    pub(in crate::import) text: String,
}

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum LinkForm {
    /// The target stands behind the text.
    Inline,
    /// A name that is defined elsewhere in the text.
    Reference,
    /// A name, the target, that is defined nowhere.
    Undefined,
    /// The text itself, between angle brackets or not.
    Address,
}

#[derive(Debug)]
pub(in crate::import) struct LinkDefinition {
    pub(in crate::import) range: Range<usize>,
    pub(in crate::import) label: String,
    pub(in crate::import) target: String,
    pub(in crate::import) title: String,
}

/// Finds the parts of a text.
pub(in crate::import) fn parts(text: &str) -> MarkdownParts {
    let mut found = MarkdownParts::default();
    let mut find = |link: BrokenLink<'_>| {
        undefined(&link).map(|(name, title)| (name.into_static(), title.into_static()))
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(&mut find));
    for (label, definition) in parser.reference_definitions().iter() {
        found.definitions.push(LinkDefinition {
            range: definition.span.clone(),
            label: label.to_owned(),
            target: definition.dest.to_string(),
            title: definition.title.as_ref().map_or_else(String::new, ToString::to_string),
        });
    }
    found.definitions.sort_by_key(|definition| definition.range.start);
    let mut walk = PartsWalk { found, depth: 0, open: Vec::new(), heading: None, in_name: false };
    for (event, range) in parser.into_offset_iter() {
        walk.event(event, range);
    }
    walk.found
}

struct PartsWalk {
    found: MarkdownParts,
    depth: usize,
    /// The numbers of open links and pictures.
    open: Vec<usize>,
    heading: Option<usize>,
    /// Whether the words are those of the last name of a list of definitions.
    in_name: bool,
}

impl PartsWalk {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.start(&tag, &range);
                self.depth += 1;
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(tag);
            }
            Event::Text(words) => self.words(&words, range.end),
            Event::Code(words) => {
                self.words(&words, range.end);
                self.found.code.push(range);
            }
            Event::InlineHtml(_) => {
                self.words("", range.end);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" ", range.end),
            Event::FootnoteReference(_) => self.found.footnotes.push(range),
            _ => {}
        }
    }

    fn words(&mut self, words: &str, end: usize) {
        for number in &self.open {
            let link = &mut self.found.links[*number];
            link.text.push_str(words);
            link.text_end = link.text_end.max(end);
        }
        if let Some(number) = self.heading {
            self.found.headings[number].text.push_str(words);
        }
        if let Some(name) = self.found.names.last_mut().filter(|_| self.in_name) {
            name.text.push_str(words);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        if self.depth == 0 {
            self.found.blocks.push(range.start);
        }
        match tag {
            Tag::CodeBlock(_) => self.found.code.push(range.clone()),
            Tag::Paragraph if self.depth == 0 => self.found.paragraphs.push(range.clone()),
            Tag::DefinitionListTitle if self.depth == 1 => {
                let list = self.found.blocks.last().copied().unwrap_or_default();
                self.found.names.push(FoundName { start: range.start, list, text: String::new() });
                self.in_name = true;
            }
            Tag::Heading { level, id, .. } => {
                self.heading = Some(self.found.headings.len());
                self.found.headings.push(FoundHeading {
                    range: range.clone(),
                    level: number(*level),
                    text: String::new(),
                    id: id.as_ref().map(ToString::to_string),
                    is_outside: self.depth == 0,
                });
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(range, *link_type, dest_url, title, false);
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                self.link(range, *link_type, dest_url, title, true);
            }
            _ => {}
        }
    }

    fn link(&mut self, range: &Range<usize>, kind: LinkType, target: &str, title: &str, is_picture: bool) {
        self.open.push(self.found.links.len());
        self.found.links.push(FoundLink {
            range: range.clone(),
            text_end: range.start + if is_picture { 2 } else { 1 },
            target: target.to_owned(),
            title: title.to_owned(),
            is_picture,
            form: match kind {
                LinkType::Inline => LinkForm::Inline,
                LinkType::ReferenceUnknown | LinkType::CollapsedUnknown => LinkForm::Undefined,
                LinkType::Autolink | LinkType::Email => LinkForm::Address,
                _ => LinkForm::Reference,
            },
            text: String::new(),
        });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::DefinitionListTitle => self.in_name = false,
            TagEnd::Link | TagEnd::Image => {
                // What a link holds ends before the link itself.
                let end = self.open.pop().map(|number| self.found.links[number].range.end);
                if let (Some(outer), Some(end)) = (self.open.last(), end) {
                    let outer = &mut self.found.links[*outer];
                    outer.text_end = outer.text_end.max(end);
                }
            }
            _ => {}
        }
    }
}

fn number(level: HeadingLevel) -> usize {
    level as usize
}

/// A line of a table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct ContentsLine {
    pub(in crate::import) what: ContentsKind,
    pub(in crate::import) title: String,
    /// Where the link leads; none for text without a link.
    pub(in crate::import) target: Option<String>,
    /// The offset in the text.
    pub(in crate::import) at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum ContentsKind {
    /// A heading of this level.
    Heading(usize),
    /// An item of a list, this many lists deep, from 0.
    Item(usize),
    /// A link outside of lists.
    Link,
    Rule,
}

/// Reads a table of contents: headings, nested lists of links, links between them.
pub(in crate::import) fn contents(text: &str) -> Vec<ContentsLine> {
    let mut lines: Vec<ContentsLine> = Vec::new();
    let (mut depth, mut in_link, mut is_open) = (0_usize, false, false);
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let line = |what| ContentsLine { what, title: String::new(), target: None, at: range.start };
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Item) => {
                lines.push(line(ContentsKind::Item(depth.saturating_sub(1))));
                is_open = true;
            }
            Event::Start(Tag::Heading { level, .. }) => {
                lines.push(line(ContentsKind::Heading(number(level))));
                is_open = true;
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                if depth == 0 && !is_open {
                    lines.push(line(ContentsKind::Link));
                }
                let last = lines.last_mut().filter(|last| last.target.is_none());
                if let Some(last) = last {
                    last.target = Some(dest_url.to_string());
                    last.title.clear();
                    in_link = true;
                }
            }
            Event::End(TagEnd::Link) => {
                in_link = false;
                is_open = false;
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Item) => is_open = false,
            Event::Text(words) | Event::Code(words) if in_link || is_open => {
                if let Some(last) = lines.last_mut() {
                    last.title.push_str(&words);
                }
            }
            Event::Rule if depth == 0 => lines.push(line(ContentsKind::Rule)),
            _ => {}
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_their_ranges() {
        let text = "# A *b* {#c}\n\nSee [the `x` **y**](d.md \"T\") ![p](e.png) [r][f].\n\n```\n[no](g.md)\n```\n\n[f]: h.md\n";
        let found = parts(text);
        let heading = &found.headings[0];
        assert_eq!((heading.text.trim(), heading.id.as_deref(), heading.level), ("A b", Some("c"), 1));
        let targets: Vec<_> = found.links.iter().map(|link| (link.target.as_str(), link.form)).collect();
        assert_eq!(
            targets,
            [("d.md", LinkForm::Inline), ("e.png", LinkForm::Inline), ("h.md", LinkForm::Reference)]
        );
        assert!(text[found.links[0].text_end..].starts_with("**](d.md"));
        assert_eq!(found.code.len(), 2);
        assert_eq!(&text[found.definitions[0].range.clone()], "[f]: h.md");
    }

    #[test]
    fn contents_are_lists_of_links() {
        let lines = contents(
            "# Summary\n\n[Intro](i.md)\n\n# Part\n\n- [A](a.md)\n    - [B *c*](b/c.md)\n- [D]()\n- E\n",
        );
        let shown: Vec<_> =
            lines.iter().map(|line| (line.what, line.title.as_str(), line.target.as_deref())).collect();
        assert_eq!(
            shown,
            [
                (ContentsKind::Heading(1), "Summary", None),
                (ContentsKind::Link, "Intro", Some("i.md")),
                (ContentsKind::Heading(1), "Part", None),
                (ContentsKind::Item(0), "A", Some("a.md")),
                (ContentsKind::Item(1), "B c", Some("b/c.md")),
                (ContentsKind::Item(0), "D", Some("")),
                (ContentsKind::Item(0), "E", None),
            ]
        );
    }
}
