//! Finds the file that a request means. No path is made of a request: it names a source that the guide knows.
use crate::load;
use crate::model::{SourcePath, Sources, is_hidden};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The largest page, in bytes.
pub(super) const LARGEST: usize = 8 << 20;

/// A page of the guide on the disk.
#[derive(Debug)]
pub(super) struct EditedPage {
    pub(super) source: SourcePath,
    /// Where it is, without links.
    path: PathBuf,
}

impl EditedPage {
    /// The page of this name; none if the guide does not know it, or if it is something else on the disk: a link that leads
    /// out of the guide or to another kind of file, a pipe, a folder.
    pub(super) fn find(root: &Path, sources: &Sources, name: &str) -> Option<Self> {
        let source = SourcePath::new(name);
        if !is_page(&source) || !sources.contains_key(&source) {
            return None;
        }
        let (root, path) = (root.canonicalize().ok()?, root.join(name).canonicalize().ok()?);
        let real: Vec<_> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
        let real = SourcePath::new(real.into_iter().collect::<Option<Vec<_>>>()?.join("/"));
        let is_file = fs::symlink_metadata(&path).is_ok_and(|data| data.is_file());
        (is_file && is_page(&real)).then_some(Self { source, path })
    }

    /// Where it is, without links.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds now.
    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        let bytes = load::plain_file(&self.path, LARGEST as u64)?;
        let bytes = bytes.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        if bytes.len() > LARGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }
}

fn is_page(path: &SourcePath) -> bool {
    path.is_page() && !is_hidden(path.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Source;

    #[test]
    fn only_pages_that_the_guide_knows_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("guide/registry")).unwrap();
        let names = ["guide/a.md", "guide/urls.lock", "guide/registry/x.md", "guide/.a.md", "outside.md"];
        for name in names {
            fs::write(root.join(name), "x").unwrap();
        }
        let mut known = names.to_vec();
        known.extend(["guide/gone.md", "guide/../outside.md", "guide/./a.md", "guide/%2e%2e/outside.md"]);
        #[cfg(unix)]
        {
            let link = |target: &str, name: &str| {
                std::os::unix::fs::symlink(target, root.join(name)).unwrap();
            };
            link("../outside.md", "guide/out.md");
            link("urls.lock", "guide/lock.md");
            link(".a.md", "guide/hidden.md");
            link("a.md", "guide/inside.md");
            known.extend(["guide/out.md", "guide/lock.md", "guide/hidden.md", "guide/inside.md"]);
        }
        let sources: Sources = known.iter().map(|name| (SourcePath::new(*name), Source::new("x"))).collect();
        let found = |name: &str| EditedPage::find(root, &sources, name).is_some();
        let good: Vec<_> = known.iter().filter(|name| found(name)).copied().collect();
        let expected: &[&str] = if cfg!(unix) { &["guide/a.md", "guide/inside.md"] } else { &["guide/a.md"] };
        assert_eq!(good, expected);
        assert!(!found("") && !found("guide/b.md") && !found("/etc/passwd"));
    }
}
