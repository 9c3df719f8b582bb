//! Where something is written, and where it is mentioned.
use super::guide::GuideState;
use super::named::NamedThing;
use super::workspace::Workspace;
use crate::model::{Located, SourcePath, Span};
use serde_json::{Value, json};

/// The place where what stands at a byte is written for good.
pub(super) fn definition(workspace: &Workspace, guide: &GuideState, path: &SourcePath, at: usize) -> Value {
    let found = guide.named_at(path, at).and_then(|found| guide.definition(&found.value));
    found.and_then(|span| location(workspace, guide, &span)).unwrap_or_default()
}

/// Every place that mentions what stands at a byte, in the order of files and places; with `is_declared`, that where it
/// is written, too.
pub(super) fn references(
    workspace: &Workspace,
    guide: &GuideState,
    (path, at): (&SourcePath, usize),
    is_declared: bool,
) -> Value {
    let Some(found) = guide.named_at(path, at) else { return Value::Null };
    let definition = guide.definition(&found.value);
    let mut spans = mentions(guide, &found.value);
    spans.retain(|span| Some(span) != definition.as_ref());
    if is_declared {
        spans.extend(definition);
    }
    spans.sort();
    spans.dedup();
    spans.iter().filter_map(|span| location(workspace, guide, span)).collect()
}

/// The places that mention a subject. A heading does not mention its page.
pub(super) fn mentions(guide: &GuideState, subject: &NamedThing) -> Vec<Span> {
    let is_heading = |found: &Located<NamedThing>| {
        let headings = guide.document(&found.span.file).map(|document| &document.content.headings);
        let is_title = guide
            .document(&found.span.file)
            .and_then(|document| document.front.title.value())
            .is_some_and(|title| title.span == found.span);
        is_title || headings.is_some_and(|all| all.iter().any(|heading| heading.span == found.span))
    };
    let about = guide.names().filter(|found| guide.is_about(&found.value, subject));
    about.filter(|found| !is_heading(found)).map(|found| found.span).collect()
}

/// A span as a place of the protocol.
pub(super) fn location(workspace: &Workspace, guide: &GuideState, span: &Span) -> Option<Value> {
    let uri = workspace.uri(&guide.root, &span.file)?;
    let lines = guide.lines(&span.file, workspace.encoding)?;
    Some(json!({"uri": uri, "range": lines.range(span)}))
}
