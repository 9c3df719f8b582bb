//! Settles the diagnostics of all stages.
//!
//! 1. Those that a waiver covers are dropped.
//! 2. Mistakes in the waivers themselves are added.
//! 3. The levels of the settings are applied.
//! 4. The rest is sorted by place, and duplicates are dropped.
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
const OF_FILES: [Code; 7] = [
    codes::OUTPUT_PAGE_WEIGHT,
    codes::OUTPUT_PDF_LETTER,
    codes::OUTPUT_TOO_MANY_LISTS,
    codes::OUTPUT_LIST_TOO_LONG,
    codes::SEARCH_NOT_FOUND,
    codes::SEARCH_OWN_NAME,
    codes::THEME_PDF_WARNING,
];

/// Applies the author's levels and waivers, sorts by place and drops duplicates.
pub fn settle(diagnostics: Vec<Diagnostic>, site: &Site, parsed: &Parsed, extent: Extent) -> Vec<Diagnostic> {
    let mut waivers = Waivers::read(site, parsed);
    let mut kept: Vec<Diagnostic> =
        diagnostics.into_iter().filter(|diagnostic| !waivers.covers(diagnostic)).collect();
    waivers.report(&mut kept, extent);
    finish(kept, site)
}

/// Adds the diagnostics about other sites to settled ones. Only now it is known which of their waivers are unused.
pub fn settle_external(
    settled: Vec<Diagnostic>,
    more: Vec<Diagnostic>,
    site: &Site,
    parsed: &Parsed,
) -> Vec<Diagnostic> {
    let mut waivers = Waivers::read(site, parsed);
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
    fn read(site: &Site, parsed: &'a Parsed) -> Self {
        let mut waivers = Self { all: Vec::new(), by_file: HashMap::new() };
        for (path, kept) in &parsed.pages {
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
    use super::super::fixture::{TestSite, one_line, place};
    use super::*;

    fn settled(guide: &TestSite, diagnostics: Vec<Diagnostic>) -> Vec<String> {
        settle(diagnostics, &guide.site(), &guide.parsed, Extent::Files).iter().map(one_line).collect()
    }

    fn waived(waivers: &[(&str, &str)]) -> TestSite {
        TestSite::default().page("a.md", |document, _| {
            let waiver = |(at, (code, reason)): (u32, &(&str, &str))| Waiver {
                span: place("a.md", at, at + 1),
                code: (*code).to_owned(),
                reason: (*reason).to_owned(),
                from: 100,
                to: 200,
            };
            document.content.waivers = (0..).zip(waivers).map(waiver).collect();
        })
    }

    #[test]
    fn a_waiver_covers_its_block_and_no_error() {
        let guide = waived(&[("link/unclear-text", "voulu"), ("link/empty", "voulu")]);
        let diagnostics = vec![
            Diagnostic::new(codes::LINK_UNCLEAR_TEXT, place("a.md", 150, 160)),
            Diagnostic::new(codes::LINK_UNCLEAR_TEXT, place("a.md", 199, 201)),
            Diagnostic::new(codes::LINK_EMPTY, place("a.md", 150, 160)),
            Diagnostic::new(codes::LINK_UNCLEAR_TEXT, place("b.md", 150, 160)),
        ];
        assert_eq!(
            settled(&guide, diagnostics),
            ["waiver/error-silenced code=link/empty", "link/empty", "link/unclear-text", "link/unclear-text"]
        );
    }

    #[test]
    fn unknown_unreasoned_and_unused_waivers_are_reported() {
        let guide = waived(&[("link/unclear-texte", "x"), ("link/unclear-text", " ")]);
        assert_eq!(
            settled(&guide, Vec::new()),
            [
                "waiver/unknown-code code=link/unclear-texte nearest=link/unclear-text",
                "waiver/no-reason code=link/unclear-text",
                "waiver/unused code=link/unclear-text",
            ]
        );
    }

    #[test]
    fn waivers_that_only_files_need_are_not_unused_without_files() {
        let guide = waived(&[("output/page-weight", "voulu"), ("link/unclear-text", "voulu")]);
        let of_guide = settle(Vec::new(), &guide.site(), &guide.parsed, Extent::Guide);
        assert_eq!(
            of_guide.iter().map(one_line).collect::<Vec<_>>(),
            ["waiver/unused code=link/unclear-text"]
        );
        assert_eq!(settled(&guide, Vec::new()).len(), 2);
        let warning = |code: &&Code| code.severity == Severity::Warning;
        let of_files = |code: &&Code| matches!(code.family, Family::Output | Family::Search);
        for code in ALL_CODES.iter().filter(warning).filter(of_files) {
            assert!(OF_FILES.contains(code), "{}", code.name);
        }
    }

    #[test]
    fn waivers_for_other_sites_are_settled_once_these_are_checked() {
        let mut guide = waived(&[("external/blocked", "voulu"), ("external/flaky", "voulu")]);
        assert_eq!(settled(&guide, Vec::new()), [""; 0]);
        guide.levels = vec![(codes::EXTERNAL_MOVED, Level::Error)];
        let before = vec![Diagnostic::new(codes::LINK_EMPTY, place("a.md", 160, 161))];
        let more = vec![
            Diagnostic::new(codes::EXTERNAL_MOVED, place("a.md", 170, 171)),
            Diagnostic::new(codes::EXTERNAL_BLOCKED, place("a.md", 150, 151)),
        ];
        let settled = settle_external(before, more, &guide.site(), &guide.parsed);
        assert_eq!(
            settled.iter().map(one_line).collect::<Vec<_>>(),
            ["waiver/unused code=external/flaky", "link/empty", "external/moved"]
        );
        assert_eq!(settled[2].severity, Severity::Error);
    }

    #[test]
    fn levels_change_warnings_only_and_order_is_by_place() {
        let mut guide = TestSite::default().page("a.md", |_, _| {});
        guide.levels = vec![
            (codes::LINK_UNCLEAR_TEXT, Level::Off),
            (codes::LINK_SAME_TEXT, Level::Error),
            (codes::LINK_EMPTY, Level::Off),
        ];
        let diagnostic = |code, file, at| Diagnostic::new(code, place(file, at, at + 1));
        let diagnostics = vec![
            diagnostic(codes::LINK_EMPTY, "b.md", 1),
            diagnostic(codes::LINK_SAME_TEXT, "a.md", 9),
            diagnostic(codes::LINK_UNCLEAR_TEXT, "a.md", 1),
            diagnostic(codes::LINK_EMPTY, "a.md", 9),
            diagnostic(codes::LINK_EMPTY, "a.md", 9),
        ];
        let settled = settle(diagnostics, &guide.site(), &guide.parsed, Extent::Files);
        let lines: Vec<_> =
            settled.iter().map(|diagnostic| (diagnostic.span.file.name(), diagnostic.code.name)).collect();
        assert_eq!(lines, [("a.md", "link/empty"), ("a.md", "link/same-text"), ("b.md", "link/empty")]);
        assert!(settled.iter().all(|diagnostic| diagnostic.severity == Severity::Error));
    }
}
