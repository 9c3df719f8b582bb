//! Marks of other programs, each alone, in a list, in a quotation and in a task; and what `check --fix` makes of them.
//!
//! 1. `tables` holds the marks, and what is expected of them.
//! 2. The tests here put each mark in several places, and apply its fix.
mod tables;

use super::support::{RandomNumbers, clean_build, first_guide, guide_of, options, put};
use jalon::model::{Diagnostic, Fix, Severity, SourcePath, Sources};
use rayon::prelude::*;
use std::sync::LazyLock;
use tables::{MALFORMED, MARKS, PROSE};

/// Places for a mark: a name, the text before it, what its further lines begin with.
const PLACES: [(&str, &str, &str); 4] = [
    ("alone", "", ""),
    ("in a list", "- Un\n- Deux\n\n  ", "  "),
    ("in a quotation", "> ", "> "),
    ("in a task", "## Liste\n<role:agent>\n\n- [ ] Signer.\n\n  ", "  "),
];

fn placed(mark: &str, (_, before, prefix): (&str, &str, &str)) -> String {
    let mut lines = mark.lines();
    let mut text = format!("# Titre\n\nDébut.\n\n{before}{}", lines.next().unwrap_or_default());
    for line in lines {
        text.push('\n');
        text.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        text.push_str(line);
    }
    text + "\n\nFin.\n"
}

/// A guide without the page, read once.
static GUIDE: LazyLock<Sources> = LazyLock::new(|| {
    guide_of(&[
        ("guide/jalon.yaml", "title: Guide\nlanguage: fr\n"),
        ("guide/index.md", "# Accueil\n"),
        ("guide/registry/roles.yaml", "agent: {name: Agent}\n"),
    ])
});

/// What is said about a page with this text.
fn diagnostics_of(text: &str) -> Vec<Diagnostic> {
    let mut guide = GUIDE.clone();
    put(&mut guide, "guide/a.md", text.as_bytes());
    clean_build(&guide, options()).diagnostics
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    let of_mark = |name: &&str| {
        ["dialect/", "list/", "task/bad-box", "heading/no-blank"].iter().any(|begin| name.starts_with(begin))
    };
    diagnostics.iter().map(|diagnostic| diagnostic.code.name).filter(of_mark).collect()
}

/// The text after the first fixes that do not touch each other, as `jalon check --fix` applies them.
fn once(text: &str) -> String {
    let file = SourcePath::new("guide/a.md");
    let diagnostics = diagnostics_of(text);
    let mut fixes: Vec<&Fix> =
        diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_deref()).collect();
    fixes.retain(|fix| fix.span.file == file);
    fixes.sort();
    let mut after = String::new();
    let mut at = 0;
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        if start > at || at == 0 {
            after.push_str(&text[at..start]);
            after.push_str(&fix.text);
            at = end;
        }
    }
    after + &text[at..]
}

/// The text after all fixes.
fn all(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..10 {
        let after = once(&text);
        if after == text {
            return text;
        }
        text = after;
    }
    panic!("fixes without end: {text}");
}

/// Runs a check for each item in parallel and fails with what is wrong.
fn none_is_wrong<T: Sync>(items: &[T], check: impl Fn(&T) -> Vec<String> + Sync + Send) {
    let wrong: Vec<String> = items.par_iter().flat_map_iter(check).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_mark_is_reported_once_wherever_it_stands() {
    none_is_wrong(MARKS, |mark| {
        let mut wrong = Vec::new();
        for place in PLACES {
            let diagnostics = diagnostics_of(&placed(mark.text, place));
            if codes(&diagnostics) != [mark.code] {
                wrong.push(format!("{} {:?}: {:?}", place.0, mark.text, codes(&diagnostics)));
            }
            let names: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect();
            if place.0 == "alone" && names.contains(&"term/unexplained") {
                wrong.push(format!("{:?} makes noise: {names:?}", mark.text));
            }
        }
        wrong
    });
}

#[test]
fn windows_line_ends_change_nothing() {
    none_is_wrong(MARKS, |mark| {
        let text = placed(mark.text, PLACES[0]).replace('\n', "\r\n");
        let found = diagnostics_of(&text);
        let after = all(&text);
        let same_ends = after.matches('\n').count() == after.matches("\r\n").count();
        let wrong = codes(&found) != [mark.code] || !same_ends;
        wrong.then(|| format!("{:?}: {:?} {after:?}", mark.text, codes(&found))).into_iter().collect()
    });
}

#[test]
fn marks_in_code_and_comments_are_silent() {
    none_is_wrong(MARKS, |mark| {
        let mut texts = vec![
            format!("# T\n\n`````md\n{}\n`````\n", mark.text),
            format!("# T\n\n<!--\n{}\n-->\n", mark.text.replace("-->", "")),
            placed(mark.text, ("indented", "    ", "    ")),
        ];
        if !mark.text.contains(['\n', '`']) {
            texts.push(format!("# T\n\nVoir `{}` ici.\n", mark.text));
        }
        texts.retain(|text| !codes(&diagnostics_of(text)).is_empty());
        texts
    });
}

#[test]
fn fixes_are_final_and_keep_the_words() {
    none_is_wrong(MARKS, |mark| {
        let mut wrong = Vec::new();
        for place in PLACES {
            let text = placed(mark.text, place);
            let after = all(&text);
            if (after != text) != mark.fix && place.0 == "alone" {
                wrong.push(format!("{:?} fixed: {}", mark.text, after != text));
            }
            if after == text {
                continue;
            }
            let left = diagnostics_of(&after);
            let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
            if !codes(&left).is_empty() || left.iter().any(is_error) {
                wrong.push(format!("{} {:?} after its fix: {left:?}\n{after}", place.0, mark.text));
            }
            for words in WORDS {
                if text.matches(words).count() != after.matches(words).count() {
                    wrong.push(format!("{} {:?} lost {words}:\n{after}", place.0, mark.text));
                }
            }
        }
        wrong
    });
}

/// A page whose lines come from marks, at random, each with an indent or a container of its own.
fn mixture(numbers: &mut RandomNumbers) -> String {
    let lines: Vec<&str> = MARKS.iter().flat_map(|mark| mark.text.lines()).collect();
    let befores = ["", "", "", "  ", "    ", "        ", "\t", "> ", "> > ", "- ", "1. ", "- [ ] ", "é "];
    let mut text = String::from("# Titre\n\n");
    for _ in 0..=numbers.below(14) {
        text.push_str(befores[numbers.below(befores.len())]);
        text.push_str(lines[numbers.below(lines.len())]);
        text.push_str(["\n", "\n", "\n\n", "\r\n"][numbers.below(4)]);
    }
    text
}

#[test]
fn fixes_of_random_mixtures_end_and_lose_no_word() {
    let seeds: Vec<u64> = (1..=400).collect();
    none_is_wrong(&seeds, |seed| {
        let text = mixture(&mut RandomNumbers::new(*seed));
        let after = all(&text);
        let lost =
            WORDS.iter().filter(|words| text.matches(**words).count() > after.matches(**words).count());
        lost.map(|words| format!("{seed}: lost {words}\n{text}\nbecame\n{after}")).collect()
    });
}

/// The words that the marks are about.
const WORDS: [&str; 9] =
    ["Début", "Texte", "Suite", "Titre", "Mise à jour", "Plus", "obligatoire", "Fermé", "Fin"];

#[test]
fn malformed_marks_are_reported_and_corrected() {
    none_is_wrong(MALFORMED, |(written, code, right)| {
        let mut wrong = Vec::new();
        for place in PLACES {
            let text = placed(written, place);
            let found = diagnostics_of(&text);
            let after = all(&text);
            if codes(&found) != [*code] || after != placed(right, place) {
                wrong.push(format!("{} {written:?}: {:?} becomes {after:?}", place.0, codes(&found)));
            }
        }
        let hidden = [format!("# T\n\n```\n{written}\n```\n"), format!("# T\n\n<!--\n{written}\n-->\n")];
        wrong.extend(hidden.into_iter().filter(|text| !codes(&diagnostics_of(text)).is_empty()));
        wrong
    });
}

#[test]
fn prose_is_silent() {
    none_is_wrong(PROSE, |text| {
        let texts = PLACES.map(|place| placed(text, place));
        let found = texts.iter().map(|text| (text, diagnostics_of(text)));
        found
            .filter(|(_, said)| !codes(said).is_empty())
            .map(|(text, said)| format!("{text}{:?}", codes(&said)))
            .collect()
    });
}

#[test]
fn the_first_guide_has_no_marks() {
    assert!(codes(&clean_build(&first_guide(), options()).diagnostics).is_empty());
}
