//! `jalon book`: the whole guide as one file, PDF or EPUB.
use crate::cli::arguments::BookArgs;
use crate::cli::context::CommandContext;
use crate::cli::guide::{self, UnpublishedGuide};
use crate::cli::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::model::{Arg, Noted, Options};
use crate::text::slug::slug;
use crate::write::source;
use crate::{messages, output};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a PDF that Jalon made says of its origin.
const PDF_MARK: &[u8] = b"/Creator(Jalon)";

/// Writes the book, unless the guide has errors.
pub(super) fn run(context: &CommandContext, args: &BookArgs) -> Result<ExitCode, Failure> {
    // Checklists and social cards are no part of it.
    let options = Options { whole: false, ..args.reading.options()? };
    let guide = guide::understand(context, options)?;
    let findings = guide.check();
    let status = findings.status(false);
    if status != 0 {
        findings.print(context, context.style(&args.printing))?;
        terminal::print_error(&format!("{}\n", findings.count(context)));
        return Ok(ExitCode::from(status));
    }
    let path = args.out.clone().unwrap_or_else(|| default_path(&guide));
    let old = replaced(&path, args.force)?;
    let made = terminal::with_progress(context.sentence("book-working", &[]), || made(&guide, &path))?;
    let style = context.style(&args.printing);
    terminal::print_error(&messages::render(&made.diagnostics, &guide.sources, &context.words, style));
    let Some(bytes) = made.value else { return Ok(ExitCode::from(FINDINGS)) };
    source::replace(&path, old.as_deref(), &bytes)?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let size = ("size", Arg::Number(size));
    context.notify("book-done", &[("out", Arg::from(path.display().to_string())), size]);
    Ok(ExitCode::SUCCESS)
}

/// In the current folder, named after the guide.
fn default_path(guide: &UnpublishedGuide) -> PathBuf {
    let settings = &guide.understood.site.settings;
    let name = slug(settings.short_title.as_deref().unwrap_or(&settings.title));
    PathBuf::from(if name.is_empty() { "guide".to_owned() } else { name }).with_extension("pdf")
}

/// What the file holds that the book replaces: nothing, an earlier book, or with `force` anything.
fn replaced(path: &Path, force: bool) -> Result<Option<Vec<u8>>, Failure> {
    let refused = || Failure::plain("failure-book-exists", path.display().to_string());
    match fs::read(path) {
        Ok(bytes) if force || is_book(&bytes) => Ok(Some(bytes)),
        Ok(_) => Err(refused()),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
        Err(why) => Err(Failure::at("failure-write", path, &why)),
    }
}

/// Whether a file is one that Jalon made.
fn is_book(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF") && bytes.windows(PDF_MARK.len()).any(|part| part == PDF_MARK)
}

/// The book in the format that the name asks for.
fn made(guide: &UnpublishedGuide, path: &Path) -> Result<Noted<Option<Vec<u8>>>, Failure> {
    let (site, sources) = (&guide.understood.site, &guide.sources);
    let Noted { value: book, mut diagnostics } = output::book(site, &guide.understood.parsed, sources);
    let no_pdf = || Failure::plain("failure-no-book-pdf", path.display().to_string());
    let made = output::book_pdf(site, sources, &book).ok_or_else(no_pdf)?;
    diagnostics.extend(made.diagnostics);
    Ok(Noted { value: made.value, diagnostics })
}
