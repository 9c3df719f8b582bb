//! The lower bound: what it costs to turn Markdown into HTML and do nothing else.
//!
//! Every page is read, parsed and written as bare HTML into the same tree, in parallel, without menus, links, registry,
//! search and checks. No generator with this parser can be faster. The difference is the cost of what a guide needs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

/// Writes each `.md` below `guide` as `.html` below `output`.
pub(crate) fn run(guide: &Path, output: &Path) -> io::Result<()> {
    let mut pages: Vec<PathBuf> = Vec::new();
    for entry in WalkDir::new(guide) {
        let entry = entry?;
        let inside = entry.path().strip_prefix(guide).expect("a walk stays below its start");
        if entry.file_type().is_dir() {
            fs::create_dir_all(output.join(inside))?;
        } else if inside.extension().is_some_and(|extension| extension == "md") {
            pages.push(inside.to_owned());
        }
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    pages.par_iter().try_for_each(|page| {
        let source = fs::read_to_string(guide.join(page))?;
        let mut page_html = String::with_capacity(source.len() * 3 / 2);
        html::push_html(&mut page_html, Parser::new_ext(&source, options));
        fs::write(output.join(page).with_extension("html"), page_html)
    })
}
