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

/// What a piece of text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PieceKind {
    /// Letters or figures, or something that is no text.
    Word,
    /// Signs alone, which Markdown cannot mark beside other signs.
    Signs,
    /// Spaces.
    Space,
}

/// Cuts spaces off the edges of runs.
fn pieces(runs: &[RichRun]) -> Vec<(RichRun, PieceKind)> {
    let mut pieces = Vec::with_capacity(runs.len());
    for run in runs {
        let Some(text) = run.as_text() else {
            let is_break = run.content == RichContent::Break;
            pieces.push((run.clone(), if is_break { PieceKind::Space } else { PieceKind::Word }));
            continue;
        };
        let core = text.trim();
        let lead = text.len() - text.trim_start().len();
        let has_word = run.marks.has(RichMark::Code) || core.contains(char::is_alphanumeric);
        let kind = if has_word { PieceKind::Word } else { PieceKind::Signs };
        let parts =
            [(&text[..lead], PieceKind::Space), (core, kind), (&text[lead + core.len()..], PieceKind::Space)];
        for (part, kind) in parts {
            if !part.is_empty() {
                pieces.push((run.like(RichContent::Text(part.to_owned())), kind));
            }
        }
    }
    pieces
}

/// Spaces at the edges of a run take the marks that both neighbours have; signs alone only those of emphasis.
fn spaces_outside(runs: &[RichRun]) -> Vec<RichRun> {
    let pieces = pieces(runs);
    let looks: Vec<Option<(RichMarks, Option<Arc<str>>)>> = pieces
        .iter()
        .map(|(run, kind)| (*kind == PieceKind::Word).then(|| (run.marks, run.link.clone())))
        .collect();
    let after = next_looks(&looks);
    let mut before: Option<(RichMarks, Option<Arc<str>>)> = None;
    let mut out = Vec::with_capacity(pieces.len());
    for (at, (mut run, kind)) in pieces.into_iter().enumerate() {
        let both = before.as_ref().zip(after[at].map(|next| &looks[next]).and_then(Option::as_ref));
        let common = both.map_or_else(RichMarks::default, |(left, right)| left.0.common(right.0));
        match kind {
            PieceKind::Word => before.clone_from(&looks[at]),
            PieceKind::Signs => {
                for mark in DELIMITED {
                    run.marks = run.marks.with(mark, common.has(mark));
                }
            }
            PieceKind::Space => {
                run.marks = common.with(RichMark::Code, false);
                run.link = both.and_then(|(left, right)| left.1.clone().filter(|_| left.1 == right.1));
            }
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

/// Moves signs out of marks where a letter stands on the other side: Markdown would not read the mark there.
fn punctuation_outside(runs: &[RichRun]) -> Vec<RichRun> {
    let mut out: Vec<RichRun> = Vec::with_capacity(runs.len());
    for (at, run) in runs.iter().enumerate() {
        let left = at.checked_sub(1).map(|left| &runs[left]).filter(|left| needs_gap(run, left, true));
        let right = runs.get(at + 1).filter(|right| needs_gap(run, right, false));
        let Some(text) = run.as_text().filter(|_| left.is_some() || right.is_some()) else {
            out.push(run.clone());
            continue;
        };
        let is_sign = |letter: char| !letter.is_alphanumeric();
        let lead = if left.is_some() { text.len() - text.trim_start_matches(is_sign).len() } else { 0 };
        let trail = if right.is_some() { text.trim_end_matches(is_sign).len() } else { text.len() };
        for (part, side) in
            [(&text[..lead], left), (&text[lead..trail.max(lead)], None), (&text[trail.max(lead)..], right)]
        {
            if part.is_empty() {
                continue;
            }
            let mut piece = run.like(RichContent::Text(part.to_owned()));
            for mark in DELIMITED {
                piece.marks = piece
                    .marks
                    .with(mark, run.marks.has(mark) && side.is_none_or(|side| side.marks.has(mark)));
            }
            out.push(piece);
        }
    }
    out
}

/// Whether marks of a run begin or end beside a letter of its neighbour.
fn needs_gap(run: &RichRun, neighbour: &RichRun, at_start: bool) -> bool {
    let beside = edge(neighbour, at_start);
    !run.marks.has(RichMark::Code)
        && DELIMITED.iter().any(|mark| run.marks.has(*mark) && !neighbour.marks.has(*mark))
        && beside.is_some_and(char::is_alphanumeric)
}

/// The first or last letter of a run of text.
fn edge(run: &RichRun, at_end: bool) -> Option<char> {
    let text = run.as_text()?;
    if at_end { text.chars().next_back() } else { text.chars().next() }
}
