//! What an object store is told about each file: its type, and how long browsers keep it. A store has no rules of its own, so
//! that each object carries them.
use super::rules::{ASK, FOREVER, TYPES};

/// The headers that are stored with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ObjectHeaders {
    /// Its type.
    pub(crate) kind: &'static str,
    /// How long browsers keep it.
    pub(crate) cache: &'static str,
}

/// Types by the ending of the name, besides those that web servers do not know. Texts name their encoding.
const KINDS: [(&str, &str); 28] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("pdf", "application/pdf"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("zip", "application/zip"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
];

/// The headers of a file, by its path below the site.
pub(crate) fn headers(path: &str) -> ObjectHeaders {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let known = TYPES.iter().chain(&KINDS).find(|(known, _)| *known == ending);
    ObjectHeaders {
        kind: known.map_or("application/octet-stream", |(_, kind)| kind),
        cache: if is_named_by_content(path) { FOREVER } else { ASK },
    }
}

/// Whether the address of a file changes with its content: what `rules::HASHED_FILES` matches below `search/`. Files of the
/// theme are not among them: the mark behind `?` is no part of an object's name.
pub(crate) fn is_named_by_content(path: &str) -> bool {
    let Some(name) = path.strip_prefix("search/").and_then(|name| name.strip_suffix(".js")) else {
        return false;
    };
    let Some((word, mark)) = name.split_once('-') else { return false };
    let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_hex = |letter: char| matches!(letter, '0'..='9' | 'a'..='f');
    letters.len() < word.len()
        && !letters.is_empty()
        && letters.chars().all(|letter| letter.is_ascii_lowercase())
        && mark.len() == 8
        && mark.chars().all(is_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_their_content_are_kept_without_asking() {
        for path in ["search/c0-3f8b0713.js", "search/words12-00000000.js"] {
            assert_eq!(headers(path).cache, FOREVER, "{path}");
        }
        for path in ["search/head.js", "c0-3f8b0713.js", "search/c-3f8b0713.js", "search/c0-3F8B0713.js"] {
            assert_eq!(headers(path).cache, ASK, "{path}");
        }
    }

    #[test]
    fn each_ending_has_its_type() {
        assert_eq!(headers("a/index.html").kind, "text/html; charset=utf-8");
        assert_eq!(headers("vcards/a.vcf").kind, "text/vcard");
        assert_eq!(headers("a/PLAN.PDF").kind, "application/pdf");
        assert_eq!(headers("LICENSE").kind, "application/octet-stream");
    }
}
