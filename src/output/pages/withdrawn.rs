//! Small pages at the addresses of withdrawn pages, which say so, why, and where to go on.
use super::frame::PageFrame;
use super::layout::Layout;
use super::nav::nav;
use super::plan::OutputPlan;
use crate::model::{Date, Nav, Noted};
use crate::output::kept::OutputFile;
use crate::output::theme::template;
use serde_json::json;

#[derive(Hash)]
struct Input {
    layout: Layout,
    last: Date,
    reason: Option<String>,
    section: Nav,
}

/// One file a withdrawn page.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let site = plan.site;
    site.withdrawn
        .iter()
        .map(|page| {
            let input = Input {
                layout: Layout::new(
                    plan,
                    PageFrame::new("withdrawn", page.url.clone(), page.title.clone(), plan),
                ),
                last: page.last,
                reason: page.reason.clone(),
                section: nav(site, page.section),
            };
            plan.kept.make(page.url.file(), input, run)
        })
        .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let withdrawn = json!({
        "last": { "iso": input.last.to_string(), "words": context.text.day(input.last) },
        "reason": input.reason.as_deref().map(|reason| context.text.typeset(reason)),
    });
    let section = context.link(context.addresses.relative_to(&input.layout.frame.url), &input.section);
    let more = vec![("withdrawn", template::value(&withdrawn)), ("section", template::value(&section))];
    input.layout.fill("withdrawn.html", more, 0)
}
