//! Small pages at the addresses of withdrawn pages, which say so, why, and where to go on.
use super::generated;
use super::view::{self, Frame};
use crate::model::{Date, Nav, Noted};
use crate::output::shared::chrome::Chrome;
use crate::output::theme::template::shown;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;
use crate::text::day;
use serde_json::json;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    last: Date,
    reason: Option<String>,
    section: Nav,
}

/// One file a withdrawn page.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let site = plan.site;
    site.withdrawn
        .iter()
        .map(|page| {
            let kept = plan.parsed.pages.get(&page.source);
            let input = Input {
                chrome: plan.chrome.clone(),
                frame: Frame::generated("withdrawn", page.url.clone(), page.title.clone(), plan),
                last: page.last,
                reason: kept.and_then(|kept| kept.value.value.front.expired_reason.clone()),
                section: view::nav(site, page.section),
            };
            plan.made(page.url.file(), input, run)
        })
        .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let withdrawn = json!({
        "last": { "iso": input.last.to_string(), "words": day::words(chrome.facts.language, input.last) },
        "reason": input.reason.as_deref().map(|reason| chrome.set(reason)),
    });
    let section = chrome.link(chrome.from(&input.frame.url), &input.section);
    generated::fill(
        chrome,
        &input.frame,
        "withdrawn.html",
        vec![("withdrawn", shown(&withdrawn)), ("section", shown(&section))],
    )
}
