//! The names of all that can be wrong, one line each.
use super::Severity;

/// The stable name of one fault, `family/what-is-wrong`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// The name as people see it.
    pub name: &'static str,
    /// What it is unless the settings say otherwise. An error cannot be silenced.
    pub severity: Severity,
}

impl Code {
    /// The part before the slash.
    pub fn family(self) -> &'static str {
        self.name.split_once('/').map_or(self.name, |(family, _)| family)
    }

    /// The key of its message in the locales: the name with a hyphen for the slash.
    pub fn key(self) -> String {
        self.name.replace('/', "-")
    }

    /// The code of that name.
    pub fn named(name: &str) -> Option<Self> {
        ALL_CODES.iter().copied().find(|code| code.name == name)
    }
}

macro_rules! list {
    ($($name:ident = $text:literal, $severity:ident;)*) => {
        /// One constant a code.
        pub mod codes {
            use super::{Code, Severity};
            $(
                #[doc = concat!("`", $text, "`")]
                pub const $name: Code = Code { name: $text, severity: Severity::$severity };
            )*
        }

        /// Every code, in the order of the catalogue.
        pub const ALL_CODES: &[Code] = &[$(codes::$name,)*];
    };
}

list! {
    // Files that cannot be read as text, or not at all.
    FRONT_NOT_UTF8 = "front/not-utf8", Error;
    FRONT_UTF16 = "front/utf16", Error;
    FRONT_NUL = "front/nul", Error;
    FRONT_TOO_LARGE = "front/too-large", Error;
    FRONT_NOT_CLOSED = "front/not-closed", Error;
    FRONT_TOO_DEEP = "front/too-deep", Error;
    FRONT_BIDI_CONTROL = "front/bidi-control", Warning;
    FRONT_BAD_NAME = "front/bad-name", Error;
    FRONT_NOT_A_FILE = "front/not-a-file", Warning;
    FRONT_OUTSIDE_LINK = "front/outside-link", Warning;
    FRONT_LINK_LOOP = "front/link-loop", Warning;
    FRONT_UNREADABLE = "front/unreadable", Error;
    FRONT_UNKNOWN_KEY = "front/unknown-key", Error;
    FRONT_WRONG_TYPE = "front/wrong-type", Error;
    FRONT_FOREIGN_KEY = "front/foreign-key", Warning;
    FRONT_UNKNOWN_STEP = "front/unknown-step", Error;
    FRONT_NO_TITLE = "front/no-title", Warning;
    FRONT_NO_INDEX = "front/no-index", Warning;
    FRONT_BAD_SLUG = "front/bad-slug", Error;
    FRONT_BAD_ALIAS = "front/bad-alias", Error;
    // YAML itself: front matter, settings, registry.
    YAML_SYNTAX = "yaml/syntax", Error;
    YAML_COLON_IN_TEXT = "yaml/colon-in-text", Error;
    YAML_DUPLICATE_KEY = "yaml/duplicate-key", Error;
    YAML_NOT_A_MAP = "yaml/not-a-map", Error;
    YAML_OVER_LIMIT = "yaml/over-limit", Error;
    YAML_ALIAS = "yaml/alias", Error;
    YAML_TAG = "yaml/tag", Error;
    // Settings.
    SETTINGS_MISSING_FIELD = "settings/missing-field", Error;
    SETTINGS_UNKNOWN_KEY = "settings/unknown-key", Error;
    SETTINGS_WRONG_TYPE = "settings/wrong-type", Error;
    SETTINGS_FOREIGN_KEY = "settings/foreign-key", Warning;
    SETTINGS_UNKNOWN_CODE = "settings/unknown-code", Error;
    SETTINGS_ERROR_SILENCED = "settings/error-silenced", Error;
    SETTINGS_UNKNOWN_THEME = "settings/unknown-theme", Error;
    SETTINGS_TRUSTED_HTML = "settings/trusted-html", Warning;
    // Links of pages, registry and settings.
    LINK_MISSING_PAGE = "link/missing-page", Error;
    LINK_MISSING_ANCHOR = "link/missing-anchor", Error;
    LINK_MISSING_ASSET = "link/missing-asset", Error;
    LINK_EMPTY = "link/empty", Error;
    LINK_HASH_ONLY = "link/hash-only", Error;
    LINK_FORBIDDEN_SCHEME = "link/forbidden-scheme", Error;
    LINK_PROTOCOL_RELATIVE = "link/protocol-relative", Error;
    LINK_BAD_ADDRESS = "link/bad-address", Error;
    LINK_OUTSIDE = "link/outside", Error;
    LINK_ABSOLUTE = "link/absolute", Error;
    LINK_UNDEFINED_REFERENCE = "link/undefined-reference", Error;
    LINK_WRONG_CASE = "link/wrong-case", Error;
    LINK_DRAFT = "link/draft", Error;
    LINK_EXPIRED = "link/expired", Error;
    LINK_NO_TEXT = "link/no-text", Error;
    LINK_UNCLEAR_TEXT = "link/unclear-text", Warning;
    LINK_SAME_TEXT = "link/same-text", Warning;
    LINK_BARE_ADDRESS = "link/bare-address", Warning;
    LINK_NOT_A_LINK = "link/not-a-link", Warning;
    LINK_FILE_WITHOUT_FORMAT = "link/file-without-format", Warning;
    LINK_ORPHAN_PAGE = "link/orphan-page", Warning;
    // Addresses of our own pages.
    ADDRESS_DUPLICATE = "address/duplicate", Error;
    ADDRESS_CLASH = "address/clash", Error;
    ADDRESS_ALIAS_OVER_PAGE = "address/alias-over-page", Error;
    ADDRESS_DUPLICATE_ALIAS = "address/duplicate-alias", Error;
    ADDRESS_TOO_LONG = "address/too-long", Error;
    ADDRESS_WINDOWS_NAME = "address/windows-name", Warning;
    ADDRESS_TOO_MANY_PAGES = "address/too-many-pages", Error;
    ADDRESS_DUPLICATE_ANCHOR = "address/duplicate-anchor", Error;
    ADDRESS_VANISHED_PAGE = "address/vanished-page", Error;
    ADDRESS_VANISHED_ANCHOR = "address/vanished-anchor", Error;
    ADDRESS_VANISHED_FILE = "address/vanished-file", Error;
    ADDRESS_BAD_LOCK = "address/bad-lock", Error;
    // Registry.
    REGISTRY_UNKNOWN_ID = "registry/unknown-id", Error;
    REGISTRY_DUPLICATE_ID = "registry/duplicate-id", Error;
    REGISTRY_BAD_ID = "registry/bad-id", Error;
    REGISTRY_UNKNOWN_FILE = "registry/unknown-file", Error;
    REGISTRY_UNKNOWN_KEY = "registry/unknown-key", Error;
    REGISTRY_WRONG_TYPE = "registry/wrong-type", Error;
    REGISTRY_MISSING_FIELD = "registry/missing-field", Error;
    REGISTRY_BAD_EMAIL = "registry/bad-email", Error;
    REGISTRY_BAD_PHONE = "registry/bad-phone", Error;
    REGISTRY_BAD_URL = "registry/bad-url", Error;
    REGISTRY_REFERENCE_CYCLE = "registry/reference-cycle", Error;
    REGISTRY_BAD_DELAY = "registry/bad-delay", Error;
    REGISTRY_UNUSED_ENTRY = "registry/unused-entry", Warning;
    REGISTRY_SHARED_EMAIL = "registry/shared-email", Warning;
    REGISTRY_TYPED_BY_HAND = "registry/typed-by-hand", Warning;
    REGISTRY_NO_HOURS = "registry/no-hours", Warning;
    REGISTRY_UNDECIDED_PERSON = "registry/undecided-person", Warning;
    REGISTRY_RANK_WITHOUT_COORDINATES = "registry/rank-without-coordinates", Warning;
    REGISTRY_SUCCESSOR_SUGGESTED = "registry/successor-suggested", Warning;
    // Dates: fields of the format, and running text.
    DATE_IMPOSSIBLE = "date/impossible", Error;
    DATE_WRONG_WEEKDAY = "date/wrong-weekday", Error;
    DATE_END_BEFORE_START = "date/end-before-start", Error;
    DATE_REVIEW_IN_FUTURE = "date/review-in-future", Error;
    DATE_UNTIL_PASSED = "date/until-passed", Warning;
    DATE_PAST_AS_FUTURE = "date/past-as-future", Warning;
    DATE_REVIEW_OVERDUE = "date/review-overdue", Warning;
    DATE_EXPIRED = "date/expired", Warning;
    DATE_RELATIVE = "date/relative", Warning;
    DATE_TWO_DIGIT_YEAR = "date/two-digit-year", Warning;
    // Debt.
    PLACEHOLDER_OPEN = "placeholder/open", Warning;
    // Headings.
    HEADING_SECOND_TITLE = "heading/second-title", Error;
    HEADING_EMPTY = "heading/empty", Error;
    HEADING_SKIPPED_LEVEL = "heading/skipped-level", Warning;
    HEADING_BOLD_PARAGRAPH = "heading/bold-paragraph", Warning;
    HEADING_VERY_LONG = "heading/very-long", Warning;
    // Tasks.
    TASK_UNKNOWN_ROLE = "task/unknown-role", Error;
    TASK_EMPTY = "task/empty", Error;
    TASK_NO_ROLE = "task/no-role", Warning;
    TASK_TOO_MANY = "task/too-many", Warning;
    TASK_TOO_LONG = "task/too-long", Warning;
    TASK_NO_BRANCH = "task/no-branch", Warning;
    // Images.
    IMAGE_NO_ALT = "image/no-alt", Error;
    IMAGE_ALT_IS_FILE_NAME = "image/alt-is-file-name", Warning;
    IMAGE_REMOTE = "image/remote", Error;
    IMAGE_HEAVY = "image/heavy", Warning;
    IMAGE_UNREADABLE = "image/unreadable", Warning;
    // Tables.
    TABLE_NO_HEADER = "table/no-header", Warning;
    TABLE_EMPTY_HEADER = "table/empty-header", Warning;
    // Terms.
    TERM_SPELLING = "term/spelling", Warning;
    TERM_UNEXPLAINED = "term/unexplained", Warning;
    // Raw HTML.
    HTML_FORBIDDEN = "html/forbidden", Error;
    HTML_BAD_COMMENT = "html/bad-comment", Warning;
    // Waivers.
    WAIVER_UNKNOWN_CODE = "waiver/unknown-code", Error;
    WAIVER_ERROR_SILENCED = "waiver/error-silenced", Error;
    WAIVER_NO_REASON = "waiver/no-reason", Error;
    WAIVER_UNUSED = "waiver/unused", Warning;
    // Addresses on other sites (`jalon check --external`).
    EXTERNAL_GONE = "external/gone", Error;
    EXTERNAL_FAILING = "external/failing", Warning;
    EXTERNAL_MOVED = "external/moved", Warning;
    EXTERNAL_BLOCKED = "external/blocked", Warning;
    EXTERNAL_FLAKY = "external/flaky", Warning;
    EXTERNAL_UNREACHABLE = "external/unreachable", Warning;
    EXTERNAL_REFUSED = "external/refused", Warning;
    EXTERNAL_CERTIFICATE_ENDS = "external/certificate-ends", Warning;
    // What we publish.
    OUTPUT_DUPLICATE_PATH = "output/duplicate-path", Error;
    OUTPUT_TOO_LARGE = "output/too-large", Error;
    OUTPUT_PAGE_WEIGHT = "output/page-weight", Warning;
    OUTPUT_PDF_LETTER = "output/pdf-letter", Warning;
    OUTPUT_TOO_MANY_LISTS = "output/too-many-lists", Warning;
    OUTPUT_LIST_TOO_LONG = "output/list-too-long", Warning;
    // Search.
    SEARCH_WRONG_TYPE = "search/wrong-type", Error;
    SEARCH_UNKNOWN_TARGET = "search/unknown-target", Error;
    SEARCH_NOT_FOUND = "search/not-found", Warning;
    SEARCH_OWN_NAME = "search/own-name", Warning;
    // Themes.
    THEME_SYNTAX = "theme/syntax", Error;
    THEME_RENDER = "theme/render", Error;
    THEME_UNKNOWN_FILE = "theme/unknown-file", Warning;
    THEME_BAD_STRINGS = "theme/bad-strings", Error;
    THEME_PARENT_LOOP = "theme/parent-loop", Error;
    THEME_PDF_ERROR = "theme/pdf-error", Error;
    THEME_PDF_REMARK = "theme/pdf-remark", Warning;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_named_once() {
        let names: BTreeSet<_> = ALL_CODES.iter().map(|code| code.name).collect();
        assert_eq!(names.len(), ALL_CODES.len());
        assert_eq!(Code::named("link/empty"), Some(codes::LINK_EMPTY));
        assert_eq!((codes::LINK_EMPTY.family(), codes::LINK_EMPTY.key()), ("link", "link-empty".to_owned()));
    }
}
