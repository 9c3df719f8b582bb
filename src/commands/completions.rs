//! `jalon completions`: completion scripts for shells.
use crate::cli::arguments::Arguments;
use crate::cli::choice::Shell;
use crate::cli::terminal;
use crate::failure::Failure;
use clap::CommandFactory as _;
use std::process::ExitCode;

pub(super) fn run(shell: Shell) -> Result<ExitCode, Failure> {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
        Shell::Powershell => clap_complete::Shell::PowerShell,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "jalon", &mut script);
    terminal::print(&script).map(|()| ExitCode::SUCCESS)
}
