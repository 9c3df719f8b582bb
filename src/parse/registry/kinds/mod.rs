//! The fields of each kind of entry, one table a file.
mod contact;
mod organisation;
mod resource;
mod role;
mod term;
mod tool;

use crate::model::Kind;
use crate::parse::fields::{Field, Shape};

/// The fields of a kind.
pub(in crate::parse) fn table(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Contact => contact::FIELDS,
        Kind::Tool => tool::FIELDS,
        Kind::Resource => resource::FIELDS,
        Kind::Role => role::FIELDS,
        Kind::Organisation => organisation::FIELDS,
        Kind::Term => term::FIELDS,
    }
}

/// The day an entry was last checked with its source.
const VERIFIED_ON: Field = Field::new(
    "verified_on",
    Shape::Date,
    "Jour de la dernière vérification ; null tant que personne n'a vérifié",
    "Day of the last check; null until somebody checked",
);
/// After how long it must be checked again.
const REVIEW_IN: Field = Field::new(
    "review_in",
    Shape::Period,
    "Délai jusqu'à la prochaine vérification",
    "Time until the next check",
)
.private();
/// Where the facts come from.
const EVIDENCE: Field =
    Field::new("evidence", Shape::Text, "D'où vient l'information", "Where the facts come from").private();
/// For editors.
const NOTE: Field =
    Field::new("note", Shape::Text, "Pour les rédacteurs seulement", "For editors only").private();
/// Other names; cards do not show them.
const ALIASES: Field = Field::new(
    "aliases",
    Shape::List(&Shape::Line),
    "Autres noms, pour la recherche et le contrôle",
    "Other names, for search and checks",
)
.private();
/// Where it serves.
const TERRITORY: Field = Field::new("territory", Shape::Line, "Territoire couvert", "Area that is served");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_table_with_its_name() {
        for kind in Kind::ALL {
            assert!(
                table(kind).iter().any(|field| field.name == kind.name_field() && field.required),
                "{kind:?}"
            );
        }
    }
}
