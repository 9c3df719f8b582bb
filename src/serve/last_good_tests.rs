//! What is served while there are errors, with the real pipeline over a folder.
use super::last_good::{Guide, LastGood};
use crate::load;
use crate::model::{Date, Diagnostic, Options, OutPath, SourcePath, Sources};
use crate::pipeline::{self, Build};
use std::cell::Cell;
use std::fs;
use std::sync::Arc;

/// A folder with a guide that is built after each change.
struct Edited {
    root: tempfile::TempDir,
    build: Arc<Build>,
    served: LastGood,
    builds: Cell<usize>,
}

const CONTACTS: &str = "ada:\n  name: Ada\n  kind: desk\n  phone: 01 42 34 56 78\n  hours: 9 h à 17 h\n";
const LOCK: &str = "/ -\n/a/ -\n/b/ -\n";

impl Edited {
    fn new(more: &[(&str, &str)]) -> Self {
        let (root, build) = (tempfile::tempdir().unwrap(), Arc::default());
        let mut edited = Self { root, build, served: LastGood::default(), builds: Cell::new(0) };
        let files = [
            ("jalon.yaml", "title: Guide\nlanguage: fr\n"),
            ("index.md", "# Accueil\n\n[La page A](a.md) et [la page B](b.md).\n"),
            (
                "a.md",
                "# Page A\n\nTexte un. [La page B](b.md).\n\n## Faire\n\n- [ ] Appeler <contact:ada>.\n",
            ),
            ("b.md", "# Page B\n\nTexte un.\n"),
            ("registry/contacts.yaml", CONTACTS),
        ];
        for (path, text) in files.iter().chain(more) {
            edited.put(path, text);
        }
        edited.look();
        edited
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.root.path().join("guide").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn look(&mut self) {
        let read = load::load(self.root.path()).unwrap();
        let options = Options {
            whole: false,
            holds_pages: false,
            last: false,
            ..Options::on(Date::new(2026, 11, 23).unwrap())
        };
        let make = |sources: &Sources, reading: &[Diagnostic], before: &Build| {
            self.builds.set(self.builds.get() + 1);
            pipeline::build(sources, reading, options, before)
        };
        let sources = Arc::new(read.value);
        let build = Arc::new(make(&sources, &read.diagnostics, &self.build));
        let guide = Guide { sources: &sources, reading: &read.diagnostics, build: &build };
        self.served = self.served.next(guide, &make);
        self.build = build;
    }

    fn save(&mut self, path: &str, text: &str) {
        self.put(path, text);
        self.look();
    }

    fn remove(&mut self, path: &str) {
        fs::remove_file(self.root.path().join("guide").join(path)).unwrap();
        self.look();
    }

    /// The files of which an earlier state is served.
    fn held(&self) -> Vec<&str> {
        self.served.held.iter().map(SourcePath::as_str).collect()
    }

    fn page(&self, path: &str) -> String {
        let bytes = self.served.get(&OutPath::new(path)).map(|bytes| bytes.to_vec());
        String::from_utf8(bytes.unwrap_or_default()).unwrap()
    }

    /// Whether these words are served at each of these paths.
    fn shows(&self, expected: &[(&str, &str)]) {
        for (path, words) in expected {
            let page = self.page(path);
            assert!(page.contains(words), "{path} lacks {words:?}: {page}");
        }
    }
}

#[test]
fn an_error_in_one_page_holds_back_that_page() {
    let mut guide = Edited::new(&[]);
    assert!(!guide.build.has_errors(), "{:?}", guide.build.diagnostics);
    guide.save("a.md", "# Page A\n\nTexte deux. [Rien](rien.md).\n");
    assert_eq!(guide.held(), ["guide/a.md"]);
    guide.shows(&[("a/index.html", "Texte un.")]);
    let pdf = guide.served.lazy("listes/a-faire.pdf").is_some();
    assert_eq!(pdf, cfg!(feature = "pdf"), "the checklist that the page shows is there as well");
    guide.save("b.md", "# Page B\n\nTexte deux.\n");
    guide.shows(&[("a/index.html", "Texte un."), ("b/index.html", "Texte deux.")]);
    // Another error in A, then none.
    guide.save("a.md", "# Page A\n\nTexte trois. [](b.md)\n");
    guide.shows(&[("a/index.html", "Texte un."), ("b/index.html", "Texte deux.")]);
    guide.save("a.md", "# Page A\n\nTexte quatre.\n");
    guide.shows(&[("a/index.html", "Texte quatre."), ("b/index.html", "Texte deux.")]);
    assert_eq!(guide.held(), Vec::<&str>::new());
}

#[test]
fn what_is_served_after_a_correction_is_the_build() {
    let mut guide = Edited::new(&[]);
    guide.save("registry/contacts.yaml", "ada:\n  name: [\n");
    guide.save("b.md", "# Page B\n\nTexte deux.\n");
    guide.save("registry/contacts.yaml", CONTACTS);
    assert!(Arc::ptr_eq(&guide.build, &guide.served.build));
    assert!(!guide.build.has_errors());
}

#[test]
fn an_error_in_settings_registry_or_theme_holds_back_that_file_alone() {
    let broken = [
        ("jalon.yaml", "title: Autre\nlanguage: fr\ntheme: [\n"),
        ("jalon.yaml", "title: Autre\nlangue: fr\n"),
        ("registry/contacts.yaml", "ada:\n  name: [\n"),
        ("registry/contacts.yaml", "ada:\n  name: Bea\n  phone: '12'\n"),
        ("registry/nouveau.yaml", "x: [\n"),
        ("theme/templates/page.html", "{% block %}"),
        ("theme/strings/fr.ftl", "contents = {\n"),
        ("theme/templates/parts/header.html", "{{ nulle.part.ailleurs }}"),
    ];
    for (path, text) in broken {
        let mut guide = Edited::new(&[]);
        guide.save(path, text);
        assert!(guide.build.has_errors(), "{path} {text}");
        assert_eq!(guide.held(), [format!("guide/{path}")]);
        guide.save("b.md", "# Page B\n\nTexte deux.\n");
        guide.shows(&[("b/index.html", "Texte deux."), ("b/index.html", "Guide"), ("a/index.html", "Ada")]);
        fs::remove_file(guide.root.path().join("guide").join(path)).unwrap();
        guide.save("jalon.yaml", "title: Guide\nlanguage: fr\n");
        guide.save("registry/contacts.yaml", CONTACTS);
        assert_eq!(guide.held(), Vec::<&str>::new(), "{path}");
        assert!(Arc::ptr_eq(&guide.build, &guide.served.build));
    }
}

#[test]
fn a_page_keeps_its_files_when_another_file_breaks_it() {
    let mut guide =
        Edited::new(&[("photo.png", "x"), ("c.md", "# C\n\n![Une porte](photo.png)\n\n[B](b.md)\n")]);
    let before = guide.page("a/index.html");
    // A page and a picture that others need.
    guide.remove("b.md");
    guide.remove("photo.png");
    assert_eq!(guide.held(), ["guide/a.md", "guide/c.md", "guide/index.md"]);
    assert_eq!(guide.page("a/index.html"), before);
    guide.shows(&[("b/index.html", "Texte un."), ("photo.png", "x"), ("c/index.html", "photo.png")]);
    // An entry that a page refers to. The page stays as it was, the others are up to date.
    guide.put("b.md", "# Page B\n\nTexte deux.\n");
    guide.put("photo.png", "y");
    guide.save("registry/contacts.yaml", &CONTACTS.replace("ada", "bea"));
    assert_eq!(guide.held(), ["guide/a.md"]);
    assert_eq!(guide.page("a/index.html"), before);
    guide.shows(&[("b/index.html", "Texte deux."), ("photo.png", "y")]);
    guide.save("a.md", "# Page A\n\n<contact:bea>\n");
    guide.shows(&[("a/index.html", "Ada")]);
    assert!(Arc::ptr_eq(&guide.build, &guide.served.build));
}

#[test]
fn registry_files_that_break_each_other_go_back_together() {
    let organisations = "mairie:\n  name: La mairie\n";
    let contacts = format!("{CONTACTS}  organisation: mairie\n");
    let mut guide =
        Edited::new(&[("registry/organisations.yaml", organisations), ("registry/contacts.yaml", &contacts)]);
    assert!(!guide.build.has_errors(), "{:?}", guide.build.diagnostics);
    guide.put("b.md", "# Page B\n\nTexte deux.\n");
    guide.save("registry/organisations.yaml", "ecole:\n  name: L’école\n");
    assert_eq!(guide.held(), ["guide/registry/contacts.yaml"]);
    guide.shows(&[("a/index.html", "Ada"), ("b/index.html", "Texte deux.")]);
}

#[test]
fn a_published_address_does_not_vanish_with_an_error() {
    let mut guide = Edited::new(&[("urls.lock", LOCK)]);
    assert!(!guide.build.has_errors(), "{:?}", guide.build.diagnostics);
    guide.put("index.md", "# Accueil\n\nRien.\n");
    guide.put("a.md", "# Page A\n\nTexte deux. <contact:ada>\n");
    fs::rename(guide.root.path().join("guide/b.md"), guide.root.path().join("guide/c.md")).unwrap();
    guide.look();
    assert_eq!(guide.held(), ["guide/urls.lock"]);
    guide.shows(&[
        ("b/index.html", "Texte un."),
        ("c/index.html", "Texte un."),
        ("a/index.html", "Texte deux."),
    ]);
}

#[test]
fn without_a_good_version_a_file_is_served_as_it_is() {
    // From the start.
    let mut guide = Edited::new(&[("b.md", "# Page B\n\nTexte un. [Rien](rien.md).\n")]);
    assert_eq!(guide.held(), Vec::<&str>::new());
    guide.shows(&[("b/index.html", "Texte un.")]);
    guide.save("b.md", "# Page B\n\nTexte deux. [Rien](rien.md).\n");
    guide.shows(&[("b/index.html", "Texte deux.")]);
    // A new page.
    guide.save("d.md", "# Page D\n\nTexte un. [Rien](rien.md).\n");
    guide.save("d.md", "# Page D\n\nTexte deux. [Rien](rien.md).\n");
    guide.shows(&[("d/index.html", "Texte deux.")]);
    // Once it was good, it has a good version.
    guide.save("b.md", "# Page B\n\nTexte trois.\n");
    guide.save("b.md", "# Page B\n\nTexte quatre. [Rien](rien.md).\n");
    assert_eq!(guide.held(), ["guide/b.md"]);
    guide.shows(&[("b/index.html", "Texte trois."), ("d/index.html", "Texte deux.")]);
}

#[test]
fn a_file_that_cannot_be_read_stays() {
    let mut guide = Edited::new(&[]);
    let bytes = [0xff, 0xfe, b'#', 0, b' ', 0, b'A', 0];
    fs::write(guide.root.path().join("guide/b.md"), bytes).unwrap();
    guide.look();
    assert_eq!(guide.held().first(), Some(&"guide/b.md"));
    guide.shows(&[("b/index.html", "Texte un."), ("a/index.html", "La page B")]);
    fs::remove_file(guide.root.path().join("guide/b.md")).unwrap();
    fs::create_dir(guide.root.path().join("guide/b.md")).unwrap();
    guide.look();
    guide.shows(&[("b/index.html", "Texte un.")]);
}

#[test]
fn a_guide_without_pages_stays_as_it_was() {
    let mut guide = Edited::new(&[]);
    for path in ["index.md", "a.md", "b.md"] {
        fs::remove_file(guide.root.path().join("guide").join(path)).unwrap();
    }
    guide.look();
    assert!(guide.build.has_errors());
    guide.shows(&[("a/index.html", "Texte un."), ("index.html", "Accueil")]);
}

#[test]
fn an_error_costs_one_more_build_and_only_while_something_changes() {
    let mut guide = Edited::new(&[]);
    guide.save("a.md", "# Page A\n\n[Rien](rien.md).\n");
    // The version of A that is served is the one that was served.
    assert_eq!(guide.builds.get(), 2);
    guide.save("b.md", "# Page B\n\nTexte deux.\n");
    assert_eq!(guide.builds.get(), 4);
}
