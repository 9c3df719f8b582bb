//! `jalon export search`: what the search knows, one record a section, for an engine on a server.
use super::guide;
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::search::Doc;
use crate::stamp::Stamp;
use serde::Serialize;
use std::process::ExitCode;

/// A section or an entry; the names are told in README.md.
#[derive(Serialize)]
struct Record<'a> {
    id: String,
    url: String,
    title: &'a str,
    trail: Vec<&'a str>,
    kind: &'a str,
    language: &'a str,
    roles: Vec<&'a str>,
    aliases: &'a [String],
    facts: Vec<&'a str>,
    source: &'a str,
    position: usize,
    text: &'a str,
}

/// Prints the records in the order of the guide.
pub(super) fn run(here: &Here) -> Result<ExitCode, Failure> {
    let guide = guide::understand(here, here.options()?)?;
    let status = guide.findings().status(here);
    let index = guide.index();
    let frame = index.frame();
    let mut out = String::new();
    for (position, doc) in index.docs().enumerate() {
        let record = Record {
            id: id(doc),
            url: doc.url(),
            title: &doc.title,
            trail: doc.trail.split(" › ").filter(|part| !part.is_empty()).collect(),
            kind: doc.sort.name(),
            language: frame.language.tag(),
            roles: named(&frame.roles, doc.roles),
            aliases: &doc.aliases,
            facts: doc.facts.iter().map(|fact| fact.text.as_str()).collect(),
            source: &doc.origin,
            position,
            text: &doc.text,
        };
        out.push_str(&serde_json::to_string(&record).expect("texts have a JSON form"));
        out.push('\n');
    }
    terminal::print(&out)?;
    Ok(ExitCode::from(status))
}

/// Stays the same as long as the address, the kind and the title do; letters and digits only, as engines ask for.
fn id(doc: &Doc) -> String {
    let name = [doc.sort.name(), &doc.origin, &doc.anchor, &doc.title].join("\n");
    Stamp::of_bytes(name.as_bytes()).to_hex()
}

/// The roles of a mask.
fn named(roles: &[String], mask: u64) -> Vec<&str> {
    roles
        .iter()
        .take(64)
        .enumerate()
        .filter(|(bit, _)| mask >> bit & 1 == 1)
        .map(|(_, role)| role.as_str())
        .collect()
}
