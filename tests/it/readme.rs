//! The "Five minutes" of the README, done step by step with the program.
use crate::support::text_of;
use std::path::Path;
use std::process::Command;

/// The fenced blocks of a section: language and text.
fn blocks(section: &str) -> Vec<(&str, &str)> {
    let fences = section.split("```").skip(1).step_by(2);
    fences.filter_map(|fence| fence.split_once('\n')).collect()
}

#[test]
fn the_five_minutes_of_the_readme_hold() {
    let readme = text_of("README.md");
    let section = readme.split("## Five minutes").nth(1).expect("the README has five minutes");
    let section = section.split("\n## What you get").next().unwrap_or_default();
    let folder = tempfile::tempdir().expect("a folder is made");
    let mut root = folder.path().to_owned();
    let mut printed = String::new();
    let mut ran = 0;
    let mut run = |root: &Path, line: &str, succeeds: bool| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        for word in words_of_line(line).into_iter().skip(1) {
            command.arg(word);
        }
        let output = command.current_dir(root).env("LANG", "en_US.UTF-8").env_remove("LC_ALL").output();
        let output = output.expect("the program starts");
        let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.success(), succeeds, "{line}: {text}");
        ran += 1;
        text.into_owned()
    };
    for (language, text) in blocks(section) {
        match language {
            "sh" => {
                for line in text.lines() {
                    if let Some(name) = line.strip_prefix("cd ") {
                        root = root.join(name);
                    } else if line == "jalon check" {
                        printed = run(&root, line, false);
                    } else if line == "jalon build" {
                        let page = root.join("guide/1-arrival/3-first-week.md");
                        let text = std::fs::read_to_string(&page).expect("the page is there");
                        let fixed = text.replace("2-frst-day.md", "2-first-day.md");
                        std::fs::write(&page, fixed).expect("the page is written");
                        run(&root, line, true);
                    } else if line.starts_with("jalon ") && !line.contains(" serve") {
                        run(&root, line, true);
                    }
                }
            }
            "yaml" => {
                let file = root.join("guide/registry/contacts.yaml");
                let contacts = std::fs::read_to_string(&file).expect("the registry is there");
                let before = contacts.split("payroll:").next().unwrap_or_default();
                std::fs::write(&file, format!("{before}{text}")).expect("the registry is written");
            }
            "markdown" => {
                std::fs::write(root.join("guide/1-arrival/3-first-week.md"), text)
                    .expect("the page is written");
            }
            "text" => {
                assert!(printed.trim().ends_with(text.trim()) || printed.contains(text.trim()), "{printed}");
            }
            other => panic!("the README shows {other}"),
        }
    }
    assert_eq!(ran, 5, "init, two times new, check and build are run");
    assert!(root.join("public/roles/newcomer/index.html").exists(), "the role has its page");
}

/// The words of a command line, with quotation marks read as a shell does.
fn words_of_line(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}
