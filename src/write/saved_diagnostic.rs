//! The form of a diagnostic on the disk.
use crate::model::{Arg, Code, Date, Diagnostic, Fix, Severity, SourcePath, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A diagnostic with all it says.
#[derive(Serialize, Deserialize)]
pub(super) struct SavedDiagnostic {
    span: SavedSpan,
    code: String,
    is_error: bool,
    args: Vec<(String, SavedArg)>,
    help: Option<String>,
    fix: Option<(SavedSpan, String)>,
}

#[derive(Serialize, Deserialize)]
struct SavedSpan(String, u32, u32);

#[derive(Serialize, Deserialize)]
enum SavedArg {
    Text(String),
    Number(i64),
    Date(String),
}

/// The names of arguments and of help texts, which are parts of the program: as many as it has, each once.
pub(super) type Names = BTreeMap<String, &'static str>;

fn name(names: &mut Names, name: String) -> &'static str {
    names.entry(name).or_insert_with_key(|name| name.clone().leak())
}

impl SavedDiagnostic {
    pub(super) fn of(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { span, code, severity, args, help, fix } = diagnostic;
        Self {
            span: SavedSpan::of(span),
            code: code.name.to_owned(),
            is_error: *severity == Severity::Error,
            args: args.iter().map(|(name, arg)| ((*name).to_owned(), SavedArg::of(arg))).collect(),
            help: help.map(str::to_owned),
            fix: fix.as_ref().map(|fix| (SavedSpan::of(&fix.span), fix.text.clone())),
        }
    }

    /// The diagnostic; none if this program does not know its code.
    pub(super) fn restore(self, names: &mut Names) -> Option<Diagnostic> {
        let code = Code::named(&self.code).filter(|code| code.name == self.code)?;
        let args: Option<_> =
            self.args.into_iter().map(|(key, arg)| Some((name(names, key), arg.restore()?))).collect();
        Some(Diagnostic {
            span: self.span.restore(),
            code,
            severity: if self.is_error { Severity::Error } else { Severity::Warning },
            args: args?,
            help: self.help.map(|help| name(names, help)),
            fix: self.fix.map(|(span, text)| Box::new(Fix { span: span.restore(), text })),
        })
    }
}

impl SavedSpan {
    fn of(span: &Span) -> Self {
        Self(span.file.as_str().to_owned(), span.start, span.end)
    }

    fn restore(self) -> Span {
        Span { file: SourcePath::new(self.0), start: self.1, end: self.2 }
    }
}

impl SavedArg {
    fn of(arg: &Arg) -> Self {
        match arg {
            Arg::Text(text) => Self::Text(text.clone()),
            Arg::Number(number) => Self::Number(*number),
            Arg::Date(day) => Self::Date(day.to_string()),
        }
    }

    fn restore(self) -> Option<Arg> {
        Some(match self {
            Self::Text(text) => Arg::Text(text),
            Self::Number(number) => Arg::Number(number),
            Self::Date(day) => Arg::Date(Date::parse(&day)?),
        })
    }
}
