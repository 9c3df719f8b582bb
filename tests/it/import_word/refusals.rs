//! What is no document of a word processor, and what does harm.
use super::{archive, docx, jalon};
use std::fs;

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
