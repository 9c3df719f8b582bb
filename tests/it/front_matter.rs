//! What front matter does on the published pages.
use crate::support::{clean_build, guide_of, jalon, options, page, run};
use jalon::pipeline::Build;
use std::fs;

const SETTINGS: (&str, &str) =
    ("guide/jalon.yaml", "title: Guide\nlanguage: fr\nbase_url: https://exemple.fr/\n");

fn built(files: &[(&str, &str)]) -> Build {
    let mut all = vec![SETTINGS, ("guide/index.md", "# Accueil\n")];
    all.extend(files);
    clean_build(&guide_of(&all), options())
}

#[test]
fn a_page_without_search_is_kept_from_search_engines() {
    let built = built(&[("guide/a.md", "---\nsearch: false\n---\n# A\n"), ("guide/b.md", "# B\n")]);
    let noindex = "<meta name=\"robots\" content=\"noindex\">";
    assert!(page(&built, "a/index.html").contains(noindex));
    assert!(!page(&built, "b/index.html").contains(noindex));
    let map = page(&built, "sitemap.xml");
    assert!(map.contains("https://exemple.fr/b/") && !map.contains("https://exemple.fr/a/"), "{map}");
}

#[test]
fn a_heading_that_opens_the_text_is_the_title_and_front_matter_names_the_page() {
    let text = "---\ntitle: Le contrat\nlast_reviewed_on: 2026-11-01\n---\n\n# Signer le contrat\n\n## Quand\n\nTôt.\n";
    let built = built(&[("guide/a.md", text), ("guide/b.md", "# B\n\n[le contrat](a.md)\n")]);
    let html = page(&built, "a/index.html");
    assert!(html.contains("<title>Le contrat – Guide</title>"), "{html}");
    assert!(html.contains("<h1>Signer le contrat</h1>"), "{html}");
    assert_eq!(
        (html.matches("<h1").count(), html.matches("Signer le contrat</h2>").count()),
        (1, 0),
        "{html}"
    );
    // Menus, the pager and the index of the search use the name, documents the title.
    let other = page(&built, "b/index.html");
    assert!(other.contains("Le contrat</a>") && !other.contains("Signer le contrat"), "{other}");
    assert!(page(&built, "recherche/index.html").contains("Le contrat"));
    assert!(page(&built, "guide-complet/index.html").contains("Signer le contrat"));
    assert!(page(&built, "llms.txt").contains("[Signer le contrat]"));
    assert!(page(&built, "feed.xml").contains("<title>Signer le contrat</title>"));
    let search = built.search().expect("an index");
    let titles: Vec<&str> = search.index.docs().map(|doc| doc.title.as_str()).collect();
    assert!(titles.contains(&"Le contrat") && !titles.contains(&"Signer le contrat"), "{titles:?}");
}

#[test]
fn a_name_for_menus_is_for_menus_alone() {
    let text = "---\ntitle: Le contrat\nnav_title: Contrat\n---\n\n# Signer le contrat\n";
    let built = built(&[("guide/a.md", text), ("guide/b.md", "# B\n")]);
    let html = page(&built, "a/index.html");
    assert!(
        html.contains("<title>Le contrat – Guide</title>") && html.contains("<h1>Signer le contrat</h1>")
    );
    assert!(page(&built, "b/index.html").contains("> Contrat</a>"));
}

#[test]
fn equal_titles_are_one() {
    let twice = built(&[("guide/a.md", "---\ntitle: A\n---\n\n# A\n\nTexte.\n")]);
    let once = built(&[("guide/a.md", "# A\n\nTexte.\n")]);
    assert_eq!(page(&twice, "a/index.html"), page(&once, "a/index.html"));
}

/// Front matter with a fault that `--fix` corrects.
const FIXABLE: &[&str] = &[
    "\n---\ntitle: A\n---\n\nTexte.\n",
    "----\ntitle: A\n----\n\nTexte.\n",
    "draft: true\n---\n\n# Secret\n",
    "title: A\nsummary:\n  - un\n---\nTexte.\n",
    "---\ntitle: A\nalias: /x/\n---\n\nTexte.\n",
    "---\ntitle: A\nredirect_from: [/y/]\n---\n\nTexte.\n",
    "---\ntitle: A\nalias: /x/\nredirects: /z/\n---\n\nTexte.\n",
    "---\ntitle: A\npublished: false\nwip: true\n---\n\nTexte.\n",
    "---\ntitle: A\nin_search: false\nnoindex: true\n---\n\nTexte.\n",
    "---\ntitle: \"Utiliser <tool:intranet>\"\nnav_title: '<tool:intranet>'\n---\n\nTexte.\n",
];

/// What `check --fix` makes of a page.
fn fixed(text: &str) -> String {
    let root = tempfile::tempdir().expect("a temporary folder");
    let tools = "intranet: {name: Intranet RH, url: \"https://intranet.example.org/\"}\n";
    fs::create_dir_all(root.path().join("guide/registry")).expect("a folder can be made");
    let home = ("guide/index.md", "# Accueil\n");
    for (path, text) in [SETTINGS, home, ("guide/registry/tools.yaml", tools), ("guide/a.md", text)] {
        fs::write(root.path().join(path), text).expect("a file can be written");
    }
    run(&mut jalon(root.path(), &["check", "--fix"]));
    fs::read_to_string(root.path().join("guide/a.md")).expect("the page is text")
}

#[test]
fn fixing_front_matter_twice_is_fixing_it_once() {
    for text in FIXABLE {
        let once = fixed(text);
        assert_ne!(once, *text);
        assert_eq!(fixed(&once), once, "{text:?}");
        let returns = fixed(&text.replace('\n', "\r\n"));
        assert_eq!(returns, once.replace('\n', "\r\n"));
    }
}

#[test]
fn the_draft_of_a_section_page_is_not_published_with_the_page_that_stands_for_it() {
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: Guide\nlanguage: fr\nbase_url: https://exemple.fr/\n"),
        ("guide/index.md", "# Accueil\n"),
        ("guide/dossier/index.md", "---\ntitle: Dossier\ndraft: true\n---\n\nUn texte confidentiel.\n"),
        ("guide/dossier/page.md", "# Page\n"),
    ]);
    let built = clean_build(&sources, options());
    assert!(page(&built, "dossier/index.html").contains("<h1>"), "the section has a page");
    for (path, made) in &built.files {
        assert!(
            !String::from_utf8_lossy(&made.value.value).contains("confidentiel"),
            "{path} holds the draft"
        );
    }
}
