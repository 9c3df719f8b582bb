//! `jalon lsp`, spoken to by a `client` over the protocol.
//!
//! 1. `session`: beginning and end, messages that are none, requests that are cancelled, clients that die.
//! 2. `typing`: what is wrong, as one types; files that others change; several guides.
//! 3. `asking`: fixes, what is known of a thing, where it is written, what a file holds. `completing`: what can be written.
mod asking;
mod client;
mod completing;
mod session;
mod typing;

use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A new guide of these files besides settings and a home page.
fn guide(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let all = [("guide/jalon.yaml", "title: Guide\nlanguage: fr\n"), ("guide/index.md", "# Accueil\n")];
    for (path, text) in all.iter().chain(files) {
        write(folder.path(), path, text);
    }
    folder
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it is below the root")).expect("a folder");
    fs::write(path, text).expect("the file is written");
}
