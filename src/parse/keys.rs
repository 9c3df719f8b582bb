//! The keys of the YAML that authors write, for text editors: what each is for and what it takes, from the tables by which it
//! is read.
use super::fields::{Field, Shape};
use super::front::FRONT;
use super::registry::kinds;
use super::settings::SETTINGS;
use crate::model::{Kind, Language};

/// A key of a map.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyFacts {
    pub(crate) name: &'static str,
    /// What it is for.
    pub(crate) about: &'static str,
    /// What its value, or each of its values, is.
    pub(crate) takes: KeyValue,
}

/// What a key takes, as far as it can be proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyValue {
    /// One word of a closed list.
    OneOf(&'static [&'static str]),
    Flag,
    Date,
    /// The id of an entry.
    Entry(Kind),
    /// A map with keys of its own.
    Map,
    /// Something else.
    Other,
}

/// The keys of the map at a path of keys, in a file with the schema of this name; none if the path leads to no map.
pub(crate) fn keys(what: &str, path: &[&str], language: Language) -> Option<Vec<KeyFacts>> {
    let mut fields = table(what)?;
    for key in path {
        fields = match item(&fields.iter().find(|field| field.name == *key)?.shape) {
            Shape::Group(inside) => inside,
            _ => return None,
        };
    }
    let facts = |field: &Field| KeyFacts {
        name: field.name,
        about: match language {
            Language::French => field.about.0,
            Language::English => field.about.1,
        },
        takes: match item(&field.shape) {
            Shape::OneOf(words) => KeyValue::OneOf(words),
            Shape::Flag => KeyValue::Flag,
            Shape::Date => KeyValue::Date,
            Shape::Entry(kind) => KeyValue::Entry(*kind),
            Shape::Group(_) | Shape::Free => KeyValue::Map,
            _ => KeyValue::Other,
        },
    };
    Some(fields.iter().map(facts).collect())
}

/// The table of fields that a schema is made of.
pub(super) fn table(what: &str) -> Option<&'static [Field]> {
    match what {
        "settings" => Some(SETTINGS),
        "page" => Some(FRONT),
        _ => Kind::of_file(what).map(kinds::table),
    }
}

/// The shape of one value of a list.
fn item(shape: &Shape) -> &Shape {
    match shape {
        Shape::List(inside) => inside,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_at_their_paths() {
        let names = |what, path: &[&str]| {
            keys(what, path, Language::English).map(|all| all.iter().map(|key| key.name).collect::<Vec<_>>())
        };
        assert_eq!(names("page", &["checklist"]), Some(vec!["fit_pages", "mode"]));
        assert_eq!(names("tools", &["access"]).unwrap()[0], "mode");
        assert_eq!((names("page", &["title"]), names("page", &["x"]), names("x", &[])), (None, None, None));
        let roles = keys("page", &[], Language::French).unwrap();
        let roles = roles.iter().find(|key| key.name == "roles").unwrap();
        assert_eq!(roles.takes, KeyValue::Entry(Kind::Role));
        assert_eq!(roles.about, "Qui fait les tâches qui ne nomment personne");
    }
}
