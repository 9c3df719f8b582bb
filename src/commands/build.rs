//! `jalon build`: load, build, publish, report.
use super::guide::{self, Built};
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::messages;
use crate::model::{Arg, Language};
use crate::write::{self, Published};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Publishes the site, unless something in it is false; the last good site stays then.
pub(super) fn run(here: &Here) -> Result<ExitCode, Failure> {
    let begun = Instant::now();
    let out = here.out()?;
    // The process ends with this command: taking a large build apart piece by piece would cost as much as parsing it.
    let guide = ManuallyDrop::new(guide::build(here)?);
    guide.findings().print(here)?;
    let status = guide.findings().status(here);
    if status != 0 {
        terminal::diagnostic(&refusal(here, &guide, &out));
        return Ok(ExitCode::from(status));
    }
    let published = write::publish(&guide.build.files, &out, here.force)?;
    terminal::diagnostic(&closing(here, &guide, &published, begun.elapsed()));
    terminal::diagnostic(&format!("{}\n", here.say("build-done", &[("out", shown(&out))])));
    Ok(ExitCode::SUCCESS)
}

fn refusal(here: &Here, guide: &Built, out: &Path) -> String {
    let mut lines = vec![guide.findings().count(here)];
    if !guide.findings().has_errors() {
        lines.push(here.say("build-strict", &[]));
    }
    lines.push(if out.join("index.html").is_file() {
        here.say("build-refused-kept", &[("out", shown(out))])
    } else {
        here.say("build-refused", &[])
    });
    lines.join("\n") + "\n"
}

/// `12 pages, 96 files (3 written, 93 unchanged), 2 warnings, 0.12 s`.
fn closing(here: &Here, guide: &Built, published: &Published, took: Duration) -> String {
    let count = |key: &str, count: usize| here.say(key, &[("count", Arg::from(count))]);
    let mut changes = vec![count("written", published.written), count("kept", published.kept)];
    if published.removed > 0 {
        changes.push(count("removed", published.removed));
    }
    let pages = guide.build.site.as_ref().map_or(0, |site| site.pages.len());
    let files = format!("{} ({})", count("files", published.files), changes.join(", "));
    let mut parts = vec![count("pages", pages), files];
    if !guide.build.diagnostics.is_empty() {
        parts.push(guide.findings().count(here));
    }
    parts.push(here.say("seconds", &[("seconds", Arg::from(seconds(here.language, took)))]));
    parts.join(", ") + "\n"
}

fn seconds(language: Language, took: Duration) -> String {
    let text = format!("{:.2}", took.as_secs_f64());
    if language == Language::French { text.replace('.', ",") } else { text }
}

fn shown(path: &Path) -> Arg {
    Arg::from(messages::visible(&path.display().to_string()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_as_the_language_writes_them() {
        let took = Duration::from_millis(123);
        assert_eq!(
            (seconds(Language::French, took), seconds(Language::English, took)),
            ("0,12".into(), "0.12".into())
        );
    }
}
