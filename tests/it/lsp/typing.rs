//! Diagnostics while one types: those of `jalon check` on the same text, at the places that the client counts.
use super::client::{Client, uri};
use super::{guide, write};
use crate::random_edits::generator;
use crate::support::{RandomNumbers, jalon, run};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// What `jalon check` says, as the client would be told of one file: code, line and message.
fn check(root: &Path, path: &str) -> Vec<(String, u64, String)> {
    let output = run(&mut jalon(root, &["check", "--lang", "en", "--format", "json"]));
    let text = String::from_utf8(output.stdout).expect("it is text");
    let records = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line is JSON"));
    let of_file = records.filter(|record| record["path"] == path);
    let told = of_file.map(|record| {
        let help = record["help"].as_str().map_or_else(String::new, |help| format!("\n{help}"));
        let message = format!("{}{help}", record["message"].as_str().unwrap_or_default());
        let line = record["line"].as_u64().unwrap_or(1) - 1;
        (record["code"].as_str().unwrap_or_default().to_owned(), line, message)
    });
    told.collect()
}

/// The same of what was told.
fn told(client: &Client, uri: &str) -> Vec<(String, u64, String)> {
    let of_file = client.published.get(uri).and_then(|told| told["diagnostics"].as_array());
    let one = |diagnostic: &Value| {
        let text = |name: &str| diagnostic[name].as_str().unwrap_or_default().to_owned();
        (text("code"), diagnostic["range"]["start"]["line"].as_u64().unwrap_or_default(), text("message"))
    };
    of_file.into_iter().flatten().map(one).collect()
}

#[test]
fn diagnostics_come_as_one_types_and_go_when_they_are_gone() {
    let root = guide(&[("guide/a.md", "# A\n\nTexte.\n")]);
    let (a, index) = (uri(&root.path().join("guide/a.md")), uri(&root.path().join("guide/index.md")));
    let mut client = Client::in_folder(root.path());
    client.open(&a, "# A\n\nTexte.\n");
    client.expect(&a, Some(1), &[]);
    // In the middle of the text; nothing is saved.
    let insert = |line: u32, character: u32, text: &str| {
        let place = json!({"line": line, "character": character});
        json!({"range": {"start": place, "end": place}, "text": text})
    };
    client.change(&a, 2, &json!([insert(2, 6, "\n\nVoir [le plan](nulle-part.md).\n")]));
    client.expect(&a, Some(2), &["link/missing-page 4:15-4:28"]);
    // Another open text changes what is wrong with the first.
    client.open(&index, "# Accueil\n");
    client.rewrite(&index, 2, "# Accueil\n\n## Le plan\n\n[A](a.md)\n");
    let changes = json!([
        {"range": {"start": {"line": 4, "character": 15}, "end": {"line": 4, "character": 28}}, "text": "index.md#le"},
        insert(4, 26, "-plan")
    ]);
    client.change(&a, 3, &changes);
    client.expect(&a, Some(3), &[]);
    client.rewrite(&index, 3, "# Accueil\n\n[A](a.md)\n");
    client.expect(&a, Some(3), &["link/missing-anchor 4:15-4:31"]);
    // What is on the disk counts again once a text is closed.
    client.notify("textDocument/didClose", &json!({"textDocument": {"uri": a}}));
    client.expect(&a, None, &[]);
}

#[test]
fn characters_are_counted_as_the_client_counts() {
    let line = "# A\r\n\r\n\u{1f600} été \u{1f468}\u{200d}\u{1f469} [x y](perdu.md)\r\n";
    let root = guide(&[("guide/a.md", "# A\n")]);
    let a = uri(&root.path().join("guide/a.md"));
    for (encodings, place) in [
        (json!(["utf-16"]), "link/missing-page 2:19-2:27"),
        (json!(["utf-8", "utf-16"]), "link/missing-page 2:29-2:37"),
    ] {
        let general = json!({"positionEncodings": encodings});
        let folders = json!([{"uri": uri(root.path()), "name": ""}]);
        let mut client =
            Client::with(&json!({"capabilities": {"general": general}, "workspaceFolders": folders}));
        client.open(&a, line);
        client.expect(&a, Some(1), &[place]);
    }
}

#[test]
fn files_that_others_change_are_read_again() {
    let root = guide(&[("guide/a.md", "# A\n\n[B](b.md)\n")]);
    let (a, b) = (uri(&root.path().join("guide/a.md")), root.path().join("guide/b.md"));
    let watches = json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}});
    let folders = json!([{"uri": uri(root.path()), "name": ""}]);
    let mut client = Client::with(&json!({"capabilities": watches, "workspaceFolders": folders}));
    client.expect(&a, None, &["link/missing-page 2:4-2:8"]);
    let asked = client.others.iter().find(|message| message["method"] == "client/registerCapability");
    let asked = asked.expect("the client is asked to watch").clone();
    client.send(&json!({"jsonrpc": "2.0", "id": asked["id"], "result": null}));
    fs::write(&b, "# B\n").expect("it is written");
    let changes = json!({"changes": [{"uri": uri(&b), "type": 1}]});
    client.notify("workspace/didChangeWatchedFiles", &changes);
    client.expect(&a, None, &[]);
    // A client that watches nothing tells of saved texts, and then the disk is looked at.
    fs::remove_file(&b).expect("it is removed");
    client.open(&a, "# A\n\n[B](b.md)\n");
    client.expect(&a, Some(1), &["link/missing-page 2:4-2:8"]);
    fs::write(&b, "# B\n").expect("it is written");
    client.notify("textDocument/didSave", &json!({"textDocument": {"uri": a}}));
    client.expect(&a, Some(1), &[]);
}

#[test]
fn each_text_belongs_to_the_nearest_guide_above_it() {
    let (one, two) = (guide(&[("guide/a.md", "# A\n")]), guide(&[("guide/a.md", "# A\n")]));
    write(one.path(), "docs/guide/jalon.yaml", "title: Dedans\nlanguage: fr\n");
    write(one.path(), "docs/guide/index.md", "# Dedans\n");
    write(one.path(), "docs/guide/a.md", "# A\n");
    let mut client = Client::with(&json!({"capabilities": {}}));
    let lost = "# A\n\n[B](b.md)\n";
    for root in [one.path().to_owned(), one.path().join("docs"), two.path().to_owned()] {
        let a = uri(&root.join("guide/a.md"));
        client.open(&a, lost);
        client.expect(&a, Some(1), &["link/missing-page 2:4-2:8"]);
    }
    write(two.path(), "guide/b.md", "# B\n");
    let a = uri(&two.path().join("guide/a.md"));
    client.notify("textDocument/didSave", &json!({"textDocument": {"uri": a}}));
    client.expect(&a, Some(1), &[]);
    let (first, inside) = (uri(&one.path().join("guide/a.md")), uri(&one.path().join("docs/guide/a.md")));
    client.expect(&first, Some(1), &["link/missing-page 2:4-2:8"]);
    // A guide that nobody has open is forgotten, with all that was told of it.
    client.notify("textDocument/didClose", &json!({"textDocument": {"uri": inside}}));
    client.expect(&inside, None, &[]);
    // No guide is above this one.
    let lone = tempfile::tempdir().expect("a folder");
    let lone = uri(&lone.path().join("a.md"));
    client.open(&lone, lost);
    client.open("untitled:a", lost);
    client.rewrite(&first, 2, "# A\n");
    client.expect(&first, Some(2), &[]);
    assert!(!client.published.contains_key(&lone) && !client.published.contains_key("untitled:a"));
}

#[test]
fn a_guide_that_is_typed_is_told_as_check_tells_it_once_it_is_saved() {
    let typed = guide(&[("guide/a.md", "# A\n")]);
    let saved = guide(&[]);
    write(typed.path(), "guide/search-tests.yaml", "accueil: [index.md]\n");
    write(saved.path(), "guide/search-tests.yaml", "accueil: [index.md]\n");
    let a = uri(&typed.path().join("guide/a.md"));
    let mut client = Client::in_folder(typed.path());
    client.open(&a, "# A\n");
    let texts = [
        "# Accueil\n\n## Fermé\n\nLe lundi 24 novembre 2026, actuellement.\n",
        "---\ntitle: [\n---\n\n# Deux\n",
        "# A\n\n[ici](#) et <contact:paie>\n\n![](plan.png)\n",
        "# A\n\n- [ ] Faut-il relire ?\n  - [ ] Si oui, relire.\n\n[À COMPLÉTER : le reste]\n",
        "# A\n\n<!-- allow search/not-found: voulu -->\nTexte.\n",
        "# A\n\nUn texte simple.\n",
    ];
    for (version, text) in (2..).zip(texts) {
        client.rewrite(&a, version, text);
        write(saved.path(), "guide/a.md", text);
        let expected = check(saved.path(), "guide/a.md");
        client.wait(&format!("{expected:#?}"), |client| {
            let is_new = client.published.get(&a)?["version"] == json!(version);
            (is_new && told(client, &a) == expected).then_some(())
        });
    }
}

/// The time from a change to what is told of it, in the middle of a thousand pages with two warnings each. A program that is not optimised, on a
/// machine that does other work, may take some times as long as the goal of 30 ms: the bound is ten times that.
/// `cargo test --release --test it lsp -- --nocapture` prints what it is in truth.
#[expect(clippy::print_stdout, reason = "the figure is read by people")]
#[test]
fn diagnostics_come_at_once_in_a_guide_of_a_thousand_pages() {
    let root = tempfile::tempdir().expect("a folder");
    generator::generate(root.path(), 1000, 3).expect("the guide is written");
    let pages = walkdir::WalkDir::new(root.path().join("guide")).sort_by_file_name();
    let pages: Vec<_> = pages
        .into_iter()
        .filter_map(Result::ok)
        .filter(|page| page.path().extension().is_some_and(|ending| ending == "md"))
        .collect();
    for page in &pages {
        let text = fs::read_to_string(page.path()).expect("a page is text");
        fs::write(page.path(), format!("{text}\n[À COMPLÉTER : un]\n\n[À COMPLÉTER : deux]\n"))
            .expect("it is written");
    }
    let mut client = Client::in_folder(root.path());
    let mut random = RandomNumbers::new(7);
    let mut times = Vec::new();
    for _ in 0..5 {
        let page = random.pick(&pages).path();
        let (uri, text) = (uri(page), fs::read_to_string(page).expect("a page is text"));
        client.open(&uri, &text);
        let is_first =
            |client: &mut Client| (client.published.get(&uri)?["version"] == json!(1)).then_some(());
        client.wait("the text as it was opened", is_first);
        for version in 2..8_u8 {
            let lost = "[x](perdu.md)".repeat(usize::from(version % 2));
            let begun = Instant::now();
            client.rewrite(&uri, i64::from(version), &format!("{text}\nUn mot{version} {lost}\n"));
            client.wait("what is wrong", |client| {
                let told = client.published.get(&uri)?;
                let count = told["diagnostics"].as_array()?.len();
                (told["version"] == json!(version) && count == 2 + usize::from(version % 2)).then_some(())
            });
            times.push(begun.elapsed());
        }
        client.notify("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
    }
    times.sort();
    let (median, most) = (times[times.len() / 2], times[times.len() * 19 / 20]);
    println!("from a change to its diagnostics at 1,000 pages: median {median:?}, 95th percentile {most:?}");
    assert!(median < Duration::from_millis(300), "{times:?}");
}
