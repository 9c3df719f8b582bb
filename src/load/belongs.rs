//! Decides which files are part of a guide, and how large they may be.
use crate::model::{is_hidden, is_leftover};

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
    !(is_hidden(name) || is_leftover(name))
}

/// Whether a file that is left out because of its name is the index of a folder in another generator.
pub(super) fn is_foreign_index(name: &str) -> bool {
    name.starts_with("_index.") && name.rsplit('.').next() == Some("md")
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
            "bad.md.tmp.1234",
            "a.md.tmp-8f2c41",
            "a.bak2",
            "a.md.bak.1",
            "a.md.rej",
            "a.md.old",
            "plan.pdf.crdownload",
        ] {
            assert!(!belongs(name), "{name}");
        }
        for name in [
            "a.md",
            "1-recruter",
            "#1.md",
            "49130",
            "tmp",
            "été.md",
            "a~b.md",
            "€",
            "bak",
            "a-2.md",
            "plan.tmp.pdf",
            "a.old.mp3",
            "tmp-2.md",
            "old",
            "2026",
        ] {
            assert!(belongs(name), "{name}");
        }
    }

    #[test]
    fn the_index_of_another_generator_is_known() {
        assert!(is_foreign_index("_index.md") && is_foreign_index("_index.fr.md"));
        assert!(!is_foreign_index("_index.html") && !is_foreign_index("index.md"));
    }

    #[test]
    fn text_is_read_up_to_its_limit() {
        assert_eq!((max_size("md"), max_size("YAML"), max_size("mp4")), (64 << 20, 64 << 20, 1 << 30));
    }
}
