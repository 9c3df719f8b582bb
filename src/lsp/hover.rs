//! What is known of a thing: the card of an entry, the title and the summary of a page, the explanation of a code.
use super::guide::GuideState;
use super::named::NamedThing;
use super::session::Session;
use crate::language::date;
use crate::messages;
use crate::model::{
    Anchor, Arg, Code, Diagnostic, Entry, EntryKey, Language, Located, Record, SourcePath, Value as Written,
};
use crate::parse::keys::{KeyFacts, keys};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// What to show about a place of a file: what stands there, then the explanations of what is wrong there.
pub(super) fn hover(session: &Session, guide: &GuideState, path: &SourcePath, at: usize) -> Value {
    let Some(lines) = guide.lines(path, session.workspace.encoding) else { return Value::Null };
    let subject = guide.named_at(path, at);
    let mut span = subject.as_ref().map(|found| found.span.clone());
    let mut parts: Vec<String> =
        subject.iter().filter_map(|found| about(session, guide, &found.value)).collect();
    let is_here = |diagnostic: &&Diagnostic| {
        let range = diagnostic.span.start as usize..=diagnostic.span.end as usize;
        diagnostic.span.file == *path && range.contains(&at)
    };
    let mut told: Vec<Code> = Vec::new();
    for diagnostic in guide.diagnostics().iter().filter(is_here) {
        if !told.contains(&diagnostic.code) {
            told.push(diagnostic.code);
            parts.push(explanation(session, diagnostic.code));
            span.get_or_insert_with(|| diagnostic.span.clone());
        }
    }
    match span.filter(|_| !parts.is_empty()) {
        Some(span) => json!({
            "contents": {"kind": "markdown", "value": parts.join("\n\n---\n\n")},
            "range": lines.range(&span),
        }),
        None => Value::Null,
    }
}

fn about(session: &Session, guide: &GuideState, subject: &NamedThing) -> Option<String> {
    match subject {
        NamedThing::Entry(key) => card(session, guide, key),
        NamedThing::Page(path, anchor) => page(guide, path, anchor.as_ref()),
        NamedThing::Asset(path) => {
            let asset = guide.site()?.asset(path)?;
            let size = i64::try_from(asset.size).unwrap_or(i64::MAX);
            let bytes = messages::sentence(&session.words, "lsp-size", &[("size", Arg::Number(size))]);
            let picture = asset.picture.size().map(|(width, height)| format!(", {width} × {height}"));
            Some(format!("`{}`: {bytes}{}", path.name(), picture.unwrap_or_default()))
        }
        NamedThing::Code(code) => Some(explanation(session, *code)),
    }
}

/// What a code means and how to fix it.
pub(super) fn explanation(session: &Session, code: Code) -> String {
    let say = |attribute| session.words.say(&code.key(), Some(attribute), &[]).unwrap_or_default();
    let mut text = format!("**`{}`**\n\n{}\n\n{}", code.name, say("means"), say("fix"));
    let example = say("example");
    if !example.is_empty() {
        write!(text, "\n\n````markdown\n{example}\n````").expect("writing to a string cannot fail");
    }
    text
}

/// Title, summary and address of a page, or the heading of a place in it.
pub(super) fn page(guide: &GuideState, path: &SourcePath, anchor: Option<&Anchor>) -> Option<String> {
    let site = guide.site()?;
    let path = guide.page_path(path);
    let document = guide.document(path);
    let outline =
        site.page_of(path).map(|page| &*page.outline).or(document.map(|document| &*document.outline))?;
    let place = anchor.map(Anchor::place).filter(|place| !place.is_empty());
    let heading = place.and_then(|place| outline.headings.iter().find(|head| head.anchor.as_str() == place));
    let mut text = format!("**{}**", escaped(&outline.title));
    if let Some(heading) = heading {
        write!(text, " › {}", escaped(&heading.text)).expect("writing to a string cannot fail");
    }
    if let Some(description) = &outline.description {
        write!(text, "\n\n{}", escaped(description)).expect("writing to a string cannot fail");
    }
    for line in document.iter().flat_map(|document| &document.front.summary) {
        write!(text, "\n- {}", escaped(line)).expect("writing to a string cannot fail");
    }
    if let Some(page) = site.page_of(path) {
        write!(text, "\n\n`{}`", page.url).expect("writing to a string cannot fail");
    }
    Some(text)
}

/// The card of an entry: its fields in words, and how many pages cite it.
pub(super) fn card(session: &Session, guide: &GuideState, key: &EntryKey) -> Option<String> {
    let site = guide.site()?;
    let entry = site.entry(key)?;
    let language = session.words.language();
    let labels = keys(key.kind.file(), &[], language).unwrap_or_default();
    let mut text = format!("**{}** `{key}`\n", escaped(entry.name()));
    text += &fields(entry, &labels, language);
    let count = site.uses.get(key).map_or(0, Vec::len);
    write!(text, "\n\n{}", messages::sentence(&session.words, "lsp-cited", &[("count", Arg::from(count))]))
        .expect("writing to a string cannot fail");
    Some(text)
}

fn fields(entry: &Entry, labels: &[KeyFacts], language: Language) -> String {
    let mut text = String::new();
    for field in entry.record.fields.iter().filter(|field| field.name != entry.key.kind.name_field()) {
        if let Some(value) = in_words(&field.value.value, language) {
            let label = labels.iter().find(|key| key.name == field.name).map_or(field.name, |key| key.about);
            write!(text, "\n- {label}: {value}").expect("writing to a string cannot fail");
        }
    }
    text
}

/// A value as people read it; none for one that is empty or that only templates know.
fn in_words(value: &Written, language: Language) -> Option<String> {
    let several = |items: Vec<String>| (!items.is_empty()).then(|| items.join(", "));
    Some(match value {
        Written::Text(text) => escaped(text.trim()),
        Written::Flag(flag) => flag.to_string(),
        Written::Number(number) => number.to_string(),
        Written::Date(day) => date(language, *day),
        Written::Email(email) => email.0.clone(),
        Written::Phone(phone) => phone.national.clone(),
        Written::Web(address) => address.0.clone(),
        Written::Entry(key) => format!("`{}`", key.id),
        Written::Placeholder(placeholder) => escaped(&placeholder.written),
        Written::List(items) => {
            return several(items.iter().filter_map(|item| in_words(&item.value, language)).collect());
        }
        Written::Group(record) => return several(of_record(record, language)),
        Written::Null | Written::Period(_) | Written::Map(_) => return None,
    })
}

fn of_record(record: &Record, language: Language) -> Vec<String> {
    let values = record.fields.iter().map(|field| &field.value);
    values.filter_map(|located: &Located<Written>| in_words(&located.value, language)).collect()
}

/// Text in which Markdown has no meaning.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
