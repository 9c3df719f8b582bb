//! What all commands share; the commands themselves are in `commands`.
//!
//! 1. `arguments`, `change_arguments`, `format` and `choice` declare the command line; `help` has its words in other languages; `usage` explains what is
//!    wrong with one.
//! 2. `context` finds out where a command runs: project root, language, day, colours.
//! 3. `guide` loads the guide and understands or builds it; `fixes` applies what is certain to be right.
//! 4. `machine` asks the system for what a command needs; `terminal` prints; `panic` explains a bug of ours.
//!
//! Standard output carries what the user asked for (diagnostics, schemas, explanations). Progress, closing lines and
//! failures go to standard error.
#![expect(
    clippy::disallowed_methods,
    reason = "a command line reads the environment, the clock and the settings"
)]

pub(crate) mod arguments;
pub(crate) mod change_arguments;
pub(crate) mod choice;
pub(crate) mod context;
pub(crate) mod fixes;
pub(crate) mod format;
pub(crate) mod guide;
pub(crate) mod help;
pub(crate) mod machine;
pub(crate) mod panic;
pub(crate) mod terminal;
pub(crate) mod usage;

/// Exit status: there are diagnostics at the failing level, or nothing was found.
pub(crate) const FINDINGS: u8 = 1;
/// Exit status: wrong usage, unreadable settings, or the system refused.
pub(crate) const REFUSED: u8 = 2;
