//! Addresses that must not break, tested with the program: pages that move, headings that are reworded, `--fix`, the
//! lock.
use crate::support::{clean_build, guide_of, jalon, options, run};
use std::fs;
use std::path::Path;
use std::process::Output;

const CONVENTION: &str = "---\r\n# l'en-tête\r\ntitle: La convention 😀\r\n---\r\n\r\nLa structure signe la convention avec l'État avant toute embauche.\r\n\r\n## Signature\r\n\r\nElle se signe en ligne, par la personne qui représente la structure.\r\n\r\n## Avenant\r\n\r\nUn avenant change la durée ou le nombre de postes.\r\n";
const FORMATION: &str = "# Formation\n\nLa formation dure cent cinq heures.\n\n## Inscription\n\nL'inscription se fait deux mois avant, auprès de l'organisme.\n\n## Déroulement\n\nTrois jours par semaine, à distance.\n";

/// A guide in a temporary folder.
struct Guide(tempfile::TempDir);

impl Guide {
    fn new(files: &[(&str, &str)]) -> Self {
        let guide = Self(tempfile::tempdir().expect("a folder"));
        guide.write("jalon.yaml", "title: Un guide\nlanguage: fr\n");
        guide.write("index.md", "# Un guide\n\n- [la convention](a/convention.md#signature)\n- [la formation](formation.md#inscription)\n");
        guide.write("a/index.md", "# Section\n\nUne section.\n");
        guide.write("a/convention.md", CONVENTION);
        guide.write("formation.md", FORMATION);
        for (path, text) in files {
            guide.write(path, text);
        }
        guide
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.0.path().join("guide").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    fn replace(&self, path: &str, from: &str, to: &str) {
        let before = self.read(path);
        assert!(before.contains(from), "{path} holds {from}");
        self.write(path, &before.replacen(from, to, 1));
    }

    fn rename(&self, from: &str, to: &str) {
        fs::create_dir_all(self.path(to).parent().expect("it is in a folder")).expect("folders can be made");
        fs::rename(self.path(from), self.path(to)).expect("files can be renamed");
    }

    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let Output { status, stdout, stderr } = run(&mut jalon(self.0.path(), args));
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints text");
        (status.code().expect("it ends"), text(stdout), text(stderr))
    }

    /// Accepts the present addresses and returns the lock.
    fn accept(&self) -> String {
        let (status, diagnostics_of, diagnostics) = self.run(&["urls", "--accept"]);
        assert_eq!(status, 0, "{diagnostics_of}{diagnostics}");
        self.read("urls.lock")
    }

    fn published(&self, path: &str) -> String {
        let path = self.0.path().join("public").join(path);
        fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    }

    /// The codes and addresses of the errors.
    fn errors(&self) -> Vec<String> {
        let (_, diagnostics_of, _) = self.run(&["check", "--format", "short", "--lang", "en"]);
        let errors = diagnostics_of.lines().filter(|line| line.contains(": error["));
        errors.map(|line| line.split("; ").next().unwrap_or(line).to_owned()).collect()
    }
}

#[test]
fn a_page_that_moves_and_a_heading_that_is_reworded_keep_their_addresses() {
    let guide = Guide::new(&[]);
    let lock = guide.accept();
    assert!(lock.contains("\n/a/convention/ ") && lock.contains("\n  #inscription "), "{lock}");
    assert_eq!(guide.errors(), [""; 0]);

    guide.rename("a/convention.md", "b/1-contrat.md");
    guide.write("b/index.md", "# Autre section\n\nUne autre.\n");
    guide.replace("formation.md", "## Inscription", "## S'inscrire");
    let errors = guide.errors().join("\n");
    for part in ["address/vanished-page", "`/a/convention/`", "address/vanished-anchor", "`#inscription`"] {
        assert!(errors.contains(part), "{part} in {errors}");
    }
    let (status, diagnostics_of, diagnostics) = guide.run(&["urls"]);
    assert_eq!(status, 1, "{diagnostics}");
    assert!(diagnostics_of.contains("disparue /a/convention/ → /b/contrat/ ?"), "{diagnostics_of}");
    assert!(
        diagnostics_of.contains("disparue /formation/#inscription → /formation/#s-inscrire ?"),
        "{diagnostics_of}"
    );

    let (status, diagnostics_of, diagnostics) = guide.run(&["check", "--fix"]);
    assert_eq!(status, 0, "{diagnostics_of}{diagnostics}");
    assert!(diagnostics.contains("guide/b/1-contrat.md:4:1"), "{diagnostics}");
    assert_eq!(
        guide.read("b/1-contrat.md"),
        CONVENTION.replace("😀\r\n---", "😀\r\naliases: [/a/convention/]\r\n---")
    );
    assert_eq!(
        guide.read("formation.md"),
        FORMATION.replace("## Inscription", "<!-- anchor: inscription -->\n## S'inscrire")
    );
    // Only its former address says what became of the page.
    assert_eq!(guide.errors(), [""; 0], "{diagnostics}");
    assert!(guide.read("index.md").contains("(b/1-contrat.md#signature)"), "{}", guide.read("index.md"));

    let (status, diagnostics_of, diagnostics) = guide.run(&["build"]);
    assert_eq!(status, 0, "{diagnostics_of}{diagnostics}");
    let redirect = guide.published("a/convention/index.html");
    assert!(redirect.contains("http-equiv=\"refresh\" content=\"0; url=../../b/contrat/\""), "{redirect}");
    let script = r#"<script src="../../theme/redirect.js?"#;
    assert!(
        redirect.contains(script) && redirect.contains(r#" data-target="../../b/contrat/"></script>"#),
        "{redirect}"
    );
    let page = guide.published("formation/index.html");
    let (anchor, heading) =
        (page.find("<span id=\"inscription\"></span>"), page.find("<h2 id=\"s-inscrire\""));
    assert!(anchor.is_some() && anchor < heading, "{page}");

    let (status, diagnostics_of, _) = guide.run(&["urls"]);
    assert_eq!(status, 0, "{diagnostics_of}");
    assert!(
        diagnostics_of.contains("déplacée /a/convention/ → /b/contrat/")
            && diagnostics_of.contains("reformulée /formation/#inscription")
    );
    let lock = guide.accept();
    assert!(
        lock.contains("\n/a/convention/ alias: /b/contrat/\n") && lock.contains("\n  #inscription -\n"),
        "{lock}"
    );
    // Once accepted, an alias that is removed is added again.
    guide.replace("b/1-contrat.md", "aliases: [/a/convention/]\r\n", "");
    assert_eq!(guide.errors().len(), 1);
    guide.run(&["check", "--fix"]);
    assert_eq!(guide.errors(), [""; 0]);
}

#[test]
fn a_page_that_moved_and_was_edited_is_recognised_by_its_sections() {
    let section =
        |number| format!("## Partie {number}\n\nLe texte de la partie {number} est à elle seule.\n\n");
    let sections = (1..=5).map(section).collect::<Vec<_>>().concat();
    let guide = Guide::new(&[("long.md", &format!("# Long\n\nDébut.\n\n{sections}"))]);
    guide.accept();
    guide.rename("long.md", "court.md");
    guide.replace("court.md", "Début.", "Un autre début.");
    guide.replace("court.md", "Partie 2", "La deuxième");
    guide.replace("court.md", "texte de la partie 5", "mot de la partie 5");
    let (status, _, diagnostics) = guide.run(&["check", "--fix", "--lang", "en"]);
    assert_eq!((status, guide.errors()), (0, Vec::<String>::new()), "{diagnostics}");
    let now = guide.read("court.md");
    assert!(now.starts_with("---\naliases: [/long/]\n---\n\n# Long\n"), "{now}");
    assert!(now.contains("<!-- anchor: partie-2 -->\n## La deuxième\n"), "{now}");
}

#[test]
fn two_candidates_are_both_named_and_nothing_is_written() {
    let guide = Guide::new(&[]);
    guide.accept();
    fs::remove_file(guide.path("a/convention.md")).expect("it can be removed");
    guide.write("x.md", CONVENTION);
    guide.write("y.md", CONVENTION);
    guide.replace("index.md", "a/convention.md#signature", "x.md#signature");
    let (status, diagnostics_of, diagnostics) = guide.run(&["check", "--fix"]);
    assert_eq!(status, 1, "{diagnostics}");
    assert!(
        diagnostics_of.contains("`guide/x.md`, `guide/y.md`") && diagnostics_of.contains("guide/urls.lock:"),
        "{diagnostics_of}"
    );
    assert_eq!((guide.read("x.md"), guide.read("y.md")), (CONVENTION.to_owned(), CONVENTION.to_owned()));
}

#[test]
fn a_renamed_section_redirects_all_its_pages() {
    let page = |number: usize| {
        format!("# Page {number}\n\nLe texte de la page {number}, qui ne ressemble à aucun autre.\n")
    };
    let guide = Guide::new(&[]);
    for number in 0..30 {
        guide.write(&format!("1-vieux/{number}-page-{number}.md"), &page(number));
    }
    guide.write("1-vieux/index.md", "# Vieux\n\nLe sommaire de la section, avec son texte à lui.\n");
    guide.accept();
    guide.rename("1-vieux", "2-neuf");
    assert_eq!(guide.errors().len(), 31);
    guide.run(&["check", "--fix"]);
    assert_eq!(guide.errors(), [""; 0]);
    assert!(guide.read("2-neuf/7-page-7.md").contains("aliases: [/vieux/page-7/]"));
}

#[test]
fn two_former_addresses_of_one_page_are_both_written() {
    let guide = Guide::new(&[("un.md", CONVENTION)]);
    guide.accept();
    fs::remove_file(guide.path("a/convention.md")).expect("it can be removed");
    guide.rename("un.md", "contrat.md");
    guide.replace("index.md", "a/convention.md#signature", "contrat.md");
    guide.run(&["check", "--fix"]);
    assert_eq!(guide.errors(), [""; 0]);
    assert!(
        guide.read("contrat.md").contains("aliases: [/a/convention/, /un/]\r\n"),
        "{}",
        guide.read("contrat.md")
    );
}

#[test]
fn an_address_is_given_up_with_a_reason_or_not_at_all() {
    let guide = Guide::new(&[("plan.pdf", "%PDF")]);
    let before = guide.accept();
    guide.replace("index.md", "- [la convention](a/convention.md#signature)\n", "");
    fs::remove_file(guide.path("a/convention.md")).expect("it can be removed");
    fs::remove_file(guide.path("plan.pdf")).expect("it can be removed");
    guide.replace("formation.md", "## Déroulement\n\nTrois jours par semaine, à distance.\n", "");
    let (status, _, diagnostics) = guide.run(&["urls", "--accept"]);
    assert_eq!((status, guide.read("urls.lock")), (1, before), "{diagnostics}");
    assert!(diagnostics.contains("3 adresses publiées ont disparu"), "{diagnostics}");
    assert_eq!(guide.errors().len(), 3);

    let (status, _, diagnostics) =
        guide.run(&["urls", "--accept", "--gone", "Remplacée par\n <l'accord> & co"]);
    assert_eq!(status, 0, "{diagnostics}");
    let lock = guide.read("urls.lock");
    for line in [
        "\n/a/convention/ gone: Remplacée par <l'accord> & co\n",
        "\n/plan.pdf gone: ",
        "\n  #deroulement gone: ",
    ] {
        assert!(lock.contains(line), "{line} in {lock}");
    }
    assert_eq!(guide.errors(), [""; 0]);
    assert_eq!(guide.accept(), lock, "writing it again changes nothing");
    let (status, diagnostics_of, diagnostics) = guide.run(&["build"]);
    assert_eq!(status, 0, "{diagnostics_of}{diagnostics}");
    let page = guide.published("a/convention/index.html");
    assert!(
        page.contains("Remplacée par &lt;l&#x27;accord&gt; &amp; co") || page.contains("&lt;l"),
        "{page}"
    );
    assert!(page.contains("<a href=\"../../\">Un guide</a>"), "{page}");
    assert!(!guide.0.path().join("public/plan.pdf").exists());
    // A page that returns is a page again.
    guide.write("a/convention.md", CONVENTION);
    assert!(
        guide.accept().contains("\n/a/convention/ ") && !guide.read("urls.lock").contains("convention/ gone")
    );
}

#[test]
fn drafts_expired_pages_and_the_language_of_messages_change_no_lock() {
    let guide = Guide::new(&[
        ("brouillon.md", "---\ntitle: Brouillon\ndraft: true\n---\n\nPas encore.\n"),
        ("stage.md", "---\ntitle: Stage\nexpires: 2027-01-31\n---\n\nJusqu'en janvier.\n"),
    ]);
    let lock = guide.accept();
    assert!(!lock.contains("/brouillon/") && lock.contains("/stage/"), "{lock}");
    assert_eq!(guide.run(&["urls", "--accept", "--lang", "en"]).0, 0);
    assert_eq!(guide.run(&["urls", "--accept", "--drafts"]).0, 2);
    assert_eq!(guide.read("urls.lock"), lock);
    // After its last day a page is not vanished, and its line stays.
    guide.replace("stage.md", "2027-01-31", "2026-01-31");
    assert!(!guide.errors().join("").contains("vanished"));
    assert_eq!(guide.accept(), lock);
    // A page that becomes a draft is lost.
    guide.replace("formation.md", "# Formation", "---\ntitle: Formation\ndraft: true\n---\n");
    guide.replace("index.md", "- [la formation](formation.md#inscription)\n", "");
    assert!(guide.errors().join("").contains("`/formation/`"));
}

#[test]
fn a_guide_without_a_lock_gets_instructions() {
    let guide = Guide::new(&[]);
    let (status, diagnostics_of, diagnostics) = guide.run(&["urls"]);
    assert_eq!((status, diagnostics_of.as_str()), (0, ""), "{diagnostics}");
    assert!(diagnostics.contains("jalon urls --accept"), "{diagnostics}");
    assert!(!guide.path("urls.lock").exists());
    for args in [&["build"][..], &["check"], &["check", "--fix"]] {
        assert_eq!(guide.run(args).0, 0);
        assert!(!guide.path("urls.lock").exists());
    }
    let (_, diagnostics_of, _) = guide.run(&["urls", "--format", "json"]);
    assert!(
        diagnostics_of.lines().any(|line| line == r#"{"change":"new","address":"/formation/","to":[]}"#),
        "{diagnostics_of}"
    );
}

#[test]
fn a_broken_lock_is_never_overwritten() {
    let guide = Guide::new(&[]);
    let good = guide.accept();
    let broken = good.replace("/formation/", "<<<<<<< HEAD\n/formation/");
    for text in [broken, "x".repeat(10 << 20), "/ -\0\n".to_owned()] {
        guide.write("urls.lock", &text);
        let (status, _, diagnostics) = guide.run(&["urls", "--accept"]);
        assert_eq!(status, 2, "{diagnostics}");
        assert!(guide.read("urls.lock") == text, "it is as it was");
        assert_eq!(guide.run(&["check"]).0, 1);
    }
    // With a lost address and another error, nothing is written either.
    guide.write("urls.lock", &good);
    guide.write("formation.md", &format!("{FORMATION}\n[x](nulle-part-ailleurs-du-tout.md)\n"));
    assert_eq!(guide.run(&["urls", "--accept"]).0, 1);
    assert_eq!(guide.read("urls.lock"), good);
}

#[test]
fn links_are_fixed_only_if_one_page_can_be_meant() {
    let guide = Guide::new(&[
        ("2-aide.md", "# Aide\n\nDe l'aide.\n"),
        ("c/unique.md", "# Unique\n\nUne page.\n"),
        ("c/double.md", "# Double\n\nUne page.\n"),
        ("d/double.md", "# Double\n\nUne autre page.\n"),
        ("c/index.md", "# C\n\nC.\n"),
        ("d/index.md", "# D\n\nD.\n"),
        (
            "liens.md",
            "\u{feff}# Liens\r\n\r\n😀 [a](1-aide.md) [b](unique.md?x=1#y) [c](double.md) [d](Formation.md#Déroulement)\r\n[e](formation.md#Inscription) [f](formatoin.md) [g][ref]\r\n\r\n[ref]: 3-aide.md",
        ),
    ]);
    let (status, diagnostics_of, diagnostics) = guide.run(&["check", "--fix"]);
    assert_eq!(status, 1, "{diagnostics_of}{diagnostics}");
    let text = guide.read("liens.md");
    for part in [
        "[a](2-aide.md)",
        "[c](double.md)",
        "[d](formation.md#deroulement)",
        "[e](formation.md#inscription)",
        "[f](formatoin.md)",
    ] {
        assert!(text.contains(part), "{part} in {text}\n{diagnostics}");
    }
    assert!(text.starts_with("\u{feff}# Liens\r\n\r\n😀 ") && !text.ends_with('\n'), "{text}");
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_left_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let guide =
        Guide::new(&[("2-aide.md", "# Aide\n\nDe l'aide.\n"), ("lien.md", "# Lien\n\n[aide](1-aide.md)\n")]);
    let set = |mode| {
        fs::set_permissions(guide.path("lien.md"), fs::Permissions::from_mode(mode)).expect("it is ours");
    };
    set(0o444);
    let (status, _, diagnostics) = guide.run(&["check", "--fix"]);
    assert_eq!(
        (status, guide.read("lien.md").as_str()),
        (2, "# Lien\n\n[aide](1-aide.md)\n"),
        "{diagnostics}"
    );
    set(0o604);
    assert_eq!(guide.run(&["check", "--fix"]).0, 0);
    let mode = fs::metadata(guide.path("lien.md")).expect("it is there").permissions().mode();
    assert_eq!((guide.read("lien.md").as_str(), mode & 0o777), ("# Lien\n\n[aide](2-aide.md)\n", 0o604));
    assert!(has_only_files_of_the_guide(&guide.path("")));
}

#[cfg(unix)]
fn has_only_files_of_the_guide(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).expect("it can be listed");
    entries
        .map(|entry| entry.expect("it can be listed").file_name())
        .all(|name| !name.to_string_lossy().starts_with('.'))
}

/// Everything is lost at once. The work must grow with the size of the guide, not with its square.
#[test]
fn a_guide_whose_addresses_are_all_lost_is_still_compared() {
    let heading = |number| format!("## Titre {number}\n\nPareil.\n\n");
    let headings = (0..8000).map(heading).collect::<Vec<_>>().concat();
    let mut files = vec![
        (
            "guide/jalon.yaml".to_owned(),
            "title: T\nlanguage: fr\nlimits: {page: 8000000, output: 80000000}\n".to_owned(),
        ),
        ("guide/index.md".to_owned(), format!("# T\n\n{headings}")),
    ];
    let mut lock = String::from("/ -\n");
    lock.extend((0..8000).map(|number| format!("  #perdu-{number} {number:012x}\n")));
    lock.extend((0..8000).map(|number| format!("  #pareil-{number} 08d1c2b3a495\n")));
    for number in 0..600 {
        files.push((format!("guide/neuf-{number}.md"), "# Pareil\n\nPareil.\n\n## Un\n\nUn.\n".to_owned()));
        let lines = format!("/vieux-{number}/ 08d1c2b3a495\n  #un 08d1c2b3a496\n/page/neuf-{number}/ -\n");
        lock.push_str(&lines);
    }
    files.push(("guide/urls.lock".to_owned(), lock));
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let built = clean_build(&guide_of(&files), options());
    let lost =
        |code: &str| built.diagnostics.iter().filter(|diagnostic| diagnostic.code.name == code).count();
    assert_eq!((lost("address/vanished-anchor"), lost("address/vanished-page")), (16_000, 1200));
}
