//! The front matter of a page: YAML between two lines of `---` to a [`Front`].
//!
//! 1. `table`: the keys, with the shape of each.
//! 2. This file reads the YAML by the table and takes the values out of the record.
//! 3. `withheld`: keys by which other generators keep a page from readers; `address`: those that give its address.
//! 4. `references`: references to entries, which texts of front matter do not take.
//! 5. `alias_room`: where one more former address can be written.
mod address;
pub(super) mod alias_room;
mod references;
mod table;
mod withheld;

pub(super) use table::FRONT;
pub(crate) use withheld::withholding;

use super::fields::Reader;
use super::plain::date_issues;
use super::yaml;
use super::yaml::{SourceText, YamlNode};
use crate::model::{
    AliasRoom, ChecklistMode, Diagnostic, EntryKey, Front, Given, Located, Record, SourcePath, Span, Value,
    codes,
};
use table::FAMILY;

/// Bytes of front matter; more is a page without its closing line, or no page.
const LIMIT: usize = 64 << 10;

/// The fields whose texts readers see.
const TEXTS: &[&str] = &["title", "nav_title", "description", "summary", "expired_reason"];

/// What the reader makes of front matter.
#[derive(Default)]
pub(super) struct FrontMatter {
    pub(super) front: Front,
    /// Where it takes one more former address.
    pub(super) alias_room: Option<AliasRoom>,
    /// Whether the YAML itself is wrong, so that something may be missing.
    pub(super) is_broken: bool,
}

/// Whether a key stands in front matter: one of ours, or one of another generator.
pub(super) fn is_known_key(key: &str) -> bool {
    let folded = key.to_ascii_lowercase();
    FRONT.iter().any(|field| field.name == folded) || table::is_foreign(key) || withheld::decides(key)
}

/// Reads the YAML between the `---` lines, which begins at this offset and on this line of the file.
pub(super) fn read(
    file: &SourcePath,
    yaml: &str,
    (offset, line): (usize, usize),
    diagnostics: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let source = SourceText { file, text: yaml, offset, line };
    if yaml.len() > LIMIT {
        let diagnostic = Diagnostic::new(codes::FRONT_TOO_LARGE, Span::new(file, offset, offset + 1));
        diagnostics.push(diagnostic.arg("limit", LIMIT));
        let front = Front { title: Given::Refused, ..Front::default() };
        return FrontMatter { front, ..FrontMatter::default() };
    }
    let before = diagnostics.len();
    let mut tree = yaml::read(&source, codes::YAML_DUPLICATE_KEY, diagnostics);
    let is_broken = diagnostics.len() > before;
    let alias_room = alias_room::inside(&source, &tree);
    match &tree.node {
        YamlNode::Null | YamlNode::Broken => FrontMatter { front: Front::default(), alias_room, is_broken },
        YamlNode::Map { .. } => {
            let foreign_days = withheld::take(&source, &mut tree, diagnostics);
            let mut reader = Reader::new(&source, &FAMILY, "FR", diagnostics);
            let front = Front { foreign_days, ..front(&reader.record(FRONT, &tree, None)) };
            FrontMatter { front, alias_room, is_broken: is_broken || reader.is_broken }
        }
        _ => {
            let diagnostic = Diagnostic::new(codes::YAML_NOT_A_MAP, tree.span.clone());
            diagnostics.push(diagnostic.arg("found", tree.word()));
            FrontMatter { is_broken: true, ..FrontMatter::default() }
        }
    }
}

fn front(record: &Record) -> Front {
    let prose = |name| record.prose(name).into_value().map(|text| text.value);
    let date =
        |name| record.date(name).zip(record.get(name)).map(|(date, at)| Located::new(at.span.clone(), date));
    let entry = |located: &Located<Value>| match &located.value {
        Value::Entry(key) => Some(Located::<EntryKey>::new(located.span.clone(), key.clone())),
        _ => None,
    };
    let checklist = record.group("checklist");
    Front {
        title: record.prose("title"),
        nav_title: prose("nav_title"),
        description: prose("description"),
        summary: record.prose_list("summary").into_iter().map(|line| line.value).collect(),
        slug: record.prose("slug").into_value(),
        draft: record.flag("draft").unwrap_or_default(),
        roles: record.list("roles").iter().filter_map(entry).collect(),
        aliases: record.texts("aliases"),
        owner: record.get("owner").and_then(entry),
        last_reviewed_on: date("last_reviewed_on"),
        review_in: record.period("review_in"),
        expires: date("expires"),
        expired_reason: prose("expired_reason"),
        search: record.flag("search"),
        checklist: match checklist.and_then(|group| group.text("mode")) {
            Some("do-confirm") => ChecklistMode::DoConfirm,
            _ => ChecklistMode::ReadDo,
        },
        fit_pages: checklist.and_then(|group| group.number("fit_pages")),
        steps: record.prose_list("steps"),
        pages: record.prose_list("pages"),
        extra: match record.get("extra").map(|located| &located.value) {
            Some(Value::Map(pairs)) => pairs.clone(),
            _ => Vec::new(),
        },
        placeholders: record.placeholders(),
        references: references::of_fields(record, TEXTS),
        date_issues: date_issues::of_fields(record, TEXTS),
        foreign_days: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn page(yaml: &str) -> (Front, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        (read(&SourcePath::new("guide/a.md"), yaml, (4, 2), &mut diagnostics).front, diagnostics)
    }

    #[test]
    fn a_whole_head_is_read() {
        let (front, diagnostics) = page(concat!(
            "title: \"Étape 1 : signer\"\nnav_title: Signer\ndescription: d\nsummary: [a, b]\nslug: signer\n",
            "draft: true\nroles: rh\naliases: [/vieux/, /page.html]\nowner: support\nlast_reviewed_on: 2026-11-23\n",
            "review_in: 6 mois\nexpires: 2027-01-31\nsearch: false\nchecklist: {fit_pages: 1, mode: do-confirm}\n",
            "steps: [a.md]\npages: [b.md, c/]\nextra: {a: 1.5, b: [x, null], c: {d: yes}}\n",
        ));
        assert_eq!(diagnostics, []);
        let title = front.title.into_value().unwrap();
        assert_eq!((title.value.as_str(), title.span.start, title.span.end), ("Étape 1 : signer", 11, 30));
        assert_eq!((front.summary.len(), front.draft, front.search), (2, true, Some(false)));
        assert_eq!(front.roles[0].value, EntryKey::new(Kind::Role, "rh"));
        assert_eq!(front.owner.unwrap().value, EntryKey::new(Kind::Contact, "support"));
        assert_eq!((front.checklist, front.fit_pages), (ChecklistMode::DoConfirm, Some(1)));
        assert_eq!(front.expires.unwrap().value.to_string(), "2027-01-31");
        assert_eq!((front.aliases.len(), front.steps.len(), front.extra.len()), (2, 1, 3));
        assert_eq!(front.pages.len(), 2);
        assert_eq!(front.extra[0].1.value, Value::Text("1.5".to_owned()));
    }

    #[test]
    fn a_head_as_large_as_a_book_is_no_head() {
        assert_eq!(page(&"a: b\n".repeat(20_000)).1[0].code, codes::FRONT_TOO_LARGE);
        assert_eq!(page("").0, Front::default());
    }
}
