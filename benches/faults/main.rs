//! Plants faults of all families in a generated guide and fails unless `jalon check` reports exactly these, each at its
//! line and column.
//!
//! `cargo bench --bench faults -- [--pages 1000] [--faults 100] [--seed 1]`
//!
//! Prints the difference if it fails, and what the check costs compared with the guide without faults.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints its readings")]
#![expect(clippy::disallowed_methods, reason = "a bench works on the disk")]

mod catalogue;
#[path = "../scale/generator/mod.rs"]
mod generator;

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use wait4::Wait4;
use walkdir::WalkDir;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A diagnostic: path below the root, line, column, code.
type Finding = (String, u64, u64, String);

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<bool> {
    let (mut pages, mut faults, mut seed) = (1_000, 100, 1);
    let mut arguments = env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--pages" => pages = value()?.parse()?,
            "--faults" => faults = value()?.parse()?,
            "--seed" => seed = value()?.parse()?,
            _ => return Err(format!("{argument} is not known").into()),
        }
    }
    let folder = tempfile::Builder::new().prefix("jalon-faults-").tempdir()?;
    let root = folder.path();
    generator::generate(root, pages, seed)?;
    let (clean, before) = check(root)?;
    if let Some(finding) = clean.first() {
        return Err(format!("the generated guide is not clean: {finding:?}").into());
    }
    let planted = plant(root, faults, seed)?;
    let (found, after) = check(root)?;

    let kinds: BTreeSet<&str> = planted.iter().map(|(.., code)| code.as_str()).collect();
    let families: BTreeSet<&str> = kinds.iter().filter_map(|code| code.split('/').next()).collect();
    let beyond = after.saturating_sub(before);
    println!(
        "{pages} pages, {} findings expected of {} codes in {} families: {}",
        planted.len(),
        kinds.len(),
        families.len(),
        families.into_iter().collect::<Vec<_>>().join(" "),
    );
    println!("cpu of the check: {after:.2?}, without faults {before:.2?}, beyond {beyond:.2?}");
    let missed: Vec<_> = planted.difference(&found).collect();
    let too_much: Vec<_> = found.difference(&planted).collect();
    for (what, findings) in [("missed", &missed), ("too much", &too_much)] {
        for (path, line, column, code) in findings {
            println!("{what}: {code} {path}:{line}:{column}");
        }
    }
    println!("{} found, {} missed, {} too much", found.len() - too_much.len(), missed.len(), too_much.len());
    Ok(missed.is_empty() && too_much.is_empty())
}

/// Changes pages all over the guide, each at most once.
fn plant(root: &Path, faults: usize, seed: u64) -> Outcome<BTreeSet<Finding>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in WalkDir::new(root.join("guide")).sort_by_file_name() {
        let path = entry?.into_path();
        // Not the index page of a folder: without its title, the pages below would change too.
        if path.extension().is_some_and(|ending| ending == "md") && !path.ends_with("index.md") {
            paths.push(path);
        }
    }
    let faults = faults.min(paths.len());
    let step = paths.len() / faults;
    let mut expected = BTreeSet::new();
    for number in 0..faults {
        let path = &paths[number * step + usize::try_from(seed)? % step];
        let fault = &catalogue::FAULTS[(number + usize::try_from(seed)? * 7) % catalogue::FAULTS.len()];
        let text = fs::read_to_string(path)?;
        // Every third page has the line ends of Windows.
        let (text, places) = fault.planted(&text, number, number % 3 == 2);
        fs::write(path, text)?;
        let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        for (line, column, code) in places {
            expected.insert((name.clone(), line, column, code.to_owned()));
        }
    }
    Ok(expected)
}

/// What `jalon check` reports, and its CPU time.
fn check(root: &Path) -> Outcome<(BTreeSet<Finding>, Duration)> {
    let log = root.join("found.jsonl");
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(["check", "--format", "json", "--lang", "en", "--today", "2026-11-23", "--root"]).arg(root);
    let used = command
        .stdin(Stdio::null())
        .stdout(File::create(&log)?)
        .stderr(Stdio::null())
        .spawn()?
        .wait4()?
        .rusage;
    let mut found = BTreeSet::new();
    for line in fs::read_to_string(&log)?.lines() {
        let one: serde_json::Value = serde_json::from_str(line)?;
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| one[key].as_u64().unwrap_or_default();
        found.insert((text("path"), number("line"), number("column"), text("code")));
    }
    Ok((found, used.utime + used.stime))
}
