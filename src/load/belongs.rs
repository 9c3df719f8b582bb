//! Which names belong to a guide, and how much of a file we are ready to read.
use crate::model::is_hidden;

/// Endings of what editors, version control and desktops leave behind.
const LEFTOVER_ENDINGS: &[&str] =
    &["~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", "___jb_tmp___", "___jb_old___"];

/// Whole names of the same sort; `4913` is how vim asks whether it may write into a folder.
const LEFTOVER_NAMES: &[&str] = &["4913", "Thumbs.db", "desktop.ini"];

/// Endings of files that people or programs write as text.
const TEXT_ENDINGS: &[&str] = &[
    "css",
    "csv",
    "ftl",
    "htm",
    "html",
    "js",
    "json",
    "lock",
    "md",
    "svg",
    "toml",
    "txt",
    "webmanifest",
    "xml",
    "yaml",
    "yml",
];

/// No text is this large unless something went wrong. The page's own limit, much lower, is the parser's.
const MOST_TEXT: u64 = 64 << 20;

/// Pictures, recordings and archives beside pages pass through memory too.
const MOST_ELSE: u64 = 1 << 30;

/// Whether a file or folder of this name is part of a guide or a theme.
pub(super) fn belongs(name: &str) -> bool {
    let ends = |ending: &&str| {
        name.len() >= ending.len()
            && name.get(name.len() - ending.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
    };
    let locked = name.starts_with("~$") || (name.starts_with('#') && name.ends_with('#'));
    let leftover = LEFTOVER_NAMES.iter().any(|known| name.eq_ignore_ascii_case(known));
    !(is_hidden(name) || locked || leftover || LEFTOVER_ENDINGS.iter().any(ends))
}

/// The largest file of this ending that is read, in bytes.
pub(super) fn most(extension: &str) -> u64 {
    let text = TEXT_ENDINGS.iter().any(|known| extension.eq_ignore_ascii_case(known));
    if text { MOST_TEXT } else { MOST_ELSE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_are_not_part_of_a_guide() {
        for name in [
            ".git",
            "_source",
            "a.md~",
            ".a.md.swp",
            "a.SWP",
            "#a.md#",
            ".#a.md",
            "4913",
            "a.tmp",
            "Thumbs.db",
            "thumbs.db",
            "Desktop.ini",
            ".DS_Store",
            "~$note.docx",
            "a.bak",
            "a.orig",
            "a.md___jb_tmp___",
            "é~",
        ] {
            assert!(!belongs(name), "{name}");
        }
        for name in ["a.md", "1-recruter", "#1.md", "49130", "tmp", "été.md", "a~b.md", "€", "bak"] {
            assert!(belongs(name), "{name}");
        }
    }

    #[test]
    fn text_is_read_up_to_its_limit() {
        assert_eq!((most("md"), most("YAML"), most("mp4")), (64 << 20, 64 << 20, 1 << 30));
    }
}
