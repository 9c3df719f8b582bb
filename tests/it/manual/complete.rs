//! Nothing of the program is left out of the manual, in either language: the lists are the program's own.
use super::keys::{keys_of, schema_of};
use super::{folder, pages};
use crate::support::text_of;
use jalon::model::{ALL_CODES, Kind, Language};
use jalon::parse::schema::names;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The options of a command, each with the values that it takes, and the values of its arguments under an empty name.
type CommandOptions = BTreeMap<String, BTreeSet<String>>;

/// Every command that the completion script knows, `new page` too; that without a name has the options of all.
fn commands() -> BTreeMap<String, CommandOptions> {
    let output = Command::new(env!("CARGO_BIN_EXE_jalon")).args(["completions", "fish"]).output();
    let script = String::from_utf8(output.expect("the program starts").stdout).expect("a script is text");
    let mut found = BTreeMap::new();
    for line in script.split("\ncomplete -c jalon -n ").skip(1) {
        let (condition, rest) = line[1..].split_once('"').expect("a condition is quoted");
        let named = |before: &str| {
            condition.split(before).nth(1).map(|rest| rest.split([';', ' ']).next().unwrap_or_default())
        };
        let mut command = named("using_subcommand ").unwrap_or_default().to_owned();
        if let Some(below) = named("; and __fish_seen_subcommand_from ") {
            command = format!("{command} {below}");
        }
        if command.split(' ').any(|word| word == "help") {
            continue;
        }
        let options: &mut CommandOptions = found.entry(command.clone()).or_default();
        let name = rest.split(" -l ").nth(1).and_then(|rest| rest.split_whitespace().next());
        let values: BTreeSet<String> = rest
            .split(" -a \"")
            .nth(1)
            .map(|list| list.split('\n').filter_map(|value| value.split("\\t").next()))
            .into_iter()
            .flatten()
            .map(|value| value.split('"').next().unwrap_or_default().to_owned())
            .filter(|value| value != "help")
            .collect();
        match name {
            Some(name) => options.entry(format!("--{name}")).or_default().extend(values),
            // What stands below a command without an option is a command, or a value of its argument.
            None => options.entry(String::new()).or_default().extend(values),
        }
    }
    assert!(found.len() > 15 && found["build"].contains_key("--out"), "{found:?}");
    found
}

/// The sections of the page of commands, by id.
fn sections(page: &str) -> BTreeMap<&str, &str> {
    let parts = page.split("\n## ").skip(1);
    parts.filter_map(|part| Some((part.split_once("{#")?.1.split_once('}')?.0, part))).collect()
}

/// Whether a word stands in code, on its own.
fn is_told(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let code = text.split('`').skip(1).step_by(2);
    code.into_iter().any(|code| {
        code.match_indices(word)
            .any(|(at, _)| !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
    })
}

#[test]
fn every_command_option_and_value_is_told() {
    let commands = commands();
    let of_all: Vec<&str> = commands[""].keys().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let mut missing = Vec::new();
    for language in Language::ALL {
        let page = pages(language).remove("commands.md").expect("there is a page of commands");
        let sections = sections(&page);
        let shared = sections["shared"];
        for (command, options) in &commands {
            let id = if command.is_empty() { "every" } else { command.split(' ').next().unwrap_or_default() };
            let Some(section) = sections.get(id) else {
                missing.push(format!("{}: a section {{#{id}}}", folder(language)));
                continue;
            };
            if !command.is_empty() && !section.contains(&format!("jalon {command}")) {
                missing.push(format!("{}: `jalon {command}`", folder(language)));
            }
            // A command with the shared options says so by a link to them.
            let told = if section.contains("](#shared)") {
                format!("{section}{shared}")
            } else {
                (*section).to_owned()
            };
            for (option, values) in
                options.iter().filter(|(option, _)| !command.is_empty() || !option.is_empty())
            {
                let is_of_all = !command.is_empty() && of_all.contains(&option.as_str());
                let words =
                    values.iter().map(String::as_str).chain((!option.is_empty()).then_some(option.as_str()));
                let untold = words.filter(|word| !is_of_all && !is_told(&told, word));
                missing
                    .extend(untold.map(|word| format!("{}: {word} of `jalon {command}`", folder(language))));
            }
        }
    }
    assert!(missing.is_empty(), "docs/*/guide/commands.md does not tell of {missing:#?}");
}

#[test]
fn every_key_code_kind_and_format_is_told() {
    let mut missing = Vec::new();
    for language in Language::ALL {
        let pages = pages(language);
        let mut look = |page: &str, word: &str| {
            if !is_told(&pages[page], word) {
                missing.push(format!("{}/{page}: {word}", folder(language)));
            }
        };
        for name in names() {
            let schema = schema_of(name);
            let keys = keys_of(&schema);
            assert!(keys.len() > 4, "{name} has keys");
            look("commands.md", name);
            // What an author writes at the top of a page is also told where writing is.
            let of_page = keys.iter().filter(|(key, _, _)| name == "page" && !key.contains('›'));
            of_page.for_each(|(key, _, _)| look("write.md", key));
        }
        for kind in Kind::ALL {
            look("registry.md", kind.scheme());
            look("registry.md", &format!("{}.yaml", kind.file()));
        }
        for code in ALL_CODES {
            look("diagnostics/index.md", code.name);
        }
        for (command, options) in commands() {
            let formats = options.get("--format").into_iter().flatten();
            // What people read, and the only format of the export, need no description.
            for format in formats.filter(|format| !["human", "ndjson"].contains(&format.as_str())) {
                if !is_told(&pages["formats.md"], format) {
                    missing.push(format!("{}/formats.md: {format} of {command}", folder(language)));
                }
            }
        }
    }
    assert!(missing.is_empty(), "the manual does not tell of {missing:#?}");
}

#[test]
fn every_key_has_its_row() {
    for language in Language::ALL {
        let page = text_of(format!("{}/keys.md", folder(language)));
        for name in names() {
            // The names of schemas are the ids of their sections.
            let section = page.split(&format!("{{#{name}}}")).nth(1).expect("each schema has a section");
            let section = section.split("{#").next().unwrap_or_default();
            for (key, _, _) in keys_of(&schema_of(name)) {
                assert!(
                    section.contains(&format!("\n| `{key}` | ")),
                    "{}/keys.md: {key} of {name}",
                    folder(language)
                );
            }
        }
    }
}

#[test]
fn the_records_of_the_search_are_told_field_by_field() {
    let root = tempfile::tempdir().expect("a folder is made");
    let jalon = |arguments: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_jalon")).args(arguments).current_dir(root.path()).output();
        String::from_utf8(output.expect("the program starts").stdout).expect("it prints text")
    };
    jalon(&["init", "--lang", "en", "."]);
    let record = jalon(&["export", "search"]);
    let record: serde_json::Value =
        serde_json::from_str(record.lines().next().expect("there are records")).expect("a record is JSON");
    let finding: serde_json::Value =
        serde_json::from_str(&jalon(&["schema", "diagnostics"])).expect("a schema is JSON");
    let checklist: serde_json::Value =
        serde_json::from_str(&jalon(&["checklist", "newcomer", "--format", "json"]))
            .expect("a checklist is JSON");
    for language in Language::ALL {
        let page = text_of(format!("{}/formats.md", folder(language)));
        for fields in [&record, &finding["properties"], &checklist] {
            let fields = fields.as_object().expect("it has fields");
            let untold: Vec<_> = fields.keys().filter(|field| !is_told(&page, field)).collect();
            assert!(untold.is_empty(), "{}: formats.md does not tell of {untold:?}", folder(language));
        }
    }
}
