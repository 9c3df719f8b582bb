//! Texts that are embedded in a document and are no documents of a word processor themselves.
//!
//! `html` reads HTML, `mail` finds it in a web page that is saved in one file (MHT), `rtf` reads the words of RTF. Plain text is
//! paragraphs.
mod html;
mod mail;
mod rtf;

use super::finding::{WordFinding, WordFindingKind};
use super::text::{WordBlock, WordParagraph, WordText};
use crate::import::rich::RichRun;
use crate::import::source::files::decode;
use crate::import::source::paths::ends_with;

/// What an embedded file is, by its bytes and its name; none where it is no text.
pub(super) fn read(name: &str, bytes: &[u8]) -> Option<(&'static str, WordText)> {
    if bytes.starts_with(b"{\\rtf") {
        return Some(("RTF", paragraphs(&rtf::words(bytes))));
    }
    if let Some(mail) = mail::text(bytes) {
        let text = if mail.is_html {
            html::read(&decode(&mail.bytes).0)
        } else {
            paragraphs(&decode(&mail.bytes).0)
        };
        return Some(("MHT", text));
    }
    // A zero is in no text but that of two bytes a letter.
    if bytes.contains(&0) && !bytes.starts_with(b"\xff\xfe") && !bytes.starts_with(b"\xfe\xff") {
        return None;
    }
    let (text, _) = decode(bytes);
    let begins = text.get(..text.floor_char_boundary(1000)).unwrap_or_default().to_ascii_lowercase();
    let is_named = [".htm", ".html", ".xhtml"].iter().any(|ending| ends_with(name, ending));
    if is_named || ["<html", "<!doctype html", "<body", "<p>", "<div"].iter().any(|tag| begins.contains(tag))
    {
        return Some(("HTML", html::read(&text)));
    }
    // The XML of a program is no text for people.
    (!begins.trim_start().starts_with("<?xml")).then(|| ("TXT", paragraphs(&text)))
}

/// HTML as it is.
pub(super) fn html(text: &str) -> WordText {
    html::read(text)
}

fn finding(kind: WordFindingKind, block: usize, text: String) -> WordFinding {
    WordFinding { kind, block, text }
}

/// A paragraph for each line.
fn paragraphs(text: &str) -> WordText {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraph = |line: &str| {
        WordBlock::Paragraph(WordParagraph { runs: vec![RichRun::text(line)], ..WordParagraph::default() })
    };
    WordText { blocks: lines.map(paragraph).collect(), ..WordText::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rich::plain;

    /// The words of the paragraphs.
    pub(super) fn words(text: &WordText) -> Vec<String> {
        let words = |block: &WordBlock| match block {
            WordBlock::Paragraph(paragraph) => plain(&paragraph.runs),
            WordBlock::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks);
                format!("{:?}", cells.collect::<Vec<_>>())
            }
            WordBlock::Framed(_) => String::new(),
        };
        text.blocks.iter().map(words).collect()
    }

    #[test]
    fn the_bytes_say_what_a_text_is() {
        let kind =
            |name: &str, bytes: &[u8]| read(name, bytes).map(|(kind, text)| (kind, words(&text).join("|")));
        let found = |kind, words: &str| Some((kind, words.to_owned()));
        assert_eq!(kind("a.txt", b"\xe9t\xe9\r\n\r\nfin"), found("TXT", "été|fin"));
        assert_eq!(kind("a.htm", b"un &eacute;t&eacute;"), found("HTML", "un été"));
        assert_eq!(kind("a.bin", b"<HTML><p>a<p>b"), found("HTML", "a|b"));
        assert_eq!(kind("a.rtf", b"{\\rtf1 a\\par b}"), found("RTF", "a|b"));
        assert_eq!(kind("a.bin", b"\x01\0\x02"), None);
        let mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>l=C3=A9=\r\nger</p>\r\n--x--\r\n";
        assert_eq!(kind("a.mht", mail), found("MHT", "léger"));
    }
}
