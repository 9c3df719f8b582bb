//! `jalon serve`: the site while it is being written. `serve` does the work; this file puts its events into words, also
//! those of `jalon edit`.
use crate::cli::arguments::ServeArgs;
use crate::cli::context::{CommandContext, Volume};
use crate::cli::{machine, terminal};
use crate::failure::Failure;
use crate::messages::{self, Colour, OverlayView, Style};
use crate::model::{Arg, Options, Severity, SourcePath};
use crate::report;
use crate::serve::{self, Config, DeskConfig, OverlayRequest, Rebuild, ServeEvent};
use crate::text::percent;
use crate::words::Words;
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Serves until it is interrupted; with a desk, pages can be edited.
pub(super) fn run(
    context: &CommandContext,
    args: ServeArgs,
    desk: Option<DeskConfig>,
) -> Result<ExitCode, Failure> {
    let colour = context.colour;
    let style = context.style(&args.printing);
    let [words, overlay_words, bug_words, report_words] = [&context.words; 4].map(Arc::clone);
    let is_quiet = context.volume == Volume::Quiet;
    let root = context.root()?.to_owned();
    let files = std::path::absolute(&root).unwrap_or_else(|_| root.clone());
    machine::try_threads_of_a_server()?;
    let signal = serve::serve(Config {
        root,
        // Pages, the search index and PDFs are made when a browser asks for them.
        options: Options { whole: false, holds_pages: false, last: false, ..args.reading.options()? },
        host: args.host,
        port: args.port,
        allowed_hosts: args.allowed_host,
        open: args.open,
        poll: args.poll,
        keys: true,
        on_event: Box::new(move |event| {
            terminal::print_error(&match event {
                ServeEvent::Rebuilt(rebuild) | ServeEvent::RebuiltAll(rebuild) if is_quiet => {
                    diagnostics(rebuild, &words, style)
                }
                _ => describe(event, &words, style, colour),
            });
        }),
        overlay: Arc::new(move |request| overlay(request, &files, &overlay_words)),
        bug: Box::new(move |why| messages::bug_overlay(why, &bug_words)),
        report: Arc::new(move |build, sources| match &build.site {
            Some(site) => report::page(site, &build.parsed, &build.files, sources, &report_words),
            None => String::new(),
        }),
        desk,
    })?;
    // As shells count the end by a signal.
    Ok(signal.map_or(ExitCode::SUCCESS, |number| ExitCode::from(128 + number)))
}

/// What is wrong, in words, for the page that asks.
fn overlay(request: &OverlayRequest<'_>, root: &Path, words: &Words) -> Value {
    let site = request.served.site.as_ref();
    let editor = site.and_then(|site| site.settings.editor.as_deref());
    let view = OverlayView {
        diagnostics: &request.build.diagnostics,
        sources: request.sources,
        page: request.page,
        held: request.held,
        address: &|source| {
            request.address(source).map(|url| percent::encode(url.as_str(), percent::PATH).to_string())
        },
        editor: &|source, at| serve::editor_link(editor?, &root.join(source.as_str()), at.line, at.column),
    };
    messages::overlay(&view, words)
}

/// An event in one line; after a build, its diagnostics before it.
fn describe(event: &ServeEvent<'_>, words: &Words, style: Style, colour: Colour) -> String {
    let sentence = |key: &str, args: &[(&str, Arg)]| messages::sentence(words, key, args) + "\n";
    match event {
        ServeEvent::PortTaken { wanted, given } => {
            let ports = [("wanted", wanted.to_string().into()), ("given", given.to_string().into())];
            sentence("serve-port", &ports)
        }
        ServeEvent::OpenToNetwork { at } => sentence("serve-network", &[("at", at.as_str().into())]),
        ServeEvent::Polling { why } => sentence("serve-polling", &[("why", (*why).into())]),
        ServeEvent::Ready { url, rebuild } => {
            let ready = sentence("serve-ready", &[("url", (*url).into()), ("millis", millis(rebuild))]);
            let report = sentence("serve-report", &[("url", format!("{url}_jalon/report/").into())]);
            diagnostics(rebuild, words, style) + &ready + &report
        }
        ServeEvent::Rebuilt(rebuild) => {
            let first = rebuild.changed.first().map_or("", SourcePath::as_str);
            let rebuilt = sentence(
                "serve-rebuilt",
                &[
                    ("first", messages::visible(first).into_owned().into()),
                    ("more", rebuild.changed.len().saturating_sub(1).into()),
                    ("made", (rebuild.made + rebuild.gone).into()),
                    ("millis", millis(rebuild)),
                ],
            );
            diagnostics(rebuild, words, style) + &rebuilt
        }
        ServeEvent::RebuiltAll(rebuild) => {
            let all = [("made", rebuild.made.into()), ("millis", millis(rebuild))];
            diagnostics(rebuild, words, style) + &sentence("serve-rebuilt-all", &all)
        }
        ServeEvent::Desk { url } => sentence("serve-desk", &[("url", (*url).into())]),
        ServeEvent::Keys => sentence("serve-keys", &[]),
        ServeEvent::Check { build, sources } => {
            let all = &build.diagnostics;
            messages::render(all, sources, words, style) + &messages::count(all, words) + "\n"
        }
        ServeEvent::Bug { text } => sentence("serve-bug", &[("why", (*text).into())]),
        ServeEvent::Failed(failure) => messages::failure(failure, words, colour),
        ServeEvent::NoBrowser { why } => sentence("serve-no-browser", &[("why", why.as_str().into())]),
    }
}

fn millis(rebuild: &Rebuild<'_>) -> Arg {
    Arg::Number(i64::try_from(rebuild.millis).unwrap_or(i64::MAX))
}

/// The errors, and the warnings that are new. All warnings would be repeated at each save: they are only counted.
fn diagnostics(rebuild: &Rebuild<'_>, words: &Words, style: Style) -> String {
    let all = &rebuild.build.diagnostics;
    let errors: Vec<_> =
        all.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).cloned().collect();
    let mut out = String::new();
    if !errors.is_empty() {
        out += &messages::render(&errors, rebuild.sources, words, style);
    }
    if let Some(known) = rebuild.known {
        out += &messages::fresh_warnings(known, all, rebuild.sources, words);
    }
    if errors.is_empty() && !all.is_empty() {
        out += &messages::count(all, words);
        out.push('\n');
    }
    let mut held = rebuild.held.iter();
    if let Some(first) = held.next() {
        let file = Arg::from(messages::visible(first.as_str()).into_owned());
        out += &messages::sentence(words, "serve-held", &[("file", file), ("more", held.len().into())]);
        out.push('\n');
    }
    out
}
