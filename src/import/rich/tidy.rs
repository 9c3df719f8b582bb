//! Runs made ready for Markdown: joined where they look the same, without spaces and punctuation at the edges of marks.
use super::run::{RichContent, RichMark, RichMarks, RichRun};
use std::sync::Arc;

/// The marks that Markdown writes with letters whose neighbours matter.
const DELIMITED: [RichMark; 3] = [RichMark::Bold, RichMark::Italic, RichMark::Strike];

/// Tidies runs.
pub(super) fn tidy(runs: &[RichRun]) -> Vec<RichRun> {
    let runs = joined(cleaned(runs));
    let mut runs = joined(spaces_outside(&runs));
    trim_edges(&mut runs);
    joined(punctuation_outside(&runs))
}

/// The runs that are written, without letters that have no place in Markdown.
fn cleaned(runs: &[RichRun]) -> Vec<RichRun> {
    let written = runs.iter().filter(|run| !matches!(run.content, RichContent::Anchor(_)));
    let cleaned = written.map(|run| {
        let RichContent::Text(text) = &run.content else {
            // A reference to a note is raised by itself.
            let is_note = matches!(run.content, RichContent::Note(_));
            return if is_note {
                RichRun { marks: RichMarks::default(), ..run.clone() }
            } else {
                run.clone()
            };
        };
        let text: String = text.chars().filter_map(cleaned_letter).collect();
        run.like(RichContent::Text(text))
    });
    cleaned.filter(|run| run.as_text() != Some("")).collect()
}

/// A letter as it is written; none for marks that only guide the layout.
fn cleaned_letter(letter: char) -> Option<char> {
    match letter {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{fffe}' | '\u{ffff}' => None,
        _ if letter.is_control() || is_direction(letter) => None,
        _ => Some(letter),
    }
}

/// Whether a letter is a mark of direction, which could hide text.
fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Joins neighbours that look the same, and writes one space where several stand.
fn joined(runs: Vec<RichRun>) -> Vec<RichRun> {
    let mut out: Vec<RichRun> = Vec::with_capacity(runs.len());
    for run in runs {
        if let Some(last) = out.last_mut()
            && last.marks == run.marks
            && last.link == run.link
            && let (RichContent::Text(before), RichContent::Text(text)) = (&mut last.content, &run.content)
        {
            before.push_str(text);
        } else {
            out.push(run);
        }
    }
    for run in &mut out {
        if let RichContent::Text(text) = &mut run.content
            && text.contains("  ")
        {
            *text = single_spaces(text);
        }
    }
    out
}

fn single_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter != ' ' || !out.ends_with(' ') {
            out.push(letter);
        }
    }
    out
}

/// Spaces at the edges of a run take the marks that both neighbours have.
fn spaces_outside(runs: &[RichRun]) -> Vec<RichRun> {
    let mut pieces: Vec<(RichRun, bool)> = Vec::with_capacity(runs.len());
    for run in runs {
        let Some(text) = run.as_text() else {
            pieces.push((run.clone(), run.content == RichContent::Break));
            continue;
        };
        let core = text.trim();
        let lead = text.len() - text.trim_start().len();
        let (before, after) = (&text[..lead], &text[lead + core.len()..]);
        for (part, is_space) in [(before, true), (core, false), (after, true)] {
            if !part.is_empty() {
                pieces.push((run.like(RichContent::Text(part.to_owned())), is_space));
            }
        }
    }
    let looks: Vec<Option<(RichMarks, Option<Arc<str>>)>> =
        pieces.iter().map(|(run, is_space)| (!is_space).then(|| (run.marks, run.link.clone()))).collect();
    let after = next_looks(&looks);
    let mut before: Option<(RichMarks, Option<Arc<str>>)> = None;
    let mut out = Vec::with_capacity(pieces.len());
    for (at, (mut run, is_space)) in pieces.into_iter().enumerate() {
        if is_space {
            let both = before.as_ref().zip(after[at].map(|next| &looks[next]).and_then(Option::as_ref));
            run.marks = both.map_or_else(RichMarks::default, |(left, right)| left.0.common(right.0));
            run.marks = run.marks.with(RichMark::Code, false);
            run.link = both.and_then(|(left, right)| left.1.clone().filter(|_| left.1 == right.1));
        } else {
            before.clone_from(&looks[at]);
        }
        out.push(run);
    }
    out
}

/// For each piece, the place of the next that has a look.
fn next_looks<T>(looks: &[Option<T>]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut out = vec![None; looks.len()];
    for at in (0..looks.len()).rev() {
        out[at] = next;
        if looks[at].is_some() {
            next = Some(at);
        }
    }
    out
}

/// Takes away spaces and line ends at both ends. No-break spaces go with them.
fn trim_edges(runs: &mut Vec<RichRun>) {
    let is_blank = |run: &RichRun| match &run.content {
        RichContent::Text(text) => text.trim().is_empty(),
        RichContent::Break => true,
        _ => false,
    };
    while runs.last().is_some_and(is_blank) {
        runs.pop();
    }
    let blank = runs.iter().take_while(|run| is_blank(run)).count();
    runs.drain(..blank);
    if let Some(RichContent::Text(text)) = runs.first_mut().map(|run| &mut run.content) {
        *text = text.trim_start().to_owned();
    }
    if let Some(RichContent::Text(text)) = runs.last_mut().map(|run| &mut run.content) {
        *text = text.trim_end().to_owned();
    }
}

/// Moves punctuation out of marks where a letter stands on the other side: Markdown would not read the mark there.
fn punctuation_outside(runs: &[RichRun]) -> Vec<RichRun> {
    let mut out: Vec<RichRun> = runs.to_vec();
    for at in 0..out.len() {
        let before = at.checked_sub(1).and_then(|left| edge(&out[left], true));
        if before.is_some_and(char::is_alphanumeric) {
            let left = out[at - 1].marks;
            shed(&mut out, at, left, true);
        }
        let after = out.get(at + 1).and_then(|right| edge(right, false));
        if after.is_some_and(char::is_alphanumeric) {
            let right = out[at + 1].marks;
            shed(&mut out, at, right, false);
        }
    }
    out.into_iter().filter(|run| run.as_text() != Some("")).collect()
}

/// The first or last letter of a run of text.
fn edge(run: &RichRun, at_end: bool) -> Option<char> {
    let text = run.as_text()?;
    if at_end { text.chars().next_back() } else { text.chars().next() }
}

/// Gives the punctuation at an edge of a run to its neighbour, if marks begin or end between them.
fn shed(runs: &mut [RichRun], at: usize, neighbour: RichMarks, at_start: bool) {
    let marks = runs[at].marks;
    let begins = DELIMITED.iter().any(|mark| marks.has(*mark) && !neighbour.has(*mark));
    let is_same_link = runs[at].link == runs[if at_start { at - 1 } else { at + 1 }].link;
    if !begins || !is_same_link || marks.has(RichMark::Code) {
        return;
    }
    let Some(text) = runs[at].as_text().map(str::to_owned) else { return };
    let is_mark = |letter: char| !letter.is_alphanumeric();
    let (kept, given) = if at_start {
        let kept = text.trim_start_matches(is_mark);
        (kept, &text[..text.len() - kept.len()])
    } else {
        let kept = text.trim_end_matches(is_mark);
        (kept, &text[kept.len()..])
    };
    if given.is_empty() {
        return;
    }
    let other = if at_start { at - 1 } else { at + 1 };
    if let RichContent::Text(text) = &mut runs[other].content {
        if at_start {
            text.push_str(given);
        } else {
            text.insert_str(0, given);
        }
        runs[at].content = RichContent::Text(kept.to_owned());
    }
}
