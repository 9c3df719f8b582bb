//! Removes case, accents and ligatures, so that the spellings of a word are indexed and searched in one form.
//!
//! `rank.js` does the same in the browser; `tests/search/vectors.json` tests both.
use crate::text::byte_set::ByteSet;
use crate::text::latin;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Folds a text: compatibility decomposition, lower case, no accents, `œ` and `æ` as two letters, one form of apostrophes,
/// dashes and middle dots, no invisible characters. Characters beyond U+FFFF become spaces. Idempotent.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

/// The bytes of characters that change otherwise than from upper to lower case.
const CHANGED: ByteSet = ByteSet::of("`").and_range(0x80, 0xff);

/// Appends the folded form of a text.
pub(super) fn push(out: &mut String, text: &str) {
    let from = out.len();
    let mut rest = text;
    loop {
        let plain = CHANGED.next(rest.as_bytes(), 0).unwrap_or(rest.len());
        out.push_str(&rest[..plain]);
        rest = &rest[plain..];
        let Some(letter) = rest.chars().next() else { break };
        rest = &rest[letter.len_utf8()..];
        match letter {
            // These and accents are common in French; the tables of Unicode are slower.
            '\u{a0}' | '\u{202f}' => out.push(' '),
            '’' | '`' => out.push('\''),
            _ => match latin::base(letter) {
                Some(base) => out.push(base),
                None => push_rare(out, letter),
            },
        }
    }
    out[from..].make_ascii_lowercase();
}

/// Appends the folded form of a letter that is rare in French.
fn push_rare(out: &mut String, letter: char) {
    if letter == '´' {
        out.push('\'');
        return;
    }
    for part in std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part)) {
        for low in part.to_lowercase() {
            match low {
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                'ß' => out.push_str("ss"),
                'ø' => out.push('o'),
                'ł' => out.push('l'),
                'đ' => out.push('d'),
                'ı' => out.push('i'),
                'ς' => out.push('σ'),
                '‘' | '’' | 'ʼ' | 'ʹ' | '′' | '`' => out.push('\''),
                '‐' | '‒' | '–' | '—' | '−' => out.push('-'),
                '•' | '‧' | '⋅' | '∙' | '・' => out.push('·'),
                '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => {}
                low if u32::from(low) > 0xffff => out.push(' '),
                low if is_combining_mark(low) => {}
                low => out.push(low),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_accents_and_ligatures_are_removed() {
        assert_eq!(fold("L’Œuvre de l'ÉTÉ, ex æquo"), "l'oeuvre de l'ete, ex aequo");
        assert_eq!(fold("e\u{301}te\u{301} ﬁn 1ʳᵉ №\u{a0}3"), "ete fin 1re no 3");
        assert_eq!(fold("co\u{ad}opé\u{200b}rer – conseiller•ère"), "cooperer - conseiller·ere");
        assert_eq!(fold("Straße ΣΑΣ 𐌰"), "strasse σασ  ");
    }
}
