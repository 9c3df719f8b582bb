//! A sheet in the form that theme files read; `themes/README.md` documents it.
use super::glyphs::{GlyphChecker, plain};
use super::labels::Labels;
use crate::language;
use crate::model::{
    Branch, ChecklistMode, Run, Sheet, SheetContact, SheetField, SheetSection, SheetTask, SheetTool,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The longest tooltip of a field, in characters.
const LONGEST_TIP: usize = 1000;
/// The longest link. Typst refuses longer ones, and the whole sheet with them.
const LONGEST_LINK: usize = 2000;
/// How many characters of a task name it in a diagnostic.
const SHORT: usize = 60;

/// How densely a sheet is typeset. The theme decides what that means.
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
    /// From the most readable to the densest.
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

/// The data of a sheet for the theme, without the density.
#[derive(Debug)]
pub(super) struct SheetData(Map<String, Value>);

impl SheetData {
    /// The data as a JSON file for one density.
    pub(super) fn with(&self, density: Density, has_code: bool, logo: Option<&str>) -> Vec<u8> {
        let mut data = self.0.clone();
        data.insert("density".to_owned(), density.name().into());
        data.insert("code".to_owned(), has_code.into());
        data.extend(logo.map(|path| ("logo".to_owned(), path.into())));
        Value::Object(data).to_string().into_bytes()
    }
}

/// Collects the data. Empty texts and missing values are left out, so that a theme can test for them.
pub(super) fn of(sheet: &Sheet, labels: &Labels, glyphs: &mut GlyphChecker<'_>) -> SheetData {
    let mut data = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = value.as_str().is_some_and(str::is_empty) || value.is_null();
        if !empty {
            data.insert(key.to_owned(), value);
        }
    };
    put("lang", sheet.language.tag().into());
    put("title", glyphs.printable(&sheet.title).into());
    put("properties", json!({ "title": plain(&sheet.title), "description": plain(&sheet.description) }));
    put("guide", glyphs.printable(&sheet.guide).into());
    put("trail", trail(&sheet.trail, glyphs));
    put("publisher", sheet.publisher.as_deref().map(|name| glyphs.printable(name)).into());
    let fact = |(label, value): &(String, String), glyphs: &mut GlyphChecker<'_>| json!({ "label": glyphs.printable_narrow(label), "value": glyphs.printable_narrow(value) });
    put("facts", sheet.facts.iter().map(|pair| fact(pair, glyphs)).collect());
    if let Some(date) = sheet.published {
        put("published-words", language::date(sheet.language, date).into());
    }
    put("edition", sheet.edition.as_deref().map(|edition| glyphs.printable(edition)).into());
    if let Some(date) = sheet.updated {
        put("updated", json!([date.year(), date.month(), date.day()]));
        put("updated-words", language::date(sheet.language, date).into());
    }
    if let Some(url) = sheet.url.as_deref().filter(|url| is_link(url)) {
        put("url", url.into());
        put("address", glyphs.printable(short(url)).into());
    }
    let mode = match sheet.mode {
        ChecklistMode::ReadDo => "read-do",
        ChecklistMode::DoConfirm => "do-confirm",
    };
    put("mode", mode.into());
    put("labels", json!(labels.by_name().collect::<BTreeMap<_, _>>()));
    put("sections", sheet.sections.iter().map(|one| section(one, sheet, glyphs)).collect());
    let field = |one: &SheetField, glyphs: &mut GlyphChecker<'_>| json!({ "name": one.name, "label": glyphs.printable_narrow(&one.label), "tip": plain(&one.label) });
    put("fields", sheet.fields.iter().map(|one| field(one, glyphs)).collect());
    put("tools", sheet.tools.iter().filter_map(|one| tool(one, glyphs)).collect());
    put("contacts", sheet.contacts.iter().map(|one| contact(one, glyphs)).collect());
    SheetData(data)
}

/// The titles above a list. The last is that of its page, and the default theme shows the title of the list in its place.
fn trail(names: &[String], glyphs: &mut GlyphChecker<'_>) -> Value {
    let Some((page, above)) = names.split_last() else { return json!([]) };
    let mut trail: Vec<String> = above.iter().map(|name| glyphs.printable(name)).collect();
    trail.push(glyphs.printable_unseen(page));
    json!(trail)
}

fn section(section: &SheetSection, sheet: &Sheet, glyphs: &mut GlyphChecker<'_>) -> Value {
    glyphs.begin_part(if section.title.is_empty() { &sheet.title } else { &section.title });
    // A link to the source of the whole sheet would repeat on every heading.
    let url = section.url.as_deref().filter(|url| is_link(url) && Some(*url) != sheet.url.as_deref());
    json!({
        "title": glyphs.printable(&section.title),
        "url": url,
        "ordered": section.ordered,
        "tasks": tasks(&section.tasks, glyphs),
    })
}

fn tasks(tasks: &[SheetTask], glyphs: &mut GlyphChecker<'_>) -> Value {
    tasks.iter().map(|one| task(one, glyphs)).collect()
}

fn task(task: &SheetTask, glyphs: &mut GlyphChecker<'_>) -> Value {
    let words = plain(&words(&task.text));
    let place: String = words.chars().take(SHORT).collect();
    glyphs.begin_part(&place);
    let tip: String = words.chars().take(LONGEST_TIP).collect();
    let who: Vec<String> = task.roles.iter().map(|role| glyphs.printable(role)).collect();
    let mut data = json!({
        "field": field_name(&task.key),
        // A field without a tooltip would be unclear to users of screen readers.
        "tip": if tip.trim().is_empty() { task.key.clone() } else { tip },
        "text": task_words(task, glyphs),
        "help": task.help.iter().map(|one| runs(one, glyphs)).collect::<Vec<_>>(),
        "who": who.join(", "),
        "due": task.due.as_deref().map(|due| glyphs.printable(due)).unwrap_or_default(),
        "important": task.important,
        "number": task.number,
        "done": task.done,
    });
    // Contacts that are reached the same way are one group.
    let groups: Vec<Value> = task
        .tasks
        .chunk_by(|one, next| one.branch == next.branch)
        .map(|group| {
            let kind = match group[0].branch {
                None => "steps",
                Some(Branch::Yes) => "yes",
                Some(Branch::No) => "no",
            };
            json!({ "kind": kind, "tasks": tasks(group, glyphs) })
        })
        .collect();
    data["groups"] = groups.into();
    data
}

/// The text of a task. For an answer to the task above, the beginning ("Si oui") is separate.
fn task_words(task: &SheetTask, glyphs: &mut GlyphChecker<'_>) -> Value {
    let apart = task.branch.and(task.text.split_first()).and_then(|(first, rest)| {
        let Run::Text(first) = first else { return None };
        let lower = first.to_lowercase();
        let mark = language::all()
            .flat_map(|locale| locale.if_yes.iter().chain(locale.if_no))
            .find(|mark| lower.starts_with(*mark))?;
        Some((first.split_at_checked(mark.len())?, rest))
    });
    let Some(((answer, first), rest)) = apart else { return runs(&task.text, glyphs) };
    let answer = json!({ "t": "answer", "c": [glyphs.printable(answer)] });
    let rest = [&[Run::Text(first.to_owned())], rest].concat();
    json!([answer, { "t": "text", "c": runs(&rest, glyphs) }])
}

fn tool(tool: &SheetTool, glyphs: &mut GlyphChecker<'_>) -> Option<Value> {
    let href = Some(tool.url.as_str()).filter(|url| is_link(url))?;
    Some(json!({ "name": glyphs.printable(&tool.name), "href": href, "text": glyphs.printable(short(href)) }))
}

fn contact(contact: &SheetContact, glyphs: &mut GlyphChecker<'_>) -> Value {
    glyphs.begin_part(&contact.name);
    let link = |href: &str, words: String| {
        if is_link(href) { json!({ "href": href, "text": words }) } else { json!({ "text": words }) }
    };
    let phone = contact.phone.as_ref().map(|(words, href)| link(href, glyphs.printable_narrow(words)));
    let email = contact.email.as_deref();
    let email = email.map(|email| {
        let mut email = link(&format!("mailto:{email}"), glyphs.printable_whole(email));
        // Broken in two, people would read a blank or a hyphen into it.
        email["whole"] = true.into();
        email
    });
    let url = contact.url.as_deref().map(|url| (url, glyphs.printable_narrow(short(url))));
    let url = url.filter(|(url, _)| is_link(url)).map(|(url, words)| link(url, words));
    let online: Vec<Value> = [url, email].into_iter().flatten().collect();
    json!({
        "need": glyphs.printable_narrow(&contact.need),
        "name": glyphs.printable_narrow(&contact.name),
        "phone": phone,
        "online": online,
    })
}

/// Runs as the theme reads them: a text, or `{t, c}` with nested runs.
fn runs(runs: &[Run], glyphs: &mut GlyphChecker<'_>) -> Value {
    let some = |name: &str, inside: Value| json!({ "t": name, "c": inside });
    let one = |run: &Run, glyphs: &mut GlyphChecker<'_>| match run {
        Run::Text(text) => glyphs.printable(text).into(),
        Run::Code(text) => json!({ "t": "code", "v": glyphs.printable(text) }),
        Run::Strong(inside) => some("strong", self::runs(inside, glyphs)),
        Run::Emphasis(inside) => some("em", self::runs(inside, glyphs)),
        Run::Strike(inside) => some("strike", self::runs(inside, glyphs)),
        Run::Break => json!({ "t": "br" }),
        Run::Link(href, inside) if is_link(href) => {
            let inside = if words(inside).trim().is_empty() {
                json!([glyphs.printable(short(href))])
            } else {
                self::runs(inside, glyphs)
            };
            json!({ "t": "link", "href": href, "c": inside })
        }
        Run::Link(_, inside) => some("text", self::runs(inside, glyphs)),
    };
    runs.iter().map(|run| one(run, glyphs)).collect()
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

/// Whether an address may become a link: only schemes that also work outside the site. The scheme of form fields is not
/// one of them.
pub(super) fn is_link(href: &str) -> bool {
    let known = ["https:", "http:", "mailto:", "tel:"];
    href.len() <= LONGEST_LINK
        && known.iter().any(|scheme| href.len() > scheme.len() && href.starts_with(scheme))
        && !href.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

/// An address as people write it.
fn short(href: &str) -> &str {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let said = schemes.iter().find_map(|scheme| href.strip_prefix(scheme)).unwrap_or(href);
    said.trim_end_matches('/')
}

/// The name of a task's form field: its key, with `~7E` for `~` and `~2E` for `.`, because PDF uses the dot for groups
/// of fields. Two keys never give one name.
pub fn field_name(key: &str) -> String {
    key.replace('~', "~7E").replace('.', "~2E")
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
