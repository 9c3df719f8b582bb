//! Applies fixes to the bytes of files.
use crate::model::{Diagnostic, Fix, SourcePath, Sources};
use crate::text::edits::edited;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How often a guide is understood again, because a fix can lead to another one: a page may have two former addresses.
pub(crate) const ROUNDS: usize = 10;

/// The diagnostics to fix, by file and in the order of their spans. Of two fixes that touch, the second waits for the
/// next build.
pub(crate) fn choose<'a>(
    diagnostics: &'a [Diagnostic],
    sources: &Sources,
) -> BTreeMap<&'a SourcePath, Vec<&'a Diagnostic>> {
    let mut by_file: BTreeMap<&SourcePath, Vec<(&Fix, &Diagnostic)>> = BTreeMap::new();
    // Each file is read as text once, and not for each of its fixes.
    let mut texts: BTreeMap<&SourcePath, Option<Cow<'_, str>>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fix.as_deref() else { continue };
        let text = texts
            .entry(&fix.span.file)
            .or_insert_with(|| sources.get(&fix.span.file).and_then(|source| text(source.bytes())));
        let range = fix.span.start as usize..fix.span.end as usize;
        let fits = text.as_ref().and_then(|text| text.get(range)).is_some_and(|old| old != fix.text);
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

/// The bytes as text; none if they are not UTF-8.
fn text(bytes: Cow<'_, [u8]>) -> Option<Cow<'_, str>> {
    match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}

/// The bytes with the fixes of all these diagnostics, which must be in order and apart from each other.
pub(crate) fn fixed_bytes(before: &[u8], diagnostics: &[&Diagnostic]) -> Vec<u8> {
    edited(before, diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_deref()))
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
        let sources = Sources::from_iter([(file.clone(), Source::new(text))]);
        let chosen = choose(diagnostics, &sources);
        let chosen = chosen.get(&file).map_or(&[][..], Vec::as_slice);
        let after = String::from_utf8(fixed_bytes(text.as_bytes(), chosen)).unwrap();
        let fixes = chosen.iter().filter_map(|diagnostic| diagnostic.fix.as_deref());
        (after, fixes.cloned().collect())
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
