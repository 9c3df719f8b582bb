//! A document, a tutorial, a page elsewhere.
use super::{EVIDENCE, NOTE, REVIEW_IN, VERIFIED_ON};
use crate::model::Kind;
use crate::parse::fields::{Field, Shape};

/// The fields of a resource.
pub(super) const FIELDS: &[Field] = &[
    Field::new("title", Shape::Line, "Titre que lisent les lecteurs", "Title that readers see").required(),
    Field::new(
        "kind",
        Shape::OneOf(&["tutorial", "page", "document", "form", "faq"]),
        "Tutoriel, page, document, formulaire ou foire aux questions",
        "Tutorial, page, document, form or frequent questions",
    )
    .required(),
    Field::new(
        "url",
        Shape::Web,
        "Adresse ; null tant qu'elle est à compléter",
        "Address; null while it is to be completed",
    ),
    Field::new("format", Shape::Line, "Format du fichier, PDF", "Format of the file, PDF"),
    Field::new("size", Shape::Line, "Poids du fichier, 240 Ko", "Size of the file, 240 kB"),
    Field::new("at", Shape::Line, "Où regarder : « étape 5 »", "Where to look: “step 5”"),
    Field::new("tool", Shape::Entry(Kind::Tool), "Outil dont il est question", "Tool that it is about"),
    Field::new(
        "language",
        Shape::Language,
        "Langue, si ce n'est pas celle du guide",
        "Language, if not the guide's",
    ),
    Field::new(
        "suggested",
        Shape::Group(SUGGESTED),
        "Adresse qui semble avoir remplacé celle-ci",
        "Address that seems to have replaced this one",
    )
    .private(),
    VERIFIED_ON,
    REVIEW_IN,
    EVIDENCE,
    NOTE,
];

const SUGGESTED: &[Field] =
    &[Field::new("url", Shape::Web, "Adresse web", "Web address"), EVIDENCE.required()];
