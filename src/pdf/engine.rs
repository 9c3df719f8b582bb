//! Typesets one sheet with Typst, as densely as needed, and exports it as PDF/UA-1 and PDF/A-2a; a book as PDF/UA-1.
use super::Kit;
use super::data::Density;
use super::world::SheetWorld;
use crate::model::{BookPicture, Diagnostic};
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Smart};
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// If a sheet is this many pages too long, no density would help.
const HOPELESS_EXCESS: usize = 2;
/// After how many other documents Typst drops the intermediate results of one.
const KEPT_DOCUMENTS: usize = 3;

/// By which program the files say that they were made; `jalon book` replaces no file but a book.
const SHEET_CREATOR: &str = "Jalon";
const BOOK_CREATOR: &str = "Jalon book";

/// How a sheet should be typeset.
#[derive(Debug)]
pub(super) struct LayoutGoal<'a> {
    /// The densities to try, the most readable first.
    pub(super) densities: &'a [Density],
    /// The most pages it should have.
    pub(super) pages: usize,
    /// The identifier of the file, which must be unique and stable.
    pub(super) ident: &'a str,
}

/// Typesets a sheet. `data` returns what the theme reads, for a density. `None` if the theme fails.
pub(super) fn typeset(
    kit: &Kit,
    goal: &LayoutGoal<'_>,
    code: Option<&str>,
    data: impl Fn(Density) -> Vec<u8>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<u8>> {
    let mut best: Option<SheetLayout> = None;
    for density in goal.densities {
        let world = SheetWorld::new(kit, data(*density), code.map(str::to_owned));
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        let reported = convert(kit, &world, &warnings);
        let document = match output {
            Ok(document) => document,
            Err(errors) => {
                diagnostics.extend(reported);
                diagnostics.extend(convert(kit, &world, &errors));
                best = None;
                break;
            }
        };
        let pages = document.pages().len();
        if best.as_ref().is_none_or(|best| pages < best.pages) {
            best = Some(SheetLayout { pages, document, world, reported });
        }
        if pages <= goal.pages || pages > goal.pages + HOPELESS_EXCESS {
            break;
        }
    }
    let file = best.and_then(|best| {
        diagnostics.extend(best.reported);
        let standards = [PdfStandard::A_2a, PdfStandard::Ua_1];
        match typst_pdf::pdf(&best.document, &options(goal.ident, SHEET_CREATOR, &standards)) {
            Ok(file) => Some(file),
            Err(errors) => {
                diagnostics.extend(convert(kit, &best.world, &errors));
                None
            }
        }
    });
    typst::comemo::evict(KEPT_DOCUMENTS);
    file
}

/// Typesets a book. `None` if the theme fails.
pub(super) fn typeset_book(
    kit: &Kit,
    ident: &str,
    data: Vec<u8>,
    pictures: Vec<u8>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<u8>> {
    let world = SheetWorld::of_book(kit, data, pictures);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    diagnostics.extend(convert(kit, &world, &warnings));
    let options = options(ident, BOOK_CREATOR, &[PdfStandard::Ua_1]);
    let made = output.and_then(|document| typst_pdf::pdf(&document, &options));
    typst::comemo::evict(0);
    match made {
        Ok(file) => Some(file),
        Err(errors) => {
            diagnostics.extend(convert(kit, &world, &errors));
            None
        }
    }
}

/// The format of a picture as Typst names it; none where it cannot draw the picture, which would fail the whole book.
pub(super) fn picture_format(picture: &BookPicture) -> Option<&'static str> {
    let bytes = Bytes::new(picture.bytes.clone());
    let (name, format) = match picture.format.as_str() {
        "svg" => return SvgImage::new(bytes).is_ok().then_some("svg"),
        "png" => ("png", ExchangeFormat::Png),
        "jpg" | "jpeg" => ("jpg", ExchangeFormat::Jpg),
        "gif" => ("gif", ExchangeFormat::Gif),
        "webp" => ("webp", ExchangeFormat::Webp),
        _ => return None,
    };
    RasterImage::new(bytes, format, Smart::Auto).is_ok().then_some(name)
}

struct SheetLayout<'a> {
    pages: usize,
    document: PagedDocument,
    world: SheetWorld<'a>,
    reported: Vec<Diagnostic>,
}

fn convert(kit: &Kit, world: &SheetWorld<'_>, list: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    list.iter().map(|one| kit.diagnostic(world, one)).collect()
}

fn options(ident: &str, creator: &str, standards: &[PdfStandard]) -> PdfOptions {
    let standards = PdfStandards::new(standards);
    PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(creator.to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: standards.expect("these standards go together"),
        tagged: true,
        pretty: false,
    }
}
