//! What all sheets of a theme share: its files, its fonts and the library of Typst.
use super::form;
use crate::model::{Bytes, Diagnostic, Noted, SourcePath, Span, codes};
use crate::stamp::Stamp;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use typst::diag::SourceDiagnostic;
use typst::foundations;
use typst::layout::Abs;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontVariations};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World, WorldExt as _};

/// The main file, which imports the others.
pub(super) const MAIN_FILE: &str = "/checklist.typ";
/// The main file of a book.
pub(super) const BOOK_FILE: &str = "/book.typ";
/// The font for text typed into fields. It is not used for the sheet itself.
const FORM_FONT: &str = "fonts/form.ttf";

/// A file in the theme's folder `pdf/`.
#[derive(Clone, Debug)]
pub struct KitFile<'a> {
    /// The path below `pdf/`: `tokens.typ`, `fonts/form.ttf`.
    pub name: &'a str,
    /// The content.
    pub bytes: Bytes,
    /// The path for diagnostics.
    pub path: &'a SourcePath,
}

/// A theme, ready to print. Clones share it; kits of equal files are equal.
#[derive(Clone)]
pub struct Kit(pub(super) Arc<KitParts>);

pub(super) struct KitParts {
    stamp: Stamp,
    pub(super) library: LazyHash<Library>,
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    /// The sorted characters of each font.
    glyphs: Vec<Vec<u32>>,
    /// The font for text typed into fields.
    pub(super) form: Option<form::Font>,
    /// Typst sources by their path in Typst: `/kit.typ`.
    pub(super) sources: BTreeMap<String, Source>,
    /// All other files, for instance pictures.
    pub(super) others: BTreeMap<String, foundations::Bytes>,
    paths: BTreeMap<String, SourcePath>,
}

impl Kit {
    /// Reads the files of a theme, with a diagnostic for each that cannot be read.
    pub fn new(files: &[KitFile<'_>]) -> Noted<Self> {
        let mut files = files.to_vec();
        files.sort_by_key(|file| file.name);
        let stamps: Vec<_> =
            files.iter().map(|file| (file.name, Stamp::of_bytes(&file.bytes), file.path)).collect();
        let mut diagnostics = Vec::new();
        let mut parts = KitParts {
            stamp: Stamp::of(&stamps),
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::new()),
            fonts: Vec::new(),
            glyphs: Vec::new(),
            form: None,
            sources: BTreeMap::new(),
            others: BTreeMap::new(),
            paths: BTreeMap::new(),
        };
        for file in &files {
            parts.add(file, &mut diagnostics);
        }
        parts.book = LazyHash::new(FontBook::from_fonts(&parts.fonts));
        parts.glyphs = parts.fonts.iter().map(|font| font.info().coverage.iter().collect()).collect();
        Noted { value: Self(Arc::new(parts)), diagnostics }
    }

    /// The picture of who publishes: the file `logo` with any ending, by its path in Typst.
    pub(super) fn logo(&self) -> Option<&str> {
        self.0.others.keys().map(String::as_str).find(|path| path.starts_with("/logo."))
    }

    /// The stamp of all files.
    pub fn stamp(&self) -> Stamp {
        self.0.stamp
    }

    /// Whether one font can show a character with its combining marks. Private-use characters have no common meaning,
    /// so they count as missing.
    pub(super) fn has(&self, cluster: &str) -> bool {
        let plain = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
        let private = |letter| matches!(u32::from(letter), 0xE000..=0xF8FF | 0xFFFC..=0xFFFF | 0xF_0000..);
        let shows =
            |font: &Vec<u32>| cluster.chars().all(|letter| font.binary_search(&letter.into()).is_ok());
        (cluster.len() == 1 && cluster.as_bytes().iter().all(plain))
            || (!cluster.chars().any(private) && self.0.glyphs.iter().any(shows))
    }

    /// The start of the main file, for diagnostics without a place of their own.
    pub(super) fn main_span(&self) -> Span {
        let default = || SourcePath::new(format!("themes/default/pdf{MAIN_FILE}"));
        Span::start_of(&self.0.paths.get(MAIN_FILE).cloned().unwrap_or_else(default))
    }

    /// Turns a diagnostic of Typst into one at the first place of its trace that is in the theme.
    pub(super) fn diagnostic(&self, world: &dyn World, reported: &SourceDiagnostic) -> Diagnostic {
        let calls = reported.trace.iter().map(|call| call.span.into());
        let place = std::iter::once(reported.span).chain(calls).find_map(|span| {
            let path = self.0.paths.get(span.id()?.get().vpath().get_with_slash())?;
            let range = world.range(span)?;
            Some(Span::new(path, range.start, range.end))
        });
        let code = match reported.severity {
            typst::diag::Severity::Error => codes::THEME_PDF_ERROR,
            typst::diag::Severity::Warning => codes::THEME_PDF_WARNING,
        };
        let hints = reported.hints.iter().map(|hint| hint.v.as_str());
        let why: Vec<&str> = std::iter::once(reported.message.as_str()).chain(hints).collect();
        Diagnostic::new(code, place.unwrap_or_else(|| self.main_span())).arg("why", why.join(" – "))
    }
}

impl KitParts {
    /// Adds a file as what its extension says it is.
    fn add(&mut self, file: &KitFile<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let path = format!("/{}", file.name);
        let mut wrong = |code, why: &str| {
            diagnostics.push(Diagnostic::new(code, Span::start_of(file.path)).arg("why", why));
        };
        let ending = file.name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending {
            "typ" => match (std::str::from_utf8(&file.bytes), id(&path)) {
                (Ok(text), Some(id)) => {
                    self.sources.insert(path.clone(), Source::new(id, text.to_owned()));
                }
                (Err(_), _) => {
                    diagnostics.push(Diagnostic::new(codes::FILE_NOT_UTF8, Span::start_of(file.path)));
                }
                (_, None) => wrong(codes::THEME_PDF_ERROR, "not a file name"),
            },
            "ttf" | "otf" | "ttc" => {
                let fonts: Vec<Font> = Font::iter(foundations::Bytes::new(file.bytes.clone())).collect();
                match fonts.first() {
                    None => wrong(codes::THEME_PDF_ERROR, "not a font"),
                    Some(font) if file.name == FORM_FONT => self.form = Some(form_font(font)),
                    Some(_) => self.fonts.extend(fonts),
                }
            }
            _ => {
                self.others.insert(path.clone(), foundations::Bytes::new(file.bytes.clone()));
            }
        }
        self.paths.insert(path, file.path.clone());
    }
}

/// The id that Typst gives a path. Ids are few and never freed, so paths must not depend on the sheet.
pub(super) fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// Measures the font for typed text.
fn form_font(font: &Font) -> form::Font {
    let instance = font.clone().instantiate(font.info().variant, Abs::pt(11.0), &FontVariations::default());
    let face = instance.ttf();
    let unit = i64::from(face.units_per_em().max(1));
    let scaled = |value: i16| (i64::from(value) * 1000 + unit / 2).div_euclid(unit);
    let bounding_box = face.global_bounding_box();
    let metrics = form::FontMetrics {
        ascent: scaled(face.ascender()),
        descent: scaled(face.descender()),
        capital: scaled(face.capital_height().unwrap_or_else(|| face.ascender())),
        bounding_box: [bounding_box.x_min, bounding_box.y_min, bounding_box.x_max, bounding_box.y_max]
            .map(scaled),
    };
    let name = font.post_script_name().unwrap_or_else(|| font.info().family.replace(' ', ""));
    form::Font::new(name, font.data(), metrics, |letter| {
        let width = face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
        width.map_or(0, |width| (i64::from(width) * 1000 + unit / 2) / unit)
    })
}

impl fmt::Debug for Kit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Kit").field("files", &self.0.paths.len()).finish_non_exhaustive()
    }
}

impl PartialEq for Kit {
    fn eq(&self, other: &Self) -> bool {
        self.0.stamp == other.0.stamp
    }
}

impl Eq for Kit {}

impl Hash for Kit {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.stamp.hash(state);
    }
}
