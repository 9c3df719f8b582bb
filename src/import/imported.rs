//! What a reader of foreign files gives: a guide before it is laid out.
use crate::model::{Bytes, Date, ForeignKind, ImportFinding, Language};

/// A guide as read from the files of another program.
#[derive(Debug)]
pub(crate) struct Imported {
    /// The program.
    pub kind: ForeignKind,
    /// What the program was recognised by; empty if the user named it.
    pub seen: Vec<String>,
    pub settings: ImportedSettings,
    /// In reading order; what is below a page follows it, one level deeper.
    pub pages: Vec<ImportedPage>,
    /// Pictures and other files that pages show or link to.
    pub files: Vec<ImportedFile>,
    pub terms: Vec<ImportedTerm>,
    /// What was lost, changed, wrong before, or may be done.
    pub findings: Vec<ImportFinding>,
    /// How many links inside the source lead somewhere, and how many led nowhere.
    pub links: ImportedLinks,
}

/// Links inside the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ImportedLinks {
    pub kept: usize,
    pub lost: usize,
}

/// What becomes of the settings.
#[derive(Clone, Debug, Default)]
pub(crate) struct ImportedSettings {
    pub title: String,
    pub language: Language,
    pub description: Option<String>,
    pub base_url: Option<String>,
}

/// A page. Its title is in its front matter, or the `#` heading that opens its body.
#[derive(Clone, Debug, Default)]
pub(crate) struct ImportedPage {
    /// The file that it was made from; empty for a section that only had a name.
    pub source: String,
    /// 0 for the first level; one more than that of the page it is below.
    pub level: usize,
    /// Whether it is the home page of the guide.
    pub is_home: bool,
    /// What the name of its file and its part of the address are made of.
    pub name: String,
    /// The path of its file below `guide/`, once it is laid out ([`super::layout::place`]).
    pub path: String,
    pub front: ImportedFront,
    /// Markdown. Links to pages and files of the guide are relative to `path`.
    pub body: String,
    /// Former addresses, from the root of the site.
    pub aliases: Vec<String>,
}

/// Front matter in our words.
#[derive(Clone, Debug, Default)]
pub(crate) struct ImportedFront {
    pub title: Option<String>,
    pub nav_title: Option<String>,
    pub description: Option<String>,
    pub draft: bool,
    /// Whether the search does not know the page.
    pub unsearched: bool,
    pub last_reviewed_on: Option<Date>,
    pub expires: Option<Date>,
}

/// A file that is no page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ImportedFile {
    /// The path below `guide/`.
    pub path: String,
    pub content: ImportedContent,
}

/// Where the content of such a file comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ImportedContent {
    /// A file of the source.
    Copy(String),
    /// These bytes.
    Bytes(Bytes),
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ImportedTerm {
    pub name: String,
    /// What it stands for, or means.
    pub definition: String,
    /// Whether that is what its letters stand for.
    pub is_expansion: bool,
}
