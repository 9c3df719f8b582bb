//! The words of the index that a typed word may stand for.
use super::index::Index;
use super::stem::{has_relatives, heavy, is_plain, light, root};
use crate::text::nearest::edits;

/// A word of the index, and how probably it is the typed word, up to 1.
pub(super) type WordMatch = (usize, f64);

/// Up to so many words in the index, a wrong first letter is corrected. In a larger index the search script would have
/// to load all words for that.
pub(super) const MAX_ANY_FIRST_LETTER: usize = 16_384;

/// The most words that a prefix stands for.
const MAX_COMPLETIONS: usize = 64;
/// The most hits of these words together, unless the first word alone has more.
const MAX_COMPLETION_HITS: u32 = 30_000;
/// The most words that a misspelling stands for.
const MAX_CORRECTIONS: usize = 12;

/// The word itself and the words of the same stem.
pub(super) fn relatives(index: &Index, word: &str) -> Vec<WordMatch> {
    let mut found: Vec<WordMatch> = index.find(word).map(|id| (id, 1.0)).into_iter().collect();
    if !has_relatives(word) {
        return found;
    }
    let language = index.settings.language;
    let (light_stem, heavy_stem) = (light(language, word), heavy(language, word));
    let root = root(word, &heavy_stem);
    for id in index.lower_bound(root)..index.len() {
        let other = index.word(id);
        if !other.starts_with(root) {
            break;
        }
        if other == word || !is_plain(other) {
            continue;
        }
        if light(language, other) == light_stem {
            found.push((id, 0.93));
        } else if heavy(language, other) == heavy_stem {
            found.push((id, 0.75));
        }
    }
    found
}

/// The words that begin with the typed word; `alone` if nothing else was found for it.
pub(super) fn completions(index: &Index, word: &str, alone: bool) -> Vec<WordMatch> {
    let mut ids: Vec<usize> = Vec::new();
    for id in index.lower_bound(word)..index.len() {
        if !index.word(id).starts_with(word) {
            break;
        }
        if index.word(id) != word {
            ids.push(id);
        }
    }
    ids.sort_by_key(|id| (std::cmp::Reverse(index.hit_count(*id)), *id));
    ids.truncate(MAX_COMPLETIONS);
    // In a large guide two letters may stand for half of it: the most frequent words must suffice.
    let mut hits = 0;
    let too_many = ids.iter().position(|id| {
        hits += index.hit_count(*id);
        hits > MAX_COMPLETION_HITS
    });
    ids.truncate(too_many.map_or(ids.len(), |at| at.max(1)));
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

/// The most spelling mistakes in a word of so many letters.
pub(super) fn max_mistakes(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The words at the least edit distance, `limit` at most. With `is_unfinished`, if there are none, also longer words that
/// begin almost like the typed word.
pub(super) fn corrections(index: &Index, word: &str, limit: usize, is_unfinished: bool) -> Vec<WordMatch> {
    let typed: Vec<char> = word.chars().collect();
    let most = max_mistakes(typed.len()).min(limit);
    if most == 0 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = nearest(index, &typed, most, |other, letters| {
        (letters.abs_diff(typed.len()) <= most).then(|| edits(word, other))
    });
    if found.is_empty() && is_unfinished && typed.len() >= 5 {
        found = nearest(index, &typed, 1, |other, letters| {
            (letters > typed.len()).then(|| {
                let beginnings = typed.len() - 1..=typed.len() + 1;
                beginnings.map(|end| edits(word, beginning(other, end))).min().unwrap_or(usize::MAX)
            })
        });
        for (_, probability) in &mut found {
            *probability *= 0.8;
        }
    }
    found
}

/// The words at the least distance, `most` at most. `distance` also gets the number of letters of a word.
fn nearest(
    index: &Index,
    typed: &[char],
    most: usize,
    distance: impl Fn(&str, usize) -> Option<usize>,
) -> Vec<WordMatch> {
    let can_replace_first = index.len() <= MAX_ANY_FIRST_LETTER;
    let mut best = most;
    let mut found: Vec<(usize, usize, f64)> = Vec::new();
    let mut other: Vec<char> = Vec::new();
    for id in 0..index.len() {
        other.clear();
        other.extend(index.word(id).chars());
        if other.len() < 3 || other[0].is_ascii_digit() || !(can_replace_first || begins_alike(typed, &other))
        {
            continue;
        }
        if let Some(mistakes) = distance(index.word(id), other.len()).filter(|mistakes| *mistakes <= best) {
            best = mistakes;
            let base = if mistakes <= 1 { 0.62 } else { 0.46 };
            let first = if typed[0] == other[0] { 0.06 } else { 0.0 };
            let sound = if sound(typed) == sound(&other) { 0.08 } else { 0.0 };
            found.push((id, mistakes, base + first + sound));
        }
    }
    found.retain(|(_, mistakes, _)| *mistakes == best);
    found.sort_by(|left, right| {
        right
            .2
            .total_cmp(&left.2)
            .then(index.hit_count(right.0).cmp(&index.hit_count(left.0)))
            .then(left.0.cmp(&right.0))
    });
    found.truncate(MAX_CORRECTIONS);
    found.into_iter().map(|(id, _, probability)| (id, probability)).collect()
}

/// The first letters of a word.
fn beginning(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

/// Whether two words have the same first letter, their first two letters exchanged, or one letter too many in front.
fn begins_alike(typed: &[char], other: &[char]) -> bool {
    typed[0] == other[0]
        || (typed[0] == other[1] && typed[1] == other[0])
        || (typed[1] == other[0] && typed[2] == other[1])
}

/// How a French word sounds, roughly: one letter for each sound, without doubled letters, `h` and silent endings.
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
