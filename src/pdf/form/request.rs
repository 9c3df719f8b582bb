//! What a theme asks for: the private links of a file.
use super::file::File;
use super::value::Value;
use super::{Outcome, SCHEME, Unexpected};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// What a reader does with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Ticks it.
    Check,
    /// Types a line.
    Line,
    /// Types several lines.
    Area,
}

/// A field that a theme asks for: `x-form:{"kind": "check", "name": "…", "tip": "…"}`; kinds are `check`, `text`, `area`.
#[derive(Clone, Debug)]
pub(super) struct Request {
    /// The link.
    pub(super) annotation: u32,
    /// Its page.
    pub(super) page: u32,
    /// What to do with it.
    pub(super) kind: Kind,
    /// Its name, once in the file.
    pub(super) name: String,
    /// What it is for, in words.
    pub(super) tip: String,
}

/// The requests of a file, in the order of its pages and of what stands on them.
pub(super) fn find(file: &File) -> Outcome<Vec<Request>> {
    let mut found = Vec::new();
    let mut names = BTreeSet::new();
    for (page, dict) in file.dicts().filter(|(_, dict)| dict.says("Type", "Page")) {
        let Some(annotations) = dict.get("Annots") else { continue };
        let list = file.follow(annotations).as_list();
        for annotation in list.ok_or_else(|| Unexpected::of("a list of annotations", page))? {
            let id = annotation.as_ref().ok_or_else(|| Unexpected::of("an annotation of its own", page))?;
            let Some(asked) = address(file, id).and_then(|address| address.strip_prefix(SCHEME.as_bytes()))
            else {
                continue;
            };
            let request = read(asked, id, page).ok_or_else(|| Unexpected::of("kind, name and tip", id))?;
            if !names.insert(request.name.clone()) {
                return Err(Unexpected::of(
                    format!("a field name that stands once, not `{}`", request.name),
                    id,
                ));
            }
            found.push(request);
        }
    }
    Ok(found)
}

/// Where an annotation leads.
fn address(file: &File, id: u32) -> Option<&[u8]> {
    let action = file.follow(file.dict(id)?.get("A")?);
    match action.as_dict()?.get("URI")? {
        Value::Text(address) => Some(address),
        _ => None,
    }
}

fn read(asked: &[u8], annotation: u32, page: u32) -> Option<Request> {
    let json: Json = serde_json::from_slice(asked).ok()?;
    let kind = match json.get("kind")?.as_str()? {
        "check" => Kind::Check,
        "text" => Kind::Line,
        "area" => Kind::Area,
        _ => return None,
    };
    let name = json.get("name")?.as_str()?.to_owned();
    let tip = json.get("tip")?.as_str()?.to_owned();
    let usable = !name.is_empty() && !name.contains('.') && !tip.trim().is_empty();
    usable.then_some(Request { annotation, page, kind, name, tip })
}
