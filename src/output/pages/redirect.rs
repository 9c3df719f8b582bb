//! Former addresses: small pages that lead to the new one. A script keeps the place behind `#`; without it, a refresh leads
//! to the page.
use super::plan::OutputPlan;
use crate::model::{Nav, Noted, PageUrl};
use crate::output::kept::OutputFile;
use crate::output::shared::address::versioned_href;
use crate::output::shared::context::SiteContext;
use crate::output::shared::site_view::SiteViews;
use crate::output::theme::paths::versioned;
use crate::output::theme::template;
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    context: Stamped<SiteContext>,
    site: Stamped<SiteViews>,
    from: PageUrl,
    to: Nav,
    script: String,
}

/// One file an alias.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let script = versioned(plan.site, "static/redirect.js");
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
                script: script.clone(),
            };
            plan.kept.make(redirect.from.file(), input, run)
        })
        .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.context;
    let from = context.addresses.relative_to(&input.from);
    context.fill(
        "redirect.html",
        vec![
            ("site", input.site.view(context, &input.from)),
            ("title", context.text.typeset(&input.to.title).into()),
            ("target", from.page(&input.to.url, None).into()),
            ("script", versioned_href(from, &input.script).into()),
            ("canonical", template::value(&context.addresses.absolute(&input.to.url))),
        ],
        1 << 10,
    )
}
