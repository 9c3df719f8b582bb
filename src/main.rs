//! The command line. What it does stands in `commands`.
use std::process::ExitCode;

fn main() -> ExitCode {
    jalon::commands::run()
}
