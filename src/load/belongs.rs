//! Decides which files are part of a guide, and how large they may be.
use crate::model::is_hidden;

/// Suffixes of files that editors, version control and desktops leave behind.
const LEFTOVER_ENDINGS: &[&str] =
    &["~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", "___jb_tmp___", "___jb_old___"];

/// Names of such files. Vim creates `4913` to test whether it may write to a folder.
const LEFTOVER_NAMES: &[&str] = &["4913", "Thumbs.db", "desktop.ini"];

/// Extensions of text files.
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

/// The largest text file. The limit for pages is much lower and belongs to the parser.
const MAX_TEXT: u64 = 64 << 20;

/// The largest file of any other kind. These pass through memory too.
const MAX_OTHER: u64 = 1 << 30;

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

/// The largest size for files with this extension, in bytes.
pub(super) fn max_size(extension: &str) -> u64 {
    let text = TEXT_ENDINGS.iter().any(|known| extension.eq_ignore_ascii_case(known));
    if text { MAX_TEXT } else { MAX_OTHER }
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
        assert_eq!((max_size("md"), max_size("YAML"), max_size("mp4")), (64 << 20, 64 << 20, 1 << 30));
    }
}
