//! What a guide wants to be filled in at the top of its checklists.
use crate::model::{ChecklistField, Diagnostic, Located, Record, codes};
use crate::text::slug::slug;
use std::collections::BTreeSet;

/// The most fields: two rows on paper.
const MOST_FIELDS: usize = 6;
/// The longest label in characters: it stands on one line above a third of the sheet.
const LONGEST_LABEL: usize = 40;

/// The fields that can be used. What is wrong with the others is said.
pub(super) fn fields(record: &Record, diagnostics: &mut Vec<Diagnostic>) -> Vec<ChecklistField> {
    let mut fields = Vec::new();
    let mut names = BTreeSet::new();
    for written in record.texts("fields") {
        let label = written.value.trim().trim_end_matches(':').trim_end();
        let name = slug(label);
        let mistake = if name.is_empty() {
            Some("nothing")
        } else if label.chars().count() > LONGEST_LABEL {
            Some("long")
        } else if !names.insert(name.clone()) {
            Some("twice")
        } else {
            (fields.len() == MOST_FIELDS).then_some("many")
        };
        match mistake {
            None => fields.push(ChecklistField { label: label.to_owned(), name }),
            Some(mistake) => diagnostics.push(diagnostic(&written, mistake)),
        }
        if mistake == Some("many") {
            break;
        }
    }
    fields
}

fn diagnostic(written: &Located<String>, mistake: &'static str) -> Diagnostic {
    let limit = if mistake == "many" { MOST_FIELDS } else { LONGEST_LABEL };
    Diagnostic::new(codes::SETTINGS_BAD_CHECKLIST_FIELD, written.span.clone())
        .arg("field", written.value.trim())
        .arg("mistake", mistake)
        .arg("limit", limit)
}
