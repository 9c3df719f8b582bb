//! The content that the first guide must have according to its source, counted on the published pages.
use crate::markup::{self, Element, plain};
use crate::support::{clean_build, first_guide, jalon, options, package_root, page, pages, run, text_of};
use jalon::pipeline::Build;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn built() -> Build {
    clean_build(&first_guide(), options())
}

pub(crate) fn read(built: &Build, path: &str) -> Element {
    markup::read(page(built, path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The text of a heading, and the text of its first-level tasks, each with its branches.
type List = (String, Vec<(String, Vec<String>)>);

/// The checklists of a page: the headings above them, and the text of first-level tasks and their branches.
fn lists(built: &Build, path: &str) -> Vec<List> {
    let document = read(built, path);
    let mut heading = String::new();
    let mut found = Vec::new();
    for element in document.all(&|element| element.name == "h2" || element.has_class("tasks")) {
        if element.name == "h2" {
            heading = element.words();
        } else if !element.has_class("branches") {
            let task = |item: &Element| {
                let is_label = |inside: &&Element| inside.name == "label" || inside.has_class("ask");
                item.elements().find(is_label).expect("a task has a label").words()
            };
            let tasks = element.elements().map(|item| {
                let branches = item.classed("branch").into_iter().map(task).collect();
                (task(item), branches)
            });
            found.push((heading.clone(), tasks.collect()));
        }
    }
    found
}

#[test]
fn six_lists_hold_fourteen_tasks_and_two_branches_in_their_order() {
    let built = built();
    // Page, heading, beginnings of tasks and of branches, in the order of the source.
    let expected: [(&str, &str, &[&str], &[&str]); 6] = [
        (
            "index.html",
            "Un recrutement est validé quand",
            &[
                "Il y a une convention en cours",
                "Le contrat précédent a bien été rompu",
                "Le compte candidat de la personne retenue est bien sélectionné sur le tableau de pilotage",
                "Le contrat a été déposé sur la plateforme dédiée",
            ],
            &[],
        ),
        (
            "index.html",
            "Un CoNum devient « vraiment » CoNum quand",
            &["Il a fait son entretien pour entrer en formation initiale", "Il apparaît sur La Coop"],
            &[],
        ),
        (
            "recruter/convention/index.html",
            "Vérifier la convention",
            &["La convention est bien signée", "La convention est bien déposée sur Démarches Simplifiées"],
            &[],
        ),
        (
            "recruter/candidature/index.html",
            "Valider la candidature",
            &[
                "Si ce n'est pas le premier conseiller numérique de la structure",
                "Est-ce que la personne retenue a bien un compte candidat sur",
            ],
            &[
                "Si non, demander au candidat retenu de s'en créer un",
                "Si oui, valider sa candidature sur le tableau de pilotage",
            ],
        ),
        (
            "recruter/contrat/index.html",
            "Vérifier le contrat",
            &["Le contrat est bien signé", "Le contrat est bien déposé sur Démarches Simplifiées"],
            &[],
        ),
        (
            "la-coop/index.html",
            "Activer l'accès à La Coop",
            &["Renseigner une adresse mail professionnelle nominative", "S'inscrire à La Coop"],
            &[],
        ),
    ];
    let mut found = Vec::new();
    for path in [
        "index.html",
        "recruter/convention/index.html",
        "recruter/candidature/index.html",
        "recruter/contrat/index.html",
        "la-coop/index.html",
    ] {
        found.extend(lists(&built, path).into_iter().map(|(heading, tasks)| (path, heading, tasks)));
    }
    assert_eq!(found.len(), expected.len());
    let (mut tasks, mut branches) = (0, 0);
    for ((path, heading, list), (wanted_path, wanted_heading, wanted, wanted_branches)) in
        found.iter().zip(expected)
    {
        assert_eq!((*path, heading.as_str()), (wanted_path, wanted_heading));
        assert_eq!(list.len(), wanted.len(), "{heading}");
        for ((words, _), start) in list.iter().zip(wanted) {
            assert!(words.starts_with(start), "{heading}: {words}");
        }
        let inside: Vec<&String> = list.iter().flat_map(|(_, branches)| branches).collect();
        assert_eq!(inside.len(), wanted_branches.len(), "{heading}");
        for (words, start) in inside.iter().zip(wanted_branches) {
            assert!(words.starts_with(start), "{heading}: {words}");
        }
        tasks += list.len();
        branches += inside.len();
    }
    assert_eq!((tasks, branches), (14, 2));
    // The pages of roles show these tasks again: four with two branches, two, two, none.
    let of = |role: &str| {
        let all = lists(&built, &format!("roles/{role}/index.html"));
        all.iter().map(|(_, tasks)| tasks.len()).sum::<usize>()
    };
    assert_eq!(["rh-administratif", "responsable-structure", "conum", "coordinateur"].map(of), [4, 2, 2, 0]);
}

#[test]
fn ten_contacts_seven_addresses_three_telephones_four_ranks() {
    let built = built();
    let directory = read(&built, "ressources/contacts/index.html");
    let cards =
        directory.all(&|element| element.has_class("card-contact") && element.attribute("id").is_some());
    assert_eq!(cards.len(), 10);
    let ranks: Vec<_> = cards.iter().take(5).map(|card| card.classed("card-rank").len()).collect();
    assert_eq!(ranks, [1, 1, 1, 1, 0], "four ranks of recourse, first");
    let hrefs = |scheme: &str| -> BTreeSet<String> {
        let links = cards.iter().flat_map(|card| card.named("a"));
        links
            .filter_map(|link| link.attribute("href"))
            .filter(|href| href.starts_with(scheme))
            .map(str::to_owned)
            .collect()
    };
    let mails = [
        "aperretta@hubdusud.fr",
        "conseiller-numerique@anct.gouv.fr",
        "contact@demarches-simplifiees.fr",
        "contact@fabrikmediationnumerique.org",
        "coop-numerique@anct.gouv.fr",
        "noura.lupinacci@caissedesdepots.fr",
        "support@agentconnect.gouv.fr",
    ];
    assert_eq!(hrefs("mailto:"), mails.iter().map(|mail| format!("mailto:{mail}")).collect());
    let phones = ["tel:+33158508942", "tel:+33189203007", "tel:+33749283093"];
    assert_eq!(hrefs("tel:"), phones.iter().map(|phone| (*phone).to_owned()).collect());
    // No page of the guide has any other address or number.
    for (path, _) in pages(&built) {
        for link in read(&built, path).named("a") {
            let href = link.attribute("href").unwrap_or_default();
            let known = mails.iter().any(|mail| href == format!("mailto:{mail}")) || phones.contains(&href);
            assert!(known || !(href.starts_with("mailto:") || href.starts_with("tel:")), "{path}: {href}");
        }
    }
}

#[test]
fn thirteen_tools_have_a_card_and_an_address() {
    let built = built();
    let on_page = read(&built, "ressources/outils/index.html");
    let directory = read(&built, "outils/index.html");
    for document in [&on_page, &directory] {
        let titles: BTreeSet<String> =
            document.classed("card-tool").iter().map(|card| card.classed("card-title")[0].words()).collect();
        assert_eq!(titles.len(), 13, "{titles:?}");
    }
    let facts = text_of("guide/registry/tools.yaml");
    let addresses: BTreeSet<&str> = facts.lines().filter_map(|line| line.strip_prefix("  url: ")).collect();
    assert_eq!(addresses.len(), 13);
    let links: BTreeSet<&str> =
        directory.classed("action").iter().filter_map(|link| link.attribute("href")).collect();
    assert!(links.is_superset(&addresses), "{links:?}");
}

#[test]
fn ten_callouts_are_published() {
    let built = built();
    let expected = [
        (
            "formation-initiale/index.html",
            "important",
            "Tout conseiller numérique doit participer à cette formation initiale",
        ),
        ("formation-initiale/index.html", "note", "Il n'est pas nécessaire de valider le CCP1"),
        (
            "formation-initiale/index.html",
            "important",
            "Il est nécessaire d'indiquer les contacts du responsable",
        ),
        ("formation-initiale/index.html", "note", "Un certain délai existe entre la date d'inscription"),
        ("formation-initiale/index.html", "note", "un temps d'attente considérable"),
        ("la-coop/index.html", "important", "L'utilisation de La Coop est obligatoire"),
        ("la-coop/index.html", "important", "la condition sine qua non de l'accès CoNum à La Coop"),
        ("la-coop/index.html", "warning", "n'existe plus"),
        ("la-coop/index.html", "caution", "le CoNum sera reconnu comme médiateur numérique"),
        (
            "ressources/outils/index.html",
            "note",
            "Pix Orga fonctionne par structure : pas de compte individuel",
        ),
    ];
    let mut count = 0;
    for (path, _) in pages(&built).filter(|(path, _)| *path != "guide-complet/index.html") {
        count += read(&built, path).classed("alert").len();
    }
    assert_eq!(count, expected.len());
    for (path, kind, words) in expected {
        let document = read(&built, path);
        let alerts = document.classed(&format!("alert-{kind}"));
        assert!(alerts.iter().any(|alert| alert.words().contains(words)), "{path}: {words}");
    }
}

/// Key phrases of the 15 facts on initial and the 9 on continuous training, in the order of the coverage table.
const INITIAL: [&str; 16] = [
    "première partie du titre professionnel RNCP « Médiateur Numérique »",
    "Ce titre est en deux parties",
    "Bac+2 (titre RNCP de niveau 5)",
    "les compétences nécessaires à la tenue de ses missions",
    "Il n'est pas nécessaire de valider le CCP1",
    "L'inscription se fait sur le site de La Fabrik de la médiation numérique",
    "indiquer les contacts du responsable",
    "contrôles qu'effectue la Banque des Territoires",
    "175 heures de formation, en alternance avec du temps dans la structure, sur une durée de plusieurs mois",
    "distanciel ;",
    "il n'y a plus de test de positionnement, vu qu'il n'y a qu'un seul parcours",
    "un temps d'attente considérable soit nécessaire avant de pouvoir entrer en formation",
    "2 cohortes commencent les 12 et 19 janvier 2026, dans lesquelles il reste des places. Pour l'instant, pas d'autres départs en formation prévus",
    "une convocation ainsi que le planning de formation seront envoyés au conseiller numérique et à son responsable, qui doivent les confirmer",
    "Appeler 01 89 20 30 07",
    "contact@fabrikmediationnumerique.org",
];
const CONTINUOUS: [&str; 9] = [
    "plusieurs formations continues gratuites tout au long de son contrat",
    "Une formation par an, reportable sur l'année suivante si nécessaire",
    "Une formation supplémentaire pour l'année suivant la formation initiale (ex. : formation CCP1 débutée le 31/05/2025",
    "Une formation Café IA en plus",
    "au moins fait l'entretien initial pour s'inscrire aux formations continues (selon les territoires, un questionnaire",
    "généralement en deux jours, un distanciel et un présentiel, avec parfois des sessions particulières",
    "Les formations proposées sont disponibles sur le site de La Mednum",
    "Le détail des formations est disponible en PDF",
    "contacter directement les organismes de formation",
];

#[test]
fn no_fact_on_training_is_missing() {
    let built = built();
    for (path, facts) in [
        ("formation-initiale/index.html", &INITIAL[..]),
        ("ressources/formations-continues/index.html", &CONTINUOUS[..]),
    ] {
        let words = read(&built, path).words();
        let lost: Vec<_> = facts.iter().filter(|fact| !words.contains(&plain(fact))).collect();
        assert!(lost.is_empty(), "{path}: {lost:#?} in {words}");
    }
    assert!(read(&built, "ressources/formations-continues/index.html").words().contains("Alice Perretta"));
}

#[test]
fn twelve_acronyms_are_explained_where_they_stand() {
    let built = built();
    let acronyms = [
        ("CoNum", "Conseiller numérique"),
        ("CCP1", "Certificat de compétences professionnelles n° 1"),
        ("RNCP", "Répertoire national des certifications professionnelles"),
        ("ANCT", "Agence nationale de la cohésion des territoires"),
        ("BdT", "Banque des Territoires"),
        ("SIRET", "Système d'identification du répertoire des établissements"),
        ("RH", "Ressources humaines"),
        ("RDV", "Rendez-vous"),
        ("PACA", "Provence-Alpes-Côte d'Azur"),
        ("IA", "Intelligence artificielle"),
        ("SMS", "Short Message Service"),
        ("PDF", "Portable Document Format"),
    ];
    let glossary = read(&built, "glossaire/index.html");
    let entries: BTreeMap<String, String> = glossary.classed("glossary")[0]
        .elements()
        .filter_map(|term| {
            let expansion = term.classed("expansion").first()?.words();
            Some((term.named("dfn").first()?.words(), expansion))
        })
        .collect();
    let mut marked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, _) in pages(&built) {
        for mark in read(&built, path).named("abbr") {
            let title = plain(mark.attribute("title").unwrap_or_default());
            marked.entry(mark.words()).or_default().insert(title);
        }
    }
    let mut unmarked = Vec::new();
    for (name, expansion) in acronyms {
        assert_eq!(entries.get(name).map(String::as_str), Some(expansion), "{name} in the glossary");
        match marked.get(name) {
            Some(titles) => assert_eq!(titles, &BTreeSet::from([expansion.to_owned()]), "{name}"),
            None => unmarked.push(name),
        }
    }
    assert_eq!(unmarked, Vec::<&str>::new(), "acronyms that no page marks");
}

#[test]
fn what_is_past_or_impossible_is_marked() {
    let built = built();
    let initial = read(&built, "formation-initiale/index.html");
    let past = initial.classed("outdated");
    assert_eq!(past.len(), 1);
    let words = past[0].words();
    assert!(words.starts_with("Information dépassée") && words.contains("12 et 19 janvier 2026"), "{words}");
    let mut shown = 0;
    for (path, text) in pages(&built) {
        for gap in read(&built, path).classed("placeholder") {
            shown += gap.words().matches("31/06/2026").count();
        }
        if path == "guide-complet/index.html" || path == "ressources/formations-continues/index.html" {
            shown -= text.matches("31/06/2026").count();
        } else {
            assert!(!text.contains("31/06/2026"), "{path}");
        }
    }
    assert_eq!(shown, 0, "the day that does not exist stands in placeholders only");
    assert!(page(&built, "ressources/formations-continues/index.html").contains("31/06/2026"));
}

#[test]
fn the_check_has_no_error_and_only_the_expected_warnings() {
    let sources = first_guide();
    let built = clean_build(&sources, options());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in &built.diagnostics {
        *counts.entry(diagnostic.code.name).or_default() += 1;
    }
    // 8 about publisher and host, 4 about contacts, 8 links, 1 day that does not exist.
    let expected = BTreeMap::from([
        ("date/until-passed", 1),
        ("placeholder/open", 21),
        ("registry/successor-suggested", 3),
        ("registry/undecided-person", 2),
    ]);
    assert_eq!(counts, expected);
    assert!(!built.has_errors());
}

#[test]
fn a_strict_build_refuses_and_publishes_nothing() {
    let folder = tempfile::tempdir().expect("a folder is made");
    let out = folder.path().join("site");
    let into = out.to_str().expect("a plain path");
    let done = run(&mut jalon(
        package_root(),
        &["build", "--strict", "--out", into, "--format", "short", "--lang", "fr"],
    ));
    assert_eq!(done.status.code(), Some(1));
    assert!(!out.exists(), "nothing is published");
    let diagnostics_of = String::from_utf8_lossy(&done.stdout).into_owned();
    assert_eq!(diagnostics_of.lines().count(), 27, "{diagnostics_of}");

    let done = run(&mut jalon(package_root(), &["check", "--format", "short"]));
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stdout).lines().count()), (Some(0), 27));
    let done = run(&mut jalon(package_root(), &["build", "--out", into, "--format", "short"]));
    assert_eq!(done.status.code(), Some(0));
    assert!(out.join("index.html").is_file());
}
