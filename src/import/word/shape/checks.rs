//! Boxes to tick at the beginning of paragraphs, which become tasks.
use crate::import::rich::{RichContent, RichRun, plain};
use crate::import::word::symbol::check_box;

/// Boxes as they are typed, and the signs that stand for them.
const TYPED: [(&str, char); 3] = [("[ ]", '☐'), ("[x]", '☒'), ("[X]", '☒')];

/// The box that a paragraph begins with, taken away, and whether it is ticked.
pub(super) fn take_leading(runs: &mut Vec<RichRun>) -> Option<bool> {
    let at = runs.iter().position(|run| !is_nothing(run))?;
    let is_ticked = take(runs, at, |text| {
        let trimmed = text.trim_start();
        let typed = TYPED.iter().find_map(|(typed, sign)| Some((*sign, trimmed.strip_prefix(typed)?)));
        typed.or_else(|| {
            let sign = trimmed.chars().next()?;
            Some((sign, &trimmed[sign.len_utf8()..]))
        })
    })?;
    if let Some(RichContent::Text(text)) = runs.get_mut(at).map(|run| &mut run.content) {
        *text = text.trim_start_matches(['\u{fe0f}', '\u{fe0e}', ' ', '\t', '\u{a0}', '\u{202f}']).to_owned();
    }
    Some(is_ticked)
}

/// The box that a paragraph ends with, taken away with the dots that lead to it.
pub(super) fn take_trailing(runs: &mut Vec<RichRun>) -> Option<bool> {
    let at = runs.iter().rposition(|run| !is_nothing(run))?;
    let is_ticked = take(runs, at, |text| {
        let trimmed = text.trim_end();
        let sign = trimmed.chars().next_back()?;
        Some((sign, &trimmed[..trimmed.len() - sign.len_utf8()]))
    })?;
    if let Some(RichContent::Text(text)) =
        runs.iter_mut().rev().find(|run| !is_nothing(run)).map(|run| &mut run.content)
    {
        let trimmed = text.trim_end_matches(['…', '_', ' ', '\t', '\u{a0}']);
        let dots = trimmed.len() - trimmed.trim_end_matches('.').len();
        *text = if dots > 1 { trimmed.trim_end_matches('.').trim_end() } else { trimmed }.to_owned();
    }
    Some(is_ticked)
}

/// Takes the box out of a run that is one, or whose text has one at the end that `split` gives with the rest.
fn take(runs: &mut Vec<RichRun>, at: usize, split: impl Fn(&str) -> Option<(char, &str)>) -> Option<bool> {
    match &mut runs[at].content {
        RichContent::Check(is_ticked) => {
            let is_ticked = *is_ticked;
            runs.remove(at);
            Some(is_ticked)
        }
        RichContent::Text(text) => {
            let (sign, rest) = split(text)?;
            let is_ticked = check_box(sign)?;
            *text = rest.to_owned();
            Some(is_ticked)
        }
        _ => None,
    }
}

/// Whether a paragraph holds a box anywhere.
pub(super) fn has_box(runs: &[RichRun]) -> bool {
    let opening = runs.iter().find(|run| !is_nothing(run)).map(|run| &run.content);
    let is_typed = |text: &str| TYPED.iter().any(|(typed, _)| text.trim_start().starts_with(typed));
    matches!(opening, Some(RichContent::Text(text)) if is_typed(text))
        || runs.iter().any(|run| match &run.content {
            RichContent::Check(_) => true,
            RichContent::Text(text) => text.chars().any(|letter| check_box(letter).is_some()),
            _ => false,
        })
}

/// Cuts a paragraph that begins with a box in front of its other boxes: "☐ Oui  ☐ Non" are two.
pub(super) fn parts(runs: Vec<RichRun>) -> Vec<Vec<RichRun>> {
    let mut parts: Vec<Vec<RichRun>> = vec![Vec::new()];
    for run in runs {
        let RichContent::Text(text) = &run.content else {
            if matches!(run.content, RichContent::Check(_)) {
                begin_part(&mut parts);
            }
            push(&mut parts, run);
            continue;
        };
        let mut from = 0;
        for (at, letter) in text.char_indices() {
            if check_box(letter).is_some() {
                if at > from {
                    push(&mut parts, run.like(RichContent::Text(text[from..at].to_owned())));
                }
                begin_part(&mut parts);
                from = at;
            }
        }
        push(&mut parts, run.like(RichContent::Text(text[from..].to_owned())));
    }
    parts
}

fn push(parts: &mut [Vec<RichRun>], run: RichRun) {
    if let Some(last) = parts.last_mut() {
        last.push(run);
    }
}

/// Begins a part, unless nothing stands in the last one.
fn begin_part(parts: &mut Vec<Vec<RichRun>>) {
    if parts.last().is_some_and(|part| part.iter().any(|run| !is_nothing(run))) {
        parts.push(Vec::new());
    }
}

fn is_nothing(run: &RichRun) -> bool {
    match &run.content {
        RichContent::Text(text) => text.trim().is_empty(),
        RichContent::Anchor(_) | RichContent::Break => true,
        _ => false,
    }
}

/// Whether runs say nothing: no text, no picture.
pub(super) fn is_empty(runs: &[RichRun]) -> bool {
    plain(runs).is_empty()
        && runs.iter().all(|run| {
            matches!(run.content, RichContent::Text(_) | RichContent::Break | RichContent::Anchor(_))
        })
}
