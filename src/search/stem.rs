//! What words have in common: light stems, compared when somebody searches and never stored.
use crate::model::Language;

/// A word without its plural, and without the feminine that it shares letters with.
pub(super) fn light(language: Language, word: &str) -> String {
    match language {
        Language::French => french(word),
        Language::English => english(word),
    }
}

/// A word without what grammar and derivation add: `inscription`, `inscrit` and `inscrire` are near.
pub(super) fn heavy(language: Language, word: &str) -> String {
    if is_bare(word) {
        return word.to_owned();
    }
    let base = light(language, word);
    let endings = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    for (ending, with, least) in endings {
        if let Some(root) = base.strip_suffix(ending)
            && root.len() >= *least
        {
            return undouble(&format!("{root}{with}"));
        }
    }
    undouble(&base)
}

/// Short words, numbers and words of other scripts have no stem.
fn is_bare(word: &str) -> bool {
    word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Endings of French from long to short, what stays, and how many letters must stand before.
const FRENCH: &[(&str, &str, usize)] = &[
    ("issement", "", 4),
    ("isation", "is", 3),
    ("ication", "i", 3),
    ("ription", "ri", 3),
    ("ateur", "", 3),
    ("ation", "", 3),
    ("ition", "", 4),
    ("ution", "u", 4),
    ("rivent", "ri", 3),
    ("rivez", "ri", 3),
    ("aient", "", 4),
    ("erent", "", 4),
    ("eront", "", 4),
    ("erez", "", 4),
    ("erai", "", 4),
    ("ement", "", 4),
    ("ment", "", 4),
    ("rire", "ri", 3),
    ("rit", "ri", 3),
    ("isseur", "", 4),
    ("issant", "", 4),
    ("issez", "", 4),
    ("able", "", 4),
    ("ible", "", 4),
    ("ance", "", 4),
    ("ence", "", 4),
    ("aire", "", 4),
    ("eur", "", 4),
    ("ant", "", 4),
    ("ent", "", 4),
    ("era", "", 4),
    ("ait", "", 4),
    ("ite", "", 4),
    ("age", "", 4),
    ("ion", "", 4),
    ("er", "", 3),
    ("ez", "", 3),
    ("if", "", 4),
    ("al", "", 4),
    ("ir", "", 4),
    ("re", "", 4),
    ("e", "", 3),
    ("i", "", 4),
    ("u", "", 4),
];

/// The same for English.
const ENGLISH: &[(&str, &str, usize)] = &[
    ("ization", "iz", 3),
    ("isation", "is", 3),
    ("ation", "", 3),
    ("ement", "", 4),
    ("ment", "", 4),
    ("ance", "", 4),
    ("ence", "", 4),
    ("able", "", 4),
    ("ible", "", 4),
    ("ing", "", 3),
    ("ion", "", 4),
    ("ity", "", 4),
    ("al", "", 4),
    ("er", "", 4),
    ("or", "", 4),
    ("ed", "", 3),
    ("ly", "", 4),
    ("e", "", 4),
];

fn french(word: &str) -> String {
    if is_bare(word) {
        return word.to_owned();
    }
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

fn english(word: &str) -> String {
    if is_bare(word) || word.ends_with("ss") {
        return word.to_owned();
    }
    if let Some(root) = word.strip_suffix("ies").filter(|root| root.len() >= 2) {
        return format!("{root}y");
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// `renouvellement` and `renouveler`: doubled letters count once; `y` and `i` are one.
fn undouble(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        let letter = if letter == 'y' { 'i' } else { letter };
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{heavy, light};
    use crate::model::Language::{English, French};

    #[test]
    fn numbers_and_genders_meet() {
        for (one, other) in [
            ("contrat", "contrats"),
            ("conseiller", "conseilleres"),
            ("directeur", "directrice"),
            ("travail", "travaux"),
            ("local", "locaux"),
            ("bureau", "bureaux"),
            ("citoyen", "citoyennes"),
            ("actif", "actives"),
            ("loi", "lois"),
            ("employe", "employees"),
            ("infirmier", "infirmieres"),
        ] {
            assert_eq!(light(French, one), light(French, other), "{one} {other}");
        }
        assert_eq!(light(English, "duties"), "duty");
    }

    #[test]
    fn families_meet() {
        for (one, other) in [
            ("inscription", "inscrire"),
            ("inscrit", "inscrire"),
            ("recruter", "recrutement"),
            ("renouveler", "renouvellement"),
            ("demander", "demande"),
            ("payer", "payes"),
            ("declaration", "declarer"),
            ("formation", "former"),
        ] {
            assert_eq!(heavy(French, one), heavy(French, other), "{one} {other}");
        }
        assert_ne!(heavy(French, "contrat"), heavy(French, "contre"));
    }
}
