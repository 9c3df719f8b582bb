//! Outlines to site: tree, addresses, menus, journeys, cross references.
//!
//! Every step is linear in the number of files and looks at outlines only; places come from the documents' heads.
mod address;
mod asset;
#[cfg(test)]
mod fixture;
mod folder;
mod generated;
mod gone;
mod journey;
mod name;
mod picture;
mod redirect;
mod registry;
mod settings;
#[cfg(test)]
mod tests;
mod theme;
mod tree;
mod uses;
mod withdrawn;

use crate::model::{Noted, Options, Parsed, Site, Sources};
use crate::stamp::Stamped;

/// Puts the guide together from what its files tell about themselves.
pub fn site(parsed: &Parsed, sources: &Sources, options: Options) -> Noted<Site> {
    let mut diagnostics = Vec::new();
    let settings = settings::read(parsed);
    let entries = registry::entries(parsed, sources, &settings, &mut diagnostics);
    let mut tree = tree::grow(parsed, sources, &settings, options, &mut diagnostics);
    journey::link(&mut tree, parsed, &mut diagnostics);
    let tree::Tree { pages, by_source, unpublished, former, rare, mut addresses, mut folders } = tree;
    // Who uses what and who has which address know nothing of each other.
    let (uses, (generated, directories, assets, redirects, withdrawn, gone)) = rayon::join(
        || uses::find(&pages, &entries),
        || {
            let language = settings.language;
            let (generated, directories) =
                generated::choose(&pages, &rare, &mut addresses, &entries, language);
            let assets = asset::place(&mut folders, &mut addresses, sources, &mut diagnostics);
            let redirects = redirect::all(&pages, &rare.aliases, &mut addresses, parsed, &mut diagnostics);
            let withdrawn = withdrawn::place(former, &mut addresses);
            let gone = gone::all(parsed, &mut addresses);
            (generated, directories, assets, redirects, withdrawn, gone)
        },
    );
    let theme = theme::layers(parsed, sources, &settings, &mut diagnostics);
    let value = Site {
        settings: Stamped::new(settings),
        options,
        pages,
        by_source,
        unpublished,
        assets,
        entries,
        uses,
        directories,
        generated,
        redirects,
        withdrawn,
        gone,
        theme,
    };
    Noted { value, diagnostics }
}
