//! The words of the interface, from the theme's folder `strings/`.
use crate::model::{Arg, Diagnostic, Site, SourcePath, Sources, Span, codes};
use crate::stamp::{KeySet, Table};
use crate::text::nearest::nearest;
use crate::words::Words;

/// The words of the interface in the guide's language.
pub(crate) struct Strings {
    words: Words,
    /// Messages without variables, formatted once: most are shown on every page.
    fixed: Table<String, String>,
}

impl Strings {
    /// Reads the strings of all layers of the theme.
    pub(super) fn read(site: &Site, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut words = Words::new(site.settings.language);
        let mut unknown = UnknownKeys::new(site, sources);
        for (path, _) in &site.theme.strings {
            let Some(source) = sources.get(path) else { continue };
            let bytes = source.bytes();
            let Ok(text) = std::str::from_utf8(&bytes) else {
                diagnostics.push(Diagnostic::new(codes::FILE_NOT_UTF8, Span::start_of(path)));
                continue;
            };
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let offset = bytes.len() - text.len();
            let earlier = words.keys().len();
            for error in words.add(text) {
                let (start, end) = (offset + error.start, offset + error.end.max(error.start));
                let span = Span::new(path, start, end);
                diagnostics.push(Diagnostic::new(codes::THEME_BAD_STRINGS, span).arg("why", error.why));
            }
            let (known, new) = words.keys().split_at(earlier);
            if !known.is_empty() {
                unknown.report(path, (text, offset), (known, new), diagnostics);
            }
        }
        let fixed = words.fixed().into_iter().collect();
        Self { words, fixed }
    }

    /// A message of the interface; its key if there is none, which a test would find.
    pub(crate) fn get(&self, key: &str, args: &[(&str, Arg)]) -> String {
        if let Some(words) = self.fixed.get(key).filter(|_| args.is_empty()) {
            return words.clone();
        }
        self.find(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// A message of the interface, if there is one of that key.
    pub(super) fn find(&self, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        self.words.say(key, None, args)
    }

    /// All messages without variables.
    pub(super) fn fixed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fixed.iter().map(|(key, words)| (key.as_str(), words.as_str()))
    }
}

/// The most diagnostics about the keys of one file.
const MOST: usize = 20;

/// Finds keys that no layer below has and nothing of the theme uses: texts that nobody would ever read.
struct UnknownKeys<'a> {
    site: &'a Site,
    sources: &'a Sources,
    /// The words of all files of the theme. Made when the first key is not known.
    used: Option<KeySet<&'a str>>,
}

impl<'a> UnknownKeys<'a> {
    fn new(site: &'a Site, sources: &'a Sources) -> Self {
        Self { site, sources, used: None }
    }

    /// Reports the keys of one file that are not known; `known` are those of the files below.
    fn report(
        &mut self,
        path: &SourcePath,
        (text, offset): (&str, usize),
        (known, new): (&[String], &[String]),
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let below: KeySet<&str> = known.iter().map(String::as_str).collect();
        // A text may also be part of another one: `{ other-key }`.
        let parts: KeySet<&str> = text.split('{').skip(1).filter_map(|rest| names(rest).next()).collect();
        let mut is_known = |key: &str| below.contains(key) || parts.contains(key) || self.is_used(key);
        let new = new.iter().map(String::as_str);
        let unknown: KeySet<&str> = new.filter(|key| !is_known(key)).collect();
        let mut at = offset;
        let mut left = MOST;
        for line in text.split_inclusive('\n') {
            let key = names(line).next().unwrap_or_default();
            if left > 0 && line.starts_with(key) && unknown.contains(key) {
                left -= 1;
                let span = Span::new(path, at, at + key.len());
                let diagnostic = Diagnostic::new(codes::THEME_UNKNOWN_STRING, span).arg("key", key);
                diagnostics.push(diagnostic.nearest(nearest(key, known.iter().map(String::as_str))));
            }
            at += line.len();
        }
    }

    /// Whether a template asks for a text: `t.step_of`, `text(key="step-of")`.
    fn is_used(&mut self, key: &str) -> bool {
        let (site, sources) = (self.site, self.sources);
        let used = self.used.get_or_insert_with(|| {
            let files = site.theme.files.values().filter_map(|(path, _)| sources.get(path));
            files
                .filter_map(|source| std::str::from_utf8(source.shared_bytes()?).ok())
                .flat_map(names)
                .collect()
        });
        used.contains(key) || used.contains(key.replace('-', "_").as_str())
    }
}

/// The words of a file that may be names.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    text.split(move |letter| !is_part(letter)).filter(|name| !name.is_empty())
}
