//! What a table of fields read from YAML: typed values, each with its place.
use super::{Date, EntryKey, Located, Period, Span};

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

/// One value of a [`Record`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Written and empty: `null`, `~` or nothing after the colon.
    Null,
    /// Any text, or one word of a closed list.
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
    /// Another entry of the registry; whether it exists is asked later.
    Entry(EntryKey),
    /// Several values.
    List(Vec<Located<Value>>),
    /// A group of fields.
    Group(Record),
    /// An author's own map, keys in their order; handed to templates.
    Map(Vec<(String, Located<Value>)>),
    /// `[À COMPLÉTER : …]`: a placeholder instead of a value; the text between the brackets after the colon.
    Placeholder(String),
}

/// Fields read by a table, in the order of the table. Unknown and mistyped fields are not in it: they became
/// diagnostics.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// The whole map in the file.
    pub span: Span,
    /// Name, place of the value, value.
    pub fields: Vec<(&'static str, Located<Value>)>,
}

impl Record {
    /// The value of a field, `Null` read as absent.
    pub fn get(&self, name: &str) -> Option<&Located<Value>> {
        self.fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| value)
            .filter(|located| located.value != Value::Null)
    }

    /// The text of a field.
    pub fn text(&self, name: &str) -> Option<&str> {
        match &self.get(name)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A list of texts; empty when absent.
    pub fn texts(&self, name: &str) -> Vec<Located<String>> {
        self.list(name)
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) => Some(Located::new(item.span.clone(), text.clone())),
                _ => None,
            })
            .collect()
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

    /// Another entry.
    pub fn entry(&self, name: &str) -> Option<&EntryKey> {
        match &self.get(name)?.value {
            Value::Entry(key) => Some(key),
            _ => None,
        }
    }
}
