//! `jalon export search`: the sections and entries that readers search, one record a line, for a search engine on a
//! server.
use crate::cli::arguments::ExportArgs;
use crate::cli::context::CommandContext;
use crate::cli::{guide, terminal};
use crate::failure::Failure;
use crate::output;
use crate::pipeline::Understood;
use crate::search::Doc;
use crate::stamp::Stamp;
use serde::Serialize;
use std::process::ExitCode;

/// A section or an entry; `docs/en/guide/formats.md` describes the fields.
#[derive(Serialize)]
struct SearchRecord<'a> {
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

/// How many bytes of records are gathered before they are printed.
const PRINTED_AT_ONCE: usize = 256 << 10;

/// Prints the records in the order of the guide.
pub(super) fn run(context: &CommandContext, what: &ExportArgs) -> Result<ExitCode, Failure> {
    let ExportArgs::Search { reading, .. } = what;
    let guide = guide::understand(context, reading.options()?)?;
    let Understood { site, parsed, .. } = &guide.understood;
    let (language, roles) = (site.settings.language.tag(), output::role_names(site));
    let mut out = String::new();
    for (position, doc) in output::search_docs(site, parsed).enumerate() {
        let record = SearchRecord {
            id: id(&doc),
            url: doc.url(),
            title: &doc.title,
            trail: doc.trail.split(" › ").filter(|part| !part.is_empty()).collect(),
            kind: doc.kind.name(),
            language,
            roles: roles_of(&roles, doc.roles),
            aliases: &doc.aliases,
            facts: doc.facts.iter().map(|fact| fact.text.as_str()).collect(),
            source: &doc.origin,
            position,
            text: &doc.text,
        };
        out.push_str(&serde_json::to_string(&record).expect("texts have a JSON form"));
        out.push('\n');
        if out.len() >= PRINTED_AT_ONCE {
            terminal::print(&out)?;
            out.clear();
        }
    }
    terminal::print(&out)?;
    Ok(ExitCode::from(guide.check().status(false)))
}

/// Stays the same as long as kind, page, anchor and title do; letters and digits only, as search engines ask for.
fn id(doc: &Doc) -> String {
    let name = [doc.kind.name(), &doc.origin, &doc.anchor, &doc.title].join("\n");
    Stamp::of_bytes(name.as_bytes()).to_hex()
}

/// The roles whose bits are set in a mask.
fn roles_of(roles: &[String], mask: u64) -> Vec<&str> {
    let is_set = |bit: usize| mask >> bit & 1 == 1;
    let bits = roles.iter().take(64).enumerate();
    bits.filter(|(bit, _)| is_set(*bit)).map(|(_, role)| role.as_str()).collect()
}
