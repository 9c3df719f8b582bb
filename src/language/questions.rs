//! Questions that "yes" or "no" answers, in all languages at once. An open question ("who decides?") asks for something
//! else.
use super::all;
use crate::text::slug::slug;

/// Whether a text ends with a question to which "no" may be the answer. Brackets after it do not count: `Is it signed?
/// (by both)`.
pub fn is_yes_or_no(text: &str) -> bool {
    let mut text = text.trim_end();
    while let Some(rest) = text.strip_suffix(')').and_then(|rest| rest.rfind('(').map(|at| &rest[..at])) {
        text = rest.trim_end();
    }
    let Some(text) = text.strip_suffix('?') else { return false };
    let marks = ['.', '!', '?', '…', ':', ';', ',', '–', '—', '→', '\n'];
    let clause = text.trim_end().trim_end_matches(marks).rsplit(marks).next().unwrap_or(text);
    !is_open(clause)
}

/// Whether a clause begins with a word that asks for more than "yes" or "no", perhaps after a preposition or an "and":
/// `who`, `à quelle`, `et combien`.
fn is_open(clause: &str) -> bool {
    let folded = slug(clause);
    let mut words = folded.split('-').filter(|word| !word.is_empty());
    let is = |word: &str, list: fn(&super::Locale) -> &'static [&'static str]| {
        all().any(|locale| list(locale).contains(&word))
    };
    let first = words.find(|word| !is(word, |locale| locale.question_openers));
    first.is_some_and(|word| is(word, |locale| locale.question_words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_questions_are_told_from_others() {
        for text in [
            "Le contrat est-il signé ?",
            "La personne qui arrive a-t-elle un badge\u{202f}?",
            "Est-ce que la date est connue ?",
            "Badge remis ? (par l’accueil)",
            "Le dossier, quand il est complet, est-il signé ?",
            "Is it signed?",
            "Does the person who arrives have a badge?",
        ] {
            assert!(is_yes_or_no(text), "{text}");
        }
        for text in [
            "Qui décide ?",
            "Quelle est l’information à communiquer ?",
            "À quelle date ?",
            "Qu’est-ce que les gens veulent savoir ?",
            "Définir la solution : quel est son atout ?",
            "En réunion, qui décide ?",
            "Et combien ?",
            "D’où vient-il ?",
            "How many?",
            "In which folder?",
            "What do people want to know? (roughly)",
            "Signer.",
        ] {
            assert!(!is_yes_or_no(text), "{text}");
        }
    }
}
