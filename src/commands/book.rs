//! `jalon book`: the whole guide as one file, PDF or EPUB.
use crate::cli::arguments::BookArgs;
use crate::cli::context::CommandContext;
use crate::cli::guide::{self, UnpublishedGuide};
use crate::cli::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::model::{Arg, Noted, Options};
use crate::output;
use crate::text::slug::slug;
use crate::write::source;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What books that Jalon made begin with, and what they say of their origin: a checklist, which somebody may have filled in, says
/// something else.
const MARKS: [(&[u8], &[u8]); 2] = [
    (b"%PDF", b"<xmp:CreatorTool>Jalon book</xmp:CreatorTool>"),
    (b"PK\x03\x04", b"<meta name=\"generator\" content=\"Jalon\"/>"),
];

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
    let path = args.out.clone().unwrap_or_else(|| default_path(&guide, args.epub));
    let old = replaced(&path, args.force)?;
    let made = context.step("book-working", || made(&guide, &path, args.epub))?;
    findings.and(made.diagnostics).print(context, context.style(&args.printing))?;
    let Some(bytes) = made.value else { return Ok(ExitCode::from(FINDINGS)) };
    source::replace(&path, old.as_deref(), &bytes)?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let size = ("size", Arg::Number(size));
    context.notify("book-done", &[("out", Arg::from(path.display().to_string())), size]);
    Ok(ExitCode::SUCCESS)
}

/// In the current folder, named after the guide.
fn default_path(guide: &UnpublishedGuide, epub: bool) -> PathBuf {
    let settings = &guide.understood.site.settings;
    let name = slug(settings.short_title.as_deref().unwrap_or(&settings.title));
    let name = if name.is_empty() { "guide" } else { name.as_str() };
    PathBuf::from(format!("{name}.{}", if epub { "epub" } else { "pdf" }))
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

/// Whether a file is a book that Jalon made.
fn is_book(bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
    MARKS.iter().any(|(begin, mark)| bytes.starts_with(begin) && has(mark))
}

/// The book as EPUB, if that or the name asks for it, else as PDF.
fn made(guide: &UnpublishedGuide, path: &Path, epub: bool) -> Result<Noted<Option<Vec<u8>>>, Failure> {
    let (site, sources) = (&guide.understood.site, &guide.sources);
    let Noted { value: book, mut diagnostics } = output::book(site, &guide.understood.parsed, sources);
    if epub || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("epub")) {
        let bytes = output::book_epub(site, sources, &book);
        return Ok(Noted { value: Some(bytes), diagnostics });
    }
    let no_pdf = || Failure::plain("failure-no-book-pdf", path.display().to_string());
    let made = output::book_pdf(site, sources, &book).ok_or_else(no_pdf)?;
    diagnostics.extend(made.diagnostics);
    Ok(Noted { value: made.value, diagnostics })
}
