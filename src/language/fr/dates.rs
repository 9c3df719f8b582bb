//! What dates in French texts are recognised by.
use crate::language::locale::DateWords;

/// Verbs in the future, without `a` and `ont`.
const FUTURE: &[&str] = &[
    "aur",
    "ser",
    "tiendr",
    "débuter",
    "debuter",
    "commencer",
    "ouvrir",
    "fermer",
    "entrer",
    "prendr",
    "deviendr",
    "cesser",
    "finir",
    "paraitr",
    "paraîtr",
    "changer",
    "passer",
    "devr",
    "pourr",
    "faudr",
    "recevr",
    "viendr",
    "terminer",
    "achèver",
    "publier",
    "lancer",
    "demarrer",
    "démarrer",
    "accueiller",
    "remplacer",
    "disparaitr",
    "disparaîtr",
    "appliquer",
    "cloturer",
    "clôturer",
    "arriver",
];

pub(super) const DATES: DateWords = DateWords {
    months: [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    short_months: &[
        ("janv", 1),
        ("fevr", 2),
        ("fev", 2),
        ("avr", 4),
        ("juil", 7),
        ("juill", 7),
        ("aou", 8),
        ("octo", 10),
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    counted: &[
        "n",
        "no",
        "nos",
        "numero",
        "art",
        "article",
        "articles",
        "l",
        "r",
        "d",
        "loi",
        "decret",
        "arrete",
        "deliberation",
        "decision",
        "dossier",
        "reference",
        "ref",
        "version",
        "v",
        "page",
        "p",
        "chapitre",
        "section",
        "salle",
        "bulletin",
        "lettre",
        "volume",
        "vol",
        "promo",
        "promotion",
        "cohorte",
        "lot",
        "annexe",
        "ratio",
        "rue",
    ],
    before_days: &["le", "les", "du", "au", "des", "depuis", "avant", "entre"],
    events: &["aura lieu", "auront lieu", "se tiendra", "se tiendront", "à venir"],
    next: &["prochain", "prochaine", "prochains", "prochaines"],
    limits: &["avant le", "jusqu'au", "d'ici le", "d'ici au", "au plus tard le"],
    beginnings: &["à partir du", "à compter du", "dès le"],
    requests: &[
        "doit",
        "doivent",
        "devez",
        "faut",
        "peut",
        "peuvent",
        "pouvez",
        "merci",
        "veuillez",
        "ouvert",
        "ouverts",
        "ouverte",
        "ouvertes",
        "valable",
        "valables",
        "possible",
        "possibles",
        "disponible",
        "disponibles",
        "acceptés",
        "acceptées",
        "prolongé",
        "prolongée",
    ],
    past: &[
        "était",
        "étaient",
        "fut",
        "furent",
        "avait",
        "avaient",
        "devait",
        "devaient",
        "pouvait",
        "pouvaient",
    ],
    auxiliaries: &["a", "ont", "ai", "avons", "avez", "avoir"],
    is_future,
    is_participle,
    is_imperative,
    is_infinitive,
    infinitive_mark: "à",
    relative: &[
        ("actuellement", "ctuellement", "tuellement"),
        ("pour l'instant", "instant", "nstant"),
        ("pour le moment", "our le moment", "moment"),
        ("à l'heure actuelle", "heure actuelle", "heure actuelle"),
        ("à ce jour", " ce jour", " ce jour"),
        ("en ce moment", "n ce moment", "moment"),
        ("prochainement", "rochainement", "hainement"),
        ("bientôt", "ientôt", "ntôt"),
        ("cette année", "ette année", "ette année"),
    ],
    is_in_idiom,
    is_general: super::relative::is_general,
};

fn is_future(word: &str) -> bool {
    let stem = word.strip_suffix("ont").or_else(|| word.strip_suffix('a'));
    stem.is_some_and(|stem| FUTURE.contains(&stem))
}

pub(super) fn is_participle(word: &str) -> bool {
    let bare = word.trim_end_matches('s');
    let bare = bare.strip_suffix('e').unwrap_or(bare);
    word.chars().count() > 2
        && (bare.ends_with('é') || ["i", "u", "is", "it", "rt"].iter().any(|end| bare.ends_with(end)))
}

/// `déposez`, `inscrivez-vous`, and not the noun `rendez-vous`.
fn is_imperative(word: &str) -> bool {
    let verb = word.split('-').next().unwrap_or(word);
    verb.len() > 5 && verb.ends_with("ez") && !word.starts_with("rendez-vous")
}

fn is_infinitive(word: &str) -> bool {
    word.len() > 4
        && (word.ends_with("er") && !word.ends_with("ier") || word.ends_with("fier") || word.ends_with("ir"))
}

/// `à bientôt`, `à ce jour où`.
fn is_in_idiom(words: &str, before: &str, after: &str) -> bool {
    match words {
        "bientôt" => matches!(before, "à" | "a" | "trop"),
        "à ce jour" | "en ce moment" => after.starts_with("où"),
        _ => false,
    }
}
