//! A word that is explained.
use super::{ALIASES, EVIDENCE, NOTE};
use crate::parse::fields::{Field, Shape};

/// The fields of a term.
pub(super) const FIELDS: &[Field] = &[
    Field::new("name", Shape::Line, "Le mot ou le sigle", "The word or acronym").required(),
    Field::new("expansion", Shape::Line, "Le sigle en toutes lettres", "The acronym in full"),
    Field::new("definition", Shape::Text, "Ce que cela veut dire", "What it means"),
    Field::new(
        "language",
        Shape::Language,
        "Langue, si ce n'est pas celle du guide",
        "Language, if not the guide's",
    ),
    Field::new("prefer", Shape::Line, "L'écriture à préférer", "The spelling to prefer"),
    ALIASES,
    Field::new(
        "auto",
        Shape::Flag,
        "false : le mot n'est pas lié de lui-même",
        "false: the word is not linked by itself",
    )
    .private(),
    EVIDENCE,
    NOTE,
];
