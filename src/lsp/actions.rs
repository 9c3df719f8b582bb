//! Fixes as actions: one for each diagnostic that can be fixed in one way, and one for all of a file.
use super::diagnostics;
use super::guide::GuideState;
use super::session::Session;
use super::text::{TextEdit, TextLines, TextRange};
use crate::cli::fixes;
use crate::messages;
use crate::model::{Arg, Diagnostic, Fix, SourcePath};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const QUICK_FIX: &str = "quickfix";
const FIX_ALL: &str = "source.fixAll";

/// The actions for a part of a file. `only` are the kinds that are wanted, all if there are none.
pub(super) fn actions(
    session: &Session,
    guide: &GuideState,
    path: &SourcePath,
    range: TextRange,
    only: &[String],
) -> Value {
    // A kind stands for all below it: `source` for `source.fixAll`.
    let is_wanted = |kind: &str| {
        let holds = |wanted: &String| {
            kind.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        only.is_empty() || only.iter().any(holds)
    };
    let found = guide.diagnostics();
    let mut actions = Vec::new();
    if is_wanted(QUICK_FIX) {
        let lines = guide.lines(path, session.workspace.encoding);
        let is_here = |diagnostic: &&Diagnostic| {
            let place = diagnostics::range(diagnostic, lines.as_ref());
            diagnostic.span.file == *path && place.start <= range.end && range.start <= place.end
        };
        let here = found.iter().filter(is_here);
        actions.extend(here.filter_map(|diagnostic| quick_fix(session, guide, diagnostic, lines.as_ref())));
    }
    if is_wanted(FIX_ALL) {
        let chosen = fixes::choose(&found, &guide.sources);
        let fixes = chosen.get(path).into_iter().flatten().filter_map(|diagnostic| diagnostic.fix.as_deref());
        let edit = workspace_edit(session, guide, &fixes.collect::<Vec<_>>());
        let title = messages::sentence(&session.words, "lsp-fix-all", &[]);
        actions.extend(edit.map(|edit| json!({"title": title, "kind": FIX_ALL, "edit": edit})));
    }
    Value::Array(actions)
}

fn quick_fix(
    session: &Session,
    guide: &GuideState,
    diagnostic: &Diagnostic,
    lines: Option<&TextLines<'_>>,
) -> Option<Value> {
    let fix = diagnostic.fix.as_deref()?;
    let edit = workspace_edit(session, guide, &[fix])?;
    Some(json!({
        "title": title(session, guide, fix),
        "kind": QUICK_FIX,
        "isPreferred": true,
        "diagnostics": [diagnostics::diagnostic(diagnostic, lines, &session.words)],
        "edit": edit,
    }))
}

fn title(session: &Session, guide: &GuideState, fix: &Fix) -> String {
    let bytes =
        guide.sources.get(&fix.span.file).map(|source| source.bytes().into_owned()).unwrap_or_default();
    let before = bytes.get(fix.span.start as usize..fix.span.end as usize).unwrap_or_default();
    let arg = |text: &str| Arg::from(text.trim().replace("\r\n", " ⏎ ").replace('\n', " ⏎ "));
    let args = [("before", arg(&String::from_utf8_lossy(before))), ("after", arg(&fix.text))];
    let key = match (before.is_empty(), fix.text.is_empty()) {
        (true, _) => "lsp-fix-add",
        (false, true) => "lsp-fix-remove",
        (false, false) => "lsp-fix",
    };
    messages::sentence(&session.words, key, &args)
}

/// The changes of some fixes, with the versions of the texts that they are made for.
fn workspace_edit(session: &Session, guide: &GuideState, fixes: &[&Fix]) -> Option<Value> {
    let mut by_file: BTreeMap<&SourcePath, Vec<TextEdit>> = BTreeMap::new();
    for fix in fixes.iter().filter(|fix| fix.span.file.in_guide().is_some()) {
        let lines = guide.lines(&fix.span.file, session.workspace.encoding)?;
        let edit = TextEdit { range: lines.range(&fix.span), new_text: fix.text.clone() };
        by_file.entry(&fix.span.file).or_default().push(edit);
    }
    if by_file.is_empty() {
        return None;
    }
    session.edit_of(guide, by_file)
}

impl Session {
    /// Changes of several files in the form that the client knows.
    pub(super) fn edit_of(
        &self,
        guide: &GuideState,
        files: BTreeMap<&SourcePath, Vec<TextEdit>>,
    ) -> Option<Value> {
        let mut changes = Vec::new();
        for (path, edits) in files {
            changes.push((self.workspace.uri(&guide.root, path)?, edits));
        }
        Some(if self.client.knows_versions {
            let one = |(uri, edits): (String, Vec<TextEdit>)| {
                let document = json!({"uri": uri, "version": self.workspace.version(&uri)});
                json!({"textDocument": document, "edits": edits})
            };
            json!({"documentChanges": changes.into_iter().map(one).collect::<Vec<_>>()})
        } else {
            json!({"changes": changes.into_iter().collect::<BTreeMap<_, _>>()})
        })
    }
}
