//! How programs make the id of a heading from its text.
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The rule of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum SlugRule {
    /// GitHub, and what takes its rule over: Docusaurus, Starlight, Hugo, kramdown for forges, `DocFX`.
    Github,
    /// `mdBook`: as GitHub, and an id never begins or ends with a blank.
    Mdbook,
    /// Python-Markdown: ASCII only.
    Python,
    /// pymdownx: any letter.
    Pymdownx,
    /// `VitePress` and `VuePress`: without accents.
    Vite,
    /// `GitBook`: without accents, hyphens for blanks.
    Gitbook,
    /// Zola: ASCII only, with hyphens for everything else.
    Zola,
}

impl SlugRule {
    /// The id that a text makes.
    pub(in crate::import) fn slug(self, text: &str) -> String {
        let text = text.trim();
        match self {
            Self::Github | Self::Mdbook => {
                let lower = text.chars().flat_map(char::to_lowercase);
                let kept = lower.filter(|letter| is_word(*letter) || matches!(letter, '-' | ' '));
                kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
            }
            Self::Python => python(text.nfkd().filter(char::is_ascii)),
            Self::Pymdownx => {
                let kept = text.chars().filter(|letter| is_word(*letter) || matches!(letter, '-' | ' '));
                let lower = kept.flat_map(char::to_lowercase);
                lower.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
            }
            Self::Vite => vite(text),
            Self::Gitbook => {
                let plain = without_accents(text).to_lowercase();
                let kept =
                    plain.chars().filter(|letter| is_word(*letter) || matches!(letter, '-' | ' ' | '.'));
                hyphens(kept.map(|letter| if letter == ' ' { '-' } else { letter }))
            }
            Self::Zola => {
                let plain = without_accents(text).to_lowercase();
                let named = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
                hyphens(plain.chars().map(named)).trim_matches('-').to_owned()
            }
        }
    }

    /// What stands between an id and the number of its repetition, and the first such number.
    fn repetition(self) -> (char, u32) {
        match self {
            Self::Python | Self::Pymdownx => ('_', 1),
            _ => ('-', 1),
        }
    }
}

/// `[^\w\s-]` left out, blanks and hyphens as one hyphen.
fn python(text: impl Iterator<Item = char>) -> String {
    let kept: String =
        text.filter(|letter| is_word(*letter) || letter.is_whitespace() || *letter == '-').collect();
    let joined = kept.trim().chars().map(|letter| if letter.is_whitespace() { '-' } else { letter });
    hyphens(joined).to_ascii_lowercase()
}

/// As `@mdit-vue/shared` does: signs and blanks become hyphens, none at the ends, `_` before a figure.
fn vite(text: &str) -> String {
    let plain = without_accents(text);
    let is_sign =
        |letter: char| letter.is_whitespace() || "~`!@#$%^&*()-_+=[]{}|\\;:\"'“”‘’<>,.?/".contains(letter);
    let named = plain.chars().filter(|letter| !letter.is_control());
    let named: String = hyphens(named.map(|letter| if is_sign(letter) { '-' } else { letter }));
    let named = named.trim_matches('-').to_lowercase();
    if named.starts_with(|first: char| first.is_ascii_digit()) { format!("_{named}") } else { named }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn without_accents(text: &str) -> String {
    text.nfkd().filter(|letter| !is_combining_mark(*letter)).collect()
}

/// The text with one hyphen for each run of hyphens.
fn hyphens(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for letter in text {
        if letter != '-' || !out.ends_with('-') {
            out.push(letter);
        }
    }
    out
}

/// The ids of one page: a repeated one gets a number.
#[derive(Debug, Default)]
pub(in crate::import) struct PageIds {
    taken: BTreeMap<String, u32>,
}

impl PageIds {
    /// The id of the next heading.
    pub(in crate::import) fn next(&mut self, rule: SlugRule, text: &str) -> String {
        let slug = rule.slug(text);
        let (between, first) = rule.repetition();
        let Some(count) = self.taken.get(&slug).copied() else {
            self.taken.insert(slug.clone(), first);
            return slug;
        };
        let mut number = count;
        loop {
            let name = format!("{slug}{between}{number}");
            number += 1;
            if !self.taken.contains_key(&name) {
                self.taken.insert(slug, number);
                self.taken.insert(name.clone(), first);
                return name;
            }
        }
    }

    /// Takes an id that an author chose.
    pub(in crate::import) fn take(&mut self, id: &str) {
        self.taken.entry(id.to_owned()).or_insert(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_names_headings_in_its_way() {
        let text = "1. L'été à Nîmes : « Où ? »";
        let named = |rule: SlugRule| rule.slug(text);
        assert_eq!(named(SlugRule::Github), "1-lété-à-nîmes---où--");
        assert_eq!(named(SlugRule::Python), "1-lete-a-nimes-ou");
        assert_eq!(named(SlugRule::Pymdownx), "1-lété-à-nîmes---où--");
        assert_eq!(named(SlugRule::Vite), "_1-l-ete-a-nimes-«-ou-»");
        assert_eq!(named(SlugRule::Gitbook), "1.-lete-a-nimes-ou-");
        assert_eq!(named(SlugRule::Zola), "1-l-ete-a-nimes-ou");
    }

    #[test]
    fn repeated_ids_get_numbers() {
        let mut ids = PageIds::default();
        let named: Vec<_> =
            ["A", "A", "a-1", "A"].iter().map(|text| ids.next(SlugRule::Github, text)).collect();
        assert_eq!(named, ["a", "a-1", "a-1-1", "a-2"]);
        let mut ids = PageIds::default();
        ids.take("a");
        assert_eq!(ids.next(SlugRule::Python, "A"), "a_1");
    }
}
