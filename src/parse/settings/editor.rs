//! The program that opens a file from the overlay of `jalon serve`: a known name, or the address that opens it.
use crate::model::{Diagnostic, Record, codes};

/// Known programs, and the addresses that open a file in them at a place.
const PROGRAMS: [(&str, &str); 5] = [
    ("vscode", "vscode://file/{path}:{line}:{column}"),
    ("codium", "vscodium://file/{path}:{line}:{column}"),
    ("zed", "zed://file/{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
];

/// Schemes by which an address would do something in the page itself.
const FORBIDDEN: [&str; 5] = ["javascript", "data", "vbscript", "blob", "about"];

/// The address that opens a file, with `{path}`, `{line}` and `{column}` in it.
pub(super) fn editor(record: &Record, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let located = record.get("editor")?;
    let written = record.text("editor")?;
    let known = PROGRAMS.iter().find(|(name, _)| *name == written).map(|(_, address)| *address);
    let address = known.or_else(|| is_address(written).then_some(written));
    if address.is_none() {
        let names = PROGRAMS.map(|(name, _)| format!("`{name}`")).join(", ");
        let diagnostic = Diagnostic::new(codes::SETTINGS_BAD_EDITOR, located.span.clone());
        diagnostics.push(diagnostic.arg("value", written).arg("names", names));
    }
    address.map(str::to_owned)
}

fn is_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let is_scheme = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\';
    is_scheme
        && !FORBIDDEN.iter().any(|name| name.eq_ignore_ascii_case(scheme))
        && rest.contains("{path}")
        && !text.contains(is_odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_programs_are_accepted_and_scripts_are_not() {
        for (_, address) in PROGRAMS {
            assert!(is_address(address), "{address}");
        }
        for good in ["http://localhost:63342/api/file/{path}:{line}", "txmt://open?url=file://{path}"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "emacs",
            "vscode://file/",
            "{path}",
            "://{path}",
            "javascript://{path}",
            "JavaScript://%0aalert(1)//{path}",
            "data://text/html,{path}",
            "a b://{path}",
            "vscode:{path}",
            "vscode://file/{path} x",
            "1x://{path}",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
