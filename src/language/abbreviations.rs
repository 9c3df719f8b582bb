//! Words that end with a point without ending a sentence, in all languages at once.

const WORDS: &str = "approx bd boul cf corp dept etc ex inc jr ltd sr";

/// Whether a text ends with an abbreviation: `etc.`, `U.S.A.`.
pub fn ends_with_one(text: &str) -> bool {
    let Some(bare) = text.strip_suffix('.') else { return false };
    let last = bare.rsplit(|letter: char| letter.is_whitespace() || letter == '(').next().unwrap_or_default();
    let is_initials = last.contains('.') && last.split('.').all(|part| part.chars().count() == 1);
    is_initials && last.chars().all(|letter| letter == '.' || letter.is_alphabetic())
        || WORDS.split_whitespace().any(|word| word == last.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        for text in ["Un titre etc.", "Made in the U.S.A.", "p. ex.", "Acme Inc."] {
            assert!(ends_with_one(text), "{text}");
        }
        for text in ["Une phrase.", "Avant le 3.", "Le plan A.", "Sans point", "."] {
            assert!(!ends_with_one(text), "{text}");
        }
    }
}
