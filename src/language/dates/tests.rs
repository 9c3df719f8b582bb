//! Lines with dates and lines that only look so.
use super::*;
use proptest::prelude::*;

/// What is said about a text, in one line each.
fn told(text: &str) -> Vec<String> {
    let tell = |(place, issue): (Range<usize>, DateIssue)| {
        let at = &text[place];
        match issue {
            DateIssue::Impossible(_) => format!("impossible {at}"),
            DateIssue::MonthFirst { day, foreign, .. } => {
                format!("{day} month first{}", if foreign { ", as there" } else { "" })
            }
            DateIssue::WrongWeekday { right, near, sure, .. } => {
                format!("{at} is {right}{} or {near}", if sure { "!" } else { "" })
            }
            DateIssue::EndBeforeStart(_) => format!("ends early {at}"),
            DateIssue::TwoDigitYear(_, whole) => format!("short {whole}"),
            DateIssue::ToCome { day, words, .. } => format!("{day} {words}"),
            DateIssue::Relative(words) => words,
        }
    };
    date_issues(text).into_iter().chain(relative(text)).map(tell).collect()
}

#[test]
fn days_that_no_calendar_has() {
    for (text, at) in [
        ("Le 31/06/2026.", "31/06/2026"),
        ("Le 31.06.2026.", "31.06.2026"),
        ("au 31-06-2026", "31-06-2026"),
        ("Échéance : 2026-06-31", "2026-06-31"),
        ("été 😀 le 32/01/2026", "32/01/2026"),
        ("le 31/13/2026 au soir", "31/13/2026"),
        ("le 31 février", "31 février"),
        ("Le 30 Février 2026", "30 Février 2026"),
        ("29 fevrier 2026", "29 fevrier 2026"),
        ("le 31\u{a0}juin\u{202f}2026", "31\u{a0}juin\u{202f}2026"),
        ("le 31\navril 2026", "31\navril 2026"),
        ("le 31 sept. 2026", "31 sept. 2026"),
        ("dès le 32 mars 2026", "32 mars 2026"),
        ("les 12, 13 et 31 juin 2026", "31 juin 2026"),
        ("du 3 au 31 juin", "31 juin"),
        ("31 NOVEMBRE 2026", "31 NOVEMBRE 2026"),
        ("June 31, 2026", "June 31, 2026"),
        ("by February 30th", "February 30th"),
        ("on 31 April 2026", "31 April 2026"),
        ("the 31st of June", "31st of June"),
        ("from February 3 to February 30, 2026", "30, 2026"),
    ] {
        assert_eq!(told(text), [format!("impossible {at}")], "{text}");
    }
}

#[test]
fn days_whose_month_stands_first() {
    for (text, said) in [
        ("12/25/2026", "2026-12-25 month first"),
        ("Le 12/25/2026 à midi.", "2026-12-25 month first"),
        ("It was released on 6/15/2009, in the evening.", "2009-06-15 month first, as there"),
        (
            "La note dit « updated on 6/15/2009 by the team » et rien de plus.",
            "2009-06-15 month first, as there",
        ),
        ("Il écrit : \"due by 6/15/2009\" dans le dossier.", "2009-06-15 month first, as there"),
        ("Il dit \"the end\", puis le 6/15/2009, dans \"le dossier\".", "2009-06-15 month first"),
        ("The end. Le dossier est du 6/15/2009.", "2009-06-15 month first"),
    ] {
        assert_eq!(told(text), [said], "{text}");
    }
    assert_eq!(told("6/31/2009"), ["impossible 6/31/2009"]);
}

#[test]
fn days_that_are_fine() {
    for text in [
        "1er mars 2026, 29 février 2024, 29 février",
        "lundi 23 novembre 2026",
        "LUNDI 23 NOVEMBRE 2026",
        "Monday, November 23, 2026",
        "Monday 23 November 2026",
        "March 1st, 2026 and 1 March 2026",
        "les 12 et 19 janvier 2026",
        "12, 13 et 14 mars",
        "du 3 au 5 mars 2026",
        "du 28 février au 3 mars",
        "du 28 décembre au 3 janvier",
        "du lundi 28 décembre au samedi 2 janvier 2027",
        "du lundi 12 au vendredi 16 janvier 2026",
        "les lundis 12 et 19 janvier 2026",
        "les lundi et mardi 12 et 13 janvier 2026",
        "lundi 12 et mardi 13 janvier 2026",
        "3-5 mars 2026, 3–5 March, March 3–5, 2026",
        "from 3 to 5 March 2026",
        "between 3 and 5 March 2026",
        "du 03/03/2026 au 05/03/2026",
        "janv. 2026, 12 févr. 2026, 3 sept. 2025",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn numbers_that_are_no_days() {
    for text in [
        "1/2, 3/4 et 31/02",
        "version 1.2.2026, v31.06.2026",
        "01.58.50.89.42 et 01 58 50 89 42",
        "article L. 31/02, art. L31-02-2026",
        "dossier 45/67/2026 et 99-88-2026",
        "n° 2026-06-31, n° 31 juin 2026",
        "export-2026-06-31.csv, 2026-06-31.pdf, 31/06/2026/index.html",
        "https://a.example/2026/06/31/b et /2026-06-31/",
        "31 rue du 14 mars, 45 mars",
        "Newsletter 31 juin 2026, bulletin 45 mars 2026",
        "En juin 31 personnes, In June 31 people came",
        "section 32 may apply",
        "16:9, 31:06:2026, 1,31 juin",
        "2021-1520, 2026-31, 31/2026, 12/2026",
        "SIRET 123 456 789 00012",
        "192.168.31.2026, 31.06.20261",
        "1 234 567,31 mai",
        "le 12 mars 26 personnes sont venues",
        "10/12/24 mm et 31/03/26",
        "sept 31, mars 26, mai 68",
        "chapitres 31, 30 et 12 juin",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn weekdays_of_other_days() {
    for (text, said) in [
        ("lundi 24 novembre 2026", "lundi is mardi or 2026-11-23"),
        ("Jeudi 24 novembre 2026", "Jeudi is Mardi! or 2026-11-26"),
        ("Monday, November 24, 2026", "Monday is Tuesday or 2026-11-23"),
        ("FRIDAY 24/11/2026", "FRIDAY is TUESDAY! or 2026-11-27"),
        ("les lundis 12 et 20 janvier 2026", "lundis is mardis or 2026-01-19"),
        ("du lundi 12 au jeudi 16 janvier 2026", "jeudi is vendredi or 2026-01-15"),
    ] {
        assert_eq!(told(text), [said], "{text}");
    }
}

#[test]
fn spans_and_years() {
    for (text, said) in [
        ("du 12 au 3 mars 2026", "ends early 12 au 3 mars 2026"),
        ("du 12 mars 2026 au 3 mars 2026", "ends early 12 mars 2026 au 3 mars 2026"),
        ("la séance 16, du 12 au 3 mars 2027", "ends early 12 au 3 mars 2027"),
        ("du 28 février au 3 mars 2027, du 30 mars au 2 mars 2027", "ends early 30 mars au 2 mars 2027"),
        ("entre le 12 et le 3 mars", "ends early 12 et le 3 mars"),
        ("from 12 to 3 March", "ends early 12 to 3 March"),
        ("du 12/03/2026 au 03/03/2026", "ends early 12/03/2026 au 03/03/2026"),
        ("le 31/03/26, puis", "short 31/03/2026"),
        ("31/03/26", "short 31/03/2026"),
        ("le 12 mars 26.", "short 12 mars 2026"),
    ] {
        assert_eq!(told(text), [said], "{text}");
    }
    assert_eq!(told("le 31/06/26"), ["impossible 31/06/26"]);
}

#[test]
fn days_told_as_to_come() {
    for (text, said) in [
        ("La session aura lieu le 12 mars 2026.", "2026-03-12 aura lieu"),
        ("Le 12 mars 2026, une réunion se tiendra à Lyon.", "2026-03-12 se tiendra"),
        ("La plateforme ouvrira lundi 12 janvier 2026.", "2026-01-12 ouvrira"),
        ("Prochaine session : 12 et 19 janvier 2026", "2026-01-19 prochaine"),
        ("Déposez le dossier avant le 3 mars 2026.", "2026-03-03 avant le"),
        ("Inscrivez-vous avant le 3 mars 2026.", "2026-03-03 avant le"),
        ("Signer la convention avant le 3 mars 2026.", "2026-03-03 avant le"),
        ("Les inscriptions sont ouvertes jusqu’au 3 mars 2026.", "2026-03-03 jusqu'au"),
        ("À partir du 3 mars 2026, l’aide sera versée.", "2026-03-03 sera"),
        ("The training will take place on 3 March 2026.", "2026-03-03 will take place"),
        ("Applications must be sent by 3 March 2026.", "2026-03-03 by"),
        ("Please register before March 3, 2026.", "2026-03-03 before"),
    ] {
        assert_eq!(told(text), [said], "{text}");
    }
    for text in [
        "Les contrats signés avant le 1er janvier 2022 relèvent de l’ancien régime.",
        "Le dispositif a été ouvert jusqu’au 3 mars 2026.",
        "Les rendez-vous avant le 3 mars 2026 sont archivés.",
        "La session a eu lieu le 12 mars 2026.",
        "Le jardin doit avoir ouvert ses portes avant le 29 juillet 2019.",
        "You must have signed before 3 March 2026.",
        "Le montant sera calculé sur le contrat signé le 3 mars 2026.",
        "La réunion sera longue. Elle date du 3 mars 2026.",
        "La loi du 3 mars 2026 s’applique.",
        "Contracts signed before 1 January 2022 follow the old rules.",
        "Vérifié le 23 novembre 2026.",
        "avant le 3 mars",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn words_that_mean_today() {
    for (text, said) in [
        ("Actuellement, le délai est long.", "Actuellement"),
        ("C’est impossible pour l’instant.", "pour l’instant"),
        ("Une version arrive bientôt.", "bientôt"),
        ("The form is currently closed.", "currently"),
        ("En 2026, oui. Cette année aussi.", "Cette année"),
        ("Sachez que le service est actuellement fermé.", "actuellement"),
        ("Le service, qui est actuellement fermé, rouvrira.", "actuellement"),
        ("Vous ne pouvez actuellement pas déposer de dossier.", "actuellement"),
        ("Les demandes ne sont actuellement pas traitées.", "actuellement"),
        ("Note that the form is currently closed.", "currently"),
        ("The form, which is currently closed, will be back.", "currently"),
        ("You currently cannot apply.", "currently"),
        ("It currently supports two formats.", "currently"),
        ("For now, the form is closed.", "For now"),
        ("The new form comes soon.", "soon"),
    ] {
        assert_eq!(told(text), [said], "{text}");
    }
    for text in [
        "Depuis le 3 mars 2026, elle est actuellement fermée.",
        "En 2026, elle est actuellement fermée.",
        "as soon as possible",
        "À bientôt !",
        "cette année-là",
        "at the moment of signing",
        "un instant",
        "The thread currently running is stopped.",
        "It writes the value that is currently stored.",
        "Move to the currently selected folder.",
        "Replace the program currently in your folder.",
        "If you currently use another tool, stop.",
        "It keeps track of who currently has access.",
        "You are currently on the first page.",
        "Is the form currently open?",
        "For now, we’ll move on.",
        "Soon after, the office was closed.",
        "As you will soon see, it works.",
        "There is always a new version coming soon.",
        "The :soon: sign.",
        "L’espace indique l’offre actuellement associée à votre compte.",
        "Si vous utilisez actuellement un autre outil, arrêtez.",
        "Décrire les outils qu’ils utilisent actuellement.",
        "Décrire les outils utilisés actuellement.",
        "Les événements qui se dérouleront prochainement.",
        "Le formulaire est-il actuellement ouvert ?",
        "Vous êtes actuellement sur la première page.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "([0-9]{1,5}|[ ./,’'é😀-]|le |du |au |et |lundi|mars|juin|May|sera|bientôt|st|er|\\PC){0,40}") {
        for (place, _) in date_issues(&text).into_iter().chain(relative(&text)) {
            prop_assert!(text.get(place).is_some_and(|part| !part.is_empty()));
        }
    }
}

#[test]
fn a_quick_look_passes_over_no_words_of_the_day_of_reading() {
    let look = RelativeWords::new();
    for words in [
        "Actuellement",
        "Pour l'instant",
        "Pour l’instant",
        "pour le moment",
        "À l’heure actuelle",
        "à ce jour",
        "En ce moment",
        "Prochainement",
        "bientôt",
        "Cette année",
        "Currently",
        "at the moment",
        "At present",
        "For now",
        "Soon",
        "This year",
        "Nowadays",
    ] {
        let text = format!("{words}, deux places sont libres.");
        assert!(look.may_be_in(&text), "{words}");
        assert_eq!(relative(&text).len(), 1, "{words}");
    }
    assert!(!look.may_be_in("Au moment du bilan, éventuellement, un constant effort."));
}
