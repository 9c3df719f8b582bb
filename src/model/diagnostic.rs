//! What the build has to say to the author.
use super::{Code, Date, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Publish, but look.
    Warning,
    /// Do not publish this: it says something false.
    Error,
}

/// A value that the words of a diagnostic show.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// Text, shown as written.
    Text(String),
    /// A number; the words may depend on it.
    Number(i64),
    /// A day, told in the language of the words.
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

/// A change of a file that is certain to be right: these bytes, instead of those of the place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fix {
    /// What is replaced; empty where something is put in.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

/// One diagnostic about one place. The words stand in the locales of `report`, under the code's key
/// (`link/missing-page` is the message `link-missing-page`), and see `args` as their variables.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub code: Code,
    /// The code's own severity, unless the settings say otherwise.
    pub severity: Severity,
    /// Variables of the words.
    pub args: Vec<(&'static str, Arg)>,
    /// The attribute of the message that says the way out: `help`, `help-nearest`.
    pub help: Option<&'static str>,
    /// What `jalon check --fix` does about it, where only one thing can be meant.
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// A diagnostic with the code's own severity, its message's `help` attribute if the words have one.
    pub fn new(code: Code, span: Span) -> Self {
        Self { span, severity: code.severity, code, args: Vec::new(), help: Some("help"), fix: None }
    }

    /// Adds a variable.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Chooses another way out than `help`.
    #[must_use]
    pub fn help(mut self, attribute: &'static str) -> Self {
        self.help = Some(attribute);
        self
    }

    /// Says what fixes it for certain.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Box::new(Fix { span, text: text.into() }));
        self
    }

    /// Adds `nearest` and the way out `help-nearest` when there is a candidate.
    #[must_use]
    pub fn nearest(self, candidate: Option<&str>) -> Self {
        match candidate {
            Some(name) => self.arg("nearest", name).help("help-nearest"),
            None => self,
        }
    }
}

/// A value and the diagnostics made while producing it. Both are kept together, so that a reused value repeats
/// its diagnostics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted<T> {
    /// The value; always usable.
    pub value: T,
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Noted<T> {
    /// A value about which there is nothing to say.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }
}
