//! Another text for a heading.
use super::anchors;
use super::changes::{EditList, GuideChanges, Refusal};
use super::guide::{UnderstoodGuide, text};
use super::names::raw;
use crate::model::{SourcePath, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// Gives the heading with this anchor another text, as Markdown. Its anchor follows and so do links; the former anchor stays
/// beside it. An anchor that the author chose (`{#id}`) stays, unless the new text brings another one.
pub fn rename_heading(
    guide: UnderstoodGuide<'_>,
    page: &SourcePath,
    anchor: &str,
    words_after: &str,
) -> Result<GuideChanges, Refusal> {
    let unknown = || Refusal::about("refactor-unknown-anchor", page.as_str()).arg("anchor", anchor);
    let document = guide.document(page).ok_or_else(unknown)?;
    let mut headings = document.content.headings.iter();
    let number = headings.position(|heading| !anchor.is_empty() && heading.value.anchor.as_str() == anchor);
    let number = number.ok_or_else(unknown)?;
    let new = words_after.trim();
    if new.is_empty() || new.contains(char::is_control) {
        return Err(Refusal::about("refactor-bad-heading", new));
    }
    let span = &document.content.headings[number].span;
    let source = text(guide.sources, page).ok_or_else(unknown)?;
    let inside = words(raw(&source, span));
    let brings_id = new.ends_with('}') && new.contains("{#");
    let end = if brings_id { attributes_end(raw(&source, span), inside.end) } else { inside.end };
    let at = span.start as usize;
    let mut edits = EditList::default();
    edits.replace(Span::new(page, at + inside.start, at + end), new.to_owned());
    anchors::keep(guide, &mut edits, Some((page, number)))?;
    Ok(edits.changes(guide.sources, &BTreeMap::new(), Some(page)))
}

/// The range of the words in a heading as it is written: without marks, without attributes.
pub(super) fn words(heading: &str) -> Range<usize> {
    let marks = heading.len() - heading.trim_start_matches('#').len();
    let (start, mut end) = if marks > 0 {
        let start = heading.len() - heading[marks..].trim_start_matches([' ', '\t']).len();
        let open = heading[start..].trim_end_matches('#');
        let closed = open.ends_with([' ', '\t']) || open.is_empty();
        (start, if closed { start + open.len() } else { heading.len() })
    } else {
        // A line of `---` or `===` stands below.
        (0, heading.rfind('\n').unwrap_or(heading.len()))
    };
    end = start.max(heading[..end].trim_end().len());
    if heading[start..end].ends_with('}')
        && let Some(open) = heading[start..end].rfind('{')
    {
        end = start + heading[start..start + open].trim_end().len();
    }
    start..end
}

/// The end of the attributes behind the words of a heading.
fn attributes_end(heading: &str, words_end: usize) -> usize {
    let rest = &heading[words_end..];
    if rest.trim_start().starts_with('{') {
        words_end + rest.find('}').map_or(0, |at| at + 1)
    } else {
        words_end
    }
}

#[cfg(test)]
mod unit_tests {
    use super::words;

    #[test]
    fn the_words_of_a_heading_are_found() {
        for (heading, expected) in [
            ("## Un titre", "Un titre"),
            ("##  Un titre ##", "Un titre"),
            ("## C#", "C#"),
            ("## Un titre {#id}", "Un titre"),
            ("## Un titre {#id .c} ##", "Un titre"),
            ("Un titre {#id}\r\n---", "Un titre"),
            ("Un\ntitre\n===", "Un\ntitre"),
            ("##", ""),
            ("## {#id}", ""),
        ] {
            assert_eq!(&heading[words(heading)], expected, "{heading}");
        }
    }
}
