//! Values that options may have, besides the formats. The doc comments are the text of `--help`.
use clap::ValueEnum;

/// A forge that publishes a site by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Forge {
    /// GitHub Actions and Pages
    Github,
    /// GitLab CI and Pages
    Gitlab,
}

/// Down to which level headings of a document become pages of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Split {
    /// The first
    #[default]
    #[value(name = "1")]
    One,
    /// The first and the second
    #[value(name = "2")]
    Two,
    /// One page for the whole document
    None,
}

/// A search engine on a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchEngine {
    /// Meilisearch
    Meilisearch,
    /// Typesense
    Typesense,
    /// `OpenSearch`
    Opensearch,
}

/// When output has colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A shell that has completion scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// Bash
    Bash,
    /// Zsh
    Zsh,
    /// Fish
    Fish,
    /// `PowerShell`
    Powershell,
}
