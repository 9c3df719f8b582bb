//! The French words and phrases of the generated sentences.

/// The first half of a sentence.
pub(crate) const SUBJECTS: &[&str] = &[
    "La structure d’accueil",
    "Le service des ressources humaines",
    "La personne recrutée",
    "La direction régionale",
    "Le comité de sélection",
    "L’équipe d’appui",
    "La mairie",
    "L’employeur",
    "La conseillère",
    "Le tuteur",
    "La médiathèque",
    "Le centre de formation",
    "L’opérateur",
    "La préfecture",
    "Le réseau départemental",
    "L’association partenaire",
    "La référente",
    "Le gestionnaire",
    "L’agence comptable",
    "La commission",
    "Le secrétariat",
    "La coordinatrice",
];

/// Actions: the infinitive for headings and tasks, and the present for sentences.
pub(crate) const VERBS: &[(&str, &str)] = &[
    ("Préparer", "prépare"),
    ("Signer", "signe"),
    ("Vérifier", "vérifie"),
    ("Transmettre", "transmet"),
    ("Déposer", "dépose"),
    ("Relire", "relit"),
    ("Compléter", "complète"),
    ("Archiver", "archive"),
    ("Présenter", "présente"),
    ("Valider", "valide"),
    ("Corriger", "corrige"),
    ("Classer", "classe"),
    ("Réunir", "réunit"),
    ("Demander", "demande"),
    ("Recevoir", "reçoit"),
    ("Comparer", "compare"),
    ("Enregistrer", "enregistre"),
    ("Expliquer", "explique"),
    ("Contrôler", "contrôle"),
    ("Publier", "publie"),
    ("Rédiger", "rédige"),
    ("Traduire", "traduit"),
    ("Suivre", "suit"),
    ("Renouveler", "renouvelle"),
];

/// Objects, all feminine, so that questions agree with them.
pub(crate) const OBJECTS: &[&str] = &[
    "la convention",
    "la candidature",
    "la fiche de poste",
    "la demande de formation",
    "la liste des pièces",
    "la lettre de mission",
    "la déclaration préalable",
    "la feuille de présence",
    "la charte d’accueil",
    "la note de service",
    "la grille de sélection",
    "l’attestation d’assurance",
    "l’annexe financière",
    "l’autorisation de cumul",
    "l’inscription au parcours",
    "l’évaluation de mi-parcours",
    "la subvention annuelle",
    "la permanence hebdomadaire",
    "la cartographie des lieux",
    "la facture du prestataire",
    "la carte professionnelle",
    "la clé de sécurité",
    "la messagerie partagée",
    "la réunion de lancement",
    "la période d’essai",
    "la visite médicale",
    "la prime de déplacement",
    "la mise à disposition",
    "la prolongation du contrat",
    "la fin de mission",
    "l’enquête de satisfaction",
    "la sauvegarde des données",
    "la salle d’atelier",
    "la signature électronique",
    "la délibération du conseil",
    "la bibliothèque de modèles",
];

/// How or with what.
pub(crate) const DETAILS: &[&str] = &[
    "avec les pièces demandées",
    "sans attendre la fin du mois",
    "dans un délai de dix jours",
    "selon le modèle fourni",
    "sur papier libre ou par voie électronique",
    "en deux exemplaires",
    "pour chaque personne concernée",
    "avec l’accord écrit des deux parties",
    "en présence d’un témoin",
    "sous la forme d’un tableau simple",
    "par courrier ou au guichet",
    "dans le respect du cahier des charges",
    "à partir des réponses reçues",
    "pour un montant de 1 500 euros",
    "avec un taux de 80 %",
    "sans frais pour les habitants",
    "dans la langue de leur choix",
    "auprès du bureau le plus proche",
    "en suivant l’ordre des étapes",
    "contre un récépissé daté",
];

/// When, at the start of a sentence. None is a date.
pub(crate) const WHEN: &[&str] = &[
    "Dès réception",
    "Avant la première séance",
    "Après la signature",
    "Au début de chaque trimestre",
    "Le premier jour ouvré",
    "Une fois par semaine",
    "Pendant la période d’essai",
    "Huit jours avant la réunion",
    "À la fin du parcours",
    "En cas d’absence",
    "Sur simple demande",
    "Lorsque tout est prêt",
];

/// Sentences with the punctuation that French typography treats.
pub(crate) const INTERLUDES: &[&str] = &[
    "Attention : une copie suffit ; l'original reste dans le dossier.",
    "Comment faire ? Il suffit de suivre l'ordre des lignes.",
    "La mention « lu et approuvé » n'est plus exigée !",
    "Deux cas se présentent : l'accord est écrit, ou il ne l'est pas.",
    "Le cœur du sujet tient en une phrase : rien ne se perd.",
];

/// Explanations below tasks.
pub(crate) const HELP: &[&str] = &[
    "Le formulaire compte trois pages ; la dernière se signe.",
    "Une photographie lisible convient aussi.",
    "Le numéro figure en haut de la première page.",
    "Cette étape prend **dix minutes** environ.",
    "Le fichier s’appelle `dossier.csv` et s’ouvre avec un tableur.",
];

/// Texts of footnotes.
pub(crate) const FOOTNOTES: &[&str] = &[
    "Cette règle vaut pour toutes les structures.",
    "Le calcul se fait en jours ouvrés.",
    "Un second exemplaire reste au secrétariat.",
];

/// Beginnings of headings of the third level, one for each part of a page.
pub(crate) const PARTS: &[&str] =
    &["Les cas particuliers", "Les pièces utiles", "Les délais", "Les erreurs fréquentes", "La suite"];

/// Kinds of callouts, as written.
pub(crate) const ALERTS: &[&str] = &["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// First words of terms, with their letters.
pub(crate) const TERM_HEADS: &[(&str, &str)] = &[
    ("B", "Bureau"),
    ("C", "Comité"),
    ("D", "Dispositif"),
    ("E", "Espace"),
    ("F", "Fonds"),
    ("P", "Parcours"),
];

/// Last words of terms, with their letters.
pub(crate) const TERM_TAILS: &[(&str, &str)] = &[
    ("SL", "de suivi local"),
    ("AF", "d’accueil et de formation"),
    ("MN", "de médiation numérique"),
    ("RQ", "de recherche de qualité"),
    ("TV", "de travail et de vacances"),
];

/// Syllables of invented places. Three make a name.
pub(crate) const SYLLABLES: &[&str] = &[
    "ba", "be", "bi", "bo", "bu", "ca", "ce", "ci", "co", "cu", "da", "de", "di", "do", "du", "fa", "fe",
    "fi", "fo", "fu", "ga", "ge", "gi", "go", "gu", "la", "le", "li", "lo", "lu", "ma", "me", "mi", "mo",
    "mu", "na", "ne", "ni", "no", "nu", "pa", "pe", "pi", "po", "pu", "ra", "re", "ri", "ro", "ru", "sa",
    "se", "si", "so", "su", "ta", "te", "ti", "to", "tu", "va", "ve", "vi", "vo", "vu",
];
