//! Sets one sheet with Typst: layout in the densest setting that is needed, then a file of two standards.
use super::Kit;
use super::data::Density;
use super::world::Desk;
use crate::model::Diagnostic;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// With so many pages over the wish, no density would help.
const HOPELESS: usize = 2;
/// How many documents later Typst forgets what it kept of one.
const KEPT: usize = 3;

/// How a sheet is to be set.
#[derive(Debug)]
pub(super) struct Wish<'a> {
    /// The densities to try, the most readable first.
    pub(super) densities: &'a [Density],
    /// How many pages it should take at most.
    pub(super) pages: usize,
    /// What tells the file from all others, for ever.
    pub(super) ident: &'a str,
}

/// Sets a sheet; `data` gives what the theme reads, for a density. `None` if the theme cannot set it.
pub(super) fn set(
    kit: &Kit,
    wish: &Wish<'_>,
    code: Option<&str>,
    data: impl Fn(Density) -> Vec<u8>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<u8>> {
    let mut best: Option<Setting> = None;
    for density in wish.densities {
        let desk = Desk::new(kit, data(*density), code.map(str::to_owned));
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
        let heard = said(kit, &desk, &warnings);
        let document = match output {
            Ok(document) => document,
            Err(errors) => {
                diagnostics.extend(heard);
                diagnostics.extend(said(kit, &desk, &errors));
                best = None;
                break;
            }
        };
        let pages = document.pages().len();
        if best.as_ref().is_none_or(|best| pages < best.pages) {
            best = Some(Setting { pages, document, desk, heard });
        }
        if pages <= wish.pages || pages > wish.pages + HOPELESS {
            break;
        }
    }
    let file = best.and_then(|best| {
        diagnostics.extend(best.heard);
        match typst_pdf::pdf(&best.document, &options(wish.ident)) {
            Ok(file) => Some(file),
            Err(errors) => {
                diagnostics.extend(said(kit, &best.desk, &errors));
                None
            }
        }
    });
    typst::comemo::evict(KEPT);
    file
}

/// A sheet as one density sets it.
struct Setting<'a> {
    pages: usize,
    document: PagedDocument,
    desk: Desk<'a>,
    heard: Vec<Diagnostic>,
}

fn said(kit: &Kit, desk: &Desk<'_>, said: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    said.iter().map(|one| kit.diagnostic(desk, one)).collect()
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
