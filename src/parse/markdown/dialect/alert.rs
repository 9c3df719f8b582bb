//! Alerts with names or additions that are not known here: Obsidian, Microsoft Learn, other versions of GitHub's five.
use super::body_lines::BodyLines;
use super::finding::FoundMark;
use super::lines::{Container, Line};
use crate::model::codes;
use crate::text::callouts::{Named, named};

/// The alerts that are known.
const KNOWN: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// Adds a finding for each line `> [!name]` that is no alert.
pub(super) fn find(page: &mut BodyLines<'_>) {
    for number in 0..page.lines.len() {
        let Some((name, rest)) = page.visible(number).and_then(name) else { continue };
        let line = &page.lines[number];
        let quotes = depth(line);
        let above = number.checked_sub(1).map(|above| depth(&page.lines[above]));
        let is_first = quotes > 0 && above.is_none_or(|above| above < quotes);
        let is_known = KNOWN.contains(&name.to_lowercase().as_str());
        let is_folded = rest.starts_with(['+', '-']);
        if page.hidden.has_alert(&(line.start..line.end() + 1)) || (is_known && is_first && !is_folded) {
            continue;
        }
        let what = named(name);
        if quotes == 0 && what == Named::Other {
            continue;
        }
        let title = rest.trim_start_matches(['+', '-']).trim();
        let mut finding = FoundMark::new(codes::DIALECT_CALLOUT, line.range());
        if let Named::Alert(alert) = what {
            let instead = format!("[!{alert}] {title}");
            finding = finding.instead(format!("> {}", instead.trim_end()));
            if is_first {
                finding = finding.fix(line.range(), instead.trim_end());
            }
        }
        page.take(number, finding);
    }
}

/// The name in `[!name]`, and what follows.
fn name(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.strip_prefix("[!")?.split_once(']')?;
    let is_name = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    (!name.is_empty() && name.chars().all(is_name) && !rest.starts_with(['(', '['])).then_some((name, rest))
}

/// How many quotations are around a line.
fn depth(line: &Line<'_>) -> usize {
    line.containers.iter().filter(|container| **container == Container::Quote).count()
}
