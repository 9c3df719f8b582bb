//! A page put together: the site, the frame and the content, filled into a template.
use super::frame::PageFrame;
use super::plan::OutputPlan;
use crate::model::Noted;
use crate::output::shared::context::SiteContext;
use crate::output::shared::site_view::SiteViews;
use crate::output::theme::template::TemplateValue;
use crate::stamp::Stamped;

/// What every page but a redirect depends on.
#[derive(Hash)]
pub(super) struct Layout {
    pub(super) context: Stamped<SiteContext>,
    site: Stamped<SiteViews>,
    pub(super) frame: PageFrame,
}

/// About how many bytes of a page are around its content.
const FRAME_SIZE: usize = 12 << 10;

impl Layout {
    pub(super) fn new(plan: &OutputPlan<'_>, frame: PageFrame) -> Self {
        Self { context: plan.context.clone(), site: plan.site_views.clone(), frame }
    }

    /// Fills the template of a page with the HTML of its body.
    pub(super) fn fill_with_body(&self, template: &str, body: &str) -> Noted<Vec<u8>> {
        self.fill_all(template, body, Vec::new(), body.len())
    }

    /// Fills the template of a page. `more` is what it sees besides `site` and `page`, `size` the approximate length of the
    /// content in bytes.
    pub(super) fn fill(
        &self,
        template: &str,
        more: Vec<(&'static str, TemplateValue)>,
        size: usize,
    ) -> Noted<Vec<u8>> {
        self.fill_all(template, "", more, size)
    }

    fn fill_all(
        &self,
        template: &str,
        body: &str,
        more: Vec<(&'static str, TemplateValue)>,
        size: usize,
    ) -> Noted<Vec<u8>> {
        let page = self.frame.view(&self.context, body);
        let mut values = vec![("site", self.site.view(&self.context, &self.frame.url)), ("page", page.value)];
        values.extend(more);
        let mut made = self.context.fill(template, values, size + FRAME_SIZE);
        made.diagnostics.extend(page.diagnostics);
        made
    }
}
