//! Tells Cargo which folders are embedded in the program, so that it compiles again when a file is added to them.

fn main() {
    for folder in ["themes/default", "src/language"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
