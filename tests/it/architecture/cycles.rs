//! Folders below `src/` import each other in one direction only, and no more than two files import each other in a circle.
use super::imports::imports;
use super::source::top_module;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Modules whose folders still form cycles.
const KNOWN_FOLDER_CYCLES: &[&str] = &[];

/// Modules whose files still form cycles of more than two.
const KNOWN_FILE_CYCLES: &[&str] = &[];

#[test]
fn folders_form_no_cycle_of_imports() {
    let mut folders = Graph::new();
    for (from, targets) in imports().files {
        for target in targets {
            let (from_folder, target) = (folder_of(&from), folder_of(&target));
            // A `mod.rs` takes the steps of its folder, in files and in folders below it.
            let is_step = from.ends_with("/mod.rs") && target.starts_with(&format!("{from_folder}/"));
            if from_folder != target && !is_step {
                folders.entry(from_folder).or_default().insert(target);
            }
        }
    }
    compare(&cycles(&folders, 2), KNOWN_FOLDER_CYCLES);
}

#[test]
fn at_most_two_files_form_a_cycle_of_imports() {
    compare(&cycles(&imports().files, 3), KNOWN_FILE_CYCLES);
}

/// The folder of a file; a file of `src/` itself stands for its own module.
fn folder_of(path: &str) -> String {
    path.rsplit_once('/').map_or(path, |(folder, _)| folder).to_owned()
}

/// Fails unless exactly the known modules have cycles.
fn compare(cycles: &[Vec<String>], known: &[&str]) {
    let modules = |cycle: &[String]| -> BTreeSet<String> {
        cycle.iter().map(|name| top_module(name).to_owned()).collect()
    };
    let found: BTreeSet<String> = cycles.iter().flat_map(|cycle| modules(cycle)).collect::<BTreeSet<_>>();
    let known: BTreeSet<String> = known.iter().map(|&module| module.to_owned()).collect();
    let new = cycles.iter().filter(|cycle| !known.is_superset(&modules(cycle)));
    let new: Vec<_> = new.map(|cycle| cycle.join(" -> ")).collect();
    assert!(new.is_empty(), "cycles of imports: {new:#?}");
    assert_eq!(found, known, "modules without a cycle, take them off the list");
}

/// For each import that closes a cycle of at least `shortest` names, the shortest such cycle.
fn cycles(graph: &Graph, shortest: usize) -> Vec<Vec<String>> {
    let mut found = BTreeMap::new();
    for (from, targets) in graph {
        for target in targets {
            if let Some(mut cycle) = way(graph, target, from, shortest) {
                let first = cycle.iter().min().and_then(|min| cycle.iter().position(|name| name == min));
                cycle.rotate_left(first.unwrap_or(0));
                found.entry(cycle.iter().cloned().collect::<BTreeSet<_>>()).or_insert(cycle);
            }
        }
    }
    found.into_values().collect()
}

/// The shortest way from one name to another that passes at least `shortest` names, both ends included.
fn way(graph: &Graph, from: &str, to: &str, shortest: usize) -> Option<Vec<String>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(name) = queue.pop_front() {
        for next in graph.get(name).into_iter().flatten() {
            let is_direct = name == from && next == to;
            if (is_direct && shortest > 2) || next == from || before.contains_key(next.as_str()) {
                continue;
            }
            before.insert(next, name);
            if next == to {
                let steps = std::iter::successors(Some(to), |name| before.get(name).copied());
                let mut names: Vec<String> = steps.map(str::to_owned).collect();
                names.reverse();
                return Some(names);
            }
            queue.push_back(next);
        }
    }
    None
}
