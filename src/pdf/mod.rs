//! Prints a checklist: a `model::Sheet` and a theme become a PDF that is accessible (PDF/UA-1), archivable (PDF/A-2a)
//! and can be filled in.
//!
//! 1. `kit` reads the theme's folder `pdf/`, Typst files and fonts, once for all sheets. `labels` are the words of the
//!    interface that a sheet shows.
//! 2. `glyphs` prepares all text: characters that no font has become `[?]` with a diagnostic, and long words get
//!    places where they may break.
//! 3. `data` puts the sheet into the JSON that theme files read. Text goes in as data, so nothing an author writes is
//!    run as Typst. Only `https:`, `http:`, `mailto:` and `tel:` become links.
//! 4. `engine` typesets it with Typst, more densely until it has few enough pages, and exports the PDF without a date.
//!    `world` is all that Typst can see: no disk, no clock, no packages, always the same paths, because Typst numbers
//!    paths for the life of the process. `qr` draws the code of the sheet's address.
//! 5. `form` turns links to private addresses into form fields, which Typst does not have yet, and compresses the file.
//!    It understands only what the pinned version of Typst writes and refuses anything else.
//!
//! `book` prints the whole guide with the same fonts.
//!
//! `social_card` draws the picture for links to a page, with the fonts of the kit, and `png` writes it.
//!
//! The name of a task's field is the key under which the browser stores its tick: `/page/#anchor`, with `~7E` for `~`
//! and `~2E` for `.`, because PDF uses the dot for groups of fields. The fields of the sheet itself (`structure`,
//! …) have no slash, so they cannot collide.
//!
//! Errors of a theme point into its files. Nothing here touches disk, clock or network, and the same sheet and kit give
//! the same bytes on any number of threads. Typst caches intermediate results for the whole process; they change the
//! time it takes, never the result, and `engine` drops them after three sheets without use.
mod book;
mod data;
mod engine;
mod form;
mod glyphs;
mod kit;
mod labels;
mod png;
mod qr;
mod social_card;
mod world;

pub use data::field_name;
pub use kit::{Kit, KitFile};
pub use labels::{LABELS, Labels};
pub use social_card::social_card;

use crate::model::{Diagnostic, GuideBook, Noted, Sheet, Span, codes};
use data::Density;
use engine::LayoutGoal;
use glyphs::GlyphChecker;

/// The size of print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// 11 points, down to 10 to save a page.
    #[default]
    Usual,
    /// 12 points, on as many pages as needed.
    Large,
}

/// Bytes of stack that a sheet may need; a worker thread has 2 MiB.
const NEEDED_STACK: usize = 4 << 20;
/// Bytes of the stack that a sheet gets where less is left. The system provides only what is used.
const NEW_STACK: usize = 16 << 20;

/// Prints a sheet with a theme. `about` is the place for diagnostics about its text. If the theme cannot typeset it
/// there is no file, and a diagnostic says why.
pub fn render(kit: &Kit, labels: &Labels, sheet: &Sheet, size: Size, about: &Span) -> Noted<Option<Vec<u8>>> {
    // While Typst waits for a part of one sheet, its thread may begin another: sheets can nest on one stack.
    stacker::maybe_grow(NEEDED_STACK, NEW_STACK, || print(kit, labels, sheet, size, about))
}

/// Prints a book with a theme, as [`render`] does a sheet.
pub fn render_book(kit: &Kit, labels: &Labels, book: &GuideBook, about: &Span) -> Noted<Option<Vec<u8>>> {
    stacker::maybe_grow(NEEDED_STACK, NEW_STACK, || book::print(kit, labels, book, about))
}

fn print(kit: &Kit, labels: &Labels, sheet: &Sheet, size: Size, about: &Span) -> Noted<Option<Vec<u8>>> {
    let mut glyphs = GlyphChecker::new(kit, &sheet.title, about);
    let printable = data::of(sheet, labels, &mut glyphs);
    let mut diagnostics = glyphs.into_diagnostics();
    let code = sheet.url.as_deref().and_then(qr::picture);
    let goal = LayoutGoal {
        densities: match size {
            Size::Usual => &Density::USUAL,
            Size::Large => &[Density::Large],
        },
        pages: sheet.fit_pages.map_or(1, usize::from),
        ident: &sheet.id,
    };
    let typeset = engine::typeset(
        kit,
        &goal,
        code.as_deref(),
        |density| printable.with(density, code.is_some(), kit.logo()),
        &mut diagnostics,
    );
    let value = typeset.and_then(|file| with_fields(kit, &file, &mut diagnostics));
    Noted { value, diagnostics }
}

/// Adds the form fields. A theme without a font for typed text gives no file, because the requests for fields would
/// remain as links that lead nowhere.
fn with_fields(kit: &Kit, file: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let font = kit.0.form.as_ref().ok_or_else(|| "fonts/form.ttf is missing".to_owned());
    let filled = font.and_then(|font| form::with_fields(file, font).map_err(|wrong| wrong.to_string()));
    let report =
        |why| diagnostics.push(Diagnostic::new(codes::THEME_PDF_ERROR, kit.main_span()).arg("why", why));
    filled.map_err(report).ok()
}
