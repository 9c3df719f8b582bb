//! `jalon init`: a small guide to start from, and the workflow of a forge on request.
use crate::cli::arguments::InitArgs;
use crate::cli::choice::Forge;
use crate::cli::context::CommandContext;
use crate::failure::Failure;
use crate::language;
use crate::model::{Arg, Language};
use crate::write::new_folder;
use include_dir::{Dir, DirEntry, File};
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Writes the starter guide into a folder, in the language of this command.
pub(super) fn run(context: &CommandContext, args: &InitArgs) -> Result<ExitCode, Failure> {
    let folder = args.folder.as_path();
    let count = write(folder, context.language, args.ci)?;
    let at = Arg::from(folder.display().to_string());
    let command = if folder == Path::new(".") {
        "jalon serve".to_owned()
    } else {
        format!("jalon serve --root {}", folder.display())
    };
    let done = context.sentence("init-done", &[("at", at), ("count", Arg::from(count))]);
    let next = context.sentence("init-next", &[("command", Arg::from(command))]);
    context.tell(&format!("{done}\n{next}"));
    if let Some(forge) = args.ci {
        let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
        let is_below = absolute.ancestors().skip(1).any(|above| above.join(".git").exists());
        let key = if is_below && !absolute.join(".git").exists() { "init-ci-below" } else { "init-ci" };
        context.warn(key, &[("file", Arg::from(workflow(forge).0))]);
    }
    Ok(ExitCode::SUCCESS)
}

/// The workflow of a forge: its path, and its text. It installs the version that wrote it.
fn workflow(forge: Forge) -> (&'static str, &'static str) {
    match forge {
        Forge::Github => (".github/workflows/guide.yml", include_str!("ci/github.yml")),
        Forge::Gitlab => (".gitlab-ci.yml", include_str!("ci/gitlab.yml")),
    }
}

/// Writes all files or, when one of them exists, none. Gives their number.
fn write(folder: &Path, language: Language, ci: Option<Forge>) -> Result<usize, Failure> {
    let mut starter = Vec::new();
    gather(&language::of(language).templates.starter, &mut starter);
    let starter = starter.iter().map(|file| (folder.join(file.path()), file.contents()));
    let workflow = ci.map(workflow).map(|(path, text)| (folder.join(path), text.as_bytes()));
    let files: Vec<_> = starter.chain(workflow).collect();
    for (path, _) in &files {
        new_folder::refuse_existing(path)?;
    }
    for (path, content) in &files {
        create(path, content)?;
    }
    Ok(files.len())
}

fn gather<'a>(folder: &'a Dir<'a>, files: &mut Vec<&'a File<'a>>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => gather(folder, files),
            DirEntry::File(file) => files.push(file),
        }
    }
}

/// Writes a new file and the folders above it. Never writes over a file.
pub(super) fn create(path: &Path, content: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::because("failure-write", folder))?;
    }
    let mut file = match fs::File::create_new(path) {
        Err(why) if why.kind() == ErrorKind::AlreadyExists => {
            return Err(Failure::plain("failure-exists", path.display().to_string()));
        }
        opened => opened.map_err(Failure::because("failure-write", path))?,
    };
    file.write_all(content).map_err(Failure::because("failure-write", path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Options};
    use crate::{load, pipeline};

    #[test]
    fn an_existing_guide_is_not_started_again() {
        for language in Language::ALL {
            let folder = tempfile::tempdir().unwrap();
            let count = write(folder.path(), language, None).unwrap();
            assert!(count >= 20, "{count}");
            assert!(folder.path().join("guide/jalon.yaml").is_file());
            assert!(folder.path().join("public/.gitignore").is_file());
            assert_eq!(write(folder.path(), language, None).unwrap_err().what, "failure-exists");
        }
    }

    #[test]
    fn the_starter_builds_without_diagnostics() {
        // Also years after it was written.
        for (language, year) in
            Language::ALL.into_iter().flat_map(|language| [(language, 2026), (language, 2036)])
        {
            let options = Options::on(Date::new(year, 11, 23).unwrap());
            let folder = tempfile::tempdir().unwrap();
            write(folder.path(), language, None).unwrap();
            let read = load::load(folder.path()).unwrap();
            let build = pipeline::build(&read.value, &read.diagnostics, options, &pipeline::Build::default());
            assert_eq!(build.diagnostics, []);
            assert_eq!(build.site.map(|site| site.pages.len()), Some(10));
        }
    }

    #[test]
    fn a_workflow_is_valid_yaml_with_commands_that_exist() {
        use crate::cli::arguments::Arguments;
        use clap::Parser as _;
        for forge in [Forge::Github, Forge::Gitlab] {
            let folder = tempfile::tempdir().unwrap();
            write(folder.path(), Language::English, Some(forge)).unwrap();
            let (path, text) = workflow(forge);
            assert_eq!(fs::read_to_string(folder.path().join(path)).unwrap(), text);
            let commands: Vec<_> = text
                .lines()
                .filter_map(|line| {
                    Some(
                        &line[line
                            .find("- run: jalon ")
                            .map(|at| at + 7)
                            .or_else(|| line.find("- jalon ").map(|at| at + 2))?..],
                    )
                })
                .collect();
            assert_eq!(commands.len(), 2, "{text}");
            assert!(text.contains(concat!("JALON_VERSION: \"", env!("CARGO_PKG_VERSION"), "\"")), "{text}");
            for command in commands {
                let words = command.split(" > ").next().unwrap().split(' ');
                Arguments::try_parse_from(words).unwrap_or_else(|error| panic!("{command}: {error}"));
            }
        }
    }

    #[test]
    fn nothing_is_written_when_a_file_is_in_the_way() {
        let folder = tempfile::tempdir().unwrap();
        let mine = folder.path().join("guide/registry/terms.yaml");
        create(&mine, b"mine").unwrap();
        assert_eq!(write(folder.path(), Language::French, None).unwrap_err().at, mine.display().to_string());
        assert!(!folder.path().join("guide/jalon.yaml").exists());
        assert_eq!(fs::read(&mine).unwrap(), b"mine");
    }
}
