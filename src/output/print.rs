//! Lists as PDF: made before the pages, because a page says the size of each file that it offers.
//!
//! What a page depends on is the path and the size of its lists' files, never their bytes: a PDF that changes without
//! changing its size leaves the page as it is.
use super::Output;
use super::chrome::Chrome;
use super::href;
use super::sheet::{self, ListKey, Names, pdf_path};
use crate::model::{Arg, Bytes, Files, Noted, OutPath, Parsed, Sheet, Site};
use crate::stamp::reuse;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Makes the PDF of a sheet, and says what there is to say about it.
pub(super) type Render = fn(&Sheet) -> Noted<Vec<u8>>;

/// What makes PDFs in this binary: nothing yet. Then no sheet is gathered and no page names a PDF. A renderer that
/// depends on more than the sheet, such as files of the theme, must join the stamp in [`Prints::new`].
pub(super) const RENDER: Option<Render> = None;

/// A published PDF.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Print {
    path: OutPath,
    /// In bytes.
    size: u64,
}

impl Print {
    /// As templates see it.
    pub(super) fn view(&self, chrome: &Chrome, from: href::From<'_>) -> PrintView {
        let size = Arg::Number(i64::try_from(self.size).unwrap_or(i64::MAX));
        PrintView { href: from.file(&self.path), details: chrome.say_with("pdf-details", &[("size", size)]) }
    }
}

/// What templates call `pdf`: the address, and what a reader wants to know before opening it.
#[derive(Debug, Serialize)]
pub(super) struct PrintView {
    href: String,
    details: String,
}

/// The PDFs of a guide, by list.
#[derive(Debug, Default)]
pub(super) struct Prints {
    by_list: BTreeMap<ListKey, Print>,
    /// The files themselves.
    pub(super) files: Vec<Output>,
}

impl Prints {
    /// Makes the PDF of every list whose sheet is not what it was before.
    pub(super) fn new(
        site: &Site,
        parsed: &Parsed,
        chrome: &Chrome,
        before: &Files,
        render: Option<Render>,
    ) -> Self {
        let Some(render) = render else { return Self::default() };
        let names = Names::new(site);
        let made: Vec<(ListKey, Output)> = sheet::all(site, parsed, chrome, &names)
            .into_par_iter()
            .map(|(key, sheet)| {
                let path = pdf_path(sheet.language, &sheet.id);
                let made = reuse(before.get(&path), sheet.stamp(), || {
                    let made = render(&sheet);
                    Arc::new(Noted { value: Bytes::from(made.value), notes: made.notes })
                });
                (key, (path, made))
            })
            .collect();
        let mut prints = Self::default();
        for (key, (path, made)) in made {
            let size = u64::try_from(made.value.value.len()).unwrap_or(u64::MAX);
            prints.by_list.insert(key, Print { path: path.clone(), size });
            prints.files.push((path, made));
        }
        prints
    }

    /// The PDF of a list, if there is one.
    pub(super) fn get(&self, list: &ListKey) -> Option<&Print> {
        self.by_list.get(list)
    }
}
