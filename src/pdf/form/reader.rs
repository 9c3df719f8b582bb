//! Reads values from the bytes of a PDF file.
use super::error::{FormResult, Unexpected};
use super::value::{Dict, PdfValue};

const DEEPEST: u8 = 60;

/// A position in a file.
#[derive(Debug)]
pub(super) struct ValueReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> ValueReader<'a> {
    /// Starts at an offset.
    pub(super) fn at(bytes: &'a [u8], at: usize) -> FormResult<Self> {
        if at > bytes.len() {
            return Err(Unexpected::new("a place outside the file", at));
        }
        Ok(Self { bytes, at })
    }

    /// The next bytes, of this length.
    pub(super) fn take(&mut self, length: usize) -> FormResult<&'a [u8]> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.bytes.len());
        let end = end.ok_or_else(|| self.unexpected("the end of the file"))?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    /// Skips spaces, then these bytes if they come next; whether they did.
    pub(super) fn skip(&mut self, expected: &[u8]) -> bool {
        self.skip_spaces();
        let comes = self.bytes[self.at..].starts_with(expected);
        if comes {
            self.at += expected.len();
        }
        comes
    }

    /// Skips these bytes, which must come next.
    pub(super) fn expect(&mut self, expected: &'static str) -> FormResult<()> {
        if self.skip(expected.as_bytes()) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    /// The end of line after the word `stream`.
    pub(super) fn line_end(&mut self) -> FormResult<()> {
        if self.peek() == Some(b'\r') {
            self.at += 1;
        }
        if self.peek() != Some(b'\n') {
            return Err(self.unexpected("an end of line"));
        }
        self.at += 1;
        Ok(())
    }

    /// An unsigned integer.
    pub(super) fn whole(&mut self) -> FormResult<usize> {
        let at = self.at;
        self.word().parse().map_err(|_| Unexpected::new("a whole number", at))
    }

    /// The characters up to a space or a delimiter, possibly none.
    pub(super) fn word(&mut self) -> &'a str {
        self.skip_spaces();
        let start = self.at;
        while self.peek().is_some_and(|byte| !b" \t\r\n\x0c\0()<>[]{}/%".contains(&byte)) {
            self.at += 1;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default()
    }

    pub(super) fn value(&mut self) -> FormResult<PdfValue> {
        self.nested(0)
    }

    fn nested(&mut self, depth: u8) -> FormResult<PdfValue> {
        if depth > DEEPEST {
            return Err(self.unexpected("values that nest less deep"));
        }
        self.skip_spaces();
        let next = self.bytes.get(self.at + 1).copied();
        match self.peek() {
            Some(b'/') => self.name().map(PdfValue::Name),
            Some(b'[') => self.list(depth),
            Some(b'<') if next == Some(b'<') => self.dict(depth),
            Some(b'<') => self.digits(),
            Some(b'(') => self.letters(),
            Some(_) => self.plain(),
            None => Err(self.unexpected("a value")),
        }
    }

    fn list(&mut self, depth: u8) -> FormResult<PdfValue> {
        self.at += 1;
        let mut list = Vec::new();
        while !self.skip(b"]") {
            list.push(self.nested(depth + 1)?);
        }
        Ok(PdfValue::List(list))
    }

    fn dict(&mut self, depth: u8) -> FormResult<PdfValue> {
        self.at += 2;
        let mut dict = Dict::default();
        while !self.skip(b">>") {
            let key = self.name()?;
            if dict.get(&key).is_some() {
                return Err(self.unexpected("a name that stands once"));
            }
            dict.set(&key, self.nested(depth + 1)?);
        }
        Ok(PdfValue::Dict(dict))
    }

    fn name(&mut self) -> FormResult<String> {
        self.expect("/")?;
        let start = self.at;
        let word = if self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) { "" } else { self.word() };
        let mut bytes = word.bytes();
        let mut name = Vec::new();
        while let Some(byte) = bytes.next() {
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            name.push(match byte {
                b'#' => match (digit(bytes.next()), digit(bytes.next())) {
                    (Some(high), Some(low)) => u8::try_from(high * 16 + low).unwrap_or_default(),
                    _ => return Err(Unexpected::new("a name", start)),
                },
                byte => byte,
            });
        }
        String::from_utf8(name).map_err(|_| Unexpected::new("a name", start))
    }

    /// A string in hexadecimal digits.
    fn digits(&mut self) -> FormResult<PdfValue> {
        self.at += 1;
        let mut digits = Vec::new();
        loop {
            let byte = self.take(1)?[0];
            match char::from(byte).to_digit(16) {
                Some(digit) => digits.push(u8::try_from(digit).unwrap_or_default()),
                None if byte == b'>' => break,
                None if byte.is_ascii_whitespace() => {}
                None => return Err(self.unexpected("a hexadecimal digit")),
            }
        }
        let pair = |pair: &[u8]| pair[0] * 16 + pair.get(1).copied().unwrap_or_default();
        Ok(PdfValue::Text(digits.chunks(2).map(pair).collect()))
    }

    /// A string in parentheses.
    fn letters(&mut self) -> FormResult<PdfValue> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1);
        loop {
            match self.take(1)?[0] {
                b'\\' => text.extend(self.escaped()?),
                b')' if open == 1 => return Ok(PdfValue::Text(text)),
                byte => {
                    open += i32::from(byte == b'(') - i32::from(byte == b')');
                    text.push(byte);
                }
            }
        }
    }

    /// The character after a backslash; none for an end of line.
    fn escaped(&mut self) -> FormResult<Option<u8>> {
        Ok(Some(match self.take(1)?[0] {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return Ok(None),
            first @ b'0'..=b'7' => {
                let mut number = u32::from(first - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    number = number * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                u8::try_from(number).map_err(|_| self.unexpected("an octal number"))?
            }
            other => other,
        }))
    }

    /// A number, a reference or a keyword.
    fn plain(&mut self) -> FormResult<PdfValue> {
        let start = self.at;
        match self.word() {
            "true" => Ok(PdfValue::Bool(true)),
            "false" => Ok(PdfValue::Bool(false)),
            "null" => Ok(PdfValue::Null),
            word if word.parse::<f64>().is_ok() => {
                if let Ok(id) = word.parse() {
                    let after = self.at;
                    if self.word() == "0" && self.word() == "R" {
                        return Ok(PdfValue::Ref(id));
                    }
                    self.at = after;
                }
                Ok(PdfValue::Number(word.to_owned()))
            }
            _ => Err(Unexpected::new("a value", start)),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_spaces(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\r' && byte != b'\n') {
                    self.at += 1;
                }
            } else if b" \t\r\n\x0c\0".contains(&byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn unexpected(&self, wanted: &'static str) -> Unexpected {
        Unexpected::new(wanted, self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> FormResult<PdfValue> {
        ValueReader::at(text.as_bytes(), 0)?.value()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let values =
            "<</A [1 -2.5 3 0 R 4 0 null true]/B#20c (a\\(b\\)(c)\\\\\\101)/D <FEFF00e9> % note\n/E <<>>>>";
        let value = read(values).expect("it is a value");
        let mut out = Vec::new();
        value.write(&mut out);
        assert_eq!(read(&String::from_utf8_lossy(&out)).expect("it is a value"), value);
        let dict = value.as_dict().expect("a dictionary");
        assert_eq!(dict.get("B c"), Some(&PdfValue::bytes("a(b)(c)\\A")));
        assert_eq!(dict.get("D"), Some(&PdfValue::text("é")));
        assert_eq!(dict.get("A").and_then(PdfValue::as_list).map(<[_]>::len), Some(7));
    }

    #[test]
    fn what_ends_early_or_nests_too_deep_is_refused() {
        for text in
            ["", "[1", "<</A", "<</A 1", "(a", "(\\", "<12", "<1x>", "/a#4", "nonsense", "<</A 1/A 2>>"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read(&"[".repeat(100_000)).is_err());
        assert!(ValueReader::at(b"1", 2).is_err());
    }
}
