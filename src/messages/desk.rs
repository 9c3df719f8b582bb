//! The words of the desk of `jalon edit`, and diagnostics in the form that it shows.
use super::describe::{describe, sentence, severity};
use crate::model::Diagnostic;
use crate::words::Words;
use serde_json::{Map, Value, json};

/// The names of the words; each is a message that begins with `desk-`.
const NAMES: &[&str] = &[
    "edit",
    "title",
    "text",
    "save",
    "saved",
    "unsaved",
    "undo",
    "undone",
    "nothing",
    "close",
    "cancel",
    "insert",
    "leave",
    "leave-drop",
    "leave-stay",
    "draft",
    "draft-take",
    "draft-drop",
    "no-draft",
    "changed",
    "choose",
    "choose-passage",
    "choose-mine",
    "choose-theirs",
    "choose-both",
    "choose-nothing",
    "choose-take",
    "findings",
    "no-findings",
    "elsewhere",
    "line",
    "fix",
    "offline",
    "session",
    "spent",
    "refused",
    "too-large",
    "not-text",
    "gone",
    "unpublished",
    "bar",
    "heading",
    "bold",
    "bold-text",
    "list",
    "task",
    "task-text",
    "task-role",
    "task-no-role",
    "task-due",
    "task-due-example",
    "link",
    "link-text",
    "link-address",
    "link-page",
    "link-entry",
    "pick-name",
    "pick-none",
    "pick-first",
    "kind-contact",
    "kind-tool",
    "kind-resource",
    "kind-role",
    "kind-organisation",
    "kind-term",
    "alert",
    "alert-kind",
    "alert-text",
    "alert-note",
    "alert-tip",
    "alert-important",
    "alert-warning",
    "alert-caution",
    "table",
    "table-column",
    "table-cell",
    "picture",
    "picture-file",
    "picture-alt",
    "picture-large",
    "picture-kind",
    "placeholder",
    "placeholder-mark",
    "placeholder-text",
    "until",
    "until-help",
    "until-day",
];

/// All words of the desk by their names.
pub fn desk_words(words: &Words) -> Value {
    let word = |name: &&str| ((*name).to_owned(), sentence(words, &format!("desk-{name}"), &[]).into());
    Value::Object(NAMES.iter().map(word).collect::<Map<_, _>>())
}

/// A diagnostic for the desk, which shows its texts as text and never as HTML.
pub fn desk_finding(diagnostic: &Diagnostic, words: &Words) -> Value {
    let text = describe(diagnostic, words);
    json!({
        "severity": diagnostic.severity.name(),
        "word": severity(diagnostic.severity, words),
        "code": diagnostic.code.name,
        "message": text.message,
        "help": text.help,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;
    use crate::messages;
    use crate::model::Language;
    use std::collections::BTreeSet;

    #[test]
    fn every_word_of_the_desk_is_named() {
        for language in Language::ALL {
            let lines = language::of(language).messages.lines();
            let keys = lines.filter_map(|line| line.strip_prefix("desk-")?.split_once(" = "));
            let written: BTreeSet<&str> = keys.map(|(key, _)| key).collect();
            assert_eq!(written, NAMES.iter().copied().collect(), "{}", language.tag());
            let words = desk_words(&messages::words(language));
            assert!(
                NAMES.iter().all(|name| words[*name].as_str().is_some_and(|word| !word.contains("desk-")))
            );
        }
    }
}
