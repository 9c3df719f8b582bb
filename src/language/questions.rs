//! Questions that "yes" or "no" answers, in all languages at once. An open question ("who decides?") asks for something
//! else.
use super::all;
use crate::text::slug::slug;

/// Whether a text ends with a question to which "no" may be the answer. Brackets after it do not count: `Is it signed?
/// (by both)`.
pub fn is_yes_or_no(text: &str) -> bool {
    let Some(text) = question(text) else { return false };
    let ends = ['.', '!', '?', '…', ':', ';', '–', '—', '→', '\n'];
    let sentence = text.trim_end().trim_end_matches(ends).rsplit(ends).next().unwrap_or(text);
    let last = sentence.rsplit(',').next().unwrap_or(sentence);
    // `When the file is complete, is it signed?` begins with no question.
    let begins = if sentence.contains(',') && is_of_time(sentence) { last } else { sentence };
    !is_open(begins) && !is_open(last) && !is_suggestion(sentence) && !is_action(sentence) && !is_told(text)
}

/// Whether a text ends with a question of any kind.
pub fn is_question(text: &str) -> bool {
    question(text).is_some()
}

/// A text that ends with a question, without its mark and the brackets after it.
fn question(text: &str) -> Option<&str> {
    let mut text = text.trim_end();
    while let Some(rest) = text.strip_suffix(')').and_then(|rest| rest.rfind('(').map(|at| &rest[..at])) {
        text = rest.trim_end();
    }
    text.strip_suffix('?')
}

/// Whether a sentence is an action that somebody is not sure of: `Prévenir le service ?`.
fn is_action(sentence: &str) -> bool {
    let folded = sentence.to_lowercase();
    let mut words = folded.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    all().any(|locale| (locale.dates.is_infinitive)(first) && locale.stop_words.contains(second))
}

/// The most words of a label before a question: `Contrat : est-il signé ?`.
const LABEL: usize = 4;

/// Whether the question only explains what stands before its colon: `Je trie les pièces reçues : en ai-je besoin ?`.
fn is_told(text: &str) -> bool {
    let label = text.rsplit_once(':').map_or("", |(before, _)| before);
    label.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() > LABEL
}

/// Whether a sentence begins with a word that asks for a time or a place, or tells it.
fn is_of_time(sentence: &str) -> bool {
    let folded = slug(sentence);
    let first = folded.split('-').next().unwrap_or_default();
    all().any(|locale| locale.time_words.contains(&first))
}

/// The most words of a thing that is only suggested: `Un tableau ?`.
const SUGGESTED: usize = 3;

/// Whether a text is a thing without a verb: `Du texte ?`.
fn is_suggestion(sentence: &str) -> bool {
    let folded = slug(sentence);
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    if words.len() == 1 {
        return !is_done(sentence.trim());
    }
    words.len() <= SUGGESTED
        && words.first().is_some_and(|word| all().any(|locale| locale.suggestion_words.contains(word)))
}

/// Whether a word alone may say that something is done: `Signé`, `Vu`.
fn is_done(word: &str) -> bool {
    let word = word.to_lowercase();
    word.chars().count() <= 3 || all().any(|locale| (locale.dates.is_participle)(&word))
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
            "Quand le dossier est complet, est-il signé ?",
            "Un badge est-il prêt ?",
            "Signé ?",
            "Contrat : est-il signé ?",
            "Regarder le dossier. Est-il complet ?",
            "Premier contrat signé ?",
            "Is it signed?",
            "Folder complete?",
            "Signed?",
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
            "Qui décide de la vision, de la technique, du design ?",
            "Du texte ?",
            "N’y a-t-il pas plus simple ?",
            "Ne faut-il pas prévenir le service ?",
            "Isn’t there a simpler way?",
            "Shouldn't we write less?",
            "Commentaires ?",
            "Prévenir le service des achats ?",
            "Je trie les pièces que la personne a envoyées : en ai-je vraiment besoin ?",
            "Un tableau (filtrable) ?",
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
