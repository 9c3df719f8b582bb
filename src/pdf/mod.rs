//! Checklists on paper: a sheet and a theme become a PDF that can be read aloud, kept for decades and filled in.
//!
//! The file keeps to PDF/UA-1 (accessible) and PDF/A-2a (to be kept), and has form fields. Typst sets it; the theme
//! says how it looks. [`render`] tells the steps: `letters` reads the text, `data` puts it into the form that theme
//! files see, `engine` sets it, `form` adds the fields. Nothing here touches disk, clock or network, and the same
//! sheet and kit give the same bytes, on one thread or on many.
mod data;
mod engine;
mod form;
mod kit;
mod labels;
mod letters;
mod qr;
mod world;

pub use kit::{Kit, ThemeFile};
pub use labels::{LABELS, Labels};

use crate::model::{Diagnostic, Noted, Sheet, Span, codes};
use data::Density;
use engine::Wish;
use letters::Letters;

/// How large a sheet is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// 11 points, down to 10 to save a page.
    #[default]
    Usual,
    /// 12 points, on as many pages as it takes.
    Large,
}

/// Sets a sheet with a theme. `about` is the place that diagnostics about its text point at. There is no file when the
/// theme cannot set it; then a diagnostic says why.
pub fn render(kit: &Kit, labels: &Labels, sheet: &Sheet, size: Size, about: &Span) -> Noted<Option<Vec<u8>>> {
    let mut letters = Letters::new(kit, &sheet.title, about);
    let shown = data::of(sheet, labels, &mut letters);
    let mut diagnostics = letters.close();
    let code = sheet.url.as_deref().and_then(qr::picture);
    let wish = Wish {
        densities: match size {
            Size::Usual => &Density::USUAL,
            Size::Large => &[Density::Large],
        },
        pages: sheet.fit_pages.map_or(1, usize::from),
        ident: &sheet.id,
    };
    let set = engine::set(
        kit,
        &wish,
        code.as_deref(),
        |density| shown.with(density, code.is_some()),
        &mut diagnostics,
    );
    let value = set.and_then(|file| with_fields(kit, &file, &mut diagnostics));
    Noted { value, diagnostics }
}

/// The file with its form fields; the file as it is for a theme without a font to type in is no way out, because what
/// asks for a field would stay in it as a link that leads nowhere.
fn with_fields(kit: &Kit, file: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let Some(font) = kit.form() else {
        let why = "fonts/form.ttf is missing";
        diagnostics.push(Diagnostic::new(codes::THEME_PDF_ERROR, kit.beginning()).arg("why", why));
        return None;
    };
    match form::with_fields(file, font) {
        Ok(file) => Some(file),
        Err(unexpected) => {
            let diagnostic = Diagnostic::new(codes::THEME_PDF_ERROR, kit.beginning());
            diagnostics.push(diagnostic.arg("why", unexpected.to_string()));
            None
        }
    }
}

/// The name of a task's form field: its key, with what PDF keeps for the names of groups written otherwise. `~` becomes
/// `~7E` and `.` becomes `~2E`, so that two keys never give one name.
pub fn field_name(key: &str) -> String {
    key.replace('~', "~7E").replace('.', "~2E")
}
