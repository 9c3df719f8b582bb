//! What is read path by path equals what is read as a whole.
use super::*;
use proptest::prelude::*;
use std::fs;
use tempfile::TempDir;

/// Something that a program does in a folder; paths are below the root.
#[derive(Clone, Debug)]
enum Act {
    Write(&'static str, u8),
    /// Writes a new file and renames it over the old one.
    Replace(&'static str, u8),
    Remove(&'static str),
    Rename(&'static str, &'static str),
    Link(&'static str, &'static str),
    HardLink(&'static str, &'static str),
}

const FILES: [&str; 9] = [
    "guide/index.md",
    "guide/a.md",
    "guide/a/b.md",
    "guide/a/b/c.md",
    "guide/a/_index.md",
    "guide/.hidden/x.md",
    "guide/a.md~",
    "themes/default/theme.yaml",
    "themes/own/style.css",
];
const PLACES: [&str; 7] =
    ["guide/a", "guide/a/b", "guide/z", "guide/a.md", "guide/.hidden", "themes/own", "away"];

/// What moves a name in a folder, or changes a link: it can be seen without an event.
fn visible_act() -> impl Strategy<Value = Act> {
    let file = || prop::sample::select(&FILES[..]);
    let place = || prop::sample::select([&FILES[..], &PLACES[..]].concat());
    prop_oneof![
        4 => (file(), any::<u8>()).prop_map(|(file, text)| Act::Replace(file, text)),
        2 => place().prop_map(Act::Remove),
        3 => (place(), place()).prop_map(|(from, to)| Act::Rename(from, to)),
        1 => (place(), prop::sample::select(vec!["guide/l", "guide/a/l.md", "themes/l"]))
            .prop_map(|(target, link)| Act::Link(target, link)),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let file = || prop::sample::select(&FILES[..]);
    prop_oneof![
        8 => visible_act(),
        3 => (file(), any::<u8>()).prop_map(|(file, text)| Act::Write(file, text)),
        1 => (file(), prop::sample::select(vec!["guide/h.md", "guide/a/h.md"]))
            .prop_map(|(target, link)| Act::HardLink(target, link)),
    ]
}

impl Act {
    /// Does it, if that is possible, and gives the paths that events name.
    fn perform(&self, root: &Path) -> Vec<PathBuf> {
        let at = |path: &str| root.join(path);
        // What is not possible here changes nothing.
        match self {
            Self::Write(path, text) => {
                let path = at(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap_or_default();
                fs::write(&path, [*text]).unwrap_or_default();
                vec![path]
            }
            Self::Replace(path, text) => {
                let (path, new) = (at(path), at("new"));
                fs::create_dir_all(path.parent().unwrap()).unwrap_or_default();
                fs::write(&new, [*text]).unwrap();
                fs::rename(&new, &path).unwrap_or_default();
                vec![path]
            }
            Self::Remove(path) => {
                let path = at(path);
                if path.is_dir() && !path.is_symlink() {
                    fs::remove_dir_all(&path).unwrap();
                } else {
                    fs::remove_file(&path).unwrap_or_default();
                }
                vec![path]
            }
            Self::Rename(from, to) => {
                fs::rename(at(from), at(to)).unwrap_or_default();
                vec![at(from), at(to)]
            }
            Self::Link(target, link) => {
                #[cfg(unix)]
                std::os::unix::fs::symlink(at(target), at(link)).unwrap_or_default();
                vec![at(link)]
            }
            Self::HardLink(target, link) => {
                fs::hard_link(at(target), at(link)).unwrap_or_default();
                // The system names the first one too, because its attributes change.
                vec![at(link), at(target)]
            }
        }
    }
}

fn guide() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for path in ["guide/jalon.yaml", "guide/index.md", "guide/a/b.md", "themes/own/style.css"] {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    root
}

/// What must be equal however it was read.
fn facts(loaded: &Loaded) -> impl PartialEq + std::fmt::Debug {
    let Snapshot { files, linked, has_linked_folders, .. } = &loaded.snapshot;
    let folders: Vec<_> = loaded.snapshot.folders.keys().cloned().collect();
    let stamps: Vec<_> =
        loaded.read.value.iter().map(|(path, source)| (path.clone(), source.stamp)).collect();
    (stamps, loaded.read.diagnostics.clone(), files.clone(), folders, linked.clone(), *has_linked_folders)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_by_event_equals_reading_everything(rounds in prop::collection::vec(prop::collection::vec(act(), 1..4), 1..8)) {
        let root = guide();
        let root = root.path();
        let mut known = load_changed(root, &Loaded::default()).unwrap();
        for acts in rounds {
            let before = known.read.value.clone();
            // A link's target changes without an event; a look at the links finds it.
            let mut paths: BTreeSet<_> = acts.iter().flat_map(|act| act.perform(root)).collect();
            paths.extend(known.moved(root));
            let changes = known.refresh(root, &paths).unwrap();
            let whole = load_changed(root, &Loaded::default()).unwrap();
            prop_assert!(facts(&known) == facts(&whole), "{acts:?}\n{:#?}\n{:#?}", facts(&known), facts(&whole));
            let differing: Vec<_> = before
                .keys()
                .chain(known.read.value.keys())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .filter(|path| before.get(*path) != known.read.value.get(*path))
                .collect();
            prop_assert_eq!(changes.keys().collect::<Vec<_>>(), differing);
        }
    }

    #[test]
    fn what_moved_is_found_without_events(acts in prop::collection::vec(visible_act(), 1..8)) {
        let root = guide();
        let root = root.path();
        let mut known = load_changed(root, &Loaded::default()).unwrap();
        for act in acts {
            act.perform(root);
            let moved = known.moved(root);
            known.refresh(root, &moved).unwrap();
            let whole = load_changed(root, &Loaded::default()).unwrap();
            prop_assert!(facts(&known) == facts(&whole), "{act:?}\n{:#?}\n{:#?}", facts(&known), facts(&whole));
        }
    }
}

#[test]
fn a_guide_that_is_gone_leaves_everything_as_it_was() {
    let root = guide();
    let mut known = load_changed(root.path(), &Loaded::default()).unwrap();
    let before = known.read.value.clone();
    fs::rename(root.path().join("guide"), root.path().join("away")).unwrap();
    let paths = BTreeSet::from([root.path().join("guide")]);
    assert_eq!(known.refresh(root.path(), &paths).unwrap_err().what, "failure-no-guide");
    assert_eq!(known.read.value, before);
    assert!(known.moved(root.path()).contains(&root.path().join("guide")));
    fs::rename(root.path().join("away"), root.path().join("guide")).unwrap();
    assert!(known.refresh(root.path(), &paths).unwrap().is_empty());
}
