//! What the last build read and what it said, in `.jalon/build.json` below the project root. Where nothing has changed,
//! the next one says the same and makes no page.
//!
//! It is not part of the output folder: what is wrong with a guide is not to be published. The first line is a hash of the
//! rest, so that a damaged record is none.
use super::disk::ignore_in_cleanup;
use super::project_folder;
use super::saved_diagnostic::{Names, SavedDiagnostic};
use crate::model::{Diagnostic, Options, Sources};
use crate::stamp::Stamp;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The name of the file.
const FILE: &str = "build.json";

/// A build that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BuildRecord {
    /// The stamp of all that it was made from.
    pub from: Stamp,
    /// The stamp of the list of its files.
    pub files: Stamp,
    /// How many pages it has.
    pub pages: usize,
    /// What was said about the guide.
    pub diagnostics: Vec<Diagnostic>,
}

/// Its form on the disk.
#[derive(Serialize, Deserialize)]
struct SavedRecord {
    from: String,
    files: String,
    pages: usize,
    diagnostics: Vec<SavedDiagnostic>,
}

/// The stamp of all that a build is made from: the program, its options with the day, the files and what reading them gave.
/// None where the program cannot read itself.
pub(crate) fn stamp(sources: &Sources, reading: &[Diagnostic], options: Options) -> Option<Stamp> {
    Some(stamp_with(program()?, sources, reading, options))
}

fn stamp_with(program: Stamp, sources: &Sources, reading: &[Diagnostic], options: Options) -> Stamp {
    let files: Vec<_> = sources.iter().map(|(path, source)| (path.as_str(), source.stamp)).collect();
    Stamp::of(&(program, options, files, reading))
}

/// The stamp of the running program, which its version does not tell.
fn program() -> Option<Stamp> {
    // Where it is replaced meanwhile, its path leads to another one.
    let path = if cfg!(target_os = "linux") {
        PathBuf::from("/proc/self/exe")
    } else {
        std::env::current_exe().ok()?
    };
    Stamp::of_stream(File::open(path).ok()?).ok()
}

/// The build that was made from this, if it was the last one.
pub(crate) fn read(root: &Path, from: Stamp) -> Option<BuildRecord> {
    let text = fs::read_to_string(file(root)).ok()?;
    let (stamp, saved) = text.split_once('\n')?;
    if stamp != Stamp::of_bytes(saved.as_bytes()).to_hex() {
        return None;
    }
    let SavedRecord { from: saved_from, files, pages, diagnostics } = serde_json::from_str(saved).ok()?;
    if saved_from != from.to_hex() {
        return None;
    }
    let mut names = Names::new();
    let diagnostics: Option<_> = diagnostics.into_iter().map(|saved| saved.restore(&mut names)).collect();
    Some(BuildRecord { from, files: Stamp::from_hex(&files)?, pages, diagnostics: diagnostics? })
}

/// Keeps a build for the next one. Where that is not possible, the next one takes longer and nothing else is lost.
pub(crate) fn keep(root: &Path, record: &BuildRecord) {
    if write(root, record).is_err() {
        // What is there belongs to an older build.
        ignore_in_cleanup(fs::remove_file(file(root)));
    }
}

fn write(root: &Path, record: &BuildRecord) -> io::Result<()> {
    let saved = SavedRecord {
        from: record.from.to_hex(),
        files: record.files.to_hex(),
        pages: record.pages,
        diagnostics: record.diagnostics.iter().map(SavedDiagnostic::of).collect(),
    };
    let saved = serde_json::to_string(&saved).map_err(io::Error::other)?;
    let text = format!("{}\n{saved}", Stamp::of_bytes(saved.as_bytes()).to_hex());
    project_folder::replace(root, FILE, text.as_bytes())
}

fn file(root: &Path) -> PathBuf {
    project_folder::at(root).join(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Source, SourcePath, Span, codes};

    fn record() -> BuildRecord {
        let at = |start| Span::new(&SourcePath::new("guide/à.md"), start, start + 3);
        let all = Diagnostic::new(codes::PLACEHOLDER_OPEN, at(4))
            .arg("text", "été\u{0} »")
            .arg("count", 3_usize)
            .arg("day", Date::new(2026, 11, 23).unwrap())
            .help("help-nearest")
            .fix(at(9), "neuf");
        let mut plain = Diagnostic::new(codes::YAML_SYNTAX, at(0));
        plain.help = None;
        let stamp = |text: &str| Stamp::of_bytes(text.as_bytes());
        BuildRecord { from: stamp("a"), files: stamp("b"), pages: 7, diagnostics: vec![all, plain] }
    }

    #[test]
    fn a_record_is_read_as_it_was_kept() {
        let root = tempfile::tempdir().unwrap();
        let record = record();
        assert_eq!(read(root.path(), record.from), None);
        keep(root.path(), &record);
        assert_eq!(read(root.path(), record.from), Some(record.clone()));
        assert_eq!(read(root.path(), record.files), None, "made from something else");
        assert_eq!(fs::read_dir(project_folder::at(root.path())).unwrap().count(), 2);
    }

    #[test]
    fn a_damaged_record_is_none() {
        let root = tempfile::tempdir().unwrap();
        let record = record();
        keep(root.path(), &record);
        let whole = fs::read(file(root.path())).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(file(root.path()), damaged).unwrap();
            assert_eq!(read(root.path(), record.from), None, "{at}");
        }
        fs::write(file(root.path()), &whole[..whole.len() - 1]).unwrap();
        assert_eq!(read(root.path(), record.from), None);
    }

    #[test]
    fn all_that_a_build_is_made_from_is_in_its_stamp() {
        let source = |text: &str| (SourcePath::new(format!("guide/{text}.md")), Source::new(text));
        let sources: Sources = [source("a"), source("b")].into_iter().collect();
        let day = Options::on(Date::new(2026, 11, 23).unwrap());
        let program = Stamp::of_bytes(b"program");
        let mut renamed = sources.clone();
        renamed.insert(SourcePath::new("guide/c.md"), Source::new("b"));
        renamed.remove(&SourcePath::new("guide/b.md"));
        let mut edited = sources.clone();
        edited.insert(SourcePath::new("guide/b.md"), Source::new("c"));
        let all = [
            stamp_with(program, &sources, &[], day),
            stamp_with(Stamp::of_bytes(b"other"), &sources, &[], day),
            stamp_with(program, &sources, &record().diagnostics, day),
            stamp_with(program, &sources, &[], Options { today: day.today.plus_days(1), ..day }),
            stamp_with(program, &sources, &[], Options { drafts: true, ..day }),
            stamp_with(program, &sources, &[], Options { portable: true, ..day }),
            stamp_with(program, &renamed, &[], day),
            stamp_with(program, &edited, &[], day),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
        assert_eq!(stamp(&sources, &[], day), stamp(&sources, &[], day));
        assert!(stamp(&sources, &[], day).is_some_and(|stamp| !all.contains(&stamp)));
    }
}
