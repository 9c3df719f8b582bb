//! The stop words of a language.

/// Words without a meaning of their own, folded and sorted.
#[derive(Debug)]
pub struct StopWords {
    /// All of them.
    pub list: &'static [&'static str],
    /// For each byte, the lengths of the words that begin with it, a bit each, and the index of the first of them.
    first_letters: [(u16, usize); 256],
}

impl StopWords {
    pub(super) const fn new(list: &'static [&'static str]) -> Self {
        let mut first_letters = [(0, 0); 256];
        let mut at = 0;
        while at < list.len() {
            let word = list[at].as_bytes();
            assert!(word.len() < 16, "a bit stands for each length");
            let (lengths, first) = &mut first_letters[word[0] as usize];
            if *lengths == 0 {
                *first = at;
            }
            *lengths |= 1 << word.len();
            at += 1;
        }
        Self { list, first_letters }
    }

    /// Whether a folded word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        // Most words are none, which their first letter and their length show. With a binary search for each, a build of
        // 1,000 pages takes 2 % more instructions.
        let Some(first) = word.bytes().next().filter(|_| word.len() < 16) else { return false };
        let (lengths, index) = self.first_letters[usize::from(first)];
        let mut same_letter = self.list[index..].iter().take_while(|other| other.as_bytes()[0] == first);
        lengths >> word.len() & 1 == 1 && same_letter.any(|other| *other == word)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::all;

    #[test]
    fn each_word_is_found() {
        for locale in all() {
            let words = &locale.stop_words;
            assert!(words.list.is_sorted());
            assert!(words.list.iter().all(|word| words.contains(word)));
            assert!(!words.contains("") && !words.contains("lee") && !words.contains(&"a".repeat(20)));
        }
    }
}
