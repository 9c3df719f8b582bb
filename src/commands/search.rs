//! `jalon search`: what readers find, in the same order.
use crate::cli::arguments::SearchArgs;
use crate::cli::context::CommandContext;
use crate::cli::format::ResultFormat;
use crate::cli::{FINDINGS, guide, terminal};
use crate::failure::Failure;
use crate::messages;
use crate::model::Arg;
use crate::output;
use crate::search::{Index, SearchResults};
use serde::Serialize;
use std::fmt::Write as _;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

/// A result as `--format json` prints it.
#[derive(Serialize)]
struct HitRecord<'a> {
    title: &'a str,
    trail: &'a str,
    url: String,
    kind: &'a str,
}

/// Prints the hits; exit status 1 when a single query finds nothing.
pub(super) fn run(context: &CommandContext, args: &SearchArgs) -> Result<ExitCode, Failure> {
    let guide = guide::understand(context, args.reading.options()?)?;
    let index = output::search_words(&guide.understood.site, &guide.understood.parsed);
    let format = args.format;
    let query = args.words.join(" ");
    let is_held = args.queries.is_none() && index.holds(&query);
    // Never dropped, like the guide.
    let index = &ManuallyDrop::new(if is_held { index } else { index.with_substitutes() });
    let Some(file) = &args.queries else {
        let results = index.search(&query, args.limit, 0);
        terminal::print(hits(context, format, index, &query, &results))?;
        return Ok(ExitCode::from(u8::from(results.hits.is_empty()) * FINDINGS));
    };
    let queries = std::fs::read_to_string(file).map_err(Failure::because("failure-read", file))?;
    let mut out = String::new();
    for query in queries.lines() {
        if format == ResultFormat::Human {
            out.push_str(&about_query(context, "find-query", query));
        }
        out.push_str(&hits(context, format, index, query, &index.search(query, args.limit, 0)));
    }
    terminal::print(&out).map(|()| ExitCode::SUCCESS)
}

fn hits(
    context: &CommandContext,
    format: ResultFormat,
    index: &Index,
    query: &str,
    results: &SearchResults,
) -> String {
    if format == ResultFormat::Json {
        let lines: Vec<_> = results
            .hits
            .iter()
            .map(|hit| {
                let doc = index.doc(hit.doc);
                HitRecord { title: &doc.title, trail: &doc.trail, url: doc.url(), kind: doc.kind.name() }
            })
            .collect();
        return serde_json::to_string(&lines).expect("texts have a JSON form") + "\n";
    }
    let mut out = String::new();
    if results.hits.is_empty() {
        out.push_str(&about_query(context, "find-nothing", query));
    }
    for (typed, meant) in &results.substituted {
        let args = [
            ("typed", Arg::from(messages::visible(typed).into_owned())),
            ("meant", Arg::from(meant.join(", "))),
        ];
        out.push_str(&(context.sentence("find-substituted", &args) + "\n"));
    }
    for (typed, read) in &results.corrected {
        let args = [("typed", Arg::from(typed.as_str())), ("read", Arg::from(read.as_str()))];
        out.push_str(&(context.sentence("find-corrected", &args) + "\n"));
    }
    for (number, hit) in results.hits.iter().enumerate() {
        let doc = index.doc(hit.doc);
        let facts: Vec<_> = doc.facts.iter().map(|fact| fact.text.as_str()).collect();
        let above = if doc.trail.is_empty() { String::new() } else { format!(" ({})", doc.trail) };
        let text = format!("{}. {}{above}\n   {}", number + 1, doc.title, doc.url());
        let facts = if facts.is_empty() { String::new() } else { format!("\n   {}", facts.join(" · ")) };
        writeln!(out, "{}", visible_lines(&(text + &facts))).expect("writing to a string cannot fail");
    }
    out
}

fn about_query(context: &CommandContext, key: &str, query: &str) -> String {
    context.sentence(key, &[("query", Arg::from(messages::visible(query).into_owned()))]) + "\n"
}

/// Makes a text of several lines harmless for terminals.
fn visible_lines(text: &str) -> String {
    text.lines().map(messages::visible).collect::<Vec<_>>().join("\n")
}
