//! Addresses that were given up: small pages that say why, and where to go on.
use super::frame::PageFrame;
use super::layout::Layout;
use super::plan::OutputPlan;
use crate::model::{Gone, Noted};
use crate::output::kept::OutputFile;
use crate::output::theme::template;

#[derive(Hash)]
struct Input {
    layout: Layout,
    gone: Gone,
}

/// One file an address.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let made = plan.site.gone.iter().map(|gone| {
        let title = plan.context.text.string("gone");
        let frame = PageFrame::new("gone", gone.url.clone(), title, plan);
        let input = Input { layout: Layout::new(plan, frame), gone: gone.clone() };
        plan.kept.make(gone.url.file(), input, run)
    });
    made.collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let reason = template::value(&input.layout.context.text.typeset(&input.gone.reason));
    input.layout.fill("gone.html", vec![("reason", reason)], 0)
}
