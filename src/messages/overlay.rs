//! What is wrong, for the overlay over a page: as data, whose texts the page shows as text and never as HTML.
//!
//! Errors of the page that asks come first, then those of other files, then warnings. Few are given in full, the others are
//! counted, so that the whole stays small however much is wrong.
use super::describe::{describe, sentence, severity};
use super::digest::{self, Finding, findings};
use super::excerpt::{self, shortened};
use super::line_index::{LineColumn, LineIndex};
use super::visible::visible;
use crate::model::{Diagnostic, Severity, SourcePath, Sources};
use crate::words::Words;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many findings are given in full.
const IN_FULL: usize = 10;
/// The size of these findings, in bytes of JSON.
const ROOM: usize = 14_000;
/// The largest width of a sentence, in cells of a terminal.
const SENTENCE: usize = 300;
/// The largest width of a path.
const PATH: usize = 100;
/// The longest address, in bytes.
const LINK: usize = 500;
/// How many files are named whose errors are only counted.
const FILES_NAMED: usize = 5;

/// What is wrong with a guide, seen from one page.
pub struct OverlayView<'a> {
    /// All diagnostics, sorted by place.
    pub diagnostics: &'a [Diagnostic],
    /// The files that they are about.
    pub sources: &'a Sources,
    /// The source of the page; none if it has none of its own.
    pub page: Option<&'a SourcePath>,
    /// Files with an error, of which an earlier state is shown.
    pub held: &'a BTreeSet<SourcePath>,
    /// The address of the page that is made of a file.
    pub address: &'a dyn Fn(&SourcePath) -> Option<String>,
    /// The address that opens a file in the editor.
    pub editor: &'a dyn Fn(&SourcePath, LineColumn) -> Option<String>,
}

impl fmt::Debug for OverlayView<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("OverlayView").field("page", &self.page).finish_non_exhaustive()
    }
}

/// The overlay of a page as JSON. Without errors there is none: null.
pub fn overlay(view: &OverlayView<'_>, words: &Words) -> Value {
    let errors = view.sorted(Severity::Error);
    let Some(first) = errors.first() else { return Value::Null };
    let warnings = view.sorted(Severity::Warning);
    let files: BTreeSet<_> = errors.iter().flat_map(Finding::files).collect();
    let own = errors.iter().flat_map(Finding::files).any(|file| view.is_own(file));

    let mut room = ROOM;
    let in_full = view.in_full(&errors, IN_FULL, &mut room, words);
    let more_in_full = view.in_full(&warnings, IN_FULL - in_full.len(), &mut room, words);
    let left = warnings.len() - more_in_full.len();
    let count = |key: &str, count: usize| sentence(words, key, &[("count", count.into())]);
    let warnings = (!warnings.is_empty()).then(|| {
        let rest = (left > 0).then(|| count("overlay-more-warnings", left));
        json!({ "title": count("overlay-warnings", warnings.len()), "findings": more_in_full, "rest": rest })
    });
    let mark = [
        ("count", errors.len().into()),
        ("files", files.len().into()),
        ("file", path(&first.first.span.file).into()),
    ];
    json!({
        "open": own || files.iter().any(|file| !file.is_page()),
        "title": digest::count(view.diagnostics, words),
        "states": view.states(&files, words),
        "errors": in_full,
        "rest": view.rest(&errors[in_full.len()..], words),
        "warnings": warnings,
        "mark": sentence(words, "overlay-mark", &mark),
        "href": files.iter().find_map(|file| link((view.address)(file))),
        "words": {
            "region": sentence(words, "overlay-region", &[]),
            "close": sentence(words, "overlay-close", &[]),
            "open": sentence(words, "overlay-open", &[]),
            "copy": sentence(words, "overlay-copy", &[]),
            "copied": sentence(words, "overlay-copied", &[]),
            "editor": sentence(words, "overlay-editor", &[]),
        },
    })
}

/// A bug of Jalon, in the form of an overlay.
pub fn bug_overlay(why: &str, words: &Words) -> Value {
    let text = sentence(words, "serve-bug", &[("why", short(why, SENTENCE).into())]);
    json!({
        "open": true,
        "title": text,
        "states": [],
        "errors": [],
        "rest": [],
        "mark": sentence(words, "overlay-bug", &[]),
        "words": {
            "region": sentence(words, "overlay-region", &[]),
            "close": sentence(words, "overlay-close", &[]),
            "open": sentence(words, "overlay-open", &[]),
        },
    })
}

impl<'a> OverlayView<'a> {
    /// Findings of one severity, those of the page first.
    fn sorted(&self, severity: Severity) -> Vec<Finding<'a>> {
        let of = |own: bool| {
            let all = self.diagnostics.iter().filter(move |diagnostic| diagnostic.severity == severity);
            all.filter(move |diagnostic| self.is_own(&diagnostic.span.file) == own)
        };
        findings(of(true).chain(of(false)))
    }

    fn is_own(&self, file: &SourcePath) -> bool {
        self.page == Some(file)
    }

    /// The first findings, as many as there is room for.
    fn in_full(&self, all: &[Finding<'a>], most: usize, room: &mut usize, words: &Words) -> Vec<Value> {
        let some = &all[..all.len().min(most)];
        let index = LineIndex::new(self.sources, some.iter().flat_map(Finding::files_named));
        let mut out = Vec::new();
        for finding in some {
            let value = self.finding(finding, &index, words);
            let size = value.to_string().len();
            if size > *room {
                break;
            }
            *room -= size;
            out.push(value);
        }
        out
    }

    fn finding(&self, finding: &Finding<'a>, index: &LineIndex<'a>, words: &Words) -> Value {
        let diagnostic = finding.first;
        let (file, text) = (&diagnostic.span.file, describe(diagnostic, words));
        let start = index.range(&diagnostic.span).map(|range| range.start);
        let cut = start.zip(index.lines(file)).map(|(start, lines)| {
            let (from, to) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
            let excerpt = excerpt::cut(lines, start.line, from, to);
            json!({ "line": start.line, "parts": [excerpt.before, excerpt.marked, excerpt.after] })
        });
        let page = if self.is_own(file) { None } else { link((self.address)(file)) };
        let place = short(&index.place(&diagnostic.span), SENTENCE);
        json!({
            "severity": diagnostic.severity.name(),
            "word": severity(diagnostic.severity, words),
            "code": diagnostic.code.name,
            "message": short(&text.message, SENTENCE),
            "place": place,
            "editor": link(start.and_then(|start| (self.editor)(file, start))),
            "page": page,
            "excerpt": cut,
            "label": text.label.map(|label| short(&label, SENTENCE)),
            "help": text.help.map(|help| short(&help, SENTENCE)),
            "others": digest::other_places(finding, index, words).map(|places| short(&places, SENTENCE)),
        })
    }

    /// What is shown of the files with errors.
    fn states(&self, files: &BTreeSet<&SourcePath>, words: &Words) -> Vec<String> {
        let of_page = self.page.filter(|page| files.contains(page)).map(|page| {
            let key = if self.held.contains(page) { "overlay-page-held" } else { "overlay-page-as-is" };
            sentence(words, key, &[])
        });
        let shared: Vec<_> =
            files.iter().filter(|file| !file.is_page() && self.held.contains(**file)).collect();
        let of_site = shared.first().map(|file| {
            let args = [("file", path(file).into()), ("more", (shared.len() - 1).into())];
            sentence(words, "overlay-file-held", &args)
        });
        of_page.into_iter().chain(of_site).collect()
    }

    /// How many more errors there are, file by file.
    fn rest(&self, errors: &[Finding<'a>], words: &Words) -> Vec<Value> {
        let mut counts: BTreeMap<&SourcePath, usize> = BTreeMap::new();
        for finding in errors {
            *counts.entry(&finding.first.span.file).or_default() += 1;
        }
        let line = |text: String, href: Option<String>| json!({ "text": text, "href": href });
        let mut lines: Vec<_> = counts
            .iter()
            .take(FILES_NAMED)
            .map(|(file, count)| {
                let args = [("file", path(file).into()), ("count", (*count).into())];
                line(sentence(words, "overlay-more-errors", &args), link((self.address)(file)))
            })
            .collect();
        if let Some(more) = counts.len().checked_sub(FILES_NAMED).filter(|more| *more > 0) {
            let count = counts.values().skip(FILES_NAMED).sum::<usize>();
            let args = [("files", more.into()), ("count", count.into())];
            lines.push(line(sentence(words, "overlay-more-files", &args), None));
        }
        lines
    }
}

fn path(file: &SourcePath) -> String {
    short(&visible(file.as_str()), PATH)
}

/// A text cut to a width; also one of letters that have none.
fn short(text: &str, room: usize) -> String {
    match text.char_indices().nth(room * 2) {
        Some((end, _)) => shortened(&format!("{}…", &text[..end]), room),
        None => shortened(text, room),
    }
}

/// An address, unless it is too long to be sent along.
fn link(address: Option<String>) -> Option<String> {
    address.filter(|address| address.len() <= LINK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages;
    use crate::model::{Language, Source, Span, codes};

    fn error(file: &str, start: usize, end: usize, target: &str) -> Diagnostic {
        let span = Span::new(&SourcePath::new(file), start, end);
        Diagnostic::new(codes::LINK_MISSING_PAGE, span).arg("target", target)
    }

    fn view(diagnostics: &[Diagnostic], page: &str, held: &[&str]) -> Value {
        let text = format!("Voir [l'<b>école</b>]({}).\n", "é".repeat(300));
        let files = diagnostics.iter().map(|diagnostic| diagnostic.span.file.clone());
        let sources: Sources = files.map(|file| (file, Source::new(text.repeat(40).into_bytes()))).collect();
        let view = OverlayView {
            diagnostics,
            sources: &sources,
            page: Some(&SourcePath::new(page)),
            held: &held.iter().map(|file| SourcePath::new(*file)).collect(),
            address: &|file| file.is_page().then(|| format!("/{}/", file.as_str())),
            editor: &|file, at| Some(format!("e://{file}:{}:{}", at.line, at.column)),
        };
        overlay(&view, &messages::words(Language::French))
    }

    #[test]
    fn a_page_shows_its_own_errors_first_and_other_pages_a_mark() {
        let all = [
            error("guide/a.md", 5, 9, "x.md"),
            error("guide/b.md", 5, 9, "y.md"),
            error("guide/c.md", 0, 0, "y.md"),
        ];
        let own = view(&all, "guide/b.md", &["guide/b.md"]);
        assert_eq!((&own["open"], &own["title"]), (&true.into(), &"2 erreurs (3 endroits)".into()));
        assert_eq!(own["states"], json!(["Cette page reste telle qu’elle était avant l’erreur"]));
        let first = &own["errors"][0];
        assert_eq!(first["place"], "guide/b.md:1:6");
        assert_eq!((&first["page"], &first["editor"]), (&Value::Null, &"e://guide/b.md:1:6".into()));
        assert_eq!(first["excerpt"]["parts"][0], "Voir ");
        assert_eq!(first["excerpt"]["parts"][1], "[l'<");
        assert_eq!(first["others"], "aussi dans guide/c.md:1:1");
        assert_eq!(own["errors"][1]["page"], "/guide/a.md/");
        let other = view(&all, "guide/z.md", &[]);
        assert_eq!((&other["open"], &other["href"]), (&false.into(), &"/guide/a.md/".into()));
        assert_eq!(other["mark"], "2 erreurs dans 3 fichiers");
        assert_eq!(view(&all[..1], "guide/z.md", &[])["mark"], "1 erreur dans guide/a.md");
        assert_eq!(view(&[], "guide/z.md", &[]), Value::Null);
    }

    #[test]
    fn an_error_of_the_whole_site_is_shown_over_every_page() {
        let all = [error("guide/jalon.yaml", 0, 2, "x"), error("guide/urls.lock", 0, 2, "y")];
        let any = view(&all, "guide/z.md", &["guide/jalon.yaml"]);
        assert_eq!(any["open"], true);
        assert_eq!(any["states"], json!(["Le site garde la dernière bonne version de guide/jalon.yaml"]));
    }

    #[test]
    fn it_is_small_however_much_is_wrong() {
        let long = "日本語".repeat(500);
        let many = |count: usize| -> Vec<Diagnostic> {
            let errors =
                (0..count).map(|at| error(&format!("guide/{at}-{long}.md"), 5, 900, &format!("{at} {long}")));
            errors
                .chain((0..count).map(|at| Diagnostic {
                    severity: Severity::Warning,
                    ..error("guide/b.md", at, at + 1, &at.to_string())
                }))
                .collect()
        };
        for count in [1, 11, 3000] {
            let overlay = view(&many(count), "guide/b.md", &[]);
            let size = overlay.to_string().len();
            assert!(size < 20_000, "{count}: {size}");
            assert!(!overlay["errors"].as_array().unwrap().is_empty());
        }
        let short: Vec<_> = (0..30).map(|at| error("guide/a.md", at, at, &at.to_string())).collect();
        let overlay = view(&short, "guide/b.md", &[]);
        assert_eq!(overlay["errors"].as_array().unwrap().len(), 10);
        assert_eq!(overlay["rest"][0]["text"], "encore 20 erreurs dans guide/a.md");
    }
}
