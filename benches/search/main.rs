//! The cost of the search index: a guide is built in memory with and without it, each in a process of its own.
//!
//! `cargo bench --bench search -- GUIDE [RUNS]`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a stopwatch prints its readings")]

use jalon::model::{Date, Options, SourcePath};
use jalon::pipeline::{self, Build};
use std::env;
use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode};
use wait4::Wait4 as _;

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--once", guide, way] => once(Path::new(guide), way),
        [guide] => measure(guide, 3),
        [guide, runs] => runs.parse().map_err(Into::into).and_then(|runs: usize| measure(guide, runs.max(1))),
        _ => Err("usage: cargo bench --bench search -- GUIDE [RUNS]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds a guide in memory, as `jalon serve` does. `way` says whether with an index, and whether once more after an
/// edit.
fn once(guide: &Path, way: &str) -> Outcome<()> {
    let today = Date::new(2026, 11, 23).ok_or("no such day")?;
    let options = Options {
        today,
        drafts: false,
        portable: false,
        whole: way != "without",
        holds_pages: true,
        last: false,
    };
    let mut sources = jalon::load::load(guide)?.value;
    let built = pipeline::build(&sources, &[], options, &Build::default());
    if way == "again" {
        let first = built.parsed.pages.keys().next().ok_or("a guide has pages")?.clone();
        let text = sources.get(&first).ok_or("the page is read")?;
        let longer = [&*text.bytes(), "\nUne phrase de plus.\n".as_bytes()].concat();
        sources.insert(SourcePath::new(first.as_str()), jalon::model::Source::new(longer));
        let again = pipeline::build(&sources, &[], options, &built);
        println!("{}", again.files.len());
    }
    // The process ends here, without freeing its memory first.
    std::mem::forget(built);
    Ok(())
}

/// The medians of some runs.
fn measure(guide: &str, runs: usize) -> Outcome<()> {
    let mut rows = Vec::new();
    for way in ["without", "with", "again"] {
        let (mut seconds, mut bytes) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            let mut child = Command::new(env::current_exe()?)
                .args(["--once", guide, way])
                .stdout(std::process::Stdio::null())
                .spawn()?;
            let used = child.wait4()?;
            if !used.status.success() {
                return Err(format!("{guide} cannot be built").into());
            }
            seconds.push((used.rusage.utime + used.rusage.stime).as_secs_f64());
            bytes.push(used.rusage.maxrss);
        }
        seconds.sort_by(f64::total_cmp);
        bytes.sort_unstable();
        rows.push((seconds[runs / 2], bytes[runs / 2]));
        println!("{way:>8}: {:.2} s of CPU, {} MB", seconds[runs / 2], bytes[runs / 2] >> 20);
    }
    let more = rows[1].1.saturating_sub(rows[0].1) >> 20;
    println!("the index: {:.2} s of CPU, {more} MB", rows[1].0 - rows[0].0);
    println!("an edit with everything else and the index: {:.2} s of CPU", rows[2].0 - rows[1].0);
    Ok(())
}
