//! Finds out which program files were written for, by the files that only it has.
use crate::model::{ForeignKind, ForeignTree};

/// A kind, and the files that it was recognised by.
#[derive(Debug)]
pub(super) struct Detected {
    pub(super) kind: ForeignKind,
    pub(super) seen: Vec<String>,
}

/// Looks at the names of files.
pub(super) fn detect(tree: &ForeignTree) -> Detected {
    for (ending, kind) in [(".docx", ForeignKind::Docx), (".odt", ForeignKind::Odt)] {
        let lone = tree.files.keys().next().filter(|_| tree.files.len() == 1);
        if let Some(name) = lone.filter(|name| name.to_ascii_lowercase().ends_with(ending)) {
            return Detected { kind, seen: vec![name.clone()] };
        }
    }
    Detected { kind: ForeignKind::Folder, seen: Vec::new() }
}
