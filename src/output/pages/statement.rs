//! Pages that a publisher owes to readers: accessibility, legal notice, personal data; and the page of unknown
//! addresses.
use super::generated;
use super::view::Frame;
use crate::model::{Accessibility, AccessibilityStatus, Generated, Noted, Publisher};
use crate::output::shared::cards;
use crate::output::shared::chrome::Chrome;
use crate::output::theme::template::shown;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;
use crate::text::day;
use serde_json::{Value, json};

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    template: &'static str,
    accessibility: Accessibility,
    publisher: Publisher,
}

/// One file a statement.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    [
        (Generated::Accessibility, "accessibility", "accessibility.html"),
        (Generated::Legal, "legal", "legal.html"),
        (Generated::PersonalData, "personal-data", "personal-data.html"),
        (Generated::NotFound, "not-found", "not-found.html"),
    ]
    .into_iter()
    .filter_map(|(page, kind, template)| {
        let settings = &*plan.site.settings;
        let input = Input {
            chrome: plan.chrome.clone(),
            frame: generated::frame(plan, &page, kind)?,
            template,
            accessibility: settings.accessibility.clone(),
            publisher: settings.publisher.clone(),
        };
        Some(plan.made(input.frame.url.file(), input, run))
    })
    .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let known = |text: &Option<String>| text.as_deref().map(|text| known(chrome, text));
    let publisher = &input.publisher;
    let host = &publisher.host;
    let shown_publisher = json!({
        "name": known(&publisher.name),
        "address": known(&publisher.address),
        "phone": known(&publisher.phone),
        "email": known(&publisher.email),
        "director": known(&publisher.director),
        "host": { "name": known(&host.name), "address": known(&host.address), "phone": known(&host.phone) },
    });
    let accessibility = json!({
        "status": match input.accessibility.status {
            AccessibilityStatus::None => "none",
            // A status without an audit behind it is not repeated.
            _ if input.accessibility.audit.is_none() => "none",
            AccessibilityStatus::Partial => "partial",
            AccessibilityStatus::Full => "full",
        },
        "audit": input.accessibility.audit.as_ref().map(|audit| json!({
            "date_words": day::words(chrome.facts.language, audit.date),
            "auditor": audit.auditor.clone().unwrap_or_else(|| chrome.say("to-complete")),
            "percent": audit.percent,
        })),
        "contact": known(&input.accessibility.contact).or_else(|| known(&publisher.email)),
    });
    generated::fill(
        chrome,
        &input.frame,
        input.template,
        vec![("publisher", shown(&shown_publisher)), ("accessibility", shown(&accessibility))],
    )
}

/// A text of the settings: a placeholder, a mail address, or words.
fn known(chrome: &Chrome, text: &str) -> Value {
    if let Some(words) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        return json!({ "placeholder": cards::placeholder(chrome, words) });
    }
    let is_mail = text.split_once('@').is_some_and(|(_, domain)| domain.contains('.')) && !text.contains(' ');
    if is_mail { json!({ "text": text, "href": format!("mailto:{text}") }) } else { json!(chrome.set(text)) }
}
