//! Who stands behind a contact or a tool.
use super::{ALIASES, EVIDENCE, NOTE, VERIFIED_ON};
use crate::parse::fields::{Field, Shape};

/// The fields of an organisation.
pub(super) const FIELDS: &[Field] = &[
    Field::new("name", Shape::Line, "Nom que lisent les lecteurs", "Name that readers see").required(),
    Field::new("short", Shape::Line, "Sigle ou nom court", "Acronym or short name"),
    ALIASES,
    Field::new("url", Shape::Web, "Adresse du site", "Address of the site"),
    EVIDENCE,
    VERIFIED_ON,
    NOTE,
];
