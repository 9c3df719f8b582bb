//! What a text editor asks of the texts that are open, saved or not.
use super::client::{Client, uri};
use super::guide;
use serde_json::{Value, json};
use tempfile::TempDir;

const CONTACTS: &str = "paie:\n  name: Service de la paie\n  kind: desk\n  for: [la paie]\n  phone: \"01 44 55 66 77\"\n  email: paie@exemple.fr\n  note: Pour la rédaction\n";
const PAGE: &str =
    "---\ntitle: Arriver\ndescription: Le premier jour.\nowner: paie\n---\n\n## Badge\n\nDu texte.\n";

/// A guide with a contact and a page, and a session with it.
fn session() -> (TempDir, Client) {
    let root = guide(&[("guide/registry/contacts.yaml", CONTACTS), ("guide/arriver.md", PAGE)]);
    let versions = json!({"workspace": {"workspaceEdit": {"documentChanges": true}}});
    let folders = json!([{"uri": uri(root.path()), "name": ""}]);
    let client = Client::with(&json!({"capabilities": versions, "workspaceFolders": folders}));
    (root, client)
}

fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
}

/// `a.md 3:5` for each place.
fn places(found: &Value) -> Vec<String> {
    let one = |place: &Value| {
        let uri = place["uri"].as_str().expect("a place has a file");
        let start = &place["range"]["start"];
        format!("{} {}:{}", uri.rsplit('/').next().unwrap_or_default(), start["line"], start["character"])
    };
    match found {
        Value::Array(all) => all.iter().map(one).collect(),
        Value::Null => Vec::new(),
        one_place => vec![one(one_place)],
    }
}

const INDEX: &str = "# Accueil\n\nÉcrire à <contact:paie>, voir [le badge](arriver.md#badge) et [l'arrivée](arriver.md).\n\n<!-- allow link/unclear-text: voulu -->\n[Ici](arriver.md)\n";

#[test]
fn what_is_known_of_a_thing_is_shown() {
    let (root, mut client) = session();
    let index = uri(&root.path().join("guide/index.md"));
    client.open(&index, INDEX);
    let mut shown = |line, character| {
        let hover = client.result("textDocument/hover", &at(&index, line, character));
        hover.pointer("/contents/value").and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let card = shown(2, 15);
    assert!(card.starts_with("**Service de la paie** `contact:paie`"), "{card}");
    assert!(card.contains("- Telephone, between quotes: 01 44 55 66 77"), "{card}");
    assert!(card.ends_with("Cited on 2 pages"), "{card}");
    assert_eq!(shown(2, 47), "**Arriver** › Badge\n\nLe premier jour.\n\n`/arriver/`");
    assert!(shown(2, 78).starts_with("**Arriver**\n"));
    let code = shown(4, 16);
    assert!(code.starts_with("**`link/unclear-text`**") && code.contains("````markdown"), "{code}");
    assert_eq!(shown(0, 100), "**Accueil**\n\n`/`");
    assert_eq!(shown(1, 0), "");
    // What is wrong is explained where it stands.
    client.rewrite(&index, 2, "# Accueil\n\n[x](perdu.md)\n");
    let hover = client.result("textDocument/hover", &at(&index, 2, 6));
    let text = hover.pointer("/contents/value").and_then(Value::as_str).unwrap_or_default();
    assert!(text.starts_with("**`link/missing-page`**"), "{hover}");
    assert_eq!(hover["range"]["end"], json!({"line": 2, "character": 12}));
}

#[test]
fn things_lead_to_where_they_are_written_and_mentioned() {
    let (root, mut client) = session();
    let path = |name: &str| uri(&root.path().join("guide").join(name));
    let (index, page, contacts) = (path("index.md"), path("arriver.md"), path("registry/contacts.yaml"));
    client.open(&index, INDEX);
    let mut defined = |uri: &str, line, character| {
        places(&client.result("textDocument/definition", &at(uri, line, character)))
    };
    assert_eq!(defined(&index, 2, 20), ["contacts.yaml 0:0"]);
    assert_eq!(defined(&index, 2, 47), ["arriver.md 6:0"]);
    assert_eq!(defined(&index, 2, 78), ["arriver.md 1:7"]);
    assert_eq!(defined(&page, 3, 8), ["contacts.yaml 0:0"]);
    assert_eq!(defined(&page, 8, 2), [] as [&str; 0]);
    let mut mentioned = |uri: &str, line, character, is_declared: bool| {
        let mut params = at(uri, line, character);
        params["context"] = json!({"includeDeclaration": is_declared});
        places(&client.result("textDocument/references", &params))
    };
    assert_eq!(mentioned(&contacts, 0, 2, false), ["arriver.md 3:7", "index.md 2:10"]);
    let all = ["arriver.md 3:7", "index.md 2:10", "contacts.yaml 0:0"];
    assert_eq!(mentioned(&index, 2, 15, true), all);
    assert_eq!(mentioned(&page, 6, 4, false), ["index.md 2:41"]);
    assert_eq!(mentioned(&page, 1, 9, false), ["index.md 2:41", "index.md 2:74", "index.md 5:6"]);
    // A text that is not saved counts, and one without a guide has nothing.
    client.rewrite(&index, 2, "# Accueil\n\nRien.\n");
    let params = at(&contacts, 0, 2);
    assert_eq!(places(&client.result("textDocument/references", &params)), ["arriver.md 3:7"]);
    client.open("untitled:1", INDEX);
    assert_eq!(client.result("textDocument/definition", &at("untitled:1", 2, 20)), Value::Null);
}

/// A text after the edits of a file, which stand in the order of the text.
fn edited(text: &str, edits: &Value) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let offset = |position: &Value| {
        let number =
            |name: &str| usize::try_from(position[name].as_u64().expect("a number")).expect("it is small");
        let (line, character) = (number("line"), number("character"));
        let before: usize = lines[..line].iter().map(|line| line.len()).sum();
        let units: Vec<u16> =
            lines.get(line).map_or("", |line| *line).encode_utf16().take(character).collect();
        before + String::from_utf16(&units).expect("letters are whole").len()
    };
    let mut out = text.to_owned();
    for edit in edits.as_array().expect("there are edits").iter().rev() {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        out.replace_range(range, edit["newText"].as_str().expect("a text"));
    }
    out
}

#[test]
fn what_is_certain_is_corrected_in_the_version_that_was_asked_about() {
    let (root, mut client) = session();
    let index = uri(&root.path().join("guide/index.md"));
    let text = "# Accueil\r\n\r\n😀 [le badge](arriver.md/#badge)\r\n\r\n[le badge](arriver.md/#badge)\r\n";
    client.open(&index, text);
    client.rewrite(&index, 7, text);
    let range =
        |line: u32| json!({"start": {"line": line, "character": 20}, "end": {"line": line, "character": 20}});
    let params = |line, only: &[&str]| json!({"textDocument": {"uri": index}, "range": range(line), "context": {"diagnostics": [], "only": only}});
    let here = client.result("textDocument/codeAction", &params(2, &["quickfix"]));
    let all = client.result("textDocument/codeAction", &params(0, &["source"]));
    let none = client.result("textDocument/codeAction", &params(0, &["quickfix"]));
    assert_eq!(
        (here.as_array().map(Vec::len), all.as_array().map(Vec::len), none),
        (Some(1), Some(1), json!([]))
    );
    assert_eq!(here[0]["diagnostics"][0]["code"], "link/missing-page", "{here}");
    let change = &here[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": index, "version": 7}));
    let first = edited(text, &change["edits"]);
    assert_eq!(first, text.replacen("md/#", "md#", 1));
    let fixed = edited(text, &all[0]["edit"]["documentChanges"][0]["edits"]);
    client.rewrite(&index, 8, &fixed);
    client.expect(&index, Some(8), &[]);
    assert_eq!(client.result("textDocument/codeAction", &params(2, &[])), json!([]));
}

#[test]
fn a_client_without_versions_gets_plain_changes() {
    let root = guide(&[("guide/a.md", "# A\n\n[x](index.md/#accueil)\n")]);
    let mut client = Client::in_folder(root.path());
    let a = uri(&root.path().join("guide/a.md"));
    let place = json!({"line": 2, "character": 5});
    let params = json!({"textDocument": {"uri": a}, "range": {"start": place, "end": place}, "context": {"diagnostics": []}});
    let found = client.result("textDocument/codeAction", &params);
    assert!(found[0]["edit"]["changes"][&a][0]["newText"].is_string(), "{found}");
}

#[test]
fn headings_pages_and_entries_are_listed() {
    let (root, mut client) = session();
    let path = |name: &str| uri(&root.path().join("guide").join(name));
    client.open(&path("a.md"), "# Une page\n\n## Un\n\nTexte.\n\n### Deux\n\nTexte.\n\n## Trois\n");
    let document = |uri: &str| json!({"textDocument": {"uri": uri}});
    let found = client.result("textDocument/documentSymbol", &document(&path("a.md")));
    let names = |value: &Value| -> Vec<String> {
        let all = value.as_array().expect("a list").iter();
        all.map(|symbol| symbol["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names(&found), ["Une page"]);
    assert_eq!(names(&found[0]["children"]), ["Un", "Trois"]);
    assert_eq!(names(&found[0]["children"][0]["children"]), ["Deux"]);
    let range = &found[0]["children"][0]["range"];
    assert_eq!((&range["start"]["line"], &range["end"]["line"]), (&json!(2), &json!(8)));
    let found = client.result("textDocument/documentSymbol", &document(&path("registry/contacts.yaml")));
    assert_eq!((names(&found), &found[0]["detail"]), (vec!["paie".to_owned()], &json!("Service de la paie")));
    let found = client.result("workspace/symbol", &json!({"query": "une"}));
    assert_eq!(names(&found), ["Une page"]);
    let found = client.result("workspace/symbol", &json!({"query": "paie"}));
    assert_eq!(
        (names(&found), places(&found[0]["location"])),
        (vec!["Service de la paie".to_owned()], vec!["contacts.yaml 0:0".to_owned()])
    );
}

#[test]
fn parts_are_folded_and_tables_are_aligned() {
    let (root, mut client) = session();
    let a = uri(&root.path().join("guide/a.md"));
    let text = "---\ntitle: A\n---\n\n## Un\n\n```text\n## Deux\n```\n\n|été|b|\n|-|-:|\n|1|😀|\n";
    client.open(&a, text);
    let params = json!({"textDocument": {"uri": a}, "options": {"tabSize": 4, "insertSpaces": true}});
    let folded = client.result("textDocument/foldingRange", &params);
    let lines: Vec<_> = folded
        .as_array()
        .expect("a list")
        .iter()
        .map(|range| (range["startLine"].as_u64(), range["endLine"].as_u64()))
        .collect();
    assert_eq!(lines, [(Some(0), Some(2)), (Some(4), Some(12)), (Some(6), Some(8))]);
    let edits = client.result("textDocument/formatting", &params);
    let after = edited(text, &edits);
    assert!(after.ends_with("\n| été |   b |\n| --- | --: |\n| 1   |  😀 |\n"), "{after}");
    client.rewrite(&a, 2, &after);
    assert_eq!(client.result("textDocument/formatting", &params), json!([]));
}
