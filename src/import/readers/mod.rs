//! Reads the order and the settings of each program.
//!
//! 1. `detect` finds out which program files were written for, by files that only it has.
//! 2. One file a program, or two that are alike: `mdbook`, `gitbook` (both by `summary`), `mkdocs` with `mkdocs_nav` (Zensical
//!    too), `vite` (`VitePress` with its `rewrites`, `VuePress`), `docusaurus` with `docusaurus_sets`, `starlight`, `hugo`
//!    (Zola too), `jekyll`, `docfx`, `folder`.
//! 3. `menu` orders pages by their folders, for programs without a list of pages. `links` finds the file of an address in
//!    such a list.
mod detect;
mod docfx;
mod docusaurus;
mod docusaurus_sets;
mod folder;
mod gitbook;
mod hugo;
mod jekyll;
mod links;
mod mdbook;
mod menu;
mod mkdocs;
mod mkdocs_nav;
mod rewrites;
mod starlight;
mod summary;
mod vite;

pub(in crate::import) use detect::{Detected, detect};
pub(in crate::import) use menu::title_of;

use super::source::book::Book;
use super::source::files::Origin;
use crate::model::ForeignKind;

/// Reads the pages of a tree in their order.
pub(in crate::import) fn read(origin: Origin<'_>) -> Book {
    let mut book = match origin.kind {
        ForeignKind::Mdbook => mdbook::read(origin),
        ForeignKind::Mkdocs | ForeignKind::Zensical => mkdocs::read(origin),
        ForeignKind::Gitbook => gitbook::read(origin),
        ForeignKind::Vitepress | ForeignKind::Vuepress => vite::read(origin),
        ForeignKind::Docusaurus => docusaurus::read(origin),
        ForeignKind::Starlight => starlight::read(origin),
        ForeignKind::Hugo | ForeignKind::Zola => hugo::read(origin),
        ForeignKind::Jekyll => jekyll::read(origin),
        ForeignKind::Docfx => docfx::read(origin),
        // Documents have a reader of their own, before this one.
        ForeignKind::Folder | ForeignKind::Docx | ForeignKind::Odt => folder::read(origin),
    };
    origin.folder.clone_into(&mut book.program.folder);
    book
}
