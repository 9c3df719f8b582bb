//! A service that people use.
use super::{ALIASES, EVIDENCE, NOTE, REVIEW_IN, TERRITORY, VERIFIED_ON};
use crate::model::Kind;
use crate::parse::fields::{Field, Shape};

/// The fields of a tool.
pub(super) const FIELDS: &[Field] = &[
    Field::new("name", Shape::Line, "Nom que lisent les lecteurs", "Name that readers see").required(),
    Field::new("official_name", Shape::Line, "Nom officiel", "Official name"),
    ALIASES,
    Field::new("summary", Shape::Text, "À quoi il sert, en une phrase", "What it is for, in one sentence"),
    Field::new("uses", Shape::List(&Shape::Line), "Ce que l'on y fait", "What people do with it"),
    Field::new("mandatory", Shape::Flag, "Si son usage est obligatoire", "Whether its use is mandatory"),
    Field::new("access", Shape::Group(ACCESS), "Comment on y accède", "How to get in"),
    Field::new("url", Shape::Web, "Adresse", "Address"),
    Field::new("help_url", Shape::Web, "Adresse de l'aide", "Address of the help pages"),
    Field::new("contact", Shape::Entry(Kind::Contact), "À qui demander de l'aide", "Whom to ask for help"),
    TERRITORY,
    Field::new("replaced_by", Shape::Entry(Kind::Tool), "Outil qui le remplace", "Tool that replaces it"),
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

const ACCESS: &[Field] = &[
    Field::new(
        "mode",
        Shape::OneOf(&["open", "account", "proconnect", "structure-account", "via-tool"]),
        "Libre, avec un compte, avec ProConnect, avec le compte de la structure, depuis un autre outil",
        "Open, with an account, with ProConnect, with the structure's account, through another tool",
    ),
    Field::new("via", Shape::Entry(Kind::Tool), "Outil par lequel on passe", "Tool that leads there"),
    Field::new("needs", Shape::List(&Shape::Line), "Ce qu'il faut avoir", "What one must have"),
    Field::new("note", Shape::Text, "Précision pour les lecteurs", "Detail for readers"),
];

const SUGGESTED: &[Field] =
    &[Field::new("url", Shape::Web, "Adresse web", "Web address"), EVIDENCE.required()];
