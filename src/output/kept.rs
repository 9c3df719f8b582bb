//! Files to publish, each made of its input or kept from the build before.
use crate::model::{Bytes, Files, Noted, OutPath};
use crate::stamp::{Made, Stamp, reuse};
use std::hash::Hash;
use std::sync::Arc;

/// A file to publish.
pub(crate) type OutputFile = (OutPath, Made<Arc<Noted<Bytes>>>);

/// The files of the build before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeptFiles<'a> {
    before: &'a Files,
    /// Whether no build follows this one, so that files need no stamp.
    is_last: bool,
}

impl<'a> KeptFiles<'a> {
    pub(crate) fn new(before: &'a Files, is_last: bool) -> Self {
        Self { before, is_last }
    }

    /// Makes a file of `input`, or keeps the file of the build before if its input was the same.
    ///
    /// `run` is a plain `fn`, not a closure: it sees `input` and nothing else, so the stamp covers every dependency.
    /// The input is dropped here, file by file, because the inputs of a large guide together take as much memory as its
    /// files.
    pub(crate) fn make<I: Hash, T: Into<Bytes>>(
        &self,
        path: OutPath,
        input: I,
        run: fn(&I) -> Noted<T>,
    ) -> OutputFile {
        let run = || {
            let made = run(&input);
            Arc::new(Noted { value: made.value.into(), diagnostics: made.diagnostics })
        };
        let made = if self.is_last {
            Made { from: Stamp::default(), value: run() }
        } else {
            reuse(self.before.get(&path), Stamp::of(&input), run)
        };
        (path, made)
    }

    /// Publishes a file as it was read.
    pub(crate) fn copy(&self, path: OutPath, bytes: &Bytes, stamp: Stamp) -> OutputFile {
        let made = reuse(self.before.get(&path), stamp, || Arc::new(Noted::clean(bytes.clone())));
        (path, made)
    }
}
