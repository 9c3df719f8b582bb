//! Names for addresses and anchors, made of titles.
use super::latin;
use crate::stamp::Table;
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, accents folded, `œ` and `æ` opened, every run of other characters one hyphen, none at the ends.
/// Letters of other scripts stay. Empty when the text holds neither letter nor digit.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii() {
            gap = true;
        } else if let Some(base) = latin::base(letter) {
            add(&mut out, &mut gap, base);
        } else {
            let parts = std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part));
            parts.flat_map(char::to_lowercase).for_each(|part| add(&mut out, &mut gap, part));
        }
    }
    out
}

fn add(out: &mut String, gap: &mut bool, letter: char) {
    if !letter.is_alphanumeric() {
        // A mark that was written apart from its letter changes nothing.
        *gap |= !is_combining_mark(letter);
        return;
    }
    if *gap && !out.is_empty() {
        out.push('-');
    }
    *gap = false;
    match letter {
        'œ' => out.push_str("oe"),
        'æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        _ => out.push(letter),
    }
}

/// Makes names unique in the order they are asked for: `a`, `a-2`, `a-3`.
#[derive(Debug, Default)]
pub struct Unique {
    taken: Table<String, u32>,
}

impl Unique {
    /// The name itself the first time, then with the next free number. An empty name becomes `fallback`.
    pub fn name(&mut self, name: &str, fallback: &str) -> String {
        let base = if name.is_empty() { fallback } else { name };
        if self.reserve(base) {
            return base.to_owned();
        }
        let mut number = self.taken.get(base).copied().unwrap_or(1);
        let mut candidate = String::new();
        loop {
            number += 1;
            candidate.clear();
            write!(candidate, "{base}-{number}").expect("writing to a string cannot fail");
            if self.reserve(&candidate) {
                self.taken.insert(base.to_owned(), number);
                return candidate;
            }
        }
    }

    /// Takes a name as it is; false when it was taken already.
    pub fn reserve(&mut self, name: &str) -> bool {
        if self.taken.contains_key(name) {
            return false;
        }
        self.taken.insert(name.to_owned(), 1);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_names() {
        assert_eq!(slug("Première vérification : la convention."), "premiere-verification-la-convention");
        assert_eq!(slug("L’œuvre de l'été, 1ʳᵉ année"), "l-oeuvre-de-l-ete-1re-annee");
        assert_eq!(slug("—"), "");
        assert_eq!(slug("日本語"), "日本語");
    }

    #[test]
    fn repeated_names_are_numbered() {
        let mut unique = Unique::default();
        let names: Vec<_> =
            ["a", "a", "a-2", "a", ""].iter().map(|name| unique.name(name, "section")).collect();
        assert_eq!(names, ["a", "a-2", "a-2-2", "a-3", "section"]);
    }
}
