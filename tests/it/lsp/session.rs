//! A session from beginning to end, and what must not end it.
use super::client::{Client, uri};
use super::guide;
use serde_json::{Value, json};
use std::fs;
use std::process::{Command, Stdio};

fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("{answer} is an error"))
}

#[test]
fn a_session_begins_and_ends_as_the_protocol_says() {
    let mut client = Client::silent();
    assert_eq!(code(&client.request("textDocument/hover", &json!({}))), -32002);
    client.notify("textDocument/didOpen", &json!({"textDocument": "too early"}));
    let begun = client.result("initialize", &json!({"capabilities": {}}));
    assert_eq!(begun["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(begun["serverInfo"]["name"], "jalon");
    assert_eq!(code(&client.request("initialize", &json!({}))), -32600);
    client.notify("initialized", &json!({}));
    assert_eq!(code(&client.request("textDocument/unheardOf", &json!({}))), -32601);
    assert_eq!(client.result("shutdown", &Value::Null), Value::Null);
    assert_eq!(code(&client.request("textDocument/hover", &json!({}))), -32600);
    client.notify("exit", &Value::Null);
    assert_eq!(client.status(), Some(0));
}

#[test]
fn a_session_that_was_not_shut_down_ends_with_status_1() {
    let mut client = Client::with(&json!({"capabilities": {}}));
    client.notify("exit", &Value::Null);
    assert_eq!(client.status(), Some(1));
    let mut client = Client::with(&json!({"capabilities": {}}));
    client.hang_up();
    assert_eq!(client.status(), Some(1));
    let mut client = Client::with(&json!({"capabilities": {}}));
    client.result("shutdown", &Value::Null);
    client.hang_up();
    assert_eq!(client.status(), Some(0));
}

#[test]
fn messages_that_are_none_are_answered_and_the_session_goes_on() {
    let mut client = Client::with(&json!({"capabilities": {}}));
    for (bad, expected) in [
        ("Content-Length: 3\r\n\r\n{\"a", -32700),
        ("Content-Length: 99999999999\r\n\r\n", -32700),
        ("GET / HTTP/1.1\r\n\r\n", -32700),
        ("Content-Length: 2\r\n\r\n[]", -32600),
        ("Content-Length: 8\r\n\r\n{\"a\": 1}", -32600),
    ] {
        client.write(bad.as_bytes());
        assert_eq!(code(&client.answer(&Value::Null)), expected, "{bad:?}");
    }
    // Parameters of another form, and what nobody has opened.
    client.notify("textDocument/didOpen", &json!({"textDocument": 1}));
    client.notify("textDocument/didChange", &json!({}));
    client.change("file:///nowhere/a.md", 2, &json!([{"text": "a"}]));
    client.notify("textDocument/didClose", &json!({"textDocument": {"uri": "untitled:1"}}));
    client.notify("$/unheardOf", &json!([]));
    client.send(&json!({"jsonrpc": "2.0", "id": "jalon-1", "result": null}));
    assert_eq!(code(&client.request("textDocument/unheardOf", &json!({}))), -32601);
}

#[test]
fn a_request_that_is_cancelled_while_it_waits_is_not_answered_with_a_result() {
    let root = guide(&[]);
    let mut client = Client::in_folder(root.path());
    let index = uri(&root.path().join("guide/index.md"));
    let ask =
        |id: u32| json!({"jsonrpc": "2.0", "id": id, "method": "workspace/symbol", "params": {"query": ""}});
    let cancel = |id: u32| json!({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": id}});
    let mut all = String::new();
    for message in (1001..1040).map(ask).chain([cancel(1039), cancel(7777)]) {
        let text = message.to_string();
        all.extend([format!("Content-Length: {}\r\n\r\n", text.len()), text]);
    }
    // A text that takes a while to build comes first, so that all of these wait.
    client.open(&index, &"Voir [le plan](perdu.md).\n\n".repeat(20_000));
    client.write(all.as_bytes());
    assert_eq!(code(&client.answer(&json!(1039))), -32800);
    assert!(client.answer(&json!(1038)).get("result").is_some(), "the others are answered");
}

#[cfg(unix)]
#[test]
fn the_server_ends_when_the_program_that_started_it_has_ended() {
    let mut parent = Command::new("sleep").arg("60").stdout(Stdio::null()).spawn().expect("a program starts");
    let mut client = Client::with(&json!({"capabilities": {}, "processId": parent.id()}));
    assert_eq!(code(&client.request("textDocument/unheardOf", &json!({}))), -32601);
    parent.kill().and_then(|()| parent.wait()).expect("it ends");
    assert_eq!(client.status(), Some(1));
}

#[test]
fn a_guide_that_cannot_be_read_ends_no_session() {
    let root = guide(&[("guide/a.md", "# A\n\n[perdu](b.md)\n")]);
    let mut client = Client::in_folder(root.path());
    let a = uri(&root.path().join("guide/a.md"));
    client.expect(&a, None, &["link/missing-page 2:8-2:12"]);
    fs::remove_file(root.path().join("guide/jalon.yaml")).expect("it is removed");
    client.open(&a, "# A\n\n[perdu](c.md)\n");
    client.rewrite(&a, 2, "# A\n\n[Perdu](b.md)\n");
    assert_eq!(code(&client.request("textDocument/unheardOf", &json!({}))), -32601);
}
