//! What can be written at a place.
use super::client::{Client, uri};
use super::guide;
use serde_json::{Value, json};
use tempfile::TempDir;

const CONTACTS: &str =
    "paie:\n  name: Service de la paie\n  kind: desk\n\nrh:\n  name: Ressources humaines\n  kind: desk\n";
const ROLES: &str = "agent:\n  name: Agent\nchef:\n  name: Cheffe\n";
const PAGE: &str = "# Le premier jour\n\n## Le badge\n\n## Les clés {#clefs}\n";

fn session() -> (TempDir, Client) {
    let root = guide(&[
        ("guide/registry/contacts.yaml", CONTACTS),
        ("guide/registry/roles.yaml", ROLES),
        ("guide/1-arriver/1 jour.md", PAGE),
        ("guide/fichiers/plan.pdf", "%PDF-1.4"),
    ]);
    let client = Client::in_folder(root.path());
    (root, client)
}

/// What is proposed at the mark `‸` of a text: each with what it replaces.
fn proposals(client: &mut Client, uri: &str, marked: &str) -> Vec<(String, String)> {
    let (before, after) = marked.split_once('‸').expect("there is a mark");
    client.open(uri, &format!("{before}{after}"));
    let line = before.matches('\n').count();
    let last = before.rsplit('\n').next().unwrap_or_default();
    let units: Vec<u16> = last.encode_utf16().collect();
    let position = json!({"line": line, "character": units.len()});
    let params = json!({"textDocument": {"uri": uri}, "position": position});
    let found = client.result("textDocument/completion", &params);
    let item = |item: &Value| {
        let range = &item["textEdit"]["range"];
        assert_eq!(range["end"], position, "{item}");
        let start =
            usize::try_from(range["start"]["character"].as_u64().expect("a number")).expect("it is small");
        let replaced = String::from_utf16(&units[start..]).expect("letters are whole");
        (item["textEdit"]["newText"].as_str().unwrap_or_default().to_owned(), replaced)
    };
    let found = found["items"].as_array().map(|items| items.iter().map(item).collect());
    client.notify("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
    found.unwrap_or_default()
}

/// The texts alone.
fn texts(client: &mut Client, uri: &str, marked: &str) -> Vec<String> {
    proposals(client, uri, marked).into_iter().map(|(text, _)| text).collect()
}

fn both(text: &str, replaced: &str) -> (String, String) {
    (text.to_owned(), replaced.to_owned())
}

#[test]
fn ids_pages_anchors_and_codes_are_proposed_in_the_text_of_a_page() {
    let (root, mut client) = session();
    let index = uri(&root.path().join("guide/index.md"));
    let mut ask = |marked: &str| proposals(&mut client, &index, marked);
    assert_eq!(ask("# É\n\n😀 <contact:p‸"), [both("paie>", "p"), both("rh>", "p")]);
    assert_eq!(ask("# É\n\n<contact:‸>\n"), [both("paie", ""), both("rh", "")]);
    assert_eq!(ask("# É\n\n[é](contact:‸)"), [both("paie", ""), both("rh", "")]);
    assert_eq!(ask("# É\n\n<checklist:a‸"), [both("agent>", "a"), both("chef>", "a")]);
    assert!(ask("# É\n\n<con‸").contains(&both("contact:", "con")));
    let pages = [both("1-arriver/1%20jour.md", "1-"), both("fichiers/plan.pdf", "1-")];
    assert_eq!(ask("# É\n\n[le jour](1-‸)"), pages);
    let anchors = [both("le-badge", "l"), both("clefs", "l")];
    assert_eq!(ask("# É\n\n[le badge](1-arriver/1%20jour.md#l‸)"), anchors);
    assert_eq!(
        ask("# É\n\n## Ici même\n\n[ici](#‸)"),
        [both("ici-même", "")].map(|(_, replaced)| both("ici-meme", &replaced))
    );
    let codes = ask("# É\n\n<!-- allow link/‸");
    assert!(codes.contains(&both("link/unclear-text", "link/")), "{codes:?}");
    assert!(!codes.contains(&both("link/missing-page", "link/")), "an error cannot be silenced");
    for nothing in ["# É\n\nTexte ‸", "# É\n\n<contact:paie> ‸", "# É\n\n[a](b.md) ‸", "# É\n\n<due:‸"]
    {
        assert_eq!(ask(nothing), [], "{nothing}");
    }
}

#[test]
fn keys_and_values_of_front_matter_are_proposed() {
    let (root, mut client) = session();
    let index = uri(&root.path().join("guide/index.md"));
    let mut ask = |marked: &str| texts(&mut client, &index, marked);
    let keys = ask("---\ntitle: É\n‸\nroles: [chef]\n---\n");
    assert!(keys.contains(&"description: ".to_owned()), "{keys:?}");
    assert!(!keys.contains(&"title: ".to_owned()) && !keys.contains(&"roles: ".to_owned()), "{keys:?}");
    assert_eq!(ask("---\nchecklist:\n  fit_pages: 1\n  m‸\n---\n"), ["mode: "]);
    assert_eq!(ask("---\nchecklist:\n  mode: ‸\n---\n"), ["read-do", "do-confirm"]);
    assert_eq!(ask("---\nroles: [chef, a‸\n---\n"), ["agent", "chef"]);
    assert_eq!(ask("---\nroles:\n  - ‸\n---\n"), ["agent", "chef"]);
    assert_eq!(ask("---\nroles:\n- ‸\n---\n"), ["agent", "chef"]);
    assert_eq!(ask("---\nowner: ‸\n---\n"), ["paie", "rh"]);
    assert_eq!(ask("---\r\ndraft: ‸\r\n---\r\n"), ["true", "false"]);
    assert_eq!(ask("---\nlast_reviewed_on: ‸\n---\n"), ["2026-11-23"]);
    assert_eq!(ask("---\nsteps: [‸]\n---\n"), ["1-arriver/1%20jour.md"]);
    assert_eq!(ask("---\ntitle: ‸\n---\n"), [] as [&str; 0]);
}

#[test]
fn keys_and_values_of_the_registry_and_the_settings_are_proposed() {
    let (root, mut client) = session();
    let contacts = uri(&root.path().join("guide/registry/contacts.yaml"));
    let tools = uri(&root.path().join("guide/registry/tools.yaml"));
    let settings = uri(&root.path().join("guide/jalon.yaml"));
    let keys = texts(&mut client, &contacts, "paie:\n  name: Paie\n  ‸\n\nrh:\n  phone: x\n");
    assert!(keys.contains(&"phone: ".to_owned()) && !keys.contains(&"name: ".to_owned()), "{keys:?}");
    assert_eq!(
        texts(&mut client, &contacts, "paie:\n  publish: ‸\n"),
        ["public", "restricted", "to-confirm"]
    );
    assert_eq!(texts(&mut client, &contacts, "paie:\n  replaced_by: ‸\n"), ["paie"]);
    assert_eq!(texts(&mut client, &contacts, "p‸\n"), [] as [&str; 0]);
    let modes = texts(&mut client, &tools, "intranet:\n  name: Intranet\n  access:\n    mode: ‸\n");
    assert_eq!(modes[..2], ["open", "account"]);
    let codes = texts(&mut client, &settings, "title: É\nlanguage: fr\ncheck:\n  levels:\n    ‸\n");
    assert!(codes.contains(&"placeholder/open: ".to_owned()), "{codes:?}");
    let levels = texts(&mut client, &settings, "title: É\ncheck:\n  levels:\n    placeholder/open: ‸\n");
    assert_eq!(levels, ["off", "warning", "error"]);
}
