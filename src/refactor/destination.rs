//! Writes the destination of a link, in Markdown or as a value of YAML.
use super::scalar;
use crate::model::{SEARCH_MARK, SourcePath};
use crate::text::percent;

/// In what a destination is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DestinationForm {
    /// Between the brackets of a link.
    Bare,
    /// Between `<` and `>`, which stand between those brackets.
    Angled,
    /// A value of YAML.
    Value,
}

/// A destination in its parts, which together are the whole: `a/b.md`, `?x`, `#c`, `:~:text=d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DestinationParts<'a> {
    pub(super) path: &'a str,
    query: &'a str,
    /// With its `#`.
    anchor: &'a str,
    search: &'a str,
}

impl<'a> DestinationParts<'a> {
    pub(super) fn of(written: &'a str) -> Self {
        let (before, after) = written.split_at(written.find('#').unwrap_or(written.len()));
        let (path, query) = before.split_at(before.find('?').unwrap_or(before.len()));
        let (anchor, search) = after.split_at(after.find(SEARCH_MARK).unwrap_or(after.len()));
        Self { path, query, anchor, search }
    }
}

/// What a destination becomes; parts that are not given stay as they are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NewParts<'a> {
    /// Another path, as files have it: nothing is encoded.
    pub(super) path: Option<&'a str>,
    /// Another anchor, without `#`.
    pub(super) anchor: Option<&'a str>,
}

/// Writes a destination anew. `raw` is how the file has it, `written` what that means.
pub(super) fn rewritten(raw: &str, written: &str, form: DestinationForm, new: NewParts<'_>) -> String {
    let is_exact = form != DestinationForm::Value && raw == written;
    // Parts that the file writes with escapes or entities are written with percent signs.
    let kept = |part: &str| match form {
        DestinationForm::Value => part.to_owned(),
        _ if is_exact => part.to_owned(),
        _ => encoded(part, form, &['%', '#', '?', ':']),
    };
    let parts = DestinationParts::of(written);
    let mut out = match new.path {
        Some(path) => encoded(path, form, &[]),
        None => kept(parts.path),
    };
    out.push_str(&kept(parts.query));
    match new.anchor {
        Some(anchor) => {
            out.push('#');
            out.push_str(&encoded(anchor, form, &[':']));
        }
        None => out.push_str(&kept(parts.anchor)),
    }
    out.push_str(&kept(parts.search));
    if form == DestinationForm::Value { scalar::like(raw, &out) } else { out }
}

/// A text with `%XX` for what would end a destination, or mean something else in one.
fn encoded(text: &str, form: DestinationForm, allowed: &[char]) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_special = match letter {
            ' ' | '(' | ')' => form == DestinationForm::Bare,
            '<' | '>' | '\\' | '&' | '`' | '|' => form != DestinationForm::Value,
            '%' | '#' | '?' | ':' => true,
            _ => letter.is_whitespace() || letter.is_control(),
        };
        if is_special && !allowed.contains(&letter) {
            out.extend(percent::encode(letter.encode_utf8(&mut [0; 4]), percent::COMPONENT));
        } else {
            out.push(letter);
        }
    }
    out
}

/// The path by which a file of a folder names another one, in the style in which it was written before: `./a.md`, `a/` for
/// `a/index.md`.
pub(super) fn relative(to: &SourcePath, folder: &str, before: &str) -> String {
    let mut path = to.relative_to(folder);
    let last = before.rsplit('/').next().unwrap_or_default();
    if matches!(last, "" | "." | "..") && to.name() == "index.md" {
        path.truncate(path.len() - "index.md".len());
        if path.is_empty() {
            path.push_str("./");
        } else if !last.is_empty() && path.ends_with("../") {
            path.pop();
        }
    }
    if before.starts_with("./") && !path.starts_with('.') {
        path.insert_str(0, "./");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_and_queries_stay_as_they_are_written() {
        let new = NewParts { path: Some("é/b (1).md"), anchor: None };
        let bare = |raw, written| rewritten(raw, written, DestinationForm::Bare, new);
        assert_eq!(
            bare("a.md#l%C3%A0:~:text=x", "a.md#l%C3%A0:~:text=x"),
            "é/b%20%281%29.md#l%C3%A0:~:text=x"
        );
        assert_eq!(bare("a.md?v=1#x", "a.md?v=1#x"), "é/b%20%281%29.md?v=1#x");
        assert_eq!(bare("a\\_b.md#x&amp;y", "a_b.md#x&y"), "é/b%20%281%29.md#x%26y");
        let angled = rewritten("a b.md#x", "a b.md#x", DestinationForm::Angled, new);
        assert_eq!(angled, "é/b (1).md#x");
        let value = rewritten("'a.md#x'", "a.md#x", DestinationForm::Value, new);
        assert_eq!(value, "'é/b (1).md#x'");
    }

    #[test]
    fn another_anchor_leaves_the_path() {
        let new = NewParts { path: None, anchor: Some("neuf") };
        let bare = |raw, written| rewritten(raw, written, DestinationForm::Bare, new);
        assert_eq!(bare("a%20b.md#x:~:text=y", "a%20b.md#x:~:text=y"), "a%20b.md#neuf:~:text=y");
        assert_eq!(bare("#x", "#x"), "#neuf");
        assert_eq!(bare("a\\_b.md#x", "a_b.md#x"), "a_b.md#neuf");
    }

    #[test]
    fn the_style_of_a_path_stays() {
        let to = SourcePath::new("guide/a/index.md");
        assert_eq!(relative(&to, "guide", "b/"), "a/");
        assert_eq!(relative(&to, "guide", "b/index.md"), "a/index.md");
        assert_eq!(relative(&to, "guide/a", "../b/"), "./");
        assert_eq!(relative(&to, "guide/a/b", ".."), "..");
        let to = SourcePath::new("guide/a/b.md");
        assert_eq!(relative(&to, "guide", "./c.md"), "./a/b.md");
        assert_eq!(relative(&to, "guide/b", "./c.md"), "../a/b.md");
    }
}
