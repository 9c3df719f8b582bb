//! Names for addresses and anchors, made of titles.
use super::latin;
use crate::stamp::Table;
use std::fmt::Write as _;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, accents folded, `œ` and `æ` opened, every run of other characters one hyphen, none at the ends.
/// Letters of other scripts stay. Empty when the text holds neither letter nor digit.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(first) = bytes.get(from) {
        // Small letters, most of a title, in one go.
        let small = bytes[from..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        if small > 0 {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.push_str(&text[from..from + small]);
            from += small;
            continue;
        }
        if *first == b' ' {
            gap = true;
            from += 1;
            continue;
        }
        let Some(letter) = text[from..].chars().next() else { break };
        from += letter.len_utf8();
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
    taken: Table<Arc<str>, u32>,
}

impl Unique {
    /// The name itself the first time, then with the next free number. An empty name becomes `fallback`.
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

    /// Takes a name as it is; none when it was taken already.
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
