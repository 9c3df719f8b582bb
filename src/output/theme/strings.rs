//! The words of the interface, from the theme's folder `strings/`.
use crate::model::{Arg, Diagnostic, Site, Sources, Span, codes};
use crate::stamp::Table;
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
        for (path, _) in &site.theme.strings {
            let Some(source) = sources.get(path) else { continue };
            let Ok(text) = std::str::from_utf8(&source.bytes) else {
                diagnostics.push(Diagnostic::new(codes::FILE_NOT_UTF8, Span::start_of(path)));
                continue;
            };
            for error in words.add(text) {
                let span = Span::new(path, error.start, error.end.max(error.start));
                diagnostics.push(Diagnostic::new(codes::THEME_BAD_STRINGS, span).arg("why", error.why));
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
