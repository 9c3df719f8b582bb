//! Names the files of the guide that pages link to.
use crate::import::imported::{ImportedContent, ImportedFile};
use crate::import::source::book::Program;
use crate::import::source::paths::below;
use std::collections::{BTreeMap, BTreeSet};

/// The paths of files below `guide/`, by their paths in the source.
#[derive(Debug, Default)]
pub(in crate::import) struct Assets {
    named: BTreeMap<String, String>,
}

impl Assets {
    /// Names the files that are linked, so that no two have one path, nor that of a page.
    pub(in crate::import) fn name(
        program: &Program,
        linked: &BTreeSet<String>,
        pages: &BTreeSet<String>,
    ) -> Self {
        let mut taken: BTreeSet<String> = pages.iter().map(|path| path.to_lowercase()).collect();
        let mut named = BTreeMap::new();
        for source in linked {
            let usual = usual(program, source);
            let mut path = usual.clone();
            let mut number = 1;
            while !taken.insert(path.to_lowercase()) {
                number += 1;
                path = format!("files-{number}/{usual}");
            }
            named.insert(source.clone(), path);
        }
        Self { named }
    }

    /// The path of a file below `guide/`.
    pub(in crate::import) fn path(&self, source: &str) -> Option<&str> {
        self.named.get(source).map(String::as_str)
    }

    /// The files to copy.
    pub(in crate::import) fn files(self) -> Vec<ImportedFile> {
        let file = |(source, path)| ImportedFile { path, content: ImportedContent::Copy(source) };
        self.named.into_iter().map(file).collect()
    }
}

/// The path that keeps the address: without the folder of pages or of files for the root. Names that begin with a dot or an
/// underscore are left out of a guide.
fn usual(program: &Program, source: &str) -> String {
    let mut statics = program.statics.iter().filter(|folder| !folder.is_empty());
    let inside = statics.find_map(|folder| below(folder, source));
    let inside = inside.or_else(|| below(program.root(), source)).unwrap_or(source);
    let parts = inside.split('/').map(|part| {
        let bare = part.trim_start_matches(['.', '_']);
        if bare.is_empty() { "files" } else { bare }
    });
    let path = parts.collect::<Vec<_>>().join("/");
    let first = path.split('/').next().unwrap_or_default();
    // These folders mean something else in a guide.
    if ["registry", "strings", "theme"].contains(&first) { format!("files/{path}") } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::book::AddressRule;
    use crate::import::source::slugs::SlugRule;
    use crate::model::ForeignKind;

    #[test]
    fn files_keep_their_addresses() {
        let mut program = Program::new(ForeignKind::Hugo, "content", SlugRule::Github, AddressRule::Folder);
        program.statics = vec!["static".into()];
        let linked =
            ["content/a/x.png", "static/a/x.png", "static/theme/y.svg", "content/.gitbook/assets/z.png"];
        let linked = linked.map(str::to_owned).into();
        let assets = Assets::name(&program, &linked, &BTreeSet::new());
        let paths: Vec<_> = linked.iter().map(|source| assets.path(source).unwrap()).collect();
        assert_eq!(paths, ["gitbook/assets/z.png", "a/x.png", "files-2/a/x.png", "files/theme/y.svg"]);
    }
}
