//! All checks, by what they read.
use super::shared::site_files::SiteFiles;
use super::{
    copies, date, front, heading, html, image, link, logo, missing, placeholder, registry, search, table,
    task,
};
use crate::model::{Diagnostic, Document, Page, Parsed, Site};
use crate::search::Index;

/// A check, by what it reads. It only adds diagnostics.
pub(super) enum Check {
    /// One published page and its document; pages are checked in parallel, and again when they change.
    Page(fn(&Site, &Page, &Document, &mut Vec<Diagnostic>)),
    /// What pages say to each other, the registry and the settings; asked again when the site changes.
    Site(fn(&Site, SiteFiles<'_>, &mut Vec<Diagnostic>)),
    /// The outlines of pages; asked again when one of them changes.
    Outlines(fn(&Site, &mut Vec<Diagnostic>)),
    /// The search index, once it is made.
    Index(fn(&Site, &Parsed, &Index, &mut Vec<Diagnostic>)),
}

/// The checks, without those that answer for all pages together from the findings of each.
pub(super) const CHECKS: &[Check] = &[
    Check::Page(front::page),
    Check::Site(front::site),
    Check::Outlines(copies::site),
    Check::Page(link::page),
    Check::Site(missing::site),
    Check::Page(heading::page),
    Check::Page(task::page),
    Check::Page(image::page),
    Check::Page(table::page),
    Check::Page(html::page),
    Check::Page(placeholder::page),
    Check::Site(placeholder::site),
    Check::Page(date::page),
    Check::Site(date::site),
    Check::Site(logo::site),
    Check::Site(registry::site),
    Check::Index(search::index),
];
