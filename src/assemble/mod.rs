//! Outlines to site: tree, addresses, menus, journeys, cross references.
use crate::model::{Noted, Options, Parsed, Site, Sources};

/// Puts the guide together from what its files tell about themselves.
pub fn site(parsed: &Parsed, sources: &Sources, options: Options) -> Noted<Site> {
    let _ = (parsed, sources, options);
    unimplemented!()
}
