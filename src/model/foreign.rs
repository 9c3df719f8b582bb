//! A tree of files of another program, and the files of the guide that is made of it.
use super::{Arg, Bytes, Date};
use std::collections::BTreeMap;

/// The program that files were written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ForeignKind {
    /// `mdBook`: `book.toml`, `SUMMARY.md`.
    Mdbook,
    /// `MkDocs`, with Material or without: `mkdocs.yml`.
    Mkdocs,
    /// Zensical: `zensical.toml`.
    Zensical,
    /// `GitBook`: `SUMMARY.md`, `.gitbook.yaml`, `.gitbook/`.
    Gitbook,
    /// `VitePress`: `.vitepress/config.*`.
    Vitepress,
    /// `VuePress`: `.vuepress/config.*`.
    Vuepress,
    /// Docusaurus: `docusaurus.config.*`.
    Docusaurus,
    /// Starlight: `astro.config.*` that names it.
    Starlight,
    /// Hugo: `hugo.toml`, or `config.toml` beside `content/`.
    Hugo,
    /// Zola: `config.toml` with `base_url`, pages with `+++`.
    Zola,
    /// Jekyll: `_config.yml`.
    Jekyll,
    /// `DocFX`: `docfx.json`, `toc.yml`.
    Docfx,
    /// A folder of Markdown files as forges show it.
    Folder,
    /// A document of a word processor: `.docx`.
    Docx,
    /// A document of a word processor: `.odt`.
    Odt,
}

impl ForeignKind {
    /// Whether its pages are in the Markdown of Python.
    pub(crate) const fn is_python_markdown(self) -> bool {
        matches!(self, Self::Mkdocs | Self::Zensical)
    }

    /// All kinds.
    pub const ALL: [Self; 15] = [
        Self::Mdbook,
        Self::Mkdocs,
        Self::Zensical,
        Self::Gitbook,
        Self::Vitepress,
        Self::Vuepress,
        Self::Docusaurus,
        Self::Starlight,
        Self::Hugo,
        Self::Zola,
        Self::Jekyll,
        Self::Docfx,
        Self::Folder,
        Self::Docx,
        Self::Odt,
    ];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mdbook => "mdbook",
            Self::Mkdocs => "mkdocs",
            Self::Zensical => "zensical",
            Self::Gitbook => "gitbook",
            Self::Vitepress => "vitepress",
            Self::Vuepress => "vuepress",
            Self::Docusaurus => "docusaurus",
            Self::Starlight => "starlight",
            Self::Hugo => "hugo",
            Self::Zola => "zola",
            Self::Jekyll => "jekyll",
            Self::Docfx => "docfx",
            Self::Folder => "folder",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }

    /// The name that the program gives itself; that of the ending for documents.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Mdbook => "mdBook",
            Self::Mkdocs => "MkDocs",
            Self::Zensical => "Zensical",
            Self::Gitbook => "GitBook",
            Self::Vitepress => "VitePress",
            Self::Vuepress => "VuePress",
            Self::Docusaurus => "Docusaurus",
            Self::Starlight => "Starlight",
            Self::Hugo => "Hugo",
            Self::Zola => "Zola",
            Self::Jekyll => "Jekyll",
            Self::Docfx => "DocFX",
            Self::Folder => "Markdown",
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
        }
    }
}

/// The files that a source consists of, by their paths below it, with forward slashes. A single file is a tree of one.
#[derive(Clone, Debug, Default)]
pub struct ForeignTree {
    /// The name of the folder or file, without an ending.
    pub name: String,
    /// The files.
    pub files: BTreeMap<String, ForeignFile>,
    /// What could not be read.
    pub findings: Vec<ImportFinding>,
}

impl ForeignTree {
    /// The bytes of a file that was read.
    pub fn bytes(&self, path: &str) -> Option<&Bytes> {
        self.files.get(path)?.bytes.as_ref()
    }
}

/// A file of another program.
#[derive(Clone, Debug)]
pub struct ForeignFile {
    /// In bytes.
    pub size: u64,
    /// The bytes, of text and of documents; others are only copied.
    pub bytes: Option<Bytes>,
}

/// How front matter of another program keeps a page from readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withholding {
    /// It is not published, or not for everybody, or that cannot be known.
    Draft,
    /// Searches do not find it.
    Search,
    /// Menus do not show it.
    Hidden,
    /// It is published from this day on.
    From(Date),
    /// It is published up to this day.
    Until(Date),
}

/// What became of something in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// It is lost.
    LeftOut,
    /// It is there, in another form.
    Changed,
    /// It was wrong before.
    Wrong,
    /// What an editor may do.
    Proposed,
}

impl FindingKind {
    /// All kinds, in the order of the report.
    pub const ALL: [Self; 4] = [Self::LeftOut, Self::Wrong, Self::Changed, Self::Proposed];

    /// The name, as a part of the keys of messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::Changed => "changed",
            Self::Wrong => "wrong",
            Self::Proposed => "proposed",
        }
    }
}

/// A line of the report of an import.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportFinding {
    /// What became of it.
    pub kind: FindingKind,
    /// The key of its message, behind `import-finding-`.
    pub key: &'static str,
    /// The file of the source.
    pub file: String,
    /// The line in that file; 0 for the file as a whole.
    pub line: u32,
    /// The arguments of the message.
    pub args: Vec<(&'static str, Arg)>,
}

impl ImportFinding {
    /// A finding about a line of a file, or about a file if that is 0.
    pub fn new(kind: FindingKind, key: &'static str, file: impl Into<String>, line: u32) -> Self {
        Self { kind, key, file: file.into(), line, args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// A file of the folder that an import writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// The path below the new folder.
    pub path: String,
    /// What it holds.
    pub content: NewContent,
}

/// What a new file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewContent {
    /// These bytes.
    Bytes(Bytes),
    /// What a file of the source holds.
    Copy(String),
}
