//! Measures `jalon build` for guides of growing size, next to a lower bound for such work.
//!
//! `cargo bench --bench scale -- [--pages 1000,10000] [--runs 5] [--seed N] [--keep DIR]`
//!
//! `benches/README.md` says what is measured and how to read the result.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a stopwatch prints its readings")]
#![expect(clippy::disallowed_methods, reason = "a stopwatch works on the disk and with the clock")]

mod code;
mod floor;
mod generator;
mod stopwatch;

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo bench --bench scale -- [OPTIONS]

  --pages 1000,10000   sizes to measure, from 1 to 100000 pages each
  --runs 5             runs of each command at each size
  --seed 1             another seed gives another guide
  --keep DIR           build in DIR and leave everything there
  --generate DIR       only write a guide of the first size into DIR
  --code               with a block of code on each page of it";

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What the command line asks for.
enum Request {
    Help,
    /// Measure both commands.
    Measure(Plan),
    /// Write a guide and stop.
    Generate {
        folder: PathBuf,
        pages: usize,
        seed: u64,
        with_code: bool,
    },
    /// Run the lower bound: turn a folder of Markdown into a folder of HTML and stop.
    Floor {
        guide: PathBuf,
        output: PathBuf,
    },
}

/// What to measure.
struct Plan {
    sizes: Vec<usize>,
    runs: usize,
    seed: u64,
    keep: Option<PathBuf>,
}

fn main() -> ExitCode {
    match request(env::args().skip(1)).and_then(carry_out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(request: Request) -> Outcome<()> {
    match request {
        Request::Help => println!("{USAGE}"),
        Request::Measure(plan) => stopwatch::measure(&plan)?,
        Request::Generate { folder, pages, seed, with_code } => {
            generator::generate(&folder, pages, seed)?;
            if with_code {
                code::add(&folder)?;
            }
        }
        Request::Floor { guide, output } => floor::run(&guide, &output)?,
    }
    Ok(())
}

fn request(arguments: impl IntoIterator<Item = String>) -> Outcome<Request> {
    let mut plan = Plan { sizes: vec![1_000, 10_000], runs: 5, seed: 1, keep: None };
    let mut generate = None;
    let mut with_code = false;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value\n\n{USAGE}"));
        match argument.as_str() {
            // Cargo adds this argument.
            "--bench" => {}
            "--help" => return Ok(Request::Help),
            "--pages" => plan.sizes = sizes(&value()?)?,
            "--runs" => plan.runs = value()?.parse::<usize>()?.max(1),
            "--seed" => plan.seed = value()?.parse()?,
            "--keep" => plan.keep = Some(value()?.into()),
            "--generate" => generate = Some(PathBuf::from(value()?)),
            "--code" => with_code = true,
            "--floor" => return Ok(Request::Floor { guide: value()?.into(), output: value()?.into() }),
            _ => return Err(format!("{argument} is not known\n\n{USAGE}").into()),
        }
    }
    Ok(match generate {
        Some(folder) => Request::Generate { folder, pages: plan.sizes[0], seed: plan.seed, with_code },
        None => Request::Measure(plan),
    })
}

fn sizes(list: &str) -> Outcome<Vec<usize>> {
    let mut sizes = list.split(',').map(str::parse).collect::<Result<Vec<usize>, _>>()?;
    sizes.sort_unstable();
    if sizes.iter().all(|pages| (1..=100_000).contains(pages)) {
        Ok(sizes)
    } else {
        Err("a guide has from 1 to 100000 pages".into())
    }
}
