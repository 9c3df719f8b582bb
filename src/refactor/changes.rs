//! What a change does to files.
use crate::model::{Arg, Fix, Source, SourcePath, Sources, Span};
use crate::stamp::Stamp;
use crate::text::edits::edited;
use std::collections::BTreeMap;

/// The change of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The file as it is now.
    pub file: SourcePath,
    /// The stamp of the bytes that the edits were made for.
    pub stamp: Stamp,
    /// New texts for ranges of these bytes, in order and apart from each other.
    pub edits: Vec<Fix>,
    /// Where the file goes; none if it stays.
    pub to: Option<SourcePath>,
}

/// Changes of files that belong together, in the order in which they are to be made: where they break off, the same request
/// can be made again and does the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuideChanges {
    /// One entry a file. What the request names comes last.
    pub files: Vec<FileChange>,
}

/// Why there is no change: the key of a message, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The key.
    pub key: &'static str,
    /// The arguments.
    pub args: Vec<(&'static str, Arg)>,
}

impl Refusal {
    /// A refusal that is about one thing.
    pub(super) fn about(key: &'static str, at: impl Into<Arg>) -> Self {
        Self { key, args: vec![("at", at.into())] }
    }

    /// Adds an argument.
    pub(super) fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl FileChange {
    /// The bytes of the file afterwards.
    pub fn bytes(&self, source: &Source) -> Vec<u8> {
        edited(&source.bytes(), &self.edits)
    }

    /// Where the file is afterwards.
    pub fn place(&self) -> &SourcePath {
        self.to.as_ref().unwrap_or(&self.file)
    }
}

impl GuideChanges {
    /// The sources afterwards.
    pub fn applied(&self, sources: &Sources) -> Sources {
        let mut after = sources.clone();
        for change in &self.files {
            after.remove(&change.file);
        }
        for change in &self.files {
            if let Some(source) = sources.get(&change.file) {
                after.insert(change.place().clone(), Source::new(change.bytes(source)));
            }
        }
        after
    }
}

/// Gathers edits of many files.
#[derive(Clone, Debug, Default)]
pub(super) struct EditList {
    edits: BTreeMap<SourcePath, Vec<Fix>>,
}

impl EditList {
    /// Replaces a range.
    pub(super) fn replace(&mut self, span: Span, text: String) {
        self.add(Fix { span, text });
    }

    pub(super) fn add(&mut self, edit: Fix) {
        self.edits.entry(edit.span.file.clone()).or_default().push(edit);
    }

    /// The changes of files: first those that stay, then those that move or that the request names. Edits that change nothing
    /// are left out.
    pub(super) fn changes(
        &self,
        sources: &Sources,
        moves: &BTreeMap<SourcePath, SourcePath>,
        last: Option<&SourcePath>,
    ) -> GuideChanges {
        let mut files: Vec<FileChange> = Vec::new();
        let moved = moves.keys().filter(|path| !self.edits.contains_key(*path));
        for path in self.edits.keys().chain(moved) {
            let Some(source) = sources.get(path) else { continue };
            let edits =
                self.edits.get(path).map(|edits| in_order(edits, &source.bytes())).unwrap_or_default();
            let to = moves.get(path).cloned();
            if !edits.is_empty() || to.is_some() {
                files.push(FileChange { file: path.clone(), stamp: source.stamp, edits, to });
            }
        }
        files.sort_by_key(|change| (change.to.is_some() || Some(&change.file) == last, change.file.clone()));
        GuideChanges { files }
    }
}

/// Edits in the order of the text, each once, without those that change nothing.
fn in_order(edits: &[Fix], bytes: &[u8]) -> Vec<Fix> {
    let is_change = |edit: &&Fix| {
        bytes.get(edit.span.start as usize..edit.span.end as usize) != Some(edit.text.as_bytes())
    };
    let mut edits: Vec<Fix> = edits.iter().filter(is_change).cloned().collect();
    edits.sort();
    edits.dedup();
    let apart = edits.windows(2).all(|two| two[0].span.end <= two[1].span.start);
    debug_assert!(apart, "edits are about different places: {edits:?}");
    edits
}
