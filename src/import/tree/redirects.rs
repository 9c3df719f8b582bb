//! Former addresses that the settings name: pages keep them as aliases, and links to them lead where they led.
use crate::import::imported::ImportedPage;
use crate::import::links::addresses::absolute;
use crate::import::links::map::{LinkMap, Meaning};
use crate::import::source::book::{Book, FormerAddress};
use crate::import::source::paths::is_elsewhere;
use crate::model::{FindingKind, ForeignTree, ImportFinding};

/// How many former addresses may lead to one another.
const LONGEST_CHAIN: usize = 8;

/// Adds them to the map and to their pages. Gives a line for each that leads to no page.
pub(super) fn add(
    tree: &ForeignTree,
    book: &Book,
    pages: &mut [ImportedPage],
    map: &mut LinkMap<'_>,
) -> Vec<ImportFinding> {
    let mut findings = Vec::new();
    let mut open: Vec<&FormerAddress> = book.redirects.iter().collect();
    for _ in 0..LONGEST_CHAIN {
        let before = open.len();
        open.retain(|former| {
            let meaning = meaning(tree, book, map, &former.to);
            match &meaning {
                Meaning::Page(number, _) if !is_pattern(&former.from) => {
                    if map.add_former(&former.from, meaning.clone()) {
                        pages[*number].aliases.push(absolute(&former.from));
                    }
                    return false;
                }
                // Another one may lead there.
                Meaning::Missing | Meaning::Here(_) => return true,
                _ => findings.push(finding(FindingKind::LeftOut, "redirect", former)),
            }
            map.add_former(&former.from, meaning);
            false
        });
        if open.len() == before {
            break;
        }
    }
    findings.extend(open.into_iter().map(|former| nowhere(book, map, former)));
    findings
}

/// The line for one that leads to no page.
fn nowhere(book: &Book, map: &LinkMap<'_>, former: &FormerAddress) -> ImportFinding {
    if map.is_left_out(&book.program, &former.to) {
        finding(FindingKind::LeftOut, "redirect", former)
    } else {
        finding(FindingKind::Wrong, "missing-redirect", former)
    }
}

fn meaning(tree: &ForeignTree, book: &Book, map: &LinkMap<'_>, to: &str) -> Meaning {
    let from = format!("{}/x", book.program.root());
    let ways = [to.to_owned(), format!("/{}", to.trim_start_matches('/'))];
    let mut meanings = ways.iter().map(|way| map.read(tree, &book.program, &from, way));
    match meanings.find(|meaning| *meaning != Meaning::Missing) {
        Some(Meaning::Elsewhere) if is_elsewhere(to) => Meaning::Moved(to.to_owned()),
        Some(Meaning::Elsewhere) | None => Meaning::Missing,
        Some(found) => found,
    }
}

/// Whether an address stands for many: `/old/*`, `/old/[...slug]`, `/old/:page`.
fn is_pattern(address: &str) -> bool {
    address.contains(['*', '[', ':', '('])
}

fn finding(kind: FindingKind, key: &'static str, former: &FormerAddress) -> ImportFinding {
    let found = ImportFinding::new(kind, key, former.file.as_str(), 0);
    found.arg("name", former.from.as_str()).arg("target", former.to.as_str())
}
