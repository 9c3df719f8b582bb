//! All that text, links and templates of any page are written with.
use super::address::{RelativeTo, SiteAddresses};
use super::roles::Roles;
use super::terms::Terms;
use super::text::SiteText;
use crate::model::{HtmlMode, Nav, Noted, Site};
use crate::output::theme::LoadedTheme;
use crate::output::theme::template::TemplateValue;
use crate::stamp::{Stamp, Stamped};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// The most entries that one level of a menu or one list of mentions shows: the cost of a page must not grow with the
/// site.
pub(crate) const MENU_LIMIT: usize = 30;

/// What every page of a build is written with.
pub(crate) struct SiteContext {
    /// The title of the guide.
    pub(crate) title: String,
    /// The edition of the guide.
    pub(crate) edition: Option<String>,
    /// The publisher's name, unless it is missing or a placeholder.
    pub(crate) publisher: Option<String>,
    /// Which HTML of authors is shown.
    html: HtmlMode,
    /// Where the source of a page can be edited.
    pub(crate) edit_url: Option<String>,
    /// Where readers report errors: a mail address or a web address.
    pub(crate) report_to: Option<String>,
    pub(crate) text: SiteText,
    pub(crate) addresses: SiteAddresses,
    pub(crate) roles: Roles,
    pub(crate) terms: Terms,
    theme: Arc<Noted<LoadedTheme>>,
}

impl fmt::Debug for SiteContext {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Context").field("title", &self.title).finish_non_exhaustive()
    }
}

/// A link as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkView<'a> {
    pub(crate) title: Cow<'a, str>,
    pub(crate) href: String,
}

impl SiteContext {
    pub(crate) fn new(site: &Site, theme: Arc<Noted<LoadedTheme>>) -> Stamped<Self> {
        let settings = &*site.settings;
        let publisher = settings.publisher.name.value().cloned();
        let context = Self {
            title: settings.title.clone(),
            edition: settings.edition.clone(),
            publisher,
            html: settings.html,
            edit_url: settings.edit_url.clone(),
            report_to: settings.report_to.value().cloned(),
            text: SiteText::new(settings.language, Arc::clone(&theme.value.strings)),
            addresses: SiteAddresses {
                base_url: settings.base_url.clone(),
                is_portable: site.options.portable,
            },
            roles: Roles::new(site),
            terms: Terms::new(site),
            theme,
        };
        let stamp = context.stamp();
        Stamped::with(context, stamp)
    }

    /// Every field has its part in the stamp: a file is made again when the stamp changes, and only then.
    fn stamp(&self) -> Stamp {
        let Self {
            title,
            edition,
            publisher,
            html,
            edit_url,
            report_to,
            text,
            addresses,
            roles,
            terms,
            theme,
        } = self;
        let settings = (title, edition, publisher, html, edit_url, report_to);
        Stamp::of(&(settings, text.language, addresses, roles, terms.stamp(), theme.value.stamp))
    }

    /// Whether raw HTML of an author is shown as it is; `is_safe` if only harmless elements are in it.
    pub(crate) fn allows_html(&self, is_safe: bool) -> bool {
        match self.html {
            HtmlMode::Trusted => true,
            HtmlMode::Safe => is_safe,
            HtmlMode::None => false,
        }
    }

    /// Fills a template, as [`Templates::fill`](crate::output::theme::template::Templates::fill).
    pub(crate) fn fill(
        &self,
        template: &str,
        values: Vec<(&'static str, TemplateValue)>,
        room: usize,
    ) -> Noted<Vec<u8>> {
        self.theme.value.templates.fill(template, values, room)
    }

    /// The theme that fills the templates.
    pub(crate) fn theme(&self) -> &LoadedTheme {
        &self.theme.value
    }

    /// A link as templates see it.
    pub(crate) fn link<'n>(&self, from: RelativeTo<'_>, nav: &'n Nav) -> LinkView<'n> {
        LinkView { title: self.text.typeset(&nav.title), href: from.page(&nav.url, None) }
    }
}
