//! Every word of a document stands in the guide or in the report.
use super::{DOCUMENTS, documents, imported};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

#[test]
fn no_word_is_lost() {
    for name in DOCUMENTS {
        let folder = tempfile::tempdir().expect("a folder is made");
        let made = imported(name, folder.path(), &["--split", "2"]);
        let bytes = fs::read(documents().join(name)).expect("the document is read");
        let source = words(&source_text(&bytes));
        assert!(source.len() > 150, "{name}: the test reads the text");
        let lost = lost(&source, &made);
        assert!(lost.is_empty(), "{name}: {lost:#?}");
    }
}

/// The words of a source that stand less often in the texts of a guide and its report.
pub(super) fn lost(source: &BTreeMap<String, usize>, made: &str) -> Vec<String> {
    let marks = ["<sub>", "</sub>", "<sup>", "</sup>", "*", "~", "\\"];
    let there = words(&marks.iter().fold(made.to_owned(), |text, mark| text.replace(mark, "")));
    let count = |word: &String| there.get(word).copied().unwrap_or(0);
    let lost = source.iter().filter(|(word, wanted)| count(word) < **wanted);
    lost.map(|(word, wanted)| format!("{word}: {wanted} → {}", count(word))).collect()
}

/// How often each word stands in a text.
pub(super) fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// All text of a document, read without the importer's code.
pub(super) fn source_text(bytes: &[u8]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    let names: Vec<String> =
        zip.file_names().map(|name| name.expect("names are text").into_owned()).collect();
    let is_odt = names.iter().any(|name| name == "content.xml");
    let mut out = String::new();
    for name in names {
        let is_read = match name.as_str() {
            "content.xml" | "styles.xml" => is_odt,
            name => {
                let parts = ["document", "header", "footer", "footnotes", "endnotes", "comments"];
                let is_part =
                    |part: &&str| name.strip_prefix("word/").is_some_and(|name| name.starts_with(part));
                !is_odt && name.ends_with(".xml") && parts.iter().any(is_part)
            }
        };
        let mut bytes = Vec::new();
        zip.by_name(&name).expect("it is there").read_to_end(&mut bytes).expect("it is whole");
        let text = || String::from_utf8(bytes.clone()).expect("it is text");
        if is_read {
            out.push_str(&xml_text(&text(), is_odt));
        } else if name.starts_with("word/chunks/") {
            out.push_str(&if bytes.starts_with(b"PK") { source_text(&bytes) } else { chunk_text(&text()) });
        }
        out.push(' ');
    }
    out
}

/// The text of a file of XML: of ODF all but what describes changes and styles, of OOXML that of text elements.
fn xml_text(xml: &str, is_odt: bool) -> String {
    let skipped = [
        "text:note-citation",
        "mc:Fallback",
        "w:moveFrom",
        "dc:date",
        "meta:date-string",
        "office:automatic-styles",
        "office:styles",
        "svg:desc",
        "svg:title",
    ];
    let read = ["w:t", "w:delText", "m:t"];
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    let mut out = String::new();
    loop {
        let mut add = |text: &str, open: &[String]| {
            let is_skipped = open.iter().any(|name| skipped.contains(&name.as_str()));
            let is_text = is_odt || open.last().is_some_and(|name| read.contains(&name.as_str()));
            if is_text && !is_skipped {
                out.push_str(text);
            }
        };
        match reader.read_event().expect("it is XML") {
            Event::Start(start) => {
                let name = start.name().0.to_owned();
                if ["w:p", "text:p", "text:h", "text:note", "office:annotation"].contains(&name.as_str()) {
                    out.push(' ');
                }
                open.push(name);
            }
            Event::Empty(empty) => {
                let name = empty.name().0;
                if matches!(name, "w:tab" | "w:br" | "w:cr" | "text:s" | "text:tab" | "text:line-break") {
                    out.push(' ');
                }
            }
            Event::End(end) => {
                open.pop();
                if matches!(
                    end.name().0,
                    "w:p" | "w:del" | "text:p" | "text:h" | "dc:creator" | "text:note-citation"
                ) {
                    out.push(' ');
                }
            }
            Event::Text(text) => add(&text.xml10_content().replace('\u{ad}', ""), &open),
            Event::Eof => return out,
            _ => {}
        }
    }
}

/// The words of an embedded text: what is no tag of HTML, no sign of RTF and no head of mail.
fn chunk_text(text: &str) -> String {
    let body = if text.starts_with("MIME") { &text[text.find('<').expect("HTML begins")..] } else { text };
    let body = body.split("\n--").next().expect("a text has a part");
    let mut out = String::new();
    let mut rest = body;
    while let Some(at) = rest.find(['<', '\\']) {
        out.push_str(&rest[..at]);
        let is_tag = rest[at..].starts_with('<');
        let end = rest[at..].find(if is_tag { ['>', '>'] } else { [' ', '}'] }).expect("it ends");
        rest = &rest[at + end + 1..];
        out.push(' ');
    }
    out + rest
}
