//! Checklists apart from their pages: as sheets, and as `jalon checklist` prints them.
use crate::guide::read;
use crate::support::{
    assert_same, clean_build, first_guide, guide_of, jalon, options, page, replace, run, site_root,
};
use jalon::model::{Branch, Run, Sheet, SheetTask, Sources};
use jalon::output;
use jalon::pipeline::{Build, build};
use std::path::Path;
use std::process::Output;
use std::sync::Arc;

fn sheets(built: &Build, sources: &Sources) -> Vec<Arc<Sheet>> {
    let site = built.site.as_ref().expect("the guide is built");
    output::sheets(site, &built.parsed, sources, &built.engine)
}

fn sheet<'a>(sheets: &'a [Arc<Sheet>], id: &str) -> &'a Sheet {
    let ids: Vec<_> = sheets.iter().map(|sheet| sheet.id.as_str()).collect();
    sheets.iter().find(|sheet| sheet.id == id).unwrap_or_else(|| panic!("{id} is among {ids:?}"))
}

fn words(runs: &[Run]) -> String {
    let inside = |run: &Run| match run {
        Run::Text(text) | Run::Code(text) => text.clone(),
        Run::Strong(inside) | Run::Emphasis(inside) | Run::Strike(inside) | Run::Link(_, inside) => {
            words(inside)
        }
        Run::Break => " ".to_owned(),
    };
    runs.iter().map(inside).collect()
}

/// The text of tasks in order, each followed by the tasks below it, with their keys.
fn tasks(sheet: &Sheet) -> Vec<(String, String)> {
    fn walk(tasks: &[SheetTask], found: &mut Vec<(String, String)>) {
        for task in tasks {
            found.push((task.key.clone(), words(&task.text)));
            walk(&task.tasks, found);
        }
    }
    let mut found = Vec::new();
    sheet.sections.iter().for_each(|section| walk(&section.tasks, &mut found));
    found
}

/// The text with plain spaces only.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_checklists_of_the_first_guide_are_sheets_in_the_order_of_their_pages() {
    let sources = first_guide();
    let built = clean_build(&sources, options());
    let sheets = sheets(&built, &sources);
    let ids: Vec<&str> = sheets.iter().map(|sheet| sheet.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "un-recrutement-est-valide-quand",
            "un-conum-devient-vraiment-conum-quand",
            "recruter-convention-verifier-la-convention",
            "recruter-candidature-valider-la-candidature",
            "recruter-contrat-verifier-le-contrat",
            "la-coop-activer",
            "conum",
            "responsable-structure",
            "rh-administratif",
        ]
    );
    let count = |id: &str| {
        let sheet = sheet(&sheets, id);
        let first: Vec<&SheetTask> = sheet.sections.iter().flat_map(|section| &section.tasks).collect();
        let branches = first.iter().flat_map(|task| &task.tasks).filter(|task| task.branch.is_some()).count();
        (first.len(), branches)
    };
    assert_eq!(ids[6..].iter().map(|id| count(id)).collect::<Vec<_>>(), [(2, 0), (2, 0), (4, 2)]);
    assert_eq!([count(ids[0]), count(ids[1])], [(4, 0), (2, 0)], "the two lists of criteria");

    // A role's page, its sheet and the boxes of both have the same tasks in the same order.
    for role in &ids[6..] {
        let page = read(&built, &format!("roles/{role}/index.html"));
        let keys = page.all(&|element| element.attribute("data-task").is_some());
        let keys = keys.iter().filter_map(|element| element.attribute("data-task"));
        // A question has two answers in the place of its box.
        let keys =
            keys.filter(|key| !key.ends_with("=no")).map(|key| key.trim_end_matches("=yes").to_owned());
        let is_label = |id: &str| id.starts_with("tick-") || id.starts_with("ask-");
        let labels = page.all(&|element| {
            ["for", "id"].iter().any(|name| element.attribute(name).is_some_and(is_label))
                && element.name != "input"
        });
        let shown: Vec<(String, String)> =
            keys.zip(labels.iter().map(|label| flat(&label.words()))).collect();
        let wanted: Vec<_> =
            tasks(sheet(&sheets, role)).into_iter().map(|(key, text)| (key, flat(&text))).collect();
        assert_eq!(shown.len(), wanted.len(), "{role}");
        for ((key, words), (wanted_key, wanted)) in shown.iter().zip(&wanted) {
            let plain = |text: &str| text.replace('’', "'").replace([' ', '\u{a0}'], "");
            assert_eq!((key, plain(words)), (wanted_key, plain(wanted)), "{role}");
        }
    }
    let rh = sheet(&sheets, "rh-administratif");
    assert_eq!(rh.sections[1].tasks[1].tasks[0].branch, Some(Branch::No));
    let names: Vec<_> = rh.contacts.iter().map(|contact| contact.name.as_str()).collect();
    assert!(names.contains(&"Support Démarches Simplifiées"), "{names:?}");
}

#[test]
fn a_sheet_has_all_that_paper_needs() {
    let sources = crate::support::read(&site_root("tout"));
    let built = clean_build(&sources, options());
    let sheets = sheets(&built, &sources);
    let list = sheet(&sheets, "accueillir-avant-preparer-l-arrivee");
    assert_eq!(list.trail.len(), 2, "{:?}", list.trail);
    assert_eq!(list.publisher.as_deref(), Some("L’Atelier"));
    assert_eq!(
        list.facts,
        [
            ("Qui".to_owned(), "L’équipe, La direction".to_owned()),
            ("Prérequis".to_owned(), "L’agenda".to_owned())
        ]
    );
    assert_eq!(
        list.url.as_deref(),
        Some("https://guide.example/accueil/accueillir/avant/#preparer-l-arrivee")
    );
    assert_eq!(list.updated.map(|day| day.to_string()).as_deref(), Some("2026-11-01"));
    let first = &list.sections[0].tasks[0];
    assert!(list.sections[0].ordered && list.sections[0].title.is_empty());
    assert_eq!(first.due.as_deref(), Some("30 jours avant"));
    assert!(!words(&first.text).contains("()") && words(&first.text).ends_with('.'), "{:?}", first.text);
    assert_eq!(first.roles, ["Équipe"]);
    assert_eq!(first.help.len(), 1);
    // The sheet of a role does not repeat the role in each task.
    let own = sheet(&sheets, "equipe");
    assert!(own.sections.iter().flat_map(|section| &section.tasks).all(|task| task.roles.is_empty()));
    assert!(own.contacts.iter().any(|contact| contact.phone.is_some()));
    // Links work outside the site.
    let all = format!("{sheets:?}");
    assert!(!all.contains("Link(\"..") && !all.contains("Link(\"#"), "{all}");
}

#[test]
fn a_task_that_is_out_of_date_says_so_away_from_its_page() {
    let text = "# Une page\n\n<!-- until: 2026-11-22 -->\n- [ ] Venir ?\n  - [ ] Si non, écrire.\n\nPuis :\n\n\
        <!-- until: 2026-11-23 -->\n- [ ] Lire.\n";
    let settings = ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n");
    let sources = guide_of(&[settings, ("guide/index.md", "# Un guide\n"), ("guide/page.md", text)]);
    let sheets = sheets(&clean_build(&sources, options()), &sources);
    let diagnostics_of: Vec<_> = tasks(&sheets[0]).into_iter().map(|(_, words)| flat(&words)).collect();
    assert_eq!(
        diagnostics_of,
        ["Information dépassée depuis le 22 novembre 2026 – Venir ?", "Si non, écrire.", "Lire."]
    );
}

#[test]
fn a_delay_outside_the_text_leaves_no_gap() {
    let text = "# Une page\n\n- [ ] En commander un <due:J-2> avec [elle](index.md) <due:J>.\n- [ ] Le lire (<due:J>) .\n";
    let settings = ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n");
    let sources = guide_of(&[settings, ("guide/index.md", "# Un guide\n"), ("guide/page.md", text)]);
    let sheets = sheets(&clean_build(&sources, options()), &sources);
    let diagnostics_of: Vec<_> = tasks(&sheets[0]).into_iter().map(|(_, words)| words).collect();
    assert_eq!(diagnostics_of, ["En commander un avec elle.", "Le lire ."]);
}

#[test]
fn a_task_above_changes_no_key() {
    let mut sources = first_guide();
    let before = clean_build(&sources, options());
    let keys = |built: &Build, sources: &Sources| {
        let all = sheets(built, sources);
        tasks(sheet(&all, "recruter-convention-verifier-la-convention"))
    };
    let old = keys(&before, &sources);
    assert!(replace(
        &mut sources,
        "guide/1-recruter/1-convention.md",
        "- [ ] La convention est bien signée.",
        "- [ ] Une tâche de plus.\n- [ ] La convention est bien signée."
    ));
    let after = build(&sources, &[], options(), &before);
    assert_same(&after, &clean_build(&sources, options()), "a task above");
    assert_eq!(keys(&after, &sources)[1..], old[..]);
}

#[test]
fn names_of_checklists_are_unique() {
    let list = "# A\n\n## Liste\n\n- [ ] Un\n";
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: G\nlanguage: fr\n"),
        ("guide/index.md", list),
        ("guide/a.md", list),
        ("guide/a/index.md", "# A\n"),
        ("guide/b/a-liste.md", "# A\n\n- [ ] <role:liste> Un\n"),
        ("guide/b-a/liste.md", "# A\n\n- [ ] <role:liste> Un\n"),
        ("guide/registry/roles.yaml", "liste: {name: Liste}\n"),
    ]);
    let built = clean_build(&sources, options());
    let mut ids: Vec<_> = sheets(&built, &sources).iter().map(|sheet| sheet.id.clone()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "{ids:?}");
    assert!(ids.contains(&"liste".to_owned()), "a role's name is its id: {ids:?}");
}

fn checklist(root: &Path, args: &[&str]) -> Output {
    let mut all = vec!["checklist"];
    all.extend(args);
    run(&mut jalon(root, &all))
}

fn printed(args: &[&str]) -> String {
    let output = checklist(&site_root("tout"), args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").replace('\u{a0}', " ")
}

#[test]
fn without_a_name_the_checklists_are_listed() {
    let all = printed(&[]);
    assert!(all.contains("equipe") && all.contains("accueillir-avant-preparer-l-arrivee  3 tâches"), "{all}");
    let text = printed(&["preparer-l-arrivee", "--start", "2027-01-04"]);
    assert!(text.contains("    [ ] Si non, en commander un"), "{text}");
    assert!(text.contains("4 décembre 2026"), "{text}");
}

#[test]
fn a_table_opens_in_a_spreadsheet() {
    // Thirty days before 8 December is a Sunday, two weeks before is a Tuesday.
    let table = printed(&["preparer-l-arrivee", "--format", "csv", "--start", "2026-12-08"]);
    assert!(table.starts_with("\u{feff}Liste;N°;Tâche;"), "{table}");
    let lines: Vec<&str> = table.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 6, "{table}");
    assert!(lines[1].contains(";2026-11-06;avancé : le 8 novembre 2026 est un dimanche;"), "{}", lines[1]);
    assert!(
        lines[4].contains(";2.2;") && lines[4].contains(";non;") && lines[4].contains(";2026-11-24;;"),
        "{}",
        lines[4]
    );
    for line in &lines[1..] {
        assert!(line.ends_with(|letter: char| letter.is_alphanumeric()), "the key comes last: {line}");
        assert_eq!(line.matches(';').count(), 10, "{line}");
    }
}

#[test]
fn data_is_json() {
    let text = printed(&["equipe", "--format", "json", "--start", "2027-05-06"]);
    let data: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&data["id"], &data["start"]), (&"equipe".into(), &"2027-05-06".into()));
    let tasks = data["lists"][0]["tasks"].as_array().expect("tasks");
    assert_eq!(tasks.len(), 3);
    // The day itself is Ascension Day.
    let third = &tasks[2];
    assert_eq!(third["date"], "2027-05-05");
    assert_eq!(third["moved"], "avancé : le 6 mai 2027 est férié (Ascension)");
    assert_eq!(tasks[0]["delay"], serde_json::json!({ "amount": -30, "unit": "day" }));
    assert!(data["contacts"].as_array().is_some_and(|contacts| !contacts.is_empty()));
}

#[test]
fn a_calendar_holds_an_event_for_each_delay() {
    let calendar = printed(&["equipe", "--format", "ics", "--start", "2027-01-04"]);
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
    assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']), "every line ends with CR LF");
    let unfolded = calendar.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.trim_end().split("\r\n").collect();
    assert_eq!((lines[0], lines[1]), ("BEGIN:VCALENDAR", "VERSION:2.0"));
    assert_eq!(lines.last(), Some(&"END:VCALENDAR"));
    let all = |start: &str| lines.iter().filter_map(|line| line.strip_prefix(start)).collect::<Vec<_>>();
    assert_eq!(all("DTSTAMP:"), ["20261123T000000Z"; 3], "the day of the build, not the clock's");
    assert_eq!(all("DTSTART;VALUE=DATE:"), ["20261204", "20261221", "20270104"]);
    assert_eq!(all("DTEND;VALUE=DATE:"), ["20261205", "20261222", "20270105"]);
    let uids = all("UID:");
    assert!(uids.len() == 3 && uids.iter().all(|uid| uid.ends_with("@jalon")), "{uids:?}");
    let again =
        printed(&["preparer-l-arrivee", "--format", "ics", "--start", "2027-02-01"]).replace("\r\n ", "");
    assert!(
        uids.iter().all(|uid| again.contains(uid)),
        "a task keeps its UID in every list and for every start"
    );
    for value in all("SUMMARY:").into_iter().chain(all("DESCRIPTION:")) {
        let bare = value.replace("\\,", "").replace("\\;", "").replace("\\n", "").replace("\\\\", "");
        assert!(!bare.contains([',', ';', '\\']), "{value}");
    }
}

#[test]
fn what_cannot_be_printed_is_reported() {
    let root = site_root("tout");
    for (args, wanted) in [
        (&["equip"][..], "equipe"),
        (&["equipe", "--format", "ics"], "--start"),
        (&["accueillir-avant-signer", "--format", "ics", "--start", "2027-01-04"], "délai"),
    ] {
        let output = checklist(&root, args);
        let diagnostics_of = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {diagnostics_of}");
        assert!(diagnostics_of.contains(wanted) && output.stdout.is_empty(), "{args:?}: {diagnostics_of}");
    }
    let output = run(&mut jalon(&root, &["check", "--format", "csv"]));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_single_checklist_can_be_printed() {
    let output = checklist(&site_root("tout"), &["equipe", "--format", "pdf", "--start", "2027-05-06"]);
    let diagnostics_of = String::from_utf8_lossy(&output.stderr);
    if cfg!(feature = "pdf") {
        assert_eq!((output.status.code(), &*diagnostics_of), (Some(0), ""));
        assert!(output.stdout.starts_with(b"%PDF-1.7\n") && output.stdout.ends_with(b"%%EOF\n"));
    } else {
        assert_eq!(output.status.code(), Some(2));
        assert!(diagnostics_of.contains("PDF") && output.stdout.is_empty(), "{diagnostics_of}");
    }
}

#[test]
fn help_is_read_paragraph_by_paragraph_and_nothing_is_markup() {
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: G\nlanguage: fr\n"),
        (
            "guide/index.md",
            "# A\n\n## L\n\n- [ ] **Important** : *signer* `#let` [ici](b.md) (<due:J-2>) ~~vite~~ $x$ <tool:t>\n\n  Un\n  deux.\n\n  \
             - à\n  - é\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n  ```\n  #code\n  ```\n\n  [À COMPLÉTER : qui]<br>fin\n",
        ),
        ("guide/b.md", "# B\n"),
        ("guide/registry/tools.yaml", "t: {name: Outil, url: 'https://outil.example/'}\n"),
    ]);
    let built = clean_build(&sources, options());
    let all = sheets(&built, &sources);
    let task = &sheet(&all, "l").sections[0].tasks[0];
    assert!(task.important);
    assert_eq!(words(&task.text), "Important\u{a0}: signer #let ici vite $x$ Outil");
    assert!(task.text.contains(&Run::Link("https://outil.example/".into(), vec![Run::Text("Outil".into())])));
    assert!(task.text.iter().all(|run| !matches!(run, Run::Link(address, _) if !address.contains(':'))));
    let help: Vec<String> = task.help.iter().map(|line| words(line)).collect();
    assert_eq!(help, ["Un deux.", "– à", "– é", "a – b", "1 – 2", "#code\n", "[À compléter\u{a0}: qui] fin"]);
}

/// A guide in which a role has this many tasks: two sections, four tasks to a list, more in the last list.
fn busy_guide(tasks: usize, more: &str) -> Build {
    let mut files = vec![
        ("guide/jalon.yaml".to_owned(), "title: Guide\nlanguage: fr\n".to_owned()),
        ("guide/registry/roles.yaml".to_owned(), "accueil:\n  name: L’accueil\n  reader: true\n".to_owned()),
    ];
    for section in ["un", "deux"] {
        files.push((format!("guide/{section}/index.md"), format!("# Partie {section}\n\nLe texte.\n")));
    }
    for number in 0..tasks.div_ceil(4) {
        let section = if number < 40 { "un" } else { "deux" };
        let of_page = (0..tasks).skip(number * 4).take(4);
        let boxes: Vec<String> = of_page.map(|task| format!("- [ ] Faire la tâche {task}.")).collect();
        let boxes = boxes.join("\n");
        let text = format!("# Page {number}\n\n## Liste {number}\n\n<role:accueil>\n\n{boxes}\n");
        files.push((format!("guide/{section}/page-{number}.md"), text));
    }
    if let Some((_, text)) = files.last_mut() {
        *text += more;
    }
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    clean_build(&guide_of(&files), options())
}

#[test]
fn a_role_with_too_many_tasks_for_a_page_links_to_them() {
    let full = busy_guide(500, "");
    let full = read(&full, "roles/accueil/index.html");
    assert_eq!(full.all(&|element| element.attribute("data-task").is_some()).len(), 500);

    let question = "- [ ] Est-ce prêt ?\n  - [ ] Si oui, signer.\n  - [ ] Si non, attendre.\n";
    let built = busy_guide(498, question);
    let text = page(&built, "roles/accueil/index.html");
    assert!(!text.contains("data-task") && !text.contains("ticks.js"), "nothing to tick, no script for it");
    let role = read(&built, "roles/accueil/index.html");
    let main = role.named("main")[0];
    assert!(flat(&main.words()).contains("Ce rôle a 499 tâches"), "{}", flat(&main.words()));
    let headings: Vec<String> = main.named("h2").iter().map(|heading| flat(&heading.words())).collect();
    assert_eq!(headings, ["Partie deux", "Partie un"]);
    let lists: Vec<_> = main.named("li").into_iter().filter(|item| !item.named("p").is_empty()).collect();
    assert_eq!(lists.len(), 125);
    let diagnostics_of: Vec<String> = lists.iter().map(|item| flat(&item.words())).collect();
    assert!(diagnostics_of.contains(&"Liste 3Page 3 · 4 tâches".to_owned()), "{diagnostics_of:?}");
    assert!(diagnostics_of.contains(&"Liste 124Page 124 · 3 tâches".to_owned()), "{diagnostics_of:?}");
    let links: Vec<_> = main.named("a").iter().filter_map(|link| link.attribute("href")).collect();
    assert!(links.contains(&"../../un/page-3/#liste-3"), "{links:?}");
}
