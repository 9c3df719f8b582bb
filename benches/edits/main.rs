//! Measures what one saved edit costs in a guide that was built before, as `jalon serve` builds it.
//!
//! `cargo bench --no-default-features --bench edits -- [--pages 1000,10000] [--saves 20] [--only sentence] [--verify]`
//!
//! `benches/README.md` says what is measured and how to read the result.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints its readings")]
#![expect(clippy::disallowed_methods, reason = "a bench works on the disk and with the clock")]

mod cpu;
mod edit;
#[path = "../scale/generator/mod.rs"]
mod generator;

use edit::{EDITS, Edit};
use jalon::model::{Date, Options, Sources};
use jalon::pipeline::{self, Build};
use std::env;
use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The largest share of the CPU time of a whole build that a saved sentence may use, from [`BAR_PAGES`] pages on.
const BAR: f64 = 0.01;
const BAR_PAGES: usize = 10_000;

/// What the command line asks for.
struct Plan {
    sizes: Vec<usize>,
    saves: usize,
    /// The name of the only edit to measure.
    only: Option<String>,
    /// Whether to compare the last build of each edit with a clean one.
    verifies: bool,
}

/// What a build used.
#[derive(Clone, Copy, Default)]
struct Reading {
    wall: Duration,
    /// Of all threads.
    cpu: Duration,
}

fn main() -> ExitCode {
    match plan(env::args().skip(1)).and_then(|plan| measure(&plan)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn plan(mut arguments: impl Iterator<Item = String>) -> Outcome<Plan> {
    let mut plan = Plan { sizes: vec![1_000, 10_000], saves: 20, only: None, verifies: false };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            // Cargo adds this argument.
            "--bench" => {}
            "--pages" => plan.sizes = value()?.split(',').map(str::parse).collect::<Result<_, _>>()?,
            "--saves" => plan.saves = value()?.parse::<usize>()?.max(1),
            "--only" => plan.only = Some(value()?),
            "--verify" => plan.verifies = true,
            _ => return Err(format!("{argument} is not known").into()),
        }
    }
    Ok(plan)
}

fn measure(plan: &Plan) -> Outcome<()> {
    for &pages in &plan.sizes {
        measure_size(plan, pages)?;
    }
    Ok(())
}

fn measure_size(plan: &Plan, pages: usize) -> Outcome<()> {
    let folder = tempfile::Builder::new().prefix("jalon-edits-").tempdir()?;
    generator::generate(folder.path(), pages, 1)?;
    let start = Instant::now();
    let used = cpu::used()?;
    let sources = jalon::load::load(folder.path())?.value;
    let whole_options = Options { whole: true, last: true, ..options()? };
    let built = pipeline::build(&sources, &[], whole_options, &Build::default());
    let whole = Reading { wall: start.elapsed(), cpu: cpu::used()?.saturating_sub(used) };
    drop(built);
    println!("{pages} pages{:11}wall (95 %)         understand    publish        cpu   of a whole build", "");
    println!("  {:<14} {:>8}{:>49}", "whole build", millis(whole.wall), millis(whole.cpu));

    let before = pipeline::build(&sources, &[], options()?, &Build::default());
    let wanted = |edit: &&Edit| plan.only.as_ref().is_none_or(|only| *only == edit.name);
    let mut over = None;
    for edit in EDITS.iter().filter(wanted) {
        let share = measure_edit(plan, edit, &sources, &before, whole)?;
        if edit.name == "sentence" && pages >= BAR_PAGES && share > BAR {
            over = Some(share);
        }
    }
    println!();
    match over {
        Some(share) => {
            Err(format!("a sentence uses {share:.4} of a whole build's CPU time, more than {BAR}").into())
        }
        None => Ok(()),
    }
}

/// Saves an edit several times, each at another place, and returns its share of the CPU time of a whole build.
fn measure_edit(plan: &Plan, edit: &Edit, sources: &Sources, before: &Build, whole: Reading) -> Outcome<f64> {
    let mut sources = sources.clone();
    let mut build = before.clone();
    let (mut understood, mut published, mut all) = (Vec::new(), Vec::new(), Vec::new());
    // The first save is not counted: it also makes what later ones keep.
    for number in 0..=plan.saves {
        (edit.save)(&mut sources, number).ok_or(format!("nothing to edit for {}", edit.name))?;
        let (start, used) = (Instant::now(), cpu::used()?);
        let guide = pipeline::understand(&sources, &[], options()?, &build);
        let after_understanding = Reading { wall: start.elapsed(), cpu: Duration::ZERO };
        let next = pipeline::publish(guide, &sources, &build);
        let after_publishing = Reading { wall: start.elapsed(), cpu: Duration::ZERO };
        let (changed, gone) = pipeline::changes(&build, &next);
        std::hint::black_box((changed, gone));
        build = next;
        if number > 0 {
            understood.push(after_understanding.wall);
            published.push(after_publishing.wall.saturating_sub(after_understanding.wall));
            all.push(Reading { wall: start.elapsed(), cpu: cpu::used()?.saturating_sub(used) });
        }
    }
    if plan.verifies {
        verify(edit, &sources, &build)?;
    }
    let saves = u32::try_from(plan.saves)?;
    let cpu = all.iter().map(|reading| reading.cpu).sum::<Duration>() / saves;
    let share = cpu.as_secs_f64() / whole.cpu.as_secs_f64();
    let mut walls: Vec<_> = all.iter().map(|reading| reading.wall).collect();
    walls.sort_unstable();
    let late = walls[(walls.len() * 95 / 100).min(walls.len() - 1)];
    println!(
        "  {:<14} {:>8} ({:>8}) {:>14} {:>10} {:>10}   cpu {:.4}, wall {:.3}",
        edit.name,
        millis(walls[walls.len() / 2]),
        millis(late),
        millis(median(understood)),
        millis(median(published)),
        millis(cpu),
        share,
        walls[walls.len() / 2].as_secs_f64() / whole.wall.as_secs_f64(),
    );
    Ok(share)
}

/// Fails unless the build equals a clean one.
fn verify(edit: &Edit, sources: &Sources, build: &Build) -> Outcome<()> {
    let clean = pipeline::build(sources, &[], options()?, &Build::default());
    let (changed, gone) = pipeline::changes(build, &clean);
    if changed.is_empty() && gone.is_empty() && build.diagnostics == clean.diagnostics {
        return Ok(());
    }
    Err(format!("{}: {changed:?} and {gone:?} differ from a clean build", edit.name).into())
}

/// The options with which `jalon serve` builds.
fn options() -> Outcome<Options> {
    let today = Date::new(2026, 11, 23).ok_or("no such day")?;
    Ok(Options { today, drafts: false, portable: false, whole: false, holds_pages: false, last: false })
}

fn median(mut durations: Vec<Duration>) -> Duration {
    durations.sort_unstable();
    durations[durations.len() / 2]
}

fn millis(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1e3)
}
