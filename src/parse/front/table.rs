//! The keys of front matter, and those of other generators.
use crate::model::{Kind, codes};
use crate::parse::fields::{Field, FormatCodes, Shape};

/// The keys of front matter.
pub(in crate::parse) const FRONT: &[Field] = &[
    Field::new(
        "title",
        Shape::Line,
        "Titre de la page ; à défaut, le premier titre « # »",
        "Title of the page; else the first # heading",
    ),
    Field::new("nav_title", Shape::Line, "Titre plus court, pour les menus", "Shorter title for menus"),
    Field::new("description", Shape::Line, "Une phrase sur la page", "One sentence about the page"),
    Field::new(
        "summary",
        Shape::List(&Shape::Line),
        "L'essentiel, en 3 à 5 lignes",
        "The essential in 3 to 5 lines",
    ),
    Field::new(
        "slug",
        Shape::Slug,
        "La partie de l'adresse qui revient à la page",
        "The page's part of the address",
    ),
    Field::new(
        "draft",
        Shape::Flag,
        "Brouillon : la page n'est pas publiée",
        "Draft: the page is not published",
    ),
    Field::new(
        "roles",
        Shape::List(&Shape::Entry(Kind::Role)),
        "Qui fait les tâches qui ne nomment personne",
        "Who does the tasks that name nobody",
    ),
    Field::new(
        "aliases",
        Shape::List(&Shape::Alias),
        "Anciennes adresses qui mènent ici",
        "Former addresses that lead here",
    ),
    Field::new(
        "owner",
        Shape::Entry(Kind::Contact),
        "Le contact qui répond de la page",
        "The contact who answers for the page",
    ),
    Field::new("last_reviewed_on", Shape::Date, "Jour de la dernière relecture", "Day of the last review"),
    Field::new(
        "review_in",
        Shape::Period,
        "Délai jusqu'à la prochaine relecture",
        "Time until the next review",
    ),
    Field::new("expires", Shape::Date, "Dernier jour de publication", "Last day of publication"),
    Field::new(
        "expired_reason",
        Shape::Line,
        "Pourquoi la page est retirée ensuite, pour ses lecteurs",
        "Why the page is withdrawn afterwards, for its readers",
    ),
    Field::new("search", Shape::Flag, "Si la recherche connaît la page", "Whether the search knows the page"),
    Field::new(
        "checklist",
        Shape::Group(CHECKLIST),
        "Comment se présentent les listes de la page",
        "How the page's checklists are meant",
    ),
    Field::new(
        "steps",
        Shape::List(&Shape::Line),
        "Les pages du parcours qui commence ici, dans l'ordre",
        "The pages of the journey that begins here, in order",
    ),
    Field::new(
        "pages",
        Shape::List(&Shape::Line),
        "Dans l'index.md d'une section : ses fichiers et ses dossiers, dans l'ordre",
        "In the index.md of a section: its files and folders, in order",
    ),
    Field::new("extra", Shape::Free, "Vos propres clés, pour les gabarits", "Your own keys, for templates"),
];

const CHECKLIST: &[Field] = &[
    Field::new(
        "fit_pages",
        Shape::Number(1, 99),
        "Nombre de feuilles que la liste peut prendre",
        "Number of sheets that the list may take",
    ),
    Field::new(
        "mode",
        Shape::OneOf(&["read-do", "do-confirm"]),
        "Lire puis faire, ou faire puis confirmer",
        "Read then do, or do then confirm",
    ),
];

/// The codes of front matter.
pub(super) const FAMILY: FormatCodes = FormatCodes {
    unknown_key: codes::FRONT_UNKNOWN_KEY,
    wrong_type: codes::FRONT_WRONG_TYPE,
    missing: codes::FRONT_WRONG_TYPE,
    bad_email: codes::FRONT_WRONG_TYPE,
    bad_phone: codes::FRONT_WRONG_TYPE,
    bad_url: codes::FRONT_WRONG_TYPE,
    foreign: Some(codes::FRONT_FOREIGN_KEY),
    foreign_keys: FOREIGN,
};

/// Our keys, each with what other generators call it, and their keys for which we have none.
const FOREIGN: &[(&str, &str)] = &[
    ("aliases", "redirect_from redirects"),
    ("description", "subtitle"),
    ("extra", "params"),
    ("last_reviewed_on", "lastUpdated last_modified_at last_update lastmod updated"),
    ("nav_title", "label linkTitle linktitle short_title sidebar_label"),
    ("owner", "author authors"),
    ("summary", "abstract excerpt"),
    ("title", "name"),
    ("", "banner bibliography categories category class collection comments cover custom_edit_url date"),
    ("", "editLink featured head hero hide hide_table_of_contents hide_title icon image keywords lang"),
    ("", "language layout math menu nav_order navbar next og_image order outline pagination_next"),
    ("", "pagination_prev position prev robots googlebot sidebar sidebar_position status tags taxonomies"),
    ("", "_build build meta metadata params seo sitemap template toc type weight"),
];

/// Whether another generator has a key of this name, in small letters or as written.
pub(super) fn is_foreign(key: &str) -> bool {
    let folded = key.to_ascii_lowercase();
    let mut known = FOREIGN.iter().flat_map(|(_, theirs)| theirs.split(' '));
    known.any(|known| known == key || known == folded)
}
