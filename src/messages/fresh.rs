//! Warnings that a guide did not have before its last change, for the terminal of `jalon serve`.
use super::describe::{describe, sentence};
use super::line_index::LineIndex;
use super::short;
use crate::model::{Arg, Diagnostic, Severity, SourcePath, Sources};
use crate::stamp::Table;
use crate::words::Words;
use std::fmt::Write as _;

/// The most lines about one change.
const LINES: usize = 20;

/// Prints the new warnings, one a line and at most twenty lines.
pub fn fresh_warnings(known: &[Diagnostic], now: &[Diagnostic], sources: &Sources, words: &Words) -> String {
    let fresh = fresh(known, now);
    let shown = if fresh.len() > LINES { LINES - 1 } else { fresh.len() };
    let index = LineIndex::new(sources, fresh[..shown].iter().map(|warning| &warning.span.file));
    let mut out = String::new();
    for warning in &fresh[..shown] {
        short::write(&mut out, warning, &describe(warning, words), &index, words);
    }
    if shown < fresh.len() {
        let count = Arg::from(fresh.len() - shown);
        writeln!(out, "{}", sentence(words, "overlay-more-warnings", &[("count", count)]))
            .expect("writing to a string cannot fail");
    }
    out
}

/// Equal for a warning before and after it moved: code, file and arguments. Its place is left out: a new line at the top of a page moves all places below.
type WarningKey<'a> = (&'a str, &'a SourcePath, &'a [(&'static str, Arg)]);

fn key(warning: &Diagnostic) -> WarningKey<'_> {
    (warning.code.name, &warning.span.file, &warning.args)
}

/// Warnings that are there more often than before.
fn fresh<'a>(known: &[Diagnostic], now: &'a [Diagnostic]) -> Vec<&'a Diagnostic> {
    // Most are equal, and at the same places.
    let begin = known.iter().zip(now).take_while(|(old, new)| old == new).count();
    let (known, now) = (&known[begin..], &now[begin..]);
    let end = known.iter().rev().zip(now.iter().rev()).take_while(|(old, new)| old == new).count();
    let (known, now) = (&known[..known.len() - end], &now[..now.len() - end]);

    let is_warning = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Warning;
    let mut counts: Table<WarningKey<'_>, usize> = Table::default();
    for warning in known.iter().filter(is_warning) {
        *counts.entry(key(warning)).or_default() += 1;
    }
    let mut fresh = Vec::new();
    for warning in now.iter().filter(is_warning) {
        match counts.get_mut(&key(warning)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => fresh.push(warning),
        }
    }
    fresh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages;
    use crate::model::{Language, Source, Span, codes};

    fn at(line: usize, code: crate::model::Code, word: &str) -> Diagnostic {
        Diagnostic::new(code, Span::new(&SourcePath::new("guide/a.md"), line, line + 1)).arg("text", word)
    }

    #[test]
    fn a_warning_that_only_moved_is_not_new() {
        let old = [at(1, codes::LINK_UNCLEAR_TEXT, "ici"), at(5, codes::LINK_UNCLEAR_TEXT, "là")];
        let new = [at(2, codes::LINK_UNCLEAR_TEXT, "ici"), at(6, codes::LINK_UNCLEAR_TEXT, "là")];
        assert_eq!(fresh(&old, &new), Vec::<&Diagnostic>::new());
        // The second of two equal ones is new; an error is none.
        let more = [
            new[0].clone(),
            at(4, codes::LINK_UNCLEAR_TEXT, "ici"),
            at(5, codes::LINK_EMPTY, "ici"),
            new[1].clone(),
        ];
        assert_eq!(fresh(&old, &more), [&more[1]]);
        assert_eq!(fresh(&more, &old), Vec::<&Diagnostic>::new());
    }

    #[test]
    fn there_are_at_most_twenty_lines() {
        let many: Vec<_> = (0..1000).map(|at_byte| at(at_byte, codes::LINK_UNCLEAR_TEXT, "ici")).collect();
        let sources = Sources::from_iter([(SourcePath::new("guide/a.md"), Source::new(vec![b'\n'; 2000]))]);
        let words = messages::words(Language::English);
        let text = |count: usize| fresh_warnings(&[], &many[..count], &sources, &words);
        assert_eq!(
            (text(0).lines().count(), text(20).lines().count(), text(1000).lines().count()),
            (0, 20, 20)
        );
        assert!(text(1000).ends_with("and 981 others: `jalon check` gives all\n"), "{}", text(1000));
        assert!(text(1).starts_with("guide/a.md:1:1: warning[link/unclear-text] "), "{}", text(1));
    }
}
