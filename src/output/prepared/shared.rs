//! What all files have in common.
use super::social_card;
use crate::model::{Diagnostic, HeldFile, Noted, OutPath, Parsed, Site, SiteChange};
use crate::output::Outputs;
use crate::output::lists::pdf::{self, MadePdfs};
use crate::output::machine::feed;
use crate::output::pages::{MenuPages, SitePlan};
use crate::output::shared::context::SiteContext;
use crate::output::shared::site_view::{SiteExtras, SiteViews};
use crate::output::shared::target::EntryLinks;
use crate::output::theme::{LoadedTheme, Printer};
use crate::stamp::Stamped;
use std::sync::Arc;

/// What the files are planned from, and the PDFs of checklists, which pages name with their size.
pub(super) fn prepare(
    (site, parsed): (&Site, &Parsed),
    (before, change): (&Outputs, Option<&SiteChange>),
    theme: Arc<Noted<LoadedTheme>>,
    printer: Option<&Printer>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (SitePlan, Vec<(OutPath, HeldFile)>) {
    let old = before.plan.as_ref();
    let context = SiteContext::new(site, theme);
    let (social_cards, pictures) = social_card::made(site, &context, &before.files, printer);
    let extras = SiteExtras {
        has_feed: feed::exists(site),
        social_cards,
        has_book: printer.is_some() && site.settings.pdf.book,
    };
    let site_views = SiteViews::new(site, &context, extras, old.map(|old| &old.site_views));
    let MadePdfs { pdfs, mut files, diagnostics: of_pdfs } =
        pdf::all(site, parsed, &context, &before.files, printer);
    diagnostics.extend(site_views.diagnostics);
    let plan = SitePlan {
        menus: menus(site, &context, old, change, diagnostics),
        context,
        site_views: site_views.value,
        links: EntryLinks::new(site),
        pdfs: Arc::new(pdfs),
    };
    diagnostics.extend(of_pdfs);
    files.extend(pictures);
    (plan, files)
}

/// The entries of menus; those of the build before where no page is shown otherwise.
fn menus(
    site: &Site,
    context: &Stamped<SiteContext>,
    before: Option<&SitePlan>,
    change: Option<&SiteChange>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Arc<MenuPages> {
    let is_same = |old: &&SitePlan| {
        old.context == *context
            && !old.menus.is_broken
            && change.is_some_and(|change| change.shown.is_empty())
    };
    if let Some(old) = before.filter(is_same) {
        return Arc::clone(&old.menus);
    }
    let menus = MenuPages::new(site, context, before.map(|old| (&old.context, &*old.menus)));
    diagnostics.extend(menus.diagnostics);
    Arc::new(menus.value)
}
