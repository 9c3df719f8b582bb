//! Settings of a guide: what `guide/jalon.yaml` says.
use super::path::join_path;
use super::{
    Code, ContentCoding, Date, DateIssue, Given, Language, Located, Period, SearchServer, SourcePath, Span,
    WebAddress, WebHost,
};

/// Settings of a guide. What the file does not set has its default.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Name of the guide. Empty only when the settings could not be read.
    pub title: String,
    /// Language of the pages.
    pub language: Language,
    /// The name at the top of pages, where the title is long.
    pub short_title: Option<String>,
    /// One sentence about the guide.
    pub description: Option<String>,
    /// The edition, as readers see it: `Édition 2026-2`.
    pub edition: Option<String>,
    /// The picture of who publishes, as written: its path below `guide/`.
    pub logo: Option<Located<String>>,
    /// What readers fill in at the top of every checklist, besides what each has.
    pub checklist_fields: Vec<ChecklistField>,
    /// Where the site will be, with a trailing slash: `https://guide.example/recruter/`.
    pub base_url: Option<String>,
    /// The hosts and web servers that files are written for, each once.
    pub hosts: Vec<WebHost>,
    /// The codings in which texts are published beside their plain form, each once.
    pub precompress: Vec<ContentCoding>,
    /// Where `jalon publish` sends the site, as written.
    pub publish_to: Option<String>,
    /// Name of the theme below `themes/`.
    pub theme: Located<String>,
    /// Address that opens a source file for editing; `{path}` stands for its path below the project root.
    pub edit_url: Option<String>,
    /// Address that opens a file in the author's editor; `{path}`, `{line}` and `{column}` are replaced in it.
    pub editor: Option<String>,
    /// Where readers report an error: a mail address or a web address. Without it, pages have no such link.
    pub report_to: Given<String>,
    /// Country of the numbering plan, ISO 3166-1 alpha-2.
    pub country: String,
    /// How often a page or entry is reviewed if it does not say so itself.
    pub review_every: Option<Period>,
    /// Who publishes the guide, for the legal notice.
    pub publisher: Publisher,
    /// For the accessibility statement.
    pub accessibility: Accessibility,
    /// Levels that the author chose for warnings.
    pub levels: Vec<(Code, Level)>,
    /// Acronyms that need no explanation.
    pub acronyms: Vec<String>,
    /// What happens to raw HTML in Markdown.
    pub html: HtmlMode,
    /// Which addresses `jalon check --external` requests beside those of pages and registry, and which it skips.
    pub external: External,
    /// How checklists are published as PDF.
    pub pdf: Printing,
    /// Groups of words that the search treats as equal.
    pub synonyms: Vec<Vec<Located<String>>>,
    /// The file of a thesaurus, as written: its path below `guide/`.
    pub thesaurus: Option<Located<String>>,
    /// Whether the search index is published.
    pub search_index: bool,
    /// The server that the search box asks before the index.
    pub search_server: Option<SearchServer>,
    /// Sizes that must not be exceeded.
    pub limits: Limits,
    /// Placeholders in the file.
    pub placeholders: Vec<Located<String>>,
    /// Doubtful dates in the guide's name and description.
    pub date_issues: Vec<Located<DateIssue>>,
}

impl Settings {
    /// The file of the settings, whether or not the guide has one.
    pub fn file() -> SourcePath {
        SourcePath::new("guide/jalon.yaml")
    }

    /// The file of the logo. None where the settings name none, or one outside of the guide.
    pub fn logo_file(&self) -> Option<SourcePath> {
        below_guide(&self.logo.as_ref()?.value)
    }

    /// The file of the thesaurus. None where the settings name none, or one outside of the guide.
    pub fn thesaurus_file(&self) -> Option<SourcePath> {
        below_guide(&self.thesaurus.as_ref()?.value)
    }
}

/// The file that a path below `guide/` means.
fn below_guide(written: &str) -> Option<SourcePath> {
    if written.starts_with('/') || written.contains('\\') {
        return None;
    }
    join_path("guide", written.strip_prefix("guide/").unwrap_or(written)).map(SourcePath::new)
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: String::new(),
            language: Language::default(),
            short_title: None,
            description: None,
            edition: None,
            logo: None,
            checklist_fields: Vec::new(),
            base_url: None,
            hosts: Vec::new(),
            precompress: Vec::new(),
            publish_to: None,
            theme: Located::new(Span::start_of(&Self::file()), "default".to_owned()),
            edit_url: None,
            editor: None,
            report_to: Given::default(),
            country: "FR".to_owned(),
            review_every: None,
            publisher: Publisher::default(),
            accessibility: Accessibility::default(),
            levels: Vec::new(),
            acronyms: Vec::new(),
            html: HtmlMode::default(),
            external: External::default(),
            pdf: Printing::default(),
            synonyms: Vec::new(),
            thesaurus: None,
            search_index: true,
            search_server: None,
            limits: Limits::default(),
            placeholders: Vec::new(),
            date_issues: Vec::new(),
        }
    }
}

/// A field of the guide's own at the top of its checklists.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChecklistField {
    /// What to write there.
    pub label: String,
    /// Unique in the guide, of the label: `personne-recrutee`.
    pub name: String,
}

/// Who publishes the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Publisher {
    /// Name of the organisation.
    pub name: Given<String>,
    /// Postal address.
    pub address: Given<String>,
    /// Telephone.
    pub phone: Given<String>,
    /// Mail address.
    pub email: Given<String>,
    /// Director of publication.
    pub director: Given<String>,
    /// Who hosts the site.
    pub host: Host,
}

/// Who hosts the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Host {
    /// Name of the organisation.
    pub name: Given<String>,
    /// Postal address.
    pub address: Given<String>,
    /// Telephone.
    pub phone: Given<String>,
}

/// What the settings say about accessibility. None of it is ever computed or guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Accessibility {
    /// Result of the audit.
    pub status: AccessibilityStatus,
    /// The audit. Without one the statement says "not conformant".
    pub audit: Option<Audit>,
    /// Where to report a barrier: a mail address or a web address.
    pub contact: Given<String>,
}

/// Result of an audit, in the terms of the official French model.
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
    pub auditor: Given<String>,
    /// Share of the criteria that are met, 0 to 100.
    pub percent: Option<i64>,
}

/// What the settings say about addresses on other sites.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct External {
    /// Web addresses in the settings that become links.
    pub written: Vec<Located<WebAddress>>,
    /// Addresses that are never requested; `*` stands for any text.
    pub skip: Vec<String>,
}

/// The level that an author chose for a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported.
    Off,
    /// Reported.
    Warning,
    /// Reported, and the build fails.
    Error,
}

/// What happens to raw HTML in Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HtmlMode {
    /// Some elements pass, any other is shown as text and is an error.
    #[default]
    Safe,
    /// Nothing passes.
    None,
    /// Everything passes, and nothing is guaranteed about the output.
    Trusted,
}

/// How checklists are published as PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Printing {
    /// Larger characters, on as many sheets of paper as it takes.
    pub large: bool,
    /// The most checklists of pages to publish. A guide with more publishes only those of roles.
    pub lists: u64,
    /// Whether the whole guide is published as a book.
    pub book: bool,
}

impl Default for Printing {
    fn default() -> Self {
        Self { large: false, lists: 200, book: false }
    }
}

/// Sizes that must not be exceeded.
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
    /// Bytes that a browser loads to show a page: the page, its images and the theme. Exceeding it is a warning.
    pub weight: u64,
}

impl Default for Limits {
    fn default() -> Self {
        // A weight of 1.5 MB takes eight seconds on a slow line (1.6 Mbit/s) and allows three images of usual size.
        Self { page: 8 << 20, registry: 4 << 20, output: 32 << 20, pages: 100_000, weight: 1_500_000 }
    }
}
