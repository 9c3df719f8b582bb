//! Makes a site of the outlines of its pages.
//!
//! 1. `settings` and `registry` collect settings and entries.
//! 2. `tree` puts pages into their folders (`folder`), in reading order (`listed` for sections that list their pages), and gives each its address (`address`, `name`).
//! 3. `heading` puts the names of entries into titles and headings that refer to them.
//! 4. `journey` links pages that are steps of another page.
//! 5. `uses` finds which pages mention each entry. At the same time, everything else gets its address: `generated` pages,
//!    `asset`s (`picture` measures images), `redirect`s, and pages that are `withdrawn` or `gone`.
//! 6. `theme` puts the layers of the theme together; it comes first, because the names of delays are in it.
//!
//! `patched` is the shorter way where no page has another place: only outlines, entries, the theme or settings changed.
//!
//! Every step is linear in the number of files. It reads outlines; spans come from front matter.
mod address;
mod asset;
#[cfg(test)]
mod fixture;
mod folder;
mod generated;
mod gone;
mod heading;
mod journey;
mod listed;
mod name;
mod patched;
mod picture;
mod redirect;
mod registry;
#[cfg(test)]
mod tests;
mod theme;
mod tree;
mod uses;
mod withdrawn;

pub use patched::{Before, patched};

use crate::model::{Noted, Options, Parsed, Settings, Site, SourcePath, Sources};
use crate::stamp::{Stamp, Stamped, Table};
use crate::text::composed::composed;
use std::borrow::Cow;
use std::sync::Arc;

/// Assembles the site, and reports what the files contradict each other in.
pub fn site(parsed: &Parsed, sources: &Sources, options: Options) -> Noted<Site> {
    let mut diagnostics = Vec::new();
    let settings = parsed.settings.as_ref().map_or_else(Settings::default, |kept| kept.value.value.clone());
    let entries = registry::entries(parsed, sources, &settings, &mut diagnostics);
    let theme = theme::layers(parsed, sources, &settings, &mut diagnostics);
    let mut tree = tree::build(parsed, sources, &settings, options, &mut diagnostics);
    heading::name_all(&mut tree, parsed, &entries, &|| heading::strings(&theme, sources, settings.language));
    let composed = composed_paths(sources);
    journey::link(&mut tree, parsed, &composed, &mut diagnostics);
    let tree::Tree { pages, by_source, unpublished, former, mut addresses, mut folders } = tree;
    // Uses and addresses do not depend on each other.
    let (uses, (generated, directories, assets, redirects, withdrawn, gone)) = rayon::join(
        || uses::find(pages.iter(), &entries),
        || {
            let language = settings.language;
            let (generated, directories) = generated::choose(&pages, &mut addresses, &entries, language);
            let thesaurus = settings.thesaurus_file();
            let thesaurus = thesaurus.as_ref();
            let assets = asset::place(&mut folders, &mut addresses, sources, thesaurus, &mut diagnostics);
            let redirects = redirect::all(&pages, &mut addresses, parsed, &mut diagnostics);
            let withdrawn = withdrawn::place(former, &mut addresses);
            let gone = gone::all(parsed, &mut addresses);
            (generated, directories, assets, redirects, withdrawn, gone)
        },
    );
    let value = Site {
        settings: Stamped::new(settings),
        options,
        pages: pages.into_iter().map(Arc::new).collect(),
        by_source: Arc::new(by_source),
        composed,
        unpublished,
        assets: Arc::new(assets),
        entries: Arc::new(entries),
        uses: Arc::new(uses),
        directories,
        generated,
        redirects,
        withdrawn,
        gone,
        theme,
    };
    Noted { value, diagnostics }
}

/// The stamps of all that [`site`] is made from besides the pages: the other files and the options. What it reads of pages,
/// [`Parsed::say_the_same`] compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamps {
    registry: Stamp,
    settings: Stamp,
    theme: Stamp,
    /// All other files, and the options.
    rest: Stamp,
}

impl FileStamps {
    /// Looks at every file that is no page.
    pub fn new(parsed: &Parsed, sources: &Sources, options: Options) -> Self {
        let (mut registry, mut settings, mut theme, mut rest) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        // Both are sorted by path.
        let mut pages = parsed.pages.keys().peekable();
        for (path, source) in sources.iter().filter(|(path, _)| pages.next_if_eq(path).is_none()) {
            if let Some(kept) = parsed.registry.get(path) {
                registry.push((path, source.stamp, kept.from));
                continue;
            }
            let part = match path.as_str() {
                "guide/jalon.yaml" => &mut settings,
                // The name of any other file may be one that a link writes with other accents.
                text if text.is_ascii() && theme::is_part(text) => &mut theme,
                _ => &mut rest,
            };
            part.push((path, source.stamp));
        }
        Self {
            registry: Stamp::of(&registry),
            settings: Stamp::of(&settings),
            theme: Stamp::of(&theme),
            rest: Stamp::of(&(rest, options)),
        }
    }
}

/// The files whose names are stored with separate accents, by their composed names.
fn composed_paths(sources: &Sources) -> Table<SourcePath, SourcePath> {
    let mut found = Table::default();
    for path in sources.keys() {
        if let Cow::Owned(name) = composed(path.as_str()) {
            let name = SourcePath::new(name);
            // A file of that very name is meant by it.
            if !sources.contains_key(&name) {
                found.insert(name, path.clone());
            }
        }
    }
    found
}
