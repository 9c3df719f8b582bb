//! Pages that Jalon writes by itself: their frame, and how it is filled.
use super::view::Frame;
use crate::model::{Generated, Noted};
use crate::output::Plan;
use crate::output::shared::chrome::{Chrome, title_key};
use crate::output::theme::template::{Shown, Templates};

/// The frame of a generated page, titled by the interface's words; `None` where the author's page has its place.
pub(crate) fn frame(plan: &Plan<'_>, page: &Generated, kind: &'static str) -> Option<Frame> {
    let url = plan.site.generated.get(page)?.clone();
    let title = words(plan).say(&title_key(page), &[]);
    Some(Frame::generated(kind, url, title, plan))
}

/// The words of the interface.
pub(crate) fn words<'a>(plan: &'a Plan<'_>) -> &'a Templates {
    &plan.chrome.templates.value
}

/// Fills the template of a generated page; `more` is what it sees beside `site` and `page`.
pub(crate) fn fill(
    chrome: &Chrome,
    frame: &Frame,
    template: &str,
    more: Vec<(&'static str, Shown)>,
) -> Noted<Vec<u8>> {
    fill_large(chrome, frame, template, more, 0)
}

/// The same for a page that holds about so many bytes besides its frame.
pub(crate) fn fill_large(
    chrome: &Chrome,
    frame: &Frame,
    template: &str,
    more: Vec<(&'static str, Shown)>,
    room: usize,
) -> Noted<Vec<u8>> {
    let page = frame.view(chrome, "");
    let mut values = vec![("site", chrome.site_view(&frame.url)), ("page", page.value)];
    values.extend(more);
    let mut made = chrome.templates.value.fill(template, values, room + (16 << 10));
    made.diagnostics.extend(page.diagnostics);
    made
}
