//! The default theme inside the binary, so that a guide needs no theme of its own.
use super::belongs::belongs;
use crate::model::{Source, SourcePath, Sources};
use include_dir::{Dir, include_dir};

/// The theme as it was at compile time.
pub(super) static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Adds the files of the default theme that the disk does not override. Sources of an earlier load are reused.
pub(super) fn add(folder: &Dir<'_>, sources: &mut Sources, before: &Sources) {
    for file in folder.files() {
        let Some(inside) = file.path().to_str().filter(|path| belongs(name_of(path))) else { continue };
        let path = SourcePath::new(format!("themes/default/{}", inside.replace('\\', "/")));
        let kept = before.get(&path).filter(|source| *source.bytes() == *file.contents());
        sources.entry(path).or_insert_with(|| kept.cloned().unwrap_or_else(|| Source::new(file.contents())));
    }
    for folder in folder.dirs() {
        if folder.path().to_str().is_some_and(|path| belongs(name_of(path))) {
            add(folder, sources, before);
        }
    }
}

fn name_of(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
