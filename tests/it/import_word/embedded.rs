//! Documents in a document: `w:altChunk`.
use super::words::{lost, source_text, words};
use super::{archive, read};
use std::fmt::Write as _;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A DOCX that embeds these files, one of them twice where it stands twice; `more` are files beside them, each with its kind.
fn holding(words: &str, chunks: &[(&str, Vec<u8>)], more: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut relations = String::new();
    let mut body = format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    for (at, (name, _)) in chunks.iter().enumerate() {
        write!(relations, "<Relationship Id='c{at}' Type='{OFFICE}/aFChunk' Target='chunks/{name}'/>")
            .expect("it is written");
        write!(body, "<w:altChunk r:id='c{at}'/>").expect("it is written");
    }
    for (at, (name, kind, _)) in more.iter().enumerate() {
        write!(relations, "<Relationship Id='m{at}' Type='{OFFICE}/{kind}' Target='{name}'/>")
            .expect("it is written");
        if *kind == "image" {
            write!(body, "<w:p><w:r><w:pict><v:shape alt='Le plan'><v:imagedata r:id='m{at}'/></v:shape></w:pict></w:r></w:p>").expect("it is written");
        } else {
            body += "<w:p><w:r><w:t>Avec note</w:t><w:footnoteReference w:id='2'/></w:r></w:p>";
        }
    }
    body += "<w:p><w:r><w:t>La fin</w:t></w:r></w:p>";
    let document = format!(
        "<w:document xmlns:w='{MAIN}' xmlns:r='{OFFICE}' xmlns:v='urn:schemas-microsoft-com:vml'><w:body>{body}</w:body></w:document>"
    );
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut files: Vec<(String, Vec<u8>)> = [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<Relationships/>"),
        ("word/_rels/document.xml.rels", &relations),
        ("word/document.xml", &document),
    ]
    .map(|(name, text)| (name.to_owned(), text.into()))
    .into();
    files.extend(chunks.iter().map(|(name, bytes)| (format!("word/chunks/{name}"), bytes.clone())));
    files.dedup_by(|file, before| file.0 == before.0);
    files.extend(more.iter().map(|(name, _, bytes)| (format!("word/{name}"), bytes.to_vec())));
    let files: Vec<(&str, &Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    archive(&files)
}

/// A DOCX that embeds another one, each with a footnote, the deeper one with a picture.
fn nested() -> Vec<u8> {
    let note = format!(
        "<w:footnotes xmlns:w='{MAIN}'><w:footnote w:id='2'><w:p><w:r><w:t>Texte au pied</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let deepest = holding(
        "Au plus profond",
        &[],
        &[("footnotes.xml", "footnotes", note.as_bytes()), ("media/p.png", "image", b"\x89PNG")],
    );
    holding(
        "Au milieu",
        &[("deep.docx", deepest)],
        &[("footnotes.xml", "footnotes", note.replace("pied", "bas").as_bytes())],
    )
}

#[test]
fn the_words_of_embedded_documents_stay() {
    let html = "<html><body><h2>Titre de page</h2><p>Un mot <b>gras</b> et <a href=\"https://a.fr/\">un lien</a>.</p><ul><li>premier</li><li>second</li></ul>\
                <table><tr><th>Nom</th><th>Poste</th></tr><tr><td>Ada</td><td>12 34</td></tr></table></body></html>";
    let mail = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n{}\n--b--\n",
        html.replace("Titre", "Entête")
    );
    let chunks = [
        ("page.html", html.into()),
        ("page.mht", mail.into_bytes()),
        ("notes.txt", "Une ligne\nUne autre *ligne*\n".into()),
        ("old.rtf", b"{\\rtf1 {\\b Un vieux} texte\\par Encore un}".to_vec()),
        ("inner.docx", nested()),
        ("data.bin", b"\x01\0\x02".to_vec()),
    ];
    let bytes = holding("Au dehors", &chunks[..5], &[]);
    let made = read("guide.docx", &bytes);
    let lost = lost(&words(&source_text(&bytes)), &made);
    assert!(lost.is_empty(), "{lost:#?}\n{made}");
    for part in [
        "[un lien](https://a.fr/)",
        "**gras**",
        "- premier\n- second\n",
        "| Nom | Poste |\n|---|---|\n| Ada | 12 34 |",
        "\nUne autre \\*ligne\\*\n",
        "![Le plan](images/le-plan.png)",
        "Texte au pied",
        "the words of “RTF: word/chunks/old.rtf” stand here",
    ] {
        assert!(made.contains(part), "{part}\n{made}");
    }
    let made = read("guide.docx", &holding("Seul", &chunks[5..], &[]));
    assert!(made.contains("cannot be read (`word/chunks/data.bin`)"), "{made}");
}

#[test]
fn documents_in_documents_end() {
    let mut bytes = holding("Niveau 0", &[], &[]);
    for level in 1..8 {
        bytes = holding(&format!("Niveau {level}"), &[("next.docx", bytes)], &[]);
    }
    let made = read("guide.docx", &bytes);
    let shown = (0..8).filter(|level| made.contains(&format!("Niveau {level}"))).count();
    assert_eq!(shown, 4, "{made}");
    assert!(made.contains("cannot be read (`word/chunks/next.docx`)"), "{made}");
}

/// Changes a byte of what the table of an archive says about a file.
fn patched(mut bytes: Vec<u8>, name: &str, at: usize) -> Vec<u8> {
    const LENGTH_OF_HEAD: usize = 46;
    let found = bytes.windows(name.len()).rposition(|part| part == name.as_bytes()).expect("it is there");
    bytes[found - LENGTH_OF_HEAD + at] ^= 1;
    bytes
}

#[test]
fn an_embedded_document_that_cannot_be_read_is_told_and_the_rest_stays() {
    const FLAGS: usize = 8;
    const CHECKSUM: usize = 16;
    let page = |text: &str| format!("<p>{text}</p>").into_bytes();
    let chunks = [("bad.html", page("Mauvais")), ("good.html", page("Bon"))];
    let name = "word/chunks/bad.html";
    let large = [("bad.html", vec![b' '; (64 << 20) + 1]), ("good.html", page("Bon"))];
    for bytes in [
        patched(holding("Au dehors", &chunks, &[]), name, CHECKSUM),
        patched(holding("Au dehors", &chunks, &[]), name, FLAGS),
        holding("Au dehors", &large, &[]),
    ] {
        let made = read("guide.docx", &bytes);
        assert!(made.contains(&format!("cannot be read (`{name}`)")), "{made}");
        assert!(!made.contains("Mauvais"), "{made}");
        for part in ["Au dehors", "\nBon\n", "La fin"] {
            assert!(made.contains(part), "{part}\n{made}");
        }
    }
}

#[test]
fn a_document_that_is_embedded_twice_stands_once() {
    let page = ("page.html", b"<p>Une fois</p>".to_vec());
    let made = read("guide.docx", &holding("Au dehors", &[page.clone(), page], &[]));
    assert_eq!(made.matches("Une fois").count(), 1, "{made}");
    assert!(!made.contains("cannot be read"), "{made}");
}
