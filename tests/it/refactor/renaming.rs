//! Headings and ids with another name, with the program.
use super::Guide;

fn guide() -> Guide {
    Guide::new(&[
        (
            "index.md",
            "# Accueil\n\n[a](a.md#un-titre), [b](a.md#un-titre-2), [c](a.md#fixe), [d][d]\n\n[d]: a.md#un-titre\n",
        ),
        (
            "a.md",
            "---\nroles: [rh]\nowner: 'paie'\n---\n# A\n\n## Un titre\n<role:rh>\n\n- [ ] Demander à [la paie](contact:paie).\n\n[plus bas](#un-titre-2)\n\n## Un titre\n\n## Fixé {#fixe}\n\n## <contact:paie>\n\n<contact:paie>\n\n[plus haut](#paie)\n\n<checklist:rh>\n",
        ),
        (
            "registry/contacts.yaml",
            "# les contacts\r\n\"paie\": # ici\r\n  name: Paie\r\n  kind: desk\r\n  email: paie@exemple.fr\r\nautre:\r\n  name: Autre\r\n  kind: desk\r\n  replaced_by: paie\r\n",
        ),
        ("registry/roles.yaml", "rh: {name: RH}\n"),
        ("search-tests.yaml", "salaire: contact:paie\n"),
    ])
}

#[test]
fn a_heading_keeps_its_former_anchor_and_links_follow() {
    let guide = guide();
    guide.done(&["urls", "--accept"]);
    guide.done(&["rename", "a.md#un-titre", "Le début"]);
    assert_eq!(guide.errors(), [""; 0]);
    let page = guide.read("a.md");
    assert!(page.contains("<!-- anchor: un-titre -->\n## Le début\n"), "{page}");
    assert!(page.contains("## Un titre {#un-titre-2}\n"), "the other heading keeps its anchor: {page}");
    let home = guide.read("index.md");
    assert!(
        home.contains("[a](a.md#le-debut), [b](a.md#un-titre-2)") && home.contains("[d]: a.md#le-debut\n"),
        "{home}"
    );
    guide.done(&["rename", "guide/a.md#le-debut", "Un titre"]);
    assert_eq!(guide.errors(), [""; 0]);
    assert!(guide.read("a.md").contains("<!-- anchor: le-debut -->\n## Un titre\n"));
    guide.done(&["rename", "a#fixe", "Autre texte"]);
    assert!(guide.read("a.md").contains("## Autre texte {#fixe}\n"));
    assert_eq!(guide.errors(), [""; 0]);
}

#[test]
fn an_id_changes_everywhere() {
    let guide = guide();
    guide.done(&["rename", "contact:paie", "2026"]);
    assert_eq!(guide.errors(), [""; 0]);
    let page = guide.read("a.md");
    for part in [
        "owner: '2026'",
        "(contact:2026)",
        "\n<contact:2026>\n",
        "<!-- anchor: paie -->\n## <contact:2026>",
        "(#2026)",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let registry = guide.read("registry/contacts.yaml");
    assert!(
        registry.contains("\"2026\": # ici\r\n") && registry.contains("replaced_by: '2026'\r\n"),
        "{registry}"
    );
    assert_eq!(guide.read("search-tests.yaml"), "salaire: contact:2026\n");
    guide.done(&["rename", "rh", "personnel"]);
    assert!(
        guide.read("a.md").contains("roles: [personnel]")
            && guide.read("a.md").contains("<checklist:personnel>")
    );
    assert_eq!(guide.errors(), [""; 0]);
}

#[test]
fn what_cannot_be_renamed_is_told_and_nothing_is_written() {
    let guide = guide();
    guide.done(&["urls", "--accept"]);
    let before = guide.files();
    for (what, name, status, part) in [
        ("paie", "autre", 2, "existe déjà"),
        ("paie", "La Paie", 2, "identifiant"),
        ("personne", "x", 2, "registre"),
        ("a.md", "x", 2, "jalon move"),
        ("a.md#rien", "X", 2, "#rien"),
        ("rien.md#x", "X", 2, "page du guide"),
        ("a.md#un-titre", " ", 2, "une ligne"),
        // The page of a role has an address that was published, and no file that could keep it.
        ("rh", "personnel", 1, "1 erreur de plus"),
    ] {
        let (found, out, told) = guide.run(&["rename", what, name]);
        assert_eq!(found, status, "{what} {name}: {out}{told}");
        assert!(told.contains(part), "{part} in {told}");
    }
    assert_eq!(guide.files(), before);
}
