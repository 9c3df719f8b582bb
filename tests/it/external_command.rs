//! `jalon check --external` as a command: output, kept answers, exit status and connections.
use super::external_sites::{self, ExternalSite};
use super::support::{jalon, run};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn write_guide(root: &Path, page: &str) {
    fs::create_dir_all(root.join("guide")).expect("a folder of the guide");
    fs::write(root.join("guide/jalon.yaml"), "title: G\nlanguage: fr\n").expect("the disk takes a file");
    fs::write(root.join("guide/index.md"), page).expect("the disk takes a file");
}

#[test]
fn a_missing_page_becomes_an_error_with_time_and_known_answers_need_no_request() {
    let (site, root) = (ExternalSite::open(external_sites::any), folder());
    write_guide(
        root.path(),
        // Two names for one site, so that neither has to wait for the other.
        &format!(
            "# G\n\n[Page perdue]({}) et [page gardée](http://localhost:{}/200)\n",
            site.url("/404"),
            site.at.port()
        ),
    );
    let check = |day: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command.args(["check", "--external", "--format", "json", "--lang", "en", "--today", day, "--root"]);
        let output = run(command.arg(root.path()).env("JALON_EXTERNAL_ALLOW", site.at.to_string()));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    // Without the columns that are empty in it.
    let row = |table: &str| -> Vec<String> {
        let line = table.lines().find(|line| line.starts_with("127.0.0.1")).unwrap_or_default();
        line.split_whitespace().map(str::to_owned).collect()
    };
    let (status, out, table) = check("2026-11-23");
    assert_eq!(status, Some(0), "{out}{table}");
    assert!(out.contains("\"external/failing\"") && out.lines().count() == 1, "{out}");
    assert_eq!(row(&table), ["127.0.0.1", "1", "1", "1"], "{table}");
    let count = site.requests().len();
    let second = check("2026-11-23");
    assert_eq!(
        (site.requests().len(), second.0, second.1),
        (count, Some(0), out),
        "no address is requested twice"
    );
    assert_eq!(row(&second.2), ["127.0.0.1", "1", "0", "1"], "{}", second.2);
    assert_eq!(fs::read_to_string(root.path().join(".jalon/.gitignore")).ok().as_deref(), Some("*\n"));
    assert_eq!(check("2026-11-25").0, Some(0));
    let (status, out, _) = check("2026-12-01");
    assert_eq!(status, Some(1), "{out}");
    assert!(out.contains("\"external/gone\"") && out.contains("23 November 2026"), "{out}");

    let kept = root.path().join(".jalon/external.json");
    fs::write(&kept, "{ not what it was").expect("the disk takes a file");
    let (status, out, table) = check("2026-12-02");
    assert_eq!(status, Some(0), "the kept answers are lost, so it is a first failure: {out}");
    assert!(table.contains("every address is checked again"), "{table}");
    assert!(fs::read_to_string(&kept).is_ok_and(|text| text.contains("\"version\": \"1\"")));
}

#[test]
fn ports_of_this_machine_are_only_contacted_in_tests() {
    let (site, root) = (ExternalSite::open(external_sites::any), folder());
    write_guide(root.path(), &format!("# G\n\n[Une page]({})\n", site.url("/200")));
    let output = run(&mut jalon(root.path(), &["check", "--external", "--format", "short"]));
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(out.contains("external/refused"), "{out}");
    assert_eq!(site.connections(), 0);
    let mut wrong = jalon(root.path(), &["check", "--external"]);
    let output = run(wrong.env("JALON_EXTERNAL_ALLOW", "127.0.0.0/8"));
    assert_eq!((output.status.code(), site.connections()), (Some(2), 0));
}

#[test]
#[expect(clippy::print_stderr, reason = "the log must say what was not tested")]
fn only_the_external_check_uses_the_network() {
    let (site, root) = (ExternalSite::open(external_sites::any), folder());
    let other = ExternalSite::open(external_sites::any);
    site.leads_to(&other);
    let paths = ["/200", "/private", "/other-port", "/mapped"];
    let links: String = paths
        .iter()
        .flat_map(|path| ["[La page ", path, "](", &site.url(path), ")\n"].map(str::to_owned))
        .collect();
    write_guide(root.path(), &format!("# G\n\n{links}"));
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("strace is missing: whether `build` and `check` touch the network was not tested");
        return;
    }
    for (args, expected) in [(&["build"][..], false), (&["check"], false), (&["check", "--external"], true)] {
        let trace = root.path().join("trace");
        let wanted = jalon(root.path(), args);
        let mut command = Command::new("strace");
        command.args(["-f", "-e", "trace=network", "-o"]).arg(&trace).arg(wanted.get_program());
        command.args(wanted.get_args()).env("JALON_EXTERNAL_ALLOW", site.at.to_string());
        let output = run(&mut command);
        let calls = fs::read_to_string(&trace).unwrap_or_else(|why| panic!("{why}: {output:?}"));
        let internet: Vec<_> = calls.lines().filter(|line| line.contains("AF_INET")).collect();
        assert!(calls.contains("+++ exited with 0 +++"), "{args:?}: {output:?}");
        assert_eq!(!internet.is_empty(), expected, "{args:?}: {internet:#?}");
        let ours = format!("sin_port=htons({}), sin_addr=inet_addr(\"127.0.0.1\")", site.at.port());
        let dialled = internet.iter().filter(|line| line.contains("connect("));
        let strangers: Vec<_> = dialled.filter(|line| !line.contains(&ours)).collect();
        assert!(strangers.is_empty(), "nothing else is contacted: {strangers:#?}");
    }
}
