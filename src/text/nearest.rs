//! The known name that is nearest to a misspelled one.
use unicode_normalization::UnicodeNormalization as _;

/// The fewest letters of two names of which one may be a misspelling of the other. Shorter names are near to all others,
/// unless they have the same letters in another order.
const SHORTEST: usize = 3;

/// The candidate with the fewest edits from `word`, if they are few enough for a misspelling: at most a third of the
/// word's letters. Case and accents are ignored. The first of equally near
/// candidates wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(word);
    let letters = wanted.chars().count();
    if letters > 200 {
        return None;
    }
    let allowed = (letters / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = fold(candidate);
        let others = other.chars().count();
        if others.abs_diff(letters) > allowed
            || others.min(letters) < SHORTEST && sorted(&other) != sorted(&wanted)
        {
            continue;
        }
        let distance = edits(&wanted, &other);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The number of letters to insert, delete, replace or swap with their neighbour to turn one word into another
/// (optimal string alignment distance).
pub fn edits(left: &str, right: &str) -> usize {
    strsim::osa_distance(left, right)
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

fn fold(text: &str) -> String {
    text.nfd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspellings_are_recognised_and_other_words_are_not() {
        let names = ["arrivee.md", "depart.md", "convention.md"];
        assert_eq!(nearest("arivee.md", names), Some("arrivee.md"));
        assert_eq!(nearest("Arrivée.md", names), Some("arrivee.md"));
        assert_eq!(nearest("convnetion.md", names), Some("convention.md"));
        assert_eq!(nearest("budget.md", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest("g", ["a", "G2", "gh"]), None);
        assert_eq!(nearest("à", ["b", "A"]), Some("A"));
        assert_eq!((nearest("rhh", ["rh"]), nearest("hr", ["rh"])), (None, Some("rh")));
        assert_eq!(nearest("rhx", ["rha"]), Some("rha"));
    }
}
