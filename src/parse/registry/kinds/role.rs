//! Who does something in the guide.
use super::{ALIASES, NOTE};
use crate::parse::fields::{Field, Shape};

/// The fields of a role.
pub(super) const FIELDS: &[Field] = &[
    Field::new("name", Shape::Line, "Nom que lisent les lecteurs", "Name that readers see").required(),
    Field::new("short", Shape::Line, "Nom court", "Short name"),
    ALIASES,
    Field::new("description", Shape::Text, "Qui c'est, en une phrase", "Who it is, in one sentence"),
    Field::new(
        "reader",
        Shape::Flag,
        "Si ce rôle lit le guide et a sa page",
        "Whether this role reads the guide and has a page",
    ),
    NOTE,
];
