//! `jalon import` of documents of word processors, with the program itself. `tests/import/word/make.py` made the documents.
use crate::support::TODAY;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const DOCUMENTS: [&str; 4] = ["library.docx", "library.odt", "office.docx", "office.odt"];

/// The folder of the documents.
fn documents() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/word")
}

fn jalon(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(arguments)
        .args(["--today", TODAY])
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

/// Imports a document of the folder, and gives all texts of the guide and the report.
fn imported(name: &str, folder: &Path, options: &[&str]) -> String {
    let source = documents().join(name);
    let source = source.to_str().expect("the path is text");
    let done = jalon(folder, &[&["import", source, "guide-of-it", "--lang", "fr"], options].concat());
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    texts(&folder.join("guide-of-it"))
}

/// The texts below a folder, each behind its name, and the names of other files.
fn texts(folder: &Path) -> String {
    let mut out = String::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.expect("the folder can be listed");
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).expect("it is below the folder").display();
            let is_text = entry.path().extension().is_some_and(|ending| ending == "md" || ending == "yaml");
            let text =
                if is_text { fs::read_to_string(entry.path()).expect("it is text") } else { String::new() };
            write!(out, "===== {name}\n{text}").expect("writing to a string cannot fail");
        }
    }
    out
}

#[test]
fn the_guides_of_the_documents() {
    for name in DOCUMENTS {
        let folder = tempfile::tempdir().expect("a folder is made");
        let made = imported(name, folder.path(), &[]);
        let expected = documents().join(format!("{name}.expected"));
        if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
            fs::write(&expected, &made).expect("it is written");
        }
        let expected = fs::read_to_string(&expected).expect("the expected guide is there");
        assert_eq!(
            made, expected,
            "{name}: if it is meant, run with SNAPSHOTS=overwrite and read the difference"
        );
        let again = tempfile::tempdir().expect("a folder is made");
        assert_eq!(imported(name, again.path(), &[]), made, "{name}: twice the same");
    }
}

#[test]
fn no_word_is_lost() {
    for name in DOCUMENTS {
        let folder = tempfile::tempdir().expect("a folder is made");
        let text = imported(name, folder.path(), &["--split", "2"]).replace('\\', "");
        let marks = ["<sub>", "</sub>", "<sup>", "</sup>", "*", "~"];
        let there = words(&marks.iter().fold(text, |text, mark| text.replace(mark, "")));
        let bytes = fs::read(documents().join(name)).expect("the document is read");
        let source = words(&source_text(&bytes));
        assert!(source.len() > 150, "{name}: the test reads the text");
        let lost: Vec<_> = source
            .iter()
            .filter(|(word, count)| there.get(*word).copied().unwrap_or(0) < **count)
            .map(|(word, count)| format!("{word}: {count} → {}", there.get(word).copied().unwrap_or(0)))
            .collect();
        assert!(lost.is_empty(), "{name}: {lost:#?}");
    }
}

/// How often each word stands in a text.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// All text of a document, read without the importer's code.
fn source_text(bytes: &[u8]) -> String {
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
        if is_read {
            let mut xml = String::new();
            zip.by_name(&name).expect("it is there").read_to_string(&mut xml).expect("it is text");
            out.push_str(&xml_text(&xml, is_odt));
            out.push(' ');
        }
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

#[test]
fn the_only_errors_are_those_of_the_source() {
    for name in DOCUMENTS {
        for split in ["none", "1", "2"] {
            let folder = tempfile::tempdir().expect("a folder is made");
            imported(name, folder.path(), &["--split", split]);
            let guide = folder.path().join("guide-of-it");
            let checked = jalon(&guide, &["check", "--format", "short", "--lang", "en"]);
            let said = String::from_utf8_lossy(&checked.stdout).into_owned();
            let errors: Vec<&str> = said.lines().filter(|line| line.contains(" error[")).collect();
            assert!(!said.trim().is_empty(), "{name}: the placeholders are told");
            assert!(errors.iter().all(|line| line.contains("image/no-alt")), "{name} {split}: {errors:#?}");
            let built = jalon(&guide, &["build"]);
            assert_ne!(built.status.code(), Some(101), "{name}");
        }
    }
}

#[test]
fn headings_become_pages_down_to_the_level_that_is_asked_for() {
    let pages = |split: &str| {
        let folder = tempfile::tempdir().expect("a folder is made");
        let text = imported("library.odt", folder.path(), &["--split", split]);
        let names = text.lines().filter_map(|line| line.strip_prefix("===== guide/"));
        names.filter(|name| name.ends_with(".md")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(pages("none"), ["index.md"]);
    assert_eq!(pages("1"), ["1-avant-l-arrivee.md", "2-le-premier-jour.md", "index.md"]);
    let deep = pages("2");
    assert!(deep.contains(&"1-avant-l-arrivee/1-les-pieces-a-fournir.md".to_owned()), "{deep:?}");
    assert!(deep.contains(&"2-le-premier-jour/index.md".to_owned()), "{deep:?}");
}

/// An archive of these files.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file is begun");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    zip.finish().expect("the archive is whole").into_inner()
}

/// A DOCX with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!("<w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>");
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<Relationships/>"),
        ("word/document.xml", &document),
    ])
}

/// What the import of a hostile file says, after it left nothing behind.
fn refused(name: &str, bytes: &[u8], language: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder is made");
    fs::write(folder.path().join(name), bytes).expect("it is written");
    let done = jalon(folder.path(), &["import", name, "made", "--lang", language]);
    assert_eq!(done.status.code(), Some(2), "{name}: {}", String::from_utf8_lossy(&done.stdout));
    let left: Vec<_> = fs::read_dir(folder.path()).expect("it can be listed").collect();
    assert_eq!(left.len(), 1, "{name}: nothing is left but the source");
    String::from_utf8_lossy(&done.stderr).into_owned()
}

#[test]
fn what_is_no_document_is_named_in_both_languages() {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let ole = |name: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 600], wide(name)].concat();
    let whole = docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>");
    let laughs = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><w>&b;</w>";
    let hostile = archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<R/>"),
        ("word/document.xml", laughs),
    ]);
    let broken = archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<R/>"),
        ("word/document.xml", "<a><b></a>"),
    ]);
    let lacking = archive(&[("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<R/>")]);
    let encrypted = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<x/>"),
        (
            "META-INF/manifest.xml",
            "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
    ]);
    let deep = docx(&("<w:tbl><w:tr><w:tc>".repeat(200) + &"</w:tc></w:tr></w:tbl>".repeat(200)));
    let sheet =
        archive(&[("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<R/>"), ("xl/workbook.xml", "<x/>")]);
    let cases: [(&str, &[u8], &str, &str); 14] = [
        ("guide.doc", &ole("WordDocument"), "DOC", "DOC"),
        ("guide.docx", &ole("EncryptedPackage"), "mot de passe", "password"),
        ("guide.odt", &encrypted, "mot de passe", "password"),
        ("guide.rtf", b"{\\rtf1 a}", "RTF", "RTF"),
        ("guide.pdf", b"%PDF-1.7 ...", "PDF", "PDF"),
        ("page.docx", b"<html><body>a</body></html>", "HTML", "HTML"),
        ("table.docx", &sheet, "XLSX", "XLSX"),
        ("noise.docx", b"\x01\x02\x03", "traitement de texte", "word processor"),
        ("half.docx", &whole[..whole.len() / 2], "ne peut pas", "cannot be read"),
        ("empty.docx", b"", "ne peut pas", "cannot be read"),
        ("laughs.docx", &hostile, "DOCTYPE", "DOCTYPE"),
        ("broken.docx", &broken, "word/document.xml", "word/document.xml"),
        ("lacking.docx", &lacking, "word/document.xml", "word/document.xml"),
        ("deep.docx", &deep, "256", "256"),
    ];
    for (name, bytes, french, english) in cases {
        for (language, word) in [("fr", french), ("en", english)] {
            let said = refused(name, bytes, language);
            assert!(said.contains(word) && said.contains(name), "{name}: {said}");
        }
    }
}

#[test]
fn a_bomb_is_refused() {
    let bomb = docx(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(70 << 20)));
    assert!(bomb.len() < 1 << 20, "it is small: {}", bomb.len());
    let said = refused("bomb.docx", &bomb, "en");
    assert!(said.contains("more than is read"), "{said}");
    let many = docx(&"<w:p/>".repeat(4_100_000));
    let said = refused("many.docx", &many, "en");
    assert!(said.contains("more than is read"), "{said}");
}

/// Imports bytes and gives the texts.
pub(crate) fn read(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder is made");
    fs::write(folder.path().join(name), bytes).expect("it is written");
    let done = jalon(folder.path(), &["import", name, "made", "--lang", "en", "--language", "en"]);
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    texts(&folder.path().join("made"))
}

#[test]
fn the_bytes_say_what_a_file_is() {
    let text = read("guide.odt", &docx("<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p>"));
    assert!(text.contains("Bonjour") && text.contains("the content is that of a .docx file"), "{text}");
}

#[test]
fn ten_thousand_pictures_and_tables_in_tables() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut relations = String::new();
    let mut body = String::new();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for at in 0..10_000 {
        write!(relations, "<Relationship Id='r{at}' Type='{space}/image' Target='media/{at}.png'/>")
            .expect("it is written");
        write!(
            body,
            "<w:p><w:r><w:pict><v:shape alt='plan'><v:imagedata r:id='r{at}'/></v:shape></w:pict></w:r></w:p>"
        )
        .expect("it is written");
        zip.start_file(format!("word/media/{at}.png"), SimpleFileOptions::default())
            .expect("a file is begun");
        zip.write_all(b"\x89PNG").expect("it is written");
    }
    body += &"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>niveau</w:t></w:r></w:p>".repeat(70);
    body += &"</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>".repeat(70);
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let files = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", "<Relationships/>".to_owned()),
        ("word/_rels/document.xml.rels", format!("<Relationships>{relations}</Relationships>")),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w='{main}' xmlns:r='{space}' xmlns:v='urn:schemas-microsoft-com:vml'><w:body>{body}</w:body></w:document>"
            ),
        ),
    ];
    for (name, text) in files {
        zip.start_file(name, SimpleFileOptions::default()).expect("a file is begun");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    let bytes = zip.finish().expect("the archive is whole").into_inner();
    let text = read("guide.docx", &bytes);
    assert_eq!(text.matches("===== guide/images/plan").count(), 10_000);
    assert!(text.matches("niveau").count() >= 70);
}

/// A file of the documents, as a check that they are small.
#[test]
fn the_documents_are_small() {
    for name in DOCUMENTS {
        let size =
            File::open(documents().join(name)).and_then(|file| file.metadata()).expect("it is there").len();
        assert!(size < 60_000, "{name}: {size}");
    }
}

#[test]
fn lists_to_choose_from_formulas_and_typed_boxes() {
    let mark =
        |kind: &str, data: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'>{data}</w:fldChar></w:r>");
    let list = "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Matin'/><w:listEntry w:val='Soir'/></w:ddList></w:ffData>";
    let code = "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>";
    let choice = format!("<w:p>{}{code}{}</w:p>", mark("begin", list), mark("end", ""));
    let math = "xmlns:m='http://purl.oclc.org/ooxml/officeDocument/math'";
    let run = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let formula = format!(
        "<w:p><m:oMath {math}><m:f><m:num>{}</m:num><m:den>{}</m:den></m:f><m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup></m:oMath></w:p>",
        run("a+b"),
        run("2"),
        run("x"),
        run("n")
    );
    let boxes = "<w:p><w:r><w:t>[ ] Sign it</w:t></w:r></w:p><w:p><w:r><w:t>[x] Send it</w:t></w:r></w:p>";
    let text = read("form.docx", &docx(&format!("{choice}{formula}{boxes}")));
    for part in ["\nSoir\n", "Matin / Soir", "(a+b)/2x^n", "- [ ] Sign it\n- [x] Send it\n"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}
