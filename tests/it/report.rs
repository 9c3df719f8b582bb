//! `jalon report`: what editors have to do, in every format, in both languages, on several days.
use crate::support::{TODAY, jalon, package_root, run};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

const SETTINGS: &str = "title: Guide\nlanguage: fr\nreview: {every: 6 months}\n";

const PAGE: &str = "---\r\ntitle: Été 😀\r\nowner: chef\r\nlast_reviewed_on: 2026-01-10\r\nexpires: 2027-01-05\r\n---\r\n\
    Écrire à [À COMPLÉTER : téléphone] ; 😀 [TODO].\r\n\r\n<!-- until: 2026-11-22 -->\r\nVieux <b>.\r\n";

const CONTACTS: &str = "chef:
  name: Camille Exemple
  kind: person
  role: rh
  email: ancienne@exemple.fr
  suggested: {email: nouvelle@exemple.fr, evidence: '=signature'}
  publish: to-confirm
guichet:
  name: Guichet
  kind: desk
  email: guichet@exemple.fr
  verified_on: 2026-06-01
  review_in: 6 months
";

fn guide(settings: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(root.path().join("guide/registry")).expect("a folder");
    for (path, text) in [("jalon.yaml", settings)].iter().chain(files) {
        std::fs::write(root.path().join("guide").join(path), text).expect("a file is written");
    }
    root
}

fn full() -> tempfile::TempDir {
    guide(
        SETTINGS,
        &[
            ("index.md", "# Accueil\n\n<contact:*>\n\n<resource:notice>\n\n[été](a.md)\n"),
            ("a.md", PAGE),
            ("registry/contacts.yaml", CONTACTS),
            ("registry/roles.yaml", "rh:\n  name: Service RH\n"),
            ("registry/resources.yaml", "notice:\n  title: La notice\n  kind: document\n  url: null\n"),
        ],
    )
}

fn report(root: &Path, more: &[&str]) -> Output {
    let mut command = jalon(root, &[&["report"], more].concat());
    run(&mut command)
}

fn diagnostics_of(root: &Path, more: &[&str]) -> String {
    let output = report(root, more);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").replace(['\u{a0}', '\u{202f}'], " ")
}

fn on(day: &str, root: &Path, more: &[&str]) -> String {
    let args: Vec<&str> = ["report"].iter().chain(more).copied().collect();
    let command = jalon(root, &args);
    // If an option is given twice, the program accepts the last one.
    let all: Vec<_> = command.get_args().map(|arg| arg.to_str().expect("UTF-8").to_owned()).collect();
    let all = all.iter().map(|arg| if arg == TODAY { day } else { arg });
    let output = run(std::process::Command::new(command.get_program()).args(all));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn editors_read_what_they_have_to_do() {
    let root = full();
    let text = diagnostics_of(root.path(), &["--lang", "fr"]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert_eq!(
        text,
        "Guide : ce qui attend, au 23 novembre 2026
10 choses attendent

Dates dépassées (2)
  Relire et vérifier « Été 😀 »
      guide/a.md:4 · depuis le 10 juillet 2026 (136 jours de retard) · Service
        RH
  Revoir un passage daté de « Été 😀 »
      guide/a.md:9 · depuis le 22 novembre 2026 (1 jour de retard) · Service RH

À compléter (3)
  Compléter « Été 😀 » : téléphone
      guide/a.md:7 · Service RH
  Compléter « Été 😀 »
      guide/a.md:7 · Service RH
  Donner l’adresse de « La notice »
      guide/registry/resources.yaml:4

Contacts jamais vérifiés (1)
  Vérifier « Camille Exemple »
      guide/registry/contacts.yaml:1 · Service RH

Coordonnées qui semblent remplacées (1)
  « Camille Exemple » : décider si nouvelle@exemple.fr remplace ce qui est écrit
      guide/registry/contacts.yaml:5 · Service RH

Personnes sans décision de publication (1)
  Décider si « Camille Exemple » peut être publié
      guide/registry/contacts.yaml:7 · Service RH

Dates des 60 prochains jours (2)
  Relire et vérifier « Guichet »
      guide/registry/contacts.yaml:12 · le 1er décembre 2026 (dans 8 jours)
  « Été 😀 » cesse d’être publiée après cette date
      guide/a.md:5 · le 5 janvier 2027 (dans 43 jours) · Service RH
"
    );
    let english = diagnostics_of(root.path(), &["--lang", "en", "--within", "8"]);
    assert!(english.starts_with("Guide: to do on 23 November 2026\n9 things to do\n"), "{english}");
    assert!(english.ends_with("guide/registry/contacts.yaml:12 · on 1 December 2026 (in 8 days)\n"));
}

#[test]
fn days_move_with_the_day() {
    let root = full();
    let text = |day: &str| on(day, root.path(), &["--lang", "en"]);
    assert!(text("2026-12-01").contains("contacts.yaml:12 · today\n"));
    assert!(text("2026-12-02").contains("contacts.yaml:12 · since 1 December 2026 (1 day late)\n"));
    assert!(text("2026-07-10").contains("guide/a.md:4 · today · Service RH\n"));
    let before = text("2026-02-01");
    assert!(before.contains("Overdue: nothing to do\n"), "{before}");
    assert!(before.ends_with("Due within the next 60 days: nothing to do\n"), "{before}");
}

#[test]
fn an_empty_report_is_one_line() {
    let root = guide("title: Guide\nlanguage: en\n", &[("index.md", "# Home\n\nText.\n")]);
    let text = diagnostics_of(root.path(), &[]);
    assert_eq!(
        text,
        "Guide: to do on 23 November 2026\nNothing to do, neither today nor in the next 60 days\n"
    );
    let calendar = report(root.path(), &["--format", "ics"]);
    assert!(calendar.status.success() && calendar.stdout.is_empty() && !calendar.stderr.is_empty());
}

#[test]
fn json_follows_its_schema() {
    let root = full();
    let whole: Value =
        serde_json::from_str(&diagnostics_of(root.path(), &["--format", "json"])).expect("JSON");
    let schema = run(&mut jalon(root.path(), &["schema", "report"]));
    let schema: Value = serde_json::from_slice(&schema.stdout).expect("JSON");
    let same_keys = |value: &Value, schema: &Value| {
        let keys = |value: &Value| {
            let mut keys: Vec<_> = value.as_object().expect("an object").keys().cloned().collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(value), keys(&schema["properties"]));
        assert_eq!(keys(value).len(), schema["required"].as_array().expect("a list").len());
    };
    same_keys(&whole, &schema);
    assert_eq!((whole["count"].as_u64(), whole["today"].as_str()), (Some(10), Some(TODAY)));
    let groups = whole["groups"].as_array().expect("groups");
    let known = &schema["properties"]["groups"]["items"];
    for group in groups {
        same_keys(group, known);
        assert!(known["properties"]["id"]["enum"].as_array().expect("ids").contains(&group["id"]));
        for item in group["items"].as_array().expect("items") {
            same_keys(item, &schema["$defs"]["item"]);
            let tasks = &schema["$defs"]["item"]["properties"]["task"]["enum"];
            assert!(tasks.as_array().expect("tasks").contains(&item["task"]), "{item}");
        }
    }
    // Columns count characters, also after accents and outside the basic plane.
    let open = &groups[1]["items"][1];
    assert_eq!((open["line"].as_u64(), open["column"].as_u64()), (Some(7), Some(40)), "{open}");
    let late = &groups[0]["items"][0];
    assert_eq!((late["days"].as_i64(), late["urgency"].as_str()), (Some(-136), Some("late")));
    assert_eq!((late["page"].as_str(), late["owner"].as_str()), (Some("/a/"), Some("Service RH")));
}

#[test]
fn csv_and_ics_can_be_opened() {
    let root = full();
    let french = diagnostics_of(root.path(), &["--format", "csv"]);
    assert!(french.starts_with("\u{feff}Rubrique;À faire;"), "{french}");
    assert_eq!(french.matches("\r\n").count(), 11, "{french}");
    assert!(french.contains(";Service RH;2026-07-10;136;guide/a.md;4\r\n"), "{french}");
    assert!(
        diagnostics_of(root.path(), &["--format", "csv", "--lang", "en"])
            .starts_with("\u{feff}Section,To do,")
    );

    let calendar = diagnostics_of(root.path(), &["--format", "ics"]);
    assert!(calendar.lines().all(|line| line.len() <= 75), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 4);
    assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
    let whole = calendar.replace("\r\n ", "");
    assert!(whole.contains("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n"), "{whole}");
    assert!(whole.contains("\\nguide/registry/contacts.yaml:12\r\n"), "{whole}");
    // An overdue item is dated on the day of the report; its key does not depend on that day.
    assert!(whole.contains("DTSTART;VALUE=DATE:20261123"), "{whole}");
    let uids = |text: &str| {
        let mut uids: Vec<_> =
            text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect();
        uids.sort();
        uids
    };
    assert_eq!(uids(&whole), uids(&on("2026-11-25", root.path(), &["--format", "ics"])));
}

#[test]
fn a_guide_with_errors_is_reported_as_far_as_it_can_be_read() {
    let root = guide(SETTINGS, &[("index.md", "# Accueil\n\n[vide](rien.md) [TODO]\n")]);
    let output = report(root.path(), &[]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("guide/index.md:3"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("jalon check"));
    let root = guide("title: [\n", &[]);
    assert_eq!(report(root.path(), &[]).status.code(), Some(2));
    let pdf = report(full().path(), &["--format", "pdf"]);
    assert_eq!(pdf.status.code(), Some(2));
}

#[test]
fn the_report_of_the_first_guide_lists_its_placeholders_and_is_never_published() {
    let whole: Value =
        serde_json::from_str(&diagnostics_of(package_root(), &["--format", "json"])).expect("JSON");
    let count = |at: usize| whole["groups"][at]["items"].as_array().expect("items").len();
    assert!(count(1) > 0 && count(2) > 0, "{whole:#}");
    let built = crate::support::clean_build(&crate::support::first_guide(), crate::support::options());
    assert!(built.files.keys().all(|path| !path.as_str().contains("_jalon")));
    let pages = crate::support::pages(&built);
    assert!(pages.into_iter().all(|(_, text)| !text.contains("_jalon/report")));
}
