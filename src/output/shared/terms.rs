//! The terms of the glossary, which pages explain at their first use.
use crate::model::{EntryKey, Generated, Kind, PageUrl, Site};
use crate::stamp::Stamp;
use aho_corasick::{AhoCorasick, MatchKind};

/// The longest name that is looked for in texts, in bytes. The matcher takes time and memory for each byte, and nobody
/// repeats longer ones.
const MAX_NAME: usize = 500;

/// A term of the glossary.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Term {
    pub(crate) key: EntryKey,
    /// Its expansion, else its definition.
    pub(crate) title: Option<String>,
    /// Whether it has an expansion: then it is an abbreviation.
    pub(crate) is_short: bool,
}

/// All terms, and a matcher that finds their names in texts.
pub(crate) struct Terms {
    all: Vec<Term>,
    names: Vec<(String, usize)>,
    matcher: Option<AhoCorasick>,
    /// The page that explains terms.
    pub(crate) page: Option<PageUrl>,
}

impl Terms {
    pub(super) fn new(site: &Site) -> Self {
        let page = site
            .generated
            .get(&Generated::Directory(Kind::Term))
            .or_else(|| site.directories.get(&Kind::Term))
            .cloned();
        let mut terms = Vec::new();
        let mut names = Vec::new();
        for entry in site.entries_of(Kind::Term) {
            let expansion = entry.record.text("expansion");
            let title = expansion.or_else(|| entry.record.text("definition")).map(str::to_owned);
            if entry.record.flag("auto") != Some(false) && title.is_some() {
                names.push((entry.name().to_owned(), terms.len()));
                for alias in entry.record.texts("aliases") {
                    names.push((alias.value, terms.len()));
                }
            }
            terms.push(Term { key: entry.key.clone(), title, is_short: expansion.is_some() });
        }
        names.retain(|(name, _)| !name.trim().is_empty() && name.len() <= MAX_NAME);
        let matcher = (!names.is_empty())
            .then(|| {
                AhoCorasick::builder()
                    .match_kind(MatchKind::LeftmostLongest)
                    .build(names.iter().map(|(name, _)| name))
                    .ok()
            })
            .flatten();
        Self { all: terms, names, matcher, page }
    }

    pub(super) fn stamp(&self) -> Stamp {
        Stamp::of(&(&self.all, &self.names, &self.page))
    }

    /// The term of an entry.
    pub(crate) fn get(&self, key: &EntryKey) -> Option<&Term> {
        self.all.iter().find(|term| term.key == *key)
    }

    /// How many terms there are. A term's number is below it.
    pub(crate) fn count(&self) -> usize {
        self.all.len()
    }

    /// A term by its number.
    pub(crate) fn at(&self, number: usize) -> &Term {
        &self.all[number]
    }

    /// The ranges of a body's text that hold a term's name, in order. A piece of text that touches none of them uses no term,
    /// so one search of the whole body replaces one for each piece.
    pub(crate) fn ranges(&self, text: &str) -> Vec<(u32, u32)> {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let matches = self.matcher.iter().flat_map(|matcher| matcher.find_iter(text));
        matches.map(|found| (offset(found.start()), offset(found.end()))).collect()
    }

    /// Uses of terms as whole words in a text: start, end, number of the term.
    pub(crate) fn uses<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize, usize)> + 'a {
        self.matcher.iter().flat_map(move |matcher| matcher.find_iter(text)).filter_map(|found| {
            let before = text[..found.start()].chars().next_back();
            let after = text[found.end()..].chars().next();
            let part_of_word =
                |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
            let alone = !part_of_word(before)
                && !part_of_word(after)
                && before != Some('@')
                && before != Some('-')
                && after != Some('-');
            alone.then(|| (found.start(), found.end(), self.names[found.pattern().as_usize()].1))
        })
    }
}
