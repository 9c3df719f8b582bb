//! Values that options may have, besides the formats. The doc comments are the text of `--help`.
use crate::model::SearchEngine;
use clap::ValueEnum;
use clap::builder::PossibleValue;

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

impl ValueEnum for SearchEngine {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let product = match self {
            Self::Meilisearch => "Meilisearch",
            Self::Typesense => "Typesense",
            Self::Opensearch => "OpenSearch",
        };
        Some(PossibleValue::new(self.name()).help(product))
    }
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
