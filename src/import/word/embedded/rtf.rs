//! The words of RTF, a line for each paragraph.
use crate::import::source::files::decode;

/// How deep groups may stand in each other.
const DEEPEST: usize = 4096;

/// Groups whose words are none of the text.
const SILENT: [&str; 15] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "datastore",
    "latentstyles",
    "xmlnstbl",
    "fldinst",
];

/// A group: whether its words stay, and how many letters stand for one that RTF cannot write.
#[derive(Clone, Copy)]
struct RtfGroup {
    is_kept: bool,
    replaced: usize,
}

/// The words of a file.
pub(super) fn words(bytes: &[u8]) -> String {
    let mut reader = RtfReader { bytes, at: 0, skips: 0, high: None, out: Vec::new(), groups: Vec::new() };
    while reader.step() {}
    reader.add("");
    String::from_utf8_lossy(&reader.out).into_owned()
}

struct RtfReader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Letters that still stand for one that was written already.
    skips: usize,
    /// The first half of a letter that is written in two codes.
    high: Option<u16>,
    /// UTF-8.
    out: Vec<u8>,
    groups: Vec<RtfGroup>,
}

impl RtfReader<'_> {
    fn group(&self) -> RtfGroup {
        self.groups.last().copied().unwrap_or(RtfGroup { is_kept: true, replaced: 1 })
    }

    fn silence(&mut self) {
        if let Some(group) = self.groups.last_mut() {
            group.is_kept = false;
        }
    }

    /// Adds a byte of Windows-1252.
    fn letter(&mut self, byte: u8) {
        if self.skips > 0 {
            self.skips -= 1;
        } else {
            self.add(&decode(&[byte]).0);
        }
    }

    fn add(&mut self, text: &str) {
        if self.high.take().is_some() {
            self.push(char::REPLACEMENT_CHARACTER);
        }
        if self.group().is_kept {
            self.out.extend_from_slice(text.as_bytes());
        }
    }

    fn push(&mut self, letter: char) {
        self.out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }

    /// Adds a letter by its number.
    fn number(&mut self, number: i32) {
        // Numbers beyond 32,767 are written as negative ones.
        let number = if number < 0 { number.saturating_add(0x1_0000) } else { number };
        if let Ok(code) = u16::try_from(number) {
            self.code(code);
        } else if let Some(letter) = u32::try_from(number).ok().and_then(char::from_u32) {
            self.add(letter.encode_utf8(&mut [0; 4]));
        }
    }

    /// Adds a code of UTF-16; letters beyond U+FFFF are written in two of them.
    fn code(&mut self, code: u16) {
        if !self.group().is_kept {
            return;
        }
        let high = self.high.take();
        if high.is_none() && (0xd800..0xdc00).contains(&code) {
            self.high = Some(code);
            return;
        }
        for letter in char::decode_utf16(high.into_iter().chain([code])) {
            self.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }

    /// Reads one letter, sign or word of control; false at the end.
    fn step(&mut self) -> bool {
        let Some(byte) = self.bytes.get(self.at).copied() else { return false };
        self.at += 1;
        match byte {
            b'{' if self.groups.len() < DEEPEST => self.groups.push(self.group()),
            b'}' => {
                self.groups.pop();
            }
            b'\\' => self.control(),
            b'{' | b'\r' | b'\n' | 0 => {}
            byte => self.letter(byte),
        }
        true
    }

    fn control(&mut self) {
        let Some(first) = self.bytes.get(self.at).copied() else { return };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            match first {
                b'\'' => {
                    let digits =
                        self.bytes.get(self.at..self.at + 2).and_then(|two| std::str::from_utf8(two).ok());
                    if let Some(byte) = digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
                        self.at += 2;
                        self.letter(byte);
                    }
                }
                b'\\' | b'{' | b'}' => self.letter(first),
                b'~' => self.add("\u{a0}"),
                b'_' => self.add("\u{2011}"),
                b'*' => self.silence(),
                b'\r' | b'\n' => self.add("\n"),
                _ => {}
            }
            return;
        }
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let is_number = |(at, byte): &(usize, &u8)| byte.is_ascii_digit() || *at == 0 && **byte == b'-';
        let digits = rest[length..].iter().enumerate().take_while(is_number).count();
        let text = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
        let (word, number) =
            (text(&rest[..length]), text(&rest[length..length + digits]).parse::<i32>().ok());
        let blank = usize::from(rest.get(length + digits) == Some(&b' '));
        self.at += length + digits + blank;
        self.word(&word, number);
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match (word, number) {
            ("par" | "line" | "row" | "sect" | "page", _) => self.add("\n"),
            ("tab" | "cell", _) => self.add(" "),
            ("emdash", _) => self.add("—"),
            ("endash", _) => self.add("–"),
            ("lquote", _) => self.add("‘"),
            ("rquote", _) => self.add("’"),
            ("ldblquote", _) => self.add("“"),
            ("rdblquote", _) => self.add("”"),
            ("bullet", _) => self.add("•"),
            ("uc", Some(count)) => {
                if let Some(group) = self.groups.last_mut() {
                    group.replaced = usize::try_from(count).unwrap_or(0);
                }
            }
            ("u", Some(number)) => {
                self.number(number);
                self.skips = self.group().replaced;
            }
            ("bin", Some(count)) => self.at = self.at.saturating_add(usize::try_from(count).unwrap_or(0)),
            (word, _) if SILENT.contains(&word) => self.silence(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_stay_and_settings_go() {
        let text = b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}\\pard \\b L'\\'e9t\\'e9\\b0  \\u8217?a\\par\r\n{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt lien}}\\tab \\{fin\\}\\par}";
        assert_eq!(words(text), "L'été ’a\nlien {fin}\n");
    }

    #[test]
    fn letters_in_two_codes_are_whole() {
        assert_eq!(words(b"{\\rtf1 \\u-10179?\\u-8704?}"), "\u{1f600}");
        assert_eq!(words(b"{\\rtf1 a{\\u-10179?}{\\u-8704?}\\u8217?b}"), "a\u{1f600}’b");
        assert_eq!(
            words(b"{\\rtf1 \\u-10179?a\\u-8704?b\\u128512?\\u-10179?}"),
            "\u{fffd}a\u{fffd}b\u{1f600}\u{fffd}"
        );
    }

    #[test]
    fn odd_text_is_read_to_its_end() {
        for odd in [
            "{\\rtf",
            "\\",
            "\\'",
            "\\'zz",
            "}}}",
            "{\\u-1",
            "{\\bin99999999999 x",
            "\\bin5 ab",
            "{\\uc-4\\u55296 x",
        ] {
            words(odd.as_bytes());
        }
        words("{".repeat(100_000).as_bytes());
    }
}
