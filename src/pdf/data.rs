//! A sheet in the form that theme files see: `themes/README.md` tells them of it.
use super::field_name;
use super::labels::Labels;
use super::letters::{Letters, plain};
use crate::model::{Branch, ChecklistMode, Run, Sheet, SheetContact, SheetSection, SheetTask};
use crate::text::day;
use serde_json::{Map, Value, json};

/// What a reader sees when the mouse rests on a field is no longer than this, in letters.
const LONGEST_TIP: usize = 1000;
/// A longer address is no link; Typst would refuse the sheet.
const LONGEST_LINK: usize = 2000;
/// How answers begin; the longer one before the shorter.
const ANSWERS: [&str; 8] = ["si oui", "si non", "sinon", "if yes", "if so", "if not", "if no", "otherwise"];
/// How much of a task's words names it in a diagnostic.
const SHORT: usize = 60;

/// How close a sheet is set; the theme says what that means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Density {
    /// 12 points.
    Large,
    /// 11 points.
    Comfort,
    /// 10.5 points.
    Normal,
    /// 10 points.
    Compact,
}

impl Density {
    /// From the most readable to the closest.
    pub(super) const USUAL: [Self; 3] = [Self::Comfort, Self::Normal, Self::Compact];

    fn name(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Comfort => "comfort",
            Self::Normal => "normal",
            Self::Compact => "compact",
        }
    }
}

/// All that a theme knows of a sheet, but for its density.
#[derive(Debug)]
pub(super) struct Shown(Map<String, Value>);

impl Shown {
    /// The data as a file for one density.
    pub(super) fn with(&self, density: Density, has_code: bool) -> Vec<u8> {
        let mut data = self.0.clone();
        data.insert("density".to_owned(), density.name().into());
        data.insert("code".to_owned(), has_code.into());
        Value::Object(data).to_string().into_bytes()
    }
}

/// Reads a sheet. Empty texts and missing values are left out, so that a theme can ask whether they are there.
pub(super) fn of(sheet: &Sheet, labels: &Labels, letters: &mut Letters<'_>) -> Shown {
    let mut data = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = value.as_str().is_some_and(str::is_empty) || value.is_null();
        if !empty {
            data.insert(key.to_owned(), value);
        }
    };
    put("lang", sheet.language.tag().into());
    put("title", letters.shown(&sheet.title).into());
    put("properties", json!({ "title": plain(&sheet.title), "description": plain(&sheet.description) }));
    put("guide", letters.shown(&sheet.guide).into());
    put("trail", sheet.trail.iter().map(|name| letters.shown(name)).collect());
    put("publisher", sheet.publisher.as_deref().map(|name| letters.shown(name)).into());
    let fact = |(label, value): &(String, String), letters: &mut Letters<'_>| json!({ "label": letters.narrow(label), "value": letters.narrow(value) });
    put("facts", sheet.facts.iter().map(|pair| fact(pair, letters)).collect());
    if let Some(date) = sheet.updated {
        put("updated", json!([date.year(), date.month(), date.day()]));
        put("updated-words", day::words(sheet.language, date).into());
    }
    if let Some(url) = sheet.url.as_deref().filter(|url| is_link(url)) {
        put("url", url.into());
        put("address", letters.shown(short(url)).into());
    }
    put("mode", mode(sheet.mode).into());
    put(
        "labels",
        labels.by_name().map(|(name, words)| (name.to_owned(), words.into())).collect::<Map<_, _>>().into(),
    );
    put("sections", sheet.sections.iter().map(|one| section(one, sheet, letters)).collect());
    put("contacts", sheet.contacts.iter().map(|one| contact(one, letters)).collect());
    Shown(data)
}

fn mode(mode: ChecklistMode) -> &'static str {
    match mode {
        ChecklistMode::ReadDo => "read-do",
        ChecklistMode::DoConfirm => "do-confirm",
    }
}

fn section(section: &SheetSection, sheet: &Sheet, letters: &mut Letters<'_>) -> Value {
    letters.go_to(if section.title.is_empty() { &sheet.title } else { &section.title });
    // A link to where the whole sheet comes from would say the same on every heading.
    let url = section.url.as_deref().filter(|url| is_link(url) && Some(*url) != sheet.url.as_deref());
    json!({
        "title": letters.shown(&section.title),
        "url": url,
        "ordered": section.ordered,
        "tasks": tasks(&section.tasks, letters),
    })
}

fn tasks(tasks: &[SheetTask], letters: &mut Letters<'_>) -> Value {
    tasks.iter().map(|one| task(one, letters)).collect()
}

fn task(task: &SheetTask, letters: &mut Letters<'_>) -> Value {
    let words = plain(&words(&task.text));
    let place: String = words.chars().take(SHORT).collect();
    letters.go_to(&place);
    let tip: String = words.chars().take(LONGEST_TIP).collect();
    let who: Vec<String> = task.roles.iter().map(|role| letters.shown(role)).collect();
    let mut data = json!({
        "field": field_name(&task.key),
        // A field without a name for people would be a riddle to those who hear it.
        "tip": if tip.trim().is_empty() { task.key.clone() } else { tip },
        "text": task_words(task, letters),
        "help": task.help.iter().map(|one| runs(one, letters)).collect::<Vec<_>>(),
        "who": who.join(", "),
        "due": task.due.as_deref().map(|due| letters.shown(due)).unwrap_or_default(),
        "important": task.important,
    });
    // Neighbours that answer the same way stand together.
    let groups: Vec<Value> = task
        .tasks
        .chunk_by(|one, next| one.branch == next.branch)
        .map(|group| json!({ "kind": kind(group[0].branch), "tasks": tasks(group, letters) }))
        .collect();
    data["groups"] = groups.into();
    data
}

/// The words of a task; where it is an answer to the task above, its first words ("Si oui") stand apart.
fn task_words(task: &SheetTask, letters: &mut Letters<'_>) -> Value {
    let apart = task.branch.and(task.text.split_first()).and_then(|(first, rest)| {
        let Run::Text(first) = first else { return None };
        let lower = first.to_lowercase();
        let mark = ANSWERS.iter().find(|mark| lower.starts_with(*mark))?;
        Some((first.split_at_checked(mark.len())?, rest))
    });
    let Some(((answer, first), rest)) = apart else { return runs(&task.text, letters) };
    let answer = json!({ "t": "answer", "c": [letters.shown(answer)] });
    let rest = [&[Run::Text(first.to_owned())], rest].concat();
    json!([answer, { "t": "text", "c": runs(&rest, letters) }])
}

fn kind(branch: Option<Branch>) -> &'static str {
    match branch {
        None => "steps",
        Some(Branch::Yes) => "yes",
        Some(Branch::No) => "no",
    }
}

fn contact(contact: &SheetContact, letters: &mut Letters<'_>) -> Value {
    letters.go_to(&contact.name);
    let link = |href: &str, words: String| is_link(href).then(|| json!({ "href": href, "text": words }));
    let phone = contact.phone.as_ref().map(|(words, href)| {
        let words = letters.narrow(words);
        link(href, words.clone()).unwrap_or_else(|| json!({ "text": words }))
    });
    let email = contact.email.as_deref().map(|email| {
        let words = letters.narrow(email);
        link(&format!("mailto:{email}"), words.clone()).unwrap_or_else(|| json!({ "text": words }))
    });
    let url = contact.url.as_deref().and_then(|url| link(url, letters.narrow(short(url))));
    let online: Vec<Value> = [url, email].into_iter().flatten().collect();
    json!({
        "need": letters.narrow(&contact.need),
        "name": letters.narrow(&contact.name),
        "phone": phone,
        "online": online,
    })
}

/// Runs as the theme sees them: a text, or `{t, c}` with what is inside.
fn runs(runs: &[Run], letters: &mut Letters<'_>) -> Value {
    let some = |name: &str, inside: Value| json!({ "t": name, "c": inside });
    let one = |run: &Run, letters: &mut Letters<'_>| match run {
        Run::Text(text) => letters.shown(text).into(),
        Run::Code(text) => json!({ "t": "code", "v": letters.shown(text) }),
        Run::Strong(inside) => some("strong", self::runs(inside, letters)),
        Run::Emphasis(inside) => some("em", self::runs(inside, letters)),
        Run::Strike(inside) => some("strike", self::runs(inside, letters)),
        Run::Break => json!({ "t": "br" }),
        Run::Link(href, inside) if is_link(href) => {
            let inside = if words(inside).trim().is_empty() {
                json!([letters.shown(short(href))])
            } else {
                self::runs(inside, letters)
            };
            json!({ "t": "link", "href": href, "c": inside })
        }
        Run::Link(_, inside) => some("text", self::runs(inside, letters)),
    };
    runs.iter().map(|run| one(run, letters)).collect()
}

/// Runs as plain text.
fn words(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        match run {
            Run::Text(text) | Run::Code(text) => out.push_str(text),
            Run::Strong(inside) | Run::Emphasis(inside) | Run::Strike(inside) => out.push_str(&words(inside)),
            Run::Link(href, inside) => {
                let inside = words(inside);
                out.push_str(if inside.trim().is_empty() { short(href) } else { &inside });
            }
            Run::Break => out.push(' '),
        }
    }
    out
}

/// Whether an address may be a link: one that holds on paper and elsewhere. The scheme of form fields is none.
fn is_link(href: &str) -> bool {
    let known = ["https:", "http:", "mailto:", "tel:"];
    href.len() <= LONGEST_LINK
        && known.iter().any(|scheme| href.len() > scheme.len() && href.starts_with(scheme))
        && !href.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

/// An address as one would say it.
fn short(href: &str) -> &str {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let said = schemes.iter().find_map(|scheme| href.strip_prefix(scheme)).unwrap_or(href);
    said.trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_fields_are_told_apart() {
        let keys = ["/a.b/#c", "/a~2Eb/#c", "/a~b/#c", "/a~7Eb/#c"];
        let names: std::collections::BTreeSet<_> = keys.map(field_name).into();
        assert_eq!(names.len(), keys.len());
        assert!(names.iter().all(|name| !name.contains('.')));
        assert!(crate::pdf::LABELS.iter().all(|key| key.starts_with("pdf-")));
    }

    #[test]
    fn addresses_are_links_only_where_they_hold() {
        assert!(is_link("https://a.example/") && is_link("tel:+33100000000"));
        for other in ["x-form:{}", "javascript:a", "https:", "/page/", "https://a b", ""] {
            assert!(!is_link(other), "{other}");
        }
        assert_eq!(short("https://a.example/b/"), "a.example/b");
    }
}
