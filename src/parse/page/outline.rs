//! Derives what other pages may know of a page.
use super::anchors::NamedAnchors;
use super::exact::exact;
use super::sections;
use crate::model::{Front, Heading, Outline, SourcePath, TextReference, split_order};
use crate::parse::markdown::ParsedBody;
use crate::text::slug::slug;

/// Derives the outline of a page. `heading` is the title in its body, `steps` are the pages of the
/// journey that begins here.
pub(super) fn derive(
    file: &SourcePath,
    front: &Front,
    heading: Option<String>,
    steps: Vec<SourcePath>,
    parsed: &mut ParsedBody,
    anchors: NamedAnchors,
) -> Outline {
    let stem = file.name().strip_suffix(".md").unwrap_or(file.name());
    let is_index = stem == "index";
    let folder = file.folder().rsplit('/').next().unwrap_or_default();
    let (order, bare) = split_order(if is_index { folder } else { stem });
    let named = front.title.value().map(|title| title.value.trim().to_owned());
    let named = named.filter(|title| !title.is_empty());
    let title_references = if heading.is_some() { title_references(parsed) } else { Box::default() };
    let title = heading.filter(|title| !(title.trim().is_empty() && title_references.is_empty()));
    let title = title.or_else(|| named.clone()).unwrap_or_else(|| from_name(bare));
    let name = named.unwrap_or_else(|| title.clone());
    let is_anchor = |heading: &&Heading| heading.level > 1 || !heading.anchor.as_str().is_empty();
    let headings: Vec<_> =
        parsed.content.headings.iter().map(|heading| &heading.value).filter(is_anchor).cloned().collect();
    let mut gathered = sections::gather(front, &parsed.body, &parsed.content.headings, &anchors.tasks);
    gathered.add_title(&title_references);
    Outline {
        nav_title: front.nav_title.clone().unwrap_or_else(|| name.clone()),
        name,
        title,
        title_references,
        description: front.description.clone(),
        order,
        slug: front
            .slug
            .as_ref()
            .map_or_else(|| slug(if is_index { "" } else { bare }), |written| written.value.clone()),
        draft: front.draft,
        expires: front.expires.as_ref().map(|date| date.value),
        aliases: front.aliases.iter().map(|alias| former_address(&alias.value)).collect(),
        headings: exact(headings),
        anchors: [anchors.former.as_slice(), &anchors.tasks].concat(),
        html_places: std::mem::take(&mut parsed.html_places),
        former: anchors.former,
        mentions: gathered.mentions,
        directories: gathered.directories,
        checklists: gathered.checklists,
        steps,
        pages: front.pages.iter().map(|name| name.value.clone()).collect(),
        search: front.search.unwrap_or(true),
        roles: front.roles.iter().map(|role| role.value.clone()).collect(),
        last_reviewed_on: front.last_reviewed_on.as_ref().map(|date| date.value),
    }
}

/// The references in the heading that is the title.
fn title_references(parsed: &ParsedBody) -> Box<[TextReference]> {
    let title = parsed.content.headings.iter().find(|heading| heading.value.level == 1);
    title.map(|heading| heading.value.references.clone()).unwrap_or_default()
}

/// A title for a page that has none: the words of its file name.
fn from_name(bare: &str) -> String {
    let words = bare.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(|| "?".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// A former address with a slash at its end, unless it is the address of a file.
fn former_address(alias: &str) -> String {
    let is_file = alias.rsplit('/').next().is_some_and(|name| name.rsplit('.').next() == Some("html"));
    if is_file || alias.ends_with('/') { alias.to_owned() } else { format!("{alias}/") }
}
