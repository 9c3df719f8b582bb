//! Paths, addresses and anchors, each as a type of its own.
use std::fmt;
use std::sync::Arc;

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the text as it is.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

name! {
    /// Path of a source file below the project root, with forward slashes: `guide/1-recruter/index.md`.
    SourcePath
}
name! {
    /// Path of a published file below the output folder, with forward slashes: `recruter/index.html`.
    OutPath
}
name! {
    /// Address of a page below the site's root: `/`, `/recruter/`, `/404.html`. Begins with a slash.
    PageUrl
}
name! {
    /// The name of an anchor, without `#`. Unique in its page.
    Anchor
}

/// Separates the name of a place from what browsers shall look for in the text there (WICG, URL Fragment Text
/// Directives): `#place:~:text=…`.
pub const SEARCH_MARK: &str = ":~:";

impl Anchor {
    /// The name of the place; empty if a browser only looks for a text.
    pub fn place(&self) -> &str {
        self.0.split(SEARCH_MARK).next().unwrap_or_default()
    }
}

/// Whether a file or folder of this name, or any part of a path, is left out of a guide: names that begin with a dot or
/// an underscore.
pub fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with(['.', '_']))
}

/// The number in front of a file's or folder's name, and the name without it: `1-recruter` is 1 and `recruter`. The
/// number gives the order and is not part of the address. A year, a date, a postal code and `24-7` are names.
pub fn split_order(name: &str) -> (Option<u32>, &str) {
    match name.split_once('-') {
        Some((digits, rest)) if is_order(digits) && !rest.is_empty() && !is_rest_of_number(digits, rest) => {
            (digits.parse().ok(), rest)
        }
        _ => (None, name),
    }
}

/// Whether a file is Markdown, of this program or another, by its name.
pub fn is_markdown(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["md", "mdx", "markdown", "mdown", "mkd"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Suffixes of files that editors, version control, downloads and desktops leave behind.
const LEFTOVER_ENDINGS: &[&str] = &[
    "~",
    ".bak",
    ".crdownload",
    ".old",
    ".orig",
    ".part",
    ".rej",
    ".save",
    ".swo",
    ".swp",
    ".swx",
    ".temp",
    ".tmp",
    "___jb_old___",
    "___jb_tmp___",
];

/// Names of such files. Vim creates `4913` to test whether it may write to a folder.
const LEFTOVER_NAMES: &[&str] = &["4913", "Thumbs.db", "desktop.ini"];

/// Whether a file of this name is left behind by a program and not part of a guide: `a.md~`, `~$a.docx`, `a.bak.2`,
/// `a.md.tmp.1234`.
pub fn is_leftover(name: &str) -> bool {
    let locked = name.starts_with("~$") || (name.starts_with('#') && name.ends_with('#'));
    if locked || LEFTOVER_NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return true;
    }
    // Programs number what they leave: `.bak2`, `.orig.3`, `.tmp-8f2c41`. `mp3` and `7z` are endings.
    let is_number_like = |mark: &str| {
        is_number(mark) || mark.len() >= 5 && mark.contains(|letter: char| letter.is_ascii_digit())
    };
    let bare = match name.rsplit_once(['.', '-', '_']) {
        Some((before, mark)) if is_alphanumeric(mark) && is_number_like(mark) => before,
        _ => name,
    };
    let numbered = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    [name, bare, numbered].into_iter().any(ends_as_leftover)
}

fn ends_as_leftover(name: &str) -> bool {
    LEFTOVER_ENDINGS.iter().any(|ending| {
        let tail = name.len().checked_sub(ending.len()).filter(|rest| *rest > 0 || *ending == "~");
        tail.and_then(|at| name.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
    })
}

fn is_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether figures can give an order: up to three, or four with a zero in front.
fn is_order(figures: &str) -> bool {
    let is_short = matches!(figures.len(), 1..=3) || figures.len() == 4 && figures.starts_with('0');
    is_short && is_number(figures)
}

/// Whether what follows the first figures belongs to them: `24-7`, `23-11-2026-…`, `26-11-23-…`.
fn is_rest_of_number(first: &str, rest: &str) -> bool {
    let stem = rest.strip_suffix(".md").unwrap_or(rest);
    let mut parts = stem.split('-');
    let (Some(second), third) = (parts.next(), parts.next()) else { return false };
    let is_day_or_month = |part: &str| matches!(part.len(), 1 | 2) && is_number(part);
    let is_date = |third: &str| match third.len() {
        4 => is_number(third) && third.starts_with(['1', '2']),
        2 => is_number(third) && first.len() == 2 && second.len() == 2,
        _ => false,
    };
    match third {
        None => is_number(second),
        Some(third) => is_day_or_month(first) && is_day_or_month(second) && is_date(third),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A relative path, followed from a folder; `None` when it leaves the first folder of the project, `guide/`.
pub fn join_path(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
                if parts.is_empty() {
                    return None;
                }
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

impl SourcePath {
    /// The path as a file of a folder writes it: `../b/c.md`.
    pub fn relative_to(&self, folder: &str) -> String {
        let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        let to: Vec<&str> = self.0.split('/').collect();
        let common = from.iter().zip(&to[..to.len() - 1]).take_while(|(left, right)| left == right).count();
        let mut parts = vec![".."; from.len() - common];
        parts.extend(&to[common..]);
        parts.join("/")
    }

    /// The path below `guide/`, if the file belongs to the guide.
    pub fn in_guide(&self) -> Option<&str> {
        self.0.strip_prefix("guide/")
    }

    /// Whether the file is a page of the guide.
    pub fn is_page(&self) -> bool {
        self.extension() == "md"
            && self.in_guide().is_some_and(|inside| {
                !["registry/", "theme/", "strings/"].iter().any(|folder| inside.starts_with(folder))
            })
    }

    /// The folder that holds the file, without a trailing slash; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The extension as written, without the dot; empty if there is none.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

impl PageUrl {
    /// The file behind this address: `/a/` is `a/index.html`, `/404.html` is itself.
    pub fn file(&self) -> OutPath {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            OutPath::new(format!("{path}index.html"))
        } else {
            OutPath::new(path)
        }
    }

    /// How many folders below the root of the site the file of the page is.
    pub fn depth(&self) -> usize {
        self.0.trim_start_matches('/').matches('/').count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_its_file_and_depth() {
        assert_eq!(PageUrl::new("/").file().as_str(), "index.html");
        assert_eq!(PageUrl::new("/a/b/").file().as_str(), "a/b/index.html");
        assert_eq!(PageUrl::new("/404.html").file().as_str(), "404.html");
        assert_eq!((PageUrl::new("/").depth(), PageUrl::new("/a/b/").depth()), (0, 2));
    }

    #[test]
    fn a_number_in_front_of_a_name_is_its_order() {
        assert_eq!(split_order("1-recruter"), (Some(1), "recruter"));
        assert_eq!(split_order("01-a-b"), (Some(1), "a-b"));
        assert_eq!(split_order("0010-a"), (Some(10), "a"));
        assert_eq!(split_order("1-2026-budget"), (Some(1), "2026-budget"));
        assert_eq!(split_order("115-samu"), (Some(115), "samu"));
        for name in ["2026", "1-", "-a", "a-1", "9999999999-a"] {
            assert_eq!(split_order(name), (None, name));
        }
        for name in ["2026-11-23-a", "2026-budget", "20261123-a", "75001-paris", "23-11-2026-a", "26-11-23-a"]
        {
            assert_eq!(split_order(name), (None, name));
        }
        assert_eq!((split_order("24-7"), split_order("24-7.md")), ((None, "24-7"), (None, "24-7.md")));
    }

    #[test]
    fn relative_paths_are_followed_and_written() {
        assert_eq!(join_path("guide/a", "../b/./c.md").as_deref(), Some("guide/b/c.md"));
        assert_eq!(join_path("guide", "../x.md"), None);
        let relative = |path: &str, folder| SourcePath::new(path).relative_to(folder);
        assert_eq!(relative("guide/a/x.md", "guide/b"), "../a/x.md");
        assert_eq!(relative("guide/a/x.md", "guide/a"), "x.md");
        assert_eq!(relative("guide/a/x.md", "guide"), "a/x.md");
    }

    #[test]
    fn a_source_path_knows_its_parts() {
        let path = SourcePath::new("guide/a/b.md");
        assert_eq!((path.folder(), path.name(), path.extension()), ("guide/a", "b.md", "md"));
        assert_eq!(path.in_guide(), Some("a/b.md"));
    }
}
