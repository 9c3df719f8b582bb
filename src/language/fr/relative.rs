//! French sentences with `actuellement` and the like that are true on any day.
use super::dates::is_participle;
use crate::language::locale::RelativeContext;

const CONDITIONS: &[&str] = &["lorsque", "lorsqu", "quand", "cas"];
const RELATIVES: &[&str] = &[
    "qui",
    "dont",
    "où",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
    "auquel",
    "auxquels",
    "quoi",
    "comment",
];
/// Words before `que` that make it no relative.
const REPORTS: &[&str] = &[
    "sachez",
    "savez",
    "savoir",
    "sait",
    "savons",
    "notez",
    "noter",
    "note",
    "noterez",
    "attention",
    "dit",
    "disent",
    "indique",
    "indiquent",
    "précise",
    "précisent",
    "précisons",
    "rappelons",
    "rappelle",
    "signale",
    "signalons",
    "constate",
    "constatons",
    "pense",
    "pensons",
    "croit",
    "estime",
    "est",
    "vrai",
    "clair",
    "parce",
    "alors",
    "tandis",
    "depuis",
    "dès",
    "bien",
    "tant",
    "informe",
    "informons",
    "annonce",
    "annonçons",
    "semble",
    "fait",
    "montre",
    "signifie",
    "d",
];
/// Words before `actuellement` behind which a participle says what is, not which thing is meant.
const SUBJECTS: &[&str] = &[
    "est", "sont", "était", "étaient", "être", "été", "a", "ont", "sera", "seront", "pas", "plus", "n", "ne",
    "jamais", "déjà", "reste", "restent", "et", "ou", "mais", "il", "elle", "ils", "elles", "on", "nous",
    "vous", "sommes", "êtes", "suis", "semble", "encore", "donc", "avons", "avez", "soit", "soient", "aussi",
    "toujours",
];

/// What things are "actuellement en".
/// Words before things of which some are "actuellement en".
const SETS: &[&str] =
    &["les", "des", "de", "d", "aux", "ces", "ses", "nos", "vos", "mes", "tes", "leurs", "tous", "toutes"];
const STAGES: &[&str] = &["cours", "usage", "vigueur", "place", "service", "ligne", "circulation"];

pub(super) fn is_general(context: &RelativeContext<'_>) -> bool {
    match context.words {
        "cette année" => false,
        _ => is_restricted(context) || is_attribute(context) || is_about_the_reader(context),
    }
}

/// `si vous utilisez actuellement`, `les outils qu’ils utilisent actuellement`.
fn is_restricted(context: &RelativeContext<'_>) -> bool {
    let first = |at: usize| context.clause.get(at).map_or("", |word| word.text);
    let is_condition = first(0) == "si" || first(0) == "s" && matches!(first(1), "il" | "ils");
    is_condition
        || context.clause.iter().any(|word| CONDITIONS.contains(&word.text))
        || context.is_restrictive(RELATIVES)
        || context.is_restrictive_unless(&["que", "qu"], REPORTS)
}

/// `l’offre actuellement associée`, `les travaux actuellement en cours`, `les outils utilisés actuellement`.
fn is_attribute(context: &RelativeContext<'_>) -> bool {
    let is_noun = |word: &str| !word.is_empty() && !SUBJECTS.contains(&word);
    let (last, next) = (context.back(0), context.next());
    let is_stage = next == "en" && context.after.get(1).is_some_and(|word| STAGES.contains(&word.text));
    // `la liste des dossiers actuellement en attente`: which ones are meant, whenever it is read.
    let is_set = next == "en" && last.ends_with(['s', 'x']) && SETS.contains(&context.back(1));
    let follows = is_noun(last) && (is_participle(next) || is_stage || is_set);
    follows || last.ends_with(['é', 'e', 's']) && is_participle(last) && is_noun(context.back(1))
}

/// `vous êtes actuellement`: where the reader is. What readers cannot do tells how the world is.
fn is_about_the_reader(context: &RelativeContext<'_>) -> bool {
    let is_one_of = |word: &str, words: &[&str]| words.contains(&word);
    let near = context.clause.iter().rev().take(4);
    let limits = ["pouvez", "devez", "peux", "dois", "pas", "plus", "ne", "n"];
    near.clone().any(|word| is_one_of(word.text, &["vous", "tu"]))
        && !near.clone().any(|word| is_one_of(word.text, &limits))
        && !is_one_of(context.next(), &limits)
}
