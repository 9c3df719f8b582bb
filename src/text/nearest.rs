//! The name that somebody probably meant.

/// The candidate closest to `word` by edits (a transposition is one), if it is close enough to be a slip:
/// at most a third of the word's letters. Case and accents count less than letters. Ties go to the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(word);
    if wanted.len() > 200 {
        return None;
    }
    let allowed = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = fold(candidate);
        if other.len().abs_diff(wanted.len()) > allowed {
            continue;
        }
        let distance = edits(&wanted, &other);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn fold(text: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Optimal string alignment distance.
fn edits(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, &from) in left.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, &to) in right.iter().enumerate() {
            let mut least =
                (above[column + 1] + 1).min(line[column] + 1).min(above[column] + usize::from(from != to));
            if row > 0 && column > 0 && from == right[column - 1] && left[row - 1] == to {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut above, line);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised_and_strangers_are_not() {
        let names = ["arrivee.md", "depart.md", "convention.md"];
        assert_eq!(nearest("arivee.md", names), Some("arrivee.md"));
        assert_eq!(nearest("Arrivée.md", names), Some("arrivee.md"));
        assert_eq!(nearest("convnetion.md", names), Some("convention.md"));
        assert_eq!(nearest("budget.md", names), None);
        assert_eq!(nearest("", names), None);
    }
}
