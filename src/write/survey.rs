//! Lists the output folder: published files, and files of others.
use super::manifest::Manifest;
use super::output_dir::{JOURNAL, LOCK, MANIFEST, OutputDir, UNFINISHED};
use crate::failure::Failure;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::io;

/// How many files of others a refusal names.
const NAMED: usize = 5;

/// The content of the output folder. Paths are below it, with forward slashes.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Whether the folder exists.
    pub(super) exists: bool,
    pub(super) manifest: Option<Manifest>,
    /// Published files according to the manifest, with their size.
    pub(super) ours: BTreeMap<String, u64>,
    /// Regular files of others, hidden ones included.
    pub(super) foreign: BTreeSet<String>,
    /// Links, pipes and hidden folders of others, which are moved to the new tree as they are.
    pub(super) whole: BTreeSet<String>,
    /// What cannot be moved to another tree, because its name is not text.
    pub(super) stuck: BTreeSet<String>,
    /// Folders, the deepest last.
    pub(super) folders: BTreeSet<String>,
    /// Temporary files of an interrupted build.
    pub(super) unfinished: Vec<String>,
}

impl Survey {
    /// All that others put here, hidden or not.
    pub(super) fn all_foreign(&self) -> impl Iterator<Item = &String> {
        self.foreign.iter().chain(&self.whole).chain(&self.stuck)
    }
}

/// Lists the output folder. Refuses one with visible files of others, unless forced.
/// `names` are the files to publish.
pub(super) fn take(output_dir: &OutputDir, names: &BTreeSet<&str>, force: bool) -> Result<Survey, Failure> {
    let mut survey = Survey { manifest: Manifest::read(&output_dir.out)?, ..Survey::default() };
    survey.exists = output_dir.out.is_dir();
    if survey.exists {
        let hidden_parents = hidden_parents(names, survey.manifest.as_ref());
        SurveyWalk { output_dir, names, force, hidden_parents }.run(&mut survey)?;
    }
    let visible: Vec<_> = survey.all_foreign().filter(|path| !is_accepted(path)).collect();
    if force || visible.is_empty() {
        return Ok(survey);
    }
    let mut names: Vec<_> = visible.iter().take(NAMED).map(|path| path.as_str()).collect();
    if visible.len() > NAMED {
        names.push("…");
    }
    Err(Failure {
        what: "failure-foreign-output",
        at: output_dir.out.display().to_string(),
        why: names.join(", "),
    })
}

/// Hidden folders with published files in them, such as `.well-known`. Others are not looked into.
fn hidden_parents(names: &BTreeSet<&str>, manifest: Option<&Manifest>) -> BTreeSet<String> {
    let new = names.iter().copied();
    let old = manifest.iter().flat_map(|list| list.files.keys()).map(String::as_str);
    let mut parents = BTreeSet::new();
    for path in new.chain(old).filter(|path| is_hidden(path)) {
        parents.extend(folders_above(path).map(str::to_owned));
    }
    parents
}

/// Whether any part of the path begins with a dot.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// Whether others may put this into an output folder without being asked: hidden files, and the one by which some hosts
/// know the domain.
pub(super) fn is_accepted(path: &str) -> bool {
    is_hidden(path) || path == "CNAME"
}

/// `a` and `a/b` for `a/b/c`.
pub(super) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(move |(at, _)| &path[..at])
}

struct SurveyWalk<'a> {
    output_dir: &'a OutputDir,
    names: &'a BTreeSet<&'a str>,
    force: bool,
    hidden_parents: BTreeSet<String>,
}

impl SurveyWalk<'_> {
    fn run(&self, survey: &mut Survey) -> Result<(), Failure> {
        let mut waiting = vec![String::new()];
        while let Some(inside) = waiting.pop() {
            let path = self.output_dir.out.join(&inside);
            let entries = fs::read_dir(&path).map_err(Failure::because("failure-read", &path))?;
            for entry in entries {
                let entry = entry.map_err(Failure::because("failure-read", &path))?;
                let name = entry.file_name();
                let Some(name) = name.to_str() else {
                    survey.stuck.insert(join(&inside, &name.to_string_lossy()));
                    continue;
                };
                let below = join(&inside, name);
                let kind = entry.file_type().map_err(Failure::because("failure-read", entry.path()))?;
                if kind.is_dir() {
                    if !name.starts_with('.') || self.hidden_parents.contains(&below) {
                        survey.folders.insert(below.clone());
                        waiting.push(below);
                    } else if below != JOURNAL {
                        survey.whole.insert(below);
                    }
                } else {
                    self.file(below, &entry, kind.is_file(), survey)?;
                }
            }
            // Enough is known to refuse; the rest of what may be a whole disk need not be listed.
            let visible = survey.foreign.iter().filter(|path| !is_accepted(path)).count();
            if !self.force && visible > NAMED {
                break;
            }
        }
        Ok(())
    }

    fn file(&self, below: String, entry: &DirEntry, plain: bool, survey: &mut Survey) -> Result<(), Failure> {
        let is_guide = below == "guide/jalon.yaml" || below.ends_with("/guide/jalon.yaml");
        if is_guide && !self.names.contains(below.as_str()) {
            return Err(Failure::plain("failure-output-in-guide", self.output_dir.out.display().to_string()));
        }
        let listed = survey.manifest.as_ref().is_some_and(|list| list.files.contains_key(&below));
        if below == MANIFEST || below == LOCK {
            // Temporary files of Jalon's, which are not counted.
        } else if entry.file_name().to_string_lossy().ends_with(UNFINISHED) && is_hidden(&below) {
            survey.unfinished.push(below);
        } else if listed && plain {
            match entry.metadata() {
                Ok(data) => {
                    survey.ours.insert(below, data.len());
                }
                Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                Err(why) => return Err(Failure::at("failure-read", &entry.path(), &why)),
            }
        } else if plain {
            survey.foreign.insert(below);
        } else if listed {
            // A link in place of a published file is replaced like any change of one.
            survey.ours.insert(below, u64::MAX);
        } else {
            survey.whole.insert(below);
        }
        Ok(())
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
