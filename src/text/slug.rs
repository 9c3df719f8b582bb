//! Names for addresses and anchors, made of titles.
use super::latin;
use crate::stamp::{Table, table};
use std::fmt::Write as _;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, `œ` and `æ` as two letters, one hyphen for each run of other characters, none at the ends.
/// Letters of other scripts stay. Empty when the text holds neither letter nor digit.
pub fn slug(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len() + 4);
    let mut has_gap = false;
    for letter in text.chars() {
        // The letters, dashes and quotation marks of French do without the tables of Unicode.
        let small = match letter {
            'a'..='z' | '0'..='9' => Some(letter),
            'A'..='Z' => Some(letter.to_ascii_lowercase()),
            '\0'..='\u{7f}' | '‐'..='‧' => {
                has_gap = true;
                continue;
            }
            _ => latin::base(letter),
        };
        if let Some(small) = small {
            join(&mut out, &mut has_gap);
            out.push(small as u8);
        } else {
            add_rare(&mut out, &mut has_gap, letter);
        }
    }
    String::from_utf8(out).expect("whole characters were added")
}

/// Adds what becomes of a letter by the tables of Unicode.
fn add_rare(out: &mut Vec<u8>, has_gap: &mut bool, letter: char) {
    let parts = std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part));
    for part in parts.flat_map(char::to_lowercase) {
        if !part.is_alphanumeric() {
            // A combining mark belongs to the letter before it.
            *has_gap |= !is_combining_mark(part);
            continue;
        }
        join(out, has_gap);
        match part {
            'œ' => out.extend(b"oe"),
            'æ' => out.extend(b"ae"),
            'ß' => out.extend(b"ss"),
            _ => out.extend(part.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

/// Adds a hyphen for what was left out before a letter, unless nothing stands before it.
fn join(out: &mut Vec<u8>, has_gap: &mut bool) {
    if *has_gap && !out.is_empty() {
        out.push(b'-');
    }
    *has_gap = false;
}

/// Makes names unique, in the order of the calls: `a`, `a-2`, `a-3`.
#[derive(Debug, Default)]
pub struct Unique {
    taken: Table<Arc<str>, u32>,
}

impl Unique {
    /// Reserves room for so many names.
    pub fn with_room(names: usize) -> Self {
        Self { taken: table(names) }
    }

    /// The name itself the first time, later with the next free number. An empty name becomes `fallback`.
    pub fn name(&mut self, name: &str, fallback: &str) -> Arc<str> {
        let base = if name.is_empty() { fallback } else { name };
        let Some(mut number) = self.taken.get(base).copied() else { return self.take(base) };
        let mut candidate = String::new();
        loop {
            number += 1;
            candidate.clear();
            write!(candidate, "{base}-{number}").expect("writing to a string cannot fail");
            if !self.taken.contains_key(candidate.as_str()) {
                self.taken.insert(base.into(), number);
                return self.take(&candidate);
            }
        }
    }

    /// Takes a name as it is; `None` if it is taken already.
    pub fn reserve(&mut self, name: &str) -> Option<Arc<str>> {
        (!self.taken.contains_key(name)).then(|| self.take(name))
    }

    fn take(&mut self, name: &str) -> Arc<str> {
        let name: Arc<str> = name.into();
        self.taken.insert(Arc::clone(&name), 1);
        name
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
        assert_eq!(slug("Étape 3b – déjà-vu, N°4 (iOS)"), "etape-3b-deja-vu-n-4-ios");
        assert_eq!(slug("日本語"), "日本語");
    }

    #[test]
    fn repeated_names_are_numbered() {
        let mut unique = Unique::default();
        let names: Vec<_> =
            ["a", "a", "a-2", "a", ""].iter().map(|name| unique.name(name, "section").to_string()).collect();
        assert_eq!(names, ["a", "a-2", "a-2-2", "a-3", "section"]);
    }
}
