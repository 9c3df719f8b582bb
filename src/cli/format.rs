//! The values of `--format`. Diagnostics and each command's own output have formats of their own, so that the parser
//! refuses a format that the command does not have.
use clap::ValueEnum;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiagnosticFormat {
    /// With an excerpt and a way out
    Human,
    /// One line each
    Short,
    /// One JSON object per line
    #[value(alias = "ndjson")]
    Json,
    /// Annotations for a GitHub workflow
    Github,
    /// A GitLab code quality report
    Gitlab,
    /// SARIF 2.1.0
    Sarif,
    /// `JUnit` test results
    Junit,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChecklistFormat {
    /// Text
    #[default]
    Human,
    /// One JSON object
    #[value(alias = "ndjson")]
    Json,
    /// A table
    Csv,
    /// Calendar entries, counted from --start
    Ics,
    /// A form to print or to fill in
    Pdf,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Text
    #[default]
    Human,
    /// One JSON object (see `jalon schema report`)
    #[value(alias = "ndjson")]
    Json,
    /// A table
    Csv,
    /// Calendar entries
    Ics,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ResultFormat {
    /// Text
    #[default]
    Human,
    /// JSON, one line per query or per address
    #[value(alias = "ndjson")]
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// One JSON object per line
    #[default]
    #[value(alias = "json")]
    Ndjson,
}
