//! The values that a PDF file is made of.

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A name, without its slash and its escapes.
    Name(String),
    /// A string of bytes.
    Text(Vec<u8>),
    /// Values in a row.
    List(Vec<Value>),
    /// Values by name.
    Dict(Dict),
    /// Another object of the file, of generation 0.
    Ref(u32),
}

/// Values by name, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dict(Vec<(String, Value)>);

impl Dict {
    /// A dictionary of a few entries.
    pub(super) fn of<const N: usize>(entries: [(&str, Value); N]) -> Self {
        Self(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// The value under a name.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Puts a value under a name, in place of the one there is.
    pub(super) fn set(&mut self, key: &str, value: Value) {
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Whether the entry is that name.
    pub(super) fn says(&self, key: &str, name: &str) -> bool {
        matches!(self.get(key), Some(Value::Name(found)) if found == name)
    }
}

impl Value {
    /// A name.
    pub(super) fn name(name: &str) -> Self {
        Self::Name(name.to_owned())
    }

    /// A whole number.
    pub(super) fn whole(number: impl Into<i64>) -> Self {
        Self::Number(number.into().to_string())
    }

    /// A length; files hold how many bytes they are.
    pub(super) fn count(number: usize) -> Self {
        Self::Number(number.to_string())
    }

    /// A number of points, to a thousandth.
    pub(super) fn points(number: f32) -> Self {
        Self::Number(format!("{}", (number * 1000.0).round() / 1000.0))
    }

    /// Bytes.
    pub(super) fn bytes(text: &str) -> Self {
        Self::Text(text.as_bytes().to_vec())
    }

    /// Text for people: ASCII as it is, all else as UTF-16 with its mark.
    pub(super) fn text(text: &str) -> Self {
        if text.is_ascii() {
            return Self::bytes(text);
        }
        let mut bytes = vec![0xFE, 0xFF];
        bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        Self::Text(bytes)
    }

    /// A dictionary of a few entries.
    pub(super) fn dict<const N: usize>(entries: [(&str, Value); N]) -> Self {
        Self::Dict(Dict::of(entries))
    }

    /// The dictionary that this is.
    pub(super) fn as_dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    /// The list that this is.
    pub(super) fn as_list(&self) -> Option<&[Value]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The object that this points at.
    pub(super) fn as_ref(&self) -> Option<u32> {
        if let Self::Ref(id) = self { Some(*id) } else { None }
    }

    /// The number that this is.
    pub(super) fn as_number<T: std::str::FromStr>(&self) -> Option<T> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// Appends the value as files have it.
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
                    if at > 0 {
                        out.push(b' ');
                    }
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
            if b"()\\".contains(byte) {
                out.push(b'\\');
            }
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

    fn written(value: &Value) -> String {
        let mut out = Vec::new();
        value.write(&mut out);
        String::from_utf8(out).expect("what is written is ASCII")
    }

    #[test]
    fn values_are_written_with_their_escapes() {
        assert_eq!(written(&Value::name("A b/ç")), "/A#20b#2F#C3#A7");
        assert_eq!(written(&Value::text("(a\\)")), "(\\(a\\\\\\))");
        assert_eq!(written(&Value::text("é")), "<FEFF00E9>");
        assert_eq!(written(&Value::points(1.0 / 3.0)), "0.333");
        let dict =
            Value::dict([("A", Value::List(vec![Value::Ref(3), Value::Null])), ("B", Value::Bool(true))]);
        assert_eq!(written(&dict), "<</A [3 0 R null]/B true>>");
    }

    #[test]
    fn a_set_entry_replaces_the_one_there_is() {
        let mut dict = Dict::of([("S", Value::name("Link"))]);
        dict.set("S", Value::name("Form"));
        assert!(dict.says("S", "Form") && !dict.says("S", "Link"));
    }
}
