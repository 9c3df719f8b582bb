//! Words that tell a day as one to come, and words that mean the day of reading.
use std::ops::Range;

/// Verbs in the future, less their last letters `a` and `ont`.
const FUTURE: [&str; 36] = [
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

/// Whole expressions that announce an event, wherever they stand in its sentence.
const EVENTS: [&str; 8] = [
    "aura lieu",
    "auront lieu",
    "se tiendra",
    "se tiendront",
    "will take place",
    "will be held",
    "upcoming",
    "à venir",
];

/// Words that say which one comes next.
const NEXT: [&str; 13] = [
    "prochain",
    "prochaine",
    "prochains",
    "prochaines",
    "forthcoming",
    "next session",
    "next meeting",
    "next date",
    "next course",
    "next training",
    "next deadline",
    "next call",
    "next intake",
];

/// Expressions right before a day that is a limit.
const LIMITS: [&str; 11] = [
    "avant le",
    "jusqu'au",
    "d'ici le",
    "d'ici au",
    "au plus tard le",
    "by",
    "until",
    "before",
    "no later than",
    "by the",
    "before the",
];

/// Expressions right before a day on which something begins.
const BEGINNINGS: [&str; 7] =
    ["à partir du", "à compter du", "dès le", "starting", "starting on", "as of", "from"];

/// Words that ask for something, or say that it is open.
const ASKS: [&str; 42] = [
    "doit",
    "doivent",
    "devez",
    "faut",
    "peut",
    "peuvent",
    "pouvez",
    "merci",
    "veuillez",
    "must",
    "should",
    "can",
    "may",
    "please",
    "need",
    "needs",
    "apply",
    "send",
    "submit",
    "register",
    "sign",
    "return",
    "complete",
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
    "open",
    "available",
    "valid",
    "accepted",
    "extended",
    "prolongé",
    "prolongée",
];

/// Words that tell something as past: then the day is rightly past.
const PAST: [&str; 21] = [
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
    "was",
    "were",
    "had",
    "did",
    "been",
    "could",
    "applied",
    "signed",
    "hired",
    "started",
    "ended",
];

/// Verbs that tell something as past together with a participle.
const HAVE: [&str; 8] = ["a", "ont", "ai", "avons", "avez", "avoir", "have", "has"];

/// How far around a day its sentence is looked at, in bytes.
const REACH: usize = 400;

/// A word of a sentence.
struct Word<'a> {
    text: &'a str,
    /// Whether punctuation stands between it and the next one.
    stop: bool,
}

/// The sentence around a place of a text, or what of it is near.
pub(super) fn sentence(text: &str, around: &Range<usize>) -> Range<usize> {
    let first = (around.start.saturating_sub(REACH)..=around.start).find(|at| text.is_char_boundary(*at));
    let last = (around.end..(around.end + REACH).min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let (first, last) =
        (first.unwrap_or(0), last.filter(|_| around.end + REACH < text.len()).unwrap_or(text.len()));
    let ends = |at: usize, mark: char| {
        let rest = &text[at + mark.len_utf8()..];
        let mut letters = rest.chars();
        let blank = letters.next().is_none_or(char::is_whitespace);
        let next = rest.trim_start().chars().next();
        blank && (mark != '.' || next.is_none_or(|letter| !letter.is_lowercase() && !letter.is_ascii_digit()))
    };
    let marks = |letter: char| matches!(letter, '.' | '!' | '?');
    let start = text[first..around.start].rmatch_indices(marks).find_map(|(at, mark)| {
        let at = first + at;
        let mark = mark.chars().next()?;
        ends(at, mark).then_some(at + 1)
    });
    let end = text[around.end..last].match_indices(marks).find_map(|(at, mark)| {
        let (at, mark) = (around.end + at, mark.chars().next()?);
        ends(at, mark).then_some(at)
    });
    start.unwrap_or(first)..end.unwrap_or(last)
}

/// Lower case, one kind of apostrophe and of blank; accents stay.
fn lower(text: &str) -> String {
    let fold = |letter: char| match letter {
        '’' => '\'',
        '\u{a0}' | '\u{202f}' | '\n' | '\t' => ' ',
        _ => letter,
    };
    text.chars().map(fold).flat_map(char::to_lowercase).collect()
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    for part in text.split_whitespace() {
        let bare = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        let stop = part.ends_with([',', ';', ':', ')', '(', '–', '—']);
        if bare.is_empty() {
            if let Some(last) = found.last_mut() {
                last.stop = true;
            }
            continue;
        }
        let text = bare.rsplit('\'').next().unwrap_or(bare);
        found.push(Word { text, stop });
    }
    found
}

fn is_future(word: &str) -> bool {
    let stem = word.strip_suffix("ont").or_else(|| word.strip_suffix('a'));
    stem.is_some_and(|stem| FUTURE.contains(&stem)) || word == "will"
}

/// Whether a word may be a past participle.
fn is_participle(word: &str) -> bool {
    let bare = word.trim_end_matches('s');
    let bare = bare.strip_suffix('e').unwrap_or(bare);
    word.chars().count() > 2
        && (bare.ends_with('é') || ["i", "u", "is", "it", "rt", "ed"].iter().any(|end| bare.ends_with(end)))
}

/// Whether a word may be an imperative: `déposez`, `inscrivez-vous`, and not the noun `rendez-vous`.
fn is_imperative(word: &str) -> bool {
    let verb = word.split('-').next().unwrap_or(word);
    verb.len() > 5 && verb.ends_with("ez") && !word.starts_with("rendez-vous")
}

/// Whether a word asks somebody to do something.
fn asks(words: &[Word<'_>]) -> bool {
    let infinitive = |word: &str| {
        word.len() > 4
            && (word.ends_with("er") && !word.ends_with("ier")
                || word.ends_with("fier")
                || word.ends_with("ir"))
    };
    let named = |word: &str| ASKS.contains(&word);
    words.first().is_some_and(|word| infinitive(word.text))
        || words.iter().any(|word| named(word.text) || is_imperative(word.text) || is_future(word.text))
        || words.windows(2).any(|pair| pair[0].text == "à" && infinitive(pair[1].text))
}

/// Whether a text ends with an expression of whole words.
fn ends_with<'a>(text: &str, expressions: &[&'a str]) -> Option<&'a str> {
    let whole = |expression: &str| {
        text.strip_suffix(expression).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    expressions.iter().copied().find(|expression| whole(expression))
}

/// The expression of a list that stands in a text as whole words.
fn holds<'a>(text: &str, expressions: &[&'a str]) -> Option<&'a str> {
    expressions.iter().copied().find(|expression| {
        text.match_indices(expression).any(|(at, _)| {
            !text[..at].ends_with(char::is_alphanumeric)
                && !text[at + expression.len()..].starts_with(char::is_alphanumeric)
        })
    })
}

/// The words that tell a day as one to come. `day` are its bytes, its weekday included.
pub(super) fn to_come(text: &str, day: &Range<usize>) -> Option<String> {
    let sentence = sentence(text, day);
    let before = lower(&text[sentence.start..day.start]);
    let after = lower(&text[day.end..sentence.end]);
    let before = before.trim_end();
    let (left, right) = (words(before), words(&after));
    let past = |words: &[Word<'_>]| {
        words.iter().any(|word| PAST.contains(&word.text))
            || words.windows(2).any(|pair| HAVE.contains(&pair[0].text) && is_participle(pair[1].text))
    };
    if past(&left) || past(&right) {
        return None;
    }
    if let Some(event) = holds(before, &EVENTS).or_else(|| holds(&after, &EVENTS)) {
        return Some(event.to_owned());
    }
    if let Some(next) = holds(before, &NEXT) {
        return Some(next.to_owned());
    }
    if let Some(limit) = ends_with(before, &LIMITS) {
        let rest = words(before[..before.len() - limit.len()].trim_end());
        let last = rest.last().map(|word| word.text);
        // `les contrats signés avant le 1er janvier 2022` tells of the past, and rightly.
        let done =
            last.is_some_and(|word| is_participle(word) && !is_imperative(word) && !ASKS.contains(&word));
        return (!done && (asks(&rest) || asks(&right))).then(|| limit.to_owned());
    }
    if ends_with(before, &BEGINNINGS).is_some()
        && let Some(verb) = right.iter().take(12).find(|word| is_future(word.text))
    {
        return Some(verb.text.to_owned());
    }
    // `ouvrira le 3 mars 2026`, `sera ouverte le 3 mars 2026`, but not `sera calculé sur le contrat signé le …`.
    let near = &left[left.len().saturating_sub(7)..];
    let from = near.iter().rposition(|word| word.stop).map_or(0, |at| at + 1);
    let clause = &near[from..];
    let verb = clause.iter().rposition(|word| is_future(word.text))?;
    let between = &clause[verb + 1..];
    let done = between.iter().skip(1).any(|word| is_participle(word.text));
    (!done).then(|| clause[verb].text.to_owned())
}

/// Words that mean the day of reading or writing, each with the part of it by which a whole text is searched, and with a
/// part that begins like few other words, by which many texts are searched before.
const RELATIVE: [(&str, &str, &str); 16] = [
    ("actuellement", "ctuellement", "tuellement"),
    ("pour l'instant", "instant", "nstant"),
    ("pour le moment", "our le moment", "moment"),
    ("à l'heure actuelle", "heure actuelle", "heure actuelle"),
    ("à ce jour", " ce jour", " ce jour"),
    ("en ce moment", "n ce moment", "moment"),
    ("prochainement", "rochainement", "hainement"),
    ("bientôt", "ientôt", "ntôt"),
    ("cette année", "ette année", "ette année"),
    ("currently", "urrently", "urrently"),
    ("at the moment", "t the moment", "moment"),
    ("at present", "t present", "t present"),
    ("for now", "or now", "r now"),
    ("soon", "oon", "oon"),
    ("this year", "his year", "s year"),
    ("nowadays", "owadays", "owadays"),
];

/// Whether a text holds a part of words that mean the day of reading; without any it holds none of them.
pub(super) fn has_relative_part(text: &str) -> bool {
    RELATIVE.iter().any(|(_, part, _)| text.contains(part))
}

/// What every text with such a part holds, and few others.
pub(super) fn relative_hints() -> impl Iterator<Item = &'static str> {
    let hint = |at: usize| RELATIVE[at].2;
    (0..RELATIVE.len()).filter(move |at| (0..*at).all(|other| hint(other) != hint(*at))).map(hint)
}

/// Words that mean the day of reading, with their places, in order. `is_dated` tells whether a sentence has a date.
pub(super) fn relative(text: &str, is_dated: impl Fn(&Range<usize>) -> bool) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    if !has_relative_part(text) {
        return found;
    }
    // One byte for one: places stay.
    let folded = text.replace('’', "'\u{1}\u{1}").replace('\u{a0}', " \u{1}");
    let bare = folded.to_lowercase();
    if bare.len() != text.len() {
        return found;
    }
    for (words, ..) in RELATIVE {
        let written = [words.to_owned(), words.replace('\'', "'\u{1}\u{1}")];
        for form in &written[..if words.contains('\'') { 2 } else { 1 }] {
            for (at, _) in bare.match_indices(form.as_str()) {
                let place = at..at + form.len();
                if is_whole(&bare, &place, words) && !is_dated(&sentence(text, &place)) {
                    found.push((place.clone(), text[place].to_owned()));
                }
            }
        }
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Whether an expression stands as whole words, and not in another one: `as soon as`, `à bientôt`, `cette année-là`.
fn is_whole(text: &str, place: &Range<usize>, words: &str) -> bool {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    let letter = |letter: char| letter.is_alphanumeric();
    if before.ends_with(letter) || after.starts_with(letter) || after.starts_with(['-', '\'']) {
        return false;
    }
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_matches(|letter: char| !letter.is_alphanumeric());
    let next = after.split_whitespace().next().unwrap_or_default();
    match words {
        "soon" => !matches!(last, "as" | "too" | "how" | "so" | "very") && next != "as" && next != "after",
        "bientôt" => !matches!(last, "à" | "a" | "trop"),
        "at the moment" => !matches!(next, "of" | "when" | "that" | "you" | "the" | "they" | "we" | "a"),
        "à ce jour" | "en ce moment" => !next.starts_with("où"),
        _ => true,
    }
}
