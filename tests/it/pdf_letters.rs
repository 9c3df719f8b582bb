//! Signs that no font of the PDFs has are told where they stand: once for a sign and a file, and only if a sheet holds them.
use crate::support::{assert_same, clean_build, guide_of, options, put};
use jalon::model::{Sources, codes};
use jalon::pipeline;
use jalon::pipeline::Build;

const SETTINGS: (&str, &str) = ("guide/jalon.yaml", "title: Guide\nlanguage: fr\n");
const ROLES: (&str, &str) = ("guide/registry/roles.yaml", "agent: {name: Agent}\n");

/// The file and the passage of each warning.
fn told(sources: &Sources, built: &Build) -> Vec<(String, u32, String)> {
    let of_letters = built.diagnostics.iter().filter(|one| one.code == codes::OUTPUT_PDF_LETTER);
    of_letters
        .map(|one| {
            let file = &sources.get(&one.span.file).expect("a file").bytes();
            let passage = &file[one.span.start as usize..one.span.end as usize];
            let passage = std::str::from_utf8(passage).expect("text").to_owned();
            (one.span.file.to_string(), one.span.start, passage)
        })
        .collect()
}

fn guide(page: &str) -> Sources {
    guide_of(&[SETTINGS, ROLES, ("guide/index.md", "# Accueil\n"), ("guide/a.md", page)])
}

#[test]
fn a_title_that_no_sheet_shows_is_innocent() {
    let page =
        "---\nroles: [agent]\n---\n# 漢 Arrivée\n\n漢\n\n## Un\n\n- [ ] Signer.\n\n## Deux\n\n- [ ] Lire.\n";
    let sources = guide(page);
    assert_eq!(told(&sources, &clean_build(&sources, options())), []);
}

#[test]
fn emoji_are_printed() {
    let page = "---\nroles: [agent]\n---\n# 📋 Arrivée\n\n## ✅ Un\n\n- [ ] Signer 👩‍💻 ⚠️ 1️⃣ 👍🏽 🇫🇷 🚀.\n";
    let sources = guide(page);
    assert_eq!(told(&sources, &clean_build(&sources, options())), []);
}

#[test]
fn a_sign_is_told_once_a_page_where_it_stands() {
    let page = "---\nroles: [agent]\n---\n# Arrivée 漢\n\n漢\n\n## Un\n\n- [ ] Signer **le 漢**.\n- [ ] 漢\n\n## Deux 字\n\n- [ ] 漢 Lire.\n";
    let mut sources = guide(page);
    let first = clean_build(&sources, options());
    let place = |text: &str| u32::try_from(page.find(text).expect("it stands there")).expect("short");
    let at = |start: u32, sign: &str| ("guide/a.md".to_owned(), start, sign.to_owned());
    let (han, zi) = (place("le 漢") + 3, place("字"));
    assert_eq!(told(&sources, &first), [at(han, "漢"), at(zi, "字")]);

    // The sheets stay as they are, and the place moves.
    let longer = page.replace("# Arrivée", "# L’arrivée");
    put(&mut sources, "guide/a.md", longer.replace("\n漢\n", "\nUne phrase de plus, 漢.\n").as_bytes());
    let warm = pipeline::build(&sources, &[], options(), &first);
    let clean = clean_build(&sources, options());
    assert_same(&warm, &clean, "text above");
    assert_ne!(told(&sources, &warm), told(&guide(page), &first));
}

#[test]
fn a_page_in_another_script_gives_five_warnings() {
    let sources = guide("---\nroles: [agent]\n---\n# A\n\n## Un\n\n- [ ] 漢字基本功能的書\n");
    let built = clean_build(&sources, options());
    let of_letters: Vec<_> =
        built.diagnostics.iter().filter(|one| one.code == codes::OUTPUT_PDF_LETTER).collect();
    let more = |one: &&jalon::model::Diagnostic| one.args.iter().rfind(|(name, _)| *name == "more").cloned();
    let counts: Vec<_> = of_letters.iter().filter_map(more).map(|(_, value)| value).collect();
    assert_eq!(counts, [0, 0, 0, 0, 3].map(|count: usize| jalon::model::Arg::from(count)));
}

#[test]
fn a_list_without_a_heading_is_named_by_its_page() {
    let sources = guide("# Arrivée 漢\n\n- [ ] Signer.\n");
    assert_eq!(
        told(&sources, &clean_build(&sources, options())),
        [("guide/a.md".to_owned(), 11, "漢".to_owned())]
    );
}

#[test]
fn the_names_of_entries_are_told_in_the_registry() {
    let page = "# A\n\n## Un\n<role:agent>\n\n- [ ] Écrire à <contact:paie>.\n";
    let contacts = "paie: {name: Paie 漢, kind: desk, email: paie@example.org, verified_on: 2026-10-01}\n";
    let mut sources = guide(page);
    put(&mut sources, "guide/registry/contacts.yaml", contacts.as_bytes());
    let told = told(&sources, &clean_build(&sources, options()));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].0.as_str(), told[0].2.as_str()), ("guide/registry/contacts.yaml", "Paie 漢"));
}
