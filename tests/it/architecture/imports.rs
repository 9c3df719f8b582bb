//! Which file of `src/` imports which: `use` declarations and paths in the code, resolved to the file that defines the item.
use super::source::{SourceFile, source_files};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The imports of the whole crate.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// File to file, by their paths below `src/`.
    pub(super) files: BTreeMap<String, BTreeSet<String>>,
    /// File to top-level module, as the path in the code names it.
    pub(super) modules: BTreeSet<(String, String)>,
}

/// What is known of each module while paths are resolved.
#[derive(Debug, Default)]
struct Crate {
    /// The file of each module.
    files: HashMap<Vec<String>, String>,
    /// The names that the `use` declarations of each module bring in, with the paths they stand for.
    names: HashMap<Vec<String>, HashMap<String, Vec<String>>>,
}

/// One name that a `use` declaration brings in.
#[derive(Debug)]
struct UsedName {
    path: Vec<String>,
    name: String,
    is_public: bool,
}

/// Reads the imports of the crate.
pub(super) fn imports() -> Imports {
    let files = source_files();
    let mut whole = Crate::default();
    let mut parsed = Vec::new();
    for file in &files {
        let (uses, code) = split_uses(&file.tokens);
        let module = file.module();
        let names = uses.iter().map(|used| (used.name.clone(), used.path.clone())).collect();
        whole.files.insert(module.clone(), file.path.clone());
        whole.names.insert(module, names);
        parsed.push((uses, code));
    }
    let mut imports = Imports::default();
    for (file, (uses, code)) in files.iter().zip(&parsed) {
        add_imports(&whole, file, uses, code, &mut imports);
    }
    imports
}

/// Adds what one file imports.
fn add_imports(whole: &Crate, file: &SourceFile, uses: &[UsedName], code: &[String], imports: &mut Imports) {
    let module = file.module();
    let mut add = |path: &[String], is_use: bool| {
        let Some(target) = whole.resolve(&module, path, 0) else { return };
        if let Some(top) = absolute(&module, path).and_then(|path| path.first().cloned()) {
            imports.modules.insert((file.path.clone(), top));
        }
        let Some(defined_in) = whole.files.get(&target.module) else { return };
        // A `use` of a folder's module brings in a namespace; the paths in the code say what is taken from it.
        let is_namespace = is_use && !target.is_item && defined_in.ends_with("/mod.rs");
        if !is_namespace && *defined_in != file.path {
            imports.files.entry(file.path.clone()).or_default().insert(defined_in.clone());
        }
    };
    for used in uses {
        // A re-export is no import unless the file uses the name itself.
        if !used.is_public || code.contains(&used.name) {
            add(&used.path, true);
        }
    }
    for path in paths_in(code) {
        add(&path, false);
    }
}

/// Where a path leads.
#[derive(Debug)]
struct Resolved {
    module: Vec<String>,
    /// Whether the path names an item of the module, and not the module itself.
    is_item: bool,
}

impl Crate {
    /// The module that defines what a path names, for a path written in `from`; none where it leaves the crate.
    fn resolve(&self, from: &[String], path: &[String], depth: usize) -> Option<Resolved> {
        assert!(depth < 20, "{path:?} in {from:?} leads to itself");
        let path = if let Some(path) = absolute(from, path) {
            path
        } else {
            let (first, rest) = path.split_first()?;
            let child = [from, std::slice::from_ref(first)].concat();
            if self.files.contains_key(&child) {
                [&child, rest].concat()
            } else {
                let used = self.names.get(from)?.get(first).filter(|used| used.first() != Some(first))?;
                return self.resolve(from, &[used, rest].concat(), depth + 1);
            }
        };
        let mut module: Vec<String> = Vec::new();
        for (index, name) in path.iter().enumerate() {
            let child = [module.as_slice(), std::slice::from_ref(name)].concat();
            if self.files.contains_key(&child) {
                module = child;
            } else if let Some(used) = self.names.get(&module).and_then(|names| names.get(name)) {
                let through = self.resolve(&module, &[used, &path[index + 1..]].concat(), depth + 1);
                return through.or(Some(Resolved { module, is_item: true }));
            } else {
                return Some(Resolved { module, is_item: true });
            }
        }
        Some(Resolved { module, is_item: false })
    }
}

/// A path that begins with `crate`, `self` or `super`, from the root of the crate.
fn absolute(from: &[String], path: &[String]) -> Option<Vec<String>> {
    let mut module = match path.first()?.as_str() {
        "crate" => Vec::new(),
        "self" | "super" => from.to_vec(),
        _ => return None,
    };
    let supers = path.iter().take_while(|name| *name == "super").count();
    module.truncate(module.len() - supers);
    let rest = path.iter().skip_while(|name| ["crate", "self", "super"].contains(&name.as_str()));
    Some(module.into_iter().chain(rest.cloned()).collect())
}

/// The names that `use` declarations bring in, and the tokens without these declarations.
fn split_uses(tokens: &[String]) -> (Vec<UsedName>, Vec<String>) {
    let mut uses = Vec::new();
    let mut code = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            let end = tokens[at..].iter().position(|token| token == ";").map_or(tokens.len(), |end| at + end);
            // `use<'a>` in a type is no declaration.
            if tokens[at + 1] != "<" {
                let before = at.checked_sub(1).map(|before| tokens[before].as_str());
                let is_public = before == Some("pub") || before == Some(")");
                add_use_tree(&tokens[at + 1..end], &[], is_public, &mut uses);
                at = end + 1;
                continue;
            }
        }
        code.push(tokens[at].clone());
        at += 1;
    }
    (uses, code)
}

/// Adds the names of one tree of a `use` declaration: `a::{b, c::d as e, self}`.
fn add_use_tree(tree: &[String], prefix: &[String], is_public: bool, uses: &mut Vec<UsedName>) {
    let mut path = prefix.to_vec();
    let mut at = 0;
    while at < tree.len() {
        match tree[at].as_str() {
            "::" => {}
            "{" => {
                let inside = &tree[at + 1..tree.len() - 1];
                for branch in split_at_commas(inside) {
                    add_use_tree(branch, &path, is_public, uses);
                }
                return;
            }
            "as" => {
                uses.push(UsedName { path, name: tree[at + 1].clone(), is_public });
                return;
            }
            "*" => return,
            "self" if !path.is_empty() => {}
            name => path.push(name.to_owned()),
        }
        at += 1;
    }
    if let Some(name) = path.last().cloned().filter(|_| path.len() > prefix.len() || !tree.is_empty()) {
        uses.push(UsedName { path, name, is_public });
    }
}

/// The branches between braces, split where a comma stands outside inner braces.
fn split_at_commas(tokens: &[String]) -> Vec<&[String]> {
    let mut depth = 0_usize;
    tokens
        .split(|token| {
            match token.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            depth == 0 && token == ","
        })
        .filter(|branch| !branch.is_empty())
        .collect()
}

/// The paths of two parts and more in the code.
fn paths_in(code: &[String]) -> Vec<Vec<String>> {
    let is_name = |token: &str| token.starts_with(|first: char| first.is_alphabetic() || first == '_');
    let mut paths = Vec::new();
    let mut at = 0;
    while at < code.len() {
        // `pub(in crate::a)` imports nothing.
        let is_no_start = at > 0 && ["::", ".", "in"].contains(&code[at - 1].as_str());
        let mut path = Vec::new();
        if is_name(&code[at]) && !is_no_start {
            path.push(code[at].clone());
            while code.get(at + 1).is_some_and(|token| token == "::")
                && code.get(at + 2).is_some_and(|token| is_name(token))
            {
                path.push(code[at + 2].clone());
                at += 2;
            }
        }
        if path.len() > 1 {
            paths.push(path);
        }
        at += 1;
    }
    paths
}
