//! Values that people write in YAML, as a table of fields reads them.
use super::{Date, EntryKey, Located, Period, Span};
use std::hash::{Hash, Hasher};
use std::mem;

/// What a file gives for a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Given<T> {
    /// Nothing is written.
    #[default]
    Missing,
    /// What is written does not have the right form; a diagnostic says so.
    Refused,
    /// A placeholder stands for the value.
    Placeholder(Placeholder),
    /// The value.
    Value(T),
}

impl<T> Given<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Refused | Self::Placeholder(_) => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Refused | Self::Placeholder(_) => None,
        }
    }

    /// Whether the file has nothing for the field.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// This field if there is something to show, else another one.
    pub fn or<'a>(&'a self, other: &'a Self) -> &'a Self {
        match self {
            Self::Missing | Self::Refused => other,
            Self::Placeholder(_) | Self::Value(_) => self,
        }
    }
}

/// `[À COMPLÉTER : opening hours]` or `[TODO: opening hours]` in place of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Placeholder {
    /// As written, brackets included.
    pub written: String,
    /// The text after the colon: what has to be completed. Empty without a colon.
    pub words: String,
}

/// A mail address of a form that RFC 5321 can deliver to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(pub String);

/// A telephone number of the numbering plan of its country.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    /// International form without spaces, `+33158508942` (E.164).
    pub e164: String,
    /// As people of the country write it, `01 58 50 89 42`.
    pub national: String,
}

/// An absolute `http` or `https` address, as the URL standard writes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(pub String);

/// A value of a [`Record`]. Its stamp covers what it says, not where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Written and empty: `null`, `~` or nothing after the colon.
    Null,
    /// A text, or one word of a closed list.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
    /// A length of time.
    Period(Period),
    /// A mail address.
    Email(Email),
    /// A telephone number.
    Phone(Phone),
    /// A web address.
    Web(WebAddress),
    /// A reference to an entry of the registry, which may not exist.
    Entry(EntryKey),
    /// Several values.
    List(Vec<Located<Value>>),
    /// A group of fields.
    Group(Record),
    /// A map of the author's own, in the order of its keys; templates get it as it is.
    Map(Vec<(String, Located<Value>)>),
    /// A placeholder in place of a value.
    Placeholder(Placeholder),
}

/// The fields of a map, in the order of the table that read them. Its stamp covers what they say, not where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The whole map in the file.
    pub span: Span,
    /// The fields that could be read.
    pub fields: Vec<RecordField>,
    /// Fields that are written but could not be read, under their own name or one close to it. Each has a diagnostic.
    pub refused: Vec<&'static str>,
}

/// A field that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordField {
    /// Its key.
    pub name: &'static str,
    /// Whether it is for editors only and never published.
    pub is_private: bool,
    /// Its value.
    pub value: Located<Value>,
}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        mem::discriminant(self).hash(state);
        match self {
            Self::Null => {}
            Self::Text(text) => text.hash(state),
            Self::Flag(flag) => flag.hash(state),
            Self::Number(number) => number.hash(state),
            Self::Date(date) => date.hash(state),
            Self::Period(period) => period.hash(state),
            Self::Email(email) => email.hash(state),
            Self::Phone(phone) => phone.hash(state),
            Self::Web(address) => address.hash(state),
            Self::Entry(key) => key.hash(state),
            Self::List(items) => {
                items.len().hash(state);
                for item in items {
                    item.value.hash(state);
                }
            }
            Self::Group(record) => record.hash(state),
            Self::Map(pairs) => {
                pairs.len().hash(state);
                for (key, value) in pairs {
                    (key, &value.value).hash(state);
                }
            }
            Self::Placeholder(placeholder) => placeholder.hash(state),
        }
    }
}

impl Hash for Record {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { span: _, fields, refused } = self;
        (fields, refused).hash(state);
    }
}

impl Hash for RecordField {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { name, is_private, value } = self;
        (name, is_private, &value.value).hash(state);
    }
}

impl Record {
    /// A record without fields.
    pub fn empty(span: Span) -> Self {
        Self { span, fields: Vec::new(), refused: Vec::new() }
    }

    /// A field as written, `null` included.
    pub fn written(&self, name: &str) -> Option<&Located<Value>> {
        self.fields.iter().find(|field| field.name == name).map(|field| &field.value)
    }

    /// The value of a field; `null` counts as absent.
    pub fn get(&self, name: &str) -> Option<&Located<Value>> {
        self.written(name).filter(|located| located.value != Value::Null)
    }

    /// What the file gives for a field.
    pub fn given(&self, name: &str) -> Given<&Located<Value>> {
        match self.get(name) {
            Some(Located { value: Value::Placeholder(placeholder), .. }) => {
                Given::Placeholder(placeholder.clone())
            }
            Some(located) => Given::Value(located),
            None if self.refused.contains(&name) => Given::Refused,
            None => Given::Missing,
        }
    }

    /// A text, a mail or web address or a telephone number, as people read it.
    pub fn given_text(&self, name: &str) -> Given<String> {
        match self.given(name) {
            Given::Value(located) => located.value.to_text().map_or(Given::Refused, Given::Value),
            Given::Placeholder(placeholder) => Given::Placeholder(placeholder),
            Given::Refused => Given::Refused,
            Given::Missing => Given::Missing,
        }
    }

    /// The text of a field.
    pub fn text(&self, name: &str) -> Option<&str> {
        match &self.get(name)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A text that is shown as written, even if it is a placeholder: a title, a description.
    pub fn prose(&self, name: &str) -> Given<Located<String>> {
        match self.get(name).and_then(prose) {
            Some(text) => Given::Value(text),
            None if self.refused.contains(&name) => Given::Refused,
            None => Given::Missing,
        }
    }

    /// A list of texts that are shown as written, even if they are placeholders; empty when absent.
    pub fn prose_list(&self, name: &str) -> Vec<Located<String>> {
        match self.get(name) {
            Some(Located { value: Value::List(items), .. }) => items.iter().filter_map(prose).collect(),
            Some(located) => prose(located).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// A list of texts; empty when absent.
    pub fn texts(&self, name: &str) -> Vec<Located<String>> {
        let text = |item: &Located<Value>| match &item.value {
            Value::Text(text) => Some(Located::new(item.span.clone(), text.clone())),
            _ => None,
        };
        self.list(name).iter().filter_map(text).collect()
    }

    /// The items of a list; empty when absent.
    pub fn list(&self, name: &str) -> &[Located<Value>] {
        match self.get(name).map(|located| &located.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    /// A group of fields.
    pub fn group(&self, name: &str) -> Option<&Self> {
        match &self.get(name)?.value {
            Value::Group(record) => Some(record),
            _ => None,
        }
    }

    /// A yes or no.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Option<i64> {
        match self.get(name)?.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A day.
    pub fn date(&self, name: &str) -> Option<Date> {
        match self.get(name)?.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// A length of time.
    pub fn period(&self, name: &str) -> Option<Period> {
        match self.get(name)?.value {
            Value::Period(period) => Some(period),
            _ => None,
        }
    }

    /// A reference to an entry.
    pub fn entry(&self, name: &str) -> Option<&EntryKey> {
        match &self.get(name)?.value {
            Value::Entry(key) => Some(key),
            _ => None,
        }
    }

    /// Calls a function for every value, those in groups and lists included, in order.
    pub fn each_value<'a>(&'a self, visit: &mut impl FnMut(&'a Located<Value>)) {
        self.fields.iter().for_each(|field| each_value(&field.value, visit));
    }

    /// What has to be completed, groups and lists included.
    pub fn placeholders(&self) -> Vec<Located<String>> {
        let mut found = Vec::new();
        self.each_value(&mut |located| {
            if let Value::Placeholder(placeholder) = &located.value {
                found.push(Located::new(located.span.clone(), placeholder.words.clone()));
            }
        });
        found
    }
}

impl Value {
    fn to_text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Email(email) => Some(email.0.clone()),
            Self::Web(address) => Some(address.0.clone()),
            Self::Phone(phone) => Some(phone.national.clone()),
            _ => None,
        }
    }
}

fn prose(located: &Located<Value>) -> Option<Located<String>> {
    let text = match &located.value {
        Value::Text(text) => text,
        Value::Placeholder(placeholder) => &placeholder.written,
        _ => return None,
    };
    Some(Located::new(located.span.clone(), text.clone()))
}

fn each_value<'a>(located: &'a Located<Value>, visit: &mut impl FnMut(&'a Located<Value>)) {
    match &located.value {
        Value::List(items) => items.iter().for_each(|item| each_value(item, visit)),
        Value::Group(record) => record.each_value(visit),
        _ => visit(located),
    }
}
