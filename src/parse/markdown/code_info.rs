//! What stands behind the fence of a block of code: `rust title="src/main.rs" {2,4-6}`.
//!
//! Options of other programs mean nothing here and are passed over, unless they mark lines or name a file, which Jalon writes
//! otherwise. What is meant for Jalon and cannot be understood is a mistake.
use crate::model::{Code, codes};
use crate::text::nearest::edits;
use std::ops::Range;

/// The highest number of a line.
const HIGHEST: u32 = 1_000_000;

/// Options by which other programs mark lines, and those by which they name a file.
const FOREIGN_LINES: [&str; 5] = ["hl_lines", "highlight_lines", "emphasize-lines", "highlight", "mark"];
const FOREIGN_TITLES: [&str; 3] = ["filename", "file", "name"];

/// What stands behind a fence. Ranges are bytes of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct CodeInfo<'a> {
    /// The name of the language, possibly empty.
    pub(super) language: String,
    /// The name of the file, possibly empty.
    pub(super) title: &'a str,
    /// Rows of lines to mark: first, last, and where they are written.
    pub(super) marked: Vec<(u32, u32, Range<usize>)>,
    pub(super) mistakes: Vec<InfoMistake>,
}

/// Words that are not understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct InfoMistake {
    pub(super) code: Code,
    pub(super) range: Range<usize>,
    pub(super) written: String,
    /// What to write, if only one thing can be meant.
    pub(super) instead: Option<String>,
}

impl<'a> CodeInfo<'a> {
    /// Reads the words behind a fence, without blanks around them.
    pub(super) fn read(text: &'a str) -> Self {
        let named = text.split([' ', '\t', ',', '{', ':']).next().unwrap_or_default();
        let mut info = Self::default();
        let mut at = if named.starts_with("title=") { 0 } else { named.len() };
        info.language = language(&named[..at]);
        if let Some(inner) = text.strip_prefix('{').and_then(|rest| rest.split('}').next()) {
            // `{.python .numberLines}` of pandoc and others.
            let class = inner.trim_start().strip_prefix('.');
            let class = class.and_then(|class| class.split(' ').next());
            info.language = class.map(language).unwrap_or_default();
        }
        while at < text.len() {
            at += info.option(text, at);
        }
        info
    }

    /// Reads what begins here and returns its length.
    fn option(&mut self, text: &'a str, at: usize) -> usize {
        let rest = &text[at..];
        let Some(letter) = rest.chars().next() else { return 1 };
        if letter == '{' {
            return self.braces(text, at);
        }
        if !letter.is_alphanumeric() {
            return letter.len_utf8();
        }
        let is_name = |letter: char| letter.is_alphanumeric() || "_-".contains(letter);
        let name = &rest[..rest.find(|letter| !is_name(letter)).unwrap_or(rest.len())];
        let word =
            rest.find(|letter: char| letter.is_whitespace() || ",{}".contains(letter)).unwrap_or(rest.len());
        let Some(value) = rest[name.len()..].strip_prefix('=') else {
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let is_behind_blank = text[..at].ends_with([' ', '\t']);
            if is_behind_blank && lines(&rest[..word]).is_some() {
                let instead = Some(format!("{{{}}}", &rest[..word]));
                self.mistake(codes::MARKDOWN_CODE_LINES, text, at..at + word, instead);
                return word;
            }
            return name.len().max(1);
        };
        let start = name.len() + 1;
        if value.starts_with('{') {
            return start + value.find('}').map_or(value.len(), |end| end + 1);
        }
        let quoted = value.chars().next().filter(|mark| matches!(mark, '"' | '\''));
        let inside = quoted.and_then(|mark| Some((&value[1..], value[1..].find(mark)?)));
        let (value, length) = match inside {
            Some((inside, end)) => (&inside[..end], start + end + 2),
            None if quoted.is_some() => (value, rest.len()),
            None => (&value[..(word - start.min(word)).min(value.len())], word.max(start)),
        };
        self.pair(text, at..at + length, (name, value), inside.is_some());
        length
    }

    /// Reads an option with a value.
    fn pair(&mut self, text: &'a str, range: Range<usize>, (name, value): (&str, &'a str), is_quoted: bool) {
        if name == "title" {
            let is_plain = !value.is_empty() && !value.contains(['"', '\'']);
            if is_quoted && !value.trim().is_empty() && self.title.is_empty() {
                self.title = value.trim();
            } else {
                let instead = (is_plain && !is_quoted).then(|| format!("title=\"{value}\""));
                self.mistake(codes::MARKDOWN_CODE_TITLE, text, range, instead);
            }
        } else if FOREIGN_LINES.contains(&name) {
            let written: Vec<&str> = value.split([' ', ',']).filter(|part| !part.is_empty()).collect();
            let written = written.join(",");
            let instead = lines(&written).map(|_| format!("{{{written}}}"));
            if instead.is_some() {
                self.mistake(codes::DIALECT_CODE_OPTION, text, range, instead);
            }
        } else if FOREIGN_TITLES.contains(&name) && !value.is_empty() && !value.contains(['"', '\'']) {
            self.mistake(codes::DIALECT_CODE_OPTION, text, range, Some(format!("title=\"{value}\"")));
        } else if is_quoted && edits(&name.to_lowercase(), "title") <= 2 && name.len() > 3 {
            self.mistake(codes::MARKDOWN_CODE_TITLE, text, range, Some(format!("title=\"{value}\"")));
        }
    }

    /// Reads lines in braces. Other words in braces are options of another program.
    fn braces(&mut self, text: &'a str, at: usize) -> usize {
        let inside = &text[at + 1..];
        let end = inside.find('}').unwrap_or(inside.len());
        let length = (end + 2).min(text.len() - at);
        let words = &inside[..end];
        match lines(words).filter(|_| end < inside.len()) {
            Some(rows) => {
                let marked = rows.into_iter().map(|(first, last)| (first, last, at..at + length));
                self.marked.extend(marked);
            }
            None if words
                .trim_start()
                .starts_with(|letter: char| letter.is_ascii_digit() || letter == '-') =>
            {
                self.mistake(codes::MARKDOWN_CODE_LINES, text, at..at + length, None);
            }
            // Options of another program stand inside.
            None => return 1,
        }
        length
    }

    fn mistake(&mut self, code: Code, text: &str, range: Range<usize>, instead: Option<String>) {
        let written = text[range.clone()].to_owned();
        self.mistakes.push(InfoMistake { code, range, written, instead });
    }
}

/// A name of a language as classes of HTML may have it.
fn language(name: &str) -> String {
    name.chars().filter(|letter| letter.is_ascii_alphanumeric() || "+-_#".contains(*letter)).collect()
}

/// The rows of lines in `2,4-6`. None if it is anything else.
fn lines(text: &str) -> Option<Vec<(u32, u32)>> {
    let number = |text: &str| {
        let text = text.trim();
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|number| is_number && (1..=HIGHEST).contains(number))
    };
    let row = |part: &str| match part.split_once('-') {
        Some((first, last)) => Some((number(first)?, number(last)?)).filter(|(first, last)| first <= last),
        None => number(part).map(|line| (line, line)),
    };
    text.split(',').map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Code, place and what to write instead.
    type Told<'a> = (&'static str, &'a str, Option<String>);

    fn read(text: &str) -> (String, &str, Vec<(u32, u32)>, Vec<Told<'_>>) {
        let info = CodeInfo::read(text);
        let rows = info.marked.iter().map(|(first, last, _)| (*first, *last)).collect();
        let mistakes = info.mistakes.into_iter();
        let mistakes = mistakes.map(|found| (found.code.name, &text[found.range], found.instead)).collect();
        (info.language, info.title, rows, mistakes)
    }

    #[test]
    fn language_file_and_lines_stand_in_any_order() {
        let whole = ("rust".to_owned(), "src/main.rs", vec![(2, 2), (4, 6)], Vec::new());
        assert_eq!(read("rust title=\"src/main.rs\" {2,4-6}"), whole);
        assert_eq!(read("rust {2,4-6} title=\"src/main.rs\""), whole);
        assert_eq!(read("rust{2, 4-6} title='src/main.rs'"), whole);
        assert_eq!(read("title=\"a.txt\"").1, "a.txt");
        assert_eq!(read("").0, "");
    }

    #[test]
    fn options_of_other_programs_are_passed_over() {
        for (text, language) in [
            ("rust,ignore", "rust"),
            ("rust,should_panic,edition2021", "rust"),
            ("rust no_run ignore", "rust"),
            ("jsx live noInline showLineNumbers", "jsx"),
            ("js:line-numbers {1}", "js"),
            ("ts twoslash", "ts"),
            ("ts [nuxt.config.ts]", "ts"),
            ("{.python .numberLines startFrom=\"100\"}", "python"),
            ("{ .yaml .annotate }", "yaml"),
            ("{python}", ""),
            ("{r, echo=FALSE}", ""),
            ("go {linenos=table,linenostart=199}", "go"),
            ("js {1} ins={4} del={5} \"words\" /regex/ frame=\"none\" wrap collapse={1-5}", "js"),
            ("rust,linenos,hide_lines=2-7", "rust"),
            ("py linenums=\"1\" style=\"x\"", "py"),
            ("c++ tab=\"Linux\"", "c++"),
            ("yaml # a comment", "yaml"),
            ("python 3.12", "python"),
            ("bash exec=\"1\" source=\"above\"", "bash"),
        ] {
            let (found, _, _, mistakes) = read(text);
            assert_eq!((found.as_str(), mistakes), (language, Vec::new()), "{text}");
        }
    }

    #[test]
    fn what_is_meant_for_jalon_and_not_understood_is_told() {
        let lines = "markdown/code-lines";
        for text in ["{0}", "{6-4}", "{2,,4}", "{2-}", "{-3}", "{2;4}", "{9999999}", "{2,4"] {
            assert_eq!(read(&format!("rust {text}")).3, [(lines, text, None)], "{text}");
        }
        assert_eq!(read("rust 2,4-6").3, [(lines, "2,4-6", Some("{2,4-6}".to_owned()))]);
        let title = "markdown/code-title";
        for (text, instead) in [
            ("title=a.rs", Some("title=\"a.rs\"")),
            ("title=\"a.rs", None),
            ("title=\"\"", None),
            ("titre=\"a.rs\"", Some("title=\"a.rs\"")),
            ("Title=\"a.rs\"", Some("title=\"a.rs\"")),
        ] {
            assert_eq!(
                read(&format!("rust {text}")).3,
                [(title, text, instead.map(str::to_owned))],
                "{text}"
            );
        }
        assert_eq!(read("rust title=\"a\" title=\"b\"").3, [(title, "title=\"b\"", None)]);
    }

    #[test]
    fn marks_of_other_programs_are_told_with_ours() {
        for (text, mark, instead) in [
            ("py hl_lines=\"2 4-6\"", "hl_lines=\"2 4-6\"", "{2,4-6}"),
            ("rust,linenos,hl_lines=3-4", "hl_lines=3-4", "{3-4}"),
            ("js filename=\"a.js\"", "filename=\"a.js\"", "title=\"a.js\""),
        ] {
            let told = [("dialect/code-option", mark, Some(instead.to_owned()))];
            assert_eq!(read(text).3, told, "{text}");
        }
    }
}
