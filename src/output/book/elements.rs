//! Which elements of HTML are what in a book.
use super::html::HtmlElement;
use crate::model::{Align, BookCell, BookTag, Branch, CodePart, Notice};

/// Elements that are only for a page in a browser: they say nothing that the text does not.
const CONTROLS: [&str; 9] =
    ["button", "script", "style", "template", "noscript", "select", "datalist", "link", "meta"];

/// Elements that a book shows, or whose text says all.
const KNOWN: [&str; 75] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "input",
    "ins",
    "kbd",
    "label",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Whether a book shows nothing of an element.
pub(super) fn is_dropped(element: &HtmlElement<'_>) -> bool {
    let is_icon = element.get("aria-hidden") == Some("true");
    let is_hidden = element.get("hidden").is_some() || is_icon;
    let is_control = CONTROLS.contains(&element.name.as_str()) || element.has_class("footnote-back");
    // A file to take into one's address book, beside what it holds.
    is_hidden || is_control || element.name == "a" && element.get("download").is_some()
}

/// Whether an element is known; of others only the text is shown.
pub(super) fn is_known(name: &str) -> bool {
    KNOWN.contains(&name)
}

/// What an element is; none if only its content counts.
pub(super) fn tag_of(element: &HtmlElement<'_>, in_code: bool) -> Option<BookTag> {
    let name = element.name.as_str();
    block_of(name, element).or_else(|| inline_of(name, element, in_code))
}

fn block_of(name: &str, element: &HtmlElement<'_>) -> Option<BookTag> {
    let has = |class: &str| element.has_class(class);
    let number = |name: &str| element.get(name).and_then(|value| value.parse().ok());
    Some(match name {
        "div" | "aside" | "section" if has("alert") => BookTag::Alert(notice(element)),
        "div" if has("outdated") => BookTag::Outdated,
        "div" if has("card") => BookTag::Card,
        "div" if has("footnotes") => BookTag::Footnotes,
        "div" | "section" | "article" | "header" | "footer" | "main" | "aside" | "address" | "nav"
        | "center" => BookTag::Group,
        "p" if has("alert-title") || has("outdated-title") => BookTag::BlockTitle,
        "p" if has("task-notes") || has("to-check") || has("card-details") || has("answers") => BookTag::Note,
        "p" => BookTag::Paragraph,
        "blockquote" => BookTag::Quote,
        "details" if has("card-more") => BookTag::Group,
        "details" => BookTag::Details,
        "summary" => BookTag::BlockTitle,
        "ul" if has("tasks") => BookTag::Tasks(None),
        "ol" if has("tasks") => BookTag::Tasks(Some(number("start").unwrap_or(1))),
        "ul" if has("cards") || has("card-actions") => BookTag::Plain,
        "ul" => BookTag::Bullets,
        "ol" => BookTag::Numbers(number("start").unwrap_or(1)),
        "li" if has("task") => BookTag::Task(number("value"), branch(element)),
        "li" => BookTag::Item,
        "pre" => BookTag::CodeBlock,
        "table" => BookTag::Table,
        "tr" => BookTag::Row(false),
        "td" | "th" => BookTag::Cell(cell(name, element)),
        "figure" => BookTag::Figure,
        "figcaption" | "caption" => BookTag::Caption,
        "dl" => BookTag::Definitions,
        "dt" => BookTag::Term,
        "dd" => BookTag::Definition,
        "hr" => BookTag::Rule,
        _ => return None,
    })
}

fn inline_of(name: &str, element: &HtmlElement<'_>, in_code: bool) -> Option<BookTag> {
    let is = |kind: &str| element.get("type") == Some(kind);
    Some(match name {
        "span" if in_code => BookTag::CodePart(code_part(element)?),
        "strong" | "span" if element.has_class("flag") => BookTag::Flag,
        "span" if element.has_class("placeholder") => BookTag::Placeholder,
        "em" | "i" | "cite" | "dfn" | "var" => BookTag::Emphasis,
        "strong" | "b" => BookTag::Strong,
        "del" | "s" | "strike" => BookTag::Strike,
        "code" if in_code => return None,
        "code" | "samp" | "tt" => BookTag::Code,
        "kbd" => BookTag::Key,
        "mark" => BookTag::Mark,
        "sub" => BookTag::Subscript,
        "sup" => BookTag::Superscript,
        "abbr" => BookTag::Abbreviation(element.get("title")?.to_owned()),
        "br" => BookTag::Break,
        "input" if is("checkbox") || is("radio") => BookTag::TickBox(element.get("checked").is_some()),
        _ => return None,
    })
}

fn notice(element: &HtmlElement<'_>) -> Notice {
    let all = [Notice::Tip, Notice::Important, Notice::Warning, Notice::Caution];
    let found = all.into_iter().find(|notice| element.has_class(&format!("alert-{}", notice.name())));
    found.unwrap_or(Notice::Note)
}

fn branch(element: &HtmlElement<'_>) -> Option<Branch> {
    if element.has_class("branch-yes") {
        Some(Branch::Yes)
    } else {
        element.has_class("branch-no").then_some(Branch::No)
    }
}

fn cell(name: &str, element: &HtmlElement<'_>) -> BookCell {
    let align = element.get("align").unwrap_or_default();
    let is = |side: &str| element.has_class(side) || align.eq_ignore_ascii_case(side);
    let align = if is("center") {
        Align::Center
    } else if is("right") {
        Align::Right
    } else if is("left") {
        Align::Left
    } else {
        Align::None
    };
    let span = |name: &str| element.get(name).and_then(|value| value.parse().ok()).unwrap_or(1).clamp(1, 100);
    BookCell { is_header: name == "th", align, columns: span("colspan"), rows: span("rowspan") }
}

fn code_part(element: &HtmlElement<'_>) -> Option<CodePart> {
    let all = [
        CodePart::Comment,
        CodePart::Keyword,
        CodePart::Text,
        CodePart::Number,
        CodePart::Name,
        CodePart::Type,
        CodePart::Added,
        CodePart::Removed,
    ];
    all.into_iter().find(|part| element.has_class(part.class()))
}
