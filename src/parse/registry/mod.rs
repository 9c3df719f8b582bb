//! The files of the registry: YAML to entries.
//!
//! 1. `kinds`: for each kind of entry its table of fields.
//! 2. This file reads every entry of a file by the table of its kind.
pub(super) mod kinds;

use super::fields::{FormatCodes, Reader};
use super::markdown::dialect::conflicts_in_yaml;
use super::plain::{date_issues, decode};
use super::yaml;
use super::yaml::{SourceText, YamlNode, plain};
use crate::model::{
    Diagnostic, Entry, EntryId, EntryKey, Kind, Noted, Record, RegistryFile, SourcePath, codes,
};
use crate::stamp::Stamped;
use crate::text::slug::slug;

const FAMILY: FormatCodes = FormatCodes {
    unknown_key: codes::REGISTRY_UNKNOWN_KEY,
    wrong_type: codes::REGISTRY_WRONG_TYPE,
    missing: codes::REGISTRY_MISSING_FIELD,
    bad_email: codes::REGISTRY_BAD_EMAIL,
    bad_phone: codes::REGISTRY_BAD_PHONE,
    bad_url: codes::REGISTRY_BAD_URL,
    foreign: None,
    foreign_keys: &[],
};

/// Reads all entries of a file by the table of their kind. `country` is the numbering plan of telephones.
pub(super) fn read(file: &SourcePath, kind: Kind, bytes: &[u8], country: &str) -> Noted<RegistryFile> {
    let mut diagnostics = Vec::new();
    let mut value =
        RegistryFile { kind, entries: Vec::new(), placeholders: Vec::new(), date_issues: Vec::new() };
    if let Some((text, offset)) = decode::text(file, bytes, &mut diagnostics) {
        let text = &*conflicts_in_yaml(file, text, offset, &mut diagnostics);
        let source = SourceText { file, text, offset, line: 1 };
        read_entries(&source, country, &mut value, &mut diagnostics);
    }
    Noted { value, diagnostics }
}

fn read_entries(
    source: &SourceText,
    country: &str,
    file: &mut RegistryFile,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let table = kinds::table(file.kind);
    let tree = yaml::read(source, codes::REGISTRY_DUPLICATE_ID, diagnostics);
    if !matches!(tree.node, YamlNode::Map { .. } | YamlNode::Null | YamlNode::Broken) {
        diagnostics.push(Diagnostic::new(codes::YAML_NOT_A_MAP, tree.span.clone()).arg("found", tree.word()));
    }
    for (id, yaml) in tree.pairs() {
        if !matches!(yaml.node, YamlNode::Map { .. } | YamlNode::Null | YamlNode::Broken) {
            let diagnostic =
                Diagnostic::new(codes::REGISTRY_WRONG_TYPE, yaml.span.clone()).arg("key", id.value.as_str());
            diagnostics.push(diagnostic.arg("expected", "map").arg("found", yaml.word()));
        }
        let record = match yaml.node {
            YamlNode::Map { .. } | YamlNode::Null => {
                Reader::new(source, &FAMILY, country, diagnostics).record(table, yaml, Some(id))
            }
            // The entry is kept under its id, so that references to it are not reported as well.
            YamlNode::Broken => Record {
                refused: table.iter().map(|field| field.name).collect(),
                ..Record::empty(yaml.span.clone())
            },
            _ => Record::empty(yaml.span.clone()),
        };
        file.placeholders.extend(record.placeholders());
        // `2026`, `null` and `true` without quotes are no texts, and no names.
        let bare = source.slice(&id.span) == id.value;
        if !EntryId::is_valid(&id.value) || bare && !matches!(plain(&id.value), YamlNode::Text(_)) {
            let meant = slug(&id.value);
            let meant = Some(meant).filter(|meant| *meant != id.value && EntryId::is_valid(meant));
            let diagnostic =
                Diagnostic::new(codes::REGISTRY_BAD_ID, id.span.clone()).arg("id", id.value.as_str());
            diagnostics.push(diagnostic.nearest(meant.as_deref()));
            continue;
        }
        date_issues::of_record(&record, &mut file.date_issues);
        let key = EntryKey::new(file.kind, id.value.as_str());
        file.entries.push(Stamped::new(Entry { key, span: id.span.clone(), record }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Given, Phone, Value};

    fn contacts(text: &str) -> Noted<RegistryFile> {
        read(&SourcePath::new("guide/registry/contacts.yaml"), Kind::Contact, text.as_bytes(), "FR")
    }

    #[test]
    fn an_entry_is_read_by_its_table() {
        let read = contacts(
            "support:\n  phone: \"01 58 50 89 42\"\n  name: Support\n  kind: desk\n  hours: \"[À COMPLÉTER : horaires]\"\n  suggested: {email: a@b.fr, evidence: e}\n",
        );
        let entry = &read.value.entries[0];
        assert_eq!(
            (entry.key.to_string().as_str(), entry.name(), entry.span.end),
            ("contact:support", "Support", 7)
        );
        let fields: Vec<_> = entry.record.fields.iter().map(|field| field.name).collect();
        assert_eq!(fields, ["name", "kind", "phone", "hours", "suggested"]);
        let phone = Phone { e164: "+33158508942".to_owned(), national: "01 58 50 89 42".to_owned() };
        assert_eq!(entry.record.get("phone").unwrap().value, Value::Phone(phone));
        let Given::Placeholder(hours) = entry.record.given("hours") else { panic!("{:?}", entry.record) };
        assert_eq!(hours.words, "horaires");
        assert_eq!((read.diagnostics.len(), read.diagnostics[0].code), (1, codes::PLACEHOLDER_OPEN));
    }
}
