//! The pictures that other sites show with links to a guide, where the address of the site is known: they ask for a whole
//! address. One is of the guide; in a guide of at most [`MOST_PAGES`] pages, each page of the author and of a role has its own.
use crate::model::{Bytes, Files, HeldFile, Noted, OutPath, PageUrl, Site};
use crate::output::shared::context::SiteContext;
use crate::output::shared::social_card::SocialCards;
use crate::output::theme::Printer;
use crate::stamp::{Made, Stamp};
use rayon::prelude::*;
use std::sync::Arc;

/// A picture takes some 2 ms of CPU and 10 kB, so that those of so many pages take 0.4 s and 2 MB: about what ten lists cost as
/// PDF. In larger guides pages show the picture of the guide.
const MOST_PAGES: usize = 200;

/// The pictures; those of the build before that show the same are kept. None without a font or an address.
pub(super) fn made(
    site: &Site,
    context: &SiteContext,
    before: &Files,
    printer: Option<&Printer>,
) -> (SocialCards, Vec<(OutPath, HeldFile)>) {
    let is_small = site.pages.len() <= MOST_PAGES;
    let cards = if is_small { SocialCards::OfPages } else { SocialCards::OfGuide };
    match drawn(site, context, before, printer, cards) {
        Some(files) => (cards, files),
        None => (SocialCards::None, Vec::new()),
    }
}

fn drawn(
    site: &Site,
    context: &SiteContext,
    before: &Files,
    printer: Option<&Printer>,
    cards: SocialCards,
) -> Option<Vec<(OutPath, HeldFile)>> {
    let base = context.addresses.base_url.as_deref()?;
    let printer = printer.filter(|_| site.options.whole)?;
    let colours = context.theme().colours.of_social_card()?;
    let draw = |path: Option<OutPath>, title: &str, below: &str| {
        let (path, title, below) = (path?, context.text.typeset(title), context.text.typeset(below));
        let from = Stamp::of(&(printer.stamp, &title, &below, colours));
        if let Some(made) = before.get(&path).filter(|made| made.from == from) {
            return Some((path, made.clone()));
        }
        let bytes = (printer.draw_social_card)(&title, &below, colours)?;
        Some((path, Made { from, value: Arc::new(Noted::clean(Bytes::from(bytes))) }))
    };
    let address = base.split_once("://").map_or(base, |(_, address)| address).trim_end_matches('/');
    let of_guide = draw(cards.of_guide(), &context.title, context.publisher.as_deref().unwrap_or(address))?;
    let name = site.settings.short_title.as_deref().unwrap_or(&context.title);
    let of_pages = titles(site, context);
    let of_pages = of_pages.par_iter().filter_map(|(page, title)| draw(cards.of_page(page), title, name));
    let of_pages: Vec<_> = of_pages.collect();
    Some(std::iter::once(of_guide).chain(of_pages).collect())
}

/// The pages that have pictures of their own, with their titles: those of the author but the home page, and those of roles.
fn titles<'a>(site: &'a Site, context: &'a SiteContext) -> Vec<(&'a PageUrl, &'a str)> {
    let pages = site.pages.iter().skip(1).map(|page| (&page.url, &*page.outline.title));
    let roles = context.roles.iter().filter_map(|role| Some((role.url.as_ref()?, &*role.name)));
    pages.chain(roles).collect()
}
