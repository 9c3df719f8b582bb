//! Colours of code: which parts of it are comments, keywords, strings.
//!
//! 1. `languages` knows common languages by their names and says how they are written. `lexer` reads those that are made of
//!    words, `data` those that are made of lines, `markup` those that are made of tags: each in one pass, a thousand times
//!    faster than a grammar, so that a guide with code on every page costs no more than one without.
//! 2. `grammar` reads all others with the grammars of an editor, which take milliseconds to load and tens of them at the first
//!    use. It is the only file that names the crates, and left out without the feature `colors`.
//!
//! All give `tokens`: ranges of bytes of the code, in order and apart from each other.
mod data;
#[cfg(feature = "colors")]
mod grammar;
mod languages;
mod lexer;
mod markup;
#[cfg(test)]
mod tests;
mod tokens;

use languages::Syntax;
pub use tokens::Tokens;

/// The grammars for less common languages. A program without the feature `colors` has none.
#[derive(Debug)]
pub struct Grammars {
    #[cfg(feature = "colors")]
    all: grammar::EditorGrammars,
}

/// The longest code that is coloured, in bytes. What is longer is no example that people read.
const LONGEST: usize = 128 << 10;

/// What colours a code has.
#[derive(Debug, PartialEq, Eq)]
pub enum Colored {
    /// Its parts; none where the language is not known.
    Tokens(Tokens),
    /// It takes the grammars, which are not loaded yet.
    NeedsGrammars,
}

/// Colours code in the language that has this name. None has an empty name.
pub fn colored(language: &str, code: &str, grammars: Option<&Grammars>) -> Colored {
    if language.is_empty() || code.len() > LONGEST || cfg!(not(feature = "colors")) {
        return Colored::Tokens(Vec::new());
    }
    let name = language.to_ascii_lowercase();
    match languages::find(&name) {
        Some(Syntax::None) => Colored::Tokens(Vec::new()),
        Some(Syntax::Words(language)) => Colored::Tokens(lexer::read(language, code)),
        Some(Syntax::Lines(form)) => Colored::Tokens(data::read(form, code)),
        Some(Syntax::Tags) => Colored::Tokens(markup::read(code)),
        None => by_grammar(&name, code, grammars),
    }
}

#[cfg(feature = "colors")]
fn by_grammar(name: &str, code: &str, grammars: Option<&Grammars>) -> Colored {
    grammars.map_or(Colored::NeedsGrammars, |grammars| Colored::Tokens(grammars.all.read(name, code)))
}

#[cfg(not(feature = "colors"))]
fn by_grammar(_: &str, _: &str, _: Option<&Grammars>) -> Colored {
    Colored::Tokens(Vec::new())
}

/// Loads the grammars. None in a program that has none.
#[cfg(feature = "colors")]
pub fn grammars() -> Option<Grammars> {
    Some(Grammars { all: grammar::EditorGrammars::load() })
}

/// Loads the grammars. None in a program that has none.
#[cfg(not(feature = "colors"))]
pub fn grammars() -> Option<Grammars> {
    None
}
