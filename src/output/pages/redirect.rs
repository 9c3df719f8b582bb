//! Former addresses: small pages that lead to the new one, without script.
use crate::model::{Nav, Noted, PageUrl};
use crate::output::shared::chrome::Chrome;
use crate::output::theme::template::shown;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    from: PageUrl,
    to: Nav,
}

/// One file an alias.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    plan.site
        .redirects
        .iter()
        .map(|redirect| {
            let page = plan.site.page(redirect.to);
            let to = Nav { title: page.outline.title.clone(), url: page.url.clone() };
            let input = Input { chrome: plan.chrome.clone(), from: redirect.from.clone(), to };
            plan.made(redirect.from.file(), input, run)
        })
        .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    chrome.templates.value.fill(
        "redirect.html",
        vec![
            ("site", chrome.site_view(&input.from)),
            ("title", chrome.lent(&input.to.title).into()),
            ("target", chrome.from(&input.from).page(&input.to.url, None).into()),
            ("canonical", shown(&chrome.absolute(&input.to.url))),
        ],
        1 << 10,
    )
}
