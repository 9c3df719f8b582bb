//! Passes the events of the Markdown crate to a [`Builder`]. Only this file names the crate.
use super::{Builder, ParsedBody, definition};
use crate::colors::Grammars;
use crate::language::dates::RelativeWords;
use crate::model::{Align, Diagnostic, Element, LinkKind, Notice, SourcePath, Span, codes};
use crate::parse::markdown::dialect::{self, ForeignFence, FoundMarks, Hidden};
use pulldown_cmark::{
    Alignment, BlockQuoteKind, BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd,
};
use std::ops::Range;

/// `CommonMark` and the extensions of the format.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Reads the body of a page, which begins at byte `offset` of its file. The first heading of level 1 is the title of the
/// page: it is returned and not part of the body. With `must_open`, it is only if nothing stands before it.
pub(in crate::parse) fn read(
    file: &SourcePath,
    text: &str,
    offset: usize,
    must_open: bool,
    (relative, grammars): (&RelativeWords, Option<&Grammars>),
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<String>, ParsedBody) {
    let mut undefined = Vec::new();
    let on_broken = |link: BrokenLink<'_>| {
        // `[text]` may be text in brackets, but `[text][ref]` and `[ref][]` can only be links.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            undefined.push((link.span.start, link.span.end, link.reference.to_string()));
        }
        None
    };
    let mut builder = Builder::new(file, text, offset, must_open, relative.may_be_in(text), grammars);
    let mut columns = Vec::new();
    let mut column = 0;
    let mut marked = dialect::may_be_in(text);
    let mut begins_line = false;
    let mut fences = Vec::new();
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(on_broken));
    let mut events = parser.into_offset_iter();
    for (event, range) in events.by_ref() {
        match &event {
            Event::Text(_) if begins_line => {
                begins_line = false;
                marked = marked || text.get(range.start..).is_some_and(dialect::may_begin);
            }
            Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::Paragraph | Tag::Item | Tag::DefinitionListTitle) => {
                begins_line = true;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                fences.extend(ForeignFence::read(info, &range));
            }
            _ => begins_line = false,
        }
        pass(&mut builder, event, &range, &mut columns, &mut column);
    }
    let defined = events.reference_definitions().iter();
    let definitions =
        defined.map(|(_, defined)| definition::read(file, text, offset, &defined.span, &defined.dest));
    let mut definitions: Vec<_> = definitions.collect();
    definitions.sort_by_key(|definition| definition.span.start);
    drop(events);
    undefined.sort();
    undefined.dedup();
    for (start, end, reference) in undefined {
        let span = Span::new(file, offset + start, offset + end);
        diagnostics.push(Diagnostic::new(codes::LINK_UNDEFINED_REFERENCE, span).arg("text", reference));
    }
    let (title, mut parsed) = builder.finish(diagnostics);
    parsed.content.definitions = definitions;
    if marked || !fences.is_empty() {
        let hidden = marked.then(|| hidden(text));
        let marks = FoundMarks::find(file, text, offset, hidden.as_ref(), &fences);
        marks.report(diagnostics, &mut parsed.content);
    }
    (title, parsed)
}

/// What is code, HTML or a target in a text.
pub(in crate::parse) fn hidden(text: &str) -> Hidden {
    let mut hidden = Hidden::default();
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        hide(&mut hidden, &event, &range, text);
    }
    hidden.settle();
    hidden
}

fn hide(hidden: &mut Hidden, event: &Event<'_>, range: &Range<usize>, text: &str) {
    match event {
        Event::Code(_)
        | Event::InlineHtml(_)
        | Event::Html(_)
        | Event::FootnoteReference(_)
        | Event::Start(
            Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. },
        ) => hidden.hide(range),
        Event::Start(Tag::BlockQuote(Some(_))) => hidden.alert(range),
        Event::Start(Tag::Heading { id, classes, attrs, .. })
            if id.is_some() || !classes.is_empty() || !attrs.is_empty() =>
        {
            let attributes = text.get(range.clone()).and_then(|text| text.rfind('{'));
            hidden.hide(&(range.start + attributes.unwrap_or_default()..range.end));
        }
        _ => {}
    }
    match event {
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) => hidden.open_link(range),
        Event::End(TagEnd::Link | TagEnd::Image) => hidden.close_link(),
        _ => hidden.pass(range),
    }
}

fn pass(
    builder: &mut Builder<'_>,
    event: Event<'_>,
    range: &Range<usize>,
    columns: &mut Vec<Alignment>,
    column: &mut usize,
) {
    match event {
        Event::Start(tag) => start(builder, tag, range, columns, column),
        Event::End(tag) => end(builder, tag, range),
        // The options do not enable mathematics.
        Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => builder.text(&text, range),
        Event::Code(text) => builder.code(&text, range),
        Event::Html(text) => builder.html_block_line(&text, range),
        Event::InlineHtml(text) => builder.inline_html(&text, range),
        Event::FootnoteReference(label) => builder.footnote_mark(&label),
        Event::SoftBreak => builder.soft_break(),
        Event::HardBreak => builder.hard_break(),
        Event::Rule => builder.rule(range),
        Event::TaskListMarker(done) => builder.task_marker(done),
    }
}

fn start(
    builder: &mut Builder<'_>,
    tag: Tag<'_>,
    range: &Range<usize>,
    columns: &mut Vec<Alignment>,
    column: &mut usize,
) {
    match tag {
        Tag::Paragraph => builder.open_paragraph(range),
        Tag::Heading { level, id, .. } => builder.open_heading(level as u8, id.as_deref(), range),
        Tag::BlockQuote(kind) => {
            builder.open_block(kind.map_or(Element::Quote, |kind| Element::Alert(notice(kind))), range);
        }
        Tag::CodeBlock(kind) => {
            builder.open_code(matches!(kind, CodeBlockKind::Fenced(_)), range);
        }
        Tag::HtmlBlock => builder.open_html_block(),
        Tag::List(first) => builder.open_list(first, range),
        Tag::Item => builder.open_item(range),
        Tag::FootnoteDefinition(label) => builder.open_footnote(&label, range),
        Tag::DefinitionList => builder.open_block(Element::Definitions, range),
        Tag::DefinitionListTitle => builder.open_block(Element::DefinitionTerm, range),
        Tag::DefinitionListDefinition => builder.open_block(Element::Definition, range),
        Tag::Table(alignments) => {
            *columns = alignments;
            builder.open_block(Element::Table, range);
        }
        Tag::TableHead => {
            *column = 0;
            builder.open_block(Element::TableHead, range);
        }
        Tag::TableRow => {
            *column = 0;
            builder.open_block(Element::TableRow, range);
        }
        Tag::TableCell => {
            let align = columns.get(*column).map_or(Align::None, |alignment| match alignment {
                Alignment::None => Align::None,
                Alignment::Left => Align::Left,
                Alignment::Center => Align::Center,
                Alignment::Right => Align::Right,
            });
            *column += 1;
            builder.open_block(Element::TableCell(align), range);
        }
        Tag::Emphasis => builder.open_inline(Element::Emphasis, range),
        Tag::Strong => builder.open_inline(Element::Strong, range),
        Tag::Strikethrough => builder.open_inline(Element::Strike, range),
        Tag::Link { link_type, dest_url, title, .. } => {
            let kind = match link_type {
                LinkType::Autolink | LinkType::Email => LinkKind::Auto,
                _ => LinkKind::Text,
            };
            let mail = link_type == LinkType::Email;
            builder.open_link(kind, mail, &dest_url, &title, range);
        }
        Tag::Image { dest_url, title, .. } => builder.open_image(&dest_url, &title, range),
        // The options do not enable these.
        Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => {
            builder.open_inline(Element::Emphasis, range);
        }
    }
}

fn end(builder: &mut Builder<'_>, tag: TagEnd, range: &Range<usize>) {
    match tag {
        TagEnd::Paragraph => builder.close_paragraph(range),
        TagEnd::Heading(_) => builder.close_heading(),
        TagEnd::BlockQuote(None) => builder.close_quote(),
        TagEnd::HtmlBlock => builder.close_html_block(),
        TagEnd::List(_) => builder.close_list(),
        TagEnd::Item => builder.close_item(),
        TagEnd::Link => builder.close_link(),
        TagEnd::Image => builder.close_image(),
        TagEnd::CodeBlock => builder.close_code(),
        _ => builder.close(),
    }
}

fn notice(kind: BlockQuoteKind) -> Notice {
    match kind {
        BlockQuoteKind::Note => Notice::Note,
        BlockQuoteKind::Tip => Notice::Tip,
        BlockQuoteKind::Important => Notice::Important,
        BlockQuoteKind::Warning => Notice::Warning,
        BlockQuoteKind::Caution => Notice::Caution,
    }
}
