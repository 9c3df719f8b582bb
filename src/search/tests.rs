//! Properties of the index as a whole, and the vectors that `rank.js` is tested with too.
use super::doc::{Doc, DocKind, Fact, IndexSettings};
use super::fold::fold;
use super::index::Index;
use super::page::PageIndex;
use super::stem::{heavy, light};
use super::stop::is_stop;
use super::token::{TokenKind, tokens};
use crate::model::Language::{English, French};
use crate::model::Thesaurus;
use crate::stamp::Stamped;
use proptest::prelude::*;
use std::sync::Arc;

fn doc(title: &str, text: &str) -> Doc {
    Doc {
        kind: DocKind::Section,
        origin: "guide/a.md".into(),
        title: title.to_owned(),
        trail: "".into(),
        page: "a/".into(),
        anchor: String::new(),
        roles: 0,
        aliases: Vec::new(),
        facts: Vec::new(),
        text: text.into(),
    }
}

fn index(pages: &[Vec<(String, String)>], synonyms: &[&[&str]]) -> Index {
    let synonyms =
        synonyms.iter().map(|group| group.iter().map(|phrase| (*phrase).to_owned()).collect()).collect();
    let settings = IndexSettings { language: French, synonyms, thesaurus: None, roles: Vec::new() };
    let page = |docs: &Vec<(String, String)>| {
        Arc::new(PageIndex::new(French, docs.iter().map(|(title, text)| doc(title, text)).collect()))
    };
    let pages: Vec<_> = pages.iter().map(page).collect();
    Index::new(settings, &pages)
}

/// An index of sections, each with its title and text.
fn of(docs: &[(&str, &str)]) -> Index {
    let page = docs.iter().map(|(title, text)| ((*title).to_owned(), (*text).to_owned())).collect();
    index(&[page], &[&["CAF", "caisse d'allocations familiales"]])
}

fn first<'a>(index: &'a Index, query: &str) -> &'a str {
    index.search(query, 10, 0).hits.first().map_or("", |hit| index.doc(hit.doc).title.as_str())
}

#[test]
fn spellings_and_forms_of_french_words_are_found() {
    let index = of(&[
        ("Le contrat de travail", "Il est signé par les deux parties."),
        ("La convention", "Elle dure trois ans ; le contrat la suit."),
        ("Prendre rendez-vous", "Au 01 58 50 89 42, ou au guichet."),
        ("Les conseiller·ère·s", "Leur cœur de métier, la main-d’œuvre."),
        ("Allocations", "La caisse d'allocations familiales les verse."),
        ("L’assurance maladie", "Sur ProConnect."),
    ]);
    for (query, title) in [
        ("contrat", "Le contrat de travail"),
        ("travail contrat", "Le contrat de travail"),
        ("contart de travial", "Le contrat de travail"),
        ("contrats", "Le contrat de travail"),
        ("conv", "La convention"),
        ("rendezvous", "Prendre rendez-vous"),
        ("rendez vous", "Prendre rendez-vous"),
        ("+33158508942", "Prendre rendez-vous"),
        ("01.58.50", "Prendre rendez-vous"),
        ("conseillères", "Les conseiller·ère·s"),
        ("main d oeuvre", "Les conseiller·ère·s"),
        ("COEUR", "Les conseiller·ère·s"),
        ("C.A.F.", "Allocations"),
        ("lassurance", "L’assurance maladie"),
        ("pro connect", "L’assurance maladie"),
        ("xyzzy", ""),
        ("", ""),
        ("…", ""),
    ] {
        assert_eq!(first(&index, query), title, "{query}");
    }
    assert_eq!(
        index.search("convnetion", 3, 0).corrected,
        [("convnetion".to_owned(), "convention".to_owned())]
    );
}

#[test]
fn where_nothing_else_matches_the_thesaurus_has_words_for_it() {
    let index = of(&[
        ("Le recrutement", "Le contrat est signé."),
        ("L’identification", "Avec le compte de l’agent."),
        ("Le contact", "Il répond aux questions."),
    ]);
    let substituted = |query: &str| index.search(query, 3, 0).substituted;
    let pair = |typed: &str, meant: &str| vec![(typed.to_owned(), vec![meant.to_owned()])];
    assert_eq!(substituted("Embauches"), pair("Embauches", "recrutement"));
    assert_eq!(substituted("lembauche"), pair("lembauche", "recrutement"));
    assert_eq!(first(&index, "embaucher"), "Le recrutement");
    let [(typed, meant)] = &substituted("un mot de passe")[..] else { panic!("a phrase is looked up") };
    assert_eq!((typed.as_str(), meant[0].as_str()), ("mot de passe", "identification"));
    // What the guide holds, and what is surely a misspelling of it, needs no other word.
    for known in ["contrat", "recruter", "recrutemnt", "identificaton"] {
        assert_eq!(substituted(known), [], "{known}");
    }
    assert!(
        !index.holds("embauche") && index.holds("contrat de recrutement") && !index.holds("contact agent")
    );
}

#[test]
fn the_thesaurus_of_a_guide_comes_before_the_table() {
    let thesaurus = Thesaurus::of_lines("embauche > compte\nbézef > contrat, rien");
    let settings = IndexSettings {
        language: French,
        synonyms: Vec::new(),
        thesaurus: Some(Stamped::new(thesaurus)),
        roles: Vec::new(),
    };
    let docs = vec![doc("Le recrutement", ""), doc("Le compte", ""), doc("Le contrat", "")];
    let index = Index::new(settings, &[Arc::new(PageIndex::new(French, docs))]);
    assert_eq!((first(&index, "embauche"), first(&index, "bezef")), ("Le compte", "Le contrat"));
}

#[test]
fn tables_have_groups_of_two_words_or_more_and_each_once() {
    for (table, least) in [(include_str!("thesaurus/fr.txt"), 400), (include_str!("thesaurus/en.txt"), 120)] {
        let groups = Thesaurus::of_lines(table).groups;
        assert!(groups.len() >= least, "{} groups", groups.len());
        let mut seen = std::collections::BTreeSet::new();
        for group in groups {
            let others = group.typed.iter().chain(&group.meant).collect::<std::collections::BTreeSet<_>>();
            assert!(others.len() > 1 && !group.meant.is_empty(), "{group:?}");
            assert!(seen.insert((group.typed.clone(), group.meant.clone())), "{group:?} stands twice");
        }
    }
}

#[test]
fn a_fact_is_found_by_what_readers_call_it() {
    let fact = |href: &str| Fact { text: "fait".to_owned(), href: href.to_owned() };
    let mut docs = vec![doc("Le numéro", ""), doc("La paie", ""), doc("L’accueil", "")];
    docs[1].facts.push(fact("tel:+33158508942"));
    docs[2].facts.push(fact("mailto:a@b.example"));
    let settings =
        IndexSettings { language: French, synonyms: Vec::new(), thesaurus: None, roles: Vec::new() };
    let index = Index::new(settings, &[Arc::new(PageIndex::new(French, docs))]);
    for (query, title) in [
        ("téléphone", "La paie"),
        ("appeler la paie", "La paie"),
        ("numéro", "Le numéro"),
        ("écrire", "L’accueil"),
        ("adresse mail", "L’accueil"),
    ] {
        assert_eq!(first(&index, query), title, "{query}");
    }
}

#[test]
fn sections_with_every_word_come_first() {
    let index = of(&[("Contrat", "contrat contrat contrat"), ("Divers", "la rupture du contrat")]);
    assert_eq!(first(&index, "rupture contrat"), "Divers");
}

#[test]
fn sections_for_other_roles_are_left_out() {
    let mut docs = vec![doc("Contrat de l’employeur", ""), doc("Contrat du salarié", ""), doc("Contrat", "")];
    (docs[0].roles, docs[1].roles) = (1, 2);
    let settings =
        IndexSettings { language: French, synonyms: Vec::new(), thesaurus: None, roles: Vec::new() };
    let index = Index::new(settings, &[Arc::new(PageIndex::new(French, docs))]);
    let found = index.search("contrat", 10, 2);
    assert_eq!(found.hits.iter().map(|hit| hit.doc).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn words_are_folded_and_stemmed_as_the_vectors_say() {
    let text = include_str!("../../tests/search/vectors.json");
    let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
    let pairs =
        |name: &str| -> Vec<(String, String)> { serde_json::from_value(vectors[name].clone()).unwrap() };
    for (text, expected) in pairs("fold") {
        assert_eq!(fold(&text), expected, "{text}");
    }
    for (text, expected) in pairs("tokens") {
        assert_eq!(words(&text).join(" "), expected, "{text}");
    }
    for (language, name) in [(French, "fr"), (English, "en")] {
        for (word, expected) in pairs(name) {
            assert_eq!(format!("{} {}", light(language, &word), heavy(language, &word)), expected, "{word}");
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    tokens(&fold(text), &mut |kind, word| {
        found.push(match kind {
            TokenKind::Word => word.to_owned(),
            TokenKind::Feminine => format!("~{word}"),
            TokenKind::Joined(count) => format!("+{count}{word}"),
        });
    });
    found
}

fn texts() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "contrat",
        "Contrats",
        "l’été",
        "rendez-vous",
        "01 58 50 89 42",
        "conseiller·ère·s",
        "C.A.F.",
        "œuvre",
        "de",
        "prud'hommes",
        "agent(e)s",
        "Σίσυφος",
        "12,5 %",
        "«",
        "…",
        "Straße",
        "e\u{301}",
        "日本",
        "𐌰",
    ]);
    prop::collection::vec(words, 0..8).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn any_text_is_cut_into_words(text in "\\PC{0,80}", more in texts()) {
        for word in words(&(text + &more)) {
            prop_assert!(!word.is_empty());
        }
    }

    #[test]
    fn every_word_is_found(title in texts(), text in texts()) {
        let index = index(&[vec![(title.clone(), text.clone())]], &[]);
        let mut wanted = Vec::new();
        tokens(&fold(&title), &mut |_, word| wanted.push(word.to_owned()));
        tokens(&fold(&text), &mut |_, word| if !is_stop(French, word) { wanted.push(word.to_owned()) });
        for word in wanted {
            prop_assert_eq!(index.search(&word, 1, 0).hits.len(), 1, "{}", word);
        }
    }

    #[test]
    fn any_query_has_finite_scores(query in "\\PC{0,40}", text in texts()) {
        let index = index(&[vec![(text.clone(), text)]], &[&["caf", "caisse d'allocations familiales"]]);
        let results = index.search(&query, 5, 0);
        prop_assert!(results.hits.len() <= 5 && results.hits.iter().all(|hit| hit.score.is_finite()));
    }
}

#[test]
fn a_title_may_have_more_words_than_a_small_number_holds() {
    let index = of(&[(&"mot ".repeat(70_000), "Texte."), ("Court", "Autre.")]);
    assert_eq!(first(&index, "court"), "Court");
}
