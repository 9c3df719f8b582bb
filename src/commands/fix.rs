//! `jalon check --fix`: the fixes that are certain, file by file, until none is left.
use super::guide::Built;
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::model::{Arg, Diagnostic, Fix, SourcePath, Sources};
use crate::{messages, write};
use std::collections::BTreeMap;

/// One fix may make room for the next (a second former address of a page), hardly more often.
const ROUNDS: usize = 10;

/// Mends what is certain, says what was done, and gives what is left. `look` builds the guide as it is now.
pub(super) fn run(here: &Here, mut look: impl FnMut() -> Result<Built, Failure>) -> Result<Built, Failure> {
    let mut guide = look()?;
    let mut done = 0;
    for _ in 0..ROUNDS {
        let fixed = fix(here, &guide)?;
        if fixed == 0 {
            break;
        }
        done += fixed;
        guide = look()?;
    }
    terminal::diagnostic(&format!("{}\n", here.say("fix-done", &[("count", Arg::from(done))])));
    Ok(guide)
}

/// Applies what can be applied at once; how many fixes that was.
fn fix(here: &Here, guide: &Built) -> Result<usize, Failure> {
    let root = here.root()?;
    let chosen = choose(&guide.build.diagnostics, &guide.sources);
    // All files are looked at before the first is written.
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
        write::source::replace(&path(file), Some(before), &applied(before, &fixes))?;
        for diagnostic in diagnostics {
            terminal::diagnostic(&format!("{}\n", told(here, diagnostic, &guide.sources)));
        }
        count += diagnostics.len();
    }
    Ok(count)
}

/// The diagnostics whose fixes are applied, file by file in the order of their places. Where two touch, the first is
/// applied and the other waits for the next build.
fn choose<'a>(
    diagnostics: &'a [Diagnostic],
    sources: &Sources,
) -> BTreeMap<&'a SourcePath, Vec<&'a Diagnostic>> {
    let mut by_file: BTreeMap<&SourcePath, Vec<(&Fix, &Diagnostic)>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fix.as_deref() else { continue };
        let fits = sources.get(&fix.span.file).is_some_and(|source| {
            fix.span.start <= fix.span.end
                && std::str::from_utf8(&source.bytes).is_ok_and(|text| {
                    text.get(fix.span.start as usize..fix.span.end as usize)
                        .is_some_and(|old| old != fix.text)
                })
        });
        if fits && fix.span.file.in_guide().is_some() {
            by_file.entry(&fix.span.file).or_default().push((fix, diagnostic));
        }
    }
    let mut chosen = BTreeMap::new();
    for (file, mut fixes) in by_file {
        fixes.sort();
        let mut end = None;
        fixes.retain(|(fix, _)| {
            let free = end.is_none_or(|end| fix.span.start > end);
            if free {
                end = Some(fix.span.end);
            }
            free
        });
        chosen.insert(file, fixes.into_iter().map(|(_, diagnostic)| diagnostic).collect());
    }
    chosen
}

/// The bytes with every fix in its place, in order and apart from each other.
fn applied(before: &[u8], fixes: &[&Fix]) -> Vec<u8> {
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
fn told(here: &Here, diagnostic: &Diagnostic, sources: &Sources) -> String {
    let fix = diagnostic.fix.as_deref().expect("only diagnostics with a mend are chosen");
    let places = messages::Places::new(sources, [&fix.span.file]);
    let at = places.of(&fix.span).map_or_else(
        || fix.span.file.to_string(),
        |place| format!("{}:{}:{}", fix.span.file, place.line, place.column),
    );
    let source = &sources[&fix.span.file].bytes;
    let before = String::from_utf8_lossy(&source[fix.span.start as usize..fix.span.end as usize]);
    let arg = |text: &str| Arg::from(text.trim().replace("\r\n", " ⏎ ").replace('\n', " ⏎ "));
    let key = if before.is_empty() { "fix-added" } else { "fix-replaced" };
    here.say(
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

    fn fixed(text: &str, diagnostics: &[Diagnostic]) -> String {
        let file = SourcePath::new("guide/a.md");
        let sources = Sources::from([(file.clone(), Source::new(text))]);
        let chosen = choose(diagnostics, &sources);
        let fixes: Vec<&Fix> = chosen
            .get(&file)
            .into_iter()
            .flatten()
            .filter_map(|diagnostic| diagnostic.fix.as_deref())
            .collect();
        String::from_utf8(applied(text.as_bytes(), &fixes)).unwrap()
    }

    #[test]
    fn the_first_of_two_that_touch_is_applied() {
        let text = "\u{feff}été\r\nfin";
        assert_eq!(
            fixed(text, &[diagnostic(3, 8, "hiver"), diagnostic(5, 6, "x"), diagnostic(10, 13, "FIN")]),
            "\u{feff}hiver\r\nFIN"
        );
        assert_eq!(
            fixed("ab", &[diagnostic(1, 1, "x"), diagnostic(1, 1, "y"), diagnostic(1, 1, "x")]),
            "axb"
        );
        // Outside the text, inside a letter, nothing new, a file of nobody.
        assert_eq!(
            fixed(
                "é",
                &[diagnostic(1, 2, "x"), diagnostic(5, 9, "x"), diagnostic(2, 0, "x"), diagnostic(0, 2, "é")]
            ),
            "é"
        );
    }

    proptest! {
        #[test]
        fn no_byte_outside_a_mend_is_lost(
            text in "[aé😀\r\n]{0,30}",
            fixes in proptest::collection::vec((0_usize..40, 0_usize..6, "[xyz]{0,3}"), 0..12),
        ) {
            let diagnostics: Vec<_> = fixes.iter().map(|(start, length, new)| diagnostic(*start, start + length, new)).collect();
            let file = SourcePath::new("guide/a.md");
            let sources = Sources::from([(file.clone(), Source::new(text.as_str()))]);
            let chosen = choose(&diagnostics, &sources);
            let fixes: Vec<&Fix> =
                chosen.get(&file).into_iter().flatten().filter_map(|diagnostic| diagnostic.fix.as_deref()).collect();
            let after = String::from_utf8(applied(text.as_bytes(), &fixes)).unwrap();
            // What stands between the fixes is there, in order, and nothing else is.
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
