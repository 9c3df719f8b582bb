//! Letters without their accents.

/// The lower-case base letter of a letter of Latin-1: `É` is `e`. None for all that has no single base
/// letter there (`æ`, `ß`, `ø`) and for other scripts.
pub const fn base(letter: char) -> Option<char> {
    Some(match letter {
        'à'..='å' | 'À'..='Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::base;
    use unicode_normalization::UnicodeNormalization as _;

    #[test]
    fn base_letters_are_those_of_unicode() {
        for letter in '\u{80}'..='\u{ff}' {
            let apart: Vec<char> = letter.nfd().collect();
            let expected = (apart.len() > 1).then(|| apart[0].to_ascii_lowercase());
            assert_eq!(base(letter), expected, "{letter}");
        }
    }
}
