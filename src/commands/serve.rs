//! `jalon serve`: the site while it is being written.
use super::arguments::Serving;
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::messages::{self, Colour, Style};
use crate::model::{Arg, Severity};
use crate::serve::{self, Config, Round, Said};
use std::process::ExitCode;
use std::sync::Arc;

/// Serves until it is interrupted.
pub(super) fn run(here: &Here, serving: Serving) -> Result<ExitCode, Failure> {
    let (language, style, colour) = (here.language, here.style, here.colour);
    let words = messages::words(language);
    let overlay_words = messages::words(language);
    let report_words = messages::words(language);
    serve::serve(Config {
        root: here.root()?.to_owned(),
        // The index is made when somebody searches.
        options: crate::model::Options { whole: false, last: false, ..here.options()? },
        host: serving.host,
        port: serving.port,
        allowed_hosts: serving.allowed_host,
        open: serving.open,
        poll: serving.poll,
        say: Box::new(move |said| terminal::diagnostic(&line(said, &words, style, colour))),
        words: Box::new(move |build, sources| {
            messages::render(&build.diagnostics, sources, &overlay_words, Style::Human(Colour::Off))
        }),
        report: Arc::new(move |build, sources| super::report::page(build, sources, &report_words)),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What happened, in one line; after a build, the diagnostics too.
fn line(said: &Said<'_>, words: &crate::words::Words, style: Style, colour: Colour) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| messages::sentence(words, key, args) + "\n";
    match said {
        Said::PortTaken { wanted, given } => {
            say("serve-port", &[("wanted", wanted.to_string().into()), ("given", given.to_string().into())])
        }
        Said::OpenToNetwork { at } => say("serve-network", &[("at", at.as_str().into())]),
        Said::Polling { why } => say("serve-polling", &[("why", (*why).into())]),
        Said::Ready { url, round } => {
            let ready = say("serve-ready", &[("url", (*url).into()), ("millis", millis(round))]);
            let report = say("serve-report", &[("url", format!("{url}_jalon/report/").into())]);
            diagnostics(round, words, style) + &ready + &report
        }
        Said::Rebuilt(round) => {
            let first = round
                .changed
                .first()
                .map_or_else(String::new, |path| messages::visible(path.as_str()).into_owned());
            let rebuilt = say(
                "serve-rebuilt",
                &[
                    ("first", first.into()),
                    ("more", round.changed.len().saturating_sub(1).into()),
                    ("made", (round.made + round.gone).into()),
                    ("millis", millis(round)),
                ],
            );
            diagnostics(round, words, style) + &rebuilt
        }
        Said::Bug { text } => say("serve-bug", &[("why", (*text).into())]),
        Said::Failed(failure) => messages::failure(failure, words, colour),
        Said::NoBrowser { why } => say("serve-no-browser", &[("why", why.as_str().into())]),
    }
}

fn millis(round: &Round<'_>) -> Arg {
    Arg::Number(i64::try_from(round.millis).unwrap_or(i64::MAX))
}

/// Errors in full; warnings only counted, because the same ones would be there at each save.
fn diagnostics(round: &Round<'_>, words: &crate::words::Words, style: Style) -> String {
    if round.count(Severity::Error) > 0 {
        let errors: Vec<_> = round
            .build
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .cloned()
            .collect();
        return messages::render(&errors, round.sources, words, style);
    }
    if round.build.diagnostics.is_empty() {
        String::new()
    } else {
        messages::count(&round.build.diagnostics, words) + "\n"
    }
}
