//! Runs both commands in turn on the same guide and prints what they used.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;
use walkdir::WalkDir;

use crate::{Outcome, Plan};

/// The day of every build, so that guides do not become outdated.
const TODAY: &str = "2026-11-23";

/// Commands that ask the guide and publish nothing, as rows.
const ASKING: [(&str, &[&str]); 3] = [
    ("jalon report", &["report"]),
    ("jalon search", &["search", "dossier"]),
    ("jalon export", &["export", "search"]),
];

/// The largest share of the CPU time of `jalon build` that such a command may use, from [`BAR_PAGES`] pages on.
const BAR: f64 = 0.5;
const BAR_PAGES: usize = 10_000;

/// The largest share of the CPU time of a first build that a build again may use where nothing has changed.
const UNCHANGED_BAR: f64 = 1.0 / 3.0;

/// The most memory that a build of a guide may use, in bytes: 40 kB a page, from [`BAR_PAGES`] pages on.
const PAGE_MEMORY: u64 = 40_000;

/// What a process used.
struct Reading {
    wall: Duration,
    /// User and system time of all its threads.
    cpu: Duration,
    /// Peak resident memory in bytes.
    memory: u64,
}

/// The measurements for one size, run by run.
struct Readings {
    pages: usize,
    floor: Vec<Reading>,
    full: Vec<Reading>,
    unchanged: Vec<Reading>,
    /// Full builds without the search index.
    aside: Vec<Reading>,
    /// One row for each command of [`ASKING`].
    asking: [Vec<Reading>; ASKING.len()],
}

/// Measures each size of `plan`, then prints the growth from the smallest to the largest.
pub(crate) fn measure(plan: &Plan) -> Outcome<()> {
    let temporary = tempfile::Builder::new().prefix("jalon-scale-").tempdir()?;
    let base = plan.keep.as_deref().unwrap_or(temporary.path());
    println!("seed {}, {} runs; medians; cpu is user + system time of all threads", plan.seed, plan.runs);
    println!("jalon / floor is taken run by run: median (lowest to highest)\n");
    let mut all = Vec::new();
    for (place, &pages) in plan.sizes.iter().enumerate() {
        let bench = Bench::prepare(base, pages, plan.seed)?;
        if place == 0 {
            bench.expect_no_diagnostics()?;
        }
        let readings = bench.run_all(plan.runs)?;
        readings.print();
        readings.expect_bar()?;
        all.push(readings);
        if plan.keep.is_none() {
            fs::remove_dir_all(&bench.root)?;
        }
    }
    if let [smallest, .., largest] = all.as_slice() {
        print_growth(smallest, largest);
    }
    Ok(())
}

/// A generated guide and the two programs to run on it.
struct Bench {
    root: PathBuf,
    pages: usize,
    this: PathBuf,
}

impl Bench {
    fn prepare(base: &Path, pages: usize, seed: u64) -> Outcome<Self> {
        let bench = Self { root: base.join(format!("{pages}-pages")), pages, this: env::current_exe()? };
        if bench.root.exists() {
            return Err(
                format!("{} is there already; --keep needs an empty folder", bench.root.display()).into()
            );
        }
        fs::create_dir_all(&bench.root)?;
        // The peak memory of a child process is at least what its parent used when it started. Another process writes
        // the guide, so that this one stays small.
        let (pages, seed) = (pages.to_string(), seed.to_string());
        bench.time(
            Command::new(&bench.this)
                .arg("--generate")
                .arg(&bench.root)
                .args(["--pages", &pages, "--seed", &seed]),
        )?;
        Ok(bench)
    }

    /// Fails if the guide has diagnostics, because the runs would then measure how they are printed.
    fn expect_no_diagnostics(&self) -> Outcome<()> {
        let output = self.jalon(&["check"]).args(["--format", "json"]).output()?;
        let found = String::from_utf8_lossy(&output.stdout);
        if output.status.success() && found.trim().is_empty() {
            return Ok(());
        }
        let first = found.lines().take(5).collect::<Vec<_>>().join("\n");
        let words = String::from_utf8_lossy(&output.stderr);
        Err(format!("the generated guide is not clean: {}\n{first}\n{words}", output.status).into())
    }

    fn run_all(&self, runs: usize) -> Outcome<Readings> {
        let mut readings = Readings {
            pages: self.pages,
            floor: vec![],
            full: vec![],
            unchanged: vec![],
            aside: vec![],
            asking: [const { vec![] }; ASKING.len()],
        };
        for run in 0..runs {
            // The commands take turns in going first, so that neither always starts with warm caches.
            if run % 2 == 0 {
                readings.floor.push(self.floor(run)?);
            }
            readings.aside.push(self.build_without_index(run)?);
            let (full, unchanged) = self.build(run)?;
            readings.full.push(full);
            readings.unchanged.push(unchanged);
            for (rows, (_, words)) in readings.asking.iter_mut().zip(ASKING) {
                rows.push(self.time(&mut self.jalon(words))?);
            }
            if run % 2 == 1 {
                readings.floor.push(self.floor(run)?);
            }
        }
        Ok(readings)
    }

    fn floor(&self, run: usize) -> Outcome<Reading> {
        let output = self.root.join(format!("floor-{run}"));
        let reading =
            self.time(Command::new(&self.this).arg("--floor").arg(self.root.join("guide")).arg(&output))?;
        self.expect_pages(&output)?;
        Ok(reading)
    }

    /// Measures a build into no folder, then one over the site just made.
    ///
    /// The site is moved away and not deleted: after freeing thousands of files, ext4 is slow to make new ones, because
    /// it does not reuse freed inodes for minutes.
    fn build(&self, run: usize) -> Outcome<(Reading, Reading)> {
        let output = self.root.join("public");
        let full = self.time(&mut self.jalon(&["build"]))?;
        self.expect_pages(&output)?;
        let unchanged = self.time(&mut self.jalon(&["build"]))?;
        fs::rename(&output, self.root.join(format!("public-{run}")))?;
        Ok((full, unchanged))
    }

    /// Measures a build of the same guide with `search: {index: false}` into no folder.
    fn build_without_index(&self, run: usize) -> Outcome<Reading> {
        let settings = self.root.join("guide/jalon.yaml");
        let written = fs::read_to_string(&settings)?;
        fs::write(&settings, format!("{written}search: {{index: false}}\n"))?;
        let output = self.root.join("public");
        let reading = self.time(&mut self.jalon(&["build"]))?;
        self.expect_pages(&output)?;
        fs::rename(&output, self.root.join(format!("public-{run}-without-index")))?;
        fs::write(&settings, written)?;
        Ok(reading)
    }

    fn jalon(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command.args(words).arg("--root").arg(&self.root).args(["--today", TODAY]);
        command
    }

    /// Runs a command to its end, after all writes to the disk have finished.
    fn time(&self, command: &mut Command) -> Outcome<Reading> {
        Command::new("sync").status()?;
        let log = self.root.join("log");
        command
            .stdin(Stdio::null())
            .stdout(File::create(&log)?)
            .stderr(File::options().append(true).open(&log)?);
        let start = Instant::now();
        let used = command.spawn()?.wait4()?;
        let wall = start.elapsed();
        if used.status.success() {
            Ok(Reading { wall, cpu: used.rusage.utime + used.rusage.stime, memory: used.rusage.maxrss })
        } else {
            Err(format!("{command:?}: {}\n{}", used.status, fs::read_to_string(log)?).into())
        }
    }

    /// A run that left out pages would be worth nothing.
    fn expect_pages(&self, output: &Path) -> Outcome<()> {
        let mut found = 0;
        for entry in WalkDir::new(output) {
            found += usize::from(entry?.path().extension() == Some(OsStr::new("html")));
        }
        if found < self.pages {
            return Err(format!("{} holds {found} pages of {}", output.display(), self.pages).into());
        }
        Ok(())
    }
}

impl Readings {
    fn print(&self) {
        println!("{} pages{:17}wall        cpu       peak", self.pages, "");
        print_row("floor", &self.floor);
        print_row("jalon build", &self.full);
        print_row("  nothing changed", &self.unchanged);
        print_row("  without index", &self.aside);
        for ((name, _), rows) in ASKING.iter().zip(&self.asking) {
            print_row(name, rows);
        }
        let ratios = |of: fn(&Reading) -> Duration, rows: &[Reading]| {
            let ratio = |(row, floor): (&Reading, &Reading)| of(row).as_secs_f64() / of(floor).as_secs_f64();
            let ratios = sorted(rows.iter().zip(&self.floor).map(ratio));
            format!("{:.2} ({:.2} to {:.2})", middle(&ratios), ratios[0], ratios[ratios.len() - 1])
        };
        for (name, rows) in [("jalon / floor", &self.full), ("  without index", &self.aside)] {
            println!("  {name:<18} wall {}, cpu {}", ratios(|r| r.wall, rows), ratios(|r| r.cpu, rows));
        }
        for ((name, _), rows) in ASKING.iter().zip(&self.asking) {
            println!("  {name:<18} cpu {:.2} of jalon build", self.share(rows));
        }
        println!("  {:<18} cpu {:.2} of jalon build", "nothing changed", self.share(&self.unchanged));
        let (used, most) = (self.peak(), megabytes(self.most_memory()));
        println!(
            "  {:<18} peak {used:.0} MB, of at most {most:.0} MB from {BAR_PAGES} pages on",
            "jalon build"
        );
        println!();
    }

    /// The CPU time of a command as a share of a full build's.
    fn share(&self, rows: &[Reading]) -> f64 {
        let cpu = |rows| median(rows, |reading: &Reading| reading.cpu.as_secs_f64());
        cpu(rows) / cpu(&self.full)
    }

    /// The peak memory of a build, in megabytes.
    fn peak(&self) -> f64 {
        median(&self.full, |reading| megabytes(reading.memory))
    }

    fn most_memory(&self) -> u64 {
        PAGE_MEMORY * u64::try_from(self.pages).unwrap_or(u64::MAX)
    }

    /// Fails when a command that publishes nothing uses more than [`BAR`] of a build, a build with nothing changed more
    /// than [`UNCHANGED_BAR`], or a build more memory than it may.
    fn expect_bar(&self) -> Outcome<()> {
        for ((name, _), rows) in ASKING.iter().zip(&self.asking) {
            let share = self.share(rows);
            if self.pages >= BAR_PAGES && share > BAR {
                return Err(format!(
                    "{name} uses {share:.2} of the CPU time of jalon build, more than {BAR}"
                )
                .into());
            }
        }
        let (used, most) = (self.peak(), megabytes(self.most_memory()));
        if self.pages >= BAR_PAGES && used > most {
            return Err(format!("jalon build uses {used:.0} MB, more than {most:.0} MB").into());
        }
        let share = self.share(&self.unchanged);
        if self.pages >= BAR_PAGES && share > UNCHANGED_BAR {
            return Err(format!("a build with nothing changed uses {share:.2} of the CPU time of a first one, more than {UNCHANGED_BAR:.2}").into());
        }
        Ok(())
    }
}

fn print_row(name: &str, readings: &[Reading]) {
    let wall = median(readings, |r| r.wall.as_secs_f64());
    let cpu = median(readings, |r| r.cpu.as_secs_f64());
    let memory = median(readings, |r| megabytes(r.memory));
    println!("  {name:<18} {:>8} {:>10} {memory:>7.0} MB", seconds(wall), seconds(cpu));
}

fn print_growth(smallest: &Readings, largest: &Readings) {
    let growth = |of: fn(&Readings) -> &[Reading]| {
        let cpu = |readings| median(of(readings), |r| r.cpu.as_secs_f64());
        cpu(largest) / cpu(smallest)
    };
    println!(
        "cpu from {} to {} pages: floor × {:.1}, jalon build × {:.1}, nothing changed × {:.1}, without index × {:.1}",
        smallest.pages,
        largest.pages,
        growth(|r| &r.floor),
        growth(|r| &r.full),
        growth(|r| &r.unchanged),
        growth(|r| &r.aside),
    );
    let (pages, more) = (largest.pages - smallest.pages, largest.peak() - smallest.peak());
    println!("memory of jalon build: {:.0} kB more for each page", more * 1e3 / number(pages));
}

fn seconds(seconds: f64) -> String {
    if seconds < 1.0 { format!("{:.1} ms", seconds * 1e3) } else { format!("{seconds:.2} s") }
}

fn median(readings: &[Reading], of: impl Fn(&Reading) -> f64) -> f64 {
    middle(&sorted(readings.iter().map(of)))
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The median of sorted values.
fn middle(sorted: &[f64]) -> f64 {
    f64::midpoint(sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2])
}

#[expect(clippy::cast_precision_loss, reason = "there are at most 100,000 pages")]
fn number(pages: usize) -> f64 {
    pages as f64
}

#[expect(clippy::cast_precision_loss, reason = "a reading is printed in whole megabytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
