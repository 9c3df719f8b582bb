//! What dates in English texts are recognised by.
use crate::language::locale::DateWords;

pub(super) const DATES: DateWords = DateWords {
    months: [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    short_months: &[
        ("jan", 1),
        ("feb", 2),
        ("febr", 2),
        ("mar", 3),
        ("apr", 4),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sept", 9),
        ("sep", 9),
        ("oct", 10),
        ("nov", 11),
        ("dec", 12),
    ],
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    events: &["will take place", "will be held", "upcoming"],
    next: &[
        "forthcoming",
        "next session",
        "next meeting",
        "next date",
        "next course",
        "next training",
        "next deadline",
        "next call",
        "next intake",
    ],
    limits: &["by", "until", "before", "no later than", "by the", "before the"],
    beginnings: &["starting", "starting on", "as of", "from"],
    requests: &[
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
        "open",
        "available",
        "valid",
        "accepted",
        "extended",
    ],
    past: &["was", "were", "had", "did", "been", "could", "applied", "signed", "hired", "started", "ended"],
    auxiliaries: &["have", "has"],
    is_future: |word| word == "will",
    is_participle,
    is_imperative: |_| false,
    is_infinitive: |_| false,
    infinitive_mark: "",
    relative: &[
        ("currently", "urrently", "urrently"),
        ("at the moment", "t the moment", "moment"),
        ("at present", "t present", "t present"),
        ("for now", "or now", "r now"),
        ("soon", "oon", "oon"),
        ("this year", "his year", "s year"),
        ("nowadays", "owadays", "owadays"),
    ],
    is_in_idiom,
};

fn is_participle(word: &str) -> bool {
    let bare = word.trim_end_matches('s');
    word.chars().count() > 2 && bare.strip_suffix('e').unwrap_or(bare).ends_with("ed")
}

/// `as soon as`, `at the moment of`.
fn is_in_idiom(words: &str, before: &str, after: &str) -> bool {
    match words {
        "soon" => matches!(before, "as" | "too" | "how" | "so" | "very") || matches!(after, "as" | "after"),
        "at the moment" => matches!(after, "of" | "when" | "that" | "you" | "the" | "they" | "we" | "a"),
        _ => false,
    }
}
