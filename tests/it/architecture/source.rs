//! Reads the Rust files of `src/`: their lines, their tokens and their comments, without what is compiled for tests only.
use crate::support::{files_below, text_of};

/// A file of `src/`.
#[derive(Debug)]
pub(super) struct SourceFile {
    /// The path below `src/`.
    pub(super) path: String,
    /// The code as identifiers, `::` and single characters; literals are left out.
    pub(super) tokens: Vec<String>,
    /// The comments: the line each block begins on, and its text without the slashes.
    pub(super) comments: Vec<(usize, String)>,
}

impl SourceFile {
    /// The path of the module in the crate: `["output", "html"]` for `output/html/mod.rs`.
    pub(super) fn module(&self) -> Vec<String> {
        let stem = self.path.trim_end_matches(".rs");
        let stem = stem.strip_suffix("/mod").unwrap_or(stem);
        if stem == "lib" { Vec::new() } else { stem.split('/').map(str::to_owned).collect() }
    }
}

/// The files of `src/` that are part of the program.
pub(super) fn source_files() -> Vec<SourceFile> {
    let paths = files_below("src").into_iter().filter(|path| path.ends_with(".rs"));
    let paths = paths.map(|path| path["src/".len()..].to_owned()).filter(|path| !is_test_file(path));
    paths
        .map(|path| {
            let text = text_of(format!("src/{path}"));
            let (tokens, comments) = tokenize(&text);
            SourceFile { path, tokens: without_tests(&tokens), comments }
        })
        .collect()
}

/// The top-level module that a file belongs to.
pub(super) fn top_module(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// The lines of code of each file with their numbers, without lines that are comments.
pub(crate) fn code_lines() -> Vec<(String, Vec<(usize, String)>)> {
    let paths = files_below("src").into_iter().filter(|path| path.ends_with(".rs"));
    let paths = paths.map(|path| path["src/".len()..].to_owned()).filter(|path| !is_test_file(path));
    paths
        .map(|path| {
            let text = text_of(format!("src/{path}"));
            let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let lines = product.lines().enumerate().map(|(index, line)| (index + 1, line.to_owned()));
            let lines = lines.filter(|(_, line)| !line.trim_start().starts_with("//")).collect();
            (path, lines)
        })
        .collect()
}

/// Whether a file holds nothing but tests or what they need.
fn is_test_file(path: &str) -> bool {
    ["tests.rs", "_test.rs", "_tests.rs", "fixture.rs"].iter().any(|ending| path.ends_with(ending))
        || path.contains("/tests/")
}

/// The tokens and the comments of a file. Comments of consecutive lines are one block.
fn tokenize(text: &str) -> (Vec<String>, Vec<(usize, String)>) {
    let mut tokens = Vec::new();
    let mut comments: Vec<(usize, String)> = Vec::new();
    let mut last_comment_line = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => {
                let length = rest.find('\n').unwrap_or(rest.len());
                let line = text[..text.len() - rest.len()].matches('\n').count() + 1;
                let words = rest[..length].trim_start_matches(['/', '!']).trim();
                match comments.last_mut().filter(|_| last_comment_line + 1 == line) {
                    Some((_, block)) => {
                        block.push('\n');
                        block.push_str(words);
                    }
                    None => comments.push((line, words.to_owned())),
                }
                last_comment_line = line;
                length
            }
            '"' => string_length(rest),
            'r' | 'b' if raw_string_length(rest).is_some() => raw_string_length(rest).unwrap_or(1),
            '\'' => quote_length(rest),
            _ if first.is_alphanumeric() || first == '_' => {
                let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let length = end.unwrap_or(rest.len());
                tokens.push(rest[..length].to_owned());
                length
            }
            ':' if rest.starts_with("::") => {
                tokens.push("::".to_owned());
                2
            }
            _ => {
                if !first.is_whitespace() {
                    tokens.push(first.to_string());
                }
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    (tokens, comments)
}

/// The length of the string literal that a text begins with.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of the raw string literal that a text begins with, if it does.
fn raw_string_length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = inside.len() - inside.trim_start_matches('#').len();
    let body = inside[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let before = text.len() - body.len();
    Some(body.find(&end).map_or(text.len(), |at| before + at + end.len()))
}

/// The length of the character literal, or of the apostrophe of a lifetime, that a text begins with.
fn quote_length(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let from = at + escaped.len_utf8();
            text[from..].find('\'').map_or(text.len(), |end| from + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// The tokens without the items below `#[cfg(test)]` and without modules inside a file: `model/code.rs` has the only one,
/// a list of constants.
fn without_tests(tokens: &[String]) -> Vec<String> {
    let marker = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_marked = tokens[at..].iter().take(marker.len()).eq(marker.iter());
        let is_module = tokens[at] == "mod" && tokens.get(at + 2).is_some_and(|token| token == "{");
        if is_marked {
            at = item_end(tokens, at + marker.len());
        } else if is_module {
            at = item_end(tokens, at);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// The index behind the item that begins at an index.
fn item_end(tokens: &[String], from: usize) -> usize {
    let visibility = ["pub", "(", "crate", "super", ")"];
    let keyword = tokens[from..].iter().find(|token| !visibility.contains(&token.as_str()));
    let is_import = keyword.is_some_and(|token| token == "use");
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" if depth == 1 && !is_import => return at + 1,
            "}" | ")" | "]" => depth = depth.saturating_sub(1),
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}
