//! English: `dates` has the words of dates, `relative` those of sentences that are true on any day.
mod dates;
mod relative;

use super::keep;
use super::locale::{Addresses, DAY, FactWords, FileTemplates, Locale, MONTH, StemEnding, WEEK, YEAR};
use super::stop_words::StopWords;
use crate::model::Kind;
use include_dir::include_dir;

pub(super) const LOCALE: Locale = Locale {
    name: "English",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    day_suffix: |_| "",
    month_first: true,
    dates: &dates::DATES,
    digit_gap: ',',
    decimal_mark: '.',
    sizes: ["bytes", "kB", "MB", "GB"],
    cell_separator: ',',
    typeset: keep::typeset,
    write_html: keep::write_html,
    time_units: &[
        ("day", "days", DAY),
        ("week", "weeks", WEEK),
        ("month", "months", MONTH),
        ("year", "years", YEAR),
    ],
    delay_letters: ['D', 'W', 'M'],
    placeholder_labels: &["TODO", "TO DO"],
    addresses: Addresses {
        directories: &[(Kind::Resource, "documents"), (Kind::Term, "glossary")],
        whole_guide: "whole-guide",
        site_map: "site-map",
        search: "search",
        accessibility: "accessibility",
        legal_notice: "legal-notice",
        personal_data: "personal-data",
    },
    checklists: "checklists",
    if_yes: &["if yes", "if so"],
    if_no: &["if not", "if no", "otherwise"],
    question_words: &[
        "who", "what", "when", "where", "why", "which", "how", "whose", "whom", "isn", "aren", "don",
        "doesn", "shouldn", "wouldn", "couldn",
    ],
    question_openers: &[
        "to", "for", "with", "by", "in", "on", "at", "from", "of", "since", "until", "under", "and", "but",
        "so", "then", "if", "yes", "no", "not", "about",
    ],
    time_words: &["when", "where"],
    suggestion_words: &["an", "some"],
    about_boxes: &["is", "are", "and", "or", "means", "marks", "shows", "stands", "becomes"],
    copula: "is",
    articles: &["a ", "an ", "the "],
    stop_words: StopWords::new(STOP_WORDS),
    fact_words: FactWords { phone: "phone telephone number call", email: "email mail address write" },
    light_stem,
    endings: ENDINGS,
    help: None,
    messages: concat!(
        include_str!("../../messages/locales/en.ftl"),
        include_str!("../../messages/locales/import.en.ftl"),
        include_str!("../../messages/locales/import-word.en.ftl")
    ),
    templates: FileTemplates {
        starter: include_dir!("$CARGO_MANIFEST_DIR/src/language/en/templates/starter"),
        page: include_str!("templates/page.md"),
        contact: include_str!("templates/contact.yaml"),
        tool: include_str!("templates/tool.yaml"),
    },
};

const STOP_WORDS: &[&str] = &[
    "a", "am", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "did", "do", "does", "for",
    "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "is", "it", "its", "me",
    "must", "my", "not", "of", "on", "or", "our", "she", "should", "so", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where",
    "which", "who", "why", "will", "with", "would", "you", "your",
];

const ENDINGS: &[StemEnding] = &[
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

/// A folded word without its plural.
fn light_stem(word: &str) -> String {
    if word.ends_with("ss") {
        return word.to_owned();
    }
    if let Some(root) = word.strip_suffix("ies").filter(|root| root.len() >= 2) {
        return format!("{root}y");
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}
