//! Writes a French guide of any size from a seed: the same seed and size give the same bytes.
//!
//! The guide uses all that an author may write (tasks by role, cards, tables, alerts, footnotes, references,
//! links to anchors) and holds no fault, so that a run measures work and not the printing of diagnostics. No
//! folder holds more than [`FAN_OUT`] pages and folders, because a page's menu shows its siblings. Each page
//! is about a place whose invented name no other page bears; without a word of its own, a heading would
//! repeat hundreds of times in a large guide and no search could find the right one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

mod page;
mod random;
mod registry;
mod words;

use random::RandomNumbers;
use words::{OBJECTS, PARTS, SYLLABLES, VERBS};

/// The most pages and folders in one folder, without its `index.md`.
pub(crate) const FAN_OUT: usize = 50;

/// A page of the tree before it is written.
struct Page {
    /// Path below `guide/`, with `/` between its parts.
    path: String,
    /// For an `index.md`, the numbers of the pages in its list.
    children: Vec<usize>,
}

/// Writes a guide of exactly `pages` pages, including the home page and index pages, into `root`.
pub(crate) fn generate(root: &Path, pages: usize, seed: u64) -> io::Result<()> {
    let guide = root.join("guide");
    fs::create_dir_all(&guide)?;
    fs::write(
        guide.join("jalon.yaml"),
        "title: \"Guide de mesure\"\nlanguage: fr\ndescription: \"Un guide engendré pour mesurer.\"\n\
         check: {levels: {output/too-many-lists: off, output/list-too-long: off}}\n",
    )?;
    registry::write(&guide.join("registry"))?;

    let mut tree = Vec::with_capacity(pages);
    grow(&mut tree, "", "index.md".to_owned(), pages, seed);
    for folder in tree.iter().filter_map(|page| page.path.strip_suffix("index.md")) {
        fs::create_dir_all(guide.join(folder))?;
    }
    (0..tree.len()).into_par_iter().try_for_each(|number| {
        let path: PathBuf = guide.join(&tree[number].path);
        fs::write(path, page::text(&tree, number, seed))
    })
}

/// Adds the folder with the index page `index` and `size - 1` other pages; returns the number of its index page.
fn grow(tree: &mut Vec<Page>, folder: &str, index: String, size: usize, seed: u64) -> usize {
    let number = tree.len();
    tree.push(Page { path: index, children: Vec::new() });
    let below = size.saturating_sub(1);
    // What each entry of this folder can hold at most: one page, or a whole folder.
    let mut room = 1;
    while room * FAN_OUT < below {
        room = 1 + room * FAN_OUT;
    }
    let entries = below.div_ceil(room);
    let mut children = Vec::with_capacity(entries);
    for entry in 0..entries {
        let share = below / entries + usize::from(entry < below % entries);
        let slug = slug(&title(tree.len(), seed));
        let name = format!("{folder}{:02}-{slug}", entry + 1);
        if room == 1 {
            children.push(tree.len());
            tree.push(Page { path: format!("{name}.md"), children: Vec::new() });
        } else {
            let inside = format!("{name}/");
            let index = format!("{inside}index.md");
            children.push(grow(tree, &inside, index, share, seed));
        }
    }
    tree[number].children = children;
    number
}

/// The name of the place that page `number` is about; no other page has it.
fn place(number: usize, seed: u64) -> String {
    let base = SYLLABLES.len();
    let space = base.pow(3);
    // The factor has no divisor in common with the number of names, so every name is used before one is repeated.
    let shift = usize::try_from(seed % 1_000).expect("less than a thousand");
    let mut rank = (number * 100_003 + shift * 7_919) % space;
    let mut name = String::new();
    for _ in 0..3 {
        name.push_str(SYLLABLES[rank % base]);
        rank /= base;
    }
    name[..1].to_uppercase() + &name[1..]
}

fn title(number: usize, seed: u64) -> String {
    headings(number, seed).swap_remove(0)
}

/// The title of a page, then the headings of its parts, all different.
fn headings(number: usize, seed: u64) -> Vec<String> {
    let mut random = RandomNumbers::of_page(number, seed, 1);
    let place = place(number, seed);
    let (verb, object) = (random.below(VERBS.len()), random.below(OBJECTS.len()));
    let object_of = |part: usize| OBJECTS[(object + part * 7) % OBJECTS.len()];
    let verb_of = |part: usize| VERBS[(verb + part) % VERBS.len()].0;
    (0..=PARTS.len()).map(|part| format!("{} {} à {place}", verb_of(part), object_of(part))).collect()
}

/// The anchor of a heading: lower case, accents folded, one hyphen for each run of other characters.
fn slug(heading: &str) -> String {
    let mut slug = String::new();
    for letter in heading.chars().flat_map(char::to_lowercase) {
        let folded = match letter {
            'à' | 'â' | 'ä' => "a",
            'ç' => "c",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'î' | 'ï' => "i",
            'ô' | 'ö' => "o",
            'ù' | 'û' | 'ü' => "u",
            'œ' => "oe",
            'a'..='z' | '0'..='9' => {
                slug.push(letter);
                continue;
            }
            _ => {
                if !slug.is_empty() && !slug.ends_with('-') {
                    slug.push('-');
                }
                continue;
            }
        };
        slug.push_str(folded);
    }
    slug.trim_end_matches('-').to_owned()
}
