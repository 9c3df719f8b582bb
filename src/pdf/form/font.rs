//! The font for what readers type, with the measures that a PDF tells of it.
use super::file::{File, deflated};
use super::value::{Dict, Value};

/// What bytes 128 to 159 stand for in the encoding of forms, `WinAnsi`; a space where it has no letter.
const UPPER: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// A TrueType font, in thousandths of its size.
#[derive(Clone, Debug)]
pub(in crate::pdf) struct Font {
    /// Its PostScript name.
    pub(in crate::pdf) name: String,
    /// The file, compressed.
    packed: Vec<u8>,
    /// Length of the file before.
    length: usize,
    /// Widths of the letters of bytes 32 to 255.
    widths: Vec<i64>,
    /// What else is measured.
    measures: Measures,
}

/// Heights and the box around all letters: left, bottom, right, top.
#[derive(Clone, Copy, Debug)]
pub(in crate::pdf) struct Measures {
    /// From the base line up.
    pub(in crate::pdf) ascent: i64,
    /// From the base line down, negative.
    pub(in crate::pdf) descent: i64,
    /// Height of capitals.
    pub(in crate::pdf) capital: i64,
    /// Box around all letters.
    pub(in crate::pdf) around: [i64; 4],
}

impl Font {
    /// Takes a font file; `width` tells the width of a letter, 0 for one that it does not have.
    pub(in crate::pdf) fn new(
        name: String,
        bytes: &[u8],
        measures: Measures,
        width: impl Fn(char) -> i64,
    ) -> Self {
        let letters = (32..=255u8).map(|byte| match byte {
            128..=159 => UPPER[usize::from(byte) - 128],
            byte => char::from(byte),
        });
        let widths = letters.map(width).collect();
        Self { name, packed: deflated(bytes), length: bytes.len(), widths, measures }
    }

    /// Adds the font to a file.
    pub(super) fn embed(&self, file: &mut File) -> Value {
        let list =
            |numbers: &[i64]| Value::List(numbers.iter().map(|number| Value::whole(*number)).collect());
        let program = Dict::of([("Length1", Value::count(self.length))]);
        let program = file.add_packed(program, self.packed.clone());
        let descriptor = file.add(Value::dict([
            ("Type", Value::name("FontDescriptor")),
            ("FontName", Value::name(&self.name)),
            // The letters are those of the standard encoding.
            ("Flags", Value::whole(32)),
            ("FontBBox", list(&self.measures.around)),
            ("ItalicAngle", Value::whole(0)),
            ("Ascent", Value::whole(self.measures.ascent)),
            ("Descent", Value::whole(self.measures.descent)),
            ("CapHeight", Value::whole(self.measures.capital)),
            ("StemV", Value::whole(80)),
            ("FontFile2", program),
        ]));
        file.add(Value::dict([
            ("Type", Value::name("Font")),
            ("Subtype", Value::name("TrueType")),
            ("BaseFont", Value::name(&self.name)),
            ("FirstChar", Value::whole(32)),
            ("LastChar", Value::whole(255)),
            ("Widths", list(&self.widths)),
            ("Encoding", Value::name("WinAnsiEncoding")),
            ("FontDescriptor", descriptor),
        ]))
    }
}
