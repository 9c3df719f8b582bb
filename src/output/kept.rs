//! Files to publish, each made of its input or kept from the build before.
use crate::model::{
    Bytes, Diagnostic, FileStore, Files, HeldFile, Noted, Options, OutPath, PageOnRequest, PagesOnRequest,
    StoredFile, file_size,
};
use crate::stamp::{Made, Stamp, reuse};
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

/// A file to publish.
pub(crate) type OutputFile = (OutPath, MadeFile);

/// A file that was made.
#[derive(Clone, Debug)]
pub(crate) enum MadeFile {
    /// In memory.
    Held(HeldFile),
    /// In a store.
    Stored(StoredFile, Vec<Diagnostic>),
    /// A page that is made again on request.
    OnRequest(PageOnRequest),
}

impl MadeFile {
    /// Its size in bytes.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Held(file) => file_size(&file.value.value),
            Self::Stored(file, _) => file.size,
            Self::OnRequest(page) => page.value.value.size,
        }
    }

    /// The diagnostics of making it.
    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::Held(file) => &file.value.diagnostics,
            Self::Stored(_, diagnostics) => diagnostics,
            Self::OnRequest(page) => &page.value.diagnostics,
        }
    }

    /// The file, if it is in memory.
    pub(crate) fn held(self) -> Option<HeldFile> {
        match self {
            Self::Held(file) => Some(file),
            Self::Stored(..) | Self::OnRequest(_) => None,
        }
    }
}

/// The files of the build before.
#[derive(Clone, Copy)]
pub(crate) struct KeptFiles<'a> {
    before: &'a Files,
    pages: &'a PagesOnRequest,
    /// Whether the bytes of new pages are held.
    holds_pages: bool,
    /// Whether no build follows this one, so that files need no stamp.
    is_last: bool,
    /// Takes the files that are made, if no build follows.
    store: Option<&'a dyn FileStore>,
}

impl fmt::Debug for KeptFiles<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("KeptFiles").field("is_last", &self.is_last).finish_non_exhaustive()
    }
}

impl<'a> KeptFiles<'a> {
    pub(crate) fn new(
        (before, pages): (&'a Files, &'a PagesOnRequest),
        options: Options,
        store: Option<&'a dyn FileStore>,
    ) -> Self {
        let Options { holds_pages, last: is_last, .. } = options;
        Self { before, pages, holds_pages, is_last, store: store.filter(|_| is_last) }
    }

    /// As [`KeptFiles::make`], for a page: where pages are made on request, its bytes are dropped.
    pub(crate) fn make_page<I: Hash>(
        &self,
        path: OutPath,
        input: I,
        run: fn(&I) -> Noted<Vec<u8>>,
    ) -> OutputFile {
        if self.is_last {
            return self.make(path, input, run);
        }
        let from = Stamp::of(&input);
        if let Some(page) = self.pages.get(&path).filter(|page| page.from == from) {
            return (path, MadeFile::OnRequest(page.clone()));
        }
        if self.holds_pages {
            return self.make(path, input, run);
        }
        let Noted { value, diagnostics } = run(&input);
        let value = Arc::new(Noted { value: StoredFile::of(&value), diagnostics });
        (path, MadeFile::OnRequest(Made { from, value }))
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
            let Noted { value, diagnostics } = run(&input);
            Noted { value: value.into(), diagnostics }
        };
        if self.is_last {
            let made = run();
            drop(input);
            return self.stored(path, made);
        }
        let made = reuse(self.before.get(&path), Stamp::of(&input), || Arc::new(run()));
        (path, MadeFile::Held(made))
    }

    /// Gives a file to the store; holds it if there is none or if it does not take the file.
    fn stored(&self, path: OutPath, made: Noted<Bytes>) -> OutputFile {
        let file = match self.store.and_then(|store| store.put(&path, &made.value)) {
            Some(file) => MadeFile::Stored(file, made.diagnostics),
            None => MadeFile::Held(Made { from: Stamp::default(), value: Arc::new(made) }),
        };
        (path, file)
    }

    /// Publishes a file as it was read.
    pub(crate) fn copy(&self, path: OutPath, bytes: &Bytes, stamp: Stamp) -> OutputFile {
        let made = reuse(self.before.get(&path), stamp, || Arc::new(Noted::clean(bytes.clone())));
        (path, MadeFile::Held(made))
    }
}
