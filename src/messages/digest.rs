//! Many diagnostics for people: those about one thing together, some of each code in full, a count of the others.
use super::describe::{describe, sentence};
use super::human;
use super::line_index::LineIndex;
use super::paint::{BLUE, Colour, Paint};
use super::visible::width;
use crate::model::{Arg, Diagnostic, Family, Severity, SourcePath, Sources, codes};
use crate::stamp::Table;
use crate::words::Words;
use std::cmp::Reverse;
use std::fmt::Write as _;

/// How many findings of one code are printed in full.
const PER_CODE: usize = 20;
/// How many findings are printed in full: with six lines each, a run stays under 500 lines.
const IN_FULL: usize = 75;
/// How many codes the closing lines name.
const CODES_NAMED: usize = 12;
/// How many places of one finding are named after the first.
const PLACES_NAMED: usize = 4;
/// The largest width of these places together, in cells of a terminal, unless the first is longer.
const PLACES_WIDTH: usize = 150;

/// One mistake with all its places.
pub(super) struct Finding<'a> {
    /// The diagnostic at the first place.
    pub first: &'a Diagnostic,
    /// The diagnostics at the other places, in order.
    pub others: Vec<&'a Diagnostic>,
}

impl<'a> Finding<'a> {
    /// The files of all places.
    pub(super) fn files(&self) -> impl Iterator<Item = &'a SourcePath> {
        std::iter::once(self.first).chain(self.others.iter().copied()).map(|diagnostic| &diagnostic.span.file)
    }

    /// The files of the places that are named.
    pub(super) fn files_named(&self) -> impl Iterator<Item = &'a SourcePath> {
        let others = self.others.iter().take(PLACES_NAMED).copied();
        std::iter::once(self.first).chain(others).map(|diagnostic| &diagnostic.span.file)
    }
}

/// Puts diagnostics about one thing together: two links to the same missing page are one mistake at two places. The order
/// is that of the first places.
pub(super) fn findings<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<Finding<'a>> {
    let mut findings: Vec<Finding<'a>> = Vec::new();
    let mut known = Table::default();
    for diagnostic in diagnostics {
        let next = findings.len();
        let at = if is_about_a_target(diagnostic) {
            let key = (diagnostic.code.name, diagnostic.severity, &diagnostic.args, diagnostic.help);
            *known.entry(key).or_insert(next)
        } else {
            next
        };
        match findings.get_mut(at) {
            Some(finding) => finding.others.push(diagnostic),
            None => findings.push(Finding { first: diagnostic, others: Vec::new() }),
        }
    }
    findings
}

/// Whether the arguments name all that is wrong, so that equal ones are one mistake.
fn is_about_a_target(diagnostic: &Diagnostic) -> bool {
    let families = [Family::Link, Family::Registry, Family::Image, Family::Term, Family::External];
    let is_key = [codes::FRONT_FOREIGN_KEY, codes::FRONT_UNKNOWN_KEY].contains(&diagnostic.code);
    (is_key || families.contains(&diagnostic.code.family)) && !diagnostic.args.is_empty()
}

/// Prints some findings of each code, then how many there are besides.
pub(super) fn write(diagnostics: &[Diagnostic], sources: &Sources, words: &Words, colour: Colour) -> String {
    let findings = findings(diagnostics);
    let mut quota = quota(&findings);
    let (printed, rest): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| {
        let left = quota.get_mut(finding.first.code.name);
        left.and_then(|left| left.checked_sub(1).map(|less| *left = less)).is_some()
    });
    let index = LineIndex::new(sources, printed.iter().flat_map(|finding| finding.files_named()));
    let mut out = String::new();
    for finding in printed {
        let text = describe(finding.first, words);
        let places = other_places(finding, &index, words);
        human::write(&mut out, finding.first, &text, places.as_deref(), &index, words, colour);
    }
    write_rest(&mut out, &rest, words, colour);
    out
}

/// How many findings of each code are printed in full, by its name. Where there are too many codes, those of warnings are
/// missing first.
fn quota(findings: &[Finding<'_>]) -> Table<&'static str, usize> {
    let mut counts: Table<&'static str, (Severity, usize)> = Table::default();
    for finding in findings {
        counts.entry(finding.first.code.name).or_insert((finding.first.severity, 0)).1 += 1;
    }
    let total = |each: usize| counts.values().map(|(_, count)| each.min(*count)).sum::<usize>();
    let each = (1..=PER_CODE).rev().find(|each| total(*each) <= IN_FULL).unwrap_or(1);
    let mut codes: Vec<_> =
        counts.into_iter().map(|(name, (severity, _))| (Reverse(severity), name)).collect();
    codes.sort_unstable();
    codes.into_iter().take(IN_FULL).map(|(_, name)| (name, each)).collect()
}

/// `also guide/b.md:4:2, guide/c.md:1:1 and 996 other places`
pub(super) fn other_places(finding: &Finding<'_>, index: &LineIndex<'_>, words: &Words) -> Option<String> {
    if finding.others.is_empty() {
        return None;
    }
    let mut named: Vec<String> =
        finding.others.iter().take(PLACES_NAMED).map(|other| index.place(&other.span)).collect();
    while named.len() > 1 && named.iter().map(|place| width(place)).sum::<usize>() > PLACES_WIDTH {
        named.pop();
    }
    let more = finding.others.len() - named.len();
    Some(sentence(words, "other-places", &[("places", named.join(", ").into()), ("more", more.into())]))
}

/// Says what was left out: how many findings of which codes, and how to see them.
fn write_rest(out: &mut String, rest: &[&Finding<'_>], words: &Words, colour: Colour) {
    if rest.is_empty() {
        return;
    }
    let mut counts: Table<&'static str, usize> = Table::default();
    for finding in rest {
        *counts.entry(finding.first.code.name).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(code, count)| (Reverse(*count), *code));
    let paint = Paint(colour);
    let line = |key: &str, count: usize| sentence(words, key, &[("count", Arg::from(count))]);
    let mut lines = vec![line("left-out", rest.len())];
    for (code, count) in counts.iter().take(CODES_NAMED) {
        let args = [("code", Arg::from(*code)), ("count", Arg::from(*count))];
        lines.push(format!("  {}", sentence(words, "left-out-code", &args)));
    }
    if counts.len() > CODES_NAMED {
        lines.push(format!("  {}", line("left-out-codes", counts.len() - CODES_NAMED)));
    }
    lines.push(sentence(words, "left-out-help", &[("code", Arg::from(counts[0].0))]));
    for line in lines {
        writeln!(out, "{} {line}", paint.with(BLUE, "│")).expect("writing to a string cannot fail");
    }
    out.push('\n');
}

/// `3 errors, 2 warnings (40 places)`; `nothing to report` if there are none.
pub fn count(diagnostics: &[Diagnostic], words: &Words) -> String {
    let findings = findings(diagnostics);
    let parts: Vec<String> = [("count-errors", Severity::Error), ("count-warnings", Severity::Warning)]
        .into_iter()
        .filter_map(|(key, severity)| {
            let of = || findings.iter().filter(|finding| finding.first.severity == severity);
            let (count, others) = (of().count(), of().map(|finding| finding.others.len()).sum::<usize>());
            let places = if others > 0 { count + others } else { 0 };
            (count > 0).then(|| sentence(words, key, &[("count", count.into()), ("places", places.into())]))
        })
        .collect();
    if parts.is_empty() { sentence(words, "count-none", &[]) } else { parts.join(", ") }
}
