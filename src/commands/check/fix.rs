//! `jalon check --fix`: applies the certain fixes, until none is left.
use crate::cli::context::CommandContext;
use crate::cli::guide::BuiltGuide;
use crate::cli::terminal;
use crate::failure::Failure;
use crate::model::{Arg, Diagnostic, Fix, SourcePath, Sources};
use crate::{messages, write};
use std::collections::BTreeMap;

/// How often the guide is built again, because a fix can lead to another one: a page may have two former addresses.
const ROUNDS: usize = 10;

/// Applies fixes, prints them, and gives the guide afterwards. `build` builds the guide as it is on the disk.
pub(super) fn run(
    context: &CommandContext,
    mut build: impl FnMut() -> Result<BuiltGuide, Failure>,
) -> Result<BuiltGuide, Failure> {
    let mut guide = build()?;
    let mut done = 0;
    for _ in 0..ROUNDS {
        let fixed = apply(context, &guide)?;
        if fixed == 0 {
            break;
        }
        done += fixed;
        guide = build()?;
    }
    context.notify("fix-done", &[("count", Arg::from(done))]);
    Ok(guide)
}

/// Applies the fixes that do not touch each other; gives their number.
fn apply(context: &CommandContext, guide: &BuiltGuide) -> Result<usize, Failure> {
    let root = context.root()?;
    let chosen = choose(&guide.build.diagnostics, &guide.sources);
    // Compare all files with what was read before the first one is written.
    let path = |file: &SourcePath| root.join(file.as_str());
    for file in chosen.keys() {
        let before = &guide.sources[*file].bytes;
        let same = write::source::holds(&path(file), Some(before));
        if !same.map_err(Failure::because("failure-read", path(file)))? {
            return Err(Failure::plain("failure-changed", path(file).display().to_string()));
        }
    }
    let mut count = 0;
    for (file, diagnostics) in &chosen {
        let before = &guide.sources[*file].bytes;
        let fixes: Vec<&Fix> =
            diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_deref()).collect();
        write::source::replace(&path(file), Some(before), &fixed_bytes(before, &fixes))?;
        let index = messages::LineIndex::new(&guide.sources, [*file]);
        for diagnostic in diagnostics {
            terminal::print_error(&format!("{}\n", describe(context, diagnostic, before, &index)));
        }
        count += diagnostics.len();
    }
    Ok(count)
}

/// The diagnostics to fix, by file and in the order of their spans. Of two fixes that touch, the second waits for the
/// next build.
fn choose<'a>(
    diagnostics: &'a [Diagnostic],
    sources: &Sources,
) -> BTreeMap<&'a SourcePath, Vec<&'a Diagnostic>> {
    let mut by_file: BTreeMap<&SourcePath, Vec<(&Fix, &Diagnostic)>> = BTreeMap::new();
    // Each file is read as text once, and not for each of its fixes.
    let mut texts: BTreeMap<&SourcePath, Option<&str>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fix.as_deref() else { continue };
        let text = *texts.entry(&fix.span.file).or_insert_with(|| {
            sources.get(&fix.span.file).and_then(|source| std::str::from_utf8(&source.bytes).ok())
        });
        let range = fix.span.start as usize..fix.span.end as usize;
        let fits = text.and_then(|text| text.get(range)).is_some_and(|old| old != fix.text);
        if fits && fix.span.file.in_guide().is_some() {
            by_file.entry(&fix.span.file).or_default().push((fix, diagnostic));
        }
    }
    let mut chosen = BTreeMap::new();
    for (file, mut fixes) in by_file {
        fixes.sort();
        let mut end = None;
        fixes.retain(|(fix, _)| {
            let is_apart = end.is_none_or(|end| fix.span.start > end);
            if is_apart {
                end = Some(fix.span.end);
            }
            is_apart
        });
        chosen.insert(file, fixes.into_iter().map(|(_, diagnostic)| diagnostic).collect());
    }
    chosen
}

/// The bytes with all fixes, which must be in order and apart from each other.
fn fixed_bytes(before: &[u8], fixes: &[&Fix]) -> Vec<u8> {
    let mut after = Vec::with_capacity(before.len() + 64);
    let mut at = 0;
    for fix in fixes {
        after.extend_from_slice(&before[at..fix.span.start as usize]);
        after.extend_from_slice(fix.text.as_bytes());
        at = fix.span.end as usize;
    }
    after.extend_from_slice(&before[at..]);
    after
}

/// `guide/a.md:3:7 : « avant » devient « après » (link/missing-page)`.
fn describe(
    context: &CommandContext,
    diagnostic: &Diagnostic,
    source: &[u8],
    index: &messages::LineIndex<'_>,
) -> String {
    let fix = diagnostic.fix.as_deref().expect("only diagnostics with a fix are chosen");
    let at = index.range(&fix.span).map_or_else(
        || fix.span.file.to_string(),
        |range| format!("{}:{}:{}", fix.span.file, range.start.line, range.start.column),
    );
    let before = String::from_utf8_lossy(&source[fix.span.start as usize..fix.span.end as usize]);
    let arg = |text: &str| Arg::from(text.trim().replace("\r\n", " ⏎ ").replace('\n', " ⏎ "));
    let key = if before.is_empty() { "fix-added" } else { "fix-replaced" };
    context.sentence(
        key,
        &[
            ("at", Arg::from(at)),
            ("before", arg(&before)),
            ("after", arg(&fix.text)),
            ("code", Arg::from(diagnostic.code.name)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Source, Span, codes};
    use proptest::prelude::*;

    fn diagnostic(start: usize, end: usize, text: &str) -> Diagnostic {
        let span = Span::new(&SourcePath::new("guide/a.md"), start, end);
        Diagnostic::new(codes::LINK_MISSING_PAGE, span.clone()).fix(span, text)
    }

    /// The text after the fixes that are chosen, and these fixes.
    fn fixed(text: &str, diagnostics: &[Diagnostic]) -> (String, Vec<Fix>) {
        let file = SourcePath::new("guide/a.md");
        let sources = Sources::from([(file.clone(), Source::new(text))]);
        let chosen = choose(diagnostics, &sources);
        let fixes = chosen.get(&file).into_iter().flatten();
        let fixes: Vec<&Fix> = fixes.filter_map(|diagnostic| diagnostic.fix.as_deref()).collect();
        let after = String::from_utf8(fixed_bytes(text.as_bytes(), &fixes)).unwrap();
        (after, fixes.into_iter().cloned().collect())
    }

    #[test]
    fn the_first_of_two_fixes_that_touch_is_applied() {
        let text = "\u{feff}été\r\nfin";
        let after = |text, fixes: &[(usize, usize, &str)]| {
            let diagnostics: Vec<_> =
                fixes.iter().map(|(start, end, new)| diagnostic(*start, *end, new)).collect();
            fixed(text, &diagnostics).0
        };
        let edits = [(3, 8, "hiver"), (5, 6, "x"), (10, 13, "FIN")];
        assert_eq!(after(text, &edits), "\u{feff}hiver\r\nFIN");
        assert_eq!(after("ab", &[(1, 1, "x"), (1, 1, "y"), (1, 1, "x")]), "axb");
        // Outside the text, inside a character, with the end before the start, without a change.
        assert_eq!(after("é", &[(1, 2, "x"), (5, 9, "x"), (2, 0, "x"), (0, 2, "é")]), "é");
    }

    proptest! {
        #[test]
        fn no_byte_outside_a_fix_is_lost(
            text in "[aé😀\r\n]{0,30}",
            fixes in proptest::collection::vec((0_usize..40, 0_usize..6, "[xyz]{0,3}"), 0..12),
        ) {
            let diagnostics: Vec<_> = fixes.iter().map(|(start, length, new)| diagnostic(*start, start + length, new)).collect();
            let (after, fixes) = fixed(&text, &diagnostics);
            // The text between the fixes is kept in order, and nothing else is added.
            let (mut old, mut new) = (0, 0);
            for fix in &fixes {
                let between = &text[old..fix.span.start as usize];
                prop_assert!(after[new..].starts_with(between));
                new += between.len();
                prop_assert!(after[new..].starts_with(&fix.text));
                new += fix.text.len();
                old = fix.span.end as usize;
            }
            prop_assert_eq!(&after[new..], &text[old..]);
        }
    }
}
