//! The values that a PDF file consists of.

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PdfValue {
    Null,
    Bool(bool),
    /// A number as written.
    Number(String),
    /// A name, without slash and escapes.
    Name(String),
    /// A string of bytes.
    Text(Vec<u8>),
    List(Vec<PdfValue>),
    Dict(Dict),
    /// A reference to an object of generation 0.
    Ref(u32),
}

/// A dictionary, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dict(Vec<(String, PdfValue)>);

impl Dict {
    pub(super) fn of<const N: usize>(entries: [(&str, PdfValue); N]) -> Self {
        Self(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    pub(super) fn get(&self, key: &str) -> Option<&PdfValue> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub(super) fn set(&mut self, key: &str, value: PdfValue) {
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Whether the value of the key is this name.
    pub(super) fn is_name(&self, key: &str, name: &str) -> bool {
        matches!(self.get(key), Some(PdfValue::Name(found)) if found == name)
    }
}

impl PdfValue {
    pub(super) fn name(name: &str) -> Self {
        Self::Name(name.to_owned())
    }

    pub(super) fn whole(number: impl Copy + ToString) -> Self {
        Self::Number(number.to_string())
    }

    /// A length in points, rounded to thousandths.
    pub(super) fn points(number: f32) -> Self {
        Self::Number(format!("{}", (number * 1000.0).round() / 1000.0))
    }

    pub(super) fn bytes(text: &str) -> Self {
        Self::Text(text.as_bytes().to_vec())
    }

    /// A string for people: ASCII as it is, anything else as UTF-16 with a byte order mark.
    pub(super) fn text(text: &str) -> Self {
        if text.is_ascii() {
            return Self::bytes(text);
        }
        let mut bytes = vec![0xFE, 0xFF];
        bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        Self::Text(bytes)
    }

    pub(super) fn dict<const N: usize>(entries: [(&str, PdfValue); N]) -> Self {
        Self::Dict(Dict::of(entries))
    }

    pub(super) fn as_dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    pub(super) fn as_list(&self) -> Option<&[PdfValue]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The number of the object it refers to.
    pub(super) fn as_ref(&self) -> Option<u32> {
        if let Self::Ref(id) = self { Some(*id) } else { None }
    }

    pub(super) fn as_number<T: std::str::FromStr>(&self) -> Option<T> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// Appends the value in the syntax of PDF.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend(b"null"),
            Self::Bool(yes) => out.extend(if *yes { &b"true"[..] } else { b"false" }),
            Self::Number(number) => out.extend(number.as_bytes()),
            Self::Ref(id) => out.extend(format!("{id} 0 R").as_bytes()),
            Self::Name(name) => write_name(name, out),
            Self::Text(bytes) => write_text(bytes, out),
            Self::List(list) => {
                out.push(b'[');
                for (at, value) in list.iter().enumerate() {
                    out.extend((at > 0).then_some(b' '));
                    value.write(out);
                }
                out.push(b']');
            }
            Self::Dict(dict) => {
                out.extend(b"<<");
                for (key, value) in &dict.0 {
                    write_name(key, out);
                    out.push(b' ');
                    value.write(out);
                }
                out.extend(b">>");
            }
        }
    }
}

fn write_name(name: &str, out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.+:*".contains(&byte) {
            out.push(byte);
        } else {
            out.extend(format!("#{byte:02X}").as_bytes());
        }
    }
}

fn write_text(bytes: &[u8], out: &mut Vec<u8>) {
    if bytes.iter().all(|byte| (32..127).contains(byte)) {
        out.push(b'(');
        for byte in bytes {
            out.extend(b"()\\".contains(byte).then_some(b'\\'));
            out.push(*byte);
        }
        out.push(b')');
    } else {
        out.push(b'<');
        for byte in bytes {
            out.extend(format!("{byte:02X}").as_bytes());
        }
        out.push(b'>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(value: &PdfValue) -> String {
        let mut out = Vec::new();
        value.write(&mut out);
        String::from_utf8(out).expect("what is written is ASCII")
    }

    #[test]
    fn values_are_written_with_their_escapes() {
        assert_eq!(text_of(&PdfValue::name("A b/ç")), "/A#20b#2F#C3#A7");
        assert_eq!(text_of(&PdfValue::text("(a\\)")), "(\\(a\\\\\\))");
        assert_eq!(text_of(&PdfValue::text("é")), "<FEFF00E9>");
        assert_eq!(text_of(&PdfValue::points(1.0 / 3.0)), "0.333");
        let dict = PdfValue::dict([
            ("A", PdfValue::List(vec![PdfValue::Ref(3), PdfValue::Null])),
            ("B", PdfValue::Bool(true)),
        ]);
        assert_eq!(text_of(&dict), "<</A [3 0 R null]/B true>>");
    }

    #[test]
    fn a_set_entry_replaces_the_one_there_is() {
        let mut dict = Dict::of([("S", PdfValue::name("Link"))]);
        dict.set("S", PdfValue::name("Form"));
        assert!(dict.is_name("S", "Form") && !dict.is_name("S", "Link"));
    }
}
