//! The ids of headings in the source and in the guide, and one title a page.
use super::map::Places;
use crate::import::body::{Edit, without_tags};
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
    /// How many references to footnotes stood in the title.
    pub(in crate::import) footnotes: usize,
    pub(in crate::import) edits: Vec<Edit>,
}

/// The titles that a page has besides its headings.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::import) struct KnownTitles<'a> {
    /// That of front matter.
    pub(in crate::import) front: Option<&'a str>,
    /// That of the menu.
    pub(in crate::import) menu: Option<&'a str>,
}

/// Reads the headings of a text. Where front matter names the title, a heading is the title only if it opens the text.
pub(in crate::import) fn read(
    text: &str,
    parts: &MarkdownParts,
    rule: SlugRule,
    known: KnownTitles<'_>,
) -> PageHeadings {
    let mut page = PageHeadings::default();
    let headings = &parts.headings;
    let first = headings.iter().position(|heading| heading.level == 1 && heading.is_outside);
    let title =
        first.filter(|at| known.front.is_none() && *at == 0 || opens(text, headings[*at].range.start));
    let raised = if first.is_none() { raised(text, headings, known) } else { None };
    let title = title.or(raised.map(|_| 0));
    let others =
        headings.iter().enumerate().filter(|(at, heading)| heading.level == 1 && Some(*at) != title).count();
    page.demoted = others;
    let (former, of_names) = former_ids(parts, rule);
    let named = names(headings, title);
    for (at, heading) in headings.iter().enumerate() {
        if Some(at) == title {
            page.title = Some(heading.text.trim().to_owned());
            page.places.insert(former[at].clone(), None);
            page.edits.extend(without_id(text, heading));
            page.edits.extend(raised.and_then(|(levels, _)| higher(text, heading, levels)));
            page.footnotes = footnotes_below(text, parts, heading, &mut page.edits);
            continue;
        }
        // A heading without words says nothing, and no link names it.
        if is_empty(text, parts, heading) {
            page.edits.push(Edit::new(heading.range.clone(), "\n"));
            continue;
        }
        if let Some((levels, end)) = raised
            && at < end
        {
            page.edits.extend(higher(text, heading, levels));
        }
        if others > 0 {
            page.edits.extend(deeper(text, heading));
        }
        // Of two with one id, browsers find the first.
        if heading.id.as_ref().is_some_and(|id| page.places.contains_key(id)) {
            page.edits.extend(without_id(text, heading));
            continue;
        }
        let anchor = if former[at].is_empty() { named[at].clone() } else { former[at].clone() };
        page.places.insert(anchor.clone(), Some(anchor.clone()));
        if heading.id.is_none() && anchor != named[at] {
            let end = end_of_words(text, heading);
            page.edits.push(Edit::new(end..end, format!(" {{#{anchor}}}")));
        }
    }
    anchors(text, &mut page);
    for (name, id) in parts.names.iter().zip(of_names) {
        if !id.is_empty() && !page.places.contains_key(&id) {
            page.edits.push(Edit::new(name.list..name.list, format!("<!-- anchor: {id} -->\n")));
            page.places.insert(id.clone(), Some(id));
        }
    }
    page
}

/// The heading that opens a page without one of the first level is its title where it says what the title says, or is the only
/// one of its level. Gives by how many levels it goes up, with those below it, and the number of the first heading that does not.
fn raised(text: &str, headings: &[FoundHeading], known: KnownTitles<'_>) -> Option<(usize, usize)> {
    let opening =
        headings.first().filter(|heading| heading.is_outside && opens(text, heading.range.start))?;
    let end = headings[1..].iter().position(|heading| heading.level <= opening.level);
    let end = end.map_or(headings.len(), |end| end + 1);
    let is_alone = end == headings.len();
    let is_same = known.front.or(known.menu).is_some_and(|title| is_same_title(title, &opening.text));
    (is_same || known.front.is_none() && is_alone).then_some((opening.level - 1, end))
}

/// Whether two titles say the same: without regard to capitals, accents, signs and marks.
pub(in crate::import) fn is_same_title(one: &str, two: &str) -> bool {
    let is_same = |one: &str, two: &str| !slug(one).is_empty() && slug(one) == slug(two);
    is_same(one, two) || is_same(&without_tags(one), &without_tags(two))
}

/// So many signs less in front of a heading.
fn higher(text: &str, heading: &FoundHeading, levels: usize) -> Option<Edit> {
    let start = heading.range.start;
    let count = levels.min(heading.level - 1);
    if is_atx(text, heading) {
        return (count > 0).then(|| Edit::new(start..start + count, ""));
    }
    let whole = text.get(heading.range.clone()).unwrap_or_default().trim_end();
    let line = whole.rsplit_once('\n').map(|(_, line)| line).filter(|_| count > 0)?;
    Some(Edit::new(start + whole.len() - line.len()..start + whole.len(), "==="))
}

fn is_empty(text: &str, parts: &MarkdownParts, heading: &FoundHeading) -> bool {
    let has_link = parts.links.iter().any(|link| heading.range.contains(&link.range.start));
    let source = text.get(heading.range.clone()).unwrap_or_default();
    heading.text.trim().is_empty() && heading.id.is_none() && !has_link && !source.contains("{{")
}

/// Takes the references to footnotes out of a title, which stands in menus too, and puts them behind the first paragraph. Gives
/// how many.
fn footnotes_below(text: &str, parts: &MarkdownParts, title: &FoundHeading, edits: &mut Vec<Edit>) -> usize {
    let found: Vec<_> = parts.footnotes.iter().filter(|note| title.range.contains(&note.start)).collect();
    let Some(last) = found.last() else { return 0 };
    let all: String = found.iter().filter_map(|note| text.get((*note).clone())).collect();
    edits.extend(found.iter().map(|note| Edit::new((*note).clone(), "")));
    let next = parts.blocks.iter().find(|start| **start >= last.end);
    let below = parts.paragraphs.iter().find(|paragraph| Some(&paragraph.start) == next);
    let end = below.map(|paragraph| paragraph.start + text[paragraph.clone()].trim_end().len());
    edits.push(match end {
        Some(end) => Edit::new(end..end, all),
        None => Edit::new(title.range.end..title.range.end, format!("\n{all}\n")),
    });
    found.len()
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

/// The ids that the program gave to headings, and `mdBook` to the names in lists of definitions.
fn former_ids(parts: &MarkdownParts, rule: SlugRule) -> (Vec<String>, Vec<String>) {
    let mut ids = PageIds::default();
    for id in parts.headings.iter().filter_map(|heading| heading.id.as_ref()) {
        ids.take(id);
    }
    let mut made = |text: &str| -> String {
        ids.next(rule, text).chars().filter(|letter| !"{}\"<>".contains(*letter)).collect()
    };
    let mut names = parts.names.iter().filter(|_| rule == SlugRule::Mdbook).peekable();
    let (mut of_headings, mut of_names) = (Vec::new(), Vec::new());
    for heading in &parts.headings {
        while let Some(name) = names.next_if(|name| name.start < heading.range.start) {
            of_names.push(made(&name.text));
        }
        of_headings.push(heading.id.clone().unwrap_or_else(|| made(&heading.text)));
    }
    of_names.extend(names.map(|name| made(&name.text)));
    (of_headings, of_names)
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
fn deeper(text: &str, heading: &FoundHeading) -> Vec<Edit> {
    if heading.level >= 6 {
        return Vec::new();
    }
    if is_atx(text, heading) {
        return vec![Edit::new(heading.range.start..heading.range.start, "#")];
    }
    underlined(text, heading)
}

/// An underlined heading one level deeper; below the second level, signs stand in front of its words instead.
fn underlined(text: &str, heading: &FoundHeading) -> Vec<Edit> {
    let start = heading.range.start;
    let whole = text.get(heading.range.clone()).unwrap_or_default().trim_end();
    let Some((words, line)) = whole.rsplit_once('\n').filter(|_| heading.is_outside) else {
        return Vec::new();
    };
    let end = start + whole.len();
    if heading.level == 1 {
        return vec![Edit::new(end - line.len()..end, "---")];
    }
    let mut edits = vec![Edit::new(start..start, "### ")];
    let ends = words.match_indices('\n').map(|(at, _)| start + at);
    edits.extend(ends.map(|at| Edit::new(at..at + 1, " ")));
    edits.push(Edit::new(start + words.trim_end().len()..end, ""));
    edits
}

/// A heading without its id, which no anchor needs.
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
        let known = KnownTitles { front: has_title.then_some("Of the front"), menu: None };
        known_titles(text, rule, known)
    }

    fn known_titles(text: &str, rule: SlugRule, known: KnownTitles<'_>) -> (String, Places, usize) {
        let page = read(text, &markdown::parts(text), rule, known);
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
        let twice = done("## A {#x}\n\n## B {#x}\n", SlugRule::Github, false).0;
        assert_eq!(twice, "## A {#x}\n\n## B\n");
    }

    #[test]
    fn a_title_stands_once() {
        let text =
            |text: &str, front, menu| known_titles(text, SlugRule::Github, KnownTitles { front, menu }).0;
        let page = "## L'*Été* 2\n\n### B\n\n#### C\n";
        assert_eq!(text(page, Some("L’été 2"), None), "# L'*Été* 2\n\n## B\n\n### C\n");
        assert_eq!(text(page, None, Some("Short")), "# L'*Été* 2\n\n## B\n\n### C\n");
        assert_eq!(text(page, None, None), "# L'*Été* 2\n\n## B\n\n### C\n");
        assert_eq!(text(page, Some("Other"), None), "## L'*Été* 2 {#lété-2}\n\n### B\n\n#### C\n");
        assert_eq!(
            text("## A\n\n### B\n\n## C\n\n### D\n", None, Some("A")),
            "# A\n\n## B\n\n## C\n\n### D\n"
        );
        assert_eq!(text("## `A<T>`\n\n## B\n", None, Some("A")), "# `A<T>`\n\n## B\n");
        assert_eq!(text("## A\n\n###\n\n### B\n", None, Some("A")), "# A\n\n\n\n## B\n");
        assert!(is_same_title("`<B>`", "<B>") && !is_same_title("<B>", "<C>"));
        assert_eq!(text("## A\n\n## B\n", None, None), "## A\n\n## B\n");
        assert_eq!(text("A\n---\n\nb\n", None, Some("A")), "A\n===\n\nb\n");
        assert_eq!(text("b\n\n## A\n", None, Some("A")), "b\n\n## A\n");
    }

    #[test]
    fn a_note_of_the_title_stands_below_it() {
        let text = |text: &str| done(text, SlugRule::Github, false).0;
        assert_eq!(text("# A[^1]\n\nB\nc.\n\n[^1]: n\n"), "# A\n\nB\nc.[^1]\n\n[^1]: n\n");
        assert_eq!(text("# A[^1]\n\n- b\n\n[^1]: n\n"), "# A\n\n[^1]\n\n- b\n\n[^1]: n\n");
        assert_eq!(text("# A\n\n## \n\n#### &#x20;\n\nb\n"), "# A\n\n\n\n\n\nb\n");
    }

    #[test]
    fn names_of_definitions_keep_their_ids() {
        let text = "# A\n\nB c\n: d\n\nE\n: f\n\n## E\n";
        let expected = "# A\n\n<!-- anchor: b-c -->\n<!-- anchor: e -->\nB c\n: d\n\nE\n: f\n\n## E {#e-1}\n";
        assert_eq!(done(text, SlugRule::Mdbook, false).0, expected);
        assert_eq!(done(text, SlugRule::Github, false).0, text);
    }

    #[test]
    fn a_page_has_one_title() {
        let (text, _, demoted) =
            done("# A\n\n# B\n\n## C\n\nD\n===\n\nÉté à\nNîmes\n---\n", SlugRule::Github, false);
        let expected = "# A\n\n## B\n\n### C\n\nD\n---\n\n### Été à Nîmes {#été-à-nîmes}\n";
        assert_eq!((text.as_str(), demoted), (expected, 2));
        assert_eq!(done("x\n\n# B\n", SlugRule::Github, true).0, "x\n\n## B\n");
        assert_eq!(done("<!-- c -->\n# B\n", SlugRule::Github, true).2, 0);
    }
}
