//! What is said when Jalon itself is wrong.
use super::terminal;
use crate::messages::visible;
use std::panic;

/// From now on a panic says, in both languages, that it is a bug of ours and how to report it. The status is 101.
pub(super) fn announce() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        let payload = panic.payload();
        let what = (payload.downcast_ref::<&str>().copied())
            .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
            .unwrap_or("?");
        terminal::diagnostic(&format!(
            "\nC’est une erreur de Jalon, pas de votre guide\u{202f}; vos fichiers ne sont pas changés.\n\
             Merci de la signaler au projet Jalon avec les lignes qui suivent et ce que vous veniez de faire.\n\n\
             This is a bug in Jalon, not in your guide; your files are not changed.\n\
             Please report it to the Jalon project with the lines below and what you had just done.\n\n\
             \x20 jalon {} ({} {})\n  {place}\n  {}\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            visible(what),
        ));
    }));
}
