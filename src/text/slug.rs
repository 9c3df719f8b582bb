//! Names for addresses and anchors, made of titles.
use super::latin;
use crate::stamp::{Table, table};
use std::fmt::Write as _;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, accents folded, `œ` and `æ` opened, every run of other characters one hyphen, none at the ends.
/// Letters of other scripts stay. Empty when the text holds neither letter nor digit.
pub fn slug(text: &str) -> String {
    // Letters that are opened or stand behind a mark may need a little more.
    let mut out = Vec::with_capacity(text.len() + 4);
    let mut gap = false;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        if byte.is_ascii() {
            at += 1;
            let letter = PLAIN[usize::from(*byte)];
            if letter == 0 {
                gap = true;
                continue;
            }
            if gap && !out.is_empty() {
                out.push(b'-');
            }
            gap = false;
            out.push(letter);
            continue;
        }
        let Some(letter) = text[at..].chars().next() else { break };
        at += letter.len_utf8();
        if let Some(base) = latin::base(letter) {
            add(&mut out, &mut gap, base);
        } else if matches!(letter, '‐'..='‧') {
            // Dashes, quotation marks, apostrophes.
            gap = true;
        } else {
            let parts = std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part));
            parts.flat_map(char::to_lowercase).for_each(|part| add(&mut out, &mut gap, part));
        }
    }
    String::from_utf8(out).expect("letters were added whole")
}

/// What becomes of each character of ASCII: small letters and figures, or nothing.
const PLAIN: [u8; 128] = {
    let mut plain = [0; 128];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            plain[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    plain
};

fn add(out: &mut Vec<u8>, gap: &mut bool, letter: char) {
    if !letter.is_alphanumeric() {
        // A mark that was written apart from its letter changes nothing.
        *gap |= !is_combining_mark(letter);
        return;
    }
    if *gap && !out.is_empty() {
        out.push(b'-');
    }
    *gap = false;
    match letter {
        'œ' => out.extend(b"oe"),
        'æ' => out.extend(b"ae"),
        'ß' => out.extend(b"ss"),
        _ => out.extend(letter.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// Makes names unique in the order they are asked for: `a`, `a-2`, `a-3`.
#[derive(Debug, Default)]
pub struct Unique {
    taken: Table<Arc<str>, u32>,
}

impl Unique {
    /// With room for some names.
    pub fn with_room(names: usize) -> Self {
        Self { taken: table(names) }
    }

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
