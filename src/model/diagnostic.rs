//! Diagnostics: what a build reports to the author.
use super::{Code, Date, Span};

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Can be published, but should be looked at.
    Warning,
    /// Must not be published: readers would be misled.
    Error,
}

impl Severity {
    /// The name, for programs and as a key of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// An argument of a diagnostic's message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// Text, shown as written.
    Text(String),
    /// A number; messages may have a plural form.
    Number(i64),
    /// A day, formatted in the language of the message.
    Date(Date),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for Arg {
    fn from(day: Date) -> Self {
        Self::Date(day)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A change of a file that is certain to be right: new text for a range of bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fix {
    /// The range to replace; empty for an insertion.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// One diagnostic about one place. The message is in the locales of `messages`, under the code with a hyphen for the
/// slash (`link/missing-page` is `link-missing-page`), and uses `args` as variables.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// The place.
    pub span: Span,
    /// What is wrong.
    pub code: Code,
    /// The severity of the code, unless the settings change it.
    pub severity: Severity,
    /// The arguments of the message.
    pub args: Vec<(&'static str, Arg)>,
    /// Which attribute of the message is the help text: `help`, `help-nearest`.
    pub help: Option<&'static str>,
    /// The change that `jalon check --fix` makes, if only one is possible.
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// A diagnostic with the severity of its code and the `help` text, if there is one.
    pub fn new(code: Code, span: Span) -> Self {
        Self { span, severity: code.severity, code, args: Vec::new(), help: Some("help"), fix: None }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Selects another help text.
    #[must_use]
    pub fn help(mut self, attribute: &'static str) -> Self {
        self.help = Some(attribute);
        self
    }

    /// Adds a fix.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Box::new(Fix { span, text: text.into() }));
        self
    }

    /// Adds `nearest` and selects `help-nearest`, if there is a candidate.
    #[must_use]
    pub fn nearest(self, candidate: Option<&str>) -> Self {
        match candidate {
            Some(name) => self.arg("nearest", name).help("help-nearest"),
            None => self,
        }
    }
}

/// A value and the diagnostics made while producing it. They are kept together, so that a reused value repeats its
/// diagnostics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted<T> {
    /// The value, which can always be used.
    pub value: T,
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Noted<T> {
    /// A value without diagnostics.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }
}
