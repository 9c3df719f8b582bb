//! Which module of the crate may import which: the table equals what is imported.
use super::imports::imports;
use super::source::top_module;
use std::collections::{BTreeMap, BTreeSet};

/// The modules that each module imports besides itself. An import that is missing here fails, and so does a line that nothing
/// uses.
///
/// A stage uses the result of an earlier stage, never its code. `model`, `stamp`, `failure`, `text`, `language` and `words` know
/// nothing of stages and are open to all. So is `pdf`, which lays out a sheet. `search` serves `check`, `output` and a
/// command; `urls` serves `check` and a command. `refactor` asks `parse` what the target of a link means. `commands` also imports `parse`, because `new` and `schema` are about
/// the format itself.
const ALLOWED_IMPORTS: &[(&str, &[&str])] = &[
    ("stamp", &[]),
    ("failure", &[]),
    ("model", &["stamp"]),
    ("text", &["model", "stamp"]),
    ("language", &["model", "text"]),
    ("colors", &["model"]),
    ("words", &["language", "model"]),
    ("pdf", &["language", "model", "stamp"]),
    ("epub", &["language", "model", "text"]),
    ("load", &["model", "failure"]),
    ("parse", &["colors", "language", "model", "stamp", "text"]),
    ("assemble", &["language", "model", "stamp", "text", "words"]),
    ("agenda", &["model", "stamp"]),
    ("urls", &["model", "stamp", "text"]),
    ("refactor", &["model", "parse", "stamp", "text"]),
    ("check", &["language", "model", "search", "stamp", "text", "urls"]),
    ("search", &["language", "model", "stamp", "text"]),
    ("output", &["epub", "language", "model", "search", "stamp", "text", "words", "pdf"]),
    ("messages", &["language", "model", "stamp", "text", "words", "failure"]),
    ("import", &["failure", "language", "messages", "model", "parse", "text", "words"]),
    ("write", &["model", "stamp", "failure"]),
    ("external", &["model", "failure", "write"]),
    ("publish", &["model", "stamp", "failure", "output", "text", "write"]),
    ("pipeline", &["colors", "model", "assemble", "check", "output", "parse"]),
    ("checklist", &["language", "model", "failure", "messages", "text", "words"]),
    ("report", &["language", "agenda", "model", "messages", "text", "words"]),
    ("serve", &["model", "stamp", "failure", "load", "output", "pipeline", "text", "write"]),
    (
        "lsp",
        &[
            "cli", "failure", "language", "load", "messages", "model", "parse", "pipeline", "stamp", "text",
            "words",
        ],
    ),
    ("cli", &["language", "model", "failure", "load", "messages", "pipeline", "text", "words"]),
    (
        "commands",
        &[
            "checklist",
            "cli",
            "external",
            "failure",
            "import",
            "language",
            "load",
            "lsp",
            "messages",
            "model",
            "output",
            "parse",
            "pipeline",
            "publish",
            "refactor",
            "report",
            "search",
            "serve",
            "stamp",
            "text",
            "urls",
            "words",
            "write",
        ],
    ),
    ("main", &[]),
    ("build", &[]),
    ("lib", &[]),
];

#[test]
fn modules_import_exactly_what_the_table_allows() {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut wrong = Vec::new();
    let allowed: BTreeMap<_, _> = ALLOWED_IMPORTS.iter().copied().collect();
    for (path, target) in imports().modules {
        let module = top_module(&path).to_owned();
        if module != target {
            let may = allowed.get(module.as_str()).is_some_and(|targets| targets.contains(&target.as_str()));
            if !may {
                wrong.push(format!("src/{path}: {module} must not import {target}"));
            }
            used.entry(module).or_default().insert(target);
        }
    }
    for (module, targets) in ALLOWED_IMPORTS {
        for target in *targets {
            if !used.get(*module).is_some_and(|used| used.contains(*target)) {
                wrong.push(format!("{module} does not import {target}, take it off the table"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
