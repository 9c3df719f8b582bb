//! The whole guide on one page, for print and for reading through.
use super::view::Frame;
use super::{generated, page};
use crate::model::{Document, Generated, Noted, PageUrl};
use crate::output::html::{self, BodyInput, Setting};
use crate::output::shared::chrome::Chrome;
use crate::output::theme::template;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    parts: Vec<Part>,
}

#[derive(Hash)]
struct Part {
    title: String,
    url: PageUrl,
    /// Level of the part's heading: 2 for pages right below the home page.
    level: u8,
    body: BodyInput,
}

/// One file, for guides that are small enough.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let site = plan.site;
    let Some(mut frame) = generated::frame(plan, &Generated::Whole, "whole") else {
        return Vec::new();
    };
    frame.lists = crate::output::pages::checklists::Lists::of_guide(plan);
    let rows = page::rows(plan);
    let nothing = Document::default();
    let parts = site
        .pages
        .iter()
        .map(|page| {
            let mut body = page::body(
                plan,
                page,
                plan.document(page).unwrap_or(&nothing),
                rows.as_ref(),
                frame.url.depth(),
            );
            for (_, cards) in &mut body.directories {
                *cards = std::mem::take(cards)
                    .into_iter()
                    .map(crate::output::shared::cards::CardInput::unanchored)
                    .collect();
            }
            let depth = u8::try_from(page.url.depth()).unwrap_or(u8::MAX);
            Part {
                title: page.outline.title.clone(),
                url: page.url.clone(),
                level: depth.saturating_add(1).clamp(2, 5),
                body,
            }
        })
        .collect();
    let input = Input { chrome: plan.chrome.clone(), frame, parts };
    vec![plan.made(input.frame.url.file(), input, run)]
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let mut diagnostics = Vec::new();
    let mut room = 0;
    let parts: Vec<_> = input
        .parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let prefix = format!("p{}-", at + 1);
            let setting =
                Setting { page: &input.frame.url, home: &part.url, prefix: &prefix, shift: part.level - 1 };
            let made = html::body(&part.body, chrome, setting);
            diagnostics.extend(made.diagnostics);
            room += made.value.len();
            template::map(&[
                ("level", part.level.into()),
                ("title", chrome.lent(&part.title).into()),
                ("anchor", format!("p{}", at + 1).into()),
                ("html", template::html(&made.value)),
            ])
        })
        .collect();
    // What there is to say about cards is said on their own pages.
    drop(diagnostics);
    let more = vec![("pages", template::list(parts))];
    generated::fill_large(chrome, &input.frame, "whole.html", more, room)
}
