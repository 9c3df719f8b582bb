//! A page or a folder that moves.
use super::addresses;
use super::changes::{EditList, GuideChanges, Refusal};
use super::destination::{DestinationParts, NewParts, relative};
use super::guide::UnderstoodGuide;
use super::names::{self, Moves};
use super::targets;
use crate::model::{LockState, SourcePath, Target, UrlLock, is_hidden};
use crate::parse::link_target;
use crate::text::composed::composed;
use crate::text::percent;
use std::collections::{BTreeMap, BTreeSet};

/// The folders of a guide that hold no pages.
const RESERVED: [&str; 3] = ["guide/registry", "guide/theme", "guide/strings"];

/// Moves a page or a folder to another path; both are below `guide/`, written with or without it. Links follow, and the
/// former addresses lead to the new ones.
pub fn relocate(guide: UnderstoodGuide<'_>, from: &str, to: &str) -> Result<GuideChanges, Refusal> {
    let bad = || Refusal::about("refactor-bad-path", to);
    let (from_path, to_path) = (below_guide(from), below_guide(to).ok_or_else(bad)?);
    let from_path = from_path.ok_or_else(|| Refusal::about("refactor-nothing-there", from))?;
    let page = [from_path.clone(), format!("{from_path}.md")].map(SourcePath::new).into_iter();
    let page = page.clone().find(|path| guide.document(path).is_some());
    let moves = match page {
        Some(page) => of_page(guide, &page, &to_path)?,
        None => of_folder(guide, &from_path, &to_path)?,
    };
    are_no_twins(guide, &moves)?;
    let mut edits = EditList::default();
    follow(guide, &moves, &mut edits);
    names::follow(guide, &moves, &mut edits);
    addresses::keep(guide, &moves, &mut edits)?;
    let changes = edits.changes(guide.sources, &moves.files, None);
    are_free(guide, &changes)?;
    Ok(changes)
}

/// The path of a file or folder below the project root; none if it leaves the guide or is not part of it.
fn below_guide(written: &str) -> Option<String> {
    let path = written.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let path = path.strip_prefix("guide/").unwrap_or(path);
    let is_good = |part: &str| {
        !matches!(part, "" | "." | "..") && !part.contains([':', '\0']) && !part.ends_with([' ', '.'])
    };
    let is_reserved = |folder: &str| format!("guide/{path}/").starts_with(&format!("{folder}/"));
    let is_inside = path.split('/').all(is_good)
        && !is_hidden(path)
        && !RESERVED.iter().any(|folder| is_reserved(folder));
    is_inside.then(|| format!("guide/{path}"))
}

/// Whether a path is that of a Markdown file.
fn is_file(path: &str) -> bool {
    SourcePath::new(path).extension() == "md"
}

/// A page, and the files beside it that it alone uses.
fn of_page(guide: UnderstoodGuide<'_>, page: &SourcePath, to: &str) -> Result<Moves, Refusal> {
    // A folder that is there takes the page under its own name.
    let is_folder = guide.sources.keys().any(|path| path.as_str().starts_with(&format!("{to}/")));
    let to = match to {
        to if is_file(to) => to.to_owned(),
        to if is_folder && page.name() != "index.md" => format!("{to}/{}", page.name()),
        to => format!("{to}.md"),
    };
    let to = SourcePath::new(to);
    if !to.is_page() {
        return Err(Refusal::about("refactor-bad-path", to.as_str()));
    }
    if page.as_str() == "guide/index.md" {
        return Err(Refusal::about("refactor-home", page.as_str()));
    }
    let is_beside = |path: &&SourcePath| path.folder() == page.folder() && *path != page;
    let has_others = guide.sources.keys().any(|path| {
        path.as_str().starts_with(&format!("{}/", page.folder())) && path.is_page() && path != page
    });
    if page.name() == "index.md" && has_others {
        return Err(Refusal::about("refactor-index", page.folder()));
    }
    let mut files = BTreeMap::from([(page.clone(), to.clone())]);
    if to.folder() != page.folder() {
        let own = own_files(guide, page);
        let own = guide.sources.keys().filter(is_beside).filter(|path| own.contains(*path));
        files.extend(
            own.map(|path| (path.clone(), SourcePath::new(format!("{}/{}", to.folder(), path.name())))),
        );
    }
    Ok(Moves { files, folder: None })
}

/// The files that this page shows or links to and nothing else does, and whose addresses were never published: a file has no
/// former addresses.
fn own_files(guide: UnderstoodGuide<'_>, page: &SourcePath) -> BTreeSet<SourcePath> {
    let mut own = BTreeSet::new();
    let mut of_others = BTreeSet::new();
    for (path, document, text) in guide.pages() {
        for target in targets::of_page(document, &text) {
            if let Target::Asset(file, _) = target.target {
                let users = if path == page { &mut own } else { &mut of_others };
                users.insert(guide.site.on_disk(file).clone());
            }
        }
        // HTML may name a file in a way that is not read.
        let named = document.content.html.iter().map(|html| &html.value.text);
        let assets = guide.site.assets.keys();
        of_others.extend(
            named.flat_map(|html| assets.clone().filter(move |file| html.contains(file.name()))).cloned(),
        );
    }
    let settings = &guide.site.settings;
    of_others.extend([settings.logo_file(), settings.thesaurus_file()].into_iter().flatten());
    let published = published_files(guide);
    own.retain(|file| !of_others.contains(file) && !published.contains(file));
    own
}

/// The files whose addresses are in the lock.
fn published_files(guide: UnderstoodGuide<'_>) -> BTreeSet<SourcePath> {
    let Some(kept) = &guide.parsed.urls else { return BTreeSet::new() };
    let lock: &UrlLock = &kept.value.value;
    let there = lock.groups().filter(|(line, _)| matches!(line.state, LockState::There(_)));
    let addresses: BTreeSet<&str> = there.map(|(line, _)| lock.address(line)).collect();
    let address = |path: &str| percent::encode_blanks(&format!("/{path}")).into_owned();
    let assets = guide.site.assets.iter();
    assets
        .filter(|(_, asset)| addresses.contains(&*address(asset.path.as_str())))
        .map(|(file, _)| file.clone())
        .collect()
}

/// All that a folder holds, but for files whose addresses were published.
fn of_folder(guide: UnderstoodGuide<'_>, from: &str, to: &str) -> Result<Moves, Refusal> {
    let below = format!("{from}/");
    if !guide.parsed.pages.keys().any(|path| path.as_str().starts_with(&below)) {
        return Err(Refusal::about("refactor-nothing-there", from));
    }
    if format!("{to}/").starts_with(&below) || is_file(to) {
        return Err(Refusal::about("refactor-bad-path", to));
    }
    let stay = published_files(guide);
    let inside =
        guide.sources.keys().filter(|path| path.as_str().starts_with(&below) && !stay.contains(*path));
    let files: BTreeMap<_, _> = inside
        .map(|path| (path.clone(), SourcePath::new(format!("{to}/{}", &path.as_str()[below.len()..]))))
        .collect();
    Ok(Moves { files, folder: Some((from.to_owned(), to.to_owned())) })
}

/// Whether files go somewhere else, and no file there has the same name but for capitals or the way of writing accents.
fn are_no_twins(guide: UnderstoodGuide<'_>, moves: &Moves) -> Result<(), Refusal> {
    if let Some((_, to)) = moves.files.iter().find(|(from, to)| from == to) {
        return Err(Refusal::about("refactor-same", to.as_str()));
    }
    let folded = |path: &SourcePath| composed(path.as_str()).to_lowercase();
    let stay = guide.sources.keys().filter(|path| !moves.files.contains_key(*path));
    let taken: BTreeMap<String, &SourcePath> = stay.map(|path| (folded(path), path)).collect();
    let mut twins = moves.files.values().filter(|to| taken.get(&folded(to)).is_some_and(|twin| twin != to));
    match twins.next() {
        Some(to) => Err(Refusal::about("refactor-taken", to.as_str())),
        None => Ok(()),
    }
}

/// Whether nothing is where files go. What the same move wrote before it broke off may be there.
fn are_free(guide: UnderstoodGuide<'_>, changes: &GuideChanges) -> Result<(), Refusal> {
    for change in &changes.files {
        let (Some(to), Some(before)) = (&change.to, guide.sources.get(&change.file)) else { continue };
        let is_moving = changes.files.iter().any(|other| other.file == *to && other.to.is_some());
        let there = guide.sources.get(to).filter(|_| !is_moving);
        if there.is_some_and(|there| *there.bytes() != change.bytes(before)) {
            return Err(Refusal::about("refactor-taken", to.as_str()));
        }
    }
    Ok(())
}

/// Follows the moves in the text of pages: links to what moves, and relative links in what moves.
fn follow(guide: UnderstoodGuide<'_>, moves: &Moves, edits: &mut EditList) {
    for (path, document, text) in guide.pages() {
        let after = moves.after(path);
        for target in targets::of_page(document, &text) {
            let (Target::Page(named, _) | Target::Asset(named, _)) = target.target else { continue };
            let written = DestinationParts::of(target.written).path;
            let to = moves.files.get(guide.site.on_disk(named)).unwrap_or(named);
            if written.is_empty() || (to == named && after.folder() == path.folder()) {
                continue;
            }
            let is_right = matches!(
                link_target(after, target.written),
                Some(Target::Page(found, _) | Target::Asset(found, _)) if found == *to
            );
            let now = relative(to, after.folder(), written);
            // A path that was the shortest one is the shortest one in another folder, too.
            let was_shortest = relative(named, path.folder(), written) == written;
            if !is_right || was_shortest && now != written {
                edits.add(target.with(NewParts { path: Some(&now), anchor: None }));
            }
        }
    }
}

/// The page that a path names, below `guide/` or the root of the project, with or without its ending.
pub fn page_named(guide: UnderstoodGuide<'_>, written: &str) -> Option<SourcePath> {
    let path = below_guide(written)?;
    let paths = [path.clone(), format!("{path}.md"), format!("{path}/index.md")];
    paths.map(SourcePath::new).into_iter().find(|path| guide.document(path).is_some())
}
