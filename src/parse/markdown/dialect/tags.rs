//! Tags of templates: Liquid (Jekyll, `GitBook`), Jinja, Hugo, Zola, Markdoc, `mdBook`, Mustache.
use super::body_lines::BodyLines;
use super::colons::code;
use super::finding::FoundMark;
use super::rewrite::Rewrite;
use crate::model::codes;
use crate::text::callouts::{Named, named};
use std::ops::Range;

/// The longest tag, in bytes.
const LONGEST: usize = 1_000;

/// How deep tags may nest.
const DEPTH: usize = 64;

/// A tag.
#[derive(Debug)]
pub(super) struct TemplateTag<'a> {
    pub(super) range: Range<usize>,
    name: &'a str,
    /// What follows the name.
    words: &'a str,
    closes: bool,
}

impl<'a> TemplateTag<'a> {
    /// The tag at a byte: `{% … %}`, `{{< … >}}`, `{{% … %}}`.
    pub(super) fn at(source: &'a str, at: usize) -> Option<Self> {
        let rest = source.get(at..)?;
        let pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];
        let (begin, end) = pairs.into_iter().find(|(begin, _)| rest.starts_with(begin))?;
        let near = &rest[begin.len()..rest.floor_char_boundary(LONGEST.min(rest.len()))];
        let inner = &near[..near.find(end)?];
        if inner.contains("\n\n") || inner.contains("{%") {
            return None;
        }
        let words = inner.trim_matches(['-', '+', '~']).trim().trim_end_matches('/').trim_end();
        let (words, slash) =
            words.strip_prefix('/').map_or((words, false), |words| (words.trim_start(), true));
        let length = words.find(|letter: char| letter.is_whitespace() || "(=:".contains(letter));
        let (name, rest) = words.split_at(length.unwrap_or(words.len()));
        if name.is_empty() {
            return None;
        }
        let ended = name.strip_prefix("end").filter(|_| begin == "{%");
        Some(Self {
            range: at..at + begin.len() + inner.len() + end.len(),
            name: ended.map_or(name, |name| name.trim_start_matches(['_', '-'])),
            words: rest.trim(),
            closes: slash || ended.is_some(),
        })
    }

    /// Its name, if the text up to its end is not to be read.
    pub(super) fn raw_name(&self) -> Option<&'a str> {
        let is_raw = !self.closes && matches!(self.name, "raw" | "verbatim" | "highlight" | "comment");
        is_raw.then_some(self.name)
    }

    /// Where the tag begins that closes it.
    pub(super) fn close_of(&self, source: &'a str) -> Option<usize> {
        let rest = source.get(self.range.end..)?;
        let mut from = 0;
        while let Some(found) = rest.get(from..)?.find("{%") {
            let at = self.range.end + from + found;
            if Self::at(source, at).is_some_and(|tag| tag.closes && tag.name == self.name) {
                return Some(at);
            }
            from += found + 2;
        }
        None
    }
}

/// Adds a finding for each tag; a pair of tags is one.
pub(super) fn find(page: &mut BodyLines<'_>, tags: Vec<TemplateTag<'_>>) {
    let mut open: Vec<TemplateTag<'_>> = Vec::new();
    for tag in tags {
        if !tag.closes {
            if open.len() == DEPTH {
                add_alone(page, &[open.remove(0)]);
            }
            open.push(tag);
            continue;
        }
        match open.iter().rposition(|before| tag.name.is_empty() || before.name == tag.name) {
            Some(at) => {
                let inner = open.split_off(at + 1);
                let opening = open.pop().expect("it was just found");
                let found = pair(page, &opening, &tag);
                if found.code != codes::DIALECT_TABS
                    && !matches!(opening.name, "if" | "unless" | "case" | "for")
                {
                    add_alone(page, &inner);
                }
                page.findings.push(found);
            }
            None => add_alone(page, &[tag]),
        }
    }
    add_alone(page, &open);
    drop_parts(page);
}

/// Tabs inside tabs are parts of one thing.
fn drop_parts(page: &mut BodyLines<'_>) {
    let whole: Vec<Range<usize>> = page
        .findings
        .iter()
        .filter(|finding| finding.code == codes::DIALECT_TABS)
        .filter_map(|finding| Some(finding.mark.end..finding.others.first()?.start))
        .collect();
    let mut outer: Vec<Range<usize>> = whole;
    outer.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    outer.retain(|range| {
        let is_apart = range.start >= end;
        end = end.max(range.end);
        is_apart
    });
    page.findings.retain(|finding| {
        let next = outer.partition_point(|range| range.end < finding.mark.start);
        let is_inside = outer.get(next).is_some_and(|range| range.start <= finding.mark.start);
        finding.code != codes::DIALECT_TABS || !is_inside
    });
}

fn add_alone(page: &mut BodyLines<'_>, tags: &[TemplateTag<'_>]) {
    for tag in tags {
        let code = match named(tag.name) {
            Named::Other if tag.name == "toc" => codes::DIALECT_TOC,
            Named::Other => codes::DIALECT_SHORTCODE,
            what => code(what),
        };
        let finding = FoundMark::new(code, tag.range.clone());
        let address =
            attribute(tag.words, "url").filter(|url| tag.name == "embed" && url.starts_with("http"));
        page.findings.push(match address {
            Some(address) if !address.contains([' ', '<', '>']) => {
                finding.replaced_by(format!("<{address}>"))
            }
            _ => finding,
        });
    }
}

/// The finding for a pair of tags.
fn pair(page: &BodyLines<'_>, opening: &TemplateTag<'_>, closing: &TemplateTag<'_>) -> FoundMark {
    let style = ["style", "type", "kind", "level"].iter().find_map(|key| attribute(opening.words, key));
    let (first, rest) = first_word(opening.words);
    let is_box =
        matches!(opening.name, "hint" | "notice" | "callout" | "admonition" | "alert" | "panel" | "box");
    let what = match style.or(first.filter(|_| style.is_none())) {
        Some(style) if is_box => match named(style) {
            Named::Alert(alert) => Named::Alert(alert),
            _ => Named::Callout,
        },
        None if opening.name == "hint" => Named::Alert("NOTE"),
        _ if opening.name == "comment" => Named::Other,
        _ => named(opening.name),
    };
    let code = match what {
        Named::Other if opening.name == "comment" => codes::DIALECT_COMMENT,
        Named::Other => codes::DIALECT_SHORTCODE,
        what => code(what),
    };
    let finding = FoundMark::new(code, opening.range.clone()).closed_by(closing.range.clone());
    let title = match style {
        Some(_) => attribute(opening.words, "title").unwrap_or_default(),
        None if is_box => rest.trim().trim_matches('"'),
        None => first.filter(|_| what == Named::Details).unwrap_or_default(),
    };
    let finding = match what {
        Named::Alert(alert) => finding.instead(format!("> [!{alert}] {title}").trim_end()),
        Named::Details => finding.folded(),
        _ => finding,
    };
    if !(page.is_alone(&opening.range) && page.is_alone(&closing.range)) {
        return finding;
    }
    let is_whole = says_no_more(opening.words, is_box || what == Named::Details);
    let rewrite =
        Rewrite::between(page, page.line_of(opening.range.start), page.line_of(closing.range.start));
    finding.fixed(match what {
        Named::Alert(alert) if is_whole => rewrite.as_alert(alert, title),
        Named::Details if is_whole => rewrite.as_details(title, false),
        Named::Other if opening.name == "content-ref" => rewrite.as_body(),
        Named::Other if opening.name == "code" && !opening.words.contains("title") => rewrite.as_body(),
        _ => None,
    })
}

/// The value of `key="value"` or `key=value`.
fn attribute<'a>(words: &'a str, key: &str) -> Option<&'a str> {
    words.match_indices(key).find_map(|(at, _)| {
        let starts = at == 0 || words[..at].ends_with(char::is_whitespace);
        let rest = words[at + key.len()..].trim_start().strip_prefix('=').filter(|_| starts)?.trim_start();
        match rest.chars().next()? {
            quote @ ('"' | '\'') => rest[1..].split_once(quote).map(|(value, _)| value),
            _ => rest.split_whitespace().next(),
        }
    })
}

/// The first word without a key, perhaps in quotes, and what follows it.
fn first_word(words: &str) -> (Option<&str>, &str) {
    if let Some((word, rest)) = words.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        return (Some(word), rest);
    }
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    let (word, rest) = words.split_at(end);
    let is_word = !word.is_empty() && !word.contains('=');
    if is_word { (Some(word), rest) } else { (None, words) }
}

/// Whether a tag says nothing but the kind and the title of its block.
fn says_no_more(words: &str, is_box: bool) -> bool {
    let mut rest = words.trim();
    let mut unnamed = 0;
    while !rest.is_empty() {
        let key = ["style", "type", "kind", "level", "title"]
            .iter()
            .find(|key| rest.strip_prefix(**key).is_some_and(|after| after.trim_start().starts_with('=')));
        let value = if let Some(key) = key {
            rest[key.len()..].trim_start()[1..].trim_start()
        } else {
            unnamed += 1;
            rest
        };
        let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
        let parts = match quote {
            Some(quote) => value[1..].split_once(quote),
            None => Some(value.split_at(value.find(char::is_whitespace).unwrap_or(value.len()))),
        };
        let Some((word, after)) = parts else { return false };
        if quote.is_none() && word.contains('=') {
            return false;
        }
        rest = after.trim_start();
    }
    unnamed <= if is_box { 2 } else { 0 }
}
