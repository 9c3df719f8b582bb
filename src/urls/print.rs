//! Writes the lock as text, sorted by address, so that the changes of two editors only conflict if they are about the same page.
use super::fingerprint;
use super::lost::{LostAddress, LostTarget};
use super::published::{PublishedTarget, PublishedUrls, encoded};
use crate::model::{Fingerprint, LockLine, LockState, Page, Parsed, UrlLock};
use crate::stamp::{KeySet, Table};
use std::fmt::Write as _;

/// The lock of what is published now. `header` becomes a comment at its top. `before` is the lock that it replaces. Addresses
/// in `lost` are given up for `reason`; others that the site does not have, those of expired pages, are kept.
pub fn print(
    header: &str,
    published: &PublishedUrls<'_>,
    parsed: &Parsed,
    before: &UrlLock,
    lost: &[LostAddress<'_>],
    reason: &str,
) -> String {
    let gone: KeySet<u32> = lost.iter().map(|lost| lost.line.start).collect();
    let moved: Table<&str, Vec<&str>> = lost_anchors(before, lost);
    let known: Table<&str, &[LockLine]> =
        before.groups().map(|(line, anchors)| (before.address(line), anchors)).collect();
    let mut blocks: Vec<(&str, String)> = Vec::new();
    for (address, target) in published.sorted() {
        let mut block = String::new();
        match target {
            PublishedTarget::Page(page) => {
                let kept = known.get(address).copied().unwrap_or_default();
                of_page(address, page, parsed, &mut block);
                for line in
                    kept.iter().filter(|line| line.state.is_gone() && !has_anchor(page, before.address(line)))
                {
                    keep(before, line, &mut block);
                }
                for name in moved.get(page.url.as_str()).into_iter().flatten() {
                    add(&mut block, format_args!("  {name} gone: {reason}"));
                }
            }
            PublishedTarget::Generated => add(&mut block, format_args!("{address} -")),
            PublishedTarget::Alias(page) => {
                add(&mut block, format_args!("{address} alias: {}", encoded(page.url.as_str())));
            }
            PublishedTarget::File(stamp) => {
                add(&mut block, format_args!("{address} {}", hex(fingerprint::of_stamp(stamp))));
            }
            PublishedTarget::Gone(reason) => add(&mut block, format_args!("{address} gone: {reason}")),
        }
        blocks.push((address, block));
    }
    for (line, anchors) in before.groups().filter(|(line, _)| published.at(before.address(line)).is_none()) {
        let address = before.address(line);
        let mut block = String::new();
        if gone.contains(&line.start) {
            add(&mut block, format_args!("{address} gone: {reason}"));
        } else {
            let below = if line.state.is_gone() { &[][..] } else { anchors };
            [line].into_iter().chain(below).for_each(|line| keep(before, line, &mut block));
        }
        blocks.push((address, block));
    }
    blocks.sort_by_key(|(address, _)| *address);
    let mut out = String::new();
    header.lines().for_each(|line| add(&mut out, format_args!("# {line}")));
    out.extend(blocks.into_iter().map(|(_, block)| block));
    out
}

/// The anchors to give up, by the address of their page.
fn lost_anchors<'a>(before: &'a UrlLock, lost: &[LostAddress<'a>]) -> Table<&'a str, Vec<&'a str>> {
    let mut found: Table<&str, Vec<&str>> = Table::default();
    for one in lost {
        if let LostTarget::Anchor(page, _) = &one.target {
            found.entry(page.url.as_str()).or_default().push(before.address(one.line));
        }
    }
    found
}

fn has_anchor(page: &Page, anchor: &str) -> bool {
    let name = anchor.trim_start_matches('#');
    let headings = page.outline.headings.iter().map(|heading| &heading.anchor);
    headings.chain(&page.outline.anchors).any(|anchor| anchor.as_str() == name)
}

fn of_page(address: &str, page: &Page, parsed: &Parsed, block: &mut String) {
    let document = parsed.document(page);
    let print = document.map_or(Fingerprint::NONE, fingerprint::page);
    add(block, format_args!("{address} {}", hex(print)));
    let sections = document.map(fingerprint::sections).unwrap_or_default();
    let headings = page.outline.headings.iter().filter(|heading| !heading.anchor.as_str().is_empty());
    for (heading, print) in headings.zip(sections) {
        add(block, format_args!("  #{} {}", heading.anchor, hex(print)));
    }
    for anchor in &page.outline.former {
        add(block, format_args!("  #{anchor} -"));
    }
}

/// Writes a line as it was in the lock before.
fn keep(before: &UrlLock, line: &LockLine, block: &mut String) {
    let address = before.address(line);
    let indent = if before.is_anchor(line) { "  " } else { "" };
    match line.state {
        LockState::There(print) => add(block, format_args!("{indent}{address} {}", hex(print))),
        LockState::Alias(from, to) => {
            add(block, format_args!("{indent}{address} alias: {}", before.str(from, to)));
        }
        LockState::Gone(from, to) => {
            add(block, format_args!("{indent}{address} gone: {}", before.str(from, to)));
        }
    }
}

fn hex(print: Fingerprint) -> String {
    if print == Fingerprint::NONE { "-".to_owned() } else { format!("{:012x}", print.0) }
}

fn add(block: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(block, "{line}").expect("writing to a string cannot fail");
}
