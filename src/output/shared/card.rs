//! An entry of the registry as a card.
use super::address::RelativeTo;
use super::context::{LinkView, MENU_LIMIT, SiteContext};
use super::entry_link::{EntryLink, card_anchor};
use crate::model::{
    Anchor, Diagnostic, Entry, EntryKey, Kind, Located, Nav, OutPath, PageUrl, Record, RecordField, Site,
    Value,
};
use crate::output::theme::template::{self, TemplateValue};
use crate::stamp::Stamped;
use crate::text::web_address;
use serde_json::{Map, json};

/// Fields that a restricted contact does not show.
const COORDINATES: [&str; 3] = ["email", "phone", "form"];

/// An entry, with all else that its card depends on.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Card {
    entry: Stamped<Entry>,
    /// The entries that this one names.
    links: Vec<EntryLink>,
    /// Its anchor in a directory; none elsewhere.
    anchor: Option<Anchor>,
    /// Whether it stands in the directory of its kind.
    is_listed: bool,
    /// Pages that refer to it; only in a directory.
    mentions: Option<Vec<(Nav, Option<Anchor>)>>,
    /// Whether it is due to be verified again.
    is_overdue: bool,
    vcard: Option<OutPath>,
}

impl Card {
    /// A card on a page; `None` for an unknown entry.
    pub(crate) fn new(site: &Site, key: &EntryKey) -> Option<Self> {
        let entry = site.entry(key)?.clone();
        let links = entry
            .references()
            .into_iter()
            .filter_map(|located| site.entry(&located.value).map(|other| EntryLink::new(site, other)))
            .collect();
        let every = entry.record.period("review_in").or(site.settings.review_every);
        let is_overdue = match (entry.record.date("verified_on"), every) {
            (Some(day), Some(every)) => day.after(every) < site.options.today,
            _ => false,
        };
        let vcard = has_vcard(&entry).then(|| vcard_path(&entry));
        Some(Self { entry, links, anchor: None, is_listed: false, mentions: None, is_overdue, vcard })
    }

    /// A card in the directory of its kind, with an anchor and the pages that mention it.
    pub(crate) fn in_directory(site: &Site, key: &EntryKey) -> Option<Self> {
        let mut card = Self::new(site, key)?;
        card.is_listed = true;
        card.anchor = Some(card_anchor(key));
        card.mentions = Some(mentions(site, key));
        Some(card)
    }

    /// This card without its anchor, for a page that no link to the entry leads to.
    pub(crate) fn without_anchor(mut self) -> Self {
        self.anchor = None;
        self
    }

    /// This card as a book shows it, whose index names the places.
    pub(crate) fn without_mentions(self) -> Self {
        Self { mentions: None, ..self }
    }

    /// Whether nobody has verified the entry, or not for a long time.
    fn is_to_check(&self) -> bool {
        let is_unverified =
            self.entry.key.kind.is_verified() && self.entry.record.date("verified_on").is_none();
        is_unverified || self.is_overdue
    }

    /// This card as the whole guide shows it, where each page that refers to the entry stands anyway.
    pub(crate) fn in_whole_guide(self) -> Self {
        Self { mentions: None, ..self.without_anchor() }
    }

    /// What templates call `entry`.
    pub(crate) fn view(&self, context: &SiteContext, page: &PageUrl) -> TemplateValue {
        let from = context.addresses.relative_to(page);
        let entry = &*self.entry;
        let mut view = self.group(&entry.record, context, from, &|field| is_hidden(entry, field));
        // The id replaces a name that is missing or a placeholder.
        view.insert(entry.key.kind.name_field().to_owned(), json!(context.text.typeset(entry.name())));
        view.insert("id".to_owned(), json!(entry.key.id.as_str()));
        view.insert("anchor".to_owned(), json!(self.anchor.as_ref().map(Anchor::as_str)));
        // Only a whole list is in the order of recourse.
        view.insert("listed".to_owned(), json!(self.is_listed));
        view.insert("brief".to_owned(), json!(self.is_listed && self.mentions.is_some()));
        view.insert("to_check".to_owned(), json!(self.is_to_check()));
        view.insert("vcard".to_owned(), json!(self.vcard.as_ref().map(|path| from.file(path))));
        if let Some(role) = context.roles.get(&entry.key) {
            view.insert("number".to_owned(), json!(role.number));
            view.insert("href".to_owned(), json!(role.url.as_ref().map(|url| from.page(url, None))));
        }
        let mentions = self.mentions.as_ref().map(|uses| {
            uses.iter()
                .map(|(nav, anchor)| {
                    let href = from.page(&nav.url, anchor.as_ref());
                    LinkView { title: context.text.typeset(&nav.title), href }
                })
                .collect::<Vec<_>>()
        });
        template::with(template::value(&view), [("mentions", template::value(&mentions))])
    }

    fn group(
        &self,
        record: &Record,
        context: &SiteContext,
        from: RelativeTo<'_>,
        is_left_out: &dyn Fn(&RecordField) -> bool,
    ) -> Map<String, serde_json::Value> {
        record
            .fields
            .iter()
            .filter(|field| !is_left_out(field))
            .map(|field| (field.name.to_owned(), self.value(&field.value, context, from)))
            .collect()
    }

    fn value(
        &self,
        located: &Located<Value>,
        context: &SiteContext,
        from: RelativeTo<'_>,
    ) -> serde_json::Value {
        match &located.value {
            Value::Null | Value::Period(_) | Value::Map(_) => serde_json::Value::Null,
            Value::Text(text) => json!(context.text.typeset(text)),
            Value::Flag(flag) => json!(flag),
            Value::Number(number) => json!(number),
            Value::Date(date) => {
                json!({ "iso": date.to_string(), "words": context.text.day(*date) })
            }
            Value::Email(email) => json!({ "text": email.0, "href": format!("mailto:{}", email.0) }),
            Value::Phone(phone) => json!({
                "text": phone.national.replace(' ', "\u{a0}"), "href": format!("tel:{}", phone.e164),
            }),
            Value::Web(address) => json!({ "text": web_address::short(&address.0), "href": address.0 }),
            Value::Entry(key) => {
                let Some(link) = self.links.iter().find(|link| link.key == *key) else {
                    return serde_json::Value::Null;
                };
                json!({ "name": context.text.typeset(&link.name), "href": link.href(from) })
            }
            Value::List(items) => items.iter().map(|item| self.value(item, context, from)).collect(),
            Value::Group(record) => {
                serde_json::Value::Object(self.group(record, context, from, &|field| field.is_private))
            }
            Value::Placeholder(open) => json!({ "placeholder": context.text.placeholder(&open.words) }),
        }
    }

    /// The card as HTML. Diagnostics are about its template.
    pub(crate) fn html(
        &self,
        context: &SiteContext,
        page: &PageUrl,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> String {
        let template = format!("cards/{}.html", self.entry.key.kind.scheme());
        let made = context.fill(&template, vec![("entry", self.view(context, page))], 2 << 10);
        diagnostics.extend(made.diagnostics);
        String::from_utf8(made.value).expect("templates are text and are filled with text")
    }
}

/// The class and the first line of a list of cards: what "to check" means, once for all of them.
pub(crate) fn list_note(cards: &[Card], context: &SiteContext) -> (&'static str, Option<String>) {
    let count = cards.iter().filter(|card| card.is_to_check()).count();
    if count == 0 {
        ("cards directory", None)
    } else if count == cards.len() {
        ("cards directory all-to-check", Some(context.text.string("to-check-all")))
    } else {
        ("cards directory", Some(context.text.string("to-check-some")))
    }
}

/// Whether readers never see a field of an entry.
pub(crate) fn is_hidden(entry: &Entry, field: &RecordField) -> bool {
    let is_restricted = entry.record.text("publish") == Some("restricted");
    field.is_private || (is_restricted && COORDINATES.contains(&field.name))
}

fn mentions(site: &Site, key: &EntryKey) -> Vec<(Nav, Option<Anchor>)> {
    let uses = site.uses.get(key).map(Vec::as_slice).unwrap_or_default();
    uses.iter()
        .take(MENU_LIMIT)
        .map(|mention| {
            let page = site.page(mention.page);
            (Nav { title: page.outline.title.clone(), url: page.url.clone() }, mention.anchor.clone())
        })
        .collect()
}

/// Whether an entry has a vCard: a desk with a mail address or a telephone, never a person, whose card would stay in
/// readers' address books after the guide drops it.
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
