//! Marks that are a line: tables of contents, files to show, abbreviations, lines of programs, directives, quotations.
use super::body_lines::BodyLines;
use super::finding::FoundMark;
use super::lines::Container;
use super::rewrite::Rewrite;
use crate::model::{Code, codes};
use crate::text::callouts::{Named, named};

/// Lines that stand for the table of contents, in lower case.
const CONTENTS: [&str; 14] = [
    "[toc]",
    "[[toc]]",
    "[[_toc_]]",
    "[[__toc__]]",
    "${toc}",
    "{:toc}",
    "{: toc}",
    "{:.toc}",
    "@[toc]",
    "{{toc}}",
    "{{ toc }}",
    "{{>toc}}",
    "{toc}",
    "\\tableofcontents",
];

/// How lines begin that show a file.
const INCLUDES: [&str; 17] = [
    "--8<--",
    ";--8<--",
    "-8<-",
    "!include ",
    "!INCLUDE ",
    "!includeurl ",
    "@include ",
    "@include(",
    "@[code",
    "<<< ./",
    "<<< @",
    "<<< ../",
    "<<< /",
    "[!INCLUDE",
    "[!include",
    "[!code-",
    "[!CODE-",
];

/// Lines that end a page of paper.
const PAGE_BREAKS: [&str; 4] = ["\\newpage", "\\pagebreak", "\\clearpage", "\\cleardoublepage"];

/// Adds a finding for each such line.
pub(super) fn find(page: &mut BodyLines<'_>) {
    for number in 0..page.lines.len() {
        let Some(text) = page.visible(number) else { continue };
        let range = page.lines[number].range();
        if is_contents(text) && page.hidden.at(range.end - 1).is_none() {
            contents(page, number);
        } else if PAGE_BREAKS.contains(&text) {
            let finding = without_line(page, number, FoundMark::new(codes::DIALECT_SHORTCODE, range));
            page.take(number, finding);
        } else if let Some(code) = code(text) {
            page.take(number, FoundMark::new(code, range));
        }
    }
    snippets(page);
    comments(page);
    quotations(page);
}

/// `[TOC]`, `[TOC levels=2]`
fn is_contents(text: &str) -> bool {
    let text = text.to_lowercase();
    CONTENTS.contains(&text.as_str())
        || (text.starts_with("[toc ") && text.contains('=') && text.find(']') == Some(text.len() - 1))
}

/// `<!--@include: ./file.md-->` of `VitePress`, which would be lost as a comment.
fn comments(page: &mut BodyLines<'_>) {
    for number in 0..page.lines.len() {
        let line = &page.lines[number];
        let inner = line.text.strip_prefix("<!--").map(str::trim_start);
        let is_include = inner.is_some_and(|inner| inner.starts_with("@include:"));
        // A comment that begins in this line, and no code.
        let begins = is_include && page.hidden.at(line.at).is_some_and(|hidden| hidden.start >= line.start);
        let is_code = line.marker.is_none() && matches!(line.containers.last(), Some(Container::Indent(4..)));
        if begins && !is_code && !page.taken[number] {
            let finding = FoundMark::new(codes::DIALECT_INCLUDE, line.range());
            page.take(number, finding);
        }
    }
}

/// `(name)=` of `MyST`, the name of the next heading.
fn is_target(text: &str) -> bool {
    let name = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(")="));
    let is_part = |letter: char| letter.is_alphanumeric() || "-_:.".contains(letter);
    name.is_some_and(|name| !name.is_empty() && name.chars().all(is_part))
}

/// `::name{…}` of Docusaurus and Astro.
fn leaf_directive(text: &str) -> Option<Code> {
    let rest = text.strip_prefix("::")?;
    let length = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)))?;
    let (name, rest) = rest.split_at(length);
    let is_mark = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && ((rest.starts_with('{') && rest.ends_with('}'))
            || (rest.starts_with('[') && rest.ends_with([']', '}'])));
    is_mark.then(|| super::colons::code(named(name)))
}

/// `/// name` of pymdownx. Programs write their comments so, too: the name must be a known one.
fn slashes(text: &str) -> Option<Code> {
    let words = text.strip_prefix("///").filter(|rest| !rest.starts_with('/'))?.trim_start();
    let name = words.split('|').next().unwrap_or_default();
    let name = name.trim().to_lowercase();
    match named(&name) {
        Named::Other if name == "admonition" => Some(codes::DIALECT_CALLOUT),
        Named::Other => {
            let is_block =
                matches!(name.as_str(), "caption" | "figure-caption" | "table-caption" | "html" | "define");
            is_block.then_some(codes::DIALECT_DIRECTIVE)
        }
        what => Some(super::colons::code(what)),
    }
}

/// A table of contents, which every page has already; kramdown writes a list above it.
fn contents(page: &mut BodyLines<'_>, number: usize) {
    let finding = FoundMark::new(codes::DIALECT_TOC, page.lines[number].range());
    let above = number.checked_sub(1).filter(|_| page.lines[number].text.starts_with("{:"));
    let above = above.filter(|above| page.lines[*above].marker.is_some());
    let finding = match above {
        Some(above) if page.lines[above].text.eq_ignore_ascii_case("toc") => {
            let end = page.lines.get(number + 1).map_or(page.source.len(), |next| next.start);
            finding.closed_by(page.lines[above].range()).fix(page.lines[above].start..end, "")
        }
        Some(_) => finding,
        None => without_line(page, number, finding),
    };
    page.take(number, finding);
}

/// A fix that takes the line away, where nothing is left without it.
fn without_line(page: &BodyLines<'_>, number: usize, finding: FoundMark) -> FoundMark {
    finding.fixed(page.removable(number).map(|range| (range, String::new())))
}

fn code(text: &str) -> Option<Code> {
    if INCLUDES.iter().any(|begin| text.starts_with(begin)) {
        Some(codes::DIALECT_INCLUDE)
    } else if is_abbreviation(text) {
        Some(codes::DIALECT_ABBREVIATION)
    } else if is_script(text) {
        Some(codes::DIALECT_SCRIPT)
    } else if text.starts_with("@[") && text.contains("](") || text.starts_with("[block:") {
        Some(codes::DIALECT_SHORTCODE)
    } else if text.starts_with("!> ") || text.starts_with("?> ") {
        Some(codes::DIALECT_CALLOUT)
    } else if is_target(text) {
        Some(codes::DIALECT_ATTRIBUTES)
    } else {
        directive(text).or_else(|| leaf_directive(text)).or_else(|| slashes(text))
    }
}

/// `*[HTML]: Hyper Text Markup Language`
fn is_abbreviation(text: &str) -> bool {
    let inner = text.strip_prefix("*[").and_then(|rest| rest.split_once("]:"));
    inner.is_some_and(|(short, meaning)| {
        !short.is_empty() && !short.contains(['[', ']']) && !meaning.trim().is_empty()
    })
}

/// `import Tabs from '@theme/Tabs'`, `export const a = 1`: MDX.
fn is_script(text: &str) -> bool {
    let quoted = |rest: &str| {
        let rest = rest.trim_end_matches(';').trim();
        ['"', '\''].iter().any(|quote| rest.len() > 2 && rest.starts_with(*quote) && rest.ends_with(*quote))
    };
    let import = text
        .strip_prefix("import ")
        .is_some_and(|rest| quoted(rest) || rest.rsplit_once(" from ").is_some_and(|(_, file)| quoted(file)));
    let exports = ["export const ", "export let ", "export function ", "export default ", "export async "];
    import || exports.iter().any(|begin| text.starts_with(begin))
}

/// `.. note::` of reStructuredText.
fn directive(text: &str) -> Option<Code> {
    let (name, _) = text.strip_prefix(".. ")?.split_once("::")?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_:".contains(letter);
    let name = name.trim();
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    Some(match named(name) {
        _ if name == "contents" => codes::DIALECT_TOC,
        Named::Other => codes::DIALECT_DIRECTIVE,
        what => super::colons::code(what),
    })
}

/// The second line of `--8<--` belongs to the first.
fn snippets(page: &mut BodyLines<'_>) {
    let mut open = false;
    page.findings.retain(|finding| {
        let is_line = matches!(page.source.get(finding.mark.clone()), Some("--8<--" | "-8<-"));
        open = is_line && !open;
        !is_line || open
    });
}

/// Text between two lines of `>>>`: GitLab.
fn quotations(page: &mut BodyLines<'_>) {
    let mut open: Option<usize> = None;
    for number in 0..page.lines.len() {
        if !is_fence(page, number) {
            continue;
        }
        let outer = |number: usize| {
            let containers = &page.lines[number].containers;
            containers[..containers.len() - 3].to_vec()
        };
        match open.take() {
            Some(first) if outer(first) == outer(number) => {
                let finding = quotation(page, first, number);
                page.findings.push(finding);
            }
            _ => open = Some(number),
        }
    }
}

/// Whether a line is `>>>` and does not belong to a quotation around it.
fn is_fence(page: &BodyLines<'_>, number: usize) -> bool {
    let line = &page.lines[number];
    let quotes = [Container::Quote; 3];
    let deep = |number: Option<usize>| {
        number
            .and_then(|number| page.lines.get(number))
            .is_some_and(|near| near.containers.windows(3).any(|three| three == quotes) && !near.is_blank())
    };
    line.is_blank()
        && line.containers.ends_with(&quotes)
        && page.source.get(line.start..line.at).is_some_and(|raw| raw.trim_end().ends_with(">>>"))
        && page.hidden.at(line.start).is_none()
        && !deep(number.checked_sub(1))
        && !deep(Some(number + 1))
}

fn quotation(page: &BodyLines<'_>, open: usize, close: usize) -> FoundMark {
    let mark = |number: usize| page.lines[number].at - 3..page.lines[number].at;
    let containers = &page.lines[open].containers;
    let containers = &containers[..containers.len() - 3];
    let rewrite = Rewrite { at: mark(open).start, containers, ..Rewrite::between(page, open, close) };
    let finding = FoundMark::new(codes::DIALECT_CALLOUT, mark(open)).closed_by(mark(close)).instead("> ");
    finding.fixed(rewrite.as_quotation())
}
