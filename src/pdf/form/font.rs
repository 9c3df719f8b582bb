//! The font for text typed into fields, with the metrics that a PDF needs.
use super::file::{PdfFile, deflated};
use super::value::{Dict, PdfValue};

/// The characters of bytes 128 to 159 in `WinAnsi`, the encoding of forms; a space where it has none.
const UPPER: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// A TrueType font. Lengths are in thousandths of its size.
#[derive(Clone, Debug)]
pub(in crate::pdf) struct Font {
    /// The PostScript name.
    pub(in crate::pdf) name: String,
    /// The file, compressed.
    packed: Vec<u8>,
    /// The length of the file before compression.
    length: usize,
    /// The widths of bytes 32 to 255.
    widths: Vec<i64>,
    metrics: FontMetrics,
}

/// Heights, and the box around all characters: left, bottom, right, top.
#[derive(Clone, Copy, Debug)]
pub(in crate::pdf) struct FontMetrics {
    /// Above the base line.
    pub(in crate::pdf) ascent: i64,
    /// Below the base line, negative.
    pub(in crate::pdf) descent: i64,
    /// Height of capitals.
    pub(in crate::pdf) capital: i64,
    pub(in crate::pdf) bounding_box: [i64; 4],
}

impl Font {
    /// Reads a font file. `width` returns the width of a character, 0 for one that the font does not have.
    pub(in crate::pdf) fn new(
        name: String,
        bytes: &[u8],
        metrics: FontMetrics,
        width: impl Fn(char) -> i64,
    ) -> Self {
        let letters = (32..=255u8).map(|byte| match byte {
            128..=159 => UPPER[usize::from(byte) - 128],
            byte => char::from(byte),
        });
        let widths = letters.map(width).collect();
        Self { name, packed: deflated(bytes), length: bytes.len(), widths, metrics }
    }

    pub(super) fn embed(&self, file: &mut PdfFile) -> PdfValue {
        let list = |numbers: &[i64]| PdfValue::List(numbers.iter().map(PdfValue::whole).collect());
        let program = Dict::of([("Length1", PdfValue::whole(self.length))]);
        let program = file.add_packed(program, self.packed.clone());
        let descriptor = file.add(PdfValue::dict([
            ("Type", PdfValue::name("FontDescriptor")),
            ("FontName", PdfValue::name(&self.name)),
            // The characters are those of the standard encoding.
            ("Flags", PdfValue::whole(32)),
            ("FontBBox", list(&self.metrics.bounding_box)),
            ("ItalicAngle", PdfValue::whole(0)),
            ("Ascent", PdfValue::whole(self.metrics.ascent)),
            ("Descent", PdfValue::whole(self.metrics.descent)),
            ("CapHeight", PdfValue::whole(self.metrics.capital)),
            ("StemV", PdfValue::whole(80)),
            ("FontFile2", program),
        ]));
        file.add(PdfValue::dict([
            ("Type", PdfValue::name("Font")),
            ("Subtype", PdfValue::name("TrueType")),
            ("BaseFont", PdfValue::name(&self.name)),
            ("FirstChar", PdfValue::whole(32)),
            ("LastChar", PdfValue::whole(255)),
            ("Widths", list(&self.widths)),
            ("Encoding", PdfValue::name("WinAnsiEncoding")),
            ("FontDescriptor", descriptor),
        ]))
    }
}
