//! What a file is, by its bytes: a name may be wrong.
use super::archive::WordArchive;
use super::refusal::WordRefusal;
use crate::import::source::paths::{ends_with, is_markdown};
use crate::model::{ForeignKind, ForeignTree};

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum WordFormat {
    /// Office Open XML, as Word writes it.
    Docx,
    /// `OpenDocument` Text, as `LibreOffice` writes it.
    Odt,
}

impl WordFormat {
    /// The ending of names.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Docx => ".docx",
            Self::Odt => ".odt",
        }
    }
}

/// The name and the kind of the document that a tree consists of; none where it is something else.
pub(in crate::import) fn recognise(tree: &ForeignTree) -> Option<(String, ForeignKind)> {
    let (name, bytes) = lone_document(tree)?;
    let is_odt = bytes.get(..200).unwrap_or(bytes).windows(12).any(|part| part == b"opendocument");
    Some((name.to_owned(), if is_odt { ForeignKind::Odt } else { ForeignKind::Docx }))
}

/// The file that a tree consists of, unless it is a text.
pub(super) fn lone_document(tree: &ForeignTree) -> Option<(&str, &[u8])> {
    let (name, _) = tree.files.iter().next().filter(|_| tree.files.len() == 1)?;
    let is_text = is_markdown(name) || ends_with(name, ".txt");
    let bytes = tree.bytes(name).filter(|_| !is_text)?;
    Some((name, bytes))
}

/// What files of other kinds begin with.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xffWPC", "WordPerfect"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
];

/// The format of a document that is an open archive, or why it is not read.
pub(super) fn format_of(archive: &mut WordArchive<'_>) -> Result<WordFormat, WordRefusal> {
    let mimetype = archive.xml("mimetype")?.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned());
    match mimetype.as_deref() {
        Some(kind) if kind.starts_with("application/vnd.oasis.opendocument.text") => {
            return Ok(WordFormat::Odt);
        }
        Some(kind) if kind.contains("opendocument.spreadsheet") => return other("ODS"),
        Some(kind) if kind.contains("opendocument.presentation") => return other("ODP"),
        Some("application/epub+zip") => return other("EPUB"),
        _ => {}
    }
    if archive.has("_rels/.rels") && archive.has("[Content_Types].xml") {
        let kinds = [("xl/workbook.xml", "XLSX"), ("ppt/presentation.xml", "PPTX")];
        return kinds
            .iter()
            .find(|(part, _)| archive.has(part))
            .map_or(Ok(WordFormat::Docx), |(_, kind)| other(kind));
    }
    if archive.has("Index/Document.iwa") {
        return other("Pages");
    }
    if archive.has("content.xml") && archive.has("META-INF/manifest.xml") {
        return Ok(WordFormat::Odt);
    }
    other("ZIP")
}

fn other(kind: &'static str) -> Result<WordFormat, WordRefusal> {
    Err(WordRefusal::OtherKind(kind))
}

/// Whether bytes are an archive; else why the file is not read.
pub(super) fn must_be_archive(bytes: &[u8]) -> Result<(), WordRefusal> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Err(WordRefusal::OtherKind(kind));
    }
    // The older container of Office: a protected document, or one of Word 97 to 2003.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let holds = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        let refusal =
            if holds("EncryptedPackage") { WordRefusal::Encrypted } else { WordRefusal::OtherKind("DOC") };
        return Err(refusal);
    }
    let start: Vec<u8> = bytes.iter().take(400).map(u8::to_ascii_lowercase).collect();
    let has = |text: &[u8]| start.windows(text.len()).any(|window| window == text);
    let kind = if has(b"<html") || has(b"<!doctype html") {
        "HTML"
    } else if has(b"office:document") {
        "FODT"
    } else if has(b"<?xml") {
        "XML"
    } else if bytes.is_empty() {
        return Err(WordRefusal::BrokenArchive("0 bytes".to_owned()));
    } else {
        "?"
    };
    Err(WordRefusal::OtherKind(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_are_named() {
        let kind = |bytes: &[u8]| must_be_archive(bytes).unwrap_err();
        assert_eq!(kind(b"%PDF-1.7"), WordRefusal::OtherKind("PDF"));
        assert_eq!(kind(b"{\\rtf1"), WordRefusal::OtherKind("RTF"));
        assert_eq!(kind(b"<html><head>"), WordRefusal::OtherKind("HTML"));
        assert_eq!(kind(b"bonjour"), WordRefusal::OtherKind("?"));
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let ole = |name| [b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), wide(name)].concat();
        assert_eq!(kind(&ole("WordDocument")), WordRefusal::OtherKind("DOC"));
        assert_eq!(kind(&ole("EncryptedPackage")), WordRefusal::Encrypted);
        assert_eq!(kind(b""), WordRefusal::BrokenArchive("0 bytes".to_owned()));
    }
}
