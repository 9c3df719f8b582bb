//! Text without case, accents and ligatures: the form in which words are indexed and looked up.
//!
//! The reader's script does the same in `rank.js`; `tests/search/vectors.json` holds both to it.
use crate::text::scan::Bytes;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Folds a text: compatibility forms, lower case, no accents, `œ` and `æ` opened, one form of each apostrophe, dash
/// and middle dot, nothing invisible. Idempotent. A character beyond the basic plane becomes a space.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

/// What is more than an ASCII letter in either case.
const CHANGES: Bytes = Bytes::of("`").and_range(0x80, 0xff);

/// Appends the folded form of a text.
pub(super) fn push(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        // Most of it goes over in one piece.
        let plain = CHANGES.next(rest.as_bytes(), 0).unwrap_or(rest.len());
        let from = out.len();
        out.push_str(&rest[..plain]);
        out[from..].make_ascii_lowercase();
        rest = &rest[plain..];
        let Some(letter) = rest.chars().next() else { return };
        rest = &rest[letter.len_utf8()..];
        match letter {
            // The letters of French, without the detour.
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => out.push('e'),
            'à' | 'â' | 'À' | 'Â' => out.push('a'),
            'ç' | 'Ç' => out.push('c'),
            'î' | 'ï' | 'Î' | 'Ï' => out.push('i'),
            'ô' | 'Ô' => out.push('o'),
            'ù' | 'û' | 'ü' | 'Ù' | 'Û' => out.push('u'),
            '\u{a0}' | '\u{202f}' => out.push(' '),
            '’' | '`' => out.push('\''),
            _ => rare(out, letter),
        }
    }
}

/// A letter that French pages seldom hold.
fn rare(out: &mut String, letter: char) {
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
                'A'..='Z' => out.push(low.to_ascii_lowercase()),
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
    fn case_accents_and_ligatures_go() {
        assert_eq!(fold("L’Œuvre de l'ÉTÉ, ex æquo"), "l'oeuvre de l'ete, ex aequo");
        assert_eq!(fold("e\u{301}te\u{301} ﬁn 1ʳᵉ №\u{a0}3"), "ete fin 1re no 3");
        assert_eq!(fold("co\u{ad}opé\u{200b}rer – conseiller•ère"), "cooperer - conseiller·ere");
        assert_eq!(fold("Straße ΣΑΣ 𐌰"), "strasse σασ  ");
    }
}
