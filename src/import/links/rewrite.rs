//! Writes the links of a page as Jalon does: relative, by the file of the page they lead to.
use super::assets::Assets;
use super::map::{LinkMap, Meaning, PagePlace};
use super::outside;
use super::wiki;
use crate::import::body::{ConvertedBody, Edit, is_name_of_code};
use crate::import::imported::ImportedLinks;
use crate::import::layout::relative;
use crate::import::source::book::Program;
use crate::import::source::markdown::{FoundLink, LOST_TARGET, LinkDefinition, LinkForm, MarkdownParts};
use crate::model::{FindingKind, ForeignKind, ForeignTree, ImportFinding};
use crate::text::percent::encode_blanks;
use std::collections::BTreeSet;
use std::ops::Range;

/// What links are read with.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct LinkContext<'a> {
    pub(in crate::import) tree: &'a ForeignTree,
    pub(in crate::import) program: &'a Program,
    pub(in crate::import) map: &'a LinkMap<'a>,
    /// The paths of all pages of the guide, by their numbers.
    pub(in crate::import) paths: &'a [String],
}

/// A page whose links are being written.
#[derive(Debug)]
pub(in crate::import) struct LinkedPage<'a> {
    pub(in crate::import) number: usize,
    pub(in crate::import) source: &'a str,
    pub(in crate::import) body: &'a ConvertedBody,
    pub(in crate::import) parts: &'a MarkdownParts,
}

/// The edits of a page, and what is to be said about them.
#[derive(Debug, Default)]
pub(in crate::import) struct WrittenLinks {
    pub(in crate::import) edits: Vec<Edit>,
    pub(in crate::import) findings: Vec<ImportFinding>,
    pub(in crate::import) count: ImportedLinks,
    /// The pages that it links to.
    pub(in crate::import) pages: BTreeSet<usize>,
}

/// The files that a page links to.
pub(in crate::import) fn files(context: &LinkContext<'_>, page: &LinkedPage<'_>) -> BTreeSet<String> {
    let links = page.parts.links.iter().map(|link| (link.target.as_str(), link.range.start));
    let definitions =
        page.parts.definitions.iter().map(|definition| (definition.target.as_str(), definition.range.start));
    let wiki = wiki::links(page).into_iter().filter(|(_, picture, _)| *picture);
    let wiki: Vec<(String, usize)> = wiki.map(|(range, _, target)| (target, range.start)).collect();
    let wiki_files = wiki.iter().filter_map(|(target, _)| wiki::file_named(context.tree, target));
    let meanings = links.chain(definitions).map(|(target, at)| meaning(context, page, target, at));
    let found =
        meanings.filter_map(|meaning| if let Meaning::File(path) = meaning { Some(path) } else { None });
    found.chain(wiki_files).collect()
}

/// Writes the links of a page.
pub(in crate::import) fn write(
    context: &LinkContext<'_>,
    page: &LinkedPage<'_>,
    assets: &Assets,
) -> WrittenLinks {
    let written = WrittenLinks::default();
    let mut writer = LinkWriter { context, page, assets, lost: BTreeSet::new(), written };
    for definition in &page.parts.definitions {
        writer.definition(definition);
    }
    for link in &page.parts.links {
        match link.form {
            LinkForm::Inline => writer.link(link),
            LinkForm::Undefined => writer.undefined(link),
            LinkForm::Address => writer.address(link),
            LinkForm::Reference => writer.reference(link),
        }
    }
    for (range, is_picture, target) in wiki::links(page) {
        writer.wiki(range, is_picture, &target);
    }
    writer.written
}

/// What a target means: from the page, else from the file that its line was included from.
fn meaning(context: &LinkContext<'_>, page: &LinkedPage<'_>, target: &str, at: usize) -> Meaning {
    let found = context.map.read(context.tree, context.program, page.source, target);
    if found != Meaning::Missing {
        return found;
    }
    let origin = page.body.text.origin(at);
    let included = (origin.file as usize).checked_sub(1).and_then(|number| page.body.included.get(number));
    included.map_or(found, |file| context.map.read(context.tree, context.program, file, target))
}

/// What becomes of a target.
pub(super) enum Outcome {
    /// It is written so.
    To(String),
    /// It stays.
    Same,
    /// There is no link any more, only its text.
    Unlinked,
    /// A picture of another site is a link, or the text of the link that it stands in.
    Shown,
}

pub(super) struct LinkWriter<'a> {
    pub(super) context: &'a LinkContext<'a>,
    pub(super) page: &'a LinkedPage<'a>,
    assets: &'a Assets,
    /// The targets of definitions that lead nowhere any more.
    lost: BTreeSet<&'a str>,
    pub(super) written: WrittenLinks,
}

impl<'a> LinkWriter<'a> {
    pub(super) fn found(&mut self, kind: FindingKind, key: &'static str, target: &str, at: usize) {
        let origin = self.page.body.text.origin(at);
        let included =
            (origin.file as usize).checked_sub(1).and_then(|number| self.page.body.included.get(number));
        let file = included.map_or(self.page.source, String::as_str);
        self.written.findings.push(ImportFinding::new(kind, key, file, origin.line).arg("target", target));
    }

    fn from(&self) -> &str {
        &self.context.paths[self.page.number]
    }

    fn target(&mut self, target: &str, at: usize, is_picture: bool) -> Outcome {
        let small = target.trim_start().to_ascii_lowercase();
        if small.starts_with("javascript:") || small.starts_with("data:text") {
            self.found(FindingKind::LeftOut, "script-link", target, at);
            return Outcome::Unlinked;
        }
        if small.starts_with(LOST_TARGET) {
            self.written.count.lost += 1;
            return Outcome::Unlinked;
        }
        if matches!(small.trim_end(), "" | "#") {
            let shown = if target.trim().is_empty() { "()" } else { target };
            self.found(FindingKind::Changed, "empty-target", shown, at);
            return Outcome::Unlinked;
        }
        match meaning(self.context, self.page, target, at) {
            Meaning::Elsewhere if is_picture && is_on_web(target) => {
                self.found(FindingKind::Changed, "remote-picture", target, at);
                Outcome::Shown
            }
            Meaning::Elsewhere if !is_picture && outside::has_made_scheme(self.context.program, target) => {
                self.unlinked(FindingKind::LeftOut, "made-link", target, at)
            }
            Meaning::Elsewhere => Outcome::Same,
            Meaning::Here(place) => self.place(self.page.number, Some(&place), target, at),
            Meaning::Page(number, place) => {
                self.written.pages.insert(number);
                self.place(number, place.as_deref(), target, at)
            }
            Meaning::File(path) => match self.assets.path(&path) {
                Some(asset) => {
                    self.written.count.kept += 1;
                    Outcome::To(encoded(&relative(self.from(), asset)))
                }
                None => Outcome::Same,
            },
            Meaning::Moved(address) => {
                self.written.count.kept += 1;
                Outcome::To(encoded(&address))
            }
            Meaning::NoUid(uid) => self.unlinked(FindingKind::LeftOut, "link-to-code", &uid, at),
            Meaning::NoPage(path) => self.no_page(&path, target, at),
            Meaning::Missing => self.missing(target, at, is_picture),
        }
    }

    fn place(&mut self, number: usize, place: Option<&str>, target: &str, at: usize) -> Outcome {
        let is_here = number == self.page.number;
        let path = if is_here && place.is_some() {
            String::new()
        } else {
            encoded(&relative(self.from(), &self.context.paths[number]))
        };
        let Some(place) = place else {
            self.written.count.kept += 1;
            return Outcome::To(path);
        };
        match self.context.map.place(number, place) {
            Some(PagePlace::Anchor(anchor)) => {
                self.written.count.kept += 1;
                Outcome::To(format!("{path}#{}", anchor.replace(' ', "%20")))
            }
            Some(PagePlace::Top) => {
                self.written.count.kept += 1;
                Outcome::To(if path.is_empty() { "#top".to_owned() } else { path })
            }
            None if place == "top" || place.starts_with(":~:") => Outcome::To(format!("{path}#{place}")),
            None => {
                // The page was shown from its top.
                self.found(FindingKind::Wrong, "missing-anchor", target, at);
                Outcome::To(if path.is_empty() { "#top".to_owned() } else { path })
            }
        }
    }

    fn link(&mut self, link: &FoundLink) {
        let text = &self.page.body.text.text;
        let Some(tail) = text.get(link.text_end..link.range.end) else { return };
        let Some(at) = tail.find("](").map(|at| link.text_end + at) else { return };
        let shown = text[link.range.start + 1..at].replace("<br>", " ");
        if !link.is_picture && is_blank(&shown) && !link.target.starts_with("xref:") {
            self.found(FindingKind::Changed, "empty-link", &link.target, link.range.start);
            self.written.edits.push(Edit::new(link.range.clone(), " "));
            return;
        }
        match self.target(&link.target, link.range.start, link.is_picture) {
            Outcome::To(target) => {
                let written = format!("]({target}{})", title(&link.title));
                if text[at..link.range.end] != written {
                    self.written.edits.push(Edit::new(at..link.range.end, written));
                }
            }
            Outcome::Same => {}
            Outcome::Shown => self.remote(link, at),
            Outcome::Unlinked => {
                let uid = link.target.strip_prefix("xref:").filter(|_| is_blank(&shown));
                let words = uid.map_or("", |uid| uid.split(['?', '#']).next().unwrap_or_default());
                self.words_alone(link, words, at..link.range.end);
            }
        }
    }

    /// `[name]: target "title"`
    fn definition(&mut self, definition: &'a LinkDefinition) {
        let LinkDefinition { range, target, label, .. } = definition;
        match self.target(target, range.start, false) {
            Outcome::To(target) => {
                let written = format!("[{label}]: {target}{}", title(&definition.title));
                let whole = &self.page.body.text.text[range.clone()];
                let end = range.start + whole.trim_end().len();
                self.written.edits.push(Edit::new(range.start..end, written));
            }
            Outcome::Unlinked => {
                self.lost.insert(target);
                self.written.edits.push(Edit::new(range.clone(), ""));
            }
            Outcome::Same | Outcome::Shown => {}
        }
    }

    /// `[words][name]`: its words alone where the definition is gone, and a link where it shows a picture of another site.
    fn reference(&mut self, link: &FoundLink) {
        if self.lost.contains(link.target.as_str()) {
            self.words_alone(link, "", link.text_end..link.range.end);
        } else if link.is_picture && is_on_web(&link.target) {
            self.found(FindingKind::Changed, "remote-picture", &link.target, link.range.start);
            self.remote(link, link.text_end);
        }
    }

    /// `[words][id]`: the id of a heading, of this page or another.
    fn undefined(&mut self, link: &FoundLink) {
        let text = &self.page.body.text.text;
        // `[]` may stand behind the name alone.
        let end = link.range.end + if text[link.range.end..].starts_with("[]") { 2 } else { 0 };
        let with_place = self.context.map.page_with(self.page.number, &link.target);
        if with_place.is_none()
            && self.context.program.kind == ForeignKind::Jekyll
            && let Some((page, place)) = self.named(&link.target)
        {
            return self.of_name(link, end, page, place.as_deref());
        }
        let Some(page) = with_place else {
            let name = link.target.trim_matches('`');
            if self.context.program.makes_places && is_name_of_code(name) {
                self.written.count.lost += 1;
                self.found(FindingKind::LeftOut, "link-to-code", name, link.range.start);
                self.words_alone(link, "", link.text_end..end);
            }
            return;
        };
        self.of_name(link, end, page, Some(&link.target));
    }

    /// The page of a name and the place in it, where a part of Jekyll makes definitions of all pages: `a`, `a.html#b`.
    fn named(&self, target: &str) -> Option<(usize, Option<String>)> {
        let (name, place) =
            target.split_once('#').map_or((target, None), |(name, place)| (name, Some(place)));
        let page = self.context.map.named(name.strip_suffix(".html").unwrap_or(name))?;
        Some((page, place.map(str::to_owned)))
    }

    /// Writes such a link, whose end is known.
    fn of_name(&mut self, link: &FoundLink, end: usize, page: usize, place: Option<&str>) {
        if let Outcome::To(target) = self.place(page, place, &link.target, link.range.start) {
            self.written.pages.insert(page);
            let text = &self.page.body.text.text;
            let second = text[link.text_end..link.range.end].find("][").map(|at| link.text_end + at);
            let at = second.unwrap_or(link.text_end);
            self.written.edits.push(Edit::new(at..end, format!("]({target})")));
        }
    }

    /// `<xref:name>`: its name stays.
    fn address(&mut self, link: &FoundLink) {
        let Some(uid) = link.target.strip_prefix("xref:") else { return };
        let uid = uid.split(['?', '#']).next().unwrap_or_default();
        let written = match self.target(&link.target, link.range.start, false) {
            Outcome::To(target) => format!("[{uid}]({target})"),
            _ => format!("`{uid}`"),
        };
        self.written.edits.push(Edit::new(link.range.clone(), written));
    }

    /// Takes the signs of a link away: `tail` is what stands behind its words. Where it has none, others can stand there.
    fn words_alone(&mut self, link: &FoundLink, words: &str, tail: Range<usize>) {
        let signs = if link.is_picture { "![" } else { "[" };
        let start = link.range.start;
        self.written.edits.push(Edit::new(start..start + signs.len(), words));
        self.written.edits.push(Edit::new(tail, ""));
    }

    /// A picture of another site: `at` is where its text ends.
    fn remote(&mut self, link: &FoundLink, at: usize) {
        let links = &self.page.parts.links;
        let is_around = |outer: &FoundLink| {
            !outer.is_picture && outer.range.start < link.range.start && link.range.end < outer.range.end
        };
        let (start, end) = (link.range.start, link.range.end);
        let host = link.target.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("image");
        let words = if link.text.trim().is_empty() { host } else { "" };
        if links.iter().any(is_around) {
            self.words_alone(link, words, at..end);
        } else {
            self.written.edits.push(Edit::new(start..start + 2, format!("[{words}")));
            let target =
                link.target.strip_prefix("//").map_or(link.target.clone(), |rest| format!("https://{rest}"));
            self.written.edits.push(Edit::new(at..end, format!("]({})", encoded(&target))));
        }
    }

    /// `[[page|text]]`, `![[picture.png]]`
    fn wiki(&mut self, range: Range<usize>, is_picture: bool, inner: &str) {
        let (target, words) =
            inner.split_once('|').map_or((inner, None), |(target, words)| (target, Some(words)));
        let (name, place) =
            target.split_once('#').map_or((target, None), |(name, place)| (name, Some(place)));
        let name = name.trim().trim_end_matches(".md");
        if is_picture {
            let file = wiki::file_named(self.context.tree, inner);
            let asset = file.as_deref().and_then(|file| self.assets.path(file)).map(str::to_owned);
            let Some(asset) = asset else { return };
            self.written.count.kept += 1;
            let target = encoded(&relative(self.from(), &asset));
            let alt = words
                .filter(|words| !words.trim().chars().all(|letter| letter.is_ascii_digit()))
                .unwrap_or_default();
            self.written.edits.push(Edit::new(range, format!("![{alt}]({target})")));
            return;
        }
        let number = if name.is_empty() { Some(self.page.number) } else { self.context.map.named(name) };
        let Some(number) = number else { return };
        self.written.pages.insert(number);
        let shown = words.unwrap_or(if name.is_empty() { target.trim_start_matches('#') } else { name });
        if let Outcome::To(target) = self.place(number, place.map(str::trim), target, range.start) {
            self.written.edits.push(Edit::new(range, format!("[{shown}]({target})")));
        }
    }
}

/// Whether a target is an address of the web: `https://a.fr/b.png`, `//a.fr/b.png`.
fn is_on_web(target: &str) -> bool {
    let small = target.trim_start().to_ascii_lowercase();
    small.starts_with("http") || small.starts_with("//")
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || letter == '\\')
}

fn title(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" \"{}\"", title.replace('"', "\\\"")) }
}

fn encoded(path: &str) -> String {
    encode_blanks(&path.replace("%20", " ")).replace('(', "%28").replace(')', "%29")
}
