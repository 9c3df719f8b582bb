//! Pages that the law asks of a publisher: accessibility, legal notice, personal data; and the page for unknown
//! addresses.
use super::frame::PageFrame;
use super::layout::Layout;
use super::plan::OutputPlan;
use crate::model::{
    Accessibility, AccessibilityStatus, Arg, Generated, Given, Noted, Placeholder, Publisher, SearchServer,
};
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
    /// Where the search asks a server.
    search_origin: Option<String>,
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
            search_origin: settings.search_server.as_ref().map(SearchServer::origin),
        };
        Some(plan.kept.make(input.layout.frame.url.file(), input, run))
    })
    .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let known = |text| setting(context, text);
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
            "auditor": match &audit.auditor {
                Given::Value(name) | Given::Placeholder(Placeholder { written: name, .. }) => name.clone(),
                Given::Missing | Given::Refused => context.text.string("to-complete"),
            },
            "percent": audit.percent,
        })),
        "contact": known(input.accessibility.contact.or(&publisher.email)),
    });
    let search = input.search_origin.as_ref().map(|origin| {
        let sentence =
            context.text.string_with("data-search-server", &[("server", Arg::from(origin.as_str()))]);
        context.text.typeset(&sentence).into_owned()
    });
    let more = vec![
        ("search_server", template::value(&search)),
        ("publisher", template::value(&publisher_view)),
        ("accessibility", template::value(&accessibility)),
    ];
    input.layout.fill(input.template, more, 0)
}

/// A text of the settings: a placeholder, a mail address, or words.
fn setting(context: &SiteContext, text: &Given<String>) -> Value {
    let text = match text {
        Given::Missing | Given::Refused => return Value::Null,
        Given::Placeholder(open) => return json!({ "placeholder": context.text.placeholder(&open.words) }),
        Given::Value(text) => text,
    };
    let is_mail = text.split_once('@').is_some_and(|(_, domain)| domain.contains('.')) && !text.contains(' ');
    if is_mail {
        json!({ "text": text, "href": format!("mailto:{text}") })
    } else {
        json!(context.text.typeset(text))
    }
}
