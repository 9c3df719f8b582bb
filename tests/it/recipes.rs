//! What `src/README.md` says about adding a kind or a key: no part can be forgotten.
use crate::support::text_of;
use jalon::model::{EntryPages, Kind, Language};
use jalon::parse::schema::schema;
use std::path::Path;

#[test]
fn every_kind_has_a_card_its_strings_and_a_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missing = Vec::new();
    for kind in Kind::ALL {
        let card = format!("themes/default/templates/cards/{}.html", kind.scheme());
        if !root.join(&card).is_file() {
            missing.push(card);
        }
        if schema(kind.file()).is_none() {
            missing.push(format!("schema {}", kind.file()));
        }
        for language in Language::TAGS {
            let path = format!("themes/default/strings/{language}.ftl");
            let strings = text_of(&path);
            let mut needed = vec![format!("kind-{} = ", kind.scheme())];
            if kind.pages() == EntryPages::Directory {
                needed.push(format!("title-{} = ", kind.file()));
            }
            needed.retain(|key| !strings.lines().any(|line| line.starts_with(key.as_str())));
            missing.extend(needed.into_iter().map(|key| format!("{path}: {key}")));
        }
    }
    assert!(missing.is_empty(), "each kind needs these: {missing:?}");
}
