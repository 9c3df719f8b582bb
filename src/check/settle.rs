//! Settles the diagnostics of all stages.
//!
//! 1. Those about the signs of PDFs get their places.
//! 2. Those that a waiver covers are dropped.
//! 3. Mistakes in the waivers themselves are added.
//! 4. What follows from a file that cannot be read is dropped.
//! 5. The levels of the settings are applied.
//! 6. The rest is sorted by place, and duplicates are dropped.
use super::answers::GuideFindings;
use super::{consequence, letter};
use crate::model::{
    ALL_CODES, Code, Diagnostic, Family, Level, Parsed, Severity, Site, SourcePath, Waiver, codes,
};
use crate::text::nearest::nearest;
use std::collections::HashMap;

/// What was checked before diagnostics are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The guide alone. No files were made, so waivers that only files can need are not reported as unused.
    Guide,
    /// The guide, its published files and its search index.
    Files,
}

/// Warnings that only the published files and the search index can give.
const OF_FILES: [Code; 9] = [
    codes::OUTPUT_BOOK_HTML,
    codes::OUTPUT_PAGE_WEIGHT,
    codes::OUTPUT_PDF_LETTER,
    codes::OUTPUT_TOO_MANY_LISTS,
    codes::OUTPUT_LIST_TOO_LONG,
    codes::SEARCH_NOT_FOUND,
    codes::SEARCH_OWN_NAME,
    codes::SEARCH_UNUSED_SYNONYMS,
    codes::THEME_PDF_WARNING,
];

/// Applies the author's levels and waivers, sorts by place and drops duplicates.
pub fn settle(
    diagnostics: Vec<Diagnostic>,
    site: &Site,
    parsed: &Parsed,
    checked: &GuideFindings,
    extent: Extent,
) -> Vec<Diagnostic> {
    let diagnostics = letter::placed(diagnostics, site, parsed);
    let mut waivers = Waivers::read(site, parsed, checked.waived.iter());
    let mut kept: Vec<Diagnostic> =
        diagnostics.into_iter().filter(|diagnostic| !waivers.covers(diagnostic)).collect();
    waivers.report(&mut kept, extent);
    consequence::hold_back(&mut kept, site, parsed);
    finish(kept, site)
}

/// Adds the diagnostics about other sites to settled ones. Only now it is known which of their waivers are unused.
pub fn settle_external(
    settled: Vec<Diagnostic>,
    more: Vec<Diagnostic>,
    site: &Site,
    parsed: &Parsed,
) -> Vec<Diagnostic> {
    let mut waivers = Waivers::read(site, parsed, parsed.pages.keys());
    let mut kept: Vec<Diagnostic> =
        more.into_iter().filter(|diagnostic| !waivers.covers(diagnostic)).collect();
    let unused = waivers.all.iter().filter(|usage| usage.is_checked && !usage.is_used && usage.is_external());
    kept.extend(unused.map(|usage| usage.diagnostic(codes::WAIVER_UNUSED)));
    kept.extend(settled);
    finish(kept, site)
}

/// Applies levels, sorts by place and drops duplicates.
fn finish(mut kept: Vec<Diagnostic>, site: &Site) -> Vec<Diagnostic> {
    let levels: HashMap<Code, Level> = site.settings.levels.iter().copied().collect();
    kept.retain_mut(|diagnostic| {
        match levels.get(&diagnostic.code).filter(|_| diagnostic.code.severity == Severity::Warning) {
            Some(Level::Off) => false,
            Some(Level::Error) => {
                diagnostic.severity = Severity::Error;
                true
            }
            Some(Level::Warning) | None => true,
        }
    });
    kept.sort_by(|left, right| {
        let key = |diagnostic: &Diagnostic| (diagnostic.span.start, diagnostic.code.name);
        left.span
            .file
            .cmp(&right.span.file)
            .then_with(|| key(left).cmp(&key(right)))
            .then_with(|| left.cmp(right))
    });
    kept.dedup();
    kept
}

/// A waiver, and whether a diagnostic needed it.
struct WaiverUse<'a> {
    waiver: &'a Waiver,
    code: Option<Code>,
    is_used: bool,
    /// Whether its page was checked: drafts are not.
    is_checked: bool,
}

impl WaiverUse<'_> {
    /// Whether only the check of other sites can need it.
    fn is_external(&self) -> bool {
        self.code.is_some_and(|code| code.family == Family::External && code.severity == Severity::Warning)
    }

    /// Whether every check that could need it has run.
    fn is_decided(&self, extent: Extent) -> bool {
        let needs_files = extent == Extent::Guide && self.code.is_some_and(|code| OF_FILES.contains(&code));
        self.is_checked && !needs_files && !self.is_external()
    }

    fn diagnostic(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code, self.waiver.span.clone())
            .arg("code", self.code.map_or(self.waiver.code.as_str(), |known| known.name))
    }
}

/// The waivers of all pages, in the order of the files.
struct Waivers<'a> {
    all: Vec<WaiverUse<'a>>,
    by_file: HashMap<&'a SourcePath, std::ops::Range<usize>>,
}

impl<'a> Waivers<'a> {
    /// Reads those of these files.
    fn read(site: &Site, parsed: &'a Parsed, files: impl Iterator<Item = &'a SourcePath>) -> Self {
        let mut waivers = Self { all: Vec::new(), by_file: HashMap::new() };
        for (path, kept) in files.filter_map(|path| parsed.pages.get_key_value(path)) {
            let written = &kept.value.value.content.waivers;
            if written.is_empty() {
                continue;
            }
            let is_checked = site.page_of(path).is_some_and(|page| page.written && page.source == *path);
            let start = waivers.all.len();
            waivers.all.extend(written.iter().map(|waiver| WaiverUse {
                waiver,
                code: Code::named(&waiver.code),
                is_used: false,
                is_checked,
            }));
            waivers.by_file.insert(path, start..waivers.all.len());
        }
        waivers
    }

    /// Whether a waiver covers a diagnostic; it is used then. Errors cannot be waived.
    fn covers(&mut self, diagnostic: &Diagnostic) -> bool {
        let Some(range) = self.by_file.get(&diagnostic.span.file) else { return false };
        if diagnostic.code.severity == Severity::Error {
            return false;
        }
        let mut covered = false;
        for usage in &mut self.all[range.clone()] {
            let inside = usage.waiver.from <= diagnostic.span.start && diagnostic.span.end <= usage.waiver.to;
            if inside && usage.code == Some(diagnostic.code) {
                usage.is_used = true;
                covered = true;
            }
        }
        covered
    }

    /// Adds the mistakes in the waivers themselves.
    fn report(&self, diagnostics: &mut Vec<Diagnostic>, extent: Extent) {
        for usage in &self.all {
            let diagnostic = |code| usage.diagnostic(code);
            match usage.code {
                None => {
                    let near = nearest(&usage.waiver.code, ALL_CODES.iter().map(|code| code.name));
                    diagnostics.push(diagnostic(codes::WAIVER_UNKNOWN_CODE).nearest(near));
                    continue;
                }
                Some(code) if code.severity == Severity::Error => {
                    diagnostics.push(diagnostic(codes::WAIVER_ERROR_SILENCED));
                    continue;
                }
                Some(_) => {}
            }
            if usage.waiver.reason.trim().is_empty() {
                diagnostics.push(diagnostic(codes::WAIVER_NO_REASON));
            }
            if !usage.is_used && usage.is_decided(extent) {
                diagnostics.push(diagnostic(codes::WAIVER_UNUSED));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::site;
    use super::*;
    use crate::model::Span;

    /// A page whose paragraph, the bytes 100 to 200, has these waivers.
    fn waived(codes: [&str; 2]) -> (Site, Parsed) {
        let waivers = codes.map(|code| format!("<!-- allow {code}: voulu -->\n")).concat();
        let text = format!("{waivers:99}\n{}\n", "x".repeat(100));
        site(&[("guide/a.md", &text)])
    }

    fn at(code: Code, start: usize, end: usize) -> Diagnostic {
        Diagnostic::new(code, Span::new(&SourcePath::new("guide/a.md"), start, end))
    }

    fn names(diagnostics: &[Diagnostic]) -> Vec<&str> {
        diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect()
    }

    #[test]
    fn a_waiver_covers_what_is_inside_its_block() {
        let (site, parsed) = waived(["link/unclear-text", "link/same-text"]);
        let diagnostics = vec![
            at(codes::LINK_UNCLEAR_TEXT, 150, 160),
            at(codes::LINK_SAME_TEXT, 150, 160),
            at(codes::LINK_SAME_TEXT, 199, 202),
        ];
        assert_eq!(
            names(&settle(diagnostics, &site, &parsed, &GuideFindings::new(&site, &parsed), Extent::Files)),
            ["link/same-text"]
        );
    }

    #[test]
    fn waivers_that_only_files_need_are_not_unused_without_files() {
        let (site, parsed) = waived(["output/page-weight", "link/unclear-text"]);
        let unused =
            |extent| settle(Vec::new(), &site, &parsed, &GuideFindings::new(&site, &parsed), extent).len();
        assert_eq!((unused(Extent::Guide), unused(Extent::Files)), (1, 2));
        let warning = |code: &&Code| code.severity == Severity::Warning;
        let of_files = |code: &&Code| matches!(code.family, Family::Output | Family::Search);
        for code in ALL_CODES.iter().filter(warning).filter(of_files) {
            assert!(OF_FILES.contains(code), "{}", code.name);
        }
    }

    #[test]
    fn waivers_for_other_sites_are_settled_once_these_are_checked() {
        let (mut site, parsed) = waived(["external/blocked", "external/flaky"]);
        assert!(
            settle(Vec::new(), &site, &parsed, &GuideFindings::new(&site, &parsed), Extent::Files).is_empty()
        );
        let mut settings = (*site.settings).clone();
        settings.levels = vec![(codes::EXTERNAL_MOVED, Level::Error), (codes::LINK_EMPTY, Level::Off)];
        site.settings = crate::stamp::Stamped::new(settings);
        let before = vec![at(codes::LINK_EMPTY, 160, 161), at(codes::LINK_EMPTY, 160, 161)];
        let more = vec![at(codes::EXTERNAL_MOVED, 170, 171), at(codes::EXTERNAL_BLOCKED, 150, 151)];
        let settled = settle_external(before, more, &site, &parsed);
        assert_eq!(names(&settled), ["waiver/unused", "link/empty", "external/moved"]);
        assert_eq!(settled[2].severity, Severity::Error);
    }
}
