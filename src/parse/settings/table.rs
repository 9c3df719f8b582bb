//! The keys of `guide/jalon.yaml`.
use crate::model::{ContentCoding, Language, SearchEngine, WebHost, codes};
use crate::parse::fields::{Field, FormatCodes, Shape};

/// The keys of `guide/jalon.yaml`.
pub(in crate::parse) const SETTINGS: &[Field] = &[
    Field::new("title", Shape::Line, "Nom du guide", "Name of the guide").required(),
    Field::new("language", Shape::OneOf(&Language::TAGS), "Langue du guide", "Language of the guide")
        .required(),
    Field::new(
        "short_title",
        Shape::Line,
        "Le nom court, pour le haut des pages",
        "The short name, for the top of pages",
    ),
    Field::new("description", Shape::Line, "Une phrase sur le guide", "One sentence about the guide"),
    Field::new(
        "edition",
        Shape::Line,
        "L'édition, telle que les lecteurs la voient : Édition 2026-2",
        "The edition, as readers see it: Edition 2026-2",
    ),
    Field::new(
        "logo",
        Shape::Line,
        "Image du dossier guide/, pour le haut des pages et des listes imprimées : PNG, JPEG, GIF, WebP ou SVG",
        "Picture in the folder guide/, for the top of pages and printed checklists: PNG, JPEG, GIF, WebP or SVG",
    ),
    Field::new("base_url", Shape::Web, "Adresse du site publié", "Address of the published site"),
    Field::new(
        "hosts",
        Shape::List(&Shape::OneOf(&WebHost::NAMES)),
        "Hébergeurs et serveurs web dont le site reçoit les fichiers de réglage",
        "Hosts and web servers whose files of settings the site gets",
    ),
    Field::new(
        "precompress",
        Shape::List(&Shape::OneOf(&ContentCoding::NAMES)),
        "Copies comprimées des textes à publier, pour les serveurs web qui les envoient telles quelles",
        "Compressed copies of texts to publish, for web servers that send them as they are",
    ),
    Field::new(
        "publish",
        Shape::Group(PUBLISH),
        "Publication par jalon publish",
        "Publication by jalon publish",
    ),
    Field::new(
        "theme",
        Shape::Slug,
        "Nom du thème, dossier de themes/",
        "Name of the theme, a folder of themes/",
    ),
    Field::new(
        "edit_url",
        Shape::Line,
        "Adresse qui ouvre la source d'une page ; {path} y est remplacé",
        "Address that opens a page's source; {path} is replaced in it",
    ),
    Field::new(
        "editor",
        Shape::Line,
        "Programme qui ouvre un fichier depuis jalon serve : vscode, codium, zed, idea, sublime, ou une adresse avec {path}, {line}, {column}",
        "Program that opens a file from jalon serve: vscode, codium, zed, idea, sublime, or an address with {path}, {line}, {column}",
    ),
    Field::new(
        "report_to",
        Shape::Reach,
        "Où signaler une erreur : adresse mail ou web",
        "Where to report an error: mail or web address",
    ),
    Field::new(
        "country",
        Shape::Country,
        "Pays des numéros de téléphone",
        "Country of the telephone numbers",
    ),
    Field::new(
        "review",
        Shape::Group(REVIEW),
        "Relecture des pages et des fiches",
        "Review of pages and entries",
    ),
    Field::new(
        "publisher",
        Shape::Group(PUBLISHER),
        "Qui publie ; pour les mentions légales",
        "Who publishes; for the legal notice",
    ),
    Field::new(
        "accessibility",
        Shape::Group(ACCESSIBILITY),
        "Pour la déclaration d'accessibilité",
        "For the accessibility statement",
    ),
    Field::new(
        "checklist",
        Shape::Group(CHECKLIST),
        "Listes à cocher, à l'écran et sur papier",
        "Checklists, on the screen and on paper",
    ),
    Field::new("check", Shape::Group(CHECK), "Ce que le contrôle dit", "What the checker says"),
    Field::new("markdown", Shape::Group(MARKDOWN), "Lecture du Markdown", "How Markdown is read"),
    Field::new("pdf", Shape::Group(PDF), "Présentation des PDF", "Look of the PDFs"),
    Field::new("search", Shape::Group(SEARCH), "Recherche", "Search"),
    Field::new("limits", Shape::Group(LIMITS), "Tailles à ne pas dépasser", "Sizes not to exceed"),
];

const PUBLISH: &[Field] = &[Field::new(
    "to",
    Shape::Line,
    "Où publier : s3://, gs://, az:// ou file://",
    "Where to publish: s3://, gs://, az:// or file://",
)];

const REVIEW: &[Field] =
    &[Field::new("every", Shape::Period, "Délai entre deux relectures", "Time between two reviews")];

const PUBLISHER: &[Field] = &[
    Field::new("name", Shape::Line, "Nom de l'organisme", "Name of the organisation"),
    Field::new("address", Shape::Text, "Adresse postale", "Postal address"),
    Field::new("phone", Shape::Phone, "Téléphone", "Telephone"),
    Field::new("email", Shape::Email, "Adresse mail", "Mail address"),
    Field::new(
        "director",
        Shape::Line,
        "Directeur ou directrice de la publication",
        "Director of publication",
    ),
    Field::new("host", Shape::Group(HOST), "Qui héberge le site", "Who hosts the site"),
];

const HOST: &[Field] = &[
    Field::new("name", Shape::Line, "Nom de l'hébergeur", "Name of the host"),
    Field::new("address", Shape::Text, "Adresse postale", "Postal address"),
    Field::new("phone", Shape::Phone, "Téléphone", "Telephone"),
];

const ACCESSIBILITY: &[Field] = &[
    Field::new(
        "status",
        Shape::OneOf(&["none", "partial", "full"]),
        "Résultat de l'audit : non conforme, partiel, total",
        "Result of the audit: none, partial, full",
    ),
    Field::new("audit", Shape::Group(AUDIT), "L'audit", "The audit"),
    Field::new(
        "contact",
        Shape::Reach,
        "À qui signaler un obstacle : adresse mail ou web",
        "Where to report a barrier: mail or web address",
    ),
];

const AUDIT: &[Field] = &[
    Field::new("date", Shape::Date, "Jour de l'audit", "Day of the audit").required(),
    Field::new("auditor", Shape::Line, "Qui a mené l'audit", "Who made the audit"),
    Field::new(
        "percent",
        Shape::Number(0, 100),
        "Part des critères respectés",
        "Share of the criteria that hold",
    ),
];

const CHECKLIST: &[Field] = &[Field::new(
    "fields",
    Shape::List(&Shape::Line),
    "Ce que l'on remplit en haut de chaque liste, en plus de la structure, de la date et du nom : six au plus",
    "What is filled in at the top of each checklist, besides organisation, date and name: six at most",
)];

const CHECK: &[Field] = &[
    Field::new("levels", Shape::Free, "Par code : off, warning ou error", "By code: off, warning or error"),
    Field::new(
        "external",
        Shape::Group(EXTERNAL),
        "Contrôle des adresses d'autres sites (jalon check --external)",
        "Check of addresses on other sites (jalon check --external)",
    ),
    Field::new(
        "acronyms",
        Shape::List(&Shape::Line),
        "Sigles que les lecteurs connaissent sans explication",
        "Acronyms that readers know without being told",
    ),
];

const EXTERNAL: &[Field] = &[Field::new(
    "skip",
    Shape::List(&Shape::Line),
    "Adresses à ne pas interroger ; * remplace tout texte",
    "Addresses not to ask; * stands for any text",
)];

const MARKDOWN: &[Field] = &[Field::new(
    "html",
    Shape::OneOf(&["safe", "none", "trusted"]),
    "Sort du HTML écrit dans les pages",
    "What becomes of HTML in pages",
)];

const PDF: &[Field] = &[
    Field::new("page", Shape::OneOf(&["a4"]), "Format de la feuille", "Size of the sheet"),
    Field::new(
        "density",
        Shape::OneOf(&["auto", "large"]),
        "Taille des caractères",
        "Size of the characters",
    ),
    Field::new(
        "lists",
        Shape::Number(0, 100_000),
        "Nombre de listes de pages à publier en PDF ; au-delà, seulement celles des rôles",
        "Number of pages' lists to publish as PDF; beyond it, those of roles only",
    ),
    Field::new(
        "book",
        Shape::Flag,
        "Publier aussi le guide entier en un seul PDF",
        "Publish the whole guide as one PDF too",
    ),
];

const SEARCH: &[Field] = &[
    Field::new(
        "synonyms",
        Shape::List(&Shape::List(&Shape::Line)),
        "Groupes de mots qui veulent dire la même chose",
        "Groups of words that mean the same",
    ),
    Field::new(
        "thesaurus",
        Shape::Line,
        "Fichier de synonymes au format MyThes, dans le dossier guide/",
        "File of synonyms in the format of MyThes, in the folder guide/",
    ),
    Field::new(
        "index",
        Shape::Flag,
        "Si le site publie l'index de sa recherche ; sinon, un autre moteur cherche",
        "Whether the site publishes the index of its search; else another engine searches",
    ),
    Field::new(
        "engine",
        Shape::Group(ENGINE),
        "Moteur de recherche d'un serveur, que la boîte de recherche interroge d'abord",
        "Search engine on a server, which the search box asks first",
    ),
];

const ENGINE: &[Field] = &[
    Field::new("kind", Shape::OneOf(&SearchEngine::NAMES), "Quel moteur", "Which engine").required(),
    Field::new("url", Shape::Web, "Adresse du serveur", "Address of the server").required(),
    Field::new("index", Shape::Line, "Nom de l'index ou de la collection", "Name of the index or collection")
        .required(),
    Field::new(
        "key",
        Shape::Line,
        "Clé qui ne permet que de chercher : elle est publiée",
        "Key that allows searching only: it is published",
    ),
];

const LIMITS: &[Field] = &[
    Field::new("page", Shape::Size, "Octets de la source d'une page", "Bytes of a page's source"),
    Field::new("registry", Shape::Size, "Octets d'un fichier du registre", "Bytes of a registry file"),
    Field::new("output", Shape::Size, "Octets d'une page publiée", "Bytes of a published page"),
    Field::new("pages", Shape::Number(1, 10_000_000), "Nombre de pages", "Number of pages"),
    Field::new(
        "weight",
        Shape::Size,
        "Octets à charger pour montrer une page, images et thème compris ; au-delà, un avertissement",
        "Bytes to load to show a page, its images and the theme included; beyond it, a warning",
    ),
];

/// The codes of settings, and what other generators call theirs.
pub(super) const FAMILY: FormatCodes = FormatCodes {
    unknown_key: codes::SETTINGS_UNKNOWN_KEY,
    wrong_type: codes::SETTINGS_WRONG_TYPE,
    missing: codes::SETTINGS_MISSING_FIELD,
    bad_email: codes::SETTINGS_BAD_EMAIL,
    bad_phone: codes::SETTINGS_BAD_PHONE,
    bad_url: codes::SETTINGS_BAD_URL,
    foreign: Some(codes::SETTINGS_FOREIGN_KEY),
    foreign_keys: &[
        ("base_url", "baseURL baseUrl site site_url url"),
        ("description", "site_description tagline"),
        ("edit_url", "edit_uri repo_url"),
        ("language", "defaultContentLanguage default_language lang languageCode locale"),
        ("markdown", "markdown_extensions markup"),
        ("publisher", "author authors copyright site_author"),
        ("theme", "themeConfig"),
        ("title", "name site_name"),
        ("", "book build docs_dir extra extra_css extra_javascript favicon head i18n menu menus nav"),
        ("", "output_dir params permalinks plugins presets publishDir sidebar site_dir taxonomies"),
        ("", "timezone"),
    ],
};
