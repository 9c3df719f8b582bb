//! Code made of words, read by what `languages` says about it.
use super::languages::{Habit, Quote, WordLanguage};
use super::tokens::Tokens;
use crate::model::CodePart;

/// The parts of code in a language.
pub(super) fn read(language: &WordLanguage, code: &str) -> Tokens {
    let mut lexer = Lexer { language, code, at: 0, tokens: Tokens::with_capacity(code.len() / 12) };
    while lexer.at < code.len() {
        lexer.step();
    }
    lexer.tokens
}

struct Lexer<'a> {
    language: &'a WordLanguage,
    code: &'a str,
    at: usize,
    tokens: Tokens,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.code[self.at..]
    }

    fn before(&self) -> Option<char> {
        self.code[..self.at].chars().next_back()
    }

    /// Passes some bytes, as a part of a kind or as plain code.
    fn pass(&mut self, length: usize, kind: Option<CodePart>) {
        let end = self.at + length;
        self.tokens.extend(kind.map(|kind| (self.at..end, kind)));
        self.at = end;
    }

    fn step(&mut self) {
        let Some(letter) = self.rest().chars().next() else { return };
        if letter.is_whitespace() {
            return self.pass(letter.len_utf8(), None);
        }
        if letter.is_alphabetic() || letter == '_' {
            return self.word();
        }
        if letter.is_ascii_digit() {
            let length = self.number();
            return self.pass(length, Some(CodePart::Number));
        }
        if let Some(length) = self.comment() {
            return self.pass(length, Some(CodePart::Comment));
        }
        if let Some(length) = self.string() {
            return self.pass(length, Some(CodePart::Text));
        }
        match self.sigil() {
            0 => self.pass(letter.len_utf8(), None),
            length => self.pass(length, Some(CodePart::Type)),
        }
    }

    fn comment(&self) -> Option<usize> {
        let rest = self.rest();
        let line = self.language.lines.iter().any(|mark| {
            // `#` inside a word of a shell is no comment.
            rest.starts_with(mark)
                && (*mark != "#"
                    || self
                        .before()
                        .is_none_or(|before| !"$&{".contains(before) && !before.is_alphanumeric()))
        });
        if line {
            return Some(rest.find('\n').unwrap_or(rest.len()));
        }
        let (open, close) = self.language.blocks.iter().find(|(open, _)| rest.starts_with(open))?;
        let inside = &rest[open.len()..];
        Some(inside.find(close).map_or(rest.len(), |end| open.len() + end + close.len()))
    }

    /// The length of the string that begins here.
    fn string(&self) -> Option<usize> {
        let rest = self.rest();
        let quote = self.language.quotes.iter().find(|quote| rest.starts_with(quote.open))?;
        if self.language.has(Habit::Lifetimes) && quote.open == "'" {
            return character(rest);
        }
        Some(string(rest, quote))
    }

    fn number(&self) -> usize {
        let rest = self.rest();
        let mut end = 0;
        for (at, letter) in rest.char_indices() {
            let is_part = letter.is_ascii_alphanumeric()
                || letter == '_'
                || letter == '.' && rest[at + 1..].starts_with(|next: char| next.is_ascii_digit());
            if !is_part {
                break;
            }
            end = at + 1;
        }
        end
    }

    /// The length of a word that begins with a sign: a variable, an annotation.
    fn sigil(&self) -> usize {
        let rest = self.rest();
        let Some(sign) = self.language.sigils.iter().find(|sign| rest.starts_with(**sign)) else { return 0 };
        let inside = &rest[sign.len()..];
        let close = match *sign {
            "${" => Some('}'),
            "#[" | "#![" => Some(']'),
            _ => None,
        };
        if let Some(close) = close {
            let line = inside.lines().next().unwrap_or_default();
            return line.find(close).map_or(0, |end| sign.len() + end + 1);
        }
        match self.word_length(inside) {
            0 => 0,
            length => sign.len() + length,
        }
    }

    fn word_length(&self, text: &str) -> usize {
        let is_part = |letter: char| {
            letter.is_alphanumeric() || letter == '_' || (letter == '-' && self.language.has(Habit::Hyphens))
        };
        text.find(|letter| !is_part(letter)).unwrap_or(text.len())
    }

    fn word(&mut self) {
        let length = self.word_length(self.rest());
        let (word, after) = self.rest().split_at(length);
        if let Some(length) = self.raw_string(word, after) {
            return self.pass(length, Some(CodePart::Text));
        }
        let kind = self.kind(word, after);
        self.pass(length, kind);
    }

    /// The length of a string with letters before its quotation mark and without escapes: `r#"…"#`.
    fn raw_string(&self, word: &str, after: &str) -> Option<usize> {
        if !self.language.has(Habit::Lifetimes) || !matches!(word, "r" | "br") {
            return None;
        }
        let signs = after.len() - after.trim_start_matches('#').len();
        let inside = after[signs..].strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(signs));
        let end = inside.find(&close).map_or(inside.len(), |end| end + close.len());
        Some(word.len() + signs + 1 + end)
    }

    fn kind(&self, word: &str, after: &str) -> Option<CodePart> {
        let language = self.language;
        let lower = if language.has(Habit::AnyCase) { word.to_ascii_lowercase() } else { String::new() };
        let known = if language.has(Habit::AnyCase) { lower.as_str() } else { word };
        let is_listed = |list: &str| list.split(' ').any(|listed| listed == known);
        let is_member = matches!(self.before(), Some('.'));
        if !is_member && is_listed(language.constants) {
            return Some(CodePart::Number);
        }
        if !is_member && is_listed(language.keywords) {
            return Some(CodePart::Keyword);
        }
        if is_listed(language.types) {
            return Some(CodePart::Type);
        }
        if language.has(Habit::Commands) {
            return self.begins_command().then_some(CodePart::Name);
        }
        if language.has(Habit::Properties) && after.trim_start_matches(' ').starts_with(':') {
            return Some(CodePart::Name);
        }
        let is_macro = language.has(Habit::Lifetimes) && after.starts_with('!') && !after.starts_with("!=");
        if after.starts_with('(') || is_macro {
            return Some(CodePart::Name);
        }
        let begins = word.chars().next();
        (language.has(Habit::CapitalTypes) && begins.is_some_and(char::is_uppercase))
            .then_some(CodePart::Type)
    }

    /// Whether a word of a shell is the name of a command: at the beginning of a line, or behind a sign that begins one.
    fn begins_command(&self) -> bool {
        let line = self.code[..self.at].rsplit('\n').next().unwrap_or_default().trim_end();
        let words = ["then", "do", "else", "sudo", "!", "time", "exec"];
        (line.is_empty() && !self.follows_continued_line())
            || line.ends_with(['|', ';', '(', '`', '{'])
            || line.ends_with("&&")
            || line.rsplit([' ', '\t']).next().is_some_and(|last| words.contains(&last))
    }

    fn follows_continued_line(&self) -> bool {
        let above = self.code[..self.at].trim_end_matches([' ', '\t']);
        above.strip_suffix('\n').is_some_and(|above| above.ends_with('\\'))
    }
}

/// The length of a string. Without its closing mark it ends with the line, or with the code if it may span lines.
fn string(text: &str, quote: &Quote) -> usize {
    let mut escaped = false;
    let open = quote.open.len();
    for (at, letter) in text[open..].char_indices() {
        if !quote.spans_lines && letter == '\n' {
            return open + at;
        }
        if !escaped && text[open + at..].starts_with(quote.close) {
            return open + at + quote.close.len();
        }
        escaped = quote.has_escapes && !escaped && letter == '\\';
    }
    text.len()
}

/// The length of a character in quotation marks. None for a lifetime.
fn character(text: &str) -> Option<usize> {
    let inside = &text[1..];
    let mut letters = inside.char_indices();
    let (_, first) = letters.next()?;
    if first == '\\' {
        letters.next()?;
        let line = inside.lines().next().unwrap_or_default();
        return line.get(2..)?.find('\'').map(|end| end + 4);
    }
    match letters.next()? {
        (at, '\'') => Some(at + 2),
        _ => None,
    }
}
