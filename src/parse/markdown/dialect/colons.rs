//! Blocks between lines of colons: `VuePress`, `VitePress`, Docusaurus, `HackMD`, `MyST`, pandoc, Azure `DevOps`.
use super::body_lines::BodyLines;
use super::finding::FoundMark;
use super::rewrite::Rewrite;
use crate::model::{Code, codes};
use crate::text::callouts::{Named, named};

/// How deep blocks may nest.
const DEPTH: usize = 64;

/// A line of colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Colons<'a> {
    /// How many, and the words behind them.
    Open(usize, &'a str),
    /// How many.
    Close(usize),
}

/// An open block.
struct OpenColons<'a> {
    count: usize,
    line: usize,
    words: &'a str,
}

/// Adds a finding for each block. One that does not end is its first line.
pub(super) fn find(page: &mut BodyLines<'_>) {
    let mut open: Vec<OpenColons<'_>> = Vec::new();
    for number in 0..page.lines.len() {
        let Some(colons) = page.visible(number).and_then(colons) else { continue };
        page.taken[number] = true;
        match colons {
            Colons::Open(count, words) => {
                if open.len() == DEPTH {
                    let first = open.remove(0);
                    page.findings.push(finding(page, &first, None));
                }
                open.push(OpenColons { count, line: number, words });
            }
            Colons::Close(count) => {
                let same = open.iter().rposition(|block| block.count == count);
                let near = || open.iter().rposition(|block| block.count < count);
                if let Some(at) = same.or_else(near) {
                    let inner = open.split_off(at + 1);
                    add_open(page, &inner);
                    let block = open.pop().expect("it was just found");
                    page.findings.push(finding(page, &block, Some(number)));
                }
            }
        }
    }
    add_open(page, &open);
}

/// Adds a finding for each block that does not end.
fn add_open(page: &mut BodyLines<'_>, open: &[OpenColons<'_>]) {
    for block in open {
        page.findings.push(finding(page, block, None));
    }
}

fn colons(text: &str) -> Option<Colons<'_>> {
    let rest = text.trim_start_matches(':');
    let count = text.len() - rest.len();
    let words = rest.trim().trim_end_matches(':').trim_end();
    let begins = words.starts_with(|first: char| first.is_alphabetic() || first == '{');
    match words {
        _ if count < 3 => None,
        "" => Some(Colons::Close(count)),
        _ => begins.then_some(Colons::Open(count, words)),
    }
}

fn finding(page: &BodyLines<'_>, block: &OpenColons<'_>, close: Option<usize>) -> FoundMark {
    let opening = Opening::read(block.words);
    let what = named(opening.name);
    let finding = FoundMark::new(code(what), page.lines[block.line].range());
    let Some(last) = close else {
        return match what {
            Named::Alert(alert) => finding.instead(format!("> [!{alert}]")),
            Named::Details => finding.folded(),
            _ => finding,
        };
    };
    let finding = finding.closed_by(page.lines[last].range());
    let rewrite = Rewrite::between(page, block.line, last);
    let has_options = page.lines[block.line + 1..last].first().is_some_and(|line| line.text.starts_with(':'));
    let fix = match what {
        _ if has_options || opening.is_odd => None,
        Named::Alert(alert) => rewrite.as_alert(alert, opening.title),
        Named::Details => rewrite.as_details(opening.title, false),
        _ => None,
    };
    let finding = match what {
        Named::Alert(alert) => finding.instead(format!("> [!{alert}] {}", opening.title).trim_end()),
        Named::Details => finding.folded(),
        _ => finding,
    };
    finding.fixed(fix)
}

/// The code of a block by what it is in Jalon.
pub(super) fn code(what: Named) -> Code {
    match what {
        Named::Alert(_) | Named::Callout | Named::Details => codes::DIALECT_CALLOUT,
        Named::Tabs => codes::DIALECT_TABS,
        Named::Diagram => codes::DIALECT_DIAGRAM,
        Named::Include => codes::DIALECT_INCLUDE,
        Named::Other => codes::DIALECT_DIRECTIVE,
    }
}

/// The words that open a block: `tip Title`, `tip[Title]`, `{tip} Title`, `{.tip title="Title"}`.
struct Opening<'a> {
    name: &'a str,
    title: &'a str,
    /// Whether it says more, which would be lost.
    is_odd: bool,
}

impl<'a> Opening<'a> {
    fn read(words: &'a str) -> Self {
        if let Some((inside, title)) = words.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            return Self::braced(inside.trim(), title.trim());
        }
        let end = words.find(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter)));
        let (name, rest) = words.split_at(end.unwrap_or(words.len()));
        let rest = rest.trim();
        match rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(title) => Self { name, title: title.trim(), is_odd: title.contains(']') },
            None => Self { name, title: rest, is_odd: rest.contains(['{', '}', '[']) },
        }
    }

    fn braced(inside: &'a str, after: &'a str) -> Self {
        let first = inside.split([' ', '\t']).find(|word| !word.starts_with('#')).unwrap_or_default();
        let name = first.trim_start_matches('.');
        let attribute = inside.split_once("title=").map(|(_, value)| value);
        let quoted = attribute.and_then(|value| value.strip_prefix('"')?.split_once('"'));
        let known = 1 + usize::from(quoted.is_some());
        let words = match quoted {
            Some((title, _)) => inside.replace(title, "").split_whitespace().count(),
            None => inside.split_whitespace().count(),
        };
        let title = quoted.map_or(after, |(title, _)| title);
        Self { name, title, is_odd: words > known || (quoted.is_some() && !after.is_empty()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_opened_in_many_ways() {
        let read = |words| {
            let Opening { name, title, is_odd } = Opening::read(words);
            (name, title, is_odd)
        };
        assert_eq!(read("tip Mise à jour"), ("tip", "Mise à jour", false));
        assert_eq!(read("tip[Mise à jour]"), ("tip", "Mise à jour", false));
        assert_eq!(read("{note} T"), ("note", "T", false));
        assert_eq!(read("{.callout-tip title=\"Mise à jour\"}"), ("callout-tip", "Mise à jour", false));
        assert_eq!(read("{#x .warning}"), ("warning", "", true));
        assert_eq!(colons("::: tip"), Some(Colons::Open(3, "tip")));
        assert_eq!(colons(":::::"), Some(Colons::Close(5)));
        assert_eq!(colons(":: x"), None);
        assert_eq!(colons("::: 3"), None);
    }
}
