//! Replaces private links by form fields, and draws the fields.
use super::error::{FormResult, Unexpected};
use super::file::PdfFile;
use super::font::Font;
use super::request::{FieldKind, FieldRequest};
use super::value::{Dict, PdfValue};
use std::collections::BTreeMap;

/// The name of the font for typed text. `PDFium`, the reader in Chrome, takes letters beyond Latin-1, `œ` among them, from a font
/// of the system and squeezes them, unless the font has a name that it knows as one of signs.
const FONT: &str = "Wingdings";
/// How typed text looks: font, a size that fits by itself, dark grey.
const TYPED: &str = "/Wingdings 0 Tf 0.086 g";
/// The state of a ticked box. The other state is always `Off`.
const TICKED: &str = "On";
/// The distance of a field of several lines from its frame, in points.
const INSET: f32 = 1.0;

/// Left, bottom, right and top of a field, in points.
type Rect = [f32; 4];

/// The appearances that fields of one kind and size share, so that the file of a long list stays small.
#[derive(Debug, Default)]
struct Appearances(BTreeMap<(bool, String), PdfValue>);

/// Adds all fields and returns the form that lists them.
pub(super) fn put(file: &mut PdfFile, requests: &[FieldRequest], font: &Font) -> FormResult<PdfValue> {
    let font = font.embed(file);
    let resources = PdfValue::dict([("Font", PdfValue::dict([(FONT, font)]))]);
    let mut appearances = Appearances::default();
    for request in requests {
        let field = field(file, request, &resources, &mut appearances)?;
        let link = file.dict_mut(request.annotation);
        *link.ok_or_else(|| Unexpected::of("a link", request.annotation))? = field;
    }
    let fields = requests.iter().map(|request| PdfValue::Ref(request.annotation)).collect();
    Ok(file.add(PdfValue::dict([
        ("Fields", PdfValue::List(fields)),
        ("DR", resources),
        ("DA", PdfValue::bytes(TYPED)),
        ("NeedAppearances", PdfValue::Bool(false)),
    ])))
}

/// The field that a link asks for.
fn field(
    file: &mut PdfFile,
    request: &FieldRequest,
    resources: &PdfValue,
    appearances: &mut Appearances,
) -> FormResult<Dict> {
    let id = request.annotation;
    let link = file.dict(id).ok_or_else(|| Unexpected::of("a link", id))?;
    let tagged = link.get("StructParent").cloned().ok_or_else(|| Unexpected::of("a link with a tag", id))?;
    let mut place = place(link).ok_or_else(|| Unexpected::of("the place of a link", id))?;
    if matches!(request.kind, FieldKind::Area | FieldKind::Signature) {
        let [left, bottom, right, top] = place;
        place = [left + INSET, bottom + INSET, right - INSET, top - INSET];
    }
    let [width, height] = [place[2] - place[0], place[3] - place[1]];
    if width < 1.0 || height < 1.0 {
        return Err(Unexpected::of("a field with a size", id));
    }
    let mut field = Dict::of([
        ("Type", PdfValue::name("Annot")),
        ("Subtype", PdfValue::name("Widget")),
        ("Rect", PdfValue::List(place.map(PdfValue::points).to_vec())),
        ("P", PdfValue::Ref(request.page)),
        // The field is printed.
        ("F", PdfValue::whole(4)),
        ("T", PdfValue::text(&request.name)),
        ("TU", PdfValue::text(&request.tip)),
        ("StructParent", tagged),
    ]);
    match request.kind {
        FieldKind::Check => {
            field.set("FT", PdfValue::name("Btn"));
            let state = if request.ticked { TICKED } else { "Off" };
            field.set("V", PdfValue::name(state));
            field.set("AS", PdfValue::name(state));
            // Some viewers draw the tick themselves, with this character of their own font.
            field.set("MK", PdfValue::dict([("CA", PdfValue::bytes("4"))]));
            field.set("AP", appearances.check(file, width, height));
        }
        FieldKind::Signature => {
            field.set("FT", PdfValue::name("Sig"));
            field.set("AP", appearances.text(file, width, height, resources));
        }
        FieldKind::Line | FieldKind::Area => {
            field.set("FT", PdfValue::name("Tx"));
            field.set("V", PdfValue::bytes(""));
            field.set("DA", PdfValue::bytes(TYPED));
            field.set("AP", appearances.text(file, width, height, resources));
        }
    }
    if request.kind == FieldKind::Area {
        field.set("Ff", PdfValue::whole(1 << 12));
        // Viewers paint this background under typed text, so that it covers the ruled lines.
        field.set("MK", PdfValue::dict([("BG", PdfValue::List([1; 3].map(PdfValue::whole).to_vec()))]));
    }
    Ok(field)
}

fn place(link: &Dict) -> Option<Rect> {
    let corners: Option<Vec<f32>> = link.get("Rect")?.as_list()?.iter().map(PdfValue::as_number).collect();
    let [x, y, other_x, other_y] = corners?[..] else { return None };
    let place = [x.min(other_x), y.min(other_y), x.max(other_x), y.max(other_y)];
    place.iter().all(|number| number.is_finite()).then_some(place)
}

impl Appearances {
    /// The appearances of an empty and a ticked box.
    fn check(&mut self, file: &mut PdfFile, width: f32, height: f32) -> PdfValue {
        let make = || {
            let at = |x: f32, y: f32| format!("{:.2} {:.2}", x * width, y * height);
            let tick = format!(
                "0.09 0.227 0.408 RG {:.2} w 1 J 1 j {} m {} l {} l S",
                0.13 * width,
                at(0.2, 0.52),
                at(0.42, 0.27),
                at(0.82, 0.78)
            );
            let ticked = drawn(file, width, height, &tick, PdfValue::dict([]));
            let empty = drawn(file, width, height, "", PdfValue::dict([]));
            PdfValue::dict([("N", PdfValue::dict([(TICKED, ticked), ("Off", empty)]))])
        };
        self.0.entry((true, format!("{width:.2} {height:.2}"))).or_insert_with(make).clone()
    }

    /// The appearance of a field that is still empty.
    fn text(&mut self, file: &mut PdfFile, width: f32, height: f32, resources: &PdfValue) -> PdfValue {
        let make = || {
            let empty = drawn(file, width, height, "/Tx BMC\nEMC", resources.clone());
            PdfValue::dict([("N", empty)])
        };
        self.0.entry((false, format!("{width:.2} {height:.2}"))).or_insert_with(make).clone()
    }
}

/// A drawing of this size.
fn drawn(file: &mut PdfFile, width: f32, height: f32, strokes: &str, resources: PdfValue) -> PdfValue {
    let corners = [0.0, 0.0, width, height].map(PdfValue::points).to_vec();
    let dict = Dict::of([
        ("Type", PdfValue::name("XObject")),
        ("Subtype", PdfValue::name("Form")),
        ("BBox", PdfValue::List(corners)),
        ("Resources", resources),
    ]);
    file.add_stream(dict, strokes.as_bytes())
}
