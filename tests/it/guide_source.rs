//! Every line of the source of the first guide is accounted for, and links that were lost in it lead somewhere or say
//! that they do not.
use crate::guide::{built, read};
use crate::markup::plain;
use crate::sites::{follow, is_external};
use crate::support::{first_guide, pages, text, text_of};
use std::collections::BTreeSet;

/// The links that the source had lost: number, page, words of the title, address in the evidence.
const LOST: [(&str, &str, Option<&str>); 22] = [
    ("recruter/index.html", "Tutoriel complet du parcours administratif", None),
    ("recruter/convention/index.html", "Démarches Simplifiées", Some("https://demarche.numerique.gouv.fr")),
    ("recruter/convention/index.html", "Déposer la convention sur Démarches Simplifiées", None),
    ("recruter/candidature/index.html", "Signaler la fin de contrat du CoNum précédent", None),
    (
        "recruter/candidature/index.html",
        "le site Conseiller numérique",
        Some("https://www.conseiller-numerique.gouv.fr"),
    ),
    (
        "recruter/candidature/index.html",
        "le tableau de pilotage",
        Some("https://pilotage.conseiller-numerique.gouv.fr"),
    ),
    ("recruter/candidature/index.html", "Valider la candidature sur le tableau de pilotage", None),
    ("recruter/contrat/index.html", "Déposer le contrat sur Démarches Simplifiées", None),
    ("formation-initiale/index.html", "Programme de la formation CCP1", None),
    ("formation-initiale/index.html", "Modalités de la formation CCP1", None),
    (
        "la-coop/index.html",
        "Renseigner l'adresse mail professionnelle depuis l'espace candidat",
        Some(
            "https://aide.conseiller-numerique.gouv.fr/fr/article/mettre-a-jour-mon-adresse-professionnelle-depuis-mon-espace-candidat-14adbgx/",
        ),
    ),
    ("la-coop/index.html", "@conseiller-numerique.fr", None),
    (
        "la-coop/index.html",
        "S'inscrire à La Coop selon son poste",
        Some("https://docs.numerique.gouv.fr/docs/126f1452-8fac-4073-a86b-82e8559a1be0/"),
    ),
    (
        "ressources/outils/index.html",
        "Centre d'aide de La Coop",
        Some("https://docs.numerique.gouv.fr/docs/1cf724be-c40c-4299-906d-df22c181c77b/"),
    ),
    ("ressources/outils/index.html", "Présentation de RDV Service Public", Some("https://rdv.anct.gouv.fr/")),
    (
        "ressources/outils/index.html",
        "Présentation des Bases du numérique d'intérêt général",
        Some("https://lesbases.anct.gouv.fr"),
    ),
    ("ressources/outils/index.html", "Présentation de Soliguide", Some("https://soliguide.fr")),
    ("ressources/outils/index.html", "Pix", Some("https://pix.fr")),
    (
        "ressources/outils/index.html",
        "Pix et la médiation numérique",
        Some("https://pix.fr/mediation-numerique"),
    ),
    (
        "ressources/formations-continues/index.html",
        "le site de La Mednum",
        Some("https://lamednum.coop/formation/"),
    ),
    ("ressources/formations-continues/index.html", "Détail des formations continues", None),
    (
        "ressources/contacts/index.html",
        "Foire aux questions du dispositif",
        Some("https://aide.conseiller-numerique.gouv.fr/fr/"),
    ),
];

#[test]
fn each_lost_link_has_an_address_with_evidence_or_says_that_it_lacks_one() {
    let built = built();
    let mut open = 0;
    for (number, (path, words, address)) in (1..).zip(LOST) {
        let document = read(&built, path);
        let linked: Vec<_> = document.named("a").into_iter().filter(|link| link.words() == words).collect();
        match address {
            Some(address) => {
                let leads = linked.iter().any(|link| link.attribute("href") == Some(address));
                assert!(leads, "link {number}, {words}: {linked:?}");
            }
            // The domain that no longer exists may be mentioned, but not linked to.
            None if number == 12 => {
                assert!(
                    linked.is_empty()
                        && document
                            .words()
                            .contains("L'adresse mail « @conseiller-numerique.fr » n'existe plus")
                );
            }
            None => {
                assert!(
                    linked.is_empty(),
                    "link {number}, {words} has no evidence and must not lead anywhere"
                );
                let diagnostics_of = document.classed("missing-link");
                let diagnostics_of =
                    diagnostics_of.iter().any(|gap| gap.words() == format!("{words} lien à compléter"));
                assert!(diagnostics_of, "link {number}, {words} is said to be missing");
                open += 1;
            }
        }
    }
    assert_eq!(open, 8);
}

#[test]
fn no_address_is_invented_and_none_is_dead() {
    let built = built();
    let mut known = String::new();
    for file in ["contacts", "organisations", "resources", "tools"] {
        // Notes, evidence and suggestions are for editors.
        for line in text_of(format!("guide/registry/{file}.yaml")).lines() {
            let line = line.trim_start();
            if line.starts_with("url: ") || line.starts_with("help_url: ") || line.starts_with("form: ") {
                known.push_str(line);
                known.push('\n');
            }
        }
    }
    for template in ["accessibility", "personal-data"] {
        known.push_str(&text_of(format!("themes/default/templates/{template}.html")));
    }
    let mut external = BTreeSet::new();
    for (path, _) in pages(&built) {
        for element in read(&built, path).all(&|element| element.attribute("href").is_some()) {
            let href = element.attribute("href").unwrap_or_default();
            assert!(!href.is_empty() && href != "#", "{path}: a dead link");
            if href.starts_with("http") {
                let ends = |ending: &str| known.contains(&format!("{href}{ending}"));
                assert!(ends("\n") || ends("\""), "{path}: {href} is in no file of the registry");
                external.insert(href.to_owned());
            } else if !is_external(href) {
                let (target, _) = follow(path, href);
                assert!(built.files.keys().any(|file| file.as_str() == target), "{path}: {href}");
            }
        }
    }
    assert!(external.len() > 20, "{external:?}");
}

#[test]
fn every_line_of_the_source_has_a_place_that_exists() {
    let table = text_of("guide/_source/coverage.md");
    let part = table
        .split("## Ligne à ligne")
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next())
        .expect("the table");
    let mut next = 1;
    let mut sources = first_guide();
    sources = sources.into_iter().filter(|(path, _)| path.in_guide().is_some()).collect();
    for row in part.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Lignes")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let (first, last) = cells[0].split_once('-').expect("a range");
        let (first, last): (usize, usize) = (first.parse().expect("a line"), last.parse().expect("a line"));
        assert_eq!(first, next, "{row}");
        assert!(last >= first, "{row}");
        next = last + 1;
        // Names of files stand in backquotes, headings in guillemets behind them.
        let place = cells[2];
        let mut parts = place.split('`');
        parts.next();
        while let (Some(name), after) = (parts.next(), parts.next().unwrap_or_default()) {
            if !(name.ends_with(".md") || name.ends_with(".yaml")) {
                continue;
            }
            let file =
                text(&sources, &format!("guide/{name}")).unwrap_or_else(|| panic!("{row}: {name} exists"));
            let is_page = name.ends_with(".md");
            if let Some(heading) = after.strip_prefix(", « ").filter(|_| is_page) {
                let end = heading.rfind(" »").expect("guillemets close");
                for one in heading[..end].split(" » et « ") {
                    let found = file.lines().any(|line| {
                        line.starts_with('#')
                            && plain(line.trim_start_matches('#').split(" {#").next().unwrap_or_default())
                                == plain(one)
                    });
                    assert!(found, "{row}: {name} has the heading {one}");
                }
            }
        }
    }
    let lines = 220;
    assert_eq!(next, lines + 1, "the table ends with the source");
}
