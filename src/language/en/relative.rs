//! English sentences with "currently" and the like that are true on any day.
use super::dates::is_participle;
use crate::language::locale::RelativeContext;

const CONDITIONS: &[&str] =
    &["if", "when", "whenever", "wherever", "whether", "unless", "while", "until", "once", "case"];
const RELATIVES: &[&str] =
    &["which", "who", "whose", "whom", "what", "whatever", "whichever", "where", "how", "why"];
/// Words before `that` that make it no relative.
const REPORTS: &[&str] = &[
    "note", "notes", "notice", "mean", "means", "say", "says", "said", "so", "know", "known", "remember",
    "fact", "aware", "see", "is", "now", "given", "sure", "believe", "think", "shows", "tells",
];
/// Words before "currently" behind which a participle says what somebody does, not which thing is meant.
const SUBJECTS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "am", "s", "re", "m", "t", "isn", "aren", "not",
    "has", "have", "had", "it", "they", "we", "i", "you", "he", "she", "and", "or", "but", "also", "only",
    "still",
];
const DETERMINERS: &[&str] =
    &["the", "a", "an", "any", "each", "every", "all", "some", "no", "its", "your", "their", "our", "my"];
const PLACES: &[&str] = &["in", "on", "at", "under", "behind"];
const PARTICIPLES: &[&str] = &[
    "held", "stored", "set", "shown", "built", "run", "kept", "left", "made", "sent", "written", "given",
    "found", "bound", "chosen", "loaded", "active", "selected",
];
const SPEAKERS: &[&str] = &["we", "us", "our", "let", "i", "me", "my", "you", "your"];
/// What a tutorial is about: "currently, our test is failing" is the state of an exercise.
const EXERCISES: &[&str] = &[
    "code",
    "program",
    "programs",
    "test",
    "tests",
    "function",
    "functions",
    "closure",
    "closures",
    "thread",
    "threads",
    "compiler",
    "server",
    "request",
    "output",
    "loop",
    "variable",
    "struct",
    "trait",
    "method",
    "crate",
    "functionality",
    "implementation",
    "terminal",
];
/// What a text tells its reader to do "for now".
const REQUESTS: &[&str] = &[
    "leave", "ignore", "keep", "skip", "use", "note", "just", "focus", "assume", "remember", "don", "do",
    "know", "think", "consider", "put", "make", "add", "set", "stick",
];
/// What writer and reader will "soon" do in the text.
const READING: &[&str] = &[
    "see",
    "learn",
    "discuss",
    "cover",
    "look",
    "discover",
    "explore",
    "find",
    "meet",
    "know",
    "notice",
    "talk",
    "return",
    "define",
    "implement",
];
/// What is good enough "for now" in a text.
const ENOUGH: &[&str] = &["fine", "ignore", "okay", "enough"];
/// Words before "currently" behind which a participle belongs to the noun after it: `and currently viewed parts`.
const OPENERS: &[&str] = &["and", "or", "of", "with", "for", "from"];
const PAST: &[&str] =
    &["was", "were", "had", "did", "became", "began", "decided", "started", "realised", "realized"];

/// Words of sentences about every day.
const EVERY_DAY: &[&str] = &["always", "never", "usually", "often"];

pub(super) fn is_general(context: &RelativeContext<'_>) -> bool {
    let has =
        |words: &[&str]| context.before.iter().chain(context.after).any(|word| words.contains(&word.text));
    match context.words {
        "for now" => has(SPEAKERS) || has(ENOUGH) || is_request(context),
        "soon" => has(PAST) || has(EVERY_DAY) || is_reading(context) || is_restricted(context),
        "this year" => false,
        _ => {
            is_restricted(context)
                || is_count(context)
                || is_attribute(context)
                || is_about_the_reader(context)
                || context.back(0) == "will"
                || has(&["we", "our"]) && has(EXERCISES)
                || context.clause.iter().any(|word| ["was", "were", "had"].contains(&word.text))
        }
    }
}

fn is_request(context: &RelativeContext<'_>) -> bool {
    let first = context.before.first().or(context.after.first());
    first.is_some_and(|word| REQUESTS.contains(&word.text))
}

/// `as you will soon see`, `soon we’ll define`.
fn is_reading(context: &RelativeContext<'_>) -> bool {
    context.after.iter().take(3).any(|word| READING.contains(&word.text))
}

/// `if you currently use`, `the one that is currently open`.
fn is_restricted(context: &RelativeContext<'_>) -> bool {
    context.clause.iter().any(|word| CONDITIONS.contains(&word.text))
        || context.is_restrictive(RELATIVES)
        || context.is_restrictive_unless(&["that"], REPORTS)
}

/// `how many people are currently waiting`: asked for again and again.
fn is_count(context: &RelativeContext<'_>) -> bool {
    context.before.windows(2).any(|pair| pair[0].text == "how" && matches!(pair[1].text, "many" | "much"))
}

/// `the currently selected item`, `the thread currently running`, `the file currently in that folder`.
fn is_attribute(context: &RelativeContext<'_>) -> bool {
    let (last, next) = (context.back(0), context.next());
    let is_participle = next.ends_with("ing") || is_participle(next) || PARTICIPLES.contains(&next);
    let is_before_noun =
        OPENERS.contains(&last) && is_participle && context.after.len() > 1 && !context.after[0].has_stop;
    let is_behind_noun = !last.is_empty() && !SUBJECTS.contains(&last);
    DETERMINERS.contains(&last)
        || is_before_noun
        || is_behind_noun && (is_participle || PLACES.contains(&next))
}

/// `you are currently`: where the reader is, not how the world is. What readers cannot do is.
fn is_about_the_reader(context: &RelativeContext<'_>) -> bool {
    let subject = if matches!(context.back(0), "are" | "re" | "have" | "do") {
        context.back(1)
    } else {
        context.back(0)
    };
    subject == "you" && !matches!(context.next(), "can" | "cannot" | "must" | "may" | "need" | "have" | "not")
}
