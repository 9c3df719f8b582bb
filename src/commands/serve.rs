//! `jalon serve`: the site while it is being written. `serve` does the work; this file puts its events into words.
use crate::cli::arguments::ServeArgs;
use crate::cli::context::CommandContext;
use crate::cli::terminal;
use crate::failure::Failure;
use crate::messages::{self, Colour, Detail, Style};
use crate::model::{Arg, Options, Severity, SourcePath};
use crate::report;
use crate::serve::{self, Config, Rebuild, ServeEvent};
use crate::words::Words;
use std::process::ExitCode;
use std::sync::Arc;

/// Serves until it is interrupted.
pub(super) fn run(context: &CommandContext, args: ServeArgs) -> Result<ExitCode, Failure> {
    let (language, colour) = (context.language, context.colour);
    let style = context.style(&args.printing);
    let words = messages::words(language);
    let problem_words = messages::words(language);
    let report_words = messages::words(language);
    serve::serve(Config {
        root: context.root()?.to_owned(),
        // The search index and PDFs are made when a browser asks for them.
        options: Options { whole: false, last: false, ..args.reading.options()? },
        host: args.host,
        port: args.port,
        allowed_hosts: args.allowed_host,
        open: args.open,
        poll: args.poll,
        on_event: Box::new(move |event| terminal::print_error(&describe(event, &words, style, colour))),
        problems: Box::new(move |build, sources| {
            messages::render(
                &build.diagnostics,
                sources,
                &problem_words,
                Style::Human(Colour::Off, Detail::Limited),
            )
        }),
        report: Arc::new(move |build, sources| match &build.site {
            Some(site) => report::page(site, &build.parsed, &build.files, sources, &report_words),
            None => String::new(),
        }),
    })?;
    Ok(ExitCode::SUCCESS)
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
        ServeEvent::Bug { text } => sentence("serve-bug", &[("why", (*text).into())]),
        ServeEvent::Failed(failure) => messages::failure(failure, words, colour),
        ServeEvent::NoBrowser { why } => sentence("serve-no-browser", &[("why", why.as_str().into())]),
    }
}

fn millis(rebuild: &Rebuild<'_>) -> Arg {
    Arg::Number(i64::try_from(rebuild.millis).unwrap_or(i64::MAX))
}

/// The errors; warnings are only counted, because they would be repeated at each save.
fn diagnostics(rebuild: &Rebuild<'_>, words: &Words, style: Style) -> String {
    let all = &rebuild.build.diagnostics;
    let errors: Vec<_> =
        all.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).cloned().collect();
    if !errors.is_empty() {
        messages::render(&errors, rebuild.sources, words, style)
    } else if all.is_empty() {
        String::new()
    } else {
        messages::count(all, words) + "\n"
    }
}
