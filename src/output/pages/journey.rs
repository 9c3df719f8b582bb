//! The steps of a journey: where a page stands in one, and all steps where one begins.
use super::nav::nav;
use crate::model::{Nav, Page, PageId, Site};
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::{LinkView, SiteContext};
use crate::output::theme::template::{self, TemplateValue};

/// Where a page stands in a journey.
#[derive(Clone, Debug, Hash)]
pub(super) struct JourneyStep {
    /// From 1.
    number: usize,
    total: usize,
    section: Nav,
    previous: Option<Nav>,
    next: Option<Nav>,
}

/// A step of a journey on the page where it begins.
#[derive(Clone, Debug, Hash)]
pub(super) struct JourneyStage {
    nav: Nav,
    description: Option<String>,
    steps: Vec<Nav>,
}

impl JourneyStep {
    /// None for a page that is no step.
    pub(super) fn new(site: &Site, page: &Page) -> Option<Self> {
        let (number, total, owner) = page.step?;
        let section = site.page(owner);
        let at = |number: usize| section.steps.get(number).map(|id| nav(site, *id));
        Some(Self {
            number,
            total,
            section: nav(site, owner),
            previous: number.checked_sub(2).and_then(at),
            next: at(number),
        })
    }

    pub(super) fn view(&self, context: &SiteContext, from: RelativeTo<'_>) -> TemplateValue {
        let link = |nav: &Option<Nav>| template::value(&nav.as_ref().map(|nav| context.link(from, nav)));
        template::map(&[
            ("number", self.number.into()),
            ("total", self.total.into()),
            ("section", context.text.typeset(&self.section.title).into()),
            ("section_href", from.page(&self.section.url, None).into()),
            ("previous", link(&self.previous)),
            ("next", link(&self.next)),
        ])
    }
}

impl JourneyStage {
    pub(super) fn new(site: &Site, id: PageId) -> Self {
        let page = site.page(id);
        Self {
            nav: nav(site, id),
            description: page.outline.description.clone(),
            steps: page.steps.iter().map(|below| nav(site, *below)).collect(),
        }
    }

    /// Its view as the stage of number `at`, from 0.
    pub(super) fn view(&self, at: usize, context: &SiteContext, from: RelativeTo<'_>) -> TemplateValue {
        let number = |at: usize| ("number", (at + 1).into());
        let link = |nav: &Nav| {
            let LinkView { title, href } = context.link(from, nav);
            [("title", title.into()), ("href", href.into())]
        };
        let description =
            |text: Option<&str>| ("description", text.map(|text| context.text.typeset(text)).into());
        let below = self.steps.iter().enumerate().map(|(at, nav)| {
            let [title, href] = link(nav);
            template::map(&[number(at), title, href, description(None), ("steps", template::list([]))])
        });
        let [title, href] = link(&self.nav);
        let steps = ("steps", template::list(below));
        template::map(&[number(at), title, href, description(self.description.as_deref()), steps])
    }
}
