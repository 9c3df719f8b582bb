//! `jalon man`: the manual pages of all commands.
use super::init::create;
use crate::cli::context::CommandContext;
use crate::cli::help;
use crate::failure::Failure;
use crate::model::Arg;
use crate::write::new_folder;
use clap::Command;
use clap_mangen::Man;
use std::path::Path;
use std::process::ExitCode;

/// Writes a page for each command into a new folder, in the language of messages.
pub(super) fn run(context: &CommandContext, folder: &Path) -> Result<ExitCode, Failure> {
    new_folder::refuse_existing(folder)?;
    let mut pages = Vec::new();
    gather(&help::command(context.language), "jalon", &mut pages);
    for (name, page) in &pages {
        create(&folder.join(name), page)?;
    }
    let at = Arg::from(folder.display().to_string());
    context.notify("man-done", &[("count", Arg::from(pages.len())), ("at", at)]);
    Ok(ExitCode::SUCCESS)
}

/// The pages of a command and of those below it, each with the name of its file: `jalon-new-page.1`.
fn gather(command: &Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) {
    let mut page = Vec::new();
    let man = Man::new(command.clone().display_name(name.to_owned()).name(name.to_owned()));
    man.render(&mut page).expect("writing to a vector cannot fail");
    pages.push((format!("{name}.1"), page));
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        gather(below, &format!("{name}-{}", below.get_name()), pages);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn every_command_has_a_page_with_its_options() {
        for (language, word) in
            [(Language::English, "Let warnings stop"), (Language::French, "Les avertissements empêchent")]
        {
            let mut pages = Vec::new();
            gather(&help::command(language), "jalon", &mut pages);
            let page = |name: &str| {
                let found = pages.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("{name}"));
                String::from_utf8(found.1.clone()).unwrap()
            };
            assert!(
                page("jalon.1").contains("jalon-build(1)") || page("jalon.1").contains("jalon\\-build(1)")
            );
            assert!(page("jalon-build.1").contains(word), "{}", page("jalon-build.1"));
            assert!(page("jalon-new-page.1").contains("jalon"));
        }
    }
}
