//! Whom to call or write to.
use super::{ALIASES, EVIDENCE, NOTE, REVIEW_IN, TERRITORY, VERIFIED_ON};
use crate::model::Kind;
use crate::parse::fields::{Field, Shape};

/// The fields of a contact.
pub(super) const FIELDS: &[Field] = &[
    Field::new("name", Shape::Line, "Nom que lisent les lecteurs", "Name that readers see").required(),
    Field::new(
        "kind",
        Shape::OneOf(&["desk", "person", "role", "network"]),
        "Guichet, personne, fonction ou réseau",
        "Desk, person, role or network",
    )
    .required(),
    Field::new("organisation", Shape::Entry(Kind::Organisation), "Organisme", "Organisation"),
    Field::new("role", Shape::Entry(Kind::Role), "Rôle que la personne tient", "Role that the person has"),
    Field::new(
        "rank",
        Shape::Number(1, 99),
        "Ordre de recours : 1 est le premier à appeler",
        "Order of recourse: 1 is the first to call",
    ),
    Field::new("for", Shape::List(&Shape::Line), "Pour quelles questions", "For which questions"),
    Field::new("email", Shape::Email, "Adresse mail", "Mail address"),
    Field::new("phone", Shape::Phone, "Téléphone, entre guillemets", "Telephone, between quotes"),
    Field::new("hours", Shape::Line, "Horaires", "Hours"),
    Field::new("form", Shape::Web, "Formulaire de contact", "Contact form"),
    Field::new("faq", Shape::Entry(Kind::Resource), "Foire aux questions", "Frequent questions"),
    Field::new("reply_time", Shape::Line, "Délai de réponse", "Time to reply"),
    TERRITORY,
    ALIASES,
    Field::new(
        "replaced_by",
        Shape::Entry(Kind::Contact),
        "Contact qui le remplace",
        "Contact that replaces it",
    ),
    Field::new(
        "suggested",
        Shape::Group(SUGGESTED),
        "Coordonnées qui semblent avoir remplacé celles-ci",
        "Coordinates that seem to have replaced these",
    )
    .private(),
    VERIFIED_ON,
    REVIEW_IN,
    Field::new(
        "publish",
        Shape::OneOf(&["public", "restricted", "to-confirm"]),
        "Décision de publier",
        "Decision to publish",
    )
    .private(),
    EVIDENCE,
    NOTE,
];

const SUGGESTED: &[Field] = &[
    Field::new("email", Shape::Email, "Adresse mail", "Mail address"),
    Field::new("phone", Shape::Phone, "Téléphone", "Telephone"),
    Field::new("url", Shape::Web, "Adresse web", "Web address"),
    EVIDENCE.required(),
];
