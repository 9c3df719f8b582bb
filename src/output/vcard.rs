//! Contacts as vCards (RFC 6350), for desks; a person's card would leave the guide for good.
use super::{Output, Plan, card};
use crate::model::{Entry, Kind, Noted, Value};
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    entry: Stamped<Entry>,
    organisation: Option<String>,
}

/// One file a desk.
pub(super) fn make(plan: &Plan<'_>) -> Vec<Output> {
    plan.site
        .entries_of(Kind::Contact)
        .filter(|entry| card::has_vcard(entry))
        .map(|entry| {
            let organisation = entry.record.entry("organisation").and_then(|key| plan.site.entry(key));
            let input = Input {
                entry: entry.clone(),
                organisation: organisation.map(|entry| entry.name().to_owned()),
            };
            plan.made(card::vcard_path(entry), input, run)
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

/// RFC 6350, section 3.4.
fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;").replace('\n', "\\n")
}

/// Lines of at most 75 bytes, section 3.2.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_escaped_and_folded() {
        assert_eq!(escaped("a,b;c\\d\r\ne\rf"), "a\\,b\\;c\\\\d\\ne\\nf");
        let long = folded(&"é".repeat(50));
        assert!(long.split("\r\n").all(|line| line.len() <= 75), "{long}");
        assert_eq!(long.replace("\r\n ", "").trim_end(), "é".repeat(50));
    }
}
