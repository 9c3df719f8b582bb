//! The form of `tests/specs/*.md`: small guides in fenced blocks, and what Jalon says about each.
//!
//! Every `##` section is one case. A fence names its file after its language (`yaml guide/registry/roles.yaml`). In a
//! fence of the language `bytes`, line ends of the spec do not count, and `\n`, `\r`, `\t`, `\\`, `\xE9` (a byte) and
//! `\u{2066}` (a character) stand for what they name, in the name of the file too. After the blocks stands the list of
//! what is expected, each line with severity, code, place, and if wanted the text of the span and some arguments of the
//! message: `- error link/missing-page guide/a.md:3:8 «arivee.md» nearest: arrivee.md`; or `- nothing`.
use jalon::model::{Source, SourcePath, Sources};
use std::fmt;
use std::path::Path;

/// One section of a spec.
#[derive(Debug)]
pub(crate) struct Case {
    /// `links.md: A page that does not exist`
    pub(crate) name: String,
    /// The files it contains.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// The expected diagnostics, as written.
    pub(crate) expected: Vec<Finding>,
}

/// One diagnostic, as specs write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Severity, code and place: `error link/missing-page guide/a.md:3:8`.
    pub(crate) head: String,
    /// The text of the span, with `⏎` for line ends; none if the spec does not say.
    pub(crate) text: Option<String>,
    /// Which help is given, and arguments of the message, `nearest: arrivee.md`: all, or those that the spec names.
    pub(crate) args: Vec<String>,
}

impl Finding {
    /// The code.
    pub(crate) fn code(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    /// Whether an actual diagnostic is this one.
    pub(crate) fn admits(&self, made: &Self) -> bool {
        self.head == made.head
            && self.text.as_ref().is_none_or(|text| made.text.as_ref() == Some(text))
            && self.args.iter().all(|arg| made.args.contains(arg))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "- {}", self.head)?;
        self.text.as_ref().map_or(Ok(()), |text| write!(out, " «{text}» {}", self.args.join("; ")))
    }
}

/// The cases of all specs, in the order of their files.
pub(crate) fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the specs can be listed")
        .map(|entry| entry.expect("the specs can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().expect("files have names").to_string_lossy().into_owned();
        cases(&name, &std::fs::read_to_string(path).expect("specs are text"))
    };
    paths.iter().flat_map(read).collect()
}

/// The cases of one spec.
pub(crate) fn cases(file: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut nothing = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            let name = format!("{file}: {title}");
            cases.push(Case { name, files: Vec::new(), expected: Vec::new() });
            continue;
        }
        let ticks = line.len() - line.trim_start_matches('`').len();
        let Some(case) = cases.last_mut() else { continue };
        if ticks >= 3 {
            let block = lines.by_ref().take_while(|line| *line != line_of(ticks)).collect::<Vec<_>>();
            let (language, path) = line[ticks..].split_once(' ').unwrap_or((&line[ticks..], ""));
            assert!(!path.is_empty(), "{}: a block names its file", case.name);
            case.files.push(if language == "bytes" {
                let path = String::from_utf8(unescaped(path)).expect("names of files are text");
                (path, unescaped(&block.concat()))
            } else {
                (path.to_owned(), block.iter().flat_map(|line| [line, "\n"]).collect::<String>().into_bytes())
            });
        } else if line == "- nothing" {
            nothing.push(case.name.clone());
        } else if line.starts_with("- error ") || line.starts_with("- warning ") {
            case.expected.push(diagnostic(&line[2..]));
        }
    }
    for case in &cases {
        let none = nothing.contains(&case.name);
        assert!(none == case.expected.is_empty(), "{}: a list, or `- nothing`", case.name);
    }
    cases
}

/// The line that closes a fence.
fn line_of(ticks: usize) -> String {
    "`".repeat(ticks)
}

fn diagnostic(line: &str) -> Finding {
    let Some((head, rest)) = line.split_once(" «") else {
        return Finding { head: line.to_owned(), text: None, args: Vec::new() };
    };
    let (text, args) = rest.rsplit_once('»').unwrap_or_else(|| panic!("unclosed « in {line}"));
    let args = args.split("; ").map(|arg| arg.trim().to_owned()).filter(|arg| !arg.is_empty());
    Finding { head: head.to_owned(), text: Some(text.to_owned()), args: args.collect() }
}

/// The bytes of a text with escapes.
fn unescaped(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.extend(before.bytes());
        let mut letters = after.chars();
        let kind = letters.next().expect("an escape has a letter");
        rest = letters.as_str();
        match kind {
            'n' => out.push(b'\n'),
            'r' => out.push(b'\r'),
            't' => out.push(b'\t'),
            '\\' => out.push(b'\\'),
            'x' => {
                out.push(u8::from_str_radix(&rest[..2], 16).expect("two hexadecimal digits"));
                rest = &rest[2..];
            }
            'u' => {
                let (digits, after) = rest[1..].split_once('}').expect("a closed escape");
                let number = u32::from_str_radix(digits, 16).expect("hexadecimal digits");
                let letter = char::from_u32(number).expect("a character");
                out.extend(letter.encode_utf8(&mut [0; 4]).bytes());
                rest = after;
            }
            _ => panic!("no escape is called \\{kind}"),
        }
    }
    out.extend(rest.bytes());
    out
}

/// The sources of these files, with settings and a home page unless given, and with the default theme.
pub(crate) fn sources(files: &[(String, Vec<u8>)]) -> Sources {
    let mut sources = default_theme();
    for (path, text) in
        [("guide/jalon.yaml", "title: Guide\nlanguage: fr\n"), ("guide/index.md", "# Accueil\n")]
    {
        sources.insert(SourcePath::new(path), Source::new(text.as_bytes()));
    }
    for (path, bytes) in files {
        sources.insert(SourcePath::new(path.as_str()), Source::new(bytes.as_slice()));
    }
    sources
}

/// The files of `themes/default`.
fn default_theme() -> Sources {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = walkdir::WalkDir::new(home.join("themes/default")).into_iter();
    let files = files.map(|entry| entry.expect("the theme can be listed"));
    let files = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let inside = entry.path().strip_prefix(home).expect("it is below the package");
        let bytes = std::fs::read(entry.path()).expect("the theme can be read");
        (SourcePath::new(inside.to_string_lossy().replace('\\', "/")), Source::new(bytes))
    });
    files.collect()
}
