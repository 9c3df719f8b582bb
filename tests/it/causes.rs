//! A file that cannot be read is told once, at that file: nothing is said about what follows from it elsewhere.
use crate::support::{clean_build, first_guide, options, put, site_guides, text};
use jalon::model::{Diagnostic, Severity, SourcePath, Sources, Span, UrlLock, codes};
use jalon::pipeline::{Build, build};
use jalon::urls::{PublishedUrls, print};
use std::collections::BTreeSet;

/// A way in which a file can be broken as a whole; false if this file cannot be broken so.
type Break = fn(&mut Sources, &str, &mut Vec<Diagnostic>) -> bool;

fn rewrite(sources: &mut Sources, path: &str, change: impl FnOnce(&str) -> Option<Vec<u8>>) -> bool {
    let Some(after) = text(sources, path).and_then(|text| change(&text)) else { return false };
    put(sources, path, &after);
    true
}

fn is_yaml(path: &str) -> bool {
    path.ends_with(".yaml")
}

/// Puts this in the place of what follows the first key.
fn after_first_key(sources: &mut Sources, path: &str, what: &str) -> bool {
    rewrite(sources, path, |text| {
        let (key, _) = text.lines().find(|line| !line.starts_with('#'))?.split_once(':')?;
        let at = text.find(&format!("{key}:"))? + key.len() + 1;
        let line_end = at + text[at..].find('\n')?;
        Some(format!("{} {what}{}", &text[..at], &text[line_end..]).into_bytes())
    })
}

/// The file is gone from the sources, and this is why.
fn unread(code: jalon::model::Code, sources: &mut Sources, path: &str, read: &mut Vec<Diagnostic>) -> bool {
    let path = SourcePath::new(path);
    let diagnostic = Diagnostic::new(code, Span::start_of(&path));
    read.push(diagnostic.arg("why", "Permission denied (os error 13)").arg("limit", 1_usize));
    sources.remove(&path).is_some()
}

const BREAKS: &[(&str, Break)] = &[
    ("UTF-16", |sources, path, _| {
        rewrite(sources, path, |text| {
            Some([vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat())
        })
    }),
    ("a byte that is not UTF-8", |sources, path, _| {
        rewrite(sources, path, |text| Some([text.as_bytes(), b"\xe9\n"].concat()))
    }),
    ("a NUL", |sources, path, _| rewrite(sources, path, |text| Some([text.as_bytes(), b"\0\n"].concat()))),
    ("no right to read", |sources, path, read| unread(codes::FILE_UNREADABLE, sources, path, read)),
    ("too large", |sources, path, read| unread(codes::FILE_TOO_LARGE, sources, path, read)),
    ("front matter without an end", |sources, path, _| {
        path.ends_with(".md")
            && rewrite(sources, path, |text| {
                let body = text
                    .strip_prefix("---\n")
                    .map_or(text, |rest| rest.split_once("---\n").map_or(rest, |(_, body)| body));
                Some(format!("---\ntitle: Un titre\n\n{}", body.replace("---\n", "")).into_bytes())
            })
    }),
    ("front matter that is no YAML", |sources, path, _| {
        path.ends_with(".md")
            && rewrite(sources, path, |text| {
                let rest = text.strip_prefix("---\n").map_or(format!("---\n{text}"), ToOwned::to_owned);
                Some(format!("---\n\ttitle: [\n{rest}").into_bytes())
            })
    }),
    ("a tab before the first key", |sources, path, _| {
        is_yaml(path)
            && rewrite(sources, path, |text| {
                let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'))?;
                Some(text.replacen(first, &format!("\t{first}"), 1).into_bytes())
            })
    }),
    ("a list", |sources, path, _| is_yaml(path) && rewrite(sources, path, |_| Some(b"- a\n- b\n".to_vec()))),
    ("a word", |sources, path, _| is_yaml(path) && rewrite(sources, path, |_| Some(b"rien\n".to_vec()))),
    ("a bracket", |sources, path, _| is_yaml(path) && after_first_key(sources, path, "[")),
    ("a quotation mark", |sources, path, _| is_yaml(path) && after_first_key(sources, path, "\"a")),
    ("too deep", |sources, path, _| {
        is_yaml(path)
            && rewrite(sources, path, |text| {
                Some(format!("{text}\nx: {}{}\n", "[".repeat(60), "]".repeat(60)).into_bytes())
            })
    }),
];

/// Guides without errors, with a lock of their addresses and a theme of their own.
fn guides() -> Vec<(String, Sources)> {
    let mut all = site_guides();
    all.push(("the first guide".to_owned(), first_guide()));
    for (name, sources) in &mut all {
        let built = clean_build(sources, options());
        let site = built.site.as_deref().unwrap_or_else(|| panic!("{name} has a site"));
        let lock = print("", &PublishedUrls::new(site), &built.parsed, &UrlLock::default(), &[], "fermé");
        put(sources, "guide/urls.lock", lock.as_bytes());
        let home = built.site.iter().flat_map(|site| &site.pages).last().expect("there is a page");
        let tests =
            format!("{}: {}\n", home.outline.title, home.source.in_guide().expect("it is in the guide"));
        put(sources, "guide/search-tests.yaml", tests.as_bytes());
    }
    all
}

/// A diagnostic without its place in the file: the break may move it.
fn about(diagnostic: &Diagnostic) -> (String, String) {
    (diagnostic.code.name.to_owned(), diagnostic.span.file.to_string())
}

fn errors(built: &Build) -> usize {
    built.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
}

#[test]
fn a_broken_file_is_told_at_that_file_alone() {
    let mut wrong = BTreeSet::new();
    for (guide, sources) in guides() {
        let before = clean_build(&sources, options());
        let known: BTreeSet<_> = before.diagnostics.iter().map(about).collect();
        let is_text = |path: &&SourcePath| ["md", "yaml", "ftl", "lock", "html"].contains(&path.extension());
        let paths: Vec<_> = sources.keys().filter(|path| path.in_guide().is_some()).cloned().collect();
        for path in paths {
            for (name, break_file) in BREAKS {
                // The bytes of a picture are not text in any case.
                if !is_text(&&path) && !matches!(*name, "no right to read" | "too large") {
                    continue;
                }
                let (mut broken, mut read) = (sources.clone(), Vec::new());
                if !break_file(&mut broken, path.as_str(), &mut read) {
                    continue;
                }
                let built = build(&broken, &read, options(), &before);
                let new = built.diagnostics.iter().filter(|diagnostic| !known.contains(&about(diagnostic)));
                let (here, elsewhere): (Vec<_>, Vec<_>) =
                    new.partition(|diagnostic| diagnostic.span.file == path);
                let codes: BTreeSet<_> = elsewhere.iter().map(|diagnostic| diagnostic.code.name).collect();
                if !codes.is_empty() || here.len() != 1 || errors(&built) <= errors(&before) {
                    let here: Vec<_> = here.iter().map(|diagnostic| diagnostic.code.name).collect();
                    wrong.insert(format!("{guide}: {path}, {name}: here {here:?}, elsewhere {codes:?}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} are told elsewhere:\n{}",
        wrong.len(),
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}
