//! `jalon export search`: the sections and entries that readers search, one record a line, for a search engine on a server.
//!
//! With `--to`, a folder with the records in the form that this engine loads, and its settings (`engine`).
mod engine;

use super::init::create;
use crate::cli::arguments::ExportArgs;
use crate::cli::context::{CommandContext, path_arg};
use crate::cli::{guide, terminal};
use crate::failure::Failure;
use crate::language;
use crate::model::SearchEngine;
use crate::output;
use crate::pipeline::Understood;
use crate::search::Doc;
use crate::stamp::Stamp;
use crate::write::new_folder;
use engine::EngineInput;
use serde::Serialize;
use std::path::Path;
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
    for_everybody: bool,
    facts: Vec<&'a str>,
    fact_urls: Vec<&'a str>,
    source: &'a str,
    position: usize,
    text: &'a str,
}

/// How many bytes of records are gathered before they are printed.
const PRINTED_AT_ONCE: usize = 256 << 10;

/// Gives the records in the order of the guide.
pub(super) fn run(context: &CommandContext, what: &ExportArgs) -> Result<ExitCode, Failure> {
    let ExportArgs::Search { reading, to, out, .. } = what;
    if let Some(folder) = out {
        new_folder::refuse_existing(folder)?;
    }
    let guide = guide::understand(context, reading.options()?)?;
    match (to, out) {
        (Some(engine), Some(folder)) => write(context, &guide.understood, *engine, folder)?,
        _ => records(&guide.understood, PRINTED_AT_ONCE, None, |text| terminal::print(text))?,
    }
    Ok(ExitCode::from(guide.check().status(false)))
}

/// Writes the files of an engine.
fn write(
    context: &CommandContext,
    guide: &Understood,
    engine: SearchEngine,
    folder: &Path,
) -> Result<(), Failure> {
    let language = guide.site.settings.language;
    let synonyms = output::search_synonyms(&guide.site);
    let input =
        EngineInput { language, stop_words: language::of(language).stop_words.list, synonyms: &synonyms };
    for (name, value) in engine.settings(&input) {
        let text = serde_json::to_string_pretty(&value).expect("texts have a JSON form") + "\n";
        create(&folder.join(name), text.as_bytes())?;
    }
    // In one piece, because a new file is written once.
    let path = folder.join(engine.records());
    records(guide, usize::MAX, Some(engine), |text| create(&path, text.as_bytes()))?;
    context.notify("export-done", &[("at", path_arg(folder))]);
    Ok(())
}

/// Gives the records as text, in pieces of at least so many bytes.
fn records(
    guide: &Understood,
    size: usize,
    engine: Option<SearchEngine>,
    mut give: impl FnMut(&str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let Understood { site, parsed, .. } = guide;
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
            for_everybody: doc.roles == 0,
            fact_urls: doc.facts.iter().map(|fact| fact.href.as_str()).collect(),
            facts: doc.facts.iter().map(|fact| fact.text.as_str()).collect(),
            source: &doc.origin,
            position,
            text: &doc.text,
        };
        out.push_str(&engine.map(|engine| engine.line_before(&record.id)).unwrap_or_default());
        out.push_str(&serde_json::to_string(&record).expect("texts have a JSON form"));
        out.push('\n');
        if out.len() >= size {
            give(&out)?;
            out.clear();
        }
    }
    give(&out)
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
