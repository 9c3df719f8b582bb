//! Marks that are a line: tables of contents, files to show, abbreviations, lines of programs, directives, quotations.
use super::body_lines::BodyLines;
use super::callout::{Named, named};
use super::finding::FoundMark;
use super::lines::Container;
use super::rewrite::Rewrite;
use crate::model::{Code, codes};

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
        if CONTENTS.contains(&text.to_lowercase().as_str()) && page.hidden.at(range.end - 1).is_none() {
            contents(page, number);
        } else if PAGE_BREAKS.contains(&text) {
            let finding = without_line(page, number, FoundMark::new(codes::DIALECT_SHORTCODE, range));
            page.take(number, finding);
        } else if let Some(code) = code(text) {
            page.take(number, FoundMark::new(code, range));
        }
    }
    snippets(page);
    quotations(page);
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
    } else {
        directive(text)
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
