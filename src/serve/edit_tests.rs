//! The desk over a real folder, with real connections: what is written, and what never is.
use super::edit_fixture::{Edited, PAGE, desk, guide};
use crate::stamp::Stamp;
use serde_json::json;
use std::fs;
use std::process::Command;
use std::time::Duration;

#[test]
fn a_page_is_read_shown_saved_and_brought_back() {
    let root = guide();
    let edited = Edited::start(root.path(), Some(desk()));
    let page = edited.ask("page", &json!({ "source": "guide/index.md" }));
    assert_eq!((page.status, page.body["text"].as_str()), (200, Some(PAGE)));
    assert_eq!(page.body["stamp"], Stamp::of_bytes(PAGE.as_bytes()).to_hex());
    assert_eq!(page.body["canUndo"], false);

    // What a text would become is seen by who types alone.
    let text = "# Accueil\n\nBonsoir, voir [A](a.md#rien).\n";
    let shown = edited.ask("preview", &json!({ "source": "guide/index.md", "text": text }));
    assert_eq!(shown.status, 200);
    assert!(shown.body["html"].as_str().unwrap().contains("Bonsoir"), "{}", shown.body);
    let finding = &shown.body["findings"][0];
    assert_eq!(finding["words"], "link/missing-anchor");
    let part = &text[..usize::try_from(finding["start"].as_u64().unwrap()).unwrap()];
    assert!(part.starts_with("# Accueil\n\nBonsoir"), "{finding}");
    let served = edited.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"");
    assert!(served.body.as_str().unwrap().contains("Bonjour"));
    assert!(served.body.as_str().unwrap().contains("/_jalon/reload.js"), "no desk without the session");
    assert_eq!(edited.read("guide/index.md"), PAGE);

    let saved = edited.save(text, PAGE);
    assert_eq!((saved.status, saved.body["canUndo"].as_bool()), (200, Some(true)));
    assert_eq!(edited.read("guide/index.md"), text);
    assert_eq!(edited.told.recv_timeout(Duration::from_secs(20)).unwrap(), "rebuilt guide/index.md");

    let stale = edited.undo(PAGE);
    assert_eq!(stale.status, 409, "{}", stale.body);
    let undone = edited.undo(text);
    assert_eq!((undone.status, undone.body["text"].as_str()), (200, Some(PAGE)));
    assert_eq!((edited.read("guide/index.md").as_str(), edited.undo(PAGE).status), (PAGE, 404));
}

#[test]
fn the_version_before_is_brought_back_after_a_restart() {
    let root = guide();
    let edited = Edited::start(root.path(), Some(desk()));
    assert_eq!(edited.save("# Deux\n", PAGE).status, 200);
    assert_eq!(edited.save("# Trois\n", "# Deux\n").status, 200);
    drop(edited);
    let edited = Edited::start(root.path(), Some(desk()));
    assert_eq!(edited.undo("# Trois\n").body["text"], "# Deux\n");
    assert_eq!(edited.undo("# Deux\n").body["text"], PAGE);
    assert_eq!(edited.read("guide/index.md"), PAGE);
    let kept = edited.files();
    for text in ["# Deux\n", "# Trois\n", PAGE] {
        assert!(kept.iter().any(|(path, bytes)| {
            path.to_string_lossy().contains(".jalon/history/guide/index.md/") && bytes == text.as_bytes()
        }));
    }
}

#[test]
fn what_another_program_wrote_is_never_overwritten() {
    let root = guide();
    let edited = Edited::start(root.path(), Some(desk()));
    let theirs = PAGE.replace("Bonjour", "Bonsoir") + "\nUne suite.\n";
    fs::write(root.path().join("guide/index.md"), &theirs).unwrap();
    let mine = PAGE.replace("Bonjour", "Salut");
    let refused = edited.save(&mine, PAGE);
    assert_eq!(refused.status, 409);
    assert_eq!(edited.read("guide/index.md"), theirs);
    assert_eq!(refused.body["theirs"], theirs);
    assert_eq!(refused.body["stamp"], Stamp::of_bytes(theirs.as_bytes()).to_hex());
    let passages = refused.body["passages"].as_array().unwrap();
    assert_eq!(passages[0]["same"], "# Accueil\n\n");
    assert!(passages[1]["mine"].as_str().unwrap().starts_with("Salut"));
    assert!(passages[1]["theirs"].as_str().unwrap().starts_with("Bonsoir"));
    // With the stamp of what is there, the choice is written.
    let chosen = edited.save(&mine, &theirs);
    assert_eq!((chosen.status, edited.read("guide/index.md")), (200, mine));
}

#[test]
fn line_ends_that_stay_keep_their_bytes() {
    let root = guide();
    let before = "\u{feff}# Accueil\r\n\r\nUn.\nDeux.\r\n";
    fs::write(root.path().join("guide/index.md"), before).unwrap();
    let edited = Edited::start(root.path(), Some(desk()));
    let page = edited.ask("page", &json!({ "source": "guide/index.md" }));
    assert_eq!(page.body["text"], "# Accueil\n\nUn.\nDeux.\n");
    let wanted = json!({
        "source": "guide/index.md", "base": page.body["text"], "stamp": page.body["stamp"],
        "text": "# Accueil\n\nUn.\nDeux!\nTrois.\n",
    });
    assert_eq!(edited.ask("save", &wanted).status, 200);
    assert_eq!(edited.read("guide/index.md"), "\u{feff}# Accueil\r\n\r\nUn.\nDeux!\r\nTrois.\r\n");
}

#[test]
fn nothing_is_written_for_who_has_not_opened_the_session() {
    let root = guide();
    let edited = Edited::start(root.path(), Some(desk()));
    let before = edited.files();
    let port = edited.port;
    let wanted = json!({
        "source": "guide/index.md", "text": "PIRATE", "base": PAGE,
        "stamp": Stamp::of_bytes(PAGE.as_bytes()).to_hex(),
    });
    let body = wanted.to_string();
    let status = |headers: &[(&str, &str)]| edited.request("save", headers, body.as_bytes()).status;
    let other_port = format!("http://localhost:{}", port.wrapping_add(1));
    let secure = format!("https://localhost:{port}");
    let other_name = format!("http://127.0.0.1:{port}");
    let forged = format!("jalon-edit-{port}={}", "0".repeat(32));
    for (headers, wanted) in [
        (&[("Cookie", "")][..], 403),
        (&[("Cookie", forged.as_str())], 403),
        (&[("Origin", "")], 403),
        (&[("Origin", "null")], 403),
        (&[("Origin", "http://evil.example")], 403),
        (&[("Origin", other_port.as_str())], 403),
        (&[("Origin", secure.as_str())], 403),
        (&[("Origin", other_name.as_str())], 403),
        (&[("Sec-Fetch-Site", "cross-site")], 403),
        (&[("Sec-Fetch-Site", "same-site")], 403),
        (&[("Host", "evil.example"), ("Origin", "http://evil.example")], 403),
        (&[("Host", "localhost.evil.example")], 403),
        (&[("Host", "")], 400),
        (&[("Content-Type", "application/x-www-form-urlencoded")], 415),
        (&[("Content-Type", "text/plain")], 415),
        (&[("Content-Type", "multipart/form-data; boundary=x")], 415),
        (&[("Content-Type", "")], 415),
        (&[("Content-Length", "104857600")], 413),
    ] {
        assert_eq!(status(headers), wanted, "{headers:?}");
    }
    let twice = format!(
        "POST /_jalon/edit/save HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\nOrigin: null\r\n\
         Cookie: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        edited.cookie,
        body.len(),
    );
    assert_eq!(edited.send(&twice, body.as_bytes()).status, 403);
    for method in ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"] {
        let head = format!(
            "{method} /_jalon/edit/save HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n\
             Cookie: {}\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n",
            edited.cookie,
        );
        assert_eq!(edited.send(&head, b"").status, 405, "{method}");
    }
    let encoded = edited.request("%2e%2e/edit/save", &[], body.as_bytes());
    assert_eq!(encoded.status, 400);
    assert_eq!(edited.files(), before, "0 bytes written");
    // The same request with all that it needs is the one that writes.
    assert_eq!(status(&[("Sec-Fetch-Site", "same-origin")]), 200);
}

#[test]
fn nothing_is_written_that_is_not_a_page_of_the_guide() {
    let root = guide();
    #[cfg(unix)]
    {
        let link = |target: &str, name: &str| {
            std::os::unix::fs::symlink(target, root.path().join(name)).unwrap();
        };
        link("../secret.md", "guide/out.md");
        link("urls.lock", "guide/lock.md");
        link(".secret.md", "guide/hidden.md");
        let pipe = Command::new("mkfifo").arg(root.path().join("guide/pipe.md")).status();
        assert!(pipe.unwrap().success());
    }
    let edited = Edited::start(root.path(), Some(desk()));
    let before = edited.files();
    for source in [
        "",
        "guide",
        "guide/",
        "guide/urls.lock",
        "guide/jalon.yaml",
        "guide/registry/contacts.yaml",
        "guide/.secret.md",
        "guide/out.md",
        "guide/lock.md",
        "guide/hidden.md",
        "guide/pipe.md",
        "guide/missing.md",
        "guide/../secret.md",
        "guide/../guide/index.md",
        "guide/./index.md",
        "guide//index.md",
        "guide/%2e%2e/secret.md",
        "guide/index%2emd",
        "guide\\index.md",
        "/etc/passwd",
        "secret.md",
        ".jalon/history/guide/index.md",
        "themes/default/x.md",
        "guide/index.md\u{0}",
    ] {
        let text = fs::read(root.path().join("secret.md")).unwrap();
        for stamp in [PAGE.as_bytes(), &text] {
            let stamp = Stamp::of_bytes(stamp).to_hex();
            let mut wanted = json!({ "source": source, "text": "PIRATE", "base": PAGE, "stamp": stamp });
            wanted["data"] = "R0lGODdhAQABAAAAACwAAAAAAQABAAAA".into();
            for action in ["save", "undo", "page", "preview", "names", "picture"] {
                let got = edited.ask(action, &wanted);
                assert_eq!(got.status, 404, "{action} {source:?}: {}", got.body);
            }
        }
    }
    assert_eq!(edited.files(), before, "0 bytes written");
}

#[test]
fn bodies_that_are_no_saves_write_nothing() {
    let root = guide();
    let edited = Edited::start(root.path(), Some(desk()));
    let before = edited.files();
    let stamp = Stamp::of_bytes(PAGE.as_bytes()).to_hex();
    for body in ["", "{", "[]", "null", "\u{0}", &"[".repeat(100_000)] {
        let status = edited.request("save", &[], body.as_bytes()).status;
        assert!(matches!(status, 400 | 404), "{status} {body:.20}");
    }
    for wanted in [
        json!({ "source": "guide/index.md", "text": 1, "base": PAGE, "stamp": stamp }),
        json!({ "source": "guide/index.md", "text": "x", "stamp": stamp }),
    ] {
        assert_eq!(edited.ask("save", &wanted).status, 400);
    }
    for stamp in ["", "0", &stamp[1..], &format!("+{stamp}"), &Stamp::of_bytes(b"x").to_hex()] {
        let wanted = json!({ "source": "guide/index.md", "text": "x", "base": PAGE, "stamp": stamp });
        assert_eq!(edited.ask("save", &wanted).status, 409, "{stamp}");
    }
    // A page has a largest size, and so has a body that does not tell its own.
    let huge = json!({ "source": "guide/index.md", "text": "x".repeat((8 << 20) + 1), "base": PAGE, "stamp": stamp });
    assert_eq!(edited.ask("save", &huge).status, 413);
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000)).repeat(600);
    let chunked = [("Content-Length", ""), ("Transfer-Encoding", "chunked")];
    let status = edited.request("save", &chunked, chunk.as_bytes()).status;
    assert!(matches!(status, 0 | 413), "{status}");
    for _ in 0..200 {
        assert_eq!(edited.ask("save", &json!({})).status, 404);
    }
    assert_eq!(edited.files(), before, "0 bytes written");
}

#[test]
fn a_picture_is_put_beside_its_page_by_type_and_under_a_free_name() {
    let root = guide();
    let edited = Edited::start(root.path(), Some(desk()));
    let put = |name: &str, data: &str| {
        edited.ask("picture", &json!({ "source": "guide/index.md", "name": name, "data": data }))
    };
    let gif = "R0lGODdhAQABAAAAACwAAAAAAQABAAAA";
    assert_eq!(put("Le Plan.PNG", gif).body["name"], "le-plan.gif");
    assert_eq!(put("../../le plan.md", gif).body["name"], "le-plan-2.gif");
    assert_eq!(put("a.gif", "PHN2Zy8+").status, 415);
    assert_eq!(put("a.gif", "R0lGODdh*").status, 400);
    assert_eq!(put("a.gif", &"A".repeat(12 << 20)).status, 413);
    let missing = edited.ask("picture", &json!({ "source": "guide/missing.md", "name": "a", "data": gif }));
    assert_eq!(missing.status, 404);
    let files = edited.files();
    let new: Vec<_> =
        files.keys().filter(|path| path.extension().is_some_and(|ending| ending == "gif")).collect();
    assert_eq!(new, [&root.path().join("guide/le-plan-2.gif"), &root.path().join("guide/le-plan.gif")]);
    assert_eq!(edited.ask("paste", &json!({ "html": "<p>é" })).body["text"], "<P>É");
}

#[test]
fn a_server_without_a_desk_has_nothing_of_it() {
    let root = guide();
    let served = Edited::start(root.path(), None);
    let before = served.files();
    let get = |path: &str| {
        let head = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        served.send(&head, b"")
    };
    assert_eq!(served.ask("save", &json!({ "source": "guide/index.md" })).status, 405);
    for path in ["/_jalon/edit/desk.js", "/_jalon/edit/desk.css", "/_jalon/edit/enter?token=x"] {
        assert_eq!(get(path).status, 404, "{path}");
    }
    assert!(!get("/").body.as_str().unwrap().contains("desk"));
    assert_eq!(served.files(), before);
}
