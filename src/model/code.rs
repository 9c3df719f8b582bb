//! The codes of diagnostics, one line each.
use super::Severity;

/// The stable name of one mistake, `family/what-is-wrong`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// The name as people see it.
    pub name: &'static str,
    /// What the mistake is about.
    pub family: Family,
    /// Its severity, unless the settings raise or silence it. An error cannot be silenced.
    pub severity: Severity,
}

impl Code {
    /// The key of its message in the locales: the name with a hyphen for the slash.
    pub fn key(self) -> String {
        self.name.replace('/', "-")
    }

    /// The warnings of the family that has this name.
    pub fn warnings_of(family: &str) -> Vec<Self> {
        let of_family = |code: &Self| code.family.name() == family && code.severity == Severity::Warning;
        ALL_CODES.iter().copied().filter(of_family).collect()
    }

    /// The code that has this name, or had it in an earlier version. In the second case its `name` is another one.
    pub fn named(name: &str) -> Option<Self> {
        let former = || FORMER_NAMES.iter().find(|(former, _)| *former == name).map(|(_, code)| *code);
        ALL_CODES.iter().copied().find(|code| code.name == name).or_else(former)
    }
}

macro_rules! families {
    ($(
        $(#[$about:meta])*
        $family:ident = $tag:literal {
            $($name:ident = $what:literal, $severity:ident;)*
        }
    )*) => {
        /// What a diagnostic is about; the part of its code before the slash.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Family {
            $($(#[$about])* $family,)*
        }

        impl Family {
            /// The part of a code before the slash.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$family => $tag,)*
                }
            }
        }

        /// One constant for each code.
        pub mod codes {
            use super::{Code, Family, Severity};
            $($(
                #[doc = concat!("`", $tag, "/", $what, "`")]
                pub const $name: Code = Code {
                    name: concat!($tag, "/", $what),
                    family: Family::$family,
                    severity: Severity::$severity,
                };
            )*)*
        }

        /// Every code, in the order of `jalon explain`.
        pub const ALL_CODES: &[Code] = &[$($(codes::$name,)*)*];
    };
}

families! {
    /// Files of the guide and its themes, whatever they hold.
    File = "file" {
        FILE_NOT_UTF8 = "not-utf8", Error;
        FILE_UTF16 = "utf16", Error;
        FILE_NUL = "nul", Error;
        FILE_TOO_LARGE = "too-large", Error;
        FILE_TOO_DEEP = "too-deep", Error;
        FILE_BIDI_CONTROL = "bidi-control", Warning;
        FILE_BAD_NAME = "bad-name", Error;
        FILE_NOT_A_FILE = "not-a-file", Warning;
        FILE_OUTSIDE_LINK = "outside-link", Warning;
        FILE_LINK_LOOP = "link-loop", Warning;
        FILE_DANGLING_LINK = "dangling-link", Error;
        FILE_UNREADABLE = "unreadable", Error;
        FILE_NO_INDEX = "no-index", Warning;
        FILE_README = "readme", Warning;
        FILE_LEFT_OUT = "left-out", Warning;
        FILE_COPY = "copy", Warning;
        FILE_NOT_A_PAGE = "not-a-page", Warning;
        FILE_NO_PAGES = "no-pages", Error;
        FILE_TOO_MANY_PAGES = "too-many-pages", Error;
    }
    /// Front matter and titles of pages.
    Front = "front" {
        FRONT_TOO_LARGE = "too-large", Error;
        FRONT_NOT_CLOSED = "not-closed", Error;
        FRONT_NOT_READ = "not-read", Error;
        FRONT_UNKNOWN_KEY = "unknown-key", Error;
        FRONT_WRONG_TYPE = "wrong-type", Error;
        FRONT_FOREIGN_KEY = "foreign-key", Warning;
        FRONT_REFERENCE = "reference", Error;
        FRONT_UNKNOWN_STEP = "unknown-step", Error;
        FRONT_UNKNOWN_PAGE = "unknown-page", Error;
        FRONT_PAGE_TWICE = "page-twice", Warning;
        FRONT_NUMBERED_PAGES = "numbered-pages", Warning;
        FRONT_NOT_A_SECTION = "not-a-section", Warning;
        FRONT_NO_TITLE = "no-title", Warning;
        FRONT_BAD_SLUG = "bad-slug", Error;
        FRONT_BAD_ALIAS = "bad-alias", Error;
    }
    /// YAML itself: front matter, settings, registry.
    Yaml = "yaml" {
        YAML_SYNTAX = "syntax", Error;
        YAML_COLON_IN_TEXT = "colon-in-text", Error;
        YAML_DUPLICATE_KEY = "duplicate-key", Error;
        YAML_NOT_A_MAP = "not-a-map", Error;
        YAML_OVER_LIMIT = "over-limit", Error;
        YAML_ALIAS = "alias", Error;
        YAML_TAG = "tag", Error;
    }
    /// Settings of the guide.
    Settings = "settings" {
        SETTINGS_MISSING_FIELD = "missing-field", Error;
        SETTINGS_UNKNOWN_KEY = "unknown-key", Error;
        SETTINGS_WRONG_TYPE = "wrong-type", Error;
        SETTINGS_FOREIGN_KEY = "foreign-key", Warning;
        SETTINGS_BAD_EMAIL = "bad-email", Error;
        SETTINGS_BAD_PHONE = "bad-phone", Error;
        SETTINGS_BAD_URL = "bad-url", Error;
        SETTINGS_UNKNOWN_CODE = "unknown-code", Error;
        SETTINGS_RENAMED_CODE = "renamed-code", Warning;
        SETTINGS_ERROR_SILENCED = "error-silenced", Error;
        SETTINGS_UNKNOWN_THEME = "unknown-theme", Error;
        SETTINGS_BAD_EDITOR = "bad-editor", Warning;
        SETTINGS_BAD_CHECKLIST_FIELD = "bad-checklist-field", Error;
        SETTINGS_BAD_LOGO = "bad-logo", Error;
        SETTINGS_TRUSTED_HTML = "trusted-html", Warning;
    }
    /// Links of pages, registry and settings.
    Link = "link" {
        LINK_MISSING_PAGE = "missing-page", Error;
        LINK_MISSING_ANCHOR = "missing-anchor", Error;
        LINK_MISSING_ASSET = "missing-asset", Error;
        LINK_EMPTY = "empty", Error;
        LINK_HASH_ONLY = "hash-only", Error;
        LINK_FORBIDDEN_SCHEME = "forbidden-scheme", Error;
        LINK_PROTOCOL_RELATIVE = "protocol-relative", Error;
        LINK_BAD_ADDRESS = "bad-address", Error;
        LINK_OUTSIDE = "outside", Error;
        LINK_ABSOLUTE = "absolute", Error;
        LINK_UNDEFINED_REFERENCE = "undefined-reference", Error;
        LINK_WRONG_CASE = "wrong-case", Error;
        LINK_DRAFT = "draft", Error;
        LINK_EXPIRED = "expired", Error;
        LINK_NO_TEXT = "no-text", Error;
        LINK_UNCLEAR_TEXT = "unclear-text", Warning;
        LINK_SAME_TEXT = "same-text", Warning;
        LINK_BARE_ADDRESS = "bare-address", Warning;
        LINK_NOT_A_LINK = "not-a-link", Warning;
        LINK_FILE_WITHOUT_FORMAT = "file-without-format", Warning;
        LINK_ORPHAN_PAGE = "orphan-page", Warning;
    }
    /// Addresses of the pages of the guide.
    Address = "address" {
        ADDRESS_DUPLICATE = "duplicate", Error;
        ADDRESS_CLASH = "clash", Error;
        ADDRESS_ALIAS_OVER_PAGE = "alias-over-page", Error;
        ADDRESS_DUPLICATE_ALIAS = "duplicate-alias", Error;
        ADDRESS_TOO_LONG = "too-long", Error;
        ADDRESS_WINDOWS_NAME = "windows-name", Warning;
        ADDRESS_DUPLICATE_ANCHOR = "duplicate-anchor", Error;
        ADDRESS_VANISHED_PAGE = "vanished-page", Error;
        ADDRESS_VANISHED_ANCHOR = "vanished-anchor", Error;
        ADDRESS_VANISHED_FILE = "vanished-file", Error;
        ADDRESS_BAD_LOCK = "bad-lock", Error;
    }
    /// Registry.
    Registry = "registry" {
        REGISTRY_UNKNOWN_ID = "unknown-id", Error;
        REGISTRY_DUPLICATE_ID = "duplicate-id", Error;
        REGISTRY_BAD_ID = "bad-id", Error;
        REGISTRY_UNKNOWN_FILE = "unknown-file", Error;
        REGISTRY_UNKNOWN_KEY = "unknown-key", Error;
        REGISTRY_WRONG_TYPE = "wrong-type", Error;
        REGISTRY_MISSING_FIELD = "missing-field", Error;
        REGISTRY_BAD_EMAIL = "bad-email", Error;
        REGISTRY_BAD_PHONE = "bad-phone", Error;
        REGISTRY_BAD_URL = "bad-url", Error;
        REGISTRY_REFERENCE_CYCLE = "reference-cycle", Error;
        REGISTRY_UNUSED_ENTRY = "unused-entry", Warning;
        REGISTRY_SHARED_EMAIL = "shared-email", Warning;
        REGISTRY_TYPED_BY_HAND = "typed-by-hand", Warning;
        REGISTRY_NO_HOURS = "no-hours", Warning;
        REGISTRY_UNDECIDED_PERSON = "undecided-person", Warning;
        REGISTRY_RANK_WITHOUT_COORDINATES = "rank-without-coordinates", Warning;
        REGISTRY_SUCCESSOR_SUGGESTED = "successor-suggested", Warning;
    }
    /// Dates: fields of the format, and running text.
    Date = "date" {
        DATE_IMPOSSIBLE = "impossible", Error;
        DATE_WRONG_WEEKDAY = "wrong-weekday", Error;
        DATE_END_BEFORE_START = "end-before-start", Error;
        DATE_REVIEW_IN_FUTURE = "review-in-future", Error;
        DATE_UNTIL_PASSED = "until-passed", Warning;
        DATE_PAST_AS_FUTURE = "past-as-future", Warning;
        DATE_REVIEW_OVERDUE = "review-overdue", Warning;
        DATE_EXPIRED = "expired", Warning;
        DATE_RELATIVE = "relative", Warning;
        DATE_MONTH_FIRST = "month-first", Warning;
        DATE_TWO_DIGIT_YEAR = "two-digit-year", Warning;
    }
    /// Placeholders.
    Placeholder = "placeholder" {
        PLACEHOLDER_OPEN = "open", Warning;
    }
    /// Headings.
    Heading = "heading" {
        HEADING_SECOND_TITLE = "second-title", Error;
        HEADING_EMPTY = "empty", Error;
        HEADING_SKIPPED_LEVEL = "skipped-level", Warning;
        HEADING_BOLD_PARAGRAPH = "bold-paragraph", Warning;
        HEADING_VERY_LONG = "very-long", Warning;
        HEADING_UNDERLINED_SENTENCE = "underlined-sentence", Warning;
        HEADING_NO_BLANK = "no-blank", Warning;
    }
    /// Syntax of other generators.
    Dialect = "dialect" {
        DIALECT_WITHHELD = "withheld", Error;
        DIALECT_CONFLICT_MARKERS = "conflict-markers", Error;
        DIALECT_CALLOUT = "callout", Warning;
        DIALECT_TABS = "tabs", Warning;
        DIALECT_INCLUDE = "include", Warning;
        DIALECT_SHORTCODE = "shortcode", Warning;
        DIALECT_TEMPLATE = "template", Warning;
        DIALECT_DIRECTIVE = "directive", Warning;
        DIALECT_SCRIPT = "script", Warning;
        DIALECT_ATTRIBUTES = "attributes", Warning;
        DIALECT_WIKI_LINK = "wiki-link", Warning;
        DIALECT_EMOJI_NAME = "emoji-name", Warning;
        DIALECT_MATH = "math", Warning;
        DIALECT_DIAGRAM = "diagram", Warning;
        DIALECT_TOC = "toc", Warning;
        DIALECT_ABBREVIATION = "abbreviation", Warning;
        DIALECT_INLINE_MARK = "inline-mark", Warning;
        DIALECT_COMMENT = "comment", Warning;
        DIALECT_CODE_OPTION = "code-option", Warning;
    }
    /// Tasks.
    Task = "task" {
        TASK_UNKNOWN_ROLE = "unknown-role", Error;
        TASK_EMPTY = "empty", Error;
        TASK_BAD_DELAY = "bad-delay", Error;
        TASK_NO_ROLE = "no-role", Warning;
        TASK_TOO_MANY = "too-many", Warning;
        TASK_TOO_LONG = "too-long", Warning;
        TASK_NO_BRANCH = "no-branch", Warning;
        TASK_BAD_BOX = "bad-box", Warning;
    }
    /// Lists.
    List = "list" {
        LIST_NOT_A_LIST = "not-a-list", Warning;
    }
    /// Images.
    Image = "image" {
        IMAGE_NO_ALT = "no-alt", Error;
        IMAGE_ALT_IS_FILE_NAME = "alt-is-file-name", Warning;
        IMAGE_REMOTE = "remote", Error;
        IMAGE_HEAVY = "heavy", Warning;
        IMAGE_UNREADABLE = "unreadable", Warning;
    }
    /// Tables.
    Table = "table" {
        TABLE_NO_HEADER = "no-header", Warning;
        TABLE_EMPTY_HEADER = "empty-header", Warning;
        TABLE_TOO_MANY_CELLS = "too-many-cells", Error;
        TABLE_WRONG_DASHES = "wrong-dashes", Warning;
        TABLE_NO_DASHES = "no-dashes", Warning;
    }
    /// Footnotes.
    Footnote = "footnote" {
        FOOTNOTE_DUPLICATE = "duplicate", Error;
        FOOTNOTE_UNDEFINED = "undefined", Warning;
        FOOTNOTE_UNUSED = "unused", Error;
        FOOTNOTE_EMPTY = "empty", Warning;
        FOOTNOTE_BLANK_BEFORE_COLON = "blank-before-colon", Warning;
    }
    /// Marks of Markdown that do something else than it seems.
    Markdown = "markdown" {
        MARKDOWN_SHALLOW_INDENT = "shallow-indent", Warning;
        MARKDOWN_STRAY_EMPHASIS = "stray-emphasis", Warning;
        MARKDOWN_CODE_LINES = "code-lines", Warning;
        MARKDOWN_CODE_TITLE = "code-title", Warning;
    }
    /// Terms and acronyms.
    Term = "term" {
        TERM_SPELLING = "spelling", Warning;
        TERM_UNEXPLAINED = "unexplained", Warning;
    }
    /// Raw HTML and comments.
    Html = "html" {
        HTML_FORBIDDEN = "forbidden", Error;
        HTML_BAD_COMMENT = "bad-comment", Warning;
    }
    /// Waivers.
    Waiver = "waiver" {
        WAIVER_UNKNOWN_CODE = "unknown-code", Error;
        WAIVER_RENAMED_CODE = "renamed-code", Warning;
        WAIVER_ERROR_SILENCED = "error-silenced", Error;
        WAIVER_NO_REASON = "no-reason", Error;
        WAIVER_UNUSED = "unused", Warning;
    }
    /// Addresses on other sites (`jalon check --external`).
    External = "external" {
        EXTERNAL_GONE = "gone", Error;
        EXTERNAL_FAILING = "failing", Warning;
        EXTERNAL_MOVED = "moved", Warning;
        EXTERNAL_BLOCKED = "blocked", Warning;
        EXTERNAL_FLAKY = "flaky", Warning;
        EXTERNAL_UNREACHABLE = "unreachable", Warning;
        EXTERNAL_REFUSED = "refused", Warning;
        EXTERNAL_CERTIFICATE_ENDS = "certificate-ends", Warning;
    }
    /// Published files.
    Output = "output" {
        OUTPUT_DUPLICATE_PATH = "duplicate-path", Error;
        OUTPUT_TOO_LARGE = "too-large", Error;
        OUTPUT_PAGE_WEIGHT = "page-weight", Warning;
        OUTPUT_PDF_LETTER = "pdf-letter", Warning;
        OUTPUT_TOO_MANY_LISTS = "too-many-lists", Warning;
        OUTPUT_LIST_TOO_LONG = "list-too-long", Warning;
        OUTPUT_BOOK_HTML = "book-html", Warning;
    }
    /// Search.
    Search = "search" {
        SEARCH_WRONG_TYPE = "wrong-type", Error;
        SEARCH_UNKNOWN_TARGET = "unknown-target", Error;
        SEARCH_NOT_FOUND = "not-found", Warning;
        SEARCH_OWN_NAME = "own-name", Warning;
        SEARCH_UNUSED_SYNONYMS = "unused-synonyms", Warning;
        SEARCH_MISSING_THESAURUS = "missing-thesaurus", Error;
        SEARCH_OUTSIDE_THESAURUS = "outside-thesaurus", Error;
        SEARCH_BAD_THESAURUS = "bad-thesaurus", Error;
    }
    /// Themes.
    Theme = "theme" {
        THEME_SYNTAX = "syntax", Error;
        THEME_RENDER = "render", Error;
        THEME_ENDLESS = "endless", Error;
        THEME_UNKNOWN_KEY = "unknown-key", Error;
        THEME_WRONG_TYPE = "wrong-type", Error;
        THEME_UNKNOWN_PARENT = "unknown-parent", Error;
        THEME_UNKNOWN_FILE = "unknown-file", Warning;
        THEME_BAD_STRINGS = "bad-strings", Error;
        THEME_UNKNOWN_STRING = "unknown-string", Warning;
        THEME_PARENT_LOOP = "parent-loop", Error;
        THEME_PDF_ERROR = "pdf-error", Error;
        THEME_PDF_WARNING = "pdf-warning", Warning;
    }
}

/// Names of earlier versions, which levels, waivers and `jalon explain` still know.
const FORMER_NAMES: &[(&str, Code)] = &[
    ("front/not-utf8", codes::FILE_NOT_UTF8),
    ("front/utf16", codes::FILE_UTF16),
    ("front/nul", codes::FILE_NUL),
    ("front/too-deep", codes::FILE_TOO_DEEP),
    ("front/bidi-control", codes::FILE_BIDI_CONTROL),
    ("front/bad-name", codes::FILE_BAD_NAME),
    ("front/not-a-file", codes::FILE_NOT_A_FILE),
    ("front/outside-link", codes::FILE_OUTSIDE_LINK),
    ("front/link-loop", codes::FILE_LINK_LOOP),
    ("front/unreadable", codes::FILE_UNREADABLE),
    ("front/no-index", codes::FILE_NO_INDEX),
    ("address/too-many-pages", codes::FILE_TOO_MANY_PAGES),
    ("registry/bad-delay", codes::TASK_BAD_DELAY),
    ("theme/pdf-remark", codes::THEME_PDF_WARNING),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique() {
        let former = FORMER_NAMES.iter().map(|(name, _)| *name);
        let names: BTreeSet<_> = ALL_CODES.iter().map(|code| code.name).chain(former).collect();
        assert_eq!(names.len(), ALL_CODES.len() + FORMER_NAMES.len());
        assert_eq!(Code::named("link/empty"), Some(codes::LINK_EMPTY));
        assert_eq!(
            (codes::LINK_EMPTY.family.name(), codes::LINK_EMPTY.key()),
            ("link", "link-empty".to_owned())
        );
    }

    #[test]
    fn a_former_name_finds_the_code() {
        assert_eq!(Code::named("front/not-utf8"), Some(codes::FILE_NOT_UTF8));
        assert_eq!(Code::named("front/not-utf9"), None);
    }
}
