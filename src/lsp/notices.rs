//! What the client tells: texts that are opened, changed, saved and closed, and files that others change.
use super::session::Session;
use super::text::TextRange;
use super::uri;
use super::wire::{ErrorCode, RequestError};
use crate::failure::Failure;
use serde::Deserialize;
use serde_json::Value;
use std::path::PathBuf;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OfDocument<T> {
    text_document: T,
}

#[derive(Deserialize)]
struct Opened {
    uri: String,
    version: Option<i64>,
    text: String,
}

#[derive(Deserialize)]
struct Versioned {
    uri: String,
    version: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    text_document: Versioned,
    content_changes: Vec<ContentChange>,
}

#[derive(Deserialize)]
struct ContentChange {
    range: Option<TextRange>,
    text: String,
}

/// Takes what the client tells; gives what the system refused then.
pub(super) fn take(
    session: &mut Session,
    method: &str,
    params: &Value,
) -> Result<Result<(), Failure>, RequestError> {
    let workspace = &mut session.workspace;
    Ok(match method {
        "initialized" => workspace.add_folders(session.client.folders.clone().into_iter()),
        "textDocument/didOpen" => {
            let OfDocument { text_document: Opened { uri, version, text } } = read(params)?;
            workspace.open(&uri, version, text)
        }
        "textDocument/didChange" => {
            let Changed { text_document, content_changes } = read(params)?;
            let parts = content_changes.into_iter().map(|part| (part.range, part.text)).collect();
            if !workspace.change(&text_document.uri, text_document.version, parts) {
                let why = format!("{} is not open", text_document.uri);
                return Err(ErrorCode::INVALID_PARAMS.because(why));
            }
            Ok(())
        }
        "textDocument/didSave" => workspace.saved(&uri_of(params)?),
        "textDocument/didClose" => workspace.close(&uri_of(params)?),
        "workspace/didChangeWatchedFiles" => {
            let changes = params["changes"].as_array().into_iter().flatten();
            let paths = changes.filter_map(|change| uri::path(change["uri"].as_str()?)).collect();
            workspace.changed_on_disk(&paths)
        }
        "workspace/didChangeWorkspaceFolders" => {
            let folders = |list: &str| -> Vec<PathBuf> {
                let folders = params["event"][list].as_array().into_iter().flatten();
                folders.filter_map(|folder| uri::path(folder["uri"].as_str()?)).collect()
            };
            workspace.remove_folders(folders("removed").into_iter());
            workspace.add_folders(folders("added").into_iter())
        }
        _ => Ok(()),
    })
}

/// The address in the parameters.
pub(super) fn uri_of(params: &Value) -> Result<String, RequestError> {
    let OfDocument { text_document: Versioned { uri, .. } } = read(params)?;
    Ok(uri)
}

/// Parameters of the expected form.
pub(super) fn read<T: for<'a> Deserialize<'a>>(params: &Value) -> Result<T, RequestError> {
    T::deserialize(params).map_err(|why| ErrorCode::INVALID_PARAMS.because(why.to_string()))
}
