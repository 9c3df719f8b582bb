//! Marks of other programs, and malformed marks of Markdown, that Markdown takes for text.
//!
//! 1. `scan` tells whether a body can hold any; most hold none.
//! 2. `conflict` finds two versions that were not put together, before the body is read.
//! 3. `hidden` knows what is code, HTML or a target: nothing is looked for there. `lines` cuts the body into lines and
//!    strips the marks of quotations and lists from them; `body_lines` holds both.
//! 4. Each kind of mark adds its findings (`finding`): blocks between `colons`, `indented` blocks, `alert`, marks that
//!    are a `lone` line, `malformed` boxes and headings, `runs` of lines that are no list, and marks `inline`: `tags` of
//!    templates, `attributes`, formulas (`math`), names of `emoji` (`signs`). `fence` finds
//!    code that another program would draw or read.
//! 5. `text::callouts` knows the names of callouts; `rewrite` writes blocks as Jalon does.
mod alert;
mod attributes;
mod body_lines;
mod colons;
mod conflict;
mod emoji;
mod fence;
mod finding;
mod hidden;
mod indented;
mod inline;
mod lines;
mod lone;
mod malformed;
mod math;
mod rewrite;
mod runs;
mod scan;
mod signs;
mod tags;

pub(in crate::parse) use conflict::{in_yaml as conflicts_in_yaml, may_be_in as may_have_conflicts, resolve};
pub(super) use fence::ForeignFence;
pub(super) use hidden::Hidden;
pub(super) use scan::{may_be_in, may_begin};

use crate::model::{Content, Diagnostic, SourcePath, Span, codes};
use body_lines::BodyLines;
use finding::FoundMark;
use std::ops::Range;

/// The longest mark that a message quotes, in characters.
const QUOTED: usize = 60;

/// What was found in a body.
pub(super) struct FoundMarks<'a> {
    file: &'a SourcePath,
    source: &'a str,
    offset: usize,
    findings: Vec<FoundMark>,
}

impl<'a> FoundMarks<'a> {
    /// Looks for marks in a body that begins at byte `offset` of its file. Without `hidden`, there are only fences.
    pub(super) fn find(
        file: &'a SourcePath,
        source: &'a str,
        offset: usize,
        hidden: Option<&Hidden>,
        fences: &[ForeignFence],
    ) -> Self {
        let nothing = Hidden::default();
        let mut page = BodyLines::new(source, hidden.unwrap_or(&nothing));
        if hidden.is_some() {
            colons::find(&mut page);
            indented::find(&mut page);
            alert::find(&mut page);
            lone::find(&mut page);
            malformed::find(&mut page);
            inline::find(&mut page);
        }
        fence::find(&mut page, fences);
        let findings = page.findings;
        Self { file, source, offset, findings }
    }

    /// Adds a diagnostic for each finding, and drops those that only follow from one.
    pub(super) fn report(&self, diagnostics: &mut Vec<Diagnostic>, content: &mut Content) {
        if self.findings.is_empty() {
            return;
        }
        let marks = finding::marks(&self.findings);
        let of_mark = |span: &Span| {
            let (start, end) = (span.start as usize, span.end as usize);
            let next = marks.partition_point(|mark| self.offset + mark.end <= start);
            marks.get(next).is_some_and(|mark| self.offset + mark.start < end)
        };
        content.acronyms.retain(|acronym| !of_mark(&acronym.span));
        content.typed.retain(|typed| !of_mark(&typed.span));
        let follows =
            |diagnostic: &Diagnostic| diagnostic.code == codes::LINK_BAD_ADDRESS && of_mark(&diagnostic.span);
        diagnostics.retain(|diagnostic| !follows(diagnostic));
        diagnostics.extend(self.findings.iter().map(|finding| self.diagnostic(finding)));
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start, self.offset + range.end)
    }

    fn diagnostic(&self, finding: &FoundMark) -> Diagnostic {
        let written = self.source.get(finding.mark.clone()).unwrap_or_default();
        let mut diagnostic =
            Diagnostic::new(finding.code, self.span(&finding.mark)).arg("mark", quoted(written));
        if let Some(instead) = &finding.instead {
            diagnostic = diagnostic.arg("instead", instead.as_str()).help("help-instead");
        }
        if let Some(help) = finding.help {
            diagnostic = diagnostic.help(help);
        }
        if let Some((range, text)) = &finding.fix {
            diagnostic = diagnostic.fix(self.span(range), text.as_str());
        }
        diagnostic
    }
}

/// The beginning of a mark in one line.
fn quoted(written: &str) -> String {
    let line = written.lines().next().unwrap_or_default();
    let shown: String = line.chars().take(QUOTED).collect();
    if shown.len() < written.len() { format!("{shown}…") } else { shown }
}
