//! The whole guide on one page, for print and for reading through.
use super::body::body_input;
use super::checklists::PageChecklists;
use super::frame::PageFrame;
use super::layout::Layout;
use super::plan::DocumentPlan;
use crate::model::{Document, Generated, Noted, PageUrl};
use crate::output::html::{self, BodyInput, Placement};
use crate::output::kept::OutputFile;
use crate::output::shared::card::Card;
use crate::output::theme::template;

#[derive(Hash)]
struct Input {
    layout: Layout,
    parts: Vec<GuidePart>,
}

#[derive(Hash)]
struct GuidePart {
    title: String,
    url: PageUrl,
    /// Level of the part's heading: 2 for pages right below the home page.
    level: u8,
    body: BodyInput,
}

/// The page, for guides that are small enough.
pub(crate) fn make(documents: &DocumentPlan<'_>) -> Vec<OutputFile> {
    let plan = documents.plan;
    let site = plan.site;
    let Some(mut frame) = PageFrame::generated(plan, &Generated::Whole, "whole") else {
        return Vec::new();
    };
    frame.checklists = PageChecklists::of_guide(plan);
    let nothing = Document::default();
    let bodies = || site.pages.iter().filter_map(|page| Some(&documents.document(page)?.body));
    frame.has_code = bodies().any(|body| !body.code.is_empty());
    frame.has_tabs = bodies().any(|body| body.groups > 0);
    let parts = site
        .pages
        .iter()
        .map(|page| {
            let document = documents.document(page).unwrap_or(&nothing);
            let mut body = body_input(documents, page, &document.body, frame.url.depth());
            for (_, cards) in &mut body.directories {
                *cards = std::mem::take(cards).into_iter().map(Card::in_whole_guide).collect();
            }
            let depth = u8::try_from(page.url.depth()).unwrap_or(u8::MAX);
            GuidePart {
                title: page.outline.title.clone(),
                url: page.url.clone(),
                level: depth.saturating_add(1).clamp(2, 5),
                body,
            }
        })
        .collect();
    let input = Input { layout: Layout::new(plan, frame), parts };
    vec![plan.kept.make(input.layout.frame.url.file(), input, run)]
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let mut size = 0;
    let parts: Vec<_> = input
        .parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let prefix = format!("p{}-", at + 1);
            let placement = Placement {
                page: &input.layout.frame.url,
                home: &part.url,
                prefix: &prefix,
                shift: part.level - 1,
            };
            // Its diagnostics are those of its own page, which has them already.
            let made = html::body(&part.body, context, placement);
            size += made.value.len();
            template::map(&[
                ("level", part.level.into()),
                ("title", context.text.typeset(&part.title).into()),
                ("anchor", format!("p{}", at + 1).into()),
                ("html", template::html(&made.value)),
            ])
        })
        .collect();
    let more = vec![("pages", template::list(parts))];
    input.layout.fill("whole.html", more, size)
}
