//! The ids of headings in the source and in the guide, and one title a page.
use super::map::Places;
use crate::import::body::Edit;
use crate::import::source::markdown::{FoundHeading, MarkdownParts};
use crate::import::source::slugs::{PageIds, SlugRule};
use crate::text::slug::{Unique, slug};

/// What becomes of the headings of a page.
#[derive(Debug, Default)]
pub(in crate::import) struct PageHeadings {
    /// Ids of the source with the anchors that lead to them now.
    pub(in crate::import) places: Places,
    /// The heading that is the title of the page.
    pub(in crate::import) title: Option<String>,
    /// How many headings of the first level are one level deeper now.
    pub(in crate::import) demoted: usize,
    pub(in crate::import) edits: Vec<Edit>,
}

/// Reads the headings of a text. Where front matter names the title, a heading is the title only if it opens the text.
pub(in crate::import) fn read(
    text: &str,
    parts: &MarkdownParts,
    rule: SlugRule,
    has_title: bool,
) -> PageHeadings {
    let mut page = PageHeadings::default();
    let headings = &parts.headings;
    let first = headings.iter().position(|heading| heading.level == 1 && heading.is_outside);
    let title = first.filter(|at| !has_title && *at == 0 || opens(text, headings[*at].range.start));
    let others =
        headings.iter().enumerate().filter(|(at, heading)| heading.level == 1 && Some(*at) != title).count();
    page.demoted = others;
    let former = former_ids(headings, rule);
    let named = names(headings, title);
    for (at, heading) in headings.iter().enumerate() {
        if Some(at) == title {
            page.title = Some(heading.text.trim().to_owned());
            page.places.insert(former[at].clone(), None);
            page.edits.extend(without_id(text, heading));
            continue;
        }
        let anchor = if former[at].is_empty() { named[at].clone() } else { former[at].clone() };
        page.places.insert(anchor.clone(), Some(anchor.clone()));
        if heading.id.is_none() && anchor != named[at] {
            let end = end_of_words(text, heading);
            page.edits.push(Edit::new(end..end, format!(" {{#{anchor}}}")));
        }
        if others > 0 {
            page.edits.extend(deeper(text, heading));
        }
    }
    anchors(text, &mut page);
    page
}

/// Anchors that elements had: each stays once, and none that a heading has already.
fn anchors(text: &str, page: &mut PageHeadings) {
    const OPEN: &str = "<!-- anchor: ";
    for (at, _) in text.match_indices(OPEN) {
        let rest = &text[at + OPEN.len()..];
        let Some(end) = rest.find(" -->") else { continue };
        let name = rest[..end].to_owned();
        let after = at + OPEN.len() + end + " -->".len();
        if page.places.contains_key(&name) {
            let line_end = usize::from(text[after..].starts_with('\n'));
            page.edits.push(Edit::new(at..after + line_end, ""));
        } else {
            page.places.insert(name.clone(), Some(name));
        }
    }
}

/// Whether nothing but comments stands before a heading.
fn opens(text: &str, start: usize) -> bool {
    let mut rest = text[..start].trim();
    while let Some(inner) = rest.strip_prefix("<!--") {
        let Some(end) = inner.find("-->") else { return false };
        rest = inner[end + 3..].trim_start();
    }
    rest.is_empty()
}

/// The ids that the program gave.
fn former_ids(headings: &[FoundHeading], rule: SlugRule) -> Vec<String> {
    let mut ids = PageIds::default();
    for id in headings.iter().filter_map(|heading| heading.id.as_ref()) {
        ids.take(id);
    }
    let id = |heading: &FoundHeading| match &heading.id {
        Some(id) => id.clone(),
        None => ids.next(rule, &heading.text).chars().filter(|letter| !"{}\"<>".contains(*letter)).collect(),
    };
    headings.iter().map(id).collect()
}

/// The anchors that Jalon gives by itself.
fn names(headings: &[FoundHeading], title: Option<usize>) -> Vec<String> {
    let mut unique = Unique::default();
    for id in headings.iter().filter_map(|heading| heading.id.as_ref()) {
        drop(unique.reserve(id));
    }
    let name = |(at, heading): (usize, &FoundHeading)| match &heading.id {
        Some(id) => id.clone(),
        None if Some(at) == title => String::new(),
        None => unique.name(&slug(&heading.text), "section").to_string(),
    };
    headings.iter().enumerate().map(name).collect()
}

/// The line of a heading with its words: the first, also where a line of signs follows.
fn line<'a>(text: &'a str, heading: &FoundHeading) -> &'a str {
    let whole = text.get(heading.range.clone()).unwrap_or_default();
    whole.lines().next().unwrap_or_default()
}

fn is_atx(text: &str, heading: &FoundHeading) -> bool {
    line(text, heading).starts_with('#')
}

/// Where an id can be written: behind the words.
fn end_of_words(text: &str, heading: &FoundHeading) -> usize {
    let whole = text.get(heading.range.clone()).unwrap_or_default().trim_end();
    if is_atx(text, heading) {
        let words = line(text, heading).trim_end();
        let bare = words.trim_end_matches('#');
        // Signs that close a heading stand behind a blank.
        let words = if bare.ends_with(' ') && bare.trim_end().len() > heading.level {
            bare.trim_end()
        } else {
            words
        };
        return heading.range.start + words.len();
    }
    // The line of signs is the last one.
    let words = whole.rsplit_once('\n').map_or(whole, |(words, _)| words);
    heading.range.start + words.trim_end().len()
}

/// One sign more in front of a heading.
fn deeper(text: &str, heading: &FoundHeading) -> Option<Edit> {
    if heading.level >= 6 {
        return None;
    }
    if is_atx(text, heading) {
        return Some(Edit::new(heading.range.start..heading.range.start, "#"));
    }
    let whole = text.get(heading.range.clone())?.trim_end();
    let (words, _) = whole.rsplit_once('\n')?;
    let (from, to) = (heading.range.start + words.len() + 1, heading.range.start + whole.len());
    match heading.level {
        1 => Some(Edit::new(from..to, "---")),
        _ => None,
    }
}

/// The title of a page without its id, which no anchor needs.
fn without_id(text: &str, heading: &FoundHeading) -> Option<Edit> {
    heading.id.as_ref()?;
    let words = line(text, heading).trim_end();
    let at = words.rfind('{').filter(|_| words.ends_with('}'))?;
    let start = heading.range.start + words[..at].trim_end().len();
    Some(Edit::new(start..heading.range.start + words.len(), ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::markdown;

    fn done(text: &str, rule: SlugRule, has_title: bool) -> (String, Places, usize) {
        let page = read(text, &markdown::parts(text), rule, has_title);
        let mut out = text.to_owned();
        let mut edits = page.edits;
        edits.sort();
        for edit in edits.into_iter().rev() {
            out.replace_range(edit.start..edit.end, &edit.text);
        }
        (out, page.places, page.demoted)
    }

    #[test]
    fn former_ids_stay() {
        let (text, places, _) =
            done("# Titre {#t}\n\n## L'été\n\n## Plan ##\n\nA\n---\n\n## Plan\n", SlugRule::Github, false);
        assert_eq!(text, "# Titre\n\n## L'été {#lété}\n\n## Plan ##\n\nA\n---\n\n## Plan {#plan-1}\n");
        assert_eq!((&places["t"], &places["plan"]), (&None, &Some("plan".to_owned())));
    }

    #[test]
    fn a_page_has_one_title() {
        let (text, _, demoted) = done("# A\n\n# B\n\n## C\n\nD\n===\n", SlugRule::Github, false);
        assert_eq!((text.as_str(), demoted), ("# A\n\n## B\n\n### C\n\nD\n---\n", 2));
        assert_eq!(done("x\n\n# B\n", SlugRule::Github, true).0, "x\n\n## B\n");
        assert_eq!(done("<!-- c -->\n# B\n", SlugRule::Github, true).2, 0);
    }
}
