//! The beginning and the end of a session: what the client can do, and what this server does.
use super::text::PositionEncoding;
use super::uri;
use super::wire::Outgoing;
use crate::model::Language;
use serde_json::{Value, json};
use std::io;
use std::path::PathBuf;

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    New,
    Running,
    ShutDown,
}

impl Phase {
    /// The exit status of a session that ends here.
    pub(super) fn status(self) -> u8 {
        u8::from(self != Self::ShutDown)
    }
}

/// What the client says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    pub(super) encoding: PositionEncoding,
    /// The language that it shows.
    pub(super) language: Option<Language>,
    /// The folders that it shows.
    pub(super) folders: Vec<PathBuf>,
    /// The number of the process that started this one.
    parent: Option<i32>,
    /// Whether it can be asked to tell of files that change.
    watches_files: bool,
    /// Whether it knows for which version of a text an edit is.
    pub(super) knows_versions: bool,
}

impl Client {
    /// Reads the parameters of `initialize`.
    pub(super) fn read(params: &Value) -> Self {
        let offered = params.pointer("/capabilities/general/positionEncodings");
        let has_utf8 = offered.and_then(Value::as_array).is_some_and(|all| all.contains(&json!("utf-8")));
        let folders = match params["workspaceFolders"].as_array() {
            Some(folders) => folders.iter().filter_map(|folder| uri::path(folder["uri"].as_str()?)).collect(),
            None => params["rootUri"].as_str().and_then(uri::path).into_iter().collect(),
        };
        let watches = "/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration";
        let versions = "/capabilities/workspace/workspaceEdit/documentChanges";
        Self {
            encoding: if has_utf8 { PositionEncoding::Utf8 } else { PositionEncoding::Utf16 },
            language: params["locale"].as_str().and_then(Language::from_tag),
            folders,
            parent: params["processId"].as_i64().and_then(|number| i32::try_from(number).ok()),
            watches_files: params.pointer(watches) == Some(&Value::Bool(true)),
            knows_versions: params.pointer(versions) == Some(&Value::Bool(true)),
        }
    }

    /// Whether the process that started this one has ended.
    pub(super) fn is_gone(&self) -> bool {
        #[cfg(unix)]
        {
            let process = self.parent.and_then(rustix::process::Pid::from_raw);
            process.is_some_and(|process| {
                rustix::process::test_kill_process(process) == Err(rustix::io::Errno::SRCH)
            })
        }
        #[cfg(not(unix))]
        {
            // There the client's end of the stream tells.
            self.parent == Some(0)
        }
    }

    /// Asks to be told of files that other programs change.
    pub(super) fn watches(&self, out: &mut Outgoing) -> io::Result<()> {
        if !self.watches_files {
            return Ok(());
        }
        let watchers = ["**/guide/**", "**/themes/**"].map(|glob| json!({"globPattern": glob}));
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": {"watchers": watchers},
        });
        out.ask("client/registerCapability", &json!({"registrations": [registration]}))
    }
}

/// What this server does: the result of `initialize`.
pub(super) fn capabilities(client: &Client) -> Value {
    let encoding = match client.encoding {
        PositionEncoding::Utf8 => "utf-8",
        PositionEncoding::Utf16 => "utf-16",
    };
    json!({
        "serverInfo": {"name": "jalon", "version": env!("CARGO_PKG_VERSION")},
        "capabilities": {
            "positionEncoding": encoding,
            "textDocumentSync": {"openClose": true, "change": 2, "save": {"includeText": false}},
            "completionProvider": {"triggerCharacters": ["<", ":", "(", "#", "/", "[", " "]},
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "foldingRangeProvider": true,
            "documentFormattingProvider": true,
            "codeActionProvider": {"codeActionKinds": ["quickfix", "source.fixAll"]},
            "workspace": {"workspaceFolders": {"supported": true, "changeNotifications": true}},
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_says_what_it_can() {
        let client = Client::read(&json!({
            "capabilities": {"general": {"positionEncodings": ["utf-32", "utf-8"]}},
            "locale": "fr-FR",
            "rootUri": "file:///a",
        }));
        assert_eq!((client.encoding, client.language), (PositionEncoding::Utf8, Some(Language::French)));
        assert_eq!(client.folders, [PathBuf::from("/a")]);
        let client = Client::read(&json!({"workspaceFolders": [], "rootUri": "file:///a", "locale": "de"}));
        assert_eq!((client.encoding, client.language), (PositionEncoding::Utf16, None));
        assert!(client.folders.is_empty() && !client.is_gone());
        assert_eq!(Client::read(&Value::Null).folders, Vec::<PathBuf>::new());
    }

    #[test]
    fn only_a_session_that_was_shut_down_ends_well() {
        assert_eq!([Phase::New, Phase::Running, Phase::ShutDown].map(Phase::status), [1, 1, 0]);
    }
}
