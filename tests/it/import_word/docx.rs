//! Small documents of Word.
use super::{docx, read};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

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
