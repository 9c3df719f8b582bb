//! Marks inside a line.
use super::attributes::AttributeList;
use super::body_lines::BodyLines;
use super::emoji;
use super::finding::FoundMark;
use super::math;
use super::tags::{self, TemplateTag};
use crate::model::codes;
use crate::text::byte_set::ByteSet;
use std::ops::Range;

/// The bytes with which a mark can begin.
pub(super) const STARTS: ByteSet = ByteSet::of("{[!:$=+~^%\\<");

/// The longest mark, in bytes.
const LONGEST: usize = 300;

/// A mark.
enum InlineMark<'a> {
    Found(FoundMark),
    Tag(TemplateTag<'a>),
}

/// Adds a finding for each mark inside a line, in what is no code.
pub(super) fn find(page: &mut BodyLines<'_>) {
    let bytes = page.source.as_bytes();
    let mut template_tags = Vec::new();
    let mut open_ended = Vec::new();
    let mut at = 0;
    for number in 0..page.lines.len() {
        let line = &page.lines[number];
        let end = line.end();
        if page.taken[number] || is_definition(line.text) {
            continue;
        }
        at = at.max(line.at);
        while let Some(stop) = STARTS.next(&bytes[..end], at) {
            if let Some(hidden) = page.hidden.at(stop) {
                at = hidden.end;
                continue;
            }
            if bytes[stop] == b'\\' {
                let formula = math::escaped(page, stop, end);
                at = formula.as_ref().map_or(stop + 2, |range| range.end);
                page.findings.extend(formula.map(|range| FoundMark::new(codes::DIALECT_MATH, range)));
                continue;
            }
            match read(page, stop, end) {
                Some(InlineMark::Tag(tag)) => {
                    at = tag.range.end;
                    if let Some(name) = tag.raw_name().filter(|name| !open_ended.contains(name)) {
                        match tag.close_of(page.source) {
                            Some(close) => at = close,
                            None => open_ended.push(name),
                        }
                    }
                    template_tags.push(tag);
                }
                Some(InlineMark::Found(finding)) => {
                    at = finding.mark.end.max(stop + 1);
                    page.findings.push(finding);
                }
                None => {
                    at = stop + 1 + bytes[stop + 1..].iter().take_while(|byte| **byte == bytes[stop]).count();
                }
            }
        }
    }
    tags::find(page, template_tags);
}

/// `[name]: address`, which no reader sees.
fn is_definition(text: &str) -> bool {
    text.starts_with('[')
        && !text.starts_with("[^")
        && text.split_once("]:").is_some_and(|(name, _)| !name.contains(']'))
}

/// The mark that begins at a byte of a line.
fn read<'a>(page: &BodyLines<'a>, at: usize, end: usize) -> Option<InlineMark<'a>> {
    let source = page.source;
    let rest = source.get(at..end)?;
    let rest = &rest[..rest.floor_char_boundary(LONGEST.min(rest.len()))];
    let finding = match rest.as_bytes()[0] {
        b'{' => match TemplateTag::at(source, at) {
            Some(tag) => return Some(InlineMark::Tag(tag)),
            None => braces(page, at, rest)?,
        },
        b'[' | b'!' => brackets(page, at, rest)?,
        b':' => emoji::read(page, at, rest).or_else(|| text_directive(page, at, rest))?,
        b'<' => {
            let length = rest.strip_prefix("<%")?.find("%>").filter(|length| *length > 0)?;
            FoundMark::new(codes::DIALECT_TEMPLATE, at..at + length + 4)
        }
        b'$' => FoundMark::new(codes::DIALECT_MATH, math::dollars(page, at, end)?),
        b'=' => {
            let range = between(page, at, rest, "==", "==")?;
            let inner = &source[range.start + 2..range.end - 2];
            FoundMark::new(codes::DIALECT_INLINE_MARK, range).replaced_by(format!("<mark>{inner}</mark>"))
        }
        b'+' => FoundMark::new(codes::DIALECT_INLINE_MARK, between(page, at, rest, "++", "++")?),
        b'%' => comment(between(page, at, rest, "%%", "%%")?, source, 2),
        b'^' if rest.starts_with("^[") => {
            let length = rest.find(']')? + 1;
            (length > 6 && !rest.contains("]("))
                .then(|| FoundMark::new(codes::DIALECT_INLINE_MARK, at..at + length))
                .map(|finding| finding.instead(format!("[^1]` … `[^1]: {}", &rest[2..length - 1])))?
        }
        b'^' => raised(page, at, rest, '^', "sup")?,
        b'~' => raised(page, at, rest, '~', "sub")?,
        _ => return None,
    };
    Some(InlineMark::Found(finding))
}

/// `:name[text]{…}` of Docusaurus and Astro.
fn text_directive(page: &BodyLines<'_>, at: usize, rest: &str) -> Option<FoundMark> {
    let inner = &rest[1..];
    let length = inner.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)))?;
    let (name, after) = inner.split_at(length);
    let text = after.strip_prefix('[')?.split_once(']')?.0;
    let end = 1 + length + text.len() + 2;
    let more = &rest[end..];
    let more = if more.starts_with('{') { more.find('}').map_or(0, |length| length + 1) } else { 0 };
    let range = at..at + end + more;
    let (before, after) = page.around(&range);
    let apart = before.is_none_or(|letter| !letter.is_alphanumeric() && letter != ':');
    let is_link = after.is_some_and(|letter| "([:".contains(letter));
    let is_name = length > 1 && name.starts_with(|first: char| first.is_ascii_alphabetic());
    let fits = is_name && apart && !is_link && !text.is_empty() && !crosses(page, &range);
    fits.then(|| FoundMark::new(codes::DIALECT_DIRECTIVE, range))
}

/// A text between two marks that stand at its words, and not inside a word.
fn between(page: &BodyLines<'_>, at: usize, rest: &str, open: &str, close: &str) -> Option<Range<usize>> {
    let inner = rest.strip_prefix(open)?;
    let inner = &inner[..inner.floor_char_boundary(LONGEST.min(inner.len()))];
    let first = open.as_bytes()[0] as char;
    let length = inner.find(close).filter(|length| *length > 0)?;
    let text = &inner[..length];
    let range = at..at + open.len() + length + close.len();
    let (before, after) = page.around(&range);
    let apart =
        |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != first);
    let fits = !text.starts_with([' ', first]) && !text.ends_with(' ') && !crosses(page, &range);
    (fits && apart(before) && apart(after)).then_some(range)
}

/// Whether code or a target begins or ends inside a range.
fn crosses(page: &BodyLines<'_>, range: &Range<usize>) -> bool {
    page.hidden.at(range.end - 1).is_some()
}

/// A comment, written as readers never see it.
fn comment(range: Range<usize>, source: &str, mark: usize) -> FoundMark {
    let inner = source[range.start + mark..range.end - mark].trim();
    let finding = FoundMark::new(codes::DIALECT_COMMENT, range);
    if inner.contains("--") || inner.ends_with('-') || inner.starts_with('>') || inner.contains(": ") {
        return finding;
    }
    finding.replaced_by(format!("<!-- {inner} -->"))
}

/// `H~2~O`, `m^2^`: a few letters or digits that stand at a word.
fn raised(page: &BodyLines<'_>, at: usize, rest: &str, mark: char, tag: &str) -> Option<FoundMark> {
    let inner = &rest[1..];
    let length = inner.find(mark)?;
    let text = &inner[..length];
    let is_short = (1..=4).contains(&text.chars().count()) && text.chars().all(char::is_alphanumeric);
    let range = at..at + length + 2;
    let (before, after) = page.around(&range);
    let at_word = before.is_some_and(|letter| letter.is_alphanumeric() || letter == ')');
    (is_short && at_word && after != Some(mark)).then(|| {
        FoundMark::new(codes::DIALECT_INLINE_MARK, range).replaced_by(format!("<{tag}>{text}</{tag}>"))
    })
}

/// What begins with a brace and is no tag.
fn braces(page: &BodyLines<'_>, at: usize, rest: &str) -> Option<FoundMark> {
    let near = &rest[..rest.floor_char_boundary(LONGEST.min(rest.len()))];
    let range = |close: &str| near.find(close).map(|length| at..at + length + close.len());
    if near.starts_with("{{") {
        let close = if near.starts_with("{{{") { "}}}" } else { "}}" };
        let found = range(close)?;
        let inner = page.source[found.clone()].trim_matches(['{', '}', '-', ' ']);
        return (!inner.is_empty()).then(|| {
            let is_file = ["#include", "#rustdoc_include", "#playground", "> ", "include "].iter();
            let code = match inner.to_lowercase().as_str() {
                "toc" => codes::DIALECT_TOC,
                _ if is_file.into_iter().any(|begin| inner.starts_with(begin)) => codes::DIALECT_INCLUDE,
                _ => codes::DIALECT_TEMPLATE,
            };
            FoundMark::new(code, found)
        });
    }
    let critic = [("{++", "++}"), ("{--", "--}"), ("{~~", "~~}"), ("{==", "==}")];
    if let Some((_, close)) = critic.iter().find(|(open, _)| near.starts_with(open)) {
        return range(close).map(|range| FoundMark::new(codes::DIALECT_INLINE_MARK, range));
    }
    let comments = [("{>>", "<<}", 3), ("{#", "#}", 2), ("{/*", "*/}", 3)];
    if let Some((open, close, mark)) = comments.iter().find(|(open, ..)| near.starts_with(open))
        && let Some(range) = range(close).filter(|range| range.len() >= open.len() + close.len())
    {
        return Some(comment(range, page.source, *mark));
    }
    if near.starts_with("{!") {
        return range("!}").map(|range| FoundMark::new(codes::DIALECT_INCLUDE, range));
    }
    role(page, at, near).or_else(|| AttributeList::finding(page, at, near))
}

/// `{name}` before code: a role of `MyST`.
fn role(page: &BodyLines<'_>, at: usize, near: &str) -> Option<FoundMark> {
    let name = near.strip_prefix('{')?.split_once('}')?.0;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_:".contains(letter);
    let end = at + name.len() + 2;
    let before_code = page.source.as_bytes().get(end) == Some(&b'`');
    let code =
        page.hidden.at(end).filter(|_| before_code && !name.is_empty() && name.chars().all(is_name))?;
    Some(FoundMark::new(codes::DIALECT_DIRECTIVE, at..code.end))
}

/// `[[page]]`, `[[page|text]]`, `![[file]]`.
fn brackets(page: &BodyLines<'_>, at: usize, rest: &str) -> Option<FoundMark> {
    let shown = rest.starts_with('!');
    let inner = rest.strip_prefix('!').unwrap_or(rest).strip_prefix("[[")?;
    let inner = &inner[..inner.floor_char_boundary(LONGEST.min(inner.len()))];
    let target = &inner[..inner.find("]]")?];
    let range = at..at + usize::from(shown) + target.len() + 4;
    let (before, after) = page.around(&range);
    let is_link = after.is_some_and(|letter| "([]:".contains(letter)) || before == Some('[');
    let is_page = target.contains(char::is_alphabetic)
        && !target.contains(['[', ']', '<', '`'])
        && !target.starts_with([' ', '\t', ':', '"', '\'', '-', '$', '^', '@'])
        && !target.ends_with(' ')
        && !["nodiscard", "noreturn", "fallthrough", "maybe_unused", "deprecated", "likely", "unlikely"]
            .contains(&target);
    if is_link || !is_page || page.hidden.at(range.end - 1).is_some() {
        return None;
    }
    let (file, text) = target.split_once('|').unwrap_or((target, target));
    let finding = FoundMark::new(codes::DIALECT_WIKI_LINK, range);
    let is_picture = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"]
        .iter()
        .any(|end| file.to_lowercase().trim_end().ends_with(end));
    Some(match (shown, is_picture) {
        (true, true) => finding.instead(format!("![…]({})", file.trim())),
        (true, false) => finding,
        (false, _) => finding.instead(format!("[{}](….md)", text.trim())),
    })
}
