//! A crate is named in the files that the table gives it, and nowhere else.
use super::source::code_lines;
use crate::support::text_of;
use std::collections::BTreeSet;

/// Where a crate may be named: paths below `src/`, a folder with a slash behind it. Every dependency has a line.
const CRATES: &[(&str, &[&str])] = &[
    ("aho_corasick", &["check/term.rs", "output/shared/terms.rs", "language/dates/mod.rs"]),
    ("brotli", &["write/precompressed.rs"]),
    ("bytes", &["model/file.rs", "publish/run.rs", "serve/"]),
    (
        "clap",
        &["cli/", "commands/mod.rs", "commands/completions.rs", "commands/init/mod.rs", "commands/man.rs"],
    ),
    ("clap_complete", &["commands/completions.rs"]),
    ("clap_mangen", &["commands/man.rs"]),
    ("der", &["external/certificate.rs"]),
    ("flate2", &["model/source.rs", "pdf/form/file.rs", "pdf/png.rs", "write/precompressed.rs"]),
    ("fluent_bundle", &["words.rs"]),
    ("fluent_syntax", &["words.rs"]),
    ("foldhash", &["search/page.rs", "stamp.rs"]),
    ("futures_util", &["publish/run.rs", "serve/"]),
    ("granit_parser", &["parse/yaml/reader.rs"]),
    ("http_body_util", &["serve/"]),
    ("httpdate", &["external/reply.rs"]),
    ("hyper", &["serve/", "external/exchange.rs"]),
    ("hyper_util", &["serve/", "external/exchange.rs"]),
    ("imagesize", &["assemble/picture.rs"]),
    ("imbl", &["model/shared_map.rs"]),
    ("include_dir", &["load/embedded.rs", "commands/init/mod.rs", "language/"]),
    ("jiff", &["model/date.rs"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["serve/"]),
    ("percent_encoding", &["text/percent.rs"]),
    ("object_store", &["publish/"]),
    ("phonenumber", &["parse/fields/phone.rs"]),
    (
        "pulldown_cmark",
        &[
            "lsp/tables.rs",
            "parse/markdown/builder/events.rs",
            "import/source/markdown.rs",
            "text/references.rs",
        ],
    ),
    ("qrcodegen", &["pdf/qr.rs"]),
    ("quick_xml", &["import/word/xml.rs", "epub/pictures.rs"]),
    (
        "rayon",
        &[
            "pipeline.rs",
            "cli/machine.rs",
            "assemble/",
            "import/",
            "load/",
            "lsp/checker.rs",
            "parse/",
            "check/",
            "output/",
            "write/",
        ],
    ),
    ("reqwest", &[]),
    ("rustix", &["commands/doctor.rs", "load/", "lsp/lifecycle.rs", "write/", "serve/", "main.rs"]),
    ("rustls", &["external/dial.rs", "publish/mod.rs", "serve/access.rs"]),
    ("serde", &["output/", "messages/", "publish/state.rs", "write/", "commands/", "external/", "lsp/"]),
    (
        "serde_json",
        &[
            "output/",
            "messages/",
            "write/",
            "serve/",
            "lsp/",
            "parse/schema.rs",
            "commands/",
            "checklist/",
            "report/",
            "pdf/",
            "publish/state.rs",
            "external/cache.rs",
            "external/diagnostics.rs",
        ],
    ),
    ("serde_yaml", &["import/source/formats.rs"]),
    ("similar", &["serve/desk/merge.rs"]),
    ("simdutf8", &["parse/plain/decode.rs"]),
    ("stacker", &["pdf/mod.rs"]),
    ("strsim", &["text/nearest.rs"]),
    ("syntect", &["colors/grammar.rs"]),
    ("tera", &["output/theme/template.rs"]),
    ("thin_vec", &["model/body.rs", "model/task.rs", "parse/"]),
    ("tokio", &["publish/", "serve/", "external/dial.rs", "external/exchange.rs", "external/run.rs"]),
    ("tokio_rustls", &["external/dial.rs", "external/exchange.rs"]),
    ("toml", &["import/source/formats.rs"]),
    ("two_face", &["colors/grammar.rs"]),
    ("tiny_skia", &["pdf/social_card.rs"]),
    ("ttf_parser", &["pdf/social_card.rs"]),
    ("typst", &["pdf/kit.rs", "pdf/world.rs", "pdf/engine.rs", "pdf/social_card.rs"]),
    ("typst_layout", &["pdf/engine.rs"]),
    ("typst_pdf", &["pdf/engine.rs"]),
    ("unic_langid", &["words.rs"]),
    ("unicode_width", &["lsp/tables.rs", "messages/visible.rs"]),
    (
        "unicode_normalization",
        &[
            "text/",
            "check/suggest/fold.rs",
            "import/source/slugs.rs",
            "assemble/",
            "pdf/glyphs.rs",
            "search/fold.rs",
        ],
    ),
    ("url", &["lsp/uri.rs", "publish/store.rs", "parse/fields/address.rs", "external/address.rs"]),
    ("walkdir", &["load/walk.rs", "load/foreign.rs", "write/"]),
    ("webpki_roots", &["external/dial.rs"]),
    ("xxhash_rust", &["stamp.rs"]),
    ("zip", &["import/word/archive.rs", "epub/archive.rs"]),
];

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

    let code = code_lines();
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
        // Without a place, it is here only to choose the features of another crate.
        if !found && !places.is_empty() {
            wrong.push(format!("{name} is named nowhere"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every place of a word that is followed by `::`, as a path begins, and not preceded by another part of a name.
fn begins_path(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before
            .is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':' || letter == '"')
    })
}
