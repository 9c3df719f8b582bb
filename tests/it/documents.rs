//! Holds the documents to the program: each command, option, key, file, code and type that they name must exist.
use crate::support::{files_below, package_root, text_of};
use jalon::model::ALL_CODES;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Names of the standard library.
const STANDARD: [&str; 3] = ["Result", "Hash", "Default"];

/// Folders that the commands of the manual make.
const MADE: [&str; 2] = ["public/roles/newcomer/", "public/roles/arrivant/"];

/// The documents whose statements are checked.
fn documents() -> Vec<String> {
    let named = ["README.md", "CONTRIBUTING.md", "src/README.md", "tests/README.md", "benches/README.md"];
    // What is made of the program needs no comparison with it.
    let is_written = |path: &String| {
        path.ends_with(".md") && !path.contains("/diagnostics/") && !path.ends_with("/keys.md")
    };
    let manual = files_below("docs").into_iter().filter(is_written);
    named.into_iter().map(str::to_owned).chain(manual).collect()
}

/// A passage of a document that stands in code: a span between backticks, or a line of a fenced block.
struct CodePassage {
    document: String,
    /// Line of the document, from 1.
    line: usize,
    /// The language of the fenced block; none for a span.
    fence: Option<String>,
    text: String,
}

impl CodePassage {
    fn place(&self) -> String {
        format!("{}:{}: {}", self.document, self.line, self.text)
    }
}

/// Every passage of all documents that stands in code.
fn passages() -> Vec<CodePassage> {
    let mut found = Vec::new();
    for document in documents() {
        let mut fence: Option<String> = None;
        for (at, text) in text_of(&document).lines().enumerate() {
            let mut push = |fence: Option<String>, text: &str| {
                found.push(CodePassage {
                    document: document.clone(),
                    line: at + 1,
                    fence,
                    text: text.to_owned(),
                });
            };
            if let Some(language) = text.trim_start().strip_prefix("```") {
                fence = fence.is_none().then(|| language.trim_matches('`').to_owned());
            } else if let Some(language) = &fence {
                push(Some(language.clone()), text);
            } else {
                text.split('`').skip(1).step_by(2).for_each(|span| push(None, span));
            }
        }
        assert!(fence.is_none(), "{document}: a fenced block does not end");
    }
    assert!(found.len() > 300, "{} passages are read", found.len());
    found
}

/// Runs the program for its help: `jalon VERB --help`.
fn help(verb: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    let output = command.args(verb.split_whitespace()).arg("--help").env("LANG", "en").output();
    let output = output.expect("the program starts");
    assert!(output.status.success(), "jalon {verb} --help");
    String::from_utf8(output.stdout).expect("help is text")
}

/// The verbs with a verb below them, as `new page`, and without, each with its help.
fn verbs() -> BTreeMap<String, String> {
    let listed = |help: &str| -> Vec<String> {
        let list = help.split("Commands:\n").nth(1).unwrap_or_default();
        let lines = list.lines().take_while(|line| line.starts_with("  "));
        let names =
            lines.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
        names.filter(|name| *name != "help").map(str::to_owned).collect()
    };
    let mut found = BTreeMap::from([(String::new(), help(""))]);
    for verb in listed(&found[""]) {
        let text = help(&verb);
        for below in listed(&text) {
            let both = format!("{verb} {below}");
            found.insert(both.clone(), help(&both));
        }
        found.insert(verb, text);
    }
    assert!(found.len() > 15, "{:?}", found.keys());
    found
}

/// The options in a command line: `--name` without its value.
fn long_options(text: &str) -> BTreeSet<&str> {
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    text.match_indices("--")
        .filter(|(at, _)| !text[..*at].ends_with(is_part))
        .map(|(at, _)| &text[at..at + text[at..].find(|letter| !is_part(letter)).unwrap_or(text.len() - at)])
        .filter(|option| option.len() > 2)
        .collect()
}

/// Whether a help text lists an option.
fn has_option(help: &str, option: &str) -> bool {
    help.match_indices(option).any(|(at, _)| {
        !help[at + option.len()..].starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '-')
    })
}

/// The arguments of a command line behind `jalon`, also behind `cargo run … --`.
fn arguments(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches("$ ");
    if line.starts_with("cargo run") {
        return line.split_once(" -- ").map(|(_, rest)| rest);
    }
    let (program, rest) = line.split_once(' ')?;
    let is_ratio = rest.starts_with('/');
    (program == "jalon" || program.ends_with("/jalon")).then_some(rest).filter(|_| !is_ratio)
}

#[test]
fn every_command_and_option_exists() {
    let verbs = verbs();
    let mut wrong = Vec::new();
    let mut checked = 0;
    for passage in passages() {
        let is_shell = passage.fence.as_deref().is_none_or(|language| language == "sh");
        let Some(arguments) = arguments(&passage.text).filter(|_| is_shell) else { continue };
        let words: Vec<&str> = arguments.split_whitespace().collect();
        if words.first().is_none_or(|word| word.starts_with("--") || *word == "help") {
            continue;
        }
        let both = words.iter().take(2).copied().collect::<Vec<_>>().join(" ");
        let verb = if verbs.contains_key(&both) { both.as_str() } else { words[0] };
        checked += 1;
        match verbs.get(verb) {
            // `COMMAND`, in capitals, stands for any verb.
            None if verb.chars().all(char::is_uppercase) => {}
            None => wrong.push(format!("{}: no such command", passage.place())),
            Some(help) => {
                let unknown = long_options(arguments).into_iter().filter(|option| !has_option(help, option));
                wrong.extend(unknown.map(|option| format!("{}: no option {option}", passage.place())));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(checked > 25, "{checked} commands are checked");
}

#[test]
fn every_option_named_alone_exists() {
    let verbs = verbs();
    // Options of Cargo and of the benches' own command lines, variables of the style.
    let of_others: String = [
        "benches/scale/main.rs",
        "benches/faults/main.rs",
        "benches/saves/main.mjs",
        "themes/default/static/style.css",
    ]
    .map(text_of)
    .concat()
        + "--release --features --no-default-features";
    let mut wrong = Vec::new();
    let mut checked = 0;
    for passage in passages().into_iter().filter(|passage| passage.fence.is_none()) {
        if !passage.text.starts_with("--") || passage.text.starts_with("---") {
            continue;
        }
        for option in long_options(&passage.text) {
            let known = verbs.values().any(|help| has_option(help, option)) || has_option(&of_others, option);
            checked += 1;
            if !known {
                wrong.push(format!("{}: no option {option}", passage.place()));
            }
        }
    }
    assert!(checked > 25, "only {checked} options were looked up");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_code_exists() {
    let families: BTreeSet<&str> =
        ALL_CODES.iter().filter_map(|code| code.name.split_once('/')).map(|(family, _)| family).collect();
    let mut wrong = Vec::new();
    let mut checked = 0;
    for passage in passages() {
        let words =
            passage.text.split(|letter: char| !(letter.is_ascii_lowercase() || "-/".contains(letter)));
        for word in words {
            let Some((family, name)) = word.split_once('/').filter(|(family, _)| families.contains(family))
            else {
                continue;
            };
            // `check/search` is a module, `search/` a folder of the site.
            let is_module = package_root().join("src").join(word).exists()
                || package_root().join("src").join(format!("{word}.rs")).exists()
                || package_root().join("themes/default/static").join(family).exists();
            if name.contains('/') || name.is_empty() || is_module {
                continue;
            }
            checked += 1;
            if !ALL_CODES.iter().any(|code| code.name == word) {
                wrong.push(format!("{}: no code {word}", passage.place()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(checked > 3, "{checked} codes are checked");
}

/// `a/{b,c}.rs` as `a/b.rs` and `a/c.rs`.
fn expanded(path: &str) -> Vec<String> {
    let parts = path.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    match parts {
        Some((before, (names, after))) => {
            names.split(',').flat_map(|name| expanded(&format!("{before}{name}{after}"))).collect()
        }
        None => vec![path.to_owned()],
    }
}

/// Whether a span between backticks looks like the name of a file or folder.
fn is_path(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./{},".contains(letter);
    let endings =
        ["rs", "md", "toml", "yaml", "ftl", "html", "css", "js", "mjs", "typ", "json", "lock", "txt"];
    let ends = Path::new(text).extension().and_then(|ending| ending.to_str());
    let named = ends.is_some_and(|ending| endings.contains(&ending)) || text.ends_with('/');
    named
        && text.chars().all(plain)
        && text.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '.')
}

#[test]
fn every_file_exists() {
    let sources: String = ["src", "themes/default", "tests"]
        .iter()
        .flat_map(|folder| files_below(folder))
        .filter(|path| [".rs", ".html", ".ftl", ".mjs"].iter().any(|ending| path.ends_with(ending)))
        .map(text_of)
        .collect();
    let below = ["", "src", "tests", "guide", "themes/default", "tests/it"];
    let starters = files_below("src/language");
    let mut wrong = Vec::new();
    let mut checked = 0;
    for passage in passages().into_iter().filter(|passage| passage.fence.is_none()) {
        if !is_path(&passage.text) {
            continue;
        }
        let beside = Path::new(&passage.document).parent().unwrap_or(Path::new(""));
        for path in expanded(&passage.text) {
            checked += 1;
            let exists = package_root().join(beside).join(&path).exists()
                || below.iter().any(|folder| package_root().join(folder).join(&path).exists());
            // A file that Jalon reads or writes elsewhere is named in the code.
            let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            // So is one of the small guides that `jalon init` writes, and one that the manual has its readers write.
            let is_made = MADE.contains(&path.as_str())
                || starters.iter().any(|file| file.ends_with(&format!("/{path}")))
                || text_of(&passage.document).contains(&format!("title=\"{path}\""));
            if !exists && !is_made && !sources.contains(name) {
                wrong.push(format!("{}: no file {path}", passage.place()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(checked > 80, "{checked} files are checked");
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut wrong = Vec::new();
    let mut checked = 0;
    for document in documents() {
        let text = text_of(&document);
        // `jalon check` follows the links of the manual.
        if document.contains("/guide/") {
            continue;
        }
        let beside = Path::new(&document).parent().unwrap_or(Path::new(""));
        for rest in text.split("](").skip(1) {
            let target = rest.split(')').next().unwrap_or_default();
            // `arivee.md` is an example.
            if target == "arivee.md" || target.contains("://") || target.contains(' ') {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = if path.is_empty() {
                package_root().join(&document)
            } else {
                package_root().join(beside).join(path)
            };
            checked += 1;
            let has_anchor = || {
                let text = std::fs::read_to_string(&file).unwrap_or_default();
                let slug = |heading: &str| heading.trim().to_lowercase().replace(' ', "-");
                anchor.is_empty()
                    || text
                        .lines()
                        .any(|line| line.starts_with('#') && slug(line.trim_start_matches('#')) == anchor)
            };
            if !(file.exists() && has_anchor()) {
                wrong.push(format!("{document}: {target}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(checked > 20, "{checked} links are checked");
}

#[test]
fn every_key_is_one_of_a_schema() {
    let names = ["settings", "page", "contacts", "tools", "resources", "roles", "organisations", "terms"];
    let schemas: String = names
        .iter()
        .map(|name| {
            let output = Command::new(env!("CARGO_BIN_EXE_jalon")).args(["schema", name]).output();
            String::from_utf8(output.expect("the program starts").stdout).expect("a schema is text")
        })
        .collect();
    let mut wrong = Vec::new();
    let mut checked = 0;
    for passage in passages()
        .into_iter()
        .filter(|passage| passage.document.starts_with("docs/") || passage.document == "README.md")
    {
        let is_yaml = match passage.fence.as_deref() {
            Some(language) => language == "yaml" && passage.text.starts_with(' '),
            None => {
                passage.text.contains(": ")
                    && passage.text.starts_with(|letter: char| letter.is_ascii_lowercase())
            }
        };
        if !is_yaml {
            continue;
        }
        for (at, _) in passage
            .text
            .match_indices(": ")
            .chain(passage.text.ends_with(':').then_some((passage.text.len() - 1, ":")))
        {
            let before = &passage.text[..at];
            let key = &before[before
                .rfind(|letter: char| !(letter.is_ascii_lowercase() || letter == '_'))
                .map_or(0, |end| end + 1)..];
            let is_code = before[..before.len() - key.len()].ends_with(['/', '-', '.']);
            if key.is_empty() || is_code {
                continue;
            }
            checked += 1;
            if !schemas.contains(&format!("\"{key}\"")) {
                wrong.push(format!("{}: no key {key}", passage.place()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(checked > 20, "{checked} keys are checked");
}

#[test]
fn every_name_of_the_code_exists() {
    let code: Vec<String> =
        files_below("src").into_iter().filter(|path| path.ends_with(".rs")).map(text_of).collect();
    let code = code.concat();
    let model = text_of("src/model/mod.rs");
    let defined = |name: &str| {
        ["struct ", "enum ", "type ", "trait ", "fn ", "mod ", "const "].iter().any(|keyword| {
            code.match_indices(&format!("{keyword}{name}")).any(|(at, found)| {
                !code[at + found.len()..]
                    .starts_with(|letter: char| letter.is_alphanumeric() || letter == '_')
            })
        })
    };
    let mut wrong = Vec::new();
    let mut checked = 0;
    for passage in passages().into_iter().filter(|passage| passage.fence.is_none()) {
        if !matches!(passage.document.as_str(), "src/README.md" | "CONTRIBUTING.md") {
            continue;
        }
        let text = passage.text.split(['<', '(']).next().unwrap_or_default();
        let word = |part: &str| {
            !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        };
        let is_type = text.starts_with(|letter: char| letter.is_ascii_uppercase())
            && text.contains(|letter: char| letter.is_ascii_lowercase());
        let parts: Vec<&str> = text.split("::").collect();
        if !parts.iter().all(|part| word(part)) || !(is_type || parts.len() > 1) {
            continue;
        }
        let last = parts.last().copied().unwrap_or_default();
        checked += 1;
        let is_variant =
            || code.contains(&format!("    {last},\n")) || code.contains(&format!("pub {last}:"));
        // Some types of `model` are defined by a macro and listed in its `mod.rs`.
        let is_listed = || model.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == last);
        if !defined(last) && !is_variant() && !is_listed() && !STANDARD.contains(&parts[0]) {
            wrong.push(passage.place());
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(checked > 20, "{checked} names are checked");
}

#[test]
fn every_type_of_the_glossary_stands_in_its_file() {
    let contributing = text_of("CONTRIBUTING.md");
    let rows: Vec<_> = contributing.lines().filter(|line| line.contains("` in `")).collect();
    let mut wrong = Vec::new();
    for row in &rows {
        let cell = row.trim_end_matches(['|', ' ']).rsplit(" | ").next().unwrap_or_default();
        let (types, file) = cell.split_once("` in `").unwrap_or((cell, ""));
        let text = text_of(Path::new("src").join(file.trim_end_matches('`')));
        let is_there = |name: &str| {
            text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name.trim_matches('`'))
        };
        wrong.extend(types.split(", ").filter(|name| !is_there(name)).map(|name| format!("{file} {name}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(rows.len() > 20, "{} rows are read", rows.len());
}

/// The words of a file, tables and code included.
fn word_count(path: &str) -> usize {
    text_of(path).split_whitespace().count()
}

#[test]
fn the_way_into_the_code_is_short() {
    assert!(word_count("src/README.md") <= 1_200, "src/README.md: {} words", word_count("src/README.md"));
    let way =
        ["README.md", "src/README.md", "src/pipeline.rs", "src/check/image.rs", "tests/specs/images.md"];
    let words: usize = way.into_iter().map(word_count).sum();
    assert!(words <= 4_000, "from the README to the spec of a check: {words} words");
}
