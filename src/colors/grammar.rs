//! Reads code with the grammars of an editor. Only this file names the crates.
use super::tokens::Tokens;
use crate::model::CodePart;
use std::fmt;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};
use two_face::syntax::extra_newlines;

/// A line and a code that are longer are left plain: a grammar may take long for them.
const LONGEST_LINE: usize = 1_000;
const LONGEST: usize = 16 << 10;

/// What scopes stand for, by their beginning. The innermost scope that is listed decides, and of several lines that fit it,
/// the first.
const SCOPES: [(&str, Option<CodePart>); 24] = [
    ("comment", Some(CodePart::Comment)),
    ("constant.character.escape", Some(CodePart::Text)),
    ("string", Some(CodePart::Text)),
    ("constant", Some(CodePart::Number)),
    ("keyword.operator.word", Some(CodePart::Keyword)),
    ("keyword.operator.logical", Some(CodePart::Keyword)),
    ("keyword.operator", None),
    ("keyword", Some(CodePart::Keyword)),
    ("storage", Some(CodePart::Keyword)),
    ("entity.name.function", Some(CodePart::Name)),
    ("entity.name.tag", Some(CodePart::Name)),
    ("entity.name.section", Some(CodePart::Keyword)),
    ("entity.name.label", Some(CodePart::Name)),
    ("entity.name", Some(CodePart::Type)),
    ("entity.other", Some(CodePart::Type)),
    ("support.function", Some(CodePart::Name)),
    ("support", Some(CodePart::Type)),
    ("variable.function", Some(CodePart::Name)),
    ("variable.language", Some(CodePart::Keyword)),
    ("markup.inserted", Some(CodePart::Added)),
    ("markup.deleted", Some(CodePart::Removed)),
    ("markup.heading", Some(CodePart::Keyword)),
    ("markup.raw", Some(CodePart::Text)),
    ("meta.interpolation", None),
];

/// Names of languages that the grammars know under another.
const OTHER_NAMES: [(&str, &str); 10] = [
    ("bat", "batch file"),
    ("ex", "elixir"),
    ("make", "makefile"),
    ("md", "markdown"),
    ("objc", "objective-c"),
    ("proto", "protocol buffer"),
    ("tf", "terraform"),
    ("viml", "vim"),
    ("cmd", "batch file"),
    ("asciidoc", "asciidoc (asciidoctor)"),
];

/// The grammars, and what their scopes stand for.
pub(super) struct EditorGrammars {
    all: SyntaxSet,
    scopes: Vec<(Scope, Option<CodePart>)>,
}

impl fmt::Debug for EditorGrammars {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("EditorGrammars").field("count", &self.all.syntaxes().len()).finish_non_exhaustive()
    }
}

impl EditorGrammars {
    /// Loads the grammars that the program carries.
    pub(super) fn load() -> Self {
        let scope = |(name, kind): &(&str, Option<CodePart>)| Some((Scope::new(name).ok()?, *kind));
        Self { all: extra_newlines(), scopes: SCOPES.iter().filter_map(scope).collect() }
    }

    /// The parts of a code. None in a language that is not known; none behind a line that cannot be read.
    pub(super) fn read(&self, name: &str, code: &str) -> Tokens {
        let name = OTHER_NAMES.iter().find(|(other, _)| *other == name).map_or(name, |(_, name)| name);
        let mut tokens = Tokens::new();
        let is_long = code.len() > LONGEST || code.lines().any(|line| line.len() > LONGEST_LINE);
        let Some(syntax) = self.all.find_syntax_by_token(name).filter(|_| !is_long) else { return tokens };
        let (mut state, mut stack) = (ParseState::new(syntax), ScopeStack::new());
        let mut start = 0;
        for line in code.split_inclusive('\n') {
            let Ok(changes) = state.parse_line(line, &self.all) else { break };
            let mut at = 0;
            let text = line.trim_end_matches('\n').len();
            for (next, change) in changes {
                self.add(&mut tokens, start + at, start + next.min(text), &stack);
                at = next;
                if stack.apply(&change).is_err() {
                    return tokens;
                }
            }
            self.add(&mut tokens, start + at, start + text, &stack);
            start += line.len();
        }
        tokens
    }

    /// Adds a part if its scopes stand for a kind. It joins one of its kind that ends where it begins.
    fn add(&self, tokens: &mut Tokens, start: usize, end: usize, stack: &ScopeStack) {
        let Some(kind) = self.kind(stack).filter(|_| start < end) else { return };
        match tokens.last_mut() {
            Some((last, before)) if last.end == start && *before == kind => last.end = end,
            _ => tokens.push((start..end, kind)),
        }
    }

    fn kind(&self, stack: &ScopeStack) -> Option<CodePart> {
        let known = |scope: &Scope| {
            self.scopes.iter().find(|(known, _)| known.is_prefix_of(*scope)).map(|(_, kind)| *kind)
        };
        stack.as_slice().iter().rev().find_map(known).flatten()
    }
}
