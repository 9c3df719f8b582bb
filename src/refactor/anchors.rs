//! Keeps the anchors of pages when their text changes, and lets links follow those that have another name.
use super::changes::{EditList, Refusal};
use super::destination::NewParts;
use super::guide::{UnderstoodGuide, text};
use super::names::{raw, tests};
use super::{scalar, targets};
use crate::model::{Anchor, Document, Fix, Heading, Located, SourcePath, Span, Target};
use std::collections::BTreeMap;

/// Anchors with another name: page and former name, to the new one.
type Renamed = BTreeMap<(SourcePath, String), String>;

/// Understands the guide with these edits, and compares its anchors. A heading with another anchor keeps its former one
/// besides, and links follow. `chosen` is the heading that gets another name on purpose; others in its page get their present
/// anchor for good.
pub(super) fn keep(
    guide: UnderstoodGuide<'_>,
    edits: &mut EditList,
    chosen: Option<(&SourcePath, usize)>,
) -> Result<(), Refusal> {
    let changes = edits.changes(guide.sources, &BTreeMap::new(), None);
    let (_, parsed) = (guide.again)(&changes.applied(guide.sources));
    let mut renamed = Renamed::new();
    for path in changes.files.iter().map(|change| &change.file).filter(|path| path.is_page()) {
        let after = parsed.pages.get(path).map(|kept| &kept.value.value);
        let (Some(before), Some(after)) = (guide.document(path), after) else { continue };
        let chosen = chosen.filter(|(page, _)| *page == path).map(|(_, number)| number);
        of_page(guide, path, (before, after), chosen, edits, &mut renamed)?;
    }
    follow(guide, &renamed, edits);
    Ok(())
}

fn of_page(
    guide: UnderstoodGuide<'_>,
    path: &SourcePath,
    (before, after): (&Document, &Document),
    chosen: Option<usize>,
    edits: &mut EditList,
    renamed: &mut Renamed,
) -> Result<(), Refusal> {
    let (old, new) = (&before.content.headings, &after.content.headings);
    if old.len() != new.len() || old.iter().zip(new).any(|(old, new)| old.value.level != new.value.level) {
        return Err(Refusal::about("refactor-other-headings", path.as_str()));
    }
    for (number, (old, new)) in old.iter().zip(new).enumerate() {
        let (was, is) = (&old.value.anchor, &new.value.anchor);
        if was == is || was.as_str().is_empty() {
            continue;
        }
        if before.outline.former.contains(is) {
            edits.replace(own_comment(guide, path, old, is)?, String::new());
        }
        let kept = || pinned(guide, path, old);
        if chosen.is_some_and(|chosen| chosen != number) {
            edits.add(kept().ok_or_else(|| refused(path, was))?);
        } else if let Some(comment) = before.with_anchor(&old.span, was.as_str()) {
            edits.add(comment);
            renamed.insert((path.clone(), was.to_string()), is.to_string());
        } else {
            edits.add(kept().ok_or_else(|| refused(path, was))?);
        }
    }
    // The lock does not hold the anchors of tasks and footnotes, but links may lead to them.
    let (old, new) = (&before.outline.anchors, &after.outline.anchors);
    if old.len() == new.len() {
        let others = old.iter().zip(new).filter(|(was, is)| was != is);
        renamed.extend(others.map(|(was, is)| ((path.clone(), was.to_string()), is.to_string())));
    }
    Ok(())
}

fn refused(path: &SourcePath, anchor: &Anchor) -> Refusal {
    Refusal::about("refactor-no-anchor", path.as_str()).arg("anchor", anchor.as_str())
}

/// The comment that keeps a former anchor above a heading, which has that anchor again.
fn own_comment(
    guide: UnderstoodGuide<'_>,
    path: &SourcePath,
    heading: &Located<Heading>,
    anchor: &Anchor,
) -> Result<Span, Refusal> {
    let taken = || Refusal::about("refactor-anchor-taken", path.as_str()).arg("anchor", anchor.as_str());
    let text = text(guide.sources, path).ok_or_else(taken)?;
    let above = &text[..heading.span.start as usize];
    let comment = format!("<!-- anchor: {anchor} -->");
    let start = above.rfind(&comment).ok_or_else(taken)?;
    let rest = &above[start + comment.len()..];
    let end = start + comment.len() + rest.find('\n').map_or(0, |at| at + 1);
    // Only comments may stand between the two: else it belongs to another heading.
    let is_own = rest.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with("<!--"));
    if is_own { Ok(Span::new(path, start, end)) } else { Err(taken()) }
}

/// The edit that makes the anchor of a heading independent of its words.
fn pinned(guide: UnderstoodGuide<'_>, path: &SourcePath, heading: &Located<Heading>) -> Option<Fix> {
    let text = text(guide.sources, path)?;
    let words = super::heading::words(raw(&text, &heading.span));
    let at = heading.span.start as usize + words.end;
    let span = Span::new(path, at, at);
    let is_free = !raw(&text, &heading.span)[words.end..].trim_start().starts_with('{');
    is_free.then(|| Fix { span, text: format!(" {{#{}}}", heading.value.anchor) })
}

/// Lets links and search tests follow.
fn follow(guide: UnderstoodGuide<'_>, renamed: &Renamed, edits: &mut EditList) {
    if renamed.is_empty() {
        return;
    }
    let now =
        |page: &SourcePath, place: &str| renamed.get(&(guide.site.on_disk(page).clone(), place.to_owned()));
    for (_, document, text) in guide.pages() {
        for target in targets::of_page(document, &text) {
            if let Target::Page(page, Some(anchor)) = target.target
                && let Some(anchor) = now(page, anchor.place())
            {
                edits.add(target.with(NewParts { path: None, anchor: Some(anchor) }));
            }
        }
    }
    for expected in tests(guide) {
        if let Some((path, anchor)) = expected.value.split_once('#')
            && let page = SourcePath::new(format!("guide/{}", path.trim_start_matches("guide/")))
            && let Some(anchor) = now(&page, anchor)
            && let Some(text) = text(guide.sources, &expected.span.file)
        {
            let value = scalar::like(raw(&text, &expected.span), &format!("{path}#{anchor}"));
            edits.replace(expected.span.clone(), value);
        }
    }
}
