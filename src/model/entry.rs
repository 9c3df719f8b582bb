//! Entries of the registry.
use super::{Kind, Located, Record, Span, Value};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The id of an entry, unique in its kind: kebab-case ASCII.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(Arc<str>);

impl EntryId {
    /// Takes the text as it is, valid or not.
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

/// The kind and the id of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// Its kind.
    pub kind: Kind,
    /// Its id in the kind.
    pub id: EntryId,
}

impl EntryKey {
    /// A key of these two parts.
    pub fn new(kind: Kind, id: impl Into<Arc<str>>) -> Self {
        Self { kind, id: EntryId::new(id) }
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.kind.scheme(), self.id)
    }
}

/// An entry of the registry. Its stamp covers what it says, not where it stands: an entry that is longer than before leaves
/// those below it as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind and id.
    pub key: EntryKey,
    /// Where its id is written.
    pub span: Span,
    /// Its fields.
    pub record: Record,
}

impl Hash for Entry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { key, span: _, record } = self;
        (key, record).hash(state);
    }
}

impl Entry {
    /// The name that readers see: the id where there is no name yet.
    pub fn name(&self) -> &str {
        self.record.text(self.key.kind.name_field()).unwrap_or(self.key.id.as_str())
    }

    /// The short name if there is one, else the name.
    pub fn short_name(&self) -> &str {
        self.record.text("short").unwrap_or_else(|| self.name())
    }

    /// Every reference to another entry, those in groups and lists included.
    pub fn references(&self) -> Vec<Located<EntryKey>> {
        let mut found = Vec::new();
        self.record.each_value(&mut |located| {
            if let Value::Entry(key) = &located.value {
                found.push(Located::new(located.span.clone(), key.clone()));
            }
        });
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
}
