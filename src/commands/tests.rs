//! The command line as a whole.
use crate::cli::arguments::Arguments;
use clap::{CommandFactory as _, Parser as _};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_command_line_is_well_formed() {
    Arguments::command().debug_assert();
}

#[test]
fn options_of_every_command_stand_before_or_after_the_verb() {
    for line in ["jalon --lang fr build --today 2026-11-23", "jalon build --today 2026-11-23 --lang fr"] {
        let parsed = Arguments::try_parse_from(line.split(' ')).unwrap();
        assert!(parsed.global.lang.is_some(), "{line}");
    }
    let mistake = Arguments::try_parse_from(["jalon", "build", "--today", "2026-06-31"]).unwrap_err();
    assert!(mistake.to_string().contains("a day of the calendar"));
}

#[test]
fn options_stand_only_where_they_mean_something() {
    let options: [(&str, &[&str]); 10] = [
        ("--strict", &["build", "check"]),
        ("--out=x", &["build"]),
        ("--force", &["build"]),
        ("--portable", &["build"]),
        (
            "--drafts",
            &["build", "check", "checklist", "edit", "export search", "report", "search x", "serve"],
        ),
        ("--host=x", &["serve"]),
        (
            "--today=2026-11-23",
            &["build", "check", "checklist", "edit", "export search", "report", "search x", "serve", "urls"],
        ),
        ("--format=sarif", &["build", "check", "edit", "serve"]),
        ("--format=csv", &["checklist", "report"]),
        (
            "--format=json",
            &["build", "check", "checklist", "edit", "export search", "report", "search x", "serve", "urls"],
        ),
    ];
    let verbs = [
        "build",
        "check",
        "checklist",
        "completions bash",
        "edit",
        "explain",
        "export search",
        "init",
        "new tool x",
        "report",
        "schema page",
        "search x",
        "serve",
        "urls",
    ];
    for (option, allowed) in options {
        for verb in verbs {
            let line = format!("jalon {verb} {option}");
            let parsed = Arguments::try_parse_from(line.split(' '));
            assert_eq!(parsed.is_ok(), allowed.contains(&verb), "{line}");
        }
    }
}

#[test]
fn there_is_one_file_a_verb() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let names = entries.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned());
    let files: BTreeSet<String> = names.filter(|name| !["mod", "tests"].contains(&name.as_str())).collect();
    let command = Arguments::command();
    let verbs: BTreeSet<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    assert_eq!(files, verbs);
}
