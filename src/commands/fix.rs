//! `jalon check --fix`: the mends that are certain, file by file, until none is left.
use super::guide::Guide;
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::model::{Arg, Diagnostic, Mend, SourcePath, Sources};
use crate::{report, write};
use std::collections::BTreeMap;

/// One mend may make room for the next (a second former address of a page), hardly more often.
const ROUNDS: usize = 10;

/// Mends what is certain, says what was done, and gives what is left. `look` builds the guide as it is now.
pub(super) fn run(here: &Here, mut look: impl FnMut() -> Result<Guide, Failure>) -> Result<Guide, Failure> {
    let mut guide = look()?;
    let mut done = 0;
    for _ in 0..ROUNDS {
        let mended = mend(here, &guide)?;
        if mended == 0 {
            break;
        }
        done += mended;
        guide = look()?;
    }
    terminal::remark(&format!("{}\n", here.say("fix-done", &[("count", Arg::from(done))])));
    Ok(guide)
}

/// Applies what can be applied at once; how many mends that was.
fn mend(here: &Here, guide: &Guide) -> Result<usize, Failure> {
    let root = here.root()?;
    let chosen = choose(&guide.build.notes, &guide.sources);
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
    for (file, notes) in &chosen {
        let before = &guide.sources[*file].bytes;
        let mends: Vec<&Mend> = notes.iter().filter_map(|note| note.mend.as_deref()).collect();
        write::source::replace(&path(file), Some(before), &applied(before, &mends))?;
        for note in notes {
            terminal::remark(&format!("{}\n", told(here, note, &guide.sources)));
        }
        count += notes.len();
    }
    Ok(count)
}

/// The diagnostics whose mends are applied, file by file in the order of their places. Where two touch, the first is
/// applied and the other waits for the next build.
fn choose<'a>(notes: &'a [Diagnostic], sources: &Sources) -> BTreeMap<&'a SourcePath, Vec<&'a Diagnostic>> {
    let mut by_file: BTreeMap<&SourcePath, Vec<(&Mend, &Diagnostic)>> = BTreeMap::new();
    for note in notes {
        let Some(mend) = note.mend.as_deref() else { continue };
        let fits = sources.get(&mend.span.file).is_some_and(|source| {
            mend.span.start <= mend.span.end
                && std::str::from_utf8(&source.bytes).is_ok_and(|text| {
                    text.get(mend.span.start as usize..mend.span.end as usize)
                        .is_some_and(|old| old != mend.text)
                })
        });
        if fits && mend.span.file.in_guide().is_some() {
            by_file.entry(&mend.span.file).or_default().push((mend, note));
        }
    }
    let mut chosen = BTreeMap::new();
    for (file, mut mends) in by_file {
        mends.sort();
        let mut end = None;
        mends.retain(|(mend, _)| {
            let free = end.is_none_or(|end| mend.span.start > end);
            if free {
                end = Some(mend.span.end);
            }
            free
        });
        chosen.insert(file, mends.into_iter().map(|(_, note)| note).collect());
    }
    chosen
}

/// The bytes with every mend in its place, in order and apart from each other.
fn applied(before: &[u8], mends: &[&Mend]) -> Vec<u8> {
    let mut after = Vec::with_capacity(before.len() + 64);
    let mut at = 0;
    for mend in mends {
        after.extend_from_slice(&before[at..mend.span.start as usize]);
        after.extend_from_slice(mend.text.as_bytes());
        at = mend.span.end as usize;
    }
    after.extend_from_slice(&before[at..]);
    after
}

/// `guide/a.md:3:7 : « avant » devient « après » (link/missing-page)`.
fn told(here: &Here, note: &Diagnostic, sources: &Sources) -> String {
    let mend = note.mend.as_deref().expect("only diagnostics with a mend are chosen");
    let places = report::Places::new(sources, [&mend.span.file]);
    let at = places.of(&mend.span).map_or_else(
        || mend.span.file.to_string(),
        |place| format!("{}:{}:{}", mend.span.file, place.line, place.column),
    );
    let source = &sources[&mend.span.file].bytes;
    let before = String::from_utf8_lossy(&source[mend.span.start as usize..mend.span.end as usize]);
    let arg = |text: &str| Arg::from(text.trim().replace("\r\n", " ⏎ ").replace('\n', " ⏎ "));
    let key = if before.is_empty() { "fix-added" } else { "fix-replaced" };
    here.say(
        key,
        &[
            ("at", Arg::from(at)),
            ("before", arg(&before)),
            ("after", arg(&mend.text)),
            ("code", Arg::from(note.code.name)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Source, Span, codes};
    use proptest::prelude::*;

    fn note(start: usize, end: usize, text: &str) -> Diagnostic {
        let span = Span::new(&SourcePath::new("guide/a.md"), start, end);
        Diagnostic::new(codes::LINK_MISSING_PAGE, span.clone()).mend(span, text)
    }

    fn mended(text: &str, notes: &[Diagnostic]) -> String {
        let file = SourcePath::new("guide/a.md");
        let sources = Sources::from([(file.clone(), Source::new(text))]);
        let chosen = choose(notes, &sources);
        let mends: Vec<&Mend> =
            chosen.get(&file).into_iter().flatten().filter_map(|note| note.mend.as_deref()).collect();
        String::from_utf8(applied(text.as_bytes(), &mends)).unwrap()
    }

    #[test]
    fn the_first_of_two_that_touch_is_applied() {
        let text = "\u{feff}été\r\nfin";
        assert_eq!(
            mended(text, &[note(3, 8, "hiver"), note(5, 6, "x"), note(10, 13, "FIN")]),
            "\u{feff}hiver\r\nFIN"
        );
        assert_eq!(mended("ab", &[note(1, 1, "x"), note(1, 1, "y"), note(1, 1, "x")]), "axb");
        // Outside the text, inside a letter, nothing new, a file of nobody.
        assert_eq!(mended("é", &[note(1, 2, "x"), note(5, 9, "x"), note(2, 0, "x"), note(0, 2, "é")]), "é");
    }

    proptest! {
        #[test]
        fn no_byte_outside_a_mend_is_lost(
            text in "[aé😀\r\n]{0,30}",
            mends in proptest::collection::vec((0_usize..40, 0_usize..6, "[xyz]{0,3}"), 0..12),
        ) {
            let notes: Vec<_> = mends.iter().map(|(start, length, new)| note(*start, start + length, new)).collect();
            let file = SourcePath::new("guide/a.md");
            let sources = Sources::from([(file.clone(), Source::new(text.as_str()))]);
            let chosen = choose(&notes, &sources);
            let mends: Vec<&Mend> =
                chosen.get(&file).into_iter().flatten().filter_map(|note| note.mend.as_deref()).collect();
            let after = String::from_utf8(applied(text.as_bytes(), &mends)).unwrap();
            // What stands between the mends is there, in order, and nothing else is.
            let (mut old, mut new) = (0, 0);
            for mend in &mends {
                let between = &text[old..mend.span.start as usize];
                prop_assert!(after[new..].starts_with(between));
                new += between.len();
                prop_assert!(after[new..].starts_with(&mend.text));
                new += mend.text.len();
                old = mend.span.end as usize;
            }
            prop_assert_eq!(&after[new..], &text[old..]);
        }
    }
}
