//! What the client asks.
use super::guide::GuideState;
use super::notices::{read, uri_of};
use super::session::Session;
use super::text::{Position, TextRange};
use super::wire::{ErrorCode, RequestError};
use super::{actions, completion, folding, hover, places, symbols, tables};
use crate::model::SourcePath;
use serde::Deserialize;
use serde_json::{Value, json};

/// Answers a request about the texts as they are. About a text that belongs to no guide there is nothing to say.
pub(super) fn answer(session: &Session, method: &str, params: &Value) -> Result<Value, RequestError> {
    match method {
        "workspace/symbol" => {
            let query = params["query"].as_str().unwrap_or_default();
            Ok(symbols::of_guides(&session.workspace, query))
        }
        "textDocument/hover" => {
            at_place(session, params, |guide, path, at| hover::hover(session, guide, path, at))
        }
        "textDocument/definition" => at_place(session, params, |guide, path, at| {
            places::definition(&session.workspace, guide, path, at)
        }),
        "textDocument/references" => {
            let is_declared = params.pointer("/context/includeDeclaration") == Some(&Value::Bool(true));
            at_place(session, params, |guide, path, at| {
                places::references(&session.workspace, guide, (path, at), is_declared)
            })
        }
        "textDocument/completion" => {
            at_place(session, params, |guide, path, at| completion::complete(session, guide, path, at))
        }
        "textDocument/codeAction" => {
            let range: TextRange = read(&params["range"])?;
            let only = params.pointer("/context/only");
            let only: Vec<String> = only.map_or_else(|| Ok(Vec::new()), read)?;
            in_file(session, params, |guide, path| actions::actions(session, guide, path, range, &only))
        }
        "textDocument/documentSymbol" | "textDocument/foldingRange" | "textDocument/formatting" => {
            in_file(session, params, |guide, path| of_file(session, guide, path, method))
        }
        _ => Err(ErrorCode::METHOD_NOT_FOUND.because(format!("no method {method}"))),
    }
}

fn of_file(session: &Session, guide: &GuideState, path: &SourcePath, method: &str) -> Value {
    let Some(lines) = guide.lines(path, session.workspace.encoding) else { return Value::Null };
    match method {
        "textDocument/documentSymbol" => symbols::of_file(guide, path, &lines),
        "textDocument/foldingRange" => folding::ranges(guide, path, &lines),
        _ if path.is_page() => json!(tables::edits(&lines)),
        _ => Value::Null,
    }
}

/// Asks about the file that the parameters name.
fn in_file(
    session: &Session,
    params: &Value,
    ask: impl FnOnce(&GuideState, &SourcePath) -> Value,
) -> Result<Value, RequestError> {
    let uri = uri_of(params)?;
    Ok(session.workspace.place(&uri).map(|(guide, path)| ask(guide, &path)).unwrap_or_default())
}

#[derive(Deserialize)]
struct AtPosition {
    position: Position,
}

/// Asks about the byte that the parameters name.
fn at_place(
    session: &Session,
    params: &Value,
    ask: impl FnOnce(&GuideState, &SourcePath, usize) -> Value,
) -> Result<Value, RequestError> {
    let AtPosition { position } = read(params)?;
    in_file(session, params, |guide, path| {
        let at = guide.lines(path, session.workspace.encoding).map(|lines| lines.offset(position));
        at.map(|at| ask(guide, path, at)).unwrap_or_default()
    })
}
