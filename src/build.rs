//! Tells Cargo which folders are part of the binary, so that a file added to one of them is not missed.

fn main() {
    for folder in ["themes/default", "src/commands/starter"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
