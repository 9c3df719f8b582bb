//! Letters of symbol fonts as the signs that they show, boxes to tick among them, and the brackets of formulas.

/// Signs of Wingdings that stand in texts, by their place in the font.
const WINGDINGS: &[(u32, char)] = &[
    (0x22, '✂'),
    (0x28, '☎'),
    (0x29, '✆'),
    (0x2a, '✉'),
    (0x34, '✋'),
    (0x36, '⌛'),
    (0x3a, '🖥'),
    (0x3f, '✍'),
    (0x46, '☞'),
    (0x4a, '☺'),
    (0x4c, '☹'),
    (0x51, '✈'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '☐'),
    (0x70, '☐'),
    (0x71, '☐'),
    (0x72, '☐'),
    (0x73, '⬧'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x9f, '•'),
    (0xa1, '○'),
    (0xa7, '▪'),
    (0xa8, '☐'),
    (0xab, '★'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xe8, '➔'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

/// Signs of Wingdings 2.
const WINGDINGS_2: &[(u32, char)] = &[
    (0x2a, '☐'),
    (0x2f, '☐'),
    (0x30, '☐'),
    (0x4f, '✗'),
    (0x50, '✓'),
    (0x51, '☒'),
    (0x52, '☑'),
    (0x53, '☒'),
    (0x54, '☒'),
    (0xa3, '☐'),
    (0x98, '•'),
];

/// Signs of Symbol.
const SYMBOL: &[(u32, char)] = &[
    (0x2d, '−'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0x64, 'δ'),
    (0x44, 'Δ'),
    (0x6d, 'µ'),
    (0x70, 'π'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xae, '→'),
    (0xac, '←'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xde, '⇒'),
    (0xdb, '⇔'),
    (0x7f, '☐'),
    (0xa0, '€'),
];

/// Signs of Webdings.
const WEBDINGS: &[(u32, char)] =
    &[(0x63, '☐'), (0x61, '✓'), (0x72, '✗'), (0x67, '■'), (0x69, 'ℹ'), (0x6e, '●')];

/// The sign that a letter shows in a font; the letter itself where the font has letters, none where the sign is unknown.
pub(super) fn sign(font: Option<&str>, letter: char) -> Option<char> {
    let code = u32::from(letter);
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let is_private = (0xe000..=0xf8ff).contains(&code);
    let table = match font.map(str::to_lowercase).as_deref() {
        Some("wingdings") => WINGDINGS,
        Some("wingdings 2") => WINGDINGS_2,
        Some("wingdings 3") => &[],
        Some("symbol") => SYMBOL,
        Some("webdings") => WEBDINGS,
        // A letter of a private place without its font: nearly always Wingdings or Symbol.
        _ if is_private => {
            let known = WINGDINGS.iter().chain(SYMBOL).find(|(known, _)| *known == place);
            return known.map(|(_, sign)| *sign);
        }
        _ => return Some(letter),
    };
    if letter.is_whitespace() || code > 0xf8ff || (0x100..0xe000).contains(&code) {
        return Some(letter);
    }
    table.iter().find(|(known, _)| *known == place).map(|(_, sign)| *sign)
}

/// Whether a sign is a box to tick, and whether it is ticked.
pub(super) fn check_box(sign: char) -> Option<bool> {
    match sign {
        '☐' | '□' | '❏' | '❐' | '❑' | '❒' | '▢' | '◻' | '⬜' | '🗆' | '⃞' => Some(false),
        '☑' | '☒' | '✅' | '🗹' | '🗷' | '⊠' | '🗵' => Some(true),
        _ => None,
    }
}

/// A part of a formula, with brackets around what is more than a name or a number.
pub(super) fn grouped(text: &str) -> String {
    if text.chars().all(char::is_alphanumeric) { text.to_owned() } else { format!("({text})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_fonts() {
        assert_eq!(sign(Some("Wingdings"), '\u{f0a8}'), Some('☐'));
        assert_eq!(sign(Some("Wingdings"), 'q').and_then(check_box), Some(false));
        assert_eq!((sign(None, 'q'), sign(Some("Arial"), '\u{f0b7}')), (Some('q'), Some('•')));
        assert_eq!((sign(Some("Wingdings"), ' '), sign(Some("Wingdings 3"), 'x')), (Some(' '), None));
    }
}
