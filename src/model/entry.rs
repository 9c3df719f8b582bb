//! Entries of the registry.
use super::{Located, Record, Span, Value};
use std::fmt;
use std::sync::Arc;

/// A kind of entry: a file of the registry and a scheme of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Whom to call or write to.
    Contact,
    /// A service that people use.
    Tool,
    /// A document, a tutorial, a page elsewhere.
    Resource,
    /// Who does something in the guide.
    Role,
    /// Who stands behind a contact or a tool.
    Organisation,
    /// A word that is explained.
    Term,
}

impl Kind {
    /// All of them, in the order of the manual.
    pub const ALL: [Self; 6] =
        [Self::Contact, Self::Tool, Self::Resource, Self::Role, Self::Organisation, Self::Term];

    /// The scheme of a reference: `contact` in `<contact:support>`.
    pub fn scheme(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Tool => "tool",
            Self::Resource => "resource",
            Self::Role => "role",
            Self::Organisation => "organisation",
            Self::Term => "term",
        }
    }

    /// The file below `guide/registry/`, without `.yaml`.
    pub fn file(self) -> &'static str {
        match self {
            Self::Contact => "contacts",
            Self::Tool => "tools",
            Self::Resource => "resources",
            Self::Role => "roles",
            Self::Organisation => "organisations",
            Self::Term => "terms",
        }
    }

    /// The kind with that scheme.
    pub fn of_scheme(scheme: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.scheme() == scheme)
    }

    /// The kind with that file.
    pub fn of_file(stem: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.file() == stem)
    }

    /// The field that holds an entry's name.
    pub fn name_field(self) -> &'static str {
        if self == Self::Resource { "title" } else { "name" }
    }
}

/// Name of an entry in its kind: kebab-case ASCII.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(Arc<str>);

impl EntryId {
    /// Takes the text as it is.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text has the form of an id: lower-case ASCII words and digits joined by single hyphens.
    pub fn is_valid(text: &str) -> bool {
        let mut before = b'-';
        let joined = text.bytes().all(|byte| {
            let before = std::mem::replace(&mut before, byte);
            matches!(byte, b'a'..=b'z' | b'0'..=b'9') || (byte == b'-' && before != b'-')
        });
        joined && before != b'-' && text.len() <= 120
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// An entry's full name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// Its kind.
    pub kind: Kind,
    /// Its id in the kind.
    pub id: EntryId,
}

impl EntryKey {
    /// Puts the two together.
    pub fn new(kind: Kind, id: impl Into<Arc<str>>) -> Self {
        Self { kind, id: EntryId::new(id) }
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.kind.scheme(), self.id)
    }
}

/// An entry as read by its kind's table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Which one.
    pub key: EntryKey,
    /// Where its id is written.
    pub span: Span,
    /// Its fields.
    pub record: Record,
}

impl Entry {
    /// The name people see; the id when the name is missing or a placeholder.
    pub fn name(&self) -> &str {
        self.record.text(self.key.kind.name_field()).unwrap_or(self.key.id.as_str())
    }

    /// The short name if there is one, else the name.
    pub fn short_name(&self) -> &str {
        self.record.text("short").unwrap_or_else(|| self.name())
    }

    /// Every reference to another entry, with its place, groups and lists included.
    pub fn references(&self) -> Vec<Located<EntryKey>> {
        fn walk(located: &Located<Value>, found: &mut Vec<Located<EntryKey>>) {
            match &located.value {
                Value::Entry(key) => found.push(Located::new(located.span.clone(), key.clone())),
                Value::List(items) => items.iter().for_each(|item| walk(item, found)),
                Value::Group(record) => record.fields.iter().for_each(|(_, value)| walk(value, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        self.record.fields.iter().for_each(|(_, value)| walk(value, &mut found));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case() {
        for good in ["a", "support-conum", "ccp1", "a-1"] {
            assert!(EntryId::is_valid(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "é", "a_b", "a b"] {
            assert!(!EntryId::is_valid(bad), "{bad}");
        }
    }

    #[test]
    fn kinds_are_found_by_both_their_names() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_scheme(kind.scheme()), Some(kind));
            assert_eq!(Kind::of_file(kind.file()), Some(kind));
        }
    }
}
