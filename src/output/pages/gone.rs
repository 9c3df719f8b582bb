//! Addresses that were given up: small pages that say why, and where to go on.
use super::generated;
use super::view::Frame;
use crate::model::{Gone, Noted};
use crate::output::shared::chrome::Chrome;
use crate::output::theme::template::shown;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    gone: Gone,
}

/// One file an address.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let made = plan.site.gone.iter().map(|gone| {
        let title = generated::words(plan).say("gone", &[]);
        let frame = Frame::generated("gone", gone.url.clone(), title, plan);
        let input = Input { chrome: plan.chrome.clone(), frame, gone: gone.clone() };
        plan.made(gone.url.file(), input, run)
    });
    made.collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let reason = shown(&input.chrome.set(&input.gone.reason));
    generated::fill(&input.chrome, &input.frame, "gone.html", vec![("reason", reason)])
}
