//! Holds back what follows from a file that cannot be read. The author corrects the cause; what is still wrong then is
//! told, and what only seemed to be wrong is never told.
//!
//! Every cause is an error, so that a guide is never published because something was held back.
use crate::model::{
    Arg, Code, Diagnostic, Family, Kind, Parsed, Settings, Severity, Site, SourcePath, Target, codes,
};
use crate::stamp::Table;
use std::collections::BTreeSet;

/// A file is not what it should be as a whole: nothing of it was read.
const UNREAD: [Code; 7] = [
    codes::FILE_NOT_UTF8,
    codes::FILE_UTF16,
    codes::FILE_NUL,
    codes::FILE_TOO_LARGE,
    codes::FILE_DANGLING_LINK,
    codes::FILE_UNREADABLE,
    codes::FRONT_NOT_CLOSED,
];

/// Parts of a file were not read.
const HALF_READ: [Code; 11] = [
    codes::FILE_TOO_DEEP,
    codes::FRONT_TOO_LARGE,
    codes::FRONT_NOT_READ,
    codes::DIALECT_CONFLICT_MARKERS,
    codes::REGISTRY_BAD_ID,
    codes::YAML_SYNTAX,
    codes::YAML_COLON_IN_TEXT,
    codes::YAML_NOT_A_MAP,
    codes::YAML_OVER_LIMIT,
    codes::YAML_ALIAS,
    codes::YAML_TAG,
];

/// Keys of front matter that name addresses, when their values were refused.
const REFUSED: [Code; 4] =
    [codes::FRONT_BAD_SLUG, codes::FRONT_BAD_ALIAS, codes::FRONT_UNKNOWN_KEY, codes::FRONT_WRONG_TYPE];

/// Drops the consequences of files that cannot be read.
pub(super) fn hold_back(diagnostics: &mut Vec<Diagnostic>, site: &Site, parsed: &Parsed) {
    let causes = Causes::find(diagnostics);
    if causes.files.is_empty() && causes.refused.is_empty() && !causes.too_many {
        return;
    }
    let mut links = LinkTargets { parsed, by_page: Table::default() };
    diagnostics.retain(|diagnostic| is_cause(diagnostic) || !causes.explain(diagnostic, site, &mut links));
}

fn is_cause(diagnostic: &Diagnostic) -> bool {
    let code = diagnostic.code;
    UNREAD.contains(&code) || HALF_READ.contains(&code) || code == codes::FILE_TOO_MANY_PAGES
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    Settings,
    Page,
    Theme,
    Asset,
}

/// The files that cannot be read, and what they hold.
#[derive(Default)]
struct Causes {
    files: BTreeSet<SourcePath>,
    /// The last parts of their paths.
    names: BTreeSet<String>,
    /// Files of which nothing was read.
    unread: BTreeSet<SourcePath>,
    /// Pages whose front matter was read, but for a value of it.
    refused: BTreeSet<SourcePath>,
    kinds: BTreeSet<Kind>,
    holds: BTreeSet<Holds>,
    /// There are more pages than a guide may have; the rest was left out.
    too_many: bool,
}

impl Causes {
    fn find(diagnostics: &[Diagnostic]) -> Self {
        let mut causes = Self::default();
        for diagnostic in diagnostics {
            let file = &diagnostic.span.file;
            if REFUSED.contains(&diagnostic.code) {
                causes.refused.insert(file.clone());
            }
            causes.too_many |= diagnostic.code == codes::FILE_TOO_MANY_PAGES;
            if diagnostic.code == codes::FILE_TOO_MANY_PAGES || !is_cause(diagnostic) {
                continue;
            }
            if UNREAD.contains(&diagnostic.code) {
                causes.unread.insert(file.clone());
            }
            causes.names.insert(file.name().to_owned());
            causes.files.insert(file.clone());
            let inside = file.in_guide();
            if let Some(kind) = Kind::of_source(file) {
                causes.kinds.insert(kind);
            } else if *file == Settings::file() {
                causes.holds.insert(Holds::Settings);
            } else if inside
                .is_none_or(|inside| inside.starts_with("theme/") || inside.starts_with("strings/"))
            {
                causes.holds.insert(Holds::Theme);
            } else if file.is_page() {
                // Of a conflict in a page the first version is read.
                if diagnostic.code != codes::DIALECT_CONFLICT_MARKERS {
                    causes.holds.insert(Holds::Page);
                }
            } else {
                causes.holds.insert(Holds::Asset);
            }
        }
        causes
    }

    fn has(&self, what: Holds) -> bool {
        self.holds.contains(&what)
    }

    fn explain(&self, diagnostic: &Diagnostic, site: &Site, links: &mut LinkTargets<'_>) -> bool {
        let code = diagnostic.code;
        self.unread.contains(&diagnostic.span.file)
            || self.has(Holds::Settings) && follows_from_settings(diagnostic)
            || self.has(Holds::Theme) && code.family == Family::Theme && code != codes::THEME_SYNTAX
            || self.is_incomplete() && misses_something(code)
            || self.explain_address(diagnostic)
            || self.explain_entry(diagnostic)
            || self.explain_link(diagnostic, site, links)
    }

    /// Whether a page or an entry may be missing.
    fn is_incomplete(&self) -> bool {
        self.has(Holds::Page) || self.too_many || self.has(Holds::Settings) || !self.kinds.is_empty()
    }

    /// An address that vanished, or that another page has now. The files that cannot be read say which addresses there
    /// are, and files of roles and directories are made of the registry.
    fn explain_address(&self, diagnostic: &Diagnostic) -> bool {
        match diagnostic.code {
            codes::ADDRESS_VANISHED_PAGE => self.is_incomplete() || is_about(diagnostic, &self.refused),
            codes::ADDRESS_VANISHED_ANCHOR => self.too_many || is_about(diagnostic, &self.files),
            codes::ADDRESS_VANISHED_FILE => self.has(Holds::Asset),
            codes::FILE_NO_INDEX => self.unread.iter().any(|page| page.name() == "index.md"),
            codes::FILE_NO_PAGES => self.has(Holds::Page),
            code => {
                code.family == Family::Address && self.has(Holds::Page) && is_about(diagnostic, &self.files)
            }
        }
    }

    /// An entry that a registry file may hold, and what such an entry would explain.
    fn explain_entry(&self, diagnostic: &Diagnostic) -> bool {
        let kind = match diagnostic.code {
            codes::REGISTRY_UNKNOWN_ID => text(diagnostic, "kind").and_then(Kind::of_scheme),
            codes::TASK_UNKNOWN_ROLE => Some(Kind::Role),
            codes::SEARCH_UNKNOWN_TARGET => text(diagnostic, "target")
                .and_then(|target| target.split_once(':'))
                .and_then(|(scheme, _)| Kind::of_scheme(scheme)),
            codes::TASK_NO_ROLE => return self.files.contains(&diagnostic.span.file),
            _ => None,
        };
        kind.is_some_and(|kind| self.kinds.contains(&kind))
    }

    /// A link, a step or a search test that leads to a file which cannot be read.
    fn explain_link(&self, diagnostic: &Diagnostic, site: &Site, links: &mut LinkTargets<'_>) -> bool {
        let code = diagnostic.code;
        if !matches!(code.family, Family::Link | Family::Image)
            && !matches!(code, codes::FRONT_UNKNOWN_STEP | codes::SEARCH_UNKNOWN_TARGET)
        {
            return false;
        }
        match links.target(diagnostic) {
            Some(path) => {
                let path = site.on_disk(path);
                self.files.contains(path)
                    || code == codes::LINK_MISSING_PAGE
                        && self.too_many
                        && links.parsed.pages.contains_key(path)
            }
            None => text(diagnostic, "target").is_some_and(|written| {
                let path = written.split(['#', '?']).next().unwrap_or_default();
                let name = path.rsplit('/').next().unwrap_or_default();
                !name.is_empty() && self.names.contains(name)
            }),
        }
    }
}

/// Whether it stands in one of these files, or names one.
fn is_about(diagnostic: &Diagnostic, files: &BTreeSet<SourcePath>) -> bool {
    let is_one = |name: &str| {
        files.contains(&SourcePath::new(name)) || files.contains(&SourcePath::new(format!("guide/{name}")))
    };
    files.contains(&diagnostic.span.file)
        || diagnostic.args.iter().any(|(_, arg)| match arg {
            // Several files are named in one text, each in backquotes.
            Arg::Text(text) => text.split('`').any(is_one),
            _ => false,
        })
}

/// What depends on the settings: the level of every warning, the language of dates, the addresses, the HTML that is
/// accepted, the theme, the numbering plan of telephones.
fn follows_from_settings(diagnostic: &Diagnostic) -> bool {
    let code = diagnostic.code;
    if diagnostic.span.file == Settings::file() {
        return code == codes::SETTINGS_MISSING_FIELD || code.severity == Severity::Warning;
    }
    code.severity == Severity::Warning
        || matches!(
            code.family,
            Family::Address | Family::Date | Family::Html | Family::Output | Family::Search | Family::Theme
        )
        || code == codes::REGISTRY_BAD_PHONE
}

/// What may only be said because a page or an entry is missing.
fn misses_something(code: Code) -> bool {
    matches!(
        code,
        codes::REGISTRY_UNUSED_ENTRY
            | codes::LINK_ORPHAN_PAGE
            | codes::SEARCH_NOT_FOUND
            | codes::SEARCH_OWN_NAME
            | codes::SEARCH_UNUSED_SYNONYMS
            | codes::TERM_UNEXPLAINED
            | codes::WAIVER_UNUSED
    )
}

/// The files to which the links of a page lead, by their place. Made for pages with broken links only.
struct LinkTargets<'a> {
    parsed: &'a Parsed,
    by_page: Table<&'a SourcePath, Table<(u32, u32), &'a SourcePath>>,
}

impl<'a> LinkTargets<'a> {
    fn target(&mut self, diagnostic: &Diagnostic) -> Option<&'a SourcePath> {
        let span = &diagnostic.span;
        let (page, kept) = self.parsed.pages.get_key_value(&span.file)?;
        let targets = self.by_page.entry(page).or_insert_with(|| {
            let links = kept.value.value.content.links.iter();
            let leading = links.filter_map(|link| match &link.target {
                Target::Page(path, _) | Target::Asset(path, _) => {
                    Some(((link.span.start, link.span.end), path))
                }
                _ => None,
            });
            leading.collect()
        });
        targets.get(&(span.start, span.end)).copied()
    }
}

fn text<'a>(diagnostic: &'a Diagnostic, name: &str) -> Option<&'a str> {
    diagnostic.args.iter().find_map(|(known, arg)| match arg {
        Arg::Text(text) if *known == name => Some(text.as_str()),
        _ => None,
    })
}
