//! Parts of blocks: footnotes, the first lines of code, words of summaries, links.
use super::code::FenceInfo;
use super::lines::{self, SourceLine};
use super::tags::plain;
use super::{boxes, fences};

/// A footnote whose text begins on the line below its name, as Python-Markdown takes it. Gives the number of the next line.
pub(super) fn note(
    lines: &[SourceLine],
    at: usize,
    is_python: bool,
    out: &mut Vec<SourceLine>,
) -> Option<usize> {
    let (blanks, bare) = lines[at].parts();
    let (name, text) = bare.split_once("]:").filter(|(name, _)| name.starts_with("[^"))?;
    // Less than four blanks are none there.
    let is_outside = is_python && lines::columns(blanks) < 4;
    let blanks = if is_outside { "" } else { blanks };
    if is_outside && !text.is_empty() {
        out.push(SourceLine::new(bare, lines[at].origin));
        return Some(at + 1);
    }
    let is_name = text.is_empty() && !name[2..].contains('[');
    let first = lines.get(at + 1).filter(|line| is_name && !line.is_blank())?;
    let indent = lines::columns(&lines[at].text);
    let inner = lines::columns(&first.text);
    if inner <= indent {
        return None;
    }
    let below =
        lines[at + 1..].iter().take_while(|line| line.is_blank() || lines::columns(&line.text) >= inner);
    let below = boxes::dedented(&lines[at + 1..at + 1 + below.count()]);
    for (number, line) in below.iter().enumerate() {
        let text = match number {
            0 => format!("{blanks}{bare} {}", line.text),
            _ if line.is_blank() => String::new(),
            _ => format!("{blanks}    {}", line.text),
        };
        out.push(SourceLine::new(text, line.origin));
    }
    Some(at + 1 + below.len())
}

/// The first line of a block of code in our words.
pub(super) fn first_of_code(line: &SourceLine) -> SourceLine {
    let Some((_, _, info)) = fences::mark(line.text.trim_start_matches([' ', '\t', '>'])) else {
        return line.clone();
    };
    let before = &line.text[..line.text.len() - info.len()];
    let written = FenceInfo::read(info).written();
    if written == info.trim() {
        line.clone()
    } else {
        SourceLine::new(format!("{before}{written}"), line.origin)
    }
}

/// Gives the first block of code a title.
pub(super) fn with_title(mut lines: Vec<SourceLine>, title: &str) -> Vec<SourceLine> {
    let first = lines.iter_mut().find(|line| fences::mark(line.text.trim()).is_some());
    if let Some(line) = first.filter(|_| !title.is_empty()) {
        let info = fences::mark(line.text.trim()).map_or("", |(_, _, info)| info).to_owned();
        let before = line.text[..line.text.trim_end().len() - info.trim_end().len()].to_owned();
        let info = FenceInfo { title: title.to_owned(), ..FenceInfo::read(&info) };
        line.text = before + &info.written();
    }
    lines
}

/// The words of `<summary>`, and the lines behind it.
pub(super) fn summary(inner: &[SourceLine]) -> (String, Vec<SourceLine>) {
    let begins = |line: &SourceLine| line.text.trim_start().to_lowercase().starts_with("<summary");
    let ends = |line: &SourceLine| line.text.to_lowercase().contains("</summary>");
    let first = inner.iter().position(|line| !line.is_blank()).filter(|at| begins(&inner[*at]));
    let last = first.and_then(|first| inner[first..].iter().position(ends).map(|last| first + last));
    match (first, last) {
        (Some(first), Some(last)) => {
            let words =
                inner[first..=last].iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
            (plain(&words), inner[last + 1..].to_vec())
        }
        _ => (String::new(), inner.to_vec()),
    }
}

/// A link with the given words, else with those of the content, else with those of the target.
pub(super) fn link(target: &str, title: &str, inner: &[SourceLine]) -> String {
    let content = inner.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ");
    let content = content.trim();
    if title.is_empty() && content.starts_with('[') && content.contains("](") {
        return content.to_owned();
    }
    let words = if title.is_empty() { plain(content) } else { title.to_owned() };
    let words = words.replace(['[', ']'], " ");
    let bare = target.split("://").last().unwrap_or(target).split(['?', '#']).next().unwrap_or(target);
    let named = if bare.contains('/') && !target.contains("://") {
        bare.rsplit('/').next().unwrap_or(bare)
    } else {
        bare
    };
    let words = if words.trim().is_empty() { named.trim_end_matches('/') } else { words.trim() };
    format!("[{words}]({})", super::regions::target(target))
}
