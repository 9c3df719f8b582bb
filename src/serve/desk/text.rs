//! The text of a file as an editor shows it, and back: a text field has one kind of line end and no byte order mark.
use super::merge;
use std::collections::BTreeMap;

/// The mark at the beginning of some files.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file for a text field; none if it is not UTF-8.
pub(super) fn shown(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes.strip_prefix(MARK).unwrap_or(bytes)).ok()?;
    Some(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() })
}

/// The bytes of a file that held `before`, with this text: lines that stay keep their ends, others have the most
/// frequent one.
pub(super) fn restored(before: &[u8], text: &str) -> Vec<u8> {
    let mark = if before.starts_with(MARK) { MARK } else { b"" };
    let old = std::str::from_utf8(&before[mark.len()..]).unwrap_or_default();
    if !old.contains('\r') {
        return [mark, text.as_bytes()].concat();
    }
    let ends = ends(old);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for end in &ends {
        *counts.entry(end).or_default() += 1;
    }
    let usual = counts.iter().max_by_key(|(_, count)| **count).map_or("\n", |(end, _)| *end);
    let (shown, lines) = (shown(before).unwrap_or_default(), merge::lines(text));
    let partners = merge::partners(&merge::lines(&shown), &lines);
    let mut out = mark.to_vec();
    for (line, partner) in lines.iter().zip(partners) {
        match line.strip_suffix('\n') {
            Some(bare) => {
                let end = partner.and_then(|at| ends.get(at)).copied().unwrap_or(usual);
                // Behind a lone `\r`, the end of an empty line must not become a part of the end before.
                let is_joined = bare.is_empty() && end == "\n" && out.ends_with(b"\r");
                let end = if is_joined { "\r\n" } else { end };
                out.extend([bare.as_bytes(), end.as_bytes()].concat());
            }
            None => out.extend_from_slice(line.as_bytes()),
        }
    }
    out
}

/// The end of each line that has one.
fn ends(text: &str) -> Vec<&str> {
    let mut ends = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\n']) {
        let length = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
        ends.push(&rest[at..at + length]);
        rest = &rest[at + length..];
    }
    ends
}

/// How many bytes are counted at once.
const STRIDE: usize = 4096;

/// Places in a file as a text field numbers them: in UTF-16 units of the text that it shows.
pub(super) struct Units<'a> {
    bytes: &'a [u8],
    /// How many units stand before each multiple of [`STRIDE`].
    before: Vec<usize>,
}

impl<'a> Units<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut units = Self { bytes, before: vec![0] };
        for start in (0..bytes.len()).step_by(STRIDE) {
            let sum = units.before.last().copied().unwrap_or_default();
            units.before.push(sum + units.count(start, (start + STRIDE).min(bytes.len())));
        }
        units
    }

    /// The place of a byte.
    pub(super) fn at(&self, byte: u32) -> usize {
        let byte = (byte as usize).min(self.bytes.len());
        let stride = byte / STRIDE;
        self.before[stride] + self.count(stride * STRIDE, byte)
    }

    fn count(&self, from: usize, to: usize) -> usize {
        let skipped = if self.bytes.starts_with(MARK) { MARK.len() } else { 0 };
        let units = |at: usize| match self.bytes[at] {
            _ if at < skipped => 0,
            b'\r' if self.bytes.get(at + 1) == Some(&b'\n') => 0,
            0x80..=0xbf => 0,
            0xf0.. => 2,
            _ => 1,
        };
        (from..to).map(units).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn line_ends_and_the_mark_stay() {
        let before = "\u{feff}un\r\ndeux\ntrois\r\nquatre\r".as_bytes();
        let text = shown(before).unwrap();
        assert_eq!(text, "un\ndeux\ntrois\nquatre\n");
        assert_eq!(restored(before, &text), before);
        let after = restored(before, "zéro\nun\ndeux\ntrois!\nquatre\nfin");
        assert_eq!(String::from_utf8(after).unwrap(), "\u{feff}zéro\r\nun\r\ndeux\ntrois!\r\nquatre\rfin");
        assert_eq!(restored(b"a\nb", "a\nc"), b"a\nc");
        assert_eq!(shown(b"\xff"), None);
    }

    #[test]
    fn places_are_those_of_the_text_field() {
        let text = format!("\u{feff}é\r\n😀{}X", "ab\r\n".repeat(3000));
        let at = text.find('X').unwrap();
        let shown = shown(text.as_bytes()).unwrap();
        let wanted = shown[..shown.find('X').unwrap()].encode_utf16().count();
        assert_eq!(Units::new(text.as_bytes()).at(u32::try_from(at).unwrap()), wanted);
        assert_eq!(Units::new(text.as_bytes()).at(u32::MAX), wanted + 1);
        assert_eq!((Units::new(b"").at(0), Units::new(b"").at(9)), (0, 0));
    }

    proptest! {
        #[test]
        fn a_text_that_stays_gives_the_same_bytes(text in "(\u{feff})?[aé\r\n]{0,40}", new in "[ab\n]{0,20}") {
            let before = text.as_bytes();
            let same = shown(before).unwrap();
            prop_assert_eq!(restored(before, &same), before);
            prop_assert_eq!(shown(&restored(before, &new)).unwrap(), new);
        }
    }
}
