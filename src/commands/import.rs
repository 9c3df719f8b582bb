//! `jalon import`: a new guide from the files of another program.
//!
//! 1. Read the tree, find out what it is, and make the guide of it (`import`).
//! 2. Stage the guide beside its place; correct what is certain, as `jalon check --fix` does, and check it.
//! 3. Write the report beside the guide, and give the folder its name.
use crate::cli::arguments::{GuideOptions, ImportArgs};
use crate::cli::choice::Split;
use crate::cli::context::CommandContext;
use crate::cli::{fixes, machine, terminal};
use crate::failure::Failure;
use crate::import::imported::Imported;
use crate::import::report::{self, CheckNumbers};
use crate::import::{self, ImportRequest, layout};
use crate::load;
use crate::messages::{self, Colour};
use crate::model::{Arg, Diagnostic, Language, Options, Severity, Source, SourcePath, Sources};
use crate::pipeline::{self, Build};
use crate::write::new_folder::{self, StagedFolder};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The file of the report.
const REPORT: &str = "import-report.md";

/// Makes the guide, and prints the short form of the report.
pub(super) fn run(context: &CommandContext, args: &ImportArgs) -> Result<ExitCode, Failure> {
    let options = GuideOptions { today: args.today, drafts: true }.options()?;
    let target = args.folder.clone().map_or_else(|| folder_of(&args.source), Ok)?;
    new_folder::refuse_existing(&target)?;
    machine::start_threads()?;
    let request = ImportRequest {
        from: args.from,
        language: args.language,
        fallback: context.language,
        split: match args.split {
            Split::None => 0,
            Split::One => 1,
            Split::Two => 2,
        },
        today: options.today,
    };
    let (imported, checked) =
        context.step("import-working", || make(&args.source, &target, request, options))?;
    let words = messages::words(imported.settings.language);
    terminal::print(report::short(&imported, &checked, &words))?;
    let at = Arg::from(target.display().to_string());
    // In the language of the report, like all that stands above it.
    let done = messages::sentence(&words, "import-done", &[("at", at), ("report", Arg::from(REPORT))]);
    context.tell(&done);
    Ok(ExitCode::SUCCESS)
}

/// A folder in the current one, named after the source.
fn folder_of(source: &Path) -> Result<PathBuf, Failure> {
    let real = source.canonicalize().unwrap_or_else(|_| source.to_path_buf());
    let name = load::foreign::name(&real)
        .ok_or_else(|| Failure::plain("failure-import-no-source", source.display().to_string()))?;
    let mut folder = name.to_os_string();
    if std::path::absolute(name).is_ok_and(|path| path.exists()) {
        folder.push("-jalon");
    }
    Ok(PathBuf::from(folder))
}

fn make(
    source: &Path,
    target: &Path,
    request: ImportRequest,
    options: Options,
) -> Result<(Imported, CheckNumbers), Failure> {
    let tree = load::foreign::read(source)?;
    let imported = import::import(&tree, request)?;
    drop(tree);
    let root = if source.is_file() { source.parent().unwrap_or(source) } else { source };
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    let staged = new_folder::stage(target, root, &layout::files(&imported))?;
    let checked = correct(&staged, imported.settings.language, options)?;
    let words = messages::words(imported.settings.language);
    staged.put(REPORT, report::page(&imported, &checked, &words).as_bytes())?;
    staged.put_in_place()?;
    Ok((imported, checked))
}

/// Applies the certain fixes to the staged guide until none is left, and checks it.
fn correct(staged: &StagedFolder, language: Language, options: Options) -> Result<CheckNumbers, Failure> {
    let read = load::load(staged.path())?;
    let mut sources = read.value;
    let mut fixed = BTreeMap::new();
    let mut changed = BTreeSet::new();
    let check = |sources: &Sources| {
        pipeline::understand(sources, &read.diagnostics, options, &Build::default()).diagnostics()
    };
    let mut diagnostics = check(&sources);
    for _ in 0..fixes::ROUNDS {
        let files = apply(&sources, &diagnostics, &mut fixed);
        if files.is_empty() {
            break;
        }
        for (file, bytes) in files {
            changed.insert(file.clone());
            sources.insert(file, Source::new(bytes));
        }
        diagnostics = check(&sources);
    }
    for file in &changed {
        staged.put(file.as_str(), &sources[file].bytes())?;
    }
    Ok(numbers(&diagnostics, &sources, language, fixed))
}

/// The files that fixes change, and counts these by code.
fn apply(
    sources: &Sources,
    diagnostics: &[Diagnostic],
    fixed: &mut BTreeMap<&'static str, usize>,
) -> Vec<(SourcePath, Vec<u8>)> {
    let mut files = Vec::new();
    for (file, chosen) in fixes::choose(diagnostics, sources) {
        for diagnostic in &chosen {
            *fixed.entry(diagnostic.code.name).or_default() += 1;
        }
        files.push((file.clone(), fixes::fixed_bytes(&sources[file].bytes(), &chosen)));
    }
    files
}

fn numbers(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
    fixed: BTreeMap<&'static str, usize>,
) -> CheckNumbers {
    let words = messages::words(language);
    let count = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    CheckNumbers {
        summary: messages::summary(diagnostics, sources, &words, Colour::Off),
        count: messages::count(diagnostics, &words),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        fixed,
    }
}
