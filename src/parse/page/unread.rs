//! Front matter that is not read because it is not where, or not written as, front matter is. Without a word it would be
//! published as text, and what it says about the page would be lost.
use crate::parse::front::is_known_key;
use std::ops::Range;

/// Lines of other text after which front matter is still looked for.
const MOST_TEXT: usize = 12;

/// Front matter that is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UnreadFront<'a> {
    /// What is wrong with it; messages choose their sentence by it.
    pub(super) form: &'static str,
    /// The line it begins with.
    pub(super) mark: Range<usize>,
    /// What can be read as YAML, with its offset.
    pub(super) yaml: Option<(usize, &'a str)>,
    /// The bytes up to its end.
    pub(super) whole: Range<usize>,
    /// What to write instead of everything up to its end, if nothing is lost with that.
    pub(super) instead: Option<String>,
}

/// Finds front matter at the beginning of a page that does not begin with any.
pub(super) fn find(text: &str) -> Option<UnreadFront<'_>> {
    let (start, is_blank) = first_words(text)?;
    let mark = line_at(text, start).trim_end();
    let found = match mark.as_bytes().first()? {
        b'+' if mark == "+++" => delimited(text, start, mark, "toml"),
        b';' if mark == ";;;" => delimited(text, start, mark, "json"),
        b'{' => json(text, start),
        b'`' | b'~' => fenced(text, start),
        b'%' => pandoc(text, start),
        _ if is_dashes(mark) => {
            let form = if mark == "---" { "late" } else { "mark" };
            let found = between_dashes(text, start).or_else(|| unclosed(text, start));
            found.map(|found| UnreadFront { form, ..found })
        }
        b'-' if mark.starts_with("---") => marked(text, start, mark[3..].trim()),
        _ => closed(text, start).or_else(|| bare(text, start)),
    };
    let found = found.map(|found| UnreadFront { instead: found.instead.filter(|_| is_blank), ..found });
    found.or_else(|| after_text(text, start))
}

/// Finds a second front matter below the first one.
pub(super) fn second(body: &str) -> Option<UnreadFront<'_>> {
    let (start, _) = first_words(body)?;
    let is_mark = line_at(body, start).trim_end() == "---";
    let found = if is_mark { between_dashes(body, start) } else { None };
    found.map(|found| UnreadFront { form: "second", yaml: None, instead: None, ..found })
}

/// Whether `---` on the first line is a thematic break: a blank line follows, and then no key.
pub(super) fn is_break(after: &str) -> bool {
    let mut lines = after.lines().map(str::trim);
    if lines.next().is_some_and(|line| !line.is_empty()) {
        return false;
    }
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_none_or(|line| line != "---" && key_of(line).is_none())
}

/// The offset of the first words that are neither blank nor a comment, and whether only blanks stand before. None where
/// they are indented like code.
fn first_words(text: &str) -> Option<(usize, bool)> {
    let mut at = 0;
    let mut is_blank = true;
    loop {
        at = text.len() - text[at..].trim_start_matches(is_blank_letter).len();
        if !text[at..].starts_with("<!--") {
            break;
        }
        is_blank = false;
        at += text[at..].find("-->")? + 3;
    }
    let indent = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..at];
    let is_code = indent.contains('\t') || indent.bytes().filter(|byte| *byte == b' ').count() > 3;
    (!is_code).then_some((at, is_blank))
}

fn is_blank_letter(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

fn line_at(text: &str, at: usize) -> &str {
    text[at..].lines().next().unwrap_or_default()
}

/// The lines below a position, each with its offset. Front matter that is longer than a page can hold has no end.
fn lines_below(text: &str, at: usize) -> impl Iterator<Item = (usize, &str)> {
    let first = text[at..].find('\n').map_or(text.len(), |length| at + length + 1);
    text[first..].split_inclusive('\n').scan(first, |next, line| {
        let at = *next;
        *next += line.len();
        Some((at, line))
    })
}

/// Whether a line is nothing but dashes, also those that word processors make of hyphens.
fn is_dashes(line: &str) -> bool {
    let is_long = line.len() >= 3 && line.chars().all(|letter| matches!(letter, '-' | '–' | '—'));
    is_long && (line.starts_with("---") || line.contains(['–', '—']))
}

/// A line's key, if it is a line of front matter.
fn key_of(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_end().trim_matches(['"', '\'']);
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    let is_key = !key.is_empty() && key.len() <= 40 && key.chars().all(is_name);
    (is_key && (value.is_empty() || value.starts_with(char::is_whitespace))).then_some(key)
}

/// Whether lines are front matter in YAML: keys and what belongs to them, and one of the keys is known.
fn is_yaml(block: &str) -> bool {
    let mut keys = 0;
    let mut is_known = false;
    for line in block.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let belongs = line.starts_with([' ', '\t', '-', ']', '}']) && keys > 0;
        match key_of(line) {
            Some(key) if !line.starts_with(' ') => {
                keys += 1;
                is_known = is_known || is_known_key(key);
            }
            _ if belongs => {}
            _ => return false,
        }
    }
    is_known
}

fn found<'a>(form: &'static str, start: usize, mark: &str, end: usize) -> UnreadFront<'a> {
    UnreadFront { form, mark: start..start + mark.len(), yaml: None, whole: 0..end, instead: None }
}

/// Lines of YAML between two lines of dashes.
fn between_dashes(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    let mark = line_at(text, start).trim_end();
    let first = lines_below(text, start).next()?.0;
    let (at, line) =
        lines_below(text, start).find(|(_, line)| is_dashes(line.trim()) || line.trim_end() == "...")?;
    let yaml = &text[first..at];
    let end = at + line.trim_end().len();
    let line_end = if yaml.contains("\r\n") { "\r\n" } else { "\n" };
    is_yaml(yaml).then(|| UnreadFront {
        yaml: Some((first, yaml)),
        instead: Some(format!("---{line_end}{yaml}---")),
        ..found("late", start, mark, end)
    })
}

/// A line of dashes with a known key on the next line and nothing that closes it.
fn unclosed(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    let (_, next) = lines_below(text, start).next()?;
    let is_open = !lines_below(text, start).any(|(_, line)| is_dashes(line.trim()));
    let is_head = is_open && key_of(next.trim_end()).is_some_and(is_known_key);
    is_head.then(|| found("late", start, line_at(text, start).trim_end(), text.len()))
}

/// `---yaml`, `--- toml`, `--- # words`.
fn marked<'a>(text: &'a str, start: usize, word: &str) -> Option<UnreadFront<'a>> {
    match word.to_ascii_lowercase().as_str() {
        form @ ("toml" | "json") => {
            let form = if form == "toml" { "toml" } else { "json" };
            delimited(text, start, "---", form)
        }
        word => {
            let is_empty = matches!(word, "yaml" | "yml");
            let found = between_dashes(text, start).filter(|_| is_empty || word.starts_with('#'))?;
            let instead = found.instead.filter(|_| is_empty);
            Some(UnreadFront { form: "mark", instead, ..found })
        }
    }
}

/// Front matter in another format, up to its closing mark, or to the end if there is none.
fn delimited<'a>(text: &'a str, start: usize, close: &str, form: &'static str) -> Option<UnreadFront<'a>> {
    let mark = line_at(text, start).trim_end();
    let end = lines_below(text, start).find(|(_, line)| line.trim_end() == close);
    let next = lines_below(text, start).map(|(_, line)| line.trim()).find(|line| !line.is_empty());
    let is_head = end.is_some() || next.is_some_and(|line| line.contains(['=', ':']));
    is_head.then(|| found(form, start, mark, end.map_or(text.len(), |(at, _)| at + close.len())))
}

/// A map of JSON whose first key, or one called `title`, is known.
fn json(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    let inside = text[start + 1..].trim_start().strip_prefix('"')?;
    let (key, rest) = inside.split_once('"')?;
    let is_map = rest.trim_start().starts_with(':');
    if !is_map || !(is_known_key(key) || rest.contains("\"title\"")) {
        return None;
    }
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    let end = text[start..].bytes().position(|byte| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            b'{' if !in_text => depth += 1,
            b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    Some(found("json", start, "{", end.map_or(text.len(), |length| start + length + 1)))
}

/// Lines of keys without the first line of dashes, up to the last one.
fn closed(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    key_of(line_at(text, start))?;
    let (at, line) = lines_below(text, start).find(|(_, line)| is_dashes(line.trim()))?;
    closed_at(text, start..at, line)
}

/// Lines of keys above a line of dashes.
fn closed_at<'a>(text: &'a str, block: Range<usize>, dashes: &str) -> Option<UnreadFront<'a>> {
    let yaml = &text[block.clone()];
    let line_end = if yaml.contains("\r\n") { "\r\n" } else { "\n" };
    is_written_as_head(yaml).then(|| UnreadFront {
        yaml: Some((block.start, yaml)),
        instead: Some(format!("---{line_end}{yaml}---")),
        ..found(
            "bare",
            block.start,
            line_at(text, block.start).trim_end(),
            block.end + dashes.trim_end().len(),
        )
    })
}

/// Lines with known keys, and no marks around them.
fn bare(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    let first = line_at(text, start).trim_end();
    key_of(first).filter(|key| is_known_key(key))?;
    let below = lines_below(text, start).take_while(|(_, line)| !line.trim().is_empty());
    let end = below.last().map_or(start + first.len(), |(at, line)| at + line.trim_end().len());
    is_written_as_head(&text[start..end]).then(|| found("bare", start, first, end))
}

/// Whether lines that no dashes announce are front matter and not prose: their keys are written as keys are, or they
/// are a title or several lines, and all of them known.
fn is_written_as_head(block: &str) -> bool {
    let keys = || block.lines().filter_map(key_of);
    let is_plain = |key: &str| key.starts_with(char::is_lowercase);
    let is_prose = |line: &str| key_of(line).is_some_and(|key| line[key.len()..].starts_with(' '));
    let has_space = block.lines().any(is_prose);
    let is_title = keys().next().is_some_and(|key| key.eq_ignore_ascii_case("title"));
    let are_known = (is_title || keys().count() > 1) && keys().all(is_known_key);
    !has_space && (are_known || keys().any(|key| is_plain(key) && is_known_key(key))) && is_yaml(block)
}

/// Whether a line begins or ends a code block.
fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~")
}

/// Front matter that fills a code block at the beginning of a page.
fn fenced(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    let (at, mark) = lines_below(text, start).find(|(_, line)| !line.trim().is_empty())?;
    let is_head = is_fence(line_at(text, start)) && is_dashes(mark.trim());
    let front = between_dashes(text, at).filter(|_| is_head)?;
    let (at, last) = lines_below(text, front.whole.end).find(|(_, line)| !line.trim().is_empty())?;
    let end = at + last.trim_end().len();
    is_fence(last).then_some(UnreadFront { form: "fence", whole: 0..end, instead: None, ..front })
}

/// Title, authors and day as Pandoc takes them: one line each, behind a per cent sign.
fn pandoc(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    let first = line_at(text, start).trim_end();
    let is_line = |line: &str| line.starts_with("% ") || line.trim_end() == "%";
    let below = lines_below(text, start).take_while(|(_, line)| is_line(line) || line.starts_with(' '));
    let end = below.last().map_or(start + first.len(), |(at, line)| at + line.trim_end().len());
    let is_alone = text[end..].lines().nth(1).is_none_or(|line| line.trim().is_empty());
    (is_line(first) && is_alone).then(|| found("pandoc", start, first, end))
}

/// Front matter below other text; an example of one stands in a code block.
fn after_text(text: &str, start: usize) -> Option<UnreadFront<'_>> {
    if is_fence(line_at(text, start)) {
        return None;
    }
    let mut block = lines_below(text, start).next()?.0;
    for (at, line) in lines_below(text, start).take(MOST_TEXT).take_while(|(_, line)| !is_fence(line)) {
        if line.trim_end() == "---" {
            let found = between_dashes(text, at).or_else(|| closed_at(text, block..at, line));
            if let Some(found) = found {
                return Some(UnreadFront { form: "late", instead: None, ..found });
            }
        }
        if line.trim().is_empty() || line.starts_with('#') {
            block = at + line.len();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The form, the mark and what is below the front matter.
    fn read(text: &str) -> Option<(&'static str, &str, &str)> {
        find(text).map(|found| (found.form, &text[found.mark], &text[found.whole.end..]))
    }

    #[test]
    fn heads_are_found_wherever_and_however_they_are_written() {
        for (text, form, mark) in [
            ("\n---\ntitle: A\n---\nfin", "late", "---"),
            ("\u{feff} \r\n---\r\ntitle: A\r\n---\r\nfin", "late", "---"),
            ("<!-- c -->\n\n---\ntitle: A\n---\nfin", "late", "---"),
            ("# A\n\n---\ntitle: A\n---\nfin", "late", "---"),
            ("----\ntitle: A\ntags:\n- a\n----\nfin", "mark", "----"),
            ("—\ntitle: A\n—\nfin", "mark", "—"),
            ("--- yaml\ntitle: A\n---\nfin", "mark", "--- yaml"),
            ("+++\ntitle = \"A\"\n+++\nfin", "toml", "+++"),
            ("---toml\ntitle = \"A\"\n---\nfin", "toml", "---toml"),
            ("{\n  \"title\": \"a } b\",\n  \"x\": {\"y\": 1}\n}\nfin", "json", "{"),
            (";;;\n\"title\": \"A\"\n;;;\nfin", "json", ";;;"),
            ("Title: A\nDate: 2026-01-01\n\nfin", "bare", "Title: A"),
            ("draft: true\n---\n\nfin", "bare", "draft: true"),
            ("\u{feff}title: A\r\ntags:\r\n  - a\r\n\r\nx: y\r\n---\r\nfin", "bare", "title: A"),
            ("draft: true\n\nfin", "bare", "draft: true"),
            ("{{ x }}\n---\ndraft: true\n---\nfin", "late", "---"),
            ("# A\n\ndraft: true\n---\nfin", "late", "draft: true"),
            ("```yaml\n---\ndraft: true\n---\n```\nfin", "fence", "---"),
            ("~~~\n---\ntitle: A\n---\n\n~~~\nfin", "fence", "---"),
            ("% Titre\n% Auteur\n\nfin", "pandoc", "% Titre"),
        ] {
            let read = read(text).unwrap_or_else(|| panic!("{text:?}"));
            assert_eq!((read.0, read.1), (form, mark), "{text:?}");
            assert_eq!(read.2.trim(), "fin", "{text:?}");
        }
    }

    #[test]
    fn text_is_not_taken_for_a_head() {
        for text in [
            "",
            "\n---\n\nTexte.\n\n---\n",
            "\n---\nAttention : lire la suite.\n---\n",
            "# A\n\n---\n\nTexte.\n\n---\n",
            "# A\n\n```yaml\n---\ntitle: A\n---\n```\n",
            "```yaml\n---\ntitle: A\n---\n# B\n```\n",
            "Attention : important\n---\n",
            "Description : un texte\n---\n",
            "Date: 3 mars\n---\n",
            "note: lire la suite\n---\n",
            "Texte.\n\nune phrase\ndescription: un mot\n---\n",
            "% de réussite : 3\nsuite\n",
            "%% note %%\n",
            "    ---\n    title: A\n    ---\n",
            "{% hint %}\nTexte.\n{% endhint %}\n",
            "{\"a\": 1}\n",
            "+++ plus\n",
            "- - -\ntitle: A\n",
            "Titre : A\n\nTexte.\n",
            "Title: A\nune phrase\n",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_break_is_followed_by_prose() {
        assert!(is_break("\n# A\n\nTexte.\n\n---\n") && is_break("") && is_break("\n\n"));
        assert!(!is_break("title: A\n---\n") && !is_break("\ntitle: A\n---\n") && !is_break("\n---\n"));
    }

    #[test]
    fn a_second_head_is_found() {
        assert!(second("\n---\ndraft: true\n---\n# A\n").is_some());
        assert!(second("\n---\n\nTexte.\n\n---\n").is_none());
    }
}
