//! Fields in the place of private links, and how they look.
use super::file::File;
use super::font::Font;
use super::request::{Kind, Request};
use super::value::{Dict, Value};
use super::{Outcome, Unexpected};
use std::collections::BTreeMap;

/// How typed text looks: font, size in points, dark grey.
const TYPED: &str = "/F0 11 Tf 0.086 g";
/// The name of the state of a ticked box; the other one is always `Off`.
const TICKED: &str = "On";
/// How far a field of several lines stays within its frame, in points.
const INSET: f32 = 1.0;

/// Left, bottom, right and top of a field in points.
type Place = [f32; 4];

/// What fields of one kind and size share, so that a long list stays small.
#[derive(Debug, Default)]
struct Looks(BTreeMap<(bool, String), Value>);

/// Puts all fields and gives the form that lists them.
pub(super) fn put(file: &mut File, requests: &[Request], font: &Font) -> Outcome<Value> {
    let font = font.embed(file);
    let resources = Value::dict([("Font", Value::dict([("F0", font)]))]);
    let mut looks = Looks::default();
    for request in requests {
        let field = field(file, request, &resources, &mut looks)?;
        let link = file.dict_mut(request.annotation);
        *link.ok_or_else(|| Unexpected::of("a link", request.annotation))? = field;
    }
    let fields = requests.iter().map(|request| Value::Ref(request.annotation)).collect();
    Ok(file.add(Value::dict([
        ("Fields", Value::List(fields)),
        ("DR", resources),
        ("DA", Value::bytes(TYPED)),
        ("NeedAppearances", Value::Bool(false)),
    ])))
}

/// The field that a link asks for.
fn field(file: &mut File, request: &Request, resources: &Value, looks: &mut Looks) -> Outcome<Dict> {
    let id = request.annotation;
    let link = file.dict(id).ok_or_else(|| Unexpected::of("a link", id))?;
    let tagged = link.get("StructParent").cloned().ok_or_else(|| Unexpected::of("a link with a tag", id))?;
    let mut place = place(link).ok_or_else(|| Unexpected::of("the place of a link", id))?;
    if request.kind == Kind::Area {
        let [left, bottom, right, top] = place;
        place = [left + INSET, bottom + INSET, right - INSET, top - INSET];
    }
    let [width, height] = [place[2] - place[0], place[3] - place[1]];
    if width < 1.0 || height < 1.0 {
        return Err(Unexpected::of("a field with a size", id));
    }
    let mut field = Dict::of([
        ("Type", Value::name("Annot")),
        ("Subtype", Value::name("Widget")),
        ("Rect", Value::List(place.map(Value::points).to_vec())),
        ("P", Value::Ref(request.page)),
        // It is printed.
        ("F", Value::whole(4)),
        ("T", Value::text(&request.name)),
        ("TU", Value::text(&request.tip)),
        ("StructParent", tagged),
    ]);
    match request.kind {
        Kind::Check => {
            field.set("FT", Value::name("Btn"));
            field.set("V", Value::name("Off"));
            field.set("AS", Value::name("Off"));
            // Viewers that draw the tick themselves take this sign of their own font.
            field.set("MK", Value::dict([("CA", Value::bytes("4"))]));
            field.set("AP", looks.check(file, width, height));
        }
        Kind::Line | Kind::Area => {
            field.set("FT", Value::name("Tx"));
            field.set("V", Value::bytes(""));
            field.set("DA", Value::bytes(TYPED));
            field.set("AP", looks.text(file, width, height, resources));
        }
    }
    if request.kind == Kind::Area {
        field.set("Ff", Value::whole(1 << 12));
        // Viewers paint this ground under typed text, so that it does not run through the ruled lines.
        field.set("MK", Value::dict([("BG", Value::List([1; 3].map(Value::whole).to_vec()))]));
    }
    Ok(field)
}

/// Where a link is.
fn place(link: &Dict) -> Option<Place> {
    let corners: Option<Vec<f32>> = link.get("Rect")?.as_list()?.iter().map(Value::as_number).collect();
    let [x, y, other_x, other_y] = corners?[..] else { return None };
    let place = [x.min(other_x), y.min(other_y), x.max(other_x), y.max(other_y)];
    place.iter().all(|number| number.is_finite()).then_some(place)
}

impl Looks {
    /// An empty box and a ticked one.
    fn check(&mut self, file: &mut File, width: f32, height: f32) -> Value {
        let make = || {
            let at = |x: f32, y: f32| format!("{:.2} {:.2}", x * width, y * height);
            let tick = format!(
                "0.09 0.227 0.408 RG {:.2} w 1 J 1 j {} m {} l {} l S",
                0.13 * width,
                at(0.2, 0.52),
                at(0.42, 0.27),
                at(0.82, 0.78)
            );
            let ticked = drawn(file, width, height, &tick, Value::dict([]));
            let empty = drawn(file, width, height, "", Value::dict([]));
            Value::dict([("N", Value::dict([(TICKED, ticked), ("Off", empty)]))])
        };
        self.0.entry((true, format!("{width:.2} {height:.2}"))).or_insert_with(make).clone()
    }

    /// A field in which nothing is typed yet.
    fn text(&mut self, file: &mut File, width: f32, height: f32, resources: &Value) -> Value {
        let make = || {
            let empty = drawn(file, width, height, "/Tx BMC\nEMC", resources.clone());
            Value::dict([("N", empty)])
        };
        self.0.entry((false, format!("{width:.2} {height:.2}"))).or_insert_with(make).clone()
    }
}

/// A drawing of that size.
fn drawn(file: &mut File, width: f32, height: f32, strokes: &str, resources: Value) -> Value {
    let corners = [0.0, 0.0, width, height].map(Value::points).to_vec();
    let dict = Dict::of([
        ("Type", Value::name("XObject")),
        ("Subtype", Value::name("Form")),
        ("BBox", Value::List(corners)),
        ("Resources", resources),
    ]);
    file.add_stream(dict, strokes.as_bytes())
}
