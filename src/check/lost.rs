//! Links and references to what is not there, and what was probably meant.
//!
//! Asked of the whole guide at once: an index of all files is made when the first fault is found, and a bounded number
//! of faults get a guess, so that neither a sound guide nor a very broken one costs much.
use super::fold;
use super::near::{self, relative};
use super::renamed::{self, Renamed};
use super::task;
use crate::model::{
    Code, Date, Diagnostic, Document, EntryKey, Link, Page, Parsed, Site, SourcePath, Span, Target, codes,
    is_hidden,
};
use crate::text::nearest::nearest;
use rayon::prelude::*;
use std::collections::HashMap;

/// For how many faults a near name is looked for; those beyond are found by their exact name in another folder or
/// another spelling, or not at all.
pub(super) const GUESSES: usize = 500;
/// How many names are compared for one guess.
pub(super) const COMPARED: usize = 2000;

pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    let lost: Vec<Lost<'_>> = site
        .pages
        .par_iter()
        .flat_map_iter(|page| {
            let links =
                parsed.pages.get(&page.source).map_or(&[][..], |kept| &kept.value.value.content.links);
            links.iter().filter_map(|link| lost(site, parsed, page, link))
        })
        .collect();
    if !lost.is_empty() {
        let (pages, assets) = rayon::join(
            || Index::new(site.pages.iter().filter(|page| page.written).map(|page| &page.source)),
            || Index::new(site.assets.keys()),
        );
        let renamed = Renamed::new(site);
        let told = lost.par_iter().enumerate();
        let index = (&pages, &assets, &renamed);
        diagnostics.par_extend(told.map(|(number, lost)| lost.tell(site, index, number < GUESSES)));
    }
    named_in_heads(site, parsed, diagnostics);
}

/// A link to something that is not there.
struct Lost<'a> {
    page: &'a Page,
    link: &'a Link,
    what: What<'a>,
}

enum What<'a> {
    Page(&'a SourcePath),
    Draft,
    Expired(Date),
    Asset(&'a SourcePath),
    Entry(&'a EntryKey),
}

/// What a link has lost. Links that the parser refused lead nowhere, and it has said why.
fn lost<'a>(site: &Site, parsed: &Parsed, page: &'a Page, link: &'a Link) -> Option<Lost<'a>> {
    let expired = |path| {
        let outline = &parsed.pages.get(path)?.value.value.outline;
        outline.last_day(site.options)
    };
    let what = match &link.target {
        Target::Page(path, _) if !site.by_source.contains_key(path) => {
            if site.unpublished.binary_search(path).is_err() {
                What::Page(path)
            } else if let Some(last) = expired(path) {
                What::Expired(last)
            } else {
                What::Draft
            }
        }
        Target::Asset(path, _) if !site.assets.contains_key(path) => What::Asset(path),
        Target::Entry(key) if site.entry(key).is_none() => What::Entry(key),
        _ => return None,
    };
    Some(Lost { page, link, what })
}

impl Lost<'_> {
    fn tell(
        &self,
        site: &Site,
        (pages, assets, renamed): (&Index<'_>, &Index<'_>, &Renamed<'_>),
        guess: bool,
    ) -> Diagnostic {
        let place = || self.link.span.clone();
        let certain = match self.what {
            What::Page(path) => renamed.find(path),
            What::Asset(path) => page_of_html(site, path),
            _ => None,
        };
        let (code, meant) = match self.what {
            What::Entry(key) => {
                let whole = self.link.written.starts_with("checklist:");
                let tell = if whole { task::unknown } else { task::telling(&self.page.outline, key) };
                let diagnostic = tell(site, key, place(), guess);
                let other = near::of_another_kind(site, key).filter(|_| diagnostic.help == Some("help"));
                return diagnostic.nearest(other.as_deref());
            }
            What::Draft => (codes::LINK_DRAFT, Meant::Nothing),
            What::Expired(last) => {
                return Diagnostic::new(codes::LINK_EXPIRED, place()).arg("date", last);
            }
            What::Asset(path) if site.by_source.contains_key(path) => {
                // An image that names a page: the page is there, and shows nothing.
                let diagnostic = Diagnostic::new(codes::LINK_BAD_ADDRESS, place());
                return diagnostic.arg("target", self.link.written.as_str()).help("help-page");
            }
            What::Asset(path) => (codes::LINK_MISSING_ASSET, assets.meant(path, guess)),
            What::Page(path) => (codes::LINK_MISSING_PAGE, pages.meant_page(path, guess)),
        };
        let (code, near, certain): (Code, _, _) = match meant {
            Meant::Spelling(path) => (codes::LINK_WRONG_CASE, Some(path), true),
            Meant::Close(path) => (code, certain.or(Some(path)), certain.is_some()),
            Meant::Nothing => (code, certain, certain.is_some()),
        };
        let near = near.map(|path| relative(self.page.source.folder(), path.as_str()));
        let diagnostic = Diagnostic::new(code, place()).arg("target", self.link.written.as_str());
        let diagnostic = match self.what {
            What::Asset(path) if code == codes::LINK_MISSING_ASSET => {
                let hidden = is_hidden(path.as_str());
                let diagnostic = diagnostic.arg("hidden", if hidden { "yes" } else { "no" });
                if hidden { diagnostic.help("help-hidden") } else { diagnostic.nearest(near.as_deref()) }
            }
            _ => diagnostic.nearest(near.as_deref()),
        };
        match near.filter(|_| certain).and_then(|near| renamed::of_path(self.link, &near)) {
            Some(fix) => diagnostic.fix(fix.span, fix.text),
            None => diagnostic,
        }
    }
}

/// The page that a link means with the name of the file that some generator publishes for it.
fn page_of_html<'a>(site: &'a Site, path: &SourcePath) -> Option<&'a SourcePath> {
    let stem = path.as_str().strip_suffix(".html")?;
    site.by_source.get_key_value(&SourcePath::new(format!("{stem}.md"))).map(|(page, _)| page)
}

/// Roles and owners named in the heads of pages.
fn named_in_heads(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    let fronts = site.pages.iter().filter_map(|page| parsed.pages.get(&page.source));
    let named = fronts.flat_map(|kept| {
        let Document { front, outline, .. } = &kept.value.value;
        front.roles.iter().chain(&front.owner).map(move |named| (named, outline))
    });
    let unknown = named.filter(|(named, _)| site.entry(&named.value).is_none()).enumerate();
    diagnostics.extend(unknown.map(|(number, (named, outline))| {
        let tell = task::telling(outline, &named.value);
        tell(site, &named.value, named.span.clone(), number < GUESSES)
    }));
}

/// Says that an entry does not exist.
pub(super) fn unknown_id(site: &Site, key: &EntryKey, place: Span, guess: bool) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::REGISTRY_UNKNOWN_ID, place);
    let diagnostic = diagnostic.arg("kind", key.kind.scheme()).arg("id", key.id.as_str());
    diagnostic.nearest(if guess { near::id(site, key, COMPARED) } else { None })
}

/// What was meant by a path.
#[derive(Debug, PartialEq, Eq)]
enum Meant<'a> {
    /// The same path in other letters: case, or accents composed otherwise.
    Spelling(&'a SourcePath),
    /// A path that is close.
    Close(&'a SourcePath),
    /// No idea.
    Nothing,
}

/// The files that could have been meant.
struct Index<'a> {
    all: Vec<&'a SourcePath>,
    folded: HashMap<String, &'a SourcePath>,
    by_folder: HashMap<&'a str, Vec<&'a SourcePath>>,
    by_name: HashMap<&'a str, &'a SourcePath>,
}

impl<'a> Index<'a> {
    fn new(files: impl Iterator<Item = &'a SourcePath>) -> Self {
        let all: Vec<_> = files.collect();
        let mut folded = HashMap::with_capacity(all.len());
        let mut by_folder: HashMap<&str, Vec<_>> = HashMap::new();
        let mut by_name = HashMap::with_capacity(all.len());
        for path in &all {
            folded.entry(fold::path(path.as_str()).into_owned()).or_insert(*path);
            by_folder.entry(path.folder()).or_default().push(*path);
            by_name.entry(path.name()).or_insert(*path);
        }
        Self { all, folded, by_folder, by_name }
    }

    /// The page that was meant: also by an address in the manner of other generators, `convention` for
    /// `convention.md` or `convention/index.md`.
    fn meant_page(&self, missing: &SourcePath, guess: bool) -> Meant<'a> {
        if !missing.extension().is_empty() {
            return self.meant(missing, guess);
        }
        let index = format!("{missing}/index.md");
        if let Some(index) = self.folded.get(&*fold::path(&index)) {
            return Meant::Close(index);
        }
        match self.meant(&SourcePath::new(format!("{missing}.md")), guess) {
            Meant::Spelling(path) => Meant::Close(path),
            other => other,
        }
    }

    fn meant(&self, missing: &SourcePath, guess: bool) -> Meant<'a> {
        if let Some(same) = self.folded.get(&*fold::path(missing.as_str())) {
            return Meant::Spelling(same);
        }
        // An index names its folder only; elsewhere the same name says nothing.
        let moved = || self.by_name.get(missing.name()).filter(|_| missing.name() != "index.md").copied();
        let beside = || {
            let files = self.by_folder.get(missing.folder())?;
            close(stem(missing), alike(missing, files).map(|path| (stem(path), path)))
        };
        let anywhere = || close(stem(missing), alike(missing, &self.all).map(|path| (stem(path), path)));
        let found = if guess { beside().or_else(moved).or_else(anywhere) } else { moved() };
        found.map_or(Meant::Nothing, Meant::Close)
    }
}

/// What tells a file from others of its kind: its name without the ending, which all of them share; for an index the
/// name of its folder.
fn stem(path: &SourcePath) -> &str {
    match path.name() {
        "index.md" => path.folder().rsplit('/').next().unwrap_or_default(),
        name => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
    }
}

/// The files that have the ending of another, and are an index where that is one.
fn alike<'a, 'b>(
    missing: &SourcePath,
    files: &'b [&'a SourcePath],
) -> impl Iterator<Item = &'a SourcePath> + Clone + use<'a, 'b> {
    let (ending, index) = (missing.extension().to_owned(), missing.name() == "index.md");
    let files = files.iter().copied();
    files.filter(move |path| path.extension() == ending && (path.name() == "index.md") == index)
}

/// The file whose name is nearest.
fn close<'a>(
    wanted: &str,
    files: impl Iterator<Item = (&'a str, &'a SourcePath)> + Clone,
) -> Option<&'a SourcePath> {
    let mut files = files.take(COMPARED);
    let name = nearest(wanted, files.clone().map(|(name, _)| name))?;
    files.find(|(other, _)| *other == name).map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Guide, at, link};
    use super::*;
    use crate::model::{Kind, Located};

    #[test]
    fn a_slip_is_told_with_what_was_meant() {
        let files = [
            "guide/index.md",
            "guide/a/2-arrivee.md",
            "guide/a/Été.md",
            "guide/b/depart.md",
            "guide/c/index.md",
        ]
        .map(SourcePath::new);
        let index = Index::new(files.iter());
        let meant = |path: &str| index.meant_page(&SourcePath::new(path), true);
        assert_eq!(meant("guide/a/arrivee.md"), Meant::Close(&files[1]));
        assert_eq!(meant("guide/a/e\u{301}te\u{301}.md"), Meant::Spelling(&files[2]));
        assert_eq!(meant("guide/a/depart.md"), Meant::Close(&files[3]));
        assert_eq!(meant("guide/bb/depar.md"), Meant::Close(&files[3]));
        assert_eq!(meant("guide/c"), Meant::Close(&files[4]));
        assert_eq!(meant("guide/b/Depart"), Meant::Close(&files[3]));
        assert_eq!(meant("guide/zzz.md"), Meant::Nothing);
        let certain = |path: &str| index.meant_page(&SourcePath::new(path), false);
        assert_eq!(certain("guide/bb/depart.md"), Meant::Close(&files[3]));
        assert_eq!(certain("guide/b/depar.md"), Meant::Nothing);
    }

    #[test]
    fn a_link_leads_to_what_is_there() {
        let to = |path: &str| Target::Page(SourcePath::new(format!("guide/{path}")), None);
        let guide = Guide::default()
            .page("a.md", |document, _| {
                document.content.links = vec![
                    link("un", to("a.md")),
                    link("deux", to("bb.md")),
                    link("trois", to("B.md")),
                    link("quatre", to("draft.md")),
                    link("cinq", Target::Nowhere),
                    link("six (PDF)", Target::Asset(SourcePath::new("guide/Plan.pdf"), String::new())),
                    link("sept", Target::Entry(EntryKey::new(Kind::Tool, "copo"))),
                    link("huit", Target::Entry(EntryKey::new(Kind::Contact, "coop"))),
                ];
                let named = |kind, id: &str| Located::new(at("a.md"), EntryKey::new(kind, id));
                document.front.roles = vec![named(Kind::Role, "rh"), named(Kind::Role, "hr")];
                document.front.owner = Some(named(Kind::Contact, "personne"));
            })
            .page("b.md", |_, _| {})
            .unpublished("draft.md")
            .asset("plan.pdf", 10)
            .entry(Kind::Tool, "coop", Vec::new())
            .entry(Kind::Role, "rh", Vec::new());
        assert_eq!(
            guide.said("a.md"),
            [
                "link/missing-page target=deux nearest=b.md",
                "link/wrong-case target=trois nearest=b.md",
                "link/draft target=quatre",
                "link/wrong-case target=six (PDF) nearest=plan.pdf",
                "registry/unknown-id kind=tool id=copo nearest=coop",
                "registry/unknown-id kind=contact id=coop nearest=tool:coop",
                "registry/unknown-id kind=role id=hr nearest=rh",
                "registry/unknown-id kind=contact id=personne",
            ]
        );
    }
}
