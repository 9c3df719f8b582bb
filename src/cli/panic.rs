//! The message of a bug in Jalon itself.
use super::terminal;
use crate::messages::visible;
use std::panic;

/// Makes every panic say, in both languages, that it is a bug of ours and how to report it. The exit status is 101.
pub(crate) fn install_hook() {
    panic::set_hook(Box::new(|panic| {
        let location = panic.location().map_or_else(String::new, ToString::to_string);
        let reason = panic.payload_as_str().unwrap_or("?");
        terminal::print_error(&format!(
            "\nC’est une erreur de Jalon, pas de votre guide\u{202f}; vos fichiers ne sont pas changés.\n\
             Merci de la signaler au projet Jalon avec les lignes qui suivent et ce que vous veniez de faire.\n\n\
             This is a bug in Jalon, not in your guide; your files are not changed.\n\
             Please report it to the Jalon project with the lines below and what you had just done.\n\n\
             \x20 jalon {} ({} {})\n  {location}\n  {}\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            visible(reason),
        ));
    }));
}
