//! Bytes to text: byte order marks, other encodings, NUL, invisible marks that turn text around.
use crate::model::{Diagnostic, SourcePath, Span, codes};

/// Remarks about one kind of fault in one file; a file full of it is one fault, not a thousand.
const MOST: usize = 20;

/// The text of a file and how many bytes stand before it (a byte order mark), or why there is none.
pub(super) fn text<'a>(
    file: &SourcePath,
    bytes: &'a [u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(&'a str, usize)> {
    // Without a branch, like `may_turn` below: every page passes here.
    let nul = bytes.iter().fold(0, |found, byte| found | u8::from(*byte == 0)) != 0;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || (nul && alternates(bytes)) {
        diagnostics.push(Diagnostic::new(codes::FILE_UTF16, Span::start_of(file)));
        return None;
    }
    let offset = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let text = match simdutf8::compat::from_utf8(&bytes[offset..]) {
        Ok(text) => text,
        Err(error) => {
            let at = offset + error.valid_up_to();
            let diagnostic = Diagnostic::new(codes::FILE_NOT_UTF8, Span::new(file, at, at + 1));
            diagnostics
                .push(diagnostic.arg("line", line(bytes, at)).arg("byte", format!("0x{:02X}", bytes[at])));
            return None;
        }
    };
    if nul {
        let at = bytes.iter().position(|byte| *byte == 0).unwrap_or_default();
        let diagnostic = Diagnostic::new(codes::FILE_NUL, Span::new(file, at, at + 1));
        diagnostics.push(diagnostic.arg("line", line(bytes, at)));
        return None;
    }
    if may_turn(bytes) {
        for (at, name) in turning_marks(text).take(MOST) {
            let span = Span::new(file, offset + at, offset + at + 3);
            diagnostics.push(Diagnostic::new(codes::FILE_BIDI_CONTROL, span).arg("character", name));
        }
    }
    Some((text, offset))
}

/// Number of the line, from 1, that holds a byte.
fn line(bytes: &[u8], at: usize) -> usize {
    bytes[..at].split(|byte| *byte == b'\n').count()
}

/// Whether every other byte at the beginning is NUL, as in UTF-16 without a mark.
fn alternates(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    let every_other =
        |first: usize| head.len() >= 4 && head.iter().skip(first).step_by(2).all(|byte| *byte == 0);
    every_other(0) || every_other(1)
}

/// Whether there may be a mark that turns text around; wrong only about the ellipsis. Without a branch, so that the
/// compiler looks at many bytes at once: every page passes here.
fn may_turn(bytes: &[u8]) -> bool {
    let (Some(second), Some(third)) = (bytes.get(1..), bytes.get(2..)) else { return false };
    let three = bytes.iter().zip(second).zip(third);
    let found = three.fold(0, |found, ((first, second), third)| {
        let mark = u8::from(*first == 0xe2) & u8::from(*second & 0xfe == 0x80);
        found | (mark & u8::from(third.wrapping_sub(0xa6) <= 8))
    });
    found != 0
}

/// The marks that reorder what a reader sees (U+202A to U+202E, U+2066 to U+2069), each with its place.
fn turning_marks(text: &str) -> impl Iterator<Item = (usize, String)> {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().filter(|(_, byte)| **byte == 0xe2).filter_map(|(at, _)| {
        let turning = match bytes.get(at + 1..at + 3)? {
            [0x80, last] => (0xaa..=0xae).contains(last),
            [0x81, last] => (0xa6..=0xa9).contains(last),
            _ => false,
        };
        let mark = turning.then(|| text[at..].chars().next()).flatten()?;
        Some((at, format!("U+{:04X}", u32::from(mark))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Arg;

    fn read(bytes: &[u8]) -> (Option<(&str, usize)>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        (text(&SourcePath::new("guide/a.md"), bytes, &mut diagnostics), diagnostics)
    }

    #[test]
    fn clean_text_passes_and_a_mark_is_dropped() {
        assert_eq!(read("été\r\n".as_bytes()), (Some(("été\r\n", 0)), vec![]));
        assert_eq!(read("\u{feff}a".as_bytes()), (Some(("a", 3)), vec![]));
        assert_eq!(read(b""), (Some(("", 0)), vec![]));
    }

    #[test]
    fn other_encodings_are_named() {
        let cases: [&[u8]; 4] = [b"\xff\xfea\0", b"\xfe\xff\0a", b"a\0b\0c\0", b"\0a\0b\0c"];
        for bytes in cases {
            let (text, diagnostics) = read(bytes);
            assert_eq!((text, diagnostics[0].code), (None, codes::FILE_UTF16), "{bytes:?}");
        }
        let (text, diagnostics) = read(b"a\ncaf\xe9\n");
        assert_eq!((text, diagnostics[0].code, diagnostics[0].span.start), (None, codes::FILE_NOT_UTF8, 5));
        assert_eq!(diagnostics[0].args, [("line", Arg::Number(2)), ("byte", Arg::from("0xE9"))]);
    }

    #[test]
    fn a_nul_is_an_error_at_its_place() {
        let (text, diagnostics) = read("é\nab\0c".as_bytes());
        assert_eq!((text, diagnostics[0].code, diagnostics[0].span.start), (None, codes::FILE_NUL, 5));
        assert_eq!(diagnostics[0].args, [("line", Arg::Number(2))]);
    }

    #[test]
    fn marks_that_turn_text_around_are_pointed_at() {
        let (text, diagnostics) = read("’a\u{202e}b\u{2066}".as_bytes());
        assert!(text.is_some());
        let starts: Vec<_> =
            diagnostics.iter().map(|diagnostic| (diagnostic.span.start, diagnostic.span.end)).collect();
        assert_eq!(starts, [(4, 7), (8, 11)]);
        assert_eq!(read("\u{202e}".repeat(50).as_bytes()).1.len(), MOST);
    }
}
