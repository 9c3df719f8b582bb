//! `jalon import` of documents of word processors, with the program itself. `tests/import/word/make.py` made the documents.
//!
//! `words`: no word of them is lost. `docx` and `odt`: small documents of each format; `embedded`: documents in a document.
//! `refusals`: what is no document, or does harm.
mod docx;
mod embedded;
mod odt;
mod refusals;
mod words;

use crate::support::TODAY;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

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

/// An archive of these files.
fn archive<T: AsRef<[u8]>>(files: &[(&str, T)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file is begun");
        zip.write_all(bytes.as_ref()).expect("it is written");
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

/// Imports bytes and gives the texts.
pub(crate) fn read(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder is made");
    fs::write(folder.path().join(name), bytes).expect("it is written");
    let done = jalon(folder.path(), &["import", name, "made", "--lang", "en", "--language", "en"]);
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    texts(&folder.path().join("made"))
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

/// A file of the documents, as a check that they are small.
#[test]
fn the_documents_are_small() {
    for name in DOCUMENTS {
        let size =
            File::open(documents().join(name)).and_then(|file| file.metadata()).expect("it is there").len();
        assert!(size < 60_000, "{name}: {size}");
    }
}
