//! Settings of a guide, as `guide/jalon.yaml` gives them.
use super::{Code, Date, DateIssue, Language, Located, Period, WebAddress};

/// What a guide's settings say; defaults stand where they say nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Name of the guide. Empty only when the settings could not be read.
    pub title: String,
    /// Language of the pages.
    pub language: Language,
    /// One sentence about the guide.
    pub description: Option<String>,
    /// Where the site will be, with a trailing slash: `https://guide.example/recruter/`.
    pub base_url: Option<String>,
    /// Name of the theme below `themes/`.
    pub theme: Located<String>,
    /// Address that opens a source file for editing; `{path}` is the file below the project root.
    pub edit_url: Option<String>,
    /// Where readers report an error: a mail address or a web address. Without it, pages have no such link.
    pub report_to: Option<String>,
    /// Country of the numbering plan, ISO 3166-1 alpha-2.
    pub country: String,
    /// How often a page or entry must be looked at, unless it says so itself.
    pub review_every: Option<Period>,
    /// Who publishes; what the legal notice needs.
    pub publisher: Publisher,
    /// What the accessibility statement says.
    pub accessibility: Accessibility,
    /// Severity of a warning, chosen by the author.
    pub levels: Vec<(Code, Level)>,
    /// Acronyms that readers know without being told.
    pub acronyms: Vec<String>,
    /// What happens to raw HTML in Markdown.
    pub html: HtmlMode,
    /// What `jalon check --external` asks on top of pages and registry, and what it leaves out.
    pub external: External,
    /// How lists are printed.
    pub pdf: Printing,
    /// Groups of words that mean the same to the search.
    pub synonyms: Vec<Vec<String>>,
    /// Whether the index of the search is published.
    pub search_index: bool,
    /// How much is too much.
    pub limits: Limits,
    /// What may be wrong about dates in the guide's name and description.
    pub date_issues: Vec<Located<DateIssue>>,
}

/// A text of the settings that may be missing or a placeholder.
type Known = Option<String>;

/// Who publishes the guide. Each field is missing, a text, or the words of a placeholder in brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Publisher {
    /// Name of the organisation.
    pub name: Known,
    /// Postal address.
    pub address: Known,
    /// Telephone.
    pub phone: Known,
    /// Mail address.
    pub email: Known,
    /// Director of publication.
    pub director: Known,
    /// Who hosts the site.
    pub host: Host,
}

/// Who hosts the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Host {
    /// Name of the organisation.
    pub name: Known,
    /// Postal address.
    pub address: Known,
    /// Telephone.
    pub phone: Known,
}

/// What the settings say about accessibility. Nothing here is ever computed or guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Accessibility {
    /// Result of the audit.
    pub status: AccessibilityStatus,
    /// The audit; without one the statement says "not conformant".
    pub audit: Option<Audit>,
    /// Whom to write to about a barrier.
    pub contact: Option<String>,
}

/// Result of an audit, in the words of the French official model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AccessibilityStatus {
    /// Not conformant, or never audited.
    #[default]
    None,
    /// Partially conformant.
    Partial,
    /// Fully conformant.
    Full,
}

/// An accessibility audit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Audit {
    /// Day of the audit.
    pub date: Date,
    /// Who made it.
    pub auditor: Option<String>,
    /// Share of the criteria that hold, 0 to 100.
    pub percent: Option<i64>,
}

/// Addresses on other sites, as far as the settings speak of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct External {
    /// Web addresses of the settings that readers can follow.
    pub written: Vec<Located<WebAddress>>,
    /// Addresses that are never asked; `*` stands for anything.
    pub skip: Vec<String>,
}

/// What an author makes of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not said.
    Off,
    /// Said.
    Warning,
    /// Said, and the build fails.
    Error,
}

/// What happens to raw HTML in Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HtmlMode {
    /// A short list of elements passes, the rest is shown as text, with an error.
    #[default]
    Safe,
    /// Nothing passes.
    None,
    /// Everything passes; the guarantees on the output are given up.
    Trusted,
}

/// How checklists are published as PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Printing {
    /// Larger characters, on as many sheets as it takes.
    pub large: bool,
    /// How many lists of pages are printed at most; in a guide with more, those of roles only.
    pub lists: u64,
}

impl Default for Printing {
    fn default() -> Self {
        Self { large: false, lists: 200 }
    }
}

/// How much is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Bytes of a page's source.
    pub page: u64,
    /// Bytes of a registry file.
    pub registry: u64,
    /// Bytes of a published page.
    pub output: u64,
    /// Number of pages.
    pub pages: u64,
    /// Bytes that a reader's browser loads to show a page: itself, its images and the theme. Beyond it is a warning.
    pub weight: u64,
}

impl Default for Limits {
    fn default() -> Self {
        // One and a half megabytes take eight seconds on a slow telephone line (1.6 Mbit/s), and are three images of
        // which none is heavy.
        Self { page: 8 << 20, registry: 4 << 20, output: 32 << 20, pages: 100_000, weight: 1_500_000 }
    }
}
