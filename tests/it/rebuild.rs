//! A warm build equals a clean build, byte for byte and diagnostic for diagnostic, and makes only what an edit changes.
use crate::edits::{EDITS, Work};
use crate::support::{
    assert_same, changed, clean_build, first_guide, is_index, options, page, published, put, rebuilt_files,
    reparsed_files, replace, site_guides,
};
use jalon::model::{Options, Sources};
use jalon::pipeline::{Build, build};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The first guide and the guides of `tests/sites`, by name.
fn guides() -> Vec<(String, Sources)> {
    let mut all = site_guides();
    all.push(("the first guide".to_owned(), first_guide()));
    all
}

/// The published pages with these words, before or after typography.
fn pages_with(built: &Build, words: &[&str]) -> BTreeSet<String> {
    published(built)
        .into_iter()
        .filter(|(_, bytes)| {
            let text = String::from_utf8_lossy(bytes).replace(['\u{a0}', '\u{202f}'], " ");
            words.iter().any(|words| text.contains(words))
        })
        .map(|(path, _)| path.to_owned())
        .filter(|path| !is_index(path))
        .collect()
}

/// Applies a change to the first guide and builds it: sources, build before, build after.
fn after(change: impl FnOnce(&mut Sources)) -> (Build, Build) {
    let mut sources = first_guide();
    let before = clean_build(&sources, options());
    change(&mut sources);
    let warm = build(&sources, &[], options(), &before);
    assert_same(&warm, &clean_build(&sources, options()), "the edit at hand");
    (before, warm)
}

fn set(of: &[&str]) -> BTreeSet<String> {
    of.iter().map(|name| (*name).to_owned()).collect()
}

/// Adds this sentence to the page about the convention.
fn with_sentence(sources: &mut Sources) {
    let from = "Ici, c'est le rôle du service RH";
    assert!(replace(
        sources,
        "guide/1-recruter/1-convention.md",
        from,
        "Une phrase. Ici, c'est le rôle du service RH"
    ));
}

#[test]
fn after_each_edit_and_after_taking_it_back_a_warm_build_is_a_clean_build() {
    let mut unused: BTreeSet<&str> = EDITS.iter().map(|(name, _)| *name).collect();
    for (guide, sources) in guides() {
        let start = Work { sources, options: options() };
        let before = clean_build(&start.sources, start.options);
        for (name, edit) in EDITS {
            let Some(work) = start.with(*edit) else { continue };
            unused.remove(name);
            let about = format!("{guide}, {name}");
            let warm = build(&work.sources, &[], work.options, &before);
            assert_same(&warm, &clean_build(&work.sources, work.options), &about);
            let back = build(&start.sources, &[], start.options, &warm);
            assert_same(&back, &before, &format!("{about}, taken back"));
        }
    }
    assert!(unused.is_empty(), "edits that no guide can take: {unused:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_row_of_edits_a_warm_build_is_a_clean_build(
        row in proptest::collection::vec(0..EDITS.len(), 1..12),
        guide in 0..3_usize,
    ) {
        let mut all = guides();
        let at = guide % all.len();
        let (guide, sources) = all.swap_remove(at);
        let mut work = Work { sources, options: options() };
        let mut built = clean_build(&work.sources, work.options);
        let mut done = vec![guide];
        for number in row {
            let (name, edit) = EDITS[number];
            if let Some(next) = work.with(edit) {
                work = next;
                done.push(name.to_owned());
                built = build(&work.sources, &[], work.options, &built);
            }
        }
        assert_same(&built, &clean_build(&work.sources, work.options), &done.join(", "));
    }
}

/// The text of a page with another value for a key of its front matter.
fn with_key(text: &str, key: &str, value: &str) -> String {
    let line = format!("{key}: {value}");
    let Some(rest) = text.strip_prefix("---\n") else { return format!("---\n{line}\n---\n{text}") };
    let old =
        rest.lines().take_while(|line| *line != "---").find(|line| line.starts_with(&format!("{key}: ")));
    match old {
        Some(old) => text.replacen(old, &line, 1),
        None => format!("---\n{line}\n{rest}"),
    }
}

#[test]
fn whichever_page_gets_another_title_a_warm_build_is_a_clean_build() {
    let served = Options { whole: false, holds_pages: false, ..options() };
    for (guide, sources) in guides().into_iter().filter(|(guide, _)| guide != "small") {
        let before = clean_build(&sources, served);
        let pages: Vec<_> = sources.keys().filter(|path| path.extension() == "md").cloned().collect();
        for page in pages.iter().filter(|path| path.in_guide().is_some()) {
            let Some(text) = crate::support::text(&sources, page.as_str()) else { continue };
            for (key, value) in
                [("nav_title", "Autre menu"), ("description", "Autre texte."), ("title", "Autre")]
            {
                let mut edited = sources.clone();
                put(&mut edited, page.as_str(), with_key(&text, key, value).as_bytes());
                let about = format!("{guide}, {page}, {key}");
                let warm = build(&edited, &[], served, &before);
                assert_same(&warm, &clean_build(&edited, served), &about);
            }
        }
    }
}

#[test]
fn without_a_change_nothing_is_made() {
    let sources = first_guide();
    let before = clean_build(&sources, options());
    // Read from disk again: the bytes are the same, but not the memory.
    let warm = build(&first_guide(), &[], options(), &before);
    assert_eq!((rebuilt_files(&before, &warm), reparsed_files(&before, &warm)), (set(&[]), set(&[])));
    assert_same(&warm, &before, "nothing");
}

#[test]
fn the_last_build_publishes_the_same_and_reuses_nothing() {
    let last = Options { last: true, ..options() };
    for (name, sources) in guides() {
        assert!(
            published(&clean_build(&sources, last)) == published(&clean_build(&sources, options())),
            "{name}"
        );
    }
    let mut sources = first_guide();
    let before = clean_build(&sources, last);
    with_sentence(&mut sources);
    let after = build(&sources, &[], last, &before);
    assert!(published(&after) == published(&clean_build(&sources, options())));
}

#[test]
fn a_change_taken_back_gives_the_first_build() {
    let sources = first_guide();
    let before = clean_build(&sources, options());
    let mut edited = sources.clone();
    with_sentence(&mut edited);
    let back = build(&sources, &[], options(), &build(&edited, &[], options(), &before));
    assert_same(&back, &before, "there and back");
    assert_eq!(changed(&before, &back), set(&[]));
}

#[test]
fn a_sentence_rebuilds_its_page_and_what_reads_all_pages() {
    let (before, warm) = after(with_sentence);
    assert_eq!(reparsed_files(&before, &warm), set(&["guide/1-recruter/1-convention.md"]));
    let made = rebuilt_files(&before, &warm);
    assert_eq!(made, set(&["recruter/convention/index.html", "guide-complet/index.html"]));
    assert_eq!(changed(&before, &warm), made);
}

#[test]
fn a_sentence_changes_the_words_of_the_search_and_keeps_the_names_of_other_files() {
    let (before, warm) = after(with_sentence);
    let index = |built: &Build| -> BTreeSet<String> {
        published(built).into_keys().filter(|path| is_index(path)).map(str::to_owned).collect()
    };
    let (old, new) = (index(&before), index(&warm));
    let kept = old.intersection(&new).count();
    assert!(old != new && kept > 3, "{kept} of {old:?} are kept");
    assert!(new.contains("search/head.js"), "pages name the head alone: {new:?}");
}

#[test]
fn a_title_rebuilds_the_pages_that_show_it() {
    let (before, warm) = after(|sources| {
        let path = "guide/1-recruter/3-contrat.md";
        assert!(replace(sources, path, "nav_title: Le contrat", "nav_title: Le contrat signé"));
    });
    assert_eq!(reparsed_files(&before, &warm), set(&["guide/1-recruter/3-contrat.md"]));
    let shows = pages_with(&warm, &["Le contrat signé"]);
    assert!(shows.len() > 3, "the menu shows it: {shows:?}");
    assert_eq!(changed(&before, &warm), shows);
    let made = rebuilt_files(&before, &warm);
    let more: BTreeSet<String> = made.difference(&shows).cloned().collect();
    // The menu of a small guide shows all pages; this one reads all of them and has a short menu.
    assert_eq!(more, set(&["guide-complet/index.html"]));
}

#[test]
fn a_heading_rebuilds_its_page_and_breaks_links_to_it() {
    let (before, warm) = after(|sources| {
        let path = "guide/1-recruter/index.md";
        let from = "## Les contacts du recrutement {#contacts-recrutement}";
        assert!(replace(sources, path, from, "## Les contacts du recrutement"));
    });
    assert_eq!(reparsed_files(&before, &warm), set(&["guide/1-recruter/index.md"]));
    let lost: Vec<_> =
        warm.diagnostics.iter().filter(|diagnostic| diagnostic.code.name == "link/missing-anchor").collect();
    let files: Vec<_> = lost.iter().map(|diagnostic| diagnostic.span.file.to_string()).collect();
    let steps =
        ["1-convention", "2-candidature", "3-contrat"].map(|name| format!("guide/1-recruter/{name}.md"));
    assert_eq!(files, steps);
    assert!(changed(&before, &warm).contains("recruter/index.html"));
}

/// The PDFs of checklists that name a contact with this telephone number.
fn lists_with(built: &Build, phone: &str) -> BTreeSet<String> {
    let site = built.site.as_ref().expect("a site");
    let sheets = jalon::output::sheets(site, &built.parsed, &first_guide(), &built.engine);
    let shows = |sheet: &&std::sync::Arc<jalon::model::Sheet>| {
        let mut phones = sheet.contacts.iter().filter_map(|contact| contact.phone.as_ref());
        phones.any(|(shown, _)| shown.replace('\u{a0}', " ") == phone)
    };
    let all = sheets.iter().filter(shows).map(|sheet| format!("listes/{}.pdf", sheet.id));
    all.filter(|_| cfg!(feature = "pdf")).collect()
}

#[test]
fn a_telephone_number_changes_only_the_pages_that_show_it() {
    let mut numbers = 0;
    for (old, new) in [
        ("01 58 50 89 42", "01 58 50 89 43"),
        ("01 89 20 30 07", "01 89 20 30 08"),
        ("07 49 28 30 93", "07 49 28 30 94"),
    ] {
        let (before, warm) =
            after(|sources| assert!(replace(sources, "guide/registry/contacts.yaml", old, new)));
        let linked = |number: &str| format!("+33{}", number.replace(' ', "").trim_start_matches('0'));
        let shows = pages_with(&before, &[old, &linked(old)]);
        assert!(shows.len() > 1, "{old} is shown: {shows:?}");
        let lists = lists_with(&before, old);
        let all: BTreeSet<String> = shows.union(&lists).cloned().collect();
        assert_eq!(changed(&before, &warm), all, "{old}");
        assert_eq!(pages_with(&warm, &[new, &linked(new)]), shows, "{new}");
        assert_eq!(pages_with(&warm, &[old, &linked(old)]), set(&[]), "{old} is nowhere left");
        assert_eq!(lists_with(&warm, new), lists, "{new}");
        assert_eq!(rebuilt_files(&before, &warm), all, "what is made again is what changes");
        assert_eq!(reparsed_files(&before, &warm), set(&["guide/registry/contacts.yaml"]));
        numbers += 1;
    }
    assert_eq!(numbers, 3);
}

#[test]
fn a_template_a_style_or_a_string_parses_nothing() {
    let pages = |built: &Build| -> BTreeSet<String> {
        published(built).into_keys().filter(|path| path.ends_with(".html")).map(str::to_owned).collect()
    };
    let (before, warm) = after(|sources| {
        let path = "themes/default/templates/parts/footer.html";
        assert!(replace(sources, path, "<footer", "<footer lang=\"fr\""));
    });
    assert_eq!(reparsed_files(&before, &warm), set(&[]));
    assert_eq!(changed(&before, &warm), pages(&before));

    let (before, warm) = after(|sources| {
        let style =
            crate::support::text(sources, "themes/default/static/style.css").expect("there is a style");
        put(
            sources,
            "themes/default/static/style.css",
            format!("{style}\nmain {{ outline: 0; }}\n").as_bytes(),
        );
    });
    assert_eq!(reparsed_files(&before, &warm), set(&[]));
    let mut those = pages(&before);
    those.insert("theme/style.css".to_owned());
    // It names what is kept for reading without a network.
    those.insert("offline.js".to_owned());
    assert_eq!(changed(&before, &warm), those, "pages name the style with the stamp of its content");

    let (before, warm) = after(|sources| {
        put(sources, "guide/strings/fr.ftl", "print = Imprimer la page\n".as_bytes());
    });
    assert_eq!(reparsed_files(&before, &warm), set(&[]));
    let mut those = pages_with(&warm, &["Imprimer la page"]);
    // The tools below a checklist say it too.
    those.insert("offline.js".to_owned());
    assert_eq!(changed(&before, &warm), those);
    assert!(page(&warm, "recruter/index.html").contains("Imprimer la page"));
}

#[test]
fn the_day_changes_only_what_is_dated() {
    let sources = first_guide();
    let before = clean_build(&sources, options());
    let mut later = options();
    later.today = crate::support::day("2026-01-10");
    let warm = build(&sources, &[], later, &before);
    assert_same(&warm, &clean_build(&sources, later), "another day");
    let dated = pages_with(&before, &["Information dépassée"]);
    assert_eq!(dated, set(&["formation-initiale/index.html", "guide-complet/index.html"]));
    // A page or a list without a review says on which day it was published.
    let (lists, pages): (BTreeSet<String>, BTreeSet<String>) =
        changed(&before, &warm).into_iter().partition(|path| path.ends_with(".pdf"));
    assert_eq!(pages, pages_with(&before, &["Publié le"]));
    assert!(dated.is_subset(&pages));
    assert_eq!(lists.len(), published(&before).keys().filter(|path| path.ends_with(".pdf")).count());
}
