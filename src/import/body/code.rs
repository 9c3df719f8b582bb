//! The first line of a block of code: language, title and marked lines as Jalon writes them.

/// What programs say behind a fence.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FenceInfo {
    pub(super) language: String,
    pub(super) title: String,
    /// `2,4-6`
    pub(super) marked: String,
}

impl FenceInfo {
    /// Reads the words behind a fence.
    pub(super) fn read(info: &str) -> Self {
        let info = info.trim();
        let mut code = Self::default();
        // `{.python title="x"}`, `{ .yaml .copy }`
        let inner = info.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let is_pandoc = inner.is_some_and(|inner| inner.trim_start().starts_with(['.', '#']));
        let info = if is_pandoc { inner.unwrap_or(info).trim() } else { info };
        let end = info
            .find(|letter: char| letter.is_whitespace() || "{[,:=?".contains(letter))
            .unwrap_or(info.len());
        let language = info[..end].trim_start_matches('.');
        let rest = if info[end..].starts_with('=') { info } else { &info[end..] };
        if !info[end..].starts_with('=') {
            language.clone_into(&mut code.language);
        }
        code.title =
            value(rest, &["title", "filename", "file", "name"]).or_else(|| label(rest)).unwrap_or_default();
        let lines = value(rest, &["hl_lines", "mark", "highlight", "hl"]).or_else(|| braces(rest));
        code.marked = lines.map(|lines| marked(&lines)).unwrap_or_default();
        code
    }

    /// The words as Jalon writes them.
    pub(super) fn written(&self) -> String {
        let Self { language, title, marked } = self;
        let language =
            if language.is_empty() && !(title.is_empty() && marked.is_empty()) { "text" } else { language };
        let mut out = language.to_owned();
        if !title.is_empty() {
            out.extend([" title=\"", &title.replace('"', "'"), "\""]);
        }
        if !marked.is_empty() {
            out.extend([" {", marked, "}"]);
        }
        out
    }
}

/// `key="value"`, `key='value'`, `key=value`, `key=["1", 2]`
fn value(text: &str, keys: &[&str]) -> Option<String> {
    for key in keys {
        let Some((before, rest)) = text.split_once(&format!("{key}=")) else { continue };
        if before.ends_with(|letter: char| letter.is_alphanumeric()) {
            continue;
        }
        let first = rest.chars().next()?;
        let close = match first {
            '"' | '\'' => first,
            '[' => ']',
            '{' => '}',
            _ => return rest.split([' ', ',', '}']).next().map(str::to_owned),
        };
        return rest[1..].split(close).next().map(str::to_owned);
    }
    None
}

/// `[file.js]` of `VitePress`
fn label(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('[')?;
    let (label, _) = rest.split_once(']')?;
    (!before.ends_with('=')).then(|| label.to_owned())
}

/// `{1,3-4}`
fn braces(text: &str) -> Option<String> {
    let inner = text.split_once('{')?.1.split('}').next()?;
    inner.starts_with(|first: char| first.is_ascii_digit()).then(|| inner.to_owned())
}

/// Numbers and ranges with commas between them.
fn marked(text: &str) -> String {
    let parts = text.split([',', ' ', '"', '\'']).map(|part| part.trim().replace("..", "-"));
    let is_range = |part: &String| {
        !part.is_empty()
            && part.split('-').count() <= 2
            && part
                .split('-')
                .all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    parts.filter(is_range).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_behind_a_fence_are_read() {
        for (info, expected) in [
            ("rust,ignore,editable", "rust"),
            ("python title=\"a b.py\" linenums=\"1\" hl_lines=\"2 4-6\"", "python title=\"a b.py\" {2,4-6}"),
            ("js{1,3-4} [vite.config.js]", "js title=\"vite.config.js\" {1,3-4}"),
            ("js:line-numbers {2}", "js {2}"),
            ("jsx {1} showLineNumbers", "jsx {1}"),
            ("{ .yaml .annotate title=\"x\" }", "yaml title=\"x\""),
            ("go {hl_lines=[1,\"3-4\"],linenos=inline}", "go {1,3-4}"),
            ("title=\"x\"", "text title=\"x\""),
            ("console?lang=bash", "console"),
            ("", ""),
            ("{{x}}", ""),
        ] {
            assert_eq!(FenceInfo::read(info).written(), expected, "{info}");
        }
    }
}
