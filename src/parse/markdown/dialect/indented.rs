//! Blocks whose body is indented: admonitions and tabs of `MkDocs`.
use super::body_lines::BodyLines;
use super::colons::code;
use super::finding::FoundMark;
use super::lines::{columns, inside};
use super::rewrite::{DEEPER, Rewrite};
use crate::text::callouts::{Named, named};
use std::ops::Range;

/// The line that opens a block.
struct Admonition<'a> {
    /// The mark: `!!!`, `???`, `???+`, `===`.
    mark: &'a str,
    /// The first name.
    name: &'a str,
    /// Whether more names follow.
    is_odd: bool,
    /// The text in quotes.
    title: Option<&'a str>,
}

/// Adds a finding for each block, and one for each row of tabs.
pub(super) fn find(page: &mut BodyLines<'_>) {
    // Where the row of tabs ends that was reported last, and where the last body ends: what is in it may look like code.
    let (mut tabs, mut body_end) = (0, 0);
    let mut fence = Fence::default();
    for number in 0..page.lines.len() {
        let is_fenced = fence.holds(page.lines[number].text);
        let in_body = number < body_end && !is_fenced;
        let line = if in_body { Some(page.lines[number].text) } else { page.visible(number) };
        let Some(admonition) = line.and_then(Admonition::read) else { continue };
        let body = body(page, number);
        let what = if admonition.mark == "===" { Named::Tabs } else { named(admonition.name) };
        if what == Named::Other && body.is_empty() {
            continue;
        }
        page.taken[number] = true;
        let last = body.clone().rfind(|line| !page.lines[*line].is_blank()).unwrap_or(number);
        body_end = body_end.max(last + 1);
        if what == Named::Tabs {
            // Tabs inside a tab belong to the outer row.
            let goes_on = number < tabs
                || tabs > 0 && page.lines[tabs..number].iter().all(super::lines::Line::is_blank);
            tabs = tabs.max(last + 1);
            if goes_on {
                continue;
            }
        }
        page.findings.push(finding(page, number, &admonition, what, last));
    }
}

fn finding(
    page: &BodyLines<'_>,
    number: usize,
    written: &Admonition<'_>,
    what: Named,
    last: usize,
) -> FoundMark {
    let what = if what == Named::Other { Named::Callout } else { what };
    let finding = FoundMark::new(code(what), page.lines[number].range());
    let rewrite = Rewrite::indented(page, number, last);
    let title = written.title.unwrap_or_default();
    let is_folded = written.mark.starts_with('?');
    let finding = match what {
        Named::Alert(alert) if !is_folded => finding.instead(format!("> [!{alert}] {title}").trim_end()),
        Named::Alert(_) | Named::Callout | Named::Details if is_folded => finding.folded(),
        _ => finding,
    };
    let fix = match what {
        _ if written.is_odd || last == number => None,
        Named::Alert(_) | Named::Callout | Named::Details if is_folded => {
            rewrite.as_details(title, written.mark.ends_with('+'))
        }
        Named::Alert(alert) => rewrite.as_alert(alert, title),
        _ => None,
    };
    finding.fixed(fix)
}

impl<'a> Admonition<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let end = text.find(|letter: char| !"!?+=".contains(letter))?;
        let (mark, rest) = text.split_at(end);
        if !matches!(mark, "!!!" | "???" | "???+" | "===" | "===!" | "===+") || !rest.starts_with([' ', '\t'])
        {
            return None;
        }
        let rest = rest.trim();
        let (names, title) = match rest.split_once('"') {
            Some((names, quoted)) => (names.trim(), Some(quoted.strip_suffix('"')?)),
            None => (rest, None),
        };
        let is_name = |letter: char| letter.is_alphanumeric() || "-_ ".contains(letter);
        let is_tab = mark.starts_with('=');
        if !names.chars().all(is_name) || names.is_empty() != is_tab || (is_tab && title.is_none()) {
            return None;
        }
        let name = names.split(' ').next().unwrap_or_default();
        Some(Self { mark: if is_tab { "===" } else { mark }, name, is_odd: name.len() < names.len(), title })
    }
}

/// The lines below a line that are indented more, and empty ones.
fn body(page: &BodyLines<'_>, open: usize) -> Range<usize> {
    let containers = &page.lines[open].containers;
    let is_inside = |line: &super::lines::Line<'_>| {
        let raw = page.source.get(line.start..line.end()).unwrap_or_default();
        inside(raw, containers)
            .is_some_and(|text| text.trim().is_empty() || columns(text, DEEPER).1 >= DEEPER)
    };
    let below = &page.lines[open + 1..];
    let end = below.iter().position(|line| !is_inside(line)).unwrap_or(below.len());
    let has_text = below[..end].iter().any(|line| !line.is_blank());
    open + 1..open + 1 + if has_text { end } else { 0 }
}

/// A fence of code in a body that Markdown takes for code as a whole.
#[derive(Default)]
struct Fence {
    open: Option<char>,
}

impl Fence {
    /// Whether a line is a fence or inside one.
    fn holds(&mut self, text: &str) -> bool {
        let mark = ['`', '~'].into_iter().find(|mark| text.starts_with(&mark.to_string().repeat(3)));
        match (self.open, mark) {
            (None, Some(mark)) => self.open = Some(mark),
            (Some(open), Some(mark)) if open == mark => {
                self.open = None;
                return true;
            }
            _ => {}
        }
        self.open.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_opens_a_block_is_read() {
        let read =
            |text| Admonition::read(text).map(|found| (found.mark, found.name, found.title, found.is_odd));
        assert_eq!(read("!!! note \"T\""), Some(("!!!", "note", Some("T"), false)));
        assert_eq!(read("???+ note inline end"), Some(("???+", "note", None, true)));
        assert_eq!(read("=== \"Un\""), Some(("===", "", Some("Un"), false)));
        assert_eq!(read("=== Un"), None);
        assert_eq!(read("!!! Attention, danger !!!"), None);
        assert_eq!(read("!!!"), None);
        assert_eq!(read("==="), None);
    }
}
