//! The vCards of desks (RFC 6350).
use crate::model::{Entry, Kind, Noted, Value};
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;
use crate::output::shared::card;
use crate::stamp::Stamped;
use crate::text::content_line::{escaped, folded};

#[derive(Hash)]
struct Input {
    entry: Stamped<Entry>,
    organisation: Option<String>,
}

/// One file a desk.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    plan.site
        .entries_of(Kind::Contact)
        .filter(|entry| card::has_vcard(entry))
        .map(|entry| {
            let organisation = entry.record.entry("organisation").and_then(|key| plan.site.entry(key));
            let input = Input {
                entry: entry.clone(),
                organisation: organisation.map(|entry| entry.name().to_owned()),
            };
            plan.kept.make(card::vcard_path(entry), input, run)
        })
        .collect()
}

fn run(input: &Input) -> Noted<String> {
    let entry = &*input.entry;
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:4.0".to_owned(), "KIND:org".to_owned()];
    lines.push(format!("FN:{}", escaped(entry.name())));
    if let Some(organisation) = &input.organisation {
        lines.push(format!("ORG:{}", escaped(organisation)));
    }
    if let Some(Value::Email(email)) = entry.record.get("email").map(|located| &located.value) {
        lines.push(format!("EMAIL:{}", escaped(&email.0)));
    }
    if let Some(Value::Phone(phone)) = entry.record.get("phone").map(|located| &located.value) {
        lines.push(format!("TEL;VALUE=uri:tel:{}", phone.e164));
    }
    lines.push("END:VCARD".to_owned());
    Noted::clean(lines.iter().map(|line| folded(line)).collect())
}
