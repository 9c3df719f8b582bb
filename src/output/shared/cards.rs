//! Entries of the registry as cards.
use super::address;
use super::chrome::{self, Chrome, LinkView};
use super::target::{self, EntryLink, Place};
use crate::model::{
    Anchor, Diagnostic, Entry, EntryKey, Kind, Located, Nav, Node, OutPath, PageUrl, Parsed, Record, Site,
    Target, Value,
};
use crate::output::theme::template::{self, Shown, shown};
use crate::stamp::Stamped;
use crate::text::day;
use rayon::prelude::*;
use serde_json::{Map, json};
use std::collections::{BTreeMap, BTreeSet};

/// Fields that are for editors only.
pub(crate) const PRIVATE: [&str; 7] =
    ["note", "evidence", "suggested", "publish", "review_in", "aliases", "auto"];
/// Fields that a restricted contact does not show.
const COORDINATES: [&str; 3] = ["email", "phone", "form"];

/// All that a card depends on.
#[derive(Clone, Debug, Hash)]
pub(crate) struct CardInput {
    entry: Stamped<Entry>,
    /// The entries that this one names.
    links: Vec<EntryLink>,
    /// Its place in a directory; none where it is shown elsewhere.
    anchor: Option<Anchor>,
    /// Pages that refer to it; only in a directory.
    mentions: Option<Vec<(Nav, Option<Anchor>)>>,
    /// Its number among the roles, for its colour.
    overdue: bool,
    vcard: Option<OutPath>,
}

impl CardInput {
    /// A card on a page; `None` for an unknown entry.
    pub(crate) fn new(site: &Site, key: &EntryKey) -> Option<Self> {
        let entry = site.entry(key)?.clone();
        let links = entry
            .references()
            .into_iter()
            .filter_map(|located| site.entry(&located.value).map(|other| target::link(site, other)))
            .collect();
        let every = entry.record.period("review_in").or(site.settings.review_every);
        let overdue = match (entry.record.date("verified_on"), every) {
            (Some(day), Some(every)) => day.after(every) < site.options.today,
            _ => false,
        };
        let vcard = has_vcard(&entry).then(|| vcard_path(&entry));
        Some(Self { entry, links, anchor: None, mentions: None, overdue, vcard })
    }

    /// The same card in the directory of its kind.
    pub(crate) fn in_directory(site: &Site, key: &EntryKey) -> Option<Self> {
        let mut card = Self::new(site, key)?;
        card.anchor = Some(target::card_anchor(key));
        card.mentions = Some(mentions(site, key));
        Some(card)
    }

    /// The same card without a place that can be linked to.
    pub(crate) fn unanchored(mut self) -> Self {
        self.anchor = None;
        self
    }

    /// What templates call `entry`.
    pub(crate) fn view(&self, chrome: &Chrome, page: &PageUrl) -> Shown {
        let from = chrome.from(page);
        let entry = &*self.entry;
        let hidden = |name: &str| is_hidden(entry, name);
        let mut view = self.group(&entry.record, chrome, from, &hidden);
        // An entry whose name is missing, broken or still to come was reported; its id stands in for it.
        view.insert(entry.key.kind.name_field().to_owned(), json!(chrome.set(entry.name())));
        view.insert("id".to_owned(), json!(entry.key.id.as_str()));
        view.insert("anchor".to_owned(), json!(self.anchor.as_ref().map(Anchor::as_str)));
        view.insert("overdue".to_owned(), json!(self.overdue));
        let dated = matches!(entry.key.kind, Kind::Contact | Kind::Tool);
        view.insert("unverified".to_owned(), json!(dated && entry.record.date("verified_on").is_none()));
        view.insert("vcard".to_owned(), json!(self.vcard.as_ref().map(|path| from.file(path))));
        if let Some(role) = chrome.role(&entry.key) {
            view.insert("number".to_owned(), json!(role.number));
            view.insert("href".to_owned(), json!(role.url.as_ref().map(|url| from.page(url, None))));
        }
        let mentions = self.mentions.as_ref().map(|uses| {
            uses.iter()
                .map(|(nav, anchor)| {
                    let href = from.page(&nav.url, anchor.as_ref());
                    LinkView { title: chrome.lent(&nav.title), href }
                })
                .collect::<Vec<_>>()
        });
        template::with(shown(&view), [("mentions", shown(&mentions))])
    }

    fn group(
        &self,
        record: &Record,
        chrome: &Chrome,
        from: address::From<'_>,
        hidden: &dyn Fn(&str) -> bool,
    ) -> Map<String, serde_json::Value> {
        record
            .fields
            .iter()
            .filter(|(name, _)| !hidden(name))
            .map(|(name, value)| ((*name).to_owned(), self.value(value, chrome, from)))
            .collect()
    }

    fn value(&self, located: &Located<Value>, chrome: &Chrome, from: address::From<'_>) -> serde_json::Value {
        match &located.value {
            Value::Null | Value::Period(_) | Value::Map(_) => serde_json::Value::Null,
            Value::Text(text) => json!(chrome.set(text)),
            Value::Flag(flag) => json!(flag),
            Value::Number(number) => json!(number),
            Value::Date(date) => {
                json!({ "iso": date.to_string(), "words": day::words(chrome.facts.language, *date) })
            }
            Value::Email(email) => json!({ "text": email.0, "href": format!("mailto:{}", email.0) }),
            Value::Phone(phone) => json!({
                "text": phone.national.replace(' ', "\u{a0}"), "href": format!("tel:{}", phone.e164),
            }),
            Value::Web(address) => json!({ "text": short_address(&address.0), "href": address.0 }),
            Value::Entry(key) => {
                let Some(link) = self.links.iter().find(|link| link.key == *key) else {
                    return serde_json::Value::Null;
                };
                json!({ "name": chrome.set(&link.name), "href": place_href(link, from) })
            }
            Value::List(items) => items.iter().map(|item| self.value(item, chrome, from)).collect(),
            Value::Group(record) => serde_json::Value::Object(
                self.group(record, chrome, from, &|name| PRIVATE[1..].contains(&name)),
            ),
            Value::Placeholder(words) => json!({ "placeholder": placeholder(chrome, words) }),
        }
    }

    /// The card as HTML, and what there is to say about its template.
    pub(crate) fn html(&self, chrome: &Chrome, page: &PageUrl, diagnostics: &mut Vec<Diagnostic>) -> String {
        let template = format!("cards/{}.html", self.entry.key.kind.scheme());
        let made = chrome.templates.value.fill(&template, vec![("entry", self.view(chrome, page))], 2 << 10);
        diagnostics.extend(made.diagnostics);
        String::from_utf8(made.value).expect("templates are text and are filled with text")
    }
}

/// Cards as pages show them among their text. A card is made once for all pages of one depth, because there its
/// addresses are the same; it is a part of the input of each page that shows it.
pub(crate) struct Cards(BTreeMap<(EntryKey, usize), Stamped<String>>);

impl Cards {
    /// Makes every card that a page shows; `also` is the depth of a page that shows the cards of all others.
    pub(crate) fn new(
        site: &Site,
        parsed: &Parsed,
        chrome: &Chrome,
        also: Option<usize>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let shown: BTreeSet<(EntryKey, usize)> = (site.pages.par_iter())
            .filter_map(|page| Some((page.url.depth(), &parsed.pages.get(&page.source)?.value.value.body)))
            .flat_map_iter(|(depth, body)| {
                let keys = body.nodes.iter().filter_map(|node| match node {
                    Node::Card(target) => body.targets.get(*target as usize),
                    _ => None,
                });
                keys.filter_map(move |target| match target {
                    Target::Entry(key) => Some((key.clone(), depth)),
                    _ => None,
                })
            })
            .collect();
        let also: Vec<_> = shown.iter().filter_map(|(key, _)| Some((key.clone(), also?))).collect();
        let wanted: BTreeSet<_> = shown.into_iter().chain(also).collect();
        let made: Vec<_> = (wanted.into_par_iter())
            .filter_map(|(key, depth)| {
                let card = CardInput::new(site, &key)?;
                let mut diagnostics = Vec::new();
                let html = card.html(chrome, &chrome::page_at(depth), &mut diagnostics);
                Some(((key, depth), Stamped::new(html), diagnostics))
            })
            .collect();
        let mut cards = BTreeMap::new();
        for (key, html, more) in made {
            cards.insert(key, html);
            diagnostics.extend(more);
        }
        Self(cards)
    }

    /// The card of an entry on pages of a depth; none for an unknown entry.
    pub(crate) fn get(&self, key: &EntryKey, depth: usize) -> Option<&Stamped<String>> {
        self.0.get(&(key.clone(), depth))
    }
}

/// Where the name of an entry leads from a page.
pub(crate) fn place_href(link: &EntryLink, from: address::From<'_>) -> Option<String> {
    match &link.to {
        Place::Page(url, anchor) => Some(from.page(url, anchor.as_ref())),
        Place::Web(address) => Some(address.clone()),
        Place::Missing | Place::None => None,
    }
}

/// The words of a placeholder as readers see them.
pub(crate) fn placeholder(chrome: &Chrome, words: &str) -> String {
    if words.is_empty() {
        chrome.say("placeholder-bare")
    } else {
        chrome.say_with("placeholder", &[("words", chrome.set(words).into())])
    }
}

/// Whether readers never see a field of an entry.
pub(crate) fn is_hidden(entry: &Entry, name: &str) -> bool {
    let restricted = entry.record.text("publish") == Some("restricted");
    PRIVATE.contains(&name) || (restricted && COORDINATES.contains(&name))
}

/// An address without what every address has.
pub(crate) fn short_address(address: &str) -> &str {
    let bare =
        address.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/')
}

fn mentions(site: &Site, key: &EntryKey) -> Vec<(Nav, Option<Anchor>)> {
    let uses = site.uses.get(key).map(Vec::as_slice).unwrap_or_default();
    uses.iter()
        .take(chrome::MENU_LIMIT)
        .map(|found| {
            let page = site.page(found.page);
            (Nav { title: page.outline.title.clone(), url: page.url.clone() }, found.anchor.clone())
        })
        .collect()
}

/// The entries of a kind in the order that their directory shows: contacts by recourse, then by name.
pub(crate) fn directory(site: &Site, kind: Kind) -> Vec<CardInput> {
    let mut entries: Vec<_> = site.entries_of(kind).collect();
    let rank = |entry: &Entry| entry.record.number("rank").unwrap_or(i64::MAX);
    if kind == Kind::Contact || kind == Kind::Tool || kind == Kind::Role {
        entries.sort_by_key(|entry| (rank(entry), entry.span.start));
    } else {
        entries.sort_by_key(|entry| (crate::text::slug::slug(entry.name()), entry.key.clone()));
    }
    entries.iter().filter_map(|entry| CardInput::in_directory(site, &entry.key)).collect()
}

/// Whether an entry is offered as a vCard: desks and networks with coordinates, never persons.
pub(crate) fn has_vcard(entry: &Entry) -> bool {
    let value = |name: &str| entry.record.get(name).map(|located| &located.value);
    entry.key.kind == Kind::Contact
        && entry.record.text("kind") == Some("desk")
        && entry.record.text("publish") != Some("restricted")
        && (matches!(value("email"), Some(Value::Email(_)))
            || matches!(value("phone"), Some(Value::Phone(_))))
}

/// Where the vCard of a contact is published.
pub(crate) fn vcard_path(entry: &Entry) -> OutPath {
    OutPath::new(format!("vcards/{}.vcf", entry.key.id))
}
