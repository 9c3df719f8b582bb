//! Former addresses: small pages that lead to the new one, without a script.
use super::plan::OutputPlan;
use crate::model::{Nav, Noted, PageUrl};
use crate::output::kept::OutputFile;
use crate::output::shared::context::SiteContext;
use crate::output::shared::site_view::SiteViews;
use crate::output::theme::template;
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    context: Stamped<SiteContext>,
    site: Stamped<SiteViews>,
    from: PageUrl,
    to: Nav,
}

/// One file an alias.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    plan.site
        .redirects
        .iter()
        .map(|redirect| {
            let page = plan.site.page(redirect.to);
            let to = Nav { title: page.outline.title.clone(), url: page.url.clone() };
            let input = Input {
                context: plan.context.clone(),
                site: plan.site_views.clone(),
                from: redirect.from.clone(),
                to,
            };
            plan.kept.make(redirect.from.file(), input, run)
        })
        .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.context;
    context.fill(
        "redirect.html",
        vec![
            ("site", input.site.view(context, &input.from)),
            ("title", context.text.typeset(&input.to.title).into()),
            ("target", context.addresses.relative_to(&input.from).page(&input.to.url, None).into()),
            ("canonical", template::value(&context.addresses.absolute(&input.to.url))),
        ],
        1 << 10,
    )
}
