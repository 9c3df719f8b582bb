//! A page as text: front matter in YAML, TOML or JSON, and the body.
use super::data::ForeignData;
use super::formats::{DataMistake, toml, yaml};
use super::script;

/// The longest front matter that is read, in bytes.
const LONGEST: usize = 128 << 10;

/// Reads the text of front matter.
type ReadData = fn(&str) -> Result<ForeignData, DataMistake>;

/// A page cut in two.
#[derive(Debug, Default)]
pub(in crate::import) struct PageText<'a> {
    /// The keys; nothing where there is no front matter.
    pub(in crate::import) front: ForeignData,
    /// Why the front matter could not be read; the line is that of the file.
    pub(in crate::import) mistake: Option<DataMistake>,
    pub(in crate::import) body: &'a str,
    /// The number of the first line of the body, from 1.
    pub(in crate::import) line: u32,
}

/// Cuts the text of a page.
pub(in crate::import) fn split(text: &str) -> PageText<'_> {
    let whole =
        PageText { body: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1, ..PageText::default() };
    let bare = whole.body.trim_start();
    let skipped = whole.body[..whole.body.len() - bare.len()].matches('\n').count();
    let page = split_bare(bare)
        .map(|page| PageText { line: page.line + u32::try_from(skipped).unwrap_or(0), ..page });
    page.unwrap_or(whole)
}

/// Cuts a text that begins with its first letter; none without front matter.
fn split_bare(text: &str) -> Option<PageText<'_>> {
    let (mark, read): (&str, ReadData) = match text.get(..3) {
        Some("---") => ("---", yaml),
        Some("+++") => ("+++", toml),
        _ => return json(text),
    };
    let first = text.find('\n').filter(|end| text[3..*end].trim().is_empty())?;
    let (end, next) = closing(text, first + 1, mark)?;
    let raw = &text[first + 1..end];
    if raw.len() > LONGEST || is_prose(mark, raw) {
        return None;
    }
    let line = |upto: usize| u32::try_from(text[..upto].matches('\n').count() + 1).unwrap_or(u32::MAX);
    let (front, mistake) = match read(raw) {
        Ok(front) => (front, None),
        Err(mistake) => {
            let lenient = lines_of(raw);
            (lenient, Some(DataMistake { line: mistake.line + 1, ..mistake }))
        }
    };
    Some(PageText { front, mistake, body: &text[next..], line: line(next) })
}

/// Where the closing line begins, and the line behind it.
fn closing(text: &str, from: usize, mark: &str) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == mark || (mark == "---" && bare == "...") {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Whether the text between two rules is no front matter: a page may begin with a rule.
fn is_prose(mark: &str, raw: &str) -> bool {
    let first = raw.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let is_key = |line: &str| line.contains(':') || line.starts_with(['-', '{']);
    mark == "---" && first.is_some_and(|line| !is_key(line))
}

/// JSON between braces, as Hugo accepts it.
fn json(text: &str) -> Option<PageText<'_>> {
    if !text.starts_with('{') || text.starts_with("{{") || text.starts_with("{%") {
        return None;
    }
    let end = text.find("\n}")? + 2;
    let rest = &text[end..];
    let front = script::json(&text[..end]);
    let is_front = rest.trim_start_matches(' ').starts_with(['\n', '\r']) || rest.trim().is_empty();
    if end > LONGEST || front.pairs().is_empty() || !is_front {
        return None;
    }
    let line = u32::try_from(text[..end].matches('\n').count() + 1).unwrap_or(u32::MAX);
    Some(PageText { front, mistake: None, body: rest, line })
}

/// The keys of front matter that no parser reads: `title: Étape 1 : signer`.
fn lines_of(raw: &str) -> ForeignData {
    let pair = |line: &str| {
        let (key, value) = line.split_once([':', '='])?;
        let value = value.trim().trim_matches(['"', '\'']);
        let is_key = !key.is_empty()
            && key.trim_end().chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter));
        let value = match value {
            "true" => ForeignData::Flag(true),
            "false" => ForeignData::Flag(false),
            other => ForeignData::Text(other.to_owned()),
        };
        is_key.then(|| (key.trim_end().to_owned(), value))
    };
    ForeignData::Map(raw.lines().filter_map(pair).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_has_three_forms() {
        for text in ["---\ntitle: A\n---\n# B", "+++\ntitle = \"A\"\n+++\n# B", "{\n\"title\": \"A\"\n}\n# B"]
        {
            let page = split(text);
            assert_eq!((page.front.get("title").text(), page.body.trim()), (Some("A"), "# B"), "{text}");
        }
        assert_eq!((split("---\ntitle: A\n---\n# B").line, split("# B").line), (4, 1));
        for text in ["---\nprose\n---\n", "---\n", "", "{{ x }}\n", "--- x\na: b\n---\n"] {
            assert_eq!(split(text).body, text);
        }
    }

    #[test]
    fn broken_front_matter_gives_what_can_be_read() {
        let page = split("---\ntitle: Étape 1 : signer\ndraft: true\n---\nx");
        assert_eq!(page.front.get("title").text(), Some("Étape 1 : signer"));
        assert_eq!(page.front.get("draft").flag(), Some(true));
        assert_eq!(page.mistake.unwrap().line, 2);
    }
}
