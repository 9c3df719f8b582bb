//! Typesets one sheet with Typst, as densely as needed, and exports it as PDF/UA-1 and PDF/A-2a.
use super::Kit;
use super::data::Density;
use super::world::SheetWorld;
use crate::model::Diagnostic;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// If a sheet is this many pages too long, no density would help.
const HOPELESS_EXCESS: usize = 2;
/// After how many other documents Typst drops the intermediate results of one.
const KEPT_DOCUMENTS: usize = 3;

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
        match typst_pdf::pdf(&best.document, &options(goal.ident)) {
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

struct SheetLayout<'a> {
    pages: usize,
    document: PagedDocument,
    world: SheetWorld<'a>,
    reported: Vec<Diagnostic>,
}

fn convert(kit: &Kit, world: &SheetWorld<'_>, list: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    list.iter().map(|one| kit.diagnostic(world, one)).collect()
}

fn options(ident: &str) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Jalon".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: standards.expect("the two standards go together"),
        tagged: true,
        pretty: false,
    }
}
