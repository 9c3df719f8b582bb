//! The picture that other sites show with a link to the guide, where the address of the site is known: they ask for a whole
//! address.
use crate::model::{Bytes, Files, HeldFile, Noted, OutPath, Site};
use crate::output::shared::context::SiteContext;
use crate::output::theme::Printer;
use crate::stamp::{Made, Stamp};
use std::sync::Arc;

/// Where it is published.
const PATH: &str = "theme/social-card.png";

/// The picture; that of the build before if it shows the same.
pub(super) fn made(
    site: &Site,
    context: &SiteContext,
    before: &Files,
    printer: Option<&Printer>,
) -> Option<(OutPath, HeldFile)> {
    let base = context.addresses.base_url.as_deref()?;
    let printer = printer.filter(|_| site.options.whole)?;
    let title = context.text.typeset(&context.title);
    let address = base.split_once("://").map_or(base, |(_, address)| address).trim_end_matches('/');
    let below = context.text.typeset(context.publisher.as_deref().unwrap_or(address));
    let colours = context.theme().colours.of_social_card()?;
    let path = OutPath::new(PATH);
    let from = Stamp::of(&(printer.stamp, &title, &below, colours));
    if let Some(made) = before.get(&path).filter(|made| made.from == from) {
        return Some((path, made.clone()));
    }
    let bytes = (printer.draw_social_card)(&title, &below, colours)?;
    Some((path, Made { from, value: Arc::new(Noted::clean(Bytes::from(bytes))) }))
}
