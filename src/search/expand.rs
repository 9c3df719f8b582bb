//! The words of the index that a typed word may mean.
use super::index::Merged;
use super::stem::{heavy, light};
use crate::text::nearest::edits;

/// A word of the index, and how surely it is meant, up to 1.
pub(super) type Meant = (usize, f64);

/// Up to so many words a wrong first letter is corrected; beyond, the reader's script would have to load them all.
pub(super) const FREE: usize = 16_384;

/// The most words that a prefix stands for.
const PREFIXES: usize = 64;
/// The most sections that these words are looked up in, the first word's apart.
const PREFIX_HITS: u32 = 30_000;
/// The most words that a slip stands for.
const SLIPS: usize = 12;

/// The word itself and its relatives.
pub(super) fn relatives(index: &Merged, word: &str) -> Vec<Meant> {
    let mut found: Vec<Meant> = index.find(word).map(|id| (id, 1.0)).into_iter().collect();
    if !word.bytes().all(|byte| byte.is_ascii_alphabetic()) || word.len() < 3 {
        return found;
    }
    let language = index.frame.language;
    let (near, far) = (light(language, word), heavy(language, word));
    let root = &far[..far.len().saturating_sub(1).clamp(3.min(far.len()), far.len())];
    // What begins differently cannot have the same stem, but for `y` and doubled letters, which this leaves out.
    let root = if word.starts_with(root) { root } else { &word[..3] };
    for id in index.lower(root)..index.len() {
        let other = index.word(id);
        if !other.starts_with(root) {
            break;
        }
        if other == word || !other.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            continue;
        }
        if light(language, other) == near {
            found.push((id, 0.93));
        } else if heavy(language, other) == far {
            found.push((id, 0.75));
        }
    }
    found
}

/// Words that begin with what was typed; `alone` if nothing else was found for it.
pub(super) fn prefixed(index: &Merged, word: &str, alone: bool) -> Vec<Meant> {
    let mut ids: Vec<usize> = Vec::new();
    for id in index.lower(word)..index.len() {
        if !index.word(id).starts_with(word) {
            break;
        }
        if index.word(id) != word {
            ids.push(id);
        }
    }
    ids.sort_by_key(|id| (std::cmp::Reverse(index.spread(*id)), *id));
    ids.truncate(PREFIXES);
    // In a large guide two letters stand for half of it: the most frequent words must do.
    let mut hits = 0;
    let enough = ids.iter().position(|id| {
        hits += index.spread(*id);
        hits > PREFIX_HITS
    });
    ids.truncate(enough.map_or(ids.len(), |at| at.max(1)));
    let typed = length(word);
    ids.into_iter()
        .map(|id| {
            let share = typed / length(index.word(id));
            (id, if alone { 0.5 + 0.35 * share } else { 0.2 + 0.2 * share })
        })
        .collect()
}

fn length(word: &str) -> f64 {
    f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX))
}

/// How many slips a word of that many letters may hold.
pub(super) fn slips_allowed(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Words that differ by the fewest slips, `limit` at most; with `open`, also the beginnings of longer words.
pub(super) fn slipped(index: &Merged, word: &str, limit: usize, open: bool) -> Vec<Meant> {
    let typed: Vec<char> = word.chars().collect();
    let most = slips_allowed(typed.len()).min(limit);
    if most == 0 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let free = index.len() <= FREE;
    let mut found = nearest(index, &typed, most, free, |other, letters| {
        (letters.abs_diff(typed.len()) <= most).then(|| edits(word, other))
    });
    if found.is_empty() && open && typed.len() >= 5 {
        found = nearest(index, &typed, 1, free, |other, letters| {
            (letters > typed.len()).then(|| {
                let beginnings = typed.len() - 1..=typed.len() + 1;
                beginnings.map(|end| edits(word, beginning(other, end))).min().unwrap_or(usize::MAX)
            })
        });
        for (_, surely) in &mut found {
            *surely *= 0.8;
        }
    }
    found
}

/// The words at the least distance.
fn nearest(
    index: &Merged,
    typed: &[char],
    most: usize,
    free: bool,
    distance: impl Fn(&str, usize) -> Option<usize>,
) -> Vec<Meant> {
    let mut best = most;
    let mut found: Vec<(usize, usize, f64)> = Vec::new();
    let mut other: Vec<char> = Vec::new();
    for id in 0..index.len() {
        other.clear();
        other.extend(index.word(id).chars());
        if other.len() < 3 || other[0].is_ascii_digit() || !(free || begins_alike(typed, &other)) {
            continue;
        }
        if let Some(slips) = distance(index.word(id), other.len()).filter(|slips| *slips <= best) {
            best = slips;
            let base = if slips <= 1 { 0.62 } else { 0.46 };
            let first = if typed[0] == other[0] { 0.06 } else { 0.0 };
            let sound = if sound(typed) == sound(&other) { 0.08 } else { 0.0 };
            found.push((id, slips, base + first + sound));
        }
    }
    found.retain(|(_, slips, _)| *slips == best);
    found.sort_by(|left, right| {
        right
            .2
            .total_cmp(&left.2)
            .then(index.spread(right.0).cmp(&index.spread(left.0)))
            .then(left.0.cmp(&right.0))
    });
    found.truncate(SLIPS);
    found.into_iter().map(|(id, _, surely)| (id, surely)).collect()
}

/// The first letters of a word.
fn beginning(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

/// Whether two words begin alike: same first letter, the first two exchanged, or one too many.
fn begins_alike(typed: &[char], other: &[char]) -> bool {
    typed[0] == other[0]
        || (typed[0] == other[1] && typed[1] == other[0])
        || (typed[1] == other[0] && typed[2] == other[1])
}

/// How a word sounds, roughly: no doubled letters, no `h`, no mute ending, one letter for one sound.
fn sound(word: &[char]) -> String {
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let next = word.get(at + 1).copied().unwrap_or(' ');
        let letter = match (word[at], next) {
            ('p', 'h') => {
                at += 1;
                'f'
            }
            ('q', 'u') => {
                at += 1;
                'k'
            }
            ('c', 'e' | 'i' | 'y') | ('z', _) => 's',
            ('c' | 'k' | 'q', _) => 'k',
            ('g', 'e' | 'i' | 'y') => 'j',
            ('y', _) => 'i',
            ('m', 'b' | 'p') => 'n',
            ('h', _) => ' ',
            (letter, _) => letter,
        };
        if letter != ' ' && !out.ends_with(letter) {
            out.push(letter);
        }
        at += 1;
    }
    out.trim_end_matches(['e', 's', 't', 'x']).to_owned()
}
