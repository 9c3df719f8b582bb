//! The form fields that a theme asks for by private links.
use super::error::{FormResult, Unexpected};
use super::file::PdfFile;
use super::value::PdfValue;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// The scheme of the addresses that ask for a field.
const SCHEME: &str = "x-form:";

/// What a reader does with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldKind {
    /// Ticks it.
    Check,
    /// Types one line.
    Line,
    /// Types several lines.
    Area,
    /// Signs, with a certificate.
    Signature,
}

/// A request for a field: `x-form:{"kind": "check", "name": "…", "tip": "…"}`. Kinds are `check`, `text`, `area`
/// and `signature`; a check may be `"ticked": true`.
#[derive(Clone, Debug)]
pub(super) struct FieldRequest {
    /// The link.
    pub(super) annotation: u32,
    /// Its page.
    pub(super) page: u32,
    pub(super) kind: FieldKind,
    /// The name, unique in the file.
    pub(super) name: String,
    /// The tooltip, which screen readers read.
    pub(super) tip: String,
    /// Whether it is ticked to begin with.
    pub(super) ticked: bool,
}

/// The requests of a file, in the order of its pages and of the annotations on them.
pub(super) fn find(file: &PdfFile) -> FormResult<Vec<FieldRequest>> {
    let mut found = Vec::new();
    let mut names = BTreeSet::new();
    for (page, dict) in file.dicts().filter(|(_, dict)| dict.is_name("Type", "Page")) {
        let Some(annotations) = dict.get("Annots") else { continue };
        let list = file.follow(annotations).as_list();
        for annotation in list.ok_or_else(|| Unexpected::of("a list of annotations", page))? {
            let id = annotation.as_ref().ok_or_else(|| Unexpected::of("an annotation of its own", page))?;
            let address = address(file, id).and_then(|address| address.strip_prefix(SCHEME.as_bytes()));
            let Some(address) = address else { continue };
            let request = read(address, id, page).ok_or_else(|| Unexpected::of("kind, name and tip", id))?;
            if !names.insert(request.name.clone()) {
                let wanted = format!("a field name that stands once, not `{}`", request.name);
                return Err(Unexpected::of(wanted, id));
            }
            found.push(request);
        }
    }
    Ok(found)
}

fn address(file: &PdfFile, id: u32) -> Option<&[u8]> {
    let action = file.follow(file.dict(id)?.get("A")?);
    match action.as_dict()?.get("URI")? {
        PdfValue::Text(address) => Some(address),
        _ => None,
    }
}

fn read(address: &[u8], annotation: u32, page: u32) -> Option<FieldRequest> {
    let json: Json = serde_json::from_slice(address).ok()?;
    let kind = match json.get("kind")?.as_str()? {
        "check" => FieldKind::Check,
        "text" => FieldKind::Line,
        "area" => FieldKind::Area,
        "signature" => FieldKind::Signature,
        _ => return None,
    };
    let name = json.get("name")?.as_str()?.to_owned();
    let tip = json.get("tip")?.as_str()?.to_owned();
    let usable = !name.is_empty() && !name.contains('.') && !tip.trim().is_empty();
    let ticked = json.get("ticked").and_then(Json::as_bool).unwrap_or_default();
    usable.then_some(FieldRequest { annotation, page, kind, name, tip, ticked })
}
