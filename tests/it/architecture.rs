//! What can be checked about the source code itself: which module may know which, where a crate is named, how long
//! files are, what may not be written, and whether the first commands of the repository exist.
use crate::support::{cold, files_below, guide_of, home, options, text, text_of};
use std::collections::{BTreeMap, BTreeSet};

/// Which modules of the crate a module may name besides itself.
///
/// The nouns (`model`) and what knows nothing of guides (`stamp`, `text`, `words`, `failure`) are open to all; `pdf`,
/// which knows a sheet and no guide, is a leaf too. A stage uses an earlier stage's result, never its code. Four doors
/// are wider than that: `search` is a tool of two stages, `output` and `check`, and of a command; `urls` of `check` and
/// of commands;
/// `report` puts a `Failure` into words; `commands` reads YAML schemas and addresses with `parse`, because `new` and
/// `schema` speak of the format itself; `serve` is a loop around the same stages as `commands`.
const DOORS: &[(&str, &[&str])] = &[
    ("stamp", &[]),
    ("failure", &["model"]),
    ("model", &["stamp"]),
    ("text", &["model", "stamp"]),
    ("words", &["model", "text"]),
    ("pdf", &["model", "stamp", "text"]),
    ("load", &["model", "stamp", "failure"]),
    ("parse", &["model", "stamp", "text"]),
    ("assemble", &["model", "stamp", "text"]),
    ("agenda", &["model", "stamp"]),
    ("urls", &["model", "stamp", "text"]),
    ("check", &["model", "search", "stamp", "text", "urls"]),
    ("search", &["model", "stamp", "text"]),
    ("output", &["model", "search", "stamp", "text", "words", "pdf"]),
    ("messages", &["model", "stamp", "text", "words", "failure"]),
    ("write", &["model", "stamp", "failure"]),
    ("external", &["model", "failure"]),
    ("pipeline", &["model", "assemble", "check", "output", "parse"]),
    ("checklist", &["model", "failure", "messages", "text", "words"]),
    ("report", &["agenda", "model", "messages", "text", "words"]),
    ("serve", &["model", "stamp", "failure", "load", "output", "pipeline", "text"]),
    ("cli", &["model", "failure", "load", "messages", "output", "pipeline", "search", "words"]),
    (
        "commands",
        &[
            "checklist",
            "cli",
            "external",
            "failure",
            "messages",
            "model",
            "output",
            "parse",
            "pipeline",
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

/// Where a crate may be named: paths below `src/`, a folder with a slash behind it. Every dependency has a line.
const CRATES: &[(&str, &[&str])] = &[
    ("aho_corasick", &["output/shared/terms.rs", "text/dates/mod.rs"]),
    ("axum", &["serve/"]),
    ("bytes", &["model/file.rs"]),
    ("clap", &["cli/", "commands/completions.rs"]),
    ("clap_complete", &["commands/completions.rs"]),
    ("flate2", &["pdf/form/file.rs"]),
    ("fluent_bundle", &["words.rs"]),
    ("fluent_syntax", &["words.rs"]),
    ("foldhash", &["stamp.rs"]),
    ("futures_util", &["serve/"]),
    ("granit_parser", &["parse/yaml/reader.rs"]),
    ("httpdate", &["external/answer.rs"]),
    ("hyper", &["serve/", "external/exchange.rs"]),
    ("hyper_util", &["serve/", "external/exchange.rs"]),
    ("imagesize", &["assemble/picture.rs"]),
    ("include_dir", &["load/embedded.rs", "commands/init.rs"]),
    ("jiff", &["model/date.rs"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["serve/"]),
    ("percent_encoding", &["text/percent.rs"]),
    ("phonenumber", &["parse/fields/phone.rs"]),
    ("pulldown_cmark", &["parse/markdown/events.rs"]),
    ("qrcodegen", &["pdf/qr.rs"]),
    ("rayon", &["assemble/", "load/", "parse/", "check/", "output/", "write/"]),
    ("rustix", &["load/", "write/", "serve/", "main.rs"]),
    ("rustls", &["external/dial.rs"]),
    ("serde", &["output/", "messages/", "write/", "commands/", "external/"]),
    (
        "serde_json",
        &[
            "output/",
            "messages/",
            "write/",
            "serve/",
            "checklist/",
            "report/",
            "parse/schema.rs",
            "commands/",
            "pdf/",
            "external/cache.rs",
        ],
    ),
    ("simdutf8", &["parse/decode.rs"]),
    ("strsim", &["text/nearest.rs"]),
    ("tera", &["output/theme/template.rs"]),
    ("tokio", &["serve/", "external/dial.rs", "external/exchange.rs", "external/run.rs"]),
    ("tokio_rustls", &["external/dial.rs", "external/exchange.rs"]),
    ("typst", &["pdf/kit.rs", "pdf/world.rs", "pdf/engine.rs"]),
    ("typst_layout", &["pdf/engine.rs"]),
    ("typst_pdf", &["pdf/engine.rs"]),
    ("unic_langid", &["words.rs"]),
    (
        "unicode_normalization",
        &["text/", "check/suggest/fold.rs", "assemble/", "pdf/letters.rs", "search/fold.rs"],
    ),
    ("unicode_width", &["messages/visible.rs"]),
    ("url", &["parse/fields/address.rs", "external/address.rs"]),
    ("walkdir", &["load/walk.rs", "write/"]),
    ("webpki_roots", &["external/dial.rs"]),
    ("x509_cert", &["external/certificate.rs"]),
    ("xxhash_rust", &["stamp.rs"]),
];

/// The longest file, in lines, tests inside included.
const LONGEST: usize = 450;

/// The Rust files below `src/`, less those that hold tests only: path below `src/`, lines of code with their numbers.
pub(crate) fn code() -> Vec<(String, Vec<(usize, String)>)> {
    let only_tests = ["tests.rs", "_test.rs", "_tests.rs", "fixture.rs"];
    let mut found = Vec::new();
    for path in files_below("src").into_iter().filter(|path| path.ends_with(".rs")) {
        let inside = path["src/".len()..].to_owned();
        if only_tests.iter().any(|ending| inside.ends_with(ending)) || inside.contains("/tests/") {
            continue;
        }
        let whole = text_of(&path);
        let product = whole.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = product.lines().enumerate();
        let lines = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
        found.push((inside, lines.map(|(number, line)| (number + 1, line.to_owned())).collect()));
    }
    found
}

/// The module of the crate that a file belongs to.
fn module_of(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// Every place of a word that is followed by `::`, as a path begins, and not preceded by another part of a name.
fn begins_path(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before
            .is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':' || letter == '"')
    })
}

/// The names that stand behind `crate::` in a line, also those in braces.
fn named_modules(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default(),
            None => rest,
        };
        let many = rest.starts_with('{');
        for name in names.split(',').take(if many { usize::MAX } else { 1 }) {
            let name: String =
                name.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            found.push(name);
        }
    }
    found
}

#[test]
fn a_module_names_only_those_it_may_know() {
    let doors: BTreeMap<_, _> = DOORS.iter().copied().collect();
    let mut wrong = Vec::new();
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for (path, lines) in code() {
        let module = module_of(&path);
        let open =
            doors.get(module).unwrap_or_else(|| panic!("src/{path} belongs to no module of the table"));
        for (number, line) in lines {
            for name in named_modules(&line).into_iter().filter(|name| name != module) {
                used.insert((module.to_owned(), name.clone()));
                if !open.contains(&name.as_str()) {
                    wrong.push(format!("src/{path}:{number}: {module} must not know {name}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(used.len() > 30, "the test reads the imports: {used:?}");
}

#[test]
fn pure_modules_and_the_world_stand_apart() {
    let world = ["load", "write", "serve", "cli", "commands"];
    // Of `external`, these files alone.
    let files = ["external/cache.rs", "external/dial.rs", "external/exchange.rs", "external/run.rs"];
    let wrong: Vec<_> = code()
        .into_iter()
        .filter(|(path, _)| !world.contains(&module_of(path)) && !files.contains(&path.as_str()))
        .flat_map(|(path, lines)| {
            let touches = |line: &str| {
                let names = [
                    "std::fs",
                    "std::net",
                    "std::env",
                    "std::process",
                    "std::thread",
                    "SystemTime",
                    "Instant::",
                ];
                names.iter().chain(&["tokio::", "hyper::"]).any(|name| line.contains(name))
            };
            lines
                .into_iter()
                .filter(move |(_, line)| touches(line))
                .map(move |(number, line)| format!("src/{path}:{number}: {line}"))
        })
        .filter(|line| !line.starts_with("src/main.rs") || !line.contains("ExitCode"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_kept_in_statics_or_behind_locks() {
    let mut wrong = Vec::new();
    for (path, lines) in code() {
        let locks = ["Mutex", "RwLock", "OnceLock", "LazyLock", "OnceCell", "thread_local!", "static mut"];
        for (number, line) in lines {
            let state = locks.iter().any(|lock| line.contains(lock)) && module_of(&path) != "serve";
            // A table that the compiler fills in is no state.
            let table = (path == "load/embedded.rs"
                && line.starts_with("static DEFAULT: Dir<'_> = include_dir!"))
                || (path == "main.rs" && line.starts_with("static ALLOCATOR: mimalloc::MiMalloc ="));
            let fixed = line.trim_start().starts_with("static ") && !table && module_of(&path) != "commands";
            if state || fixed {
                wrong.push(format!("src/{path}:{number}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_crate_is_named_where_it_belongs() {
    let manifest = text_of("Cargo.toml");
    let mut inside = false;
    let mut needed = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| inside) {
            needed.insert(name.replace('-', "_"));
        }
    }
    let known: BTreeSet<_> = CRATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(needed, known, "every dependency has a line in the table");

    let code = code();
    let mut wrong = Vec::new();
    for (name, places) in CRATES {
        let mut found = false;
        for (path, lines) in &code {
            let at_home =
                places.iter().any(|place| path == place || (place.ends_with('/') && path.starts_with(place)));
            for (number, line) in lines {
                if begins_path(line, name) || line.contains(&format!("use {name};")) {
                    found = true;
                    if !at_home {
                        wrong.push(format!("src/{path}:{number}: {name}"));
                    }
                }
            }
        }
        if !found {
            wrong.push(format!("{name} is named nowhere"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_that_went_wrong_is_dropped() {
    let dropped = ["Result::ok)", "let _ =", ".unwrap()", "unreachable!()", "process::exit"];
    let mut wrong = Vec::new();
    for (path, lines) in code() {
        for (number, line) in lines {
            if dropped.iter().any(|form| line.contains(form)) {
                wrong.push(format!("src/{path}:{number}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_opens_with_a_sentence_and_is_short() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests/it"] {
        for path in files_below(folder).into_iter().filter(|path| path.ends_with(".rs")) {
            let whole = text_of(&path);
            let lines = whole.lines().count();
            if lines > LONGEST {
                wrong.push(format!("{path}: {lines} lines"));
            }
            let opens = whole.starts_with("//! ") || path == "src/lib.rs";
            if !opens {
                wrong.push(format!("{path} does not open with a sentence"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_first_page_of_the_repository_names_commands_that_exist() {
    let readme = text_of("README.md");
    let blocks: Vec<&str> = readme.split("```").skip(1).step_by(2).collect();
    let commands: Vec<&str> = blocks
        .iter()
        .filter(|block| {
            block.starts_with("sh\n") || block.starts_with("bash\n") || block.starts_with("console\n")
        })
        .flat_map(|block| block.lines().skip(1))
        .map(|line| line.trim_start_matches("$ ").trim())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert!(commands.len() >= 2, "README.md shows the commands: {commands:?}");
    let verbs = [
        "build",
        "check",
        "serve",
        "search",
        "export",
        "init",
        "new",
        "checklist",
        "schema",
        "explain",
        "completions",
        "urls",
    ];
    for command in commands {
        let words: Vec<&str> = command.split_whitespace().collect();
        if let Some(at) = words.iter().position(|word| word.ends_with("jalon")) {
            let verb = words.get(at + 1).unwrap_or_else(|| panic!("{command}: a verb"));
            assert!(verbs.contains(verb) || verb.starts_with("--"), "{command}: {verb} is a verb");
        } else if words[0].contains('/') {
            assert!(home().join(words[0]).exists(), "{command}: {} exists", words[0]);
        }
    }
}

#[test]
fn a_guide_of_one_page_has_no_remarks() {
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n"),
        ("guide/index.md", "---\ntitle: Un guide\n---\n\nBonjour.\n"),
    ]);
    assert!(text(&sources, "guide/index.md").is_some());
    let built = cold(&sources, options());
    assert_eq!(built.diagnostics, []);
}
