//! Addresses that were given up: small pages that say why, with a link home.
use super::chrome::Chrome;
use super::template::shown;
use super::{Output, Plan};
use crate::model::{Gone, Nav, Noted, PageId};
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    gone: Gone,
    home: Option<Nav>,
}

/// One file an address.
pub(super) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let home = || plan.site.pages.first().map(|_| plan.site.page(PageId(0)));
    let made = plan.site.gone.iter().map(|gone| {
        let home = home().map(|page| Nav { title: page.outline.title.clone(), url: page.url.clone() });
        let input = Input { chrome: plan.chrome.clone(), gone: gone.clone(), home };
        plan.made(gone.url.file(), input, run)
    });
    made.collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let home = input.home.as_ref().map(|home| chrome.link(&input.gone.url, home));
    chrome.templates.value.fill(
        "gone.html",
        vec![
            ("site", chrome.site_view(&input.gone.url)),
            ("reason", shown(&chrome.set(&input.gone.reason))),
            ("home", shown(&home)),
        ],
        1 << 10,
    )
}
