//! Tells changes, one a line.
use crate::cli::context::CommandContext;
use crate::messages::{self, LineIndex};
use crate::model::{Arg, Fix, Source, SourcePath, Sources};
use crate::refactor::{FileChange, GuideChanges};

/// The longest text of a change that is printed, in characters.
const LONGEST: usize = 120;

/// A line for each file that moves and for each edit: `guide/a.md:3:7: before becomes after`.
pub(super) fn lines(context: &CommandContext, changes: &GuideChanges, sources: &Sources) -> String {
    let index = LineIndex::new(sources, changes.files.iter().map(|change| &change.file));
    let mut out = String::new();
    for change in &changes.files {
        for line in of_file(context, change, &sources[&change.file], &index) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

fn of_file(
    context: &CommandContext,
    change: &FileChange,
    source: &Source,
    index: &LineIndex<'_>,
) -> Vec<String> {
    let path = |path: &SourcePath| Arg::from(messages::visible(path.as_str()).into_owned());
    let moved = change
        .to
        .iter()
        .map(|to| context.sentence("refactor-moved", &[("at", path(&change.file)), ("to", path(to))]));
    let edits = change.edits.iter().map(|edit| of_edit(context, edit, &source.bytes(), index));
    moved.chain(edits).collect()
}

fn of_edit(context: &CommandContext, edit: &Fix, bytes: &[u8], index: &LineIndex<'_>) -> String {
    let before = String::from_utf8_lossy(&bytes[edit.span.start as usize..edit.span.end as usize]);
    let key = match (&*before, edit.text.as_str()) {
        ("", _) => "refactor-added",
        (_, "") => "refactor-removed",
        _ => "refactor-replaced",
    };
    let at = Arg::from(index.place(&edit.span));
    context.sentence(key, &[("at", at), ("before", shown(&before)), ("after", shown(&edit.text))])
}

/// A text on one line.
fn shown(text: &str) -> Arg {
    let line = text.trim().replace("\r\n", " ⏎ ").replace('\n', " ⏎ ");
    let cut = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
    let end = if cut < line.len() { "…" } else { "" };
    Arg::from(format!("{}{end}", messages::visible(&line[..cut])))
}

/// Says how many edits there are, in how many files.
pub(super) fn count(context: &CommandContext, key: &str, changes: &GuideChanges) {
    let edits: usize = changes.files.iter().map(|change| change.edits.len()).sum();
    let moved = changes.files.iter().filter(|change| change.to.is_some()).count();
    let args =
        [("edits", Arg::from(edits)), ("files", Arg::from(changes.files.len())), ("moved", Arg::from(moved))];
    context.notify(key, &args);
}
