//! The texts of a tree.
use crate::model::{ForeignKind, ForeignTree};
use std::borrow::Cow;

/// The text of a file that was read.
pub(in crate::import) fn text<'a>(tree: &'a ForeignTree, path: &str) -> Option<Cow<'a, str>> {
    tree.bytes(path).map(|bytes| decode(bytes).0)
}

/// Bytes as text, and whether they were UTF-8. What is neither UTF-8 nor UTF-16 is read as Windows wrote it in Western
/// Europe. Lines that end as old programs of Apple ended them get line feeds, and null characters, which no text has, go.
pub(in crate::import) fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let (text, is_utf8) = characters(bytes);
    let is_old = text.contains('\r') && !text.contains('\n');
    if !is_old && !text.contains('\0') {
        return (text, is_utf8);
    }
    let line_end = if is_old { '\n' } else { '\r' };
    let kept = text.chars().filter(|letter| *letter != '\0');
    (kept.map(|letter| if letter == '\r' { line_end } else { letter }).collect(), is_utf8)
}

fn characters(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), true);
    }
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|two| pair([two[0], two[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => bytes.iter().map(|byte| western(*byte)).collect(),
    };
    (Cow::Owned(text), false)
}

/// A character of Windows-1252.
fn western(byte: u8) -> char {
    const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => FROM_0X80.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        other => char::from(other),
    }
}

/// Files in the order of their names, below a folder.
pub(in crate::import) fn below<'a>(
    tree: &'a ForeignTree,
    folder: &str,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let files = tree.files.range(prefix.clone()..).map(|(path, _)| path.as_str());
    files.take_while(move |path| path.starts_with(&prefix))
}

/// What a reader is given.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Origin<'a> {
    pub(in crate::import) tree: &'a ForeignTree,
    pub(in crate::import) kind: ForeignKind,
    /// The folder of the settings.
    pub(in crate::import) folder: &'a str,
}

impl Origin<'_> {
    /// The path of a file in the folder of the settings, or below it.
    pub(in crate::import) fn path(&self, way: &str) -> String {
        super::paths::join(self.folder, way.trim_start_matches('/')).unwrap_or_default()
    }

    /// The text of a file in the folder of the settings, by the first of these names that is there.
    pub(in crate::import) fn settings(&self, names: &[&str]) -> Option<(String, String)> {
        names.iter().find_map(|name| {
            let path = self.path(name);
            let text = text(self.tree, &path)?.into_owned();
            Some((path, text))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn texts_of_old_programs_are_read() {
        assert_eq!(decode("été".as_bytes()), ("été".into(), true));
        assert_eq!(decode(b"\xe9t\xe9 \x80").0, "été €");
        assert_eq!(decode(b"\xff\xfeA\0\xe9\0").0, "Aé");
        assert_eq!((decode(b"# A\r\rb\r").0, decode(b"a\0\r\n").0), ("# A\n\nb\n".into(), "a\r\n".into()));
    }
}
