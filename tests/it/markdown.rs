//! What Markdown leaves out or takes for something else: what is published of it, and what `--fix` writes.
use crate::support::{
    assert_same, clean_build, guide_of, jalon, options, page, pages, put, rebuilt_files, replace, run,
};
use jalon::model::Sources;
use jalon::pipeline::build;
use std::fs;

const SETTINGS: (&str, &str) = ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n");
const HOME: (&str, &str) = ("guide/index.md", "# Accueil\n");
const ROLES: (&str, &str) = ("guide/registry/roles.yaml", "agent: {name: Agent}\n");

/// A guide with one page.
fn guide(body: &str) -> Sources {
    guide_of(&[SETTINGS, HOME, ROLES, ("guide/a.md", body)])
}

/// The part of a page between two texts.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from} in {page}")).1;
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn footnotes_are_found_whatever_their_capitals_and_each_id_stands_once() {
    let body = "# A\n\nDeux mois[^Delai], un[^b].\n\n[^delai]: Sauf en août.\n[^b]: Un.\n\n- [^B]: Deux.\n";
    let built = clean_build(&guide(body), options());
    let page = page(&built, "a/index.html");
    assert_eq!(page.matches("id=\"_note-1\"").count(), 1, "{page}");
    assert_eq!(page.matches("id=\"_note-2\"").count(), 1, "{page}");
    let notes = between(page, "class=\"footnotes\"", "</ol>");
    assert!(["Sauf en août", "Un.", "Deux."].iter().all(|words| notes.contains(words)), "{notes}");
}

/// A guide whose title and headings name entries.
fn naming() -> Sources {
    guide_of(&[
        SETTINGS,
        HOME,
        ROLES,
        (
            "guide/registry/tools.yaml",
            "intranet: {name: Intranet RH, url: \"https://intranet.example.org/\"}\n",
        ),
        (
            "guide/registry/contacts.yaml",
            "paie: {name: Service paie, kind: desk, phone: \"01 58 50 89 42\", hours: 9 h, verified_on: 2026-10-01}\n",
        ),
        (
            "guide/a.md",
            "# Utiliser <tool:intranet>, <due:J-30>\n\nTexte.\n\n## Écrire à <contact:paie>\n<role:agent>\n\n- [ ] Demander un code.\n\n## La suite\n\nTexte.\n",
        ),
        ("guide/b.md", "# La suite\n\nVoir [la paie](a.md#ecrire-a).\n"),
    ])
}

#[test]
fn titles_and_headings_say_the_names_of_entries_everywhere() {
    let sources = naming();
    let built = clean_build(&sources, options());
    let codes: Vec<_> = built.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect();
    assert!(!codes.contains(&"registry/unused-entry"), "{codes:?}");
    let title = "Utiliser Intranet RH, 30 jours avant";
    let shown = |path: &str| page(&built, path).replace('\u{a0}', " ");
    let own = shown("a/index.html");
    assert!(own.contains(&format!("<h1>{title}</h1>")), "{own}");
    assert!(own.contains(&format!("<title>{title} – Un guide</title>")), "{own}");
    assert!(own.contains("<a href=\"#ecrire-a\">Écrire à Service paie</a>"), "{own}");
    assert!(own.contains("<h2 id=\"ecrire-a\">Écrire à <a"), "{own}");
    for path in ["b/index.html", "index.html", "plan-du-site/index.html"] {
        assert!(shown(path).contains(title), "{path}");
    }
    let role = pages(&built).find(|(path, _)| path.contains("agent")).expect("the role has a page").1;
    assert!(role.contains("Écrire à Service paie"), "{role}");
    assert!(page(&built, "llms.txt").contains("[Utiliser Intranet RH, 30 jours avant]"));
}

#[test]
fn another_telephone_makes_again_what_shows_it_and_another_name_what_names_it() {
    let sources = naming();
    let before = clean_build(&sources, options());
    let contacts = "guide/registry/contacts.yaml";
    let mut edited = sources.clone();
    assert!(replace(&mut edited, contacts, "89 42", "89 43"));
    let warm = build(&edited, &[], options(), &before);
    assert_same(&warm, &clean_build(&edited, options()), "another telephone");
    assert!(!rebuilt_files(&before, &warm).contains("b/index.html"), "{:?}", rebuilt_files(&before, &warm));
    assert!(!rebuilt_files(&before, &warm).contains("llms.txt"));

    for (path, from, to) in [
        (contacts, "Service paie", "Pôle paie"),
        ("guide/registry/tools.yaml", "Intranet RH", "Portail"),
        ("guide/registry/tools.yaml", "intranet:", "autre:"),
    ] {
        let mut edited = sources.clone();
        assert!(replace(&mut edited, path, from, to));
        let warm = build(&edited, &[], options(), &before);
        assert_same(&warm, &clean_build(&edited, options()), to);
        assert_same(&build(&sources, &[], options(), &warm), &before, "taken back");
    }
    let mut reworded = sources.clone();
    put(&mut reworded, "guide/strings/fr.ftl", "due-before-day = { $count } j avant\n".as_bytes());
    let warm = build(&reworded, &[], options(), &before);
    assert_same(&warm, &clean_build(&reworded, options()), "other words for delays");
    assert!(
        page(&warm, "a/index.html")
            .replace('\u{a0}', " ")
            .contains("<h1>Utiliser Intranet RH, 30 j avant</h1>")
    );
}

#[test]
fn numbered_tasks_keep_their_numbers() {
    let body = "# A\n\n## Étapes\n<role:agent>\n\n1. [ ] Un.\n\n![Une image](x.png)\n\n2. [ ] Deux.\n\nTexte.\n\n3. [ ] Trois.\n4. [ ] Quatre.\n";
    let mut sources = guide(body);
    put(&mut sources, "guide/x.png", b"");
    let built = clean_build(&sources, options());
    let own = page(&built, "a/index.html");
    assert!(own.contains("<ol class=\"tasks\">\n"), "{own}");
    assert!(
        own.contains("<ol class=\"tasks\" start=\"2\">\n")
            && own.contains("<ol class=\"tasks\" start=\"3\">\n")
    );
    assert!(own.contains("<label for=\"tick-t-deux\" data-number=\"2\">Deux."), "{own}");
    assert!(own.contains("<label for=\"tick-t-quatre\" data-number=\"4\">Quatre."), "{own}");
    assert!(own.contains("<label for=\"tick-t-un\">Un."), "{own}");

    // Of steps that only some roles do, each keeps its number.
    let body = "# A\n\n## Étapes\n\n1. [ ] Un.\n2. [ ] Deux, <role:agent>.\n3. [ ] Trois.\n4. [ ] Quatre, <role:agent>.\n";
    let built = clean_build(&guide(body), options());
    let role = pages(&built).find(|(path, _)| path.contains("agent")).expect("the role has a page").1;
    assert!(role.contains("<ol class=\"tasks\" start=\"2\">"), "{role}");
    assert!(role.contains("value=\"4\"><input"), "{role}");
    assert!(role.contains("data-number=\"2\"") && role.contains("data-number=\"4\""), "{role}");
}

#[test]
fn a_ticked_task_is_ticked_to_begin_with() {
    let body = "# A\n\n## Liste\n<role:agent>\n\n- [x] Un.\n- [ ] Deux.\n  - [X] Dedans.\n\n- [X] Trois.\n";
    let built = clean_build(&guide(body), options());
    let role = pages(&built).find(|(path, _)| path.contains("agent")).expect("the role has a page").1;
    for shown in [page(&built, "a/index.html"), role] {
        assert_eq!(shown.matches(" checked>").count() - shown.matches("value=\"ticks\" checked>").count(), 3);
        assert!(shown.contains("data-task=\"/a/#t-un\" checked>") && shown.contains("#t-trois\" checked>"));
        assert!(shown.contains("data-task=\"/a/#t-deux\">"), "{shown}");
    }
}

#[test]
fn a_summary_may_stand_below_an_empty_line() {
    let built = clean_build(
        &guide("# A\n\n<details>\n\n<summary>Plus</summary>\n\nTexte.\n\n</details>\n"),
        options(),
    );
    let own = page(&built, "a/index.html");
    assert!(own.contains("<details><summary>Plus</summary><p>Texte.</p>\n</details>"), "{own}");
}

#[test]
fn what_browsers_shall_look_for_stays_as_written() {
    let body = "# A\n\n[a](#top), [b](b.md#la:~:text=rendre%20le%2Cbadge,fin), [c](b.md#:~:text=x)\n";
    let mut sources = guide(body);
    put(&mut sources, "guide/b.md", "# B\n\n## Là\n".as_bytes());
    let built = clean_build(&sources, options());
    let own = page(&built, "a/index.html");
    for href in ["#top", "../b/#la:~:text=rendre%20le%2Cbadge,fin", "../b/#:~:text=x"] {
        assert!(own.contains(&format!("href=\"{href}\"")), "{href} in {own}");
    }
}

/// What `check --fix` makes of a page; a second run must change nothing.
fn fixed(body: &str) -> String {
    let root = tempfile::tempdir().expect("a temporary folder");
    let file = root.path().join("guide/a.md");
    fs::create_dir_all(root.path().join("guide/registry")).expect("a folder can be made");
    for (path, text) in [SETTINGS, HOME, ROLES, ("guide/a.md", body), ("guide/b.md", "# B\n\n## Début\n")] {
        fs::write(root.path().join(path), text).expect("a file can be written");
    }
    run(&mut jalon(root.path(), &["check", "--fix"]));
    let once = fs::read_to_string(&file).expect("the page is text");
    run(&mut jalon(root.path(), &["check", "--fix"]));
    assert_eq!(fs::read_to_string(&file).expect("the page is text"), once, "twice is once");
    once
}

#[test]
fn fixes_write_what_was_meant() {
    let cases = [
        ("Un[^1].\r\n\r\n[^1] : Sauf en août.\r\n", "Un[^1].\r\n\r\n[^1]: Sauf en août.\r\n"),
        ("| A | B |\r\n|:-|\r\n| a | b |\r\n", "| A | B |\r\n|:-|---|\r\n| a | b |\r\n"),
        (
            "1. [ ] Signé ?\r\n  - [ ] Si oui, copie.\r\n  - [ ] Si non, rien.\r\n2. [ ] Suite.\r\n",
            "1. [ ] Signé ?\r\n   - [ ] Si oui, copie.\r\n   - [ ] Si non, rien.\r\n2. [ ] Suite.\r\n",
        ),
        (
            "10. Dix\n\n  Texte\nqui suit.\n\n  ```\ncode\n    plus\n  ```\n\n  - un\n    - deux\n\n11. Onze\n",
            "10. Dix\n\n    Texte\n    qui suit.\n\n    ```\n    code\n      plus\n    ```\n\n    - un\n      - deux\n\n11. Onze\n",
        ),
        (
            "1. [ ] Un\r\n\r\n  Aide.\r\n2. [ ] Deux\r\n3. [ ] Trois\r\n",
            "1. [ ] Un\r\n\r\n   Aide.\r\n2. [ ] Deux\r\n3. [ ] Trois\r\n",
        ),
        (
            "10. Dix\n\n  Aide,\nsur deux lignes.\n\n      code\n\n  Encore.\n11. Onze\n\n   Autre.\n12. Douze\n\n  > Cité.\n13. Treize\n",
            "10. Dix\n\n    Aide,\n    sur deux lignes.\n\n        code\n\n    Encore.\n11. Onze\n\n    Autre.\n12. Douze\n\n    > Cité.\n13. Treize\n",
        ),
        (
            "- A\n\n  1. Un\n\n    ![Une image](x.png)\n  2. Deux\n  3. Trois\n",
            "- A\n\n  1. Un\n\n     ![Une image](x.png)\n  2. Deux\n  3. Trois\n",
        ),
        ("1. Un\n\n  ```\n2. code\n  ```\n2. Deux\n", "1. Un\n\n   ```\n   2. code\n   ```\n2. Deux\n"),
        (" 9. Neuf\n\n   Aide.\n10. Dix\n", " 9. Neuf\n\n    Aide.\n10. Dix\n"),
        ("- un\n - deux\n- trois\n", "- un\n  - deux\n- trois\n"),
        ("**Attention :**ne pas. ** gras ** là.\n", "**Attention :** ne pas. **gras** là.\n"),
        (
            "[x](b.md/#debut) [y](#laccueil)\n\n## L'accueil\n",
            "[x](b.md#debut) [y](#l-accueil)\n\n## L'accueil\n",
        ),
    ];
    for (before, after) in cases {
        let title = "# A\n\n";
        assert_eq!(fixed(&format!("{title}{before}")), format!("{title}{after}"));
    }
}

#[test]
fn what_was_fixed_nests() {
    let body = "# A\n\n1. [ ] Signé ?\n  - [ ] Si oui, copie.\n  - [ ] Si non, rien.\n2. [ ] Suite.\n";
    let built = clean_build(&guide(&fixed(body)), options());
    assert!(built.diagnostics.iter().all(|diagnostic| diagnostic.code.name != "markdown/shallow-indent"));
    let own = page(&built, "a/index.html");
    assert!(own.contains("<ul class=\"tasks branches\">") && own.matches("<ol").count() == 2, "{own}");
}

#[test]
fn emphasis_around_the_last_reference_of_a_heading_is_no_panic() {
    for (written, shown) in [
        ("Écrire au *<contact:paie>*", "Écrire au Service paie"),
        ("Écrire au **<contact:paie>**", "Écrire au Service paie"),
        ("Écrire au  ***<contact:paie>*** ", "Écrire au Service paie"),
        ("<contact:paie> et *<tool:intranet>* **<due:J-30>**", "Service paie et Intranet RH 30 jours avant"),
        ("*<contact:paie>* ", "Service paie"),
    ] {
        let mut sources = naming();
        let body = format!("# {written}\n\nTexte.\n\n## {written}\n\n## Voir <tool:intranet>\n\n## Fin\n");
        put(&mut sources, "guide/a.md", body.as_bytes());
        let built = clean_build(&sources, options());
        let own = page(&built, "a/index.html").replace('\u{a0}', " ");
        let title = between(&own, "<title>", " – Un guide");
        let title: Vec<_> = title.split_whitespace().collect();
        assert_eq!(title.join(" "), shown, "{written}");
    }
}

#[test]
fn pages_that_end_within_a_mark_are_read() {
    for body in [
        "C:\\commun\\",
        "# A\n\nVoir [[\\",
        ":::\\",
        "- Un {x}\\",
        "$$\\",
        "=={\\",
        "{%\\",
        "\\\\\\",
        "> ::: note\n> C:\\",
        "Terme\n:é\n\t- g",
        "Terme\n:é\n\t1. g",
        "Terme\n: 😀\n\t\t- g\n",
        "- é\n\t😀\n \t- é",
        "1. 😀\n:é\n\t- g\n\té",
        "> Terme\n> :é\n> \t- g",
        "[^1]:é\n\t- g\n\n- [^1]",
    ] {
        for body in [body.to_owned(), format!("# A\r\n\r\n{}", body.replace('\n', "\r\n"))] {
            let built = clean_build(&guide(&body), options());
            assert!(page(&built, "a/index.html").contains("<main"), "{body}");
        }
    }
}

#[test]
fn steps_that_help_has_swallowed_are_steps_again() {
    let body = fixed("# A\n\n1. [ ] Un\n\n  Aide.\n2. [ ] Deux\n3. [ ] Trois\n");
    let built = clean_build(&guide(&body), options());
    let own = page(&built, "a/index.html");
    assert_eq!(
        (own.matches("<ol class=\"tasks").count(), own.matches("type=\"checkbox\"").count()),
        (1, 3),
        "{own}"
    );
}

#[test]
fn nested_steps_are_numbered_on_pages_of_roles_as_on_their_own() {
    let body = "# A\n\n## Étapes\n<role:agent>\n\n1. [ ] Un.\n\n   3. [ ] Dedans.\n   4. [ ] Encore.\n2. [ ] Deux ?\n   - [ ] Si oui, rien.\n   - [ ] Si non, partir.\n";
    let built = clean_build(&guide(body), options());
    let own = page(&built, "a/index.html");
    let role = pages(&built).find(|(path, _)| path.contains("agent")).expect("the role has a page").1;
    for html in [own, role] {
        assert!(html.contains("<ol class=\"tasks branches\" start=\"3\">"), "{html}");
        assert!(html.contains("<ul class=\"tasks branches\">"), "{html}");
        assert!(html.contains("data-number=\"4\""), "{html}");
        assert_eq!(
            (html.matches("<ol class=\"tasks").count(), html.matches("<ul class=\"tasks").count()),
            (2, 1)
        );
    }
}
