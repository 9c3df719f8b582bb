//! The thesaurus that the settings name, in the format of `MyThes`:
//!
//! ```text
//! UTF-8
//! embauche|1
//! (Nom)|recrutement|engagement|embauchage (terme voisin)
//! ```
//!
//! The first line names the encoding. An entry has a word and the number of its meanings, each a line: the kind of word,
//! then words of that meaning.
use crate::model::{
    Diagnostic, Kept, Located, Noted, Settings, Source, SourcePath, Sources, Span, Thesaurus, WordGroup,
    codes,
};
use crate::stamp::{Stamp, Stamped, reuse};
use crate::text::nearest::nearest;
use std::borrow::Cow;
use std::sync::Arc;

/// The most diagnostics about one file.
const MOST: usize = 20;

/// Reads the file that the settings name; `before` is what was read the last time.
pub(in crate::parse) fn of_settings(
    settings: &Settings,
    sources: &Sources,
    before: Option<&Kept<Stamped<Thesaurus>>>,
) -> Option<Kept<Stamped<Thesaurus>>> {
    let written = settings.thesaurus.as_ref()?;
    let file = settings.thesaurus_file();
    let found = file.as_ref().and_then(|file| Some((file, sources.get(file)?)));
    let near = if file.is_none() || found.is_some() { None } else { nearest_file(written, sources) };
    let from = Stamp::of(&(written, found.map(|(_, source)| source.stamp), &near));
    Some(reuse(before, from, || {
        Arc::new(match found {
            Some((file, source)) => read(file, source),
            None => missing(written, file.is_none(), near.as_deref()),
        })
    }))
}

/// The file of the guide with the nearest name, without pages.
fn nearest_file(written: &Located<String>, sources: &Sources) -> Option<String> {
    let files = sources.keys().filter(|path| !path.is_page()).filter_map(SourcePath::in_guide);
    nearest(&written.value, files).map(str::to_owned)
}

fn missing(written: &Located<String>, is_outside: bool, near: Option<&str>) -> Noted<Stamped<Thesaurus>> {
    let code = if is_outside { codes::SEARCH_OUTSIDE_THESAURUS } else { codes::SEARCH_MISSING_THESAURUS };
    let diagnostic = Diagnostic::new(code, written.span.clone()).arg("file", written.value.as_str());
    Noted { value: Stamped::default(), diagnostics: vec![diagnostic.nearest(near)] }
}

/// A fault in the file: its cause, where it begins, and what the message shows of it.
struct Fault {
    cause: &'static str,
    at: usize,
    length: usize,
    text: String,
}

fn read(file: &SourcePath, source: &Source) -> Noted<Stamped<Thesaurus>> {
    let mut reader = EntryReader::default();
    let bytes = source.bytes();
    match Encoding::of_file(&bytes) {
        Ok((encoding, start)) => reader.lines(&bytes, start, encoding),
        Err(fault) => reader.faults.push(fault),
    }
    let EntryReader { thesaurus, faults, .. } = reader;
    let diagnostics = faults.into_iter().take(MOST).map(|Fault { cause, at, length, text }| {
        let span = Span::new(file, at, at + length);
        Diagnostic::new(codes::SEARCH_BAD_THESAURUS, span).arg("cause", cause).arg("text", text)
    });
    let diagnostics = diagnostics.collect();
    let value =
        if thesaurus.groups.is_empty() { Stamped::default() } else { Stamped::with(thesaurus, source.stamp) };
    Noted { value, diagnostics }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Latin1,
    Latin9,
}

impl Encoding {
    /// The encoding that the first line names, and where the next line begins.
    fn of_file(bytes: &[u8]) -> Result<(Self, usize), Fault> {
        let from = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
        let line = line_at(bytes, from);
        let name = String::from_utf8_lossy(line.trim_ascii()).into_owned();
        let letters = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        let encoding = match letters.to_ascii_uppercase().as_str() {
            "UTF8" => Self::Utf8,
            "ISO88591" | "LATIN1" => Self::Latin1,
            "ISO885915" | "LATIN9" => Self::Latin9,
            _ => {
                let text = name.chars().take(40).collect();
                return Err(Fault {
                    cause: "encoding",
                    at: from,
                    length: line.trim_ascii_end().len().min(40),
                    text,
                });
            }
        };
        Ok((encoding, from + line.len() + 1))
    }

    /// The text of a line; the position of the first byte that does not fit where the encoding is another.
    fn text(self, line: &[u8]) -> Result<Cow<'_, str>, usize> {
        if self == Self::Utf8 {
            return std::str::from_utf8(line).map(Cow::Borrowed).map_err(|error| error.valid_up_to());
        }
        let letter = |byte: &u8| match (self, byte) {
            (Self::Latin9, 0xa4) => '€',
            (Self::Latin9, 0xa6) => 'Š',
            (Self::Latin9, 0xa8) => 'š',
            (Self::Latin9, 0xb4) => 'Ž',
            (Self::Latin9, 0xb8) => 'ž',
            (Self::Latin9, 0xbc) => 'Œ',
            (Self::Latin9, 0xbd) => 'œ',
            (Self::Latin9, 0xbe) => 'Ÿ',
            _ => char::from(*byte),
        };
        match line.iter().position(|byte| (0x80..0xa0).contains(byte) || *byte == 0) {
            // Neither has letters there; such a file says UTF-8 wrongly, or not at all.
            Some(at) => Err(at),
            None => Ok(line.iter().map(letter).collect()),
        }
    }
}

/// The bytes from a position to the end of the line.
fn line_at(bytes: &[u8], from: usize) -> &[u8] {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

/// Reads entries line by line. After a line that is not understood, reading goes on at the next one that begins an entry.
#[derive(Default)]
struct EntryReader {
    thesaurus: Thesaurus,
    faults: Vec<Fault>,
    /// How many meanings of the last entry are still to come.
    left: usize,
    /// Where the last entry begins, and its length.
    entry: (usize, usize),
}

impl EntryReader {
    fn lines(&mut self, bytes: &[u8], start: usize, encoding: Encoding) {
        let mut at = start;
        while at < bytes.len() && self.faults.len() < MOST {
            let raw = line_at(bytes, at);
            let line = raw.strip_suffix(b"\r").unwrap_or(raw);
            match encoding.text(line) {
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => self.line(&text, at, line.len()),
                Err(offset) => {
                    let text = format!("0x{:02X}", line[offset]);
                    self.faults.push(Fault { cause: "byte", at: at + offset, length: 1, text });
                    return;
                }
            }
            at += raw.len() + 1;
        }
        self.end_entry();
    }

    fn line(&mut self, text: &str, at: usize, length: usize) {
        if self.left > 0 && text.starts_with(['(', '-', '|']) {
            self.left -= 1;
            if let Some(group) = self.thesaurus.groups.last_mut() {
                add_meaning(text, &mut group.meant);
            }
            return;
        }
        self.end_entry();
        let entry =
            text.rsplit_once('|').and_then(|(word, count)| Some((word.trim(), count.trim().parse().ok()?)));
        if let Some((word, count)) = entry.filter(|(word, _)| !word.is_empty()) {
            (self.left, self.entry) = (count, (at, length));
            let typed = vec![word.replace('_', " ")];
            self.thesaurus.groups.push(WordGroup { typed, meant: Vec::new() });
        } else {
            let text = text.chars().take(40).collect();
            self.faults.push(Fault { cause: "entry", at, length, text });
        }
    }

    /// Reports what the last entry lacks.
    fn end_entry(&mut self) {
        if self.left > 0 {
            let ((at, length), text) = (self.entry, self.left.to_string());
            self.faults.push(Fault { cause: "meanings", at, length, text });
            self.left = 0;
        }
    }
}

/// Adds the words of a meaning, without what stands in parentheses. Words of the opposite meaning are left out.
fn add_meaning(line: &str, meant: &mut Vec<String>) {
    for word in line.split('|').skip(1) {
        let (word, about) = word.split_once('(').unwrap_or((word, ""));
        let word = word.trim().replace('_', " ");
        if !(word.is_empty() || about.starts_with("anton") || meant.contains(&word)) {
            meant.push(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_bytes(bytes: &[u8]) -> Noted<Stamped<Thesaurus>> {
        read(&SourcePath::new("guide/th.dat"), &Source::new(bytes.to_vec()))
    }

    #[test]
    fn encodings_are_those_of_the_first_line() {
        let word = |bytes: &[u8]| read_bytes(bytes).value.groups.first().map(|group| group.meant.clone());
        for (bytes, expected) in [
            (&b"UTF-8\nemploi|1\n(Nom)|m\xc3\xa9tier|boulot\n"[..], ["m\u{e9}tier", "boulot"]),
            (b"ISO8859-1\r\nemploi|1\r\n(Nom)|m\xe9tier|boulot\r\n", ["m\u{e9}tier", "boulot"]),
            (b"ISO8859-15\nemploi|1\n-|\xbduvre|t\xe2che (anglais)\n", ["\u{153}uvre", "t\u{e2}che"]),
        ] {
            assert_eq!(word(bytes).unwrap_or_default(), expected);
            assert_eq!(read_bytes(bytes).diagnostics, []);
        }
        assert_eq!(word(b"UTF-8\nemploi|1\n(Nom)|m\xe9tier\n"), Some(Vec::new()));
    }

    #[test]
    fn parentheses_and_opposites_are_no_words() {
        let read = read_bytes(b"UTF-8\nhot|2\n(adj)|warm (similar term)|cold (antonym)\n(adj)|warm|spicy\n");
        assert_eq!(read.value.groups[0].meant, ["warm", "spicy"]);
    }
}
