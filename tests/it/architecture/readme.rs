//! The commands that `README.md` shows exist.
use crate::support::{package_root, text_of};

#[test]
fn the_readme_shows_commands_that_exist() {
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
            assert!(package_root().join(words[0]).exists(), "{command}: {} exists", words[0]);
        }
    }
}
