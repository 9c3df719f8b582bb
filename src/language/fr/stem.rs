//! French plurals and feminines.

/// A folded word without its plural and feminine.
pub(super) fn light(word: &str) -> String {
    let swap = |end: &str, with: &str, least: usize| {
        word.strip_suffix(end).filter(|root| root.len() >= least).map(|root| format!("{root}{with}"))
    };
    // Plurals.
    let word = match () {
        () if word.ends_with("eaux") => word[..word.len() - 1].to_owned(),
        () if word.ends_with("aux") => swap("aux", "al", 2).unwrap_or_else(|| word.to_owned()),
        () if word.ends_with("ail") => swap("ail", "al", 3).unwrap_or_else(|| word.to_owned()),
        () if word.ends_with("ss") => word.to_owned(),
        () if word.ends_with('s') || (word.ends_with('x') && !word.ends_with("eux")) => {
            word[..word.len() - 1].to_owned()
        }
        () => word.to_owned(),
    };
    // Feminines.
    for (end, with, least) in FEMININES {
        if let Some(root) = word.strip_suffix(end)
            && root.len() >= *least
        {
            return format!("{root}{with}");
        }
    }
    word
}

/// Feminine endings, the masculine ones, and how many letters must stand before.
const FEMININES: &[(&str, &str, usize)] = &[
    ("atrice", "ateur", 2),
    ("trice", "teur", 3),
    ("iere", "ier", 3),
    ("ere", "er", 4),
    ("euse", "eur", 3),
    ("eux", "eur", 4),
    ("enne", "en", 2),
    ("onne", "on", 3),
    ("elle", "el", 3),
    ("ette", "et", 4),
    ("ive", "if", 3),
    ("ale", "al", 3),
    ("ee", "e", 3),
    ("ie", "i", 4),
    ("ue", "u", 4),
    ("te", "t", 5),
];
