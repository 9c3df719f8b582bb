//! Pages that the law asks of a publisher: accessibility, legal notice, personal data; and the page for unknown
//! addresses.
use super::frame::PageFrame;
use super::layout::Layout;
use super::plan::OutputPlan;
use crate::model::{Accessibility, AccessibilityStatus, Generated, Noted, Publisher};
use crate::output::kept::OutputFile;
use crate::output::shared::context::SiteContext;
use crate::output::theme::template;
use serde_json::{Value, json};

#[derive(Hash)]
struct Input {
    layout: Layout,
    template: &'static str,
    accessibility: Accessibility,
    publisher: Publisher,
}

/// One file a statement.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
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
            layout: Layout::new(plan, PageFrame::generated(plan, &page, kind)?),
            template,
            accessibility: settings.accessibility.clone(),
            publisher: settings.publisher.clone(),
        };
        Some(plan.kept.make(input.layout.frame.url.file(), input, run))
    })
    .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let known = |text: &Option<String>| text.as_deref().map(|text| setting(context, text));
    let publisher = &input.publisher;
    let host = &publisher.host;
    let publisher_view = json!({
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
            // A status without an audit is not repeated.
            _ if input.accessibility.audit.is_none() => "none",
            AccessibilityStatus::Partial => "partial",
            AccessibilityStatus::Full => "full",
        },
        "audit": input.accessibility.audit.as_ref().map(|audit| json!({
            "date_words": context.text.day(audit.date),
            "auditor": audit.auditor.clone().unwrap_or_else(|| context.text.string("to-complete")),
            "percent": audit.percent,
        })),
        "contact": known(&input.accessibility.contact).or_else(|| known(&publisher.email)),
    });
    let more = vec![
        ("publisher", template::value(&publisher_view)),
        ("accessibility", template::value(&accessibility)),
    ];
    input.layout.fill(input.template, more, 0)
}

/// A text of the settings: a placeholder, a mail address, or words.
fn setting(context: &SiteContext, text: &str) -> Value {
    if let Some(words) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        return json!({ "placeholder": context.text.placeholder(words) });
    }
    let is_mail = text.split_once('@').is_some_and(|(_, domain)| domain.contains('.')) && !text.contains(' ');
    if is_mail {
        json!({ "text": text, "href": format!("mailto:{text}") })
    } else {
        json!(context.text.typeset(text))
    }
}
