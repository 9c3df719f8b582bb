//! Pages and folders that move, with the program.
use super::Guide;
use std::fs;

const HOME: &str = "---\r\nsteps: [a/convention.md, 'b.md']\r\n---\r\n# Accueil\r\n\r\n[la convention](a/convention.md#signature), [encore](<a/convention.md> \"t\"), [par référence][c], [avec une question](a/convention.md?v=1#là).\r\n\r\n[c]: a/convention.md#signature 'Titre'\r\n";
const SECTION: &str = "---\npages:\n  - convention.md # la première\n  - autre.md\n---\n# Section\n\n[ici](./convention.md) et [le dossier](./).\n";
const CONVENTION: &str = "---\r\n# l'en-tête\r\ntitle: La convention 😀\r\n---\r\n\r\n[ici](#signature), [là](autre.md#x), [accueil](../index.md), ![un plan](plan.svg)\r\n\r\n## Signature\r\n\r\n## Là {#là}\r\n";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>";

fn guide() -> Guide {
    Guide::new(&[
        ("index.md", HOME),
        ("a/index.md", SECTION),
        ("a/convention.md", CONVENTION),
        ("a/autre.md", "# Autre\n\n[retour](convention.md), [b](../b.md)\n\n## X\n"),
        ("a/plan.svg", SVG),
        ("b.md", "# B\n\n[a](a/index.md)\n"),
        ("search-tests.yaml", "contrat: a/convention.md#signature\nautre: [guide/a/autre.md]\n"),
    ])
}

#[test]
fn a_page_moves_with_all_that_leads_to_it() {
    let guide = guide();
    guide.done(&["urls", "--accept"]);
    let before = guide.files();
    let shown = guide.done(&["move", "a/convention.md", "c/1-le contrat (1).md", "--dry-run"]);
    assert!(shown.contains("guide/a/convention.md devient guide/c/1-le contrat (1).md"), "{shown}");
    assert!(shown.contains("guide/index.md:6:17"), "{shown}");
    assert_eq!(guide.files(), before, "a dry run writes nothing");

    guide.done(&["move", "guide/a/convention.md", "c/1-le contrat (1).md"]);
    assert_eq!(guide.errors(), [""; 0]);
    let home = guide.read("index.md");
    for part in [
        "steps: [c/1-le contrat (1).md, 'b.md']",
        "](c/1-le%20contrat%20%281%29.md#signature)",
        "](<c/1-le contrat (1).md> \"t\")",
        "[c]: c/1-le%20contrat%20%281%29.md#signature 'Titre'\r\n",
        "](c/1-le%20contrat%20%281%29.md?v=1#là)",
    ] {
        assert!(home.contains(part), "{part} in {home}");
    }
    assert_eq!(
        guide.read("a/index.md"),
        SECTION
            .replace("  - convention.md # la première\n", "")
            .replace("./convention.md", "../c/1-le%20contrat%20%281%29.md")
    );
    let moved = guide.read("c/1-le contrat (1).md");
    let expected = CONVENTION
        .replace("😀\r\n", "😀\r\naliases: [/a/convention/]\r\n")
        .replace("autre.md#x", "../a/autre.md#x")
        .replace("plan.svg", "../a/plan.svg");
    assert_eq!(moved, expected, "its picture stays: its address was published");
    assert!(guide.read("search-tests.yaml").contains("c/1-le contrat (1).md#signature"));
    assert!(!guide.path("a/convention.md").exists());
    let (status, out, _) = guide.run(&["urls"]);
    assert_eq!(status, 0, "{out}");

    // Back again: the former address is its own once more.
    guide.done(&["move", "c/1-le contrat (1).md", "a/convention.md"]);
    assert_eq!(guide.errors(), [""; 0]);
    assert_eq!(
        guide.read("a/convention.md"),
        CONVENTION.replace("😀\r\n", "😀\r\naliases: [/c/le-contrat-1/]\r\n")
    );
    assert!(!guide.path("c").exists(), "an empty folder goes");
}

#[test]
fn a_picture_of_its_own_moves_along_until_it_is_published() {
    let guide = guide();
    guide.done(&["move", "a/convention", "c/contrat"]);
    assert!(guide.path("c/plan.svg").exists() && !guide.path("a/plan.svg").exists());
    assert!(guide.read("c/contrat.md").contains("![un plan](plan.svg)"));
    assert_eq!(guide.errors(), [""; 0]);
}

#[test]
fn a_folder_moves_whole() {
    let guide = guide();
    guide.done(&["move", "a", "d/e"]);
    assert_eq!(guide.errors(), [""; 0]);
    assert!(!guide.path("a").exists());
    assert!(guide.path("d/e/plan.svg").exists());
    assert!(
        guide
            .read("d/e/convention.md")
            .contains("[là](autre.md#x), [accueil](../../index.md), ![un plan](plan.svg)")
    );
    assert!(
        guide
            .read("d/e/index.md")
            .starts_with("---\npages:\n  - convention.md # la première\n  - autre.md\naliases: [/a/]\n---\n")
    );
    assert!(guide.read("b.md").contains("[a](d/e/index.md)"));
    assert!(guide.read("search-tests.yaml").contains("[guide/d/e/autre.md]"));
}

#[test]
fn what_cannot_move_is_told_and_nothing_is_written() {
    let guide = guide();
    let before = guide.files();
    for (from, to, part) in [
        ("index.md", "x.md", "accueil"),
        ("a/index.md", "x.md", "dossier entier"),
        ("a", "a/b", "ne peut pas"),
        ("b.md", "../x", "ne peut pas"),
        ("b.md", "registry/x", "ne peut pas"),
        ("b.md", "a/autre.md", "existe déjà"),
        ("b.md", "A/Autre.md", "existe déjà"),
        ("b.md", "b.md", "déjà à cet endroit"),
        ("rien", "x", "ni une page ni un dossier"),
    ] {
        let (status, out, told) = guide.run(&["move", from, to]);
        assert_eq!(status, 2, "{from} {to}: {out}{told}");
        assert!(told.contains(part), "{part} in {told}");
    }
    assert_eq!(guide.files(), before);
}

#[test]
fn a_move_that_was_interrupted_is_completed_by_the_same_command() {
    let whole = guide();
    whole.done(&["move", "a/convention.md", "c/contrat.md"]);
    let broken = guide();
    // The new page and one of the others were written, then the machine went off.
    broken.write("c/contrat.md", &whole.read("c/contrat.md"));
    fs::copy(whole.path("c/plan.svg"), broken.path("c/plan.svg")).expect("the picture moves along");
    broken.write("index.md", &whole.read("index.md"));
    broken.done(&["move", "a/convention.md", "c/contrat.md"]);
    let texts = |guide: &Guide| guide.files().into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    assert_eq!(texts(&broken), texts(&whole));
    assert_eq!(broken.errors(), [""; 0]);
}
