//! Changes of a guide that keep what refers to the thing changed: `moving` and `renaming` with the program, `random` many in a
//! row without a disk.
mod moving;
mod random;
mod renaming;

use crate::support::{jalon, run};
use std::fs;
use std::path::PathBuf;

/// A guide in a temporary folder.
struct Guide(tempfile::TempDir);

impl Guide {
    fn new(files: &[(&str, &str)]) -> Self {
        let guide = Self(tempfile::tempdir().expect("a folder"));
        guide.write("jalon.yaml", "title: Un guide\nlanguage: fr\n");
        for (path, text) in files {
            guide.write(path, text);
        }
        guide
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join("guide").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let output = run(&mut jalon(self.0.path(), args));
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints text");
        (output.status.code().expect("it ends"), text(output.stdout), text(output.stderr))
    }

    /// Runs a command that succeeds; gives what it prints.
    fn done(&self, args: &[&str]) -> String {
        let (status, out, told) = self.run(args);
        assert_eq!(status, 0, "{args:?}: {out}{told}");
        out
    }

    /// The codes of the errors.
    fn errors(&self) -> Vec<String> {
        let (_, out, _) = self.run(&["check", "--format", "short", "--lang", "en"]);
        out.lines().filter(|line| line.contains(": error[")).map(str::to_owned).collect()
    }

    /// Every file below `guide/`, with its text.
    fn files(&self) -> Vec<(String, String)> {
        let files = walkdir::WalkDir::new(self.0.path().join("guide")).sort_by_file_name();
        let files = files.into_iter().map(|entry| entry.expect("it can be listed"));
        let files = files.filter(|entry| entry.file_type().is_file());
        let read = |path: &std::path::Path| {
            String::from_utf8_lossy(&fs::read(path).expect("it can be read")).into_owned()
        };
        files.map(|entry| (entry.path().display().to_string(), read(entry.path()))).collect()
    }
}
