//! Scripts of the default theme with short names inside: constants, variables, functions and parameters that no other file
//! sees.
//!
//! A name is shortened where it is declared in the script and never stands where it may be that of a property. All its
//! places get the same new name, which the script does not hold, so that scopes do not matter. A script with anything that
//! is not read here is left as it is.
use crate::stamp::{KeySet, Table};

/// Words that are never names of variables.
const RESERVED: [&str; 47] = [
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "constructor",
    "continue",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "from",
    "function",
    "get",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "set",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "arguments",
];

/// Words with a parenthesis behind that begins no parameters.
const BEFORE_CONDITION: [&str; 5] = ["if", "for", "while", "switch", "with"];

/// What stands before a name that parameters or a pattern declare.
const BEFORE_PARAMETER: [&str; 6] = ["(", "[", "{", ",", "...", ":"];

/// Signs beside which a space means nothing.
const TIGHT: &str = "=<>(){}[],;:?&|*!";

#[derive(Clone, Copy, PartialEq, Eq)]
enum ScriptPartKind {
    /// Spaces and ends of lines.
    Blank,
    Name,
    /// A text, a number or a regular expression.
    Literal,
    Sign,
}

#[derive(Clone, Copy)]
struct ScriptPart<'a> {
    kind: ScriptPartKind,
    text: &'a str,
}

/// The script with short names and without spaces that mean nothing; none if something in it is not understood.
pub(super) fn shorten(script: &str) -> Option<String> {
    let all = pieces(script)?;
    let bare: Vec<ScriptPart<'_>> =
        all.iter().copied().filter(|piece| piece.kind != ScriptPartKind::Blank).collect();
    let names = new_names(&bare)?;
    let mut out = String::with_capacity(script.len());
    let is_tight = |piece: Option<&ScriptPart<'_>>| {
        piece.is_none_or(|piece| {
            piece.kind == ScriptPartKind::Sign && piece.text.starts_with(|sign| TIGHT.contains(sign))
        })
    };
    for (at, piece) in all.iter().enumerate() {
        match piece.kind {
            ScriptPartKind::Blank if piece.text.contains('\n') => out.push('\n'),
            ScriptPartKind::Blank => {
                if !(is_tight(all[..at].last()) || is_tight(all.get(at + 1))) {
                    out.push(' ');
                }
            }
            ScriptPartKind::Name => out.push_str(names.get(piece.text).map_or(piece.text, String::as_str)),
            ScriptPartKind::Literal | ScriptPartKind::Sign => out.push_str(piece.text),
        }
    }
    Some(out)
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// Cuts a script into its parts without comments; none for templates with expressions, and for texts without an end.
fn pieces(script: &str) -> Option<Vec<ScriptPart<'_>>> {
    let mut found: Vec<ScriptPart<'_>> = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            _ if first.is_whitespace() => {
                (ScriptPartKind::Blank, rest.find(|other: char| !other.is_whitespace()))
            }
            '/' if rest.starts_with("//") => (ScriptPartKind::Blank, rest.find('\n')),
            '/' if rest.starts_with("/*") => (ScriptPartKind::Blank, Some(rest.find("*/")? + 2)),
            '/' if may_begin_pattern(&found) => (ScriptPartKind::Literal, Some(pattern_length(rest)?)),
            '"' | '\'' | '`' => (ScriptPartKind::Literal, Some(quote_length(rest, first)?)),
            _ if first.is_ascii_digit() => {
                (ScriptPartKind::Literal, rest.find(|other: char| !(is_name(other) || other == '.')))
            }
            _ if is_name(first) => (ScriptPartKind::Name, rest.find(|other| !is_name(other))),
            _ => {
                let long = ["...", "=>", "?."].into_iter().find(|sign| rest.starts_with(sign));
                (ScriptPartKind::Sign, Some(long.map_or(first.len_utf8(), str::len)))
            }
        };
        let (text, after) = rest.split_at(length.unwrap_or(rest.len()));
        if !(kind == ScriptPartKind::Blank && text.starts_with('/')) {
            found.push(ScriptPart { kind, text });
        }
        rest = after;
    }
    Some(found)
}

/// Whether a slash begins a regular expression here: it does not divide what stands before.
fn may_begin_pattern(before: &[ScriptPart<'_>]) -> bool {
    before.iter().rfind(|piece| piece.kind != ScriptPartKind::Blank).is_none_or(|piece| match piece.kind {
        ScriptPartKind::Sign => ![")", "]", "}"].contains(&piece.text),
        _ => piece.text == "return",
    })
}

/// The length of a regular expression with its flags.
fn pattern_length(text: &str) -> Option<usize> {
    let (mut in_class, mut is_escaped) = (false, true);
    for (at, letter) in text.char_indices() {
        match letter {
            '\n' => return None,
            // The slash at the beginning is as good as one behind a backslash.
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => {
                let flags = text[at + 1..].find(|other| !is_name(other));
                return Some(flags.map_or(text.len(), |length| at + 1 + length));
            }
            _ => {}
        }
    }
    None
}

/// The length of a text in quotes; none if it has no end or holds an expression.
fn quote_length(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' if quote == '`' && text[..at].ends_with('$') => return None,
            _ if letter == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// New names, the shortest for those that stand most often.
fn new_names<'a>(pieces: &[ScriptPart<'a>]) -> Option<Table<&'a str, String>> {
    let mut counts: Table<&str, usize> = Table::default();
    for piece in pieces.iter().filter(|piece| piece.kind == ScriptPartKind::Name) {
        *counts.entry(piece.text).or_default() += 1;
    }
    let kept = not_only_variables(pieces)?;
    let declared = declared(pieces)?;
    let mut names: Vec<&str> =
        declared.into_iter().filter(|name| name.len() > 1 && !kept.contains(name)).collect();
    names.sort_unstable_by_key(|name| (std::cmp::Reverse(counts[name]), *name));
    let letters = || ('a'..='z').chain('A'..='Z');
    let one = letters().map(String::from);
    let two = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let free = one
        .chain(two)
        .filter(|name| !counts.contains_key(name.as_str()) && !RESERVED.contains(&name.as_str()));
    Some(names.into_iter().zip(free).collect())
}

/// Names that stand where they may be those of properties, and reserved words; none if brackets do not match.
fn not_only_variables<'a>(pieces: &[ScriptPart<'a>]) -> Option<KeySet<&'a str>> {
    let mut kept: KeySet<&str> = RESERVED.into_iter().collect();
    let mut open = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece.text {
            "(" | "[" | "{" if piece.kind == ScriptPartKind::Sign => open.push(piece.text),
            ")" | "]" | "}" if piece.kind == ScriptPartKind::Sign => {
                open.pop()?;
            }
            _ => {}
        }
        if piece.kind != ScriptPartKind::Name {
            continue;
        }
        let before = at.checked_sub(1).map_or("", |at| pieces[at].text);
        let after = pieces.get(at + 1).map_or("", |piece| piece.text);
        let in_braces = open.last() == Some(&"{");
        let is_member = in_braces && ["{", ","].contains(&before) && [",", "}", "=", ":"].contains(&after);
        let is_method = in_braces && after == "(" && before != "function" && has_body(pieces, at + 1);
        if [".", "?."].contains(&before) || is_member || is_method {
            kept.insert(piece.text);
        }
    }
    open.is_empty().then_some(kept)
}

/// Whether a block follows the parenthesis that opens here.
fn has_body(pieces: &[ScriptPart<'_>], open: usize) -> bool {
    closing(pieces, open).is_some_and(|end| pieces.get(end + 1).is_some_and(|after| after.text == "{"))
}

/// Where the bracket that opens here is closed.
fn closing(pieces: &[ScriptPart<'_>], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, piece) in
        pieces.iter().enumerate().skip(open).filter(|(_, piece)| piece.kind == ScriptPartKind::Sign)
    {
        match piece.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The names that the script declares.
fn declared<'a>(pieces: &[ScriptPart<'a>]) -> Option<KeySet<&'a str>> {
    let mut found = KeySet::default();
    for (at, piece) in pieces.iter().enumerate() {
        let Some(next) = pieces.get(at + 1) else { break };
        let before = at.checked_sub(1).map(|at| pieces[at]);
        match (piece.kind, piece.text) {
            (ScriptPartKind::Name, "const" | "let" | "function" | "class")
                if next.kind == ScriptPartKind::Name =>
            {
                found.insert(next.text);
            }
            (ScriptPartKind::Name, "const" | "let") => add_pattern(pieces, at + 1, &mut found)?,
            (ScriptPartKind::Name, _) if next.text == "=>" => {
                found.insert(piece.text);
            }
            (ScriptPartKind::Sign, "(") => {
                let end = closing(pieces, at)?;
                let follows = pieces.get(end + 1).map_or("", |after| after.text);
                let is_condition = before.is_none_or(|before| {
                    before.kind != ScriptPartKind::Name || BEFORE_CONDITION.contains(&before.text)
                });
                if follows == "=>" || (follows == "{" && !is_condition) {
                    add_pattern(pieces, at, &mut found)?;
                }
            }
            _ => {}
        }
    }
    Some(found)
}

/// Adds the names that parameters or a pattern in brackets declare.
fn add_pattern<'a>(pieces: &[ScriptPart<'a>], open: usize, found: &mut KeySet<&'a str>) -> Option<()> {
    let end = closing(pieces, open)?;
    let mut at = open + 1;
    while at < end {
        let piece = pieces[at];
        match piece.text {
            // A value that is given where there is none.
            "(" => at = closing(pieces, at)?,
            _ if piece.kind == ScriptPartKind::Name && BEFORE_PARAMETER.contains(&pieces[at - 1].text) => {
                found.insert(piece.text);
            }
            _ => {}
        }
        at += 1;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn names_of_variables_are_shortened_and_those_of_properties_stay() {
        for (script, short) in [
            ("const word = 1;\nlet other = word + 2;", "const a=1;\nlet b=a + 2;"),
            (
                "function go(first, { second, third: more }) { return first.go(more, second); }",
                "function go(a,{second,third:b}){return a.go(b,second);}",
            ),
            (
                "const list = [1]; list.map((one) => ({ one, list: list[0] }));",
                "const list=[1];list.map((one)=>({one,list:list[0]}));",
            ),
            ("const text = \"text\" + 'text' + `text`;", "const a=\"text\" + 'text' + `text`;"),
            ("const parts = a.split(/[/ ]parts/g); // parts\nparts;", "const b=a.split(/[/ ]parts/g);\nb;"),
            (
                "class Found { look(word) { return word - -word; } } new Found();",
                "class b{look(a){return a - -a;}}new b();",
            ),
            (
                "if (document) { for (const [from, to = max(from, document)] of all) use(from, to); }",
                "if(document){for(const[from,a=max(from,document)]of all)use(from,a);}",
            ),
        ] {
            assert_eq!(shorten(script).as_deref(), Some(short));
        }
        for odd in ["`${word}`", "\"word", "(word", "const a = /word", ")"] {
            assert_eq!(shorten(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_new_name_is_one_that_the_script_does_not_hold() {
        assert_eq!(shorten("const word = a; b(word)").as_deref(), Some("const c=a;b(c)"));
    }
}
