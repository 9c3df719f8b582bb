//! Files in the form that Typst writes, intact and broken.
use super::*;

/// A file of these objects. Streams include their own ends.
fn file(objects: &[&str]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let end = format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1);
    out.extend(end.into_bytes());
    out
}

/// A page with one private link, tagged as the label of a list item.
fn page(address: &str) -> Vec<u8> {
    file(&[
        "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>",
        &format!("<</Type/Annot/Subtype/Link/Rect[10 20 22 32]/StructParent 0/A<</S/URI/URI({address})>>>>"),
        "<</Type/StructTreeRoot/K[6 0 R]>>",
        "<</S/L/P 5 0 R/K[7 0 R]>>",
        "<</S/LI/P 6 0 R/K[8 0 R]>>",
        "<</S/Lbl/P 7 0 R/K[9 0 R]>>",
        "<</S/Link/P 8 0 R/K[<</Type/OBJR/Obj 4 0 R/Pg 3 0 R>>]>>",
        "<</Length 4>>\nstream\nabc\r\nendstream",
    ])
}

const ASKED: &str = r#"x-form:{"kind": "check", "name": "/a/#b", "tip": "A \(b\)"}"#;

fn font() -> Font {
    let metrics =
        FontMetrics { ascent: 900, descent: -200, capital: 700, bounding_box: [0, -200, 1000, 900] };
    Font::new("Letters".to_owned(), b"not read here", metrics, |_| 500)
}

#[test]
fn a_private_link_becomes_a_field() {
    let mut read = PdfFile::read(&page(ASKED)).expect("it is read");
    let requests = request::find(&read).expect("it is found");
    tags::retag(&mut read, &requests).expect("it is tagged");
    widget::put(&mut read, &requests, &font()).expect("it is put");
    let field = read.dict(4).expect("the field");
    assert!(field.is_name("Subtype", "Widget") && field.is_name("FT", "Btn"));
    assert_eq!(field.get("T"), Some(&value::PdfValue::text("/a/#b")));
    assert_eq!(field.get("TU"), Some(&value::PdfValue::text("A (b)")));
    assert!(read.dict(9).expect("its tag").is_name("S", "Form"));
    assert!(read.dict(6).and_then(|list| list.get("A")).is_some(), "the list has squares for marks");
    assert!(with_fields(&page(ASKED), &font()).expect("it is written").starts_with(b"%PDF-1.7"));
}

#[test]
fn a_box_may_be_ticked_to_begin_with() {
    for (more, state) in [(r#", "ticked": true"#, "On"), (r#", "ticked": false"#, "Off"), ("", "Off")] {
        let mut read = PdfFile::read(&page(&ASKED.replace('}', &format!("{more}}}")))).expect("it is read");
        let requests = request::find(&read).expect("it is found");
        widget::put(&mut read, &requests, &font()).expect("it is put");
        let field = read.dict(4).expect("the field");
        assert!(field.is_name("V", state) && field.is_name("AS", state), "{more}");
    }
}

#[test]
fn what_typst_does_not_write_is_refused() {
    let whole = String::from_utf8(page(ASKED)).expect("it is text");
    for (from, to) in [
        ("startxref", "startxreg"),
        ("trailer", "trailed"),
        ("/Size", "/Prev"),
        ("00000 n", "00001 n"),
        ("3 0 obj", "8 0 obj"),
        ("endstream", "endstreak"),
        ("/StructParent 0", "/StructParenr 0"),
        ("/Rect[10 20 22 32]", "/Rect[10 20 10 32]"),
        ("/Rect[10 20 22 32]", "/Rect[10 20 22 aa]"),
        ("/S/Link", "/S/Lino"),
        ("check", "radio"),
        ("/a/#b", "/a.#b"),
        ("/Root 1", "/Root 4"),
    ] {
        assert!(whole.contains(from), "{from}");
        // The bytes that are read last stand at the end, so the last occurrence is changed.
        let at = whole.rfind(from).expect("it is there");
        let broken = format!("{}{to}{}", &whole[..at], &whole[at + from.len()..]);
        assert!(with_fields(broken.as_bytes(), &font()).is_err(), "{from} → {to}");
    }
}

#[test]
fn a_broken_file_never_stops_the_program() {
    let whole = page(ASKED);
    let font = font();
    let mut refused = 0;
    for at in 0..whole.len() {
        refused += usize::from(with_fields(&whole[..at], &font).is_err());
        for byte in [0, b' ', b'9', b'<', b'>', b'(', b')', b'/', b'[', 0xFF] {
            let mut broken = whole.clone();
            broken[at] = byte;
            refused += usize::from(with_fields(&broken, &font).is_err());
        }
    }
    assert!(refused > whole.len() * 4, "{refused} refused of {}", whole.len() * 11);
}
